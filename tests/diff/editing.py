"""Random edits of a real plan that know what they did: the facts that must be told of them, and no others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple, TypeAlias

from cchc.model.plan import Plan
from cchc.source import Source
from cchc.syntax.construct import construct
from cchc.syntax.parsing import parse

ROOT = Path(__file__).parents[2]
PLANS = ("2018", "2021-2025", "2024", "2025", "dak-lak-2025")
ROW_KEYS = ("groups", "results", "tasks", "activities", "criteria", "indicators", "items")
LISTS = ("bullets", "points", "clauses")
TAG = "\0tag"
PathTo: TypeAlias = tuple[str | int, ...]

BODIES = ("Sở Y tế", "Sở Xây dựng", "Sở Công Thương", "Công an tỉnh", "Sở Giáo dục và Đào tạo", "Thanh tra tỉnh")
OTHERS = ("Sở Y tế; Sở Xây dựng", "Các sở, ban, ngành", "UBND cấp huyện", "Công an tỉnh; Sở Công Thương")
WORDS = (
    *(
        "kho lưu trữ",
        "phòng dịch",
        "thư viện",
        "bảo tàng",
        "cầu đường",
        "rừng phòng hộ",
        "trạm bơm",
        "chợ đầu mối",
        "sân vận động",
    ),
    *("bến xe", "hồ chứa", "trại giống", "làng nghề", "lễ hội", "di tích", "vườn ươm", "bãi thải", "kênh mương"),
    *(
        "trạm quan trắc",
        "nhà văn hóa",
        "học bổng",
        "tủ sách",
        "hiến máu",
        "xe đạp",
        "đèn chiếu sáng",
        "cây xanh",
        "thoát nước",
    ),
    *("cứu hộ", "du thuyền", "thủy lợi", "khí tượng", "nghề cá", "cà phê", "hồ tiêu"),
)
VERBS = ("Khảo nghiệm", "Nâng cấp", "Trùng tu", "Đấu thầu", "Kiểm định", "Quy hoạch", "Bàn giao", "Vận chuyển")
PLACED = ("vùng ven", "miền núi", "khu trung tâm", "bờ hồ", "phía bắc", "phía nam", "ngoại ô", "biên giới")
FOR_WORDS = ("chuyên sâu", "diện rộng", "trọng điểm", "bền vững", "liên vùng", "bổ trợ", "chủ lực", "định hướng")


class Tagged(str):
    """A text that keeps its tag when it is edited."""

    __slots__ = ("tag",)
    tag: int


class Expected(NamedTuple):
    """A fact that must be told, by any of ``kinds``: the tags of what it is about in both plans, and the cell."""

    kinds: frozenset[str]
    old: int | None
    new: int | None
    field: str | None = None
    alternative: tuple[int, int] | None = None


class Case(NamedTuple):
    """Two plans and what was edited between them; the paths of every tag in both."""

    old: Plan
    new: Plan
    expected: tuple[Expected, ...]
    old_paths: dict[PathTo, int]
    new_paths: dict[PathTo, int]
    edits: tuple[str, ...]


class Spot(NamedTuple):
    """A row or paragraph with what holds it, by the list and the place in it; ``around`` are the tags of the rows
    around it."""

    value: Any
    held_in: list[Any]
    tag: int
    key: str
    parent: int
    around: tuple[int, ...]
    in_objectives: bool = False


def case(name: str, seed: int, edits: int, *, rolled: bool = False, kinds: Sequence[Edit] = ()) -> Case:
    """The real plan ``name`` with some ``edits`` drawn by ``seed`` (of ``EDITS``, unless ``kinds`` are given);
    ``rolled``: its years moved on by one besides."""
    old, new = _tagged(name), _tagged(name)
    random = Random(f"{name} {seed}")
    editor = Editor(new, random)
    for _ in range(edits):
        editor.edit(kinds or EDITS)
    if rolled:
        _roll(new)
        editor.expected.append(Expected(frozenset(("changed",)), -1, -1, "period"))
    old_paths, new_paths = _paths(old), _paths(new)
    return Case(_plan(old), _plan(new), tuple(editor.expected), old_paths, new_paths, tuple(editor.done))


def _tagged(name: str) -> dict[str, Any]:
    path = ROOT / "plans" / f"{name}.yaml"
    node, _ = parse(Source(path.name, path.read_text(encoding="utf-8")))
    assert node is not None
    data, _ = construct(node)
    assert isinstance(data, dict)
    counter = iter(range(1_000_000))

    def tag(value: Any) -> Any:
        if isinstance(value, dict):
            made = {key: tag(item) for key, item in value.items()}
            return {**made, TAG: next(counter)}
        if isinstance(value, list):
            return [tag(item) for item in value]
        if isinstance(value, str):
            text = Tagged(value)
            text.tag = next(counter)
            return text
        return value

    tagged = tag(data)
    assert isinstance(tagged, dict)
    return tagged


def _plan(data: Any) -> Plan:
    def clean(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: clean(item) for key, item in value.items() if key != TAG}
        if isinstance(value, list):
            return [clean(item) for item in value]
        return str(value) if isinstance(value, str) else value

    return Plan.model_validate(clean(data))


def _paths(data: Any) -> dict[PathTo, int]:
    found: dict[PathTo, int] = {}

    def walk(value: Any, path: PathTo) -> None:
        if isinstance(value, dict):
            found[path] = value[TAG]
            for key, item in value.items():
                if key != TAG:
                    walk(item, (*path, key))
        elif isinstance(value, list):
            for index, item in enumerate(value):
                walk(item, (*path, index))
        elif isinstance(value, Tagged):
            found[path] = value.tag

    walk(data, ())
    return found


def _roll(data: Any) -> None:
    """Every year of the plan's time one more: as a person would who copies last year's plan."""
    years = re.findall(r"\d{4}", str(data["period"]))
    first, last = int(years[0]), int(years[-1])
    near = {str(year): str(year + 1) for year in range(first - 1, last + 2)}
    pattern = re.compile(
        r"(?<!\d )(?<!tháng \d )(?<!tháng \d\d )(năm )(" + "|".join(near) + r")\b(?![/-])", re.IGNORECASE
    )
    months = re.compile(r"(\d{1,2}/)(" + "|".join(near) + ")")

    def roll(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: item if key == TAG else roll(item) for key, item in value.items()}
        if isinstance(value, list):
            return [roll(item) for item in value]
        if isinstance(value, Tagged):
            shape = months if months.fullmatch(value) else pattern
            return _like(value, shape.sub(lambda match: match[1] + near[match[2]], value))
        return value

    for key in ("body", "appendices"):
        if key in data:
            data[key] = roll(data[key])
    data["period"] = _like(data["period"], re.sub(r"\d{4}", lambda year: str(int(year[0]) + 1), data["period"]))


def _like(old: Tagged, text: str) -> Tagged:
    made = Tagged(text)
    made.tag = old.tag
    return made


class Editor:
    """Edits plain data in place and notes what must be told."""

    def __init__(self, data: dict[str, Any], random: Random) -> None:
        self.data, self.random = data, random
        self.expected: list[Expected] = []
        self.done: list[str] = []
        self._touched: set[int] = set()
        self._fresh = iter(range(2_000_000, 3_000_000))
        self._titles = [str(spot.value["title"]) for spot in self.rows()]

    def edit(self, kinds: Sequence[Edit]) -> None:
        """One edit, of a kind that the plan has a place for."""
        for _ in range(50):
            kind = self.random.choice(kinds)
            if kind(self):
                self.done.append(kind.__name__)
                return

    def rows(self) -> list[Spot]:
        """Every row."""
        found: list[Spot] = []

        def walk(holder: dict[str, Any], around: tuple[int, ...]) -> None:
            for key in ROW_KEYS:
                for row in holder.get(key) or ():
                    found.append(Spot(row, holder[key], row[TAG], key, holder[TAG], around))
                    walk(row, (*around, row[TAG]))

        for table in self._tables():
            walk(table, ())
        return found

    def _tables(self) -> Iterator[dict[str, Any]]:
        yield from self.data.get("appendices") or ()
        for section in self._sections():
            if "table" in section:
                yield section["table"]

    def _sections(self) -> Iterator[dict[str, Any]]:
        waiting = list(self.data.get("body") or ())
        while waiting:
            section = waiting.pop(0)
            yield section
            waiting += section.get("sections") or ()

    def paragraphs(self) -> list[Spot]:
        """The items of lists in sections and objectives that are bare sentences."""
        found: list[Spot] = []
        for section in self._sections():
            for holder, objectives in ((section, False), (section.get("objectives"), True)):
                lists = [holder] if isinstance(holder, list) else []
                if isinstance(holder, dict):
                    lists = [holder[name] for name in LISTS if name in holder]
                for items in lists:
                    found += (
                        Spot(text, items, text.tag, "item", section[TAG], (), objectives)
                        for text in items
                        if isinstance(text, Tagged)
                    )
        return found

    def free_row(self, *, leaf: bool = True, fields: tuple[str, ...] = ()) -> Spot | None:
        """A row that no edit has touched, of a title that no other row has; no cells of it are merged."""
        rows = [
            spot
            for spot in self.rows()
            if spot.tag not in self._touched
            and not (leaf and any(key in spot.value for key in ROW_KEYS))
            and isinstance(spot.value["title"], Tagged)
            and self._titles.count(str(spot.value["title"])) == 1
            and all(isinstance(spot.value.get(name), Tagged) for name in fields)
            and not any("as_above" in each or "parts" in each for each in spot.held_in)
        ]
        return self.random.choice(rows) if rows else None

    def touch(self, *spots: Spot) -> None:
        for spot in spots:
            self._touched.add(spot.tag)
            self._touched.update(spot.around)

    def tell(self, kinds: str, old: int | None, new: int | None, field: str | None = None) -> None:
        self.expected.append(Expected(frozenset(kinds.split()), old, new, field))

    def text(self, value: str) -> Tagged:
        made = Tagged(value)
        made.tag = next(self._fresh)
        return made

    def sentence(self) -> str:
        """Words that no plan has."""
        pick = self.random.choice
        first, second = self.random.sample(WORDS, 2)
        return f"{pick(VERBS)} {first} {pick(FOR_WORDS)} gắn với {second} {pick(PLACED)}"

    def reword(self, text: str) -> str | None:
        """``text`` with one word in eight to one in four replaced, no figure among them."""
        words = text.split(" ")
        if len(words) < 6:
            return None
        places = [i for i, word in enumerate(words) if word.isalpha() and word.islower()]
        count = max(1, len(words) // self.random.choice((4, 8, 8)))
        if len(places) < count:
            return None
        for place in self.random.sample(places, count):
            words[place] = self.random.choice(
                [word for word in ("riêng", "gọn", "nhanh", "sớm", "kỹ") if word != words[place]]
            )
        return " ".join(words)


def delete_row(editor: Editor) -> bool:
    spot = editor.free_row()
    if spot is None or len(spot.held_in) < 2:
        return False
    spot.held_in.remove(spot.value)
    editor.touch(spot)
    editor.tell("removed", spot.tag, None)
    return True


def delete_task_with_its_rows(editor: Editor) -> bool:
    """A row with all that it holds, none of which another edit has touched: one fact."""
    spot = editor.free_row(leaf=False)
    if spot is None or len(spot.held_in) < 2:
        return False
    inside = [row.tag for row in editor.rows() if spot.tag in row.around]
    if not 1 <= len(inside) <= 15 or not editor._touched.isdisjoint(inside):
        return False
    spot.held_in.remove(spot.value)
    editor.touch(spot)
    editor.tell("removed", spot.tag, None)
    return True


def rename_section(editor: Editor) -> bool:
    named = [each for each in editor._sections() if isinstance(each.get("title"), Tagged)]
    free = [each for each in named if each[TAG] not in editor._touched and len(each["title"].split()) >= 4]
    if not free:
        return False
    section = editor.random.choice(free)
    words = section["title"].split(" ")
    words[editor.random.randrange(1, len(words))] = "mới"
    section["title"] = _like(section["title"], " ".join(words))
    editor._touched.add(section[TAG])
    editor.tell("reworded", section["title"].tag, section["title"].tag)
    return True


def insert_row(editor: Editor) -> bool:
    spot = editor.free_row()
    if spot is None:
        return False
    tag = next(editor._fresh)
    row = {"title": editor.text(editor.sentence()), "lead": editor.text("Sở Y tế"), TAG: tag}
    spot.held_in.insert(editor.random.randrange(len(spot.held_in) + 1), row)
    editor.touch(spot)
    editor._touched.add(tag)
    editor.tell("added", None, tag)
    return True


def move_row(editor: Editor) -> bool:
    spot = editor.free_row()
    if spot is None or len(spot.held_in) < 2 or len(str(spot.value["title"]).split()) < 5:
        return False
    there = [
        other
        for other in editor.rows()
        if other.key == spot.key
        and other.parent != spot.parent
        and other.tag not in editor._touched
        and not any("as_above" in each for each in other.held_in)
        and spot.tag not in other.around
    ]
    if not there or "lead" not in spot.value:
        return False
    target = editor.random.choice(there)
    kept = {name: spot.value.get(name) for name in ("support", "lead", "start", "end", "when")}
    if any(value is None for value in (kept["support"],)):
        # What defaults give would be another thing under the new parent.
        return False
    spot.held_in.remove(spot.value)
    target.held_in.insert(editor.random.randrange(len(target.held_in) + 1), spot.value)
    editor.touch(spot, target)
    editor.tell("moved", spot.tag, spot.tag)
    return True


def reword_title(editor: Editor) -> bool:
    spot = editor.free_row(leaf=False)
    made = editor.reword(str(spot.value["title"])) if spot else None
    if spot is None or made is None:
        return False
    spot.value["title"] = _like(spot.value["title"], made)
    editor.touch(spot)
    editor.tell("reworded", spot.tag, spot.tag, "title")
    return True


def change_lead(editor: Editor) -> bool:
    return _another(editor, "lead", BODIES, "lead")


def change_support(editor: Editor) -> bool:
    return _another(editor, "support", OTHERS, "support")


def _another(editor: Editor, name: str, values: tuple[str, ...], kind: str) -> bool:
    spot = editor.free_row(fields=(name,))
    if spot is None:
        return False
    old = str(spot.value[name])
    made = editor.random.choice([value for value in values if value not in old and old not in value])
    spot.value[name] = _like(spot.value[name], made)
    editor.touch(spot)
    editor.tell(kind, spot.tag, spot.tag, name)
    return True


def change_end(editor: Editor) -> bool:
    spot = editor.free_row(fields=("end",))
    if spot is None or not spot.value["end"].isdigit() or int(spot.value["end"]) > 11:
        return False
    spot.value["end"] = _like(spot.value["end"], str(int(spot.value["end"]) + 1))
    editor.touch(spot)
    editor.tell("end", spot.tag, spot.tag, "end")
    return True


def change_kind_of_time(editor: Editor) -> bool:
    spot = editor.free_row(fields=("start", "end"))
    if spot is None:
        return False
    del spot.value["start"], spot.value["end"]
    spot.value["when"] = editor.text("Thường xuyên")
    editor.touch(spot)
    editor.tell("time-kind", spot.tag, spot.tag, "when")
    return True


def reword_cell(editor: Editor) -> bool:
    name = editor.random.choice(("output", "indicator", "verification", "measures"))
    spot = editor.free_row(fields=(name,))
    made = editor.reword(str(spot.value[name])) if spot else None
    if spot is None or made is None or "%" in made:
        return False
    spot.value[name] = _like(spot.value[name], made)
    editor.touch(spot)
    kind = name if name in ("output", "indicator") else "cell"
    editor.tell(kind, spot.tag, spot.tag, name)
    return True


def add_note(editor: Editor) -> bool:
    spot = editor.free_row()
    if spot is None or "note" in spot.value or spot.held_in[-1] is not spot.value:
        return False
    spot.value["note"] = editor.text(editor.sentence())
    editor.touch(spot)
    editor.tell("cell", spot.tag, spot.tag, "note")
    return True


def change_figure(editor: Editor) -> bool:
    """A share of a row's indicator or measures, or of an objective."""
    name = editor.random.choice(("indicator", "measures"))
    spot = editor.free_row(fields=(name,))
    if spot is None:
        return False
    return _figure(
        editor, spot, str(spot.value[name]), lambda text: spot.value.update({name: _like(spot.value[name], text)}), name
    )


def change_objective(editor: Editor) -> bool:
    spots = [spot for spot in editor.paragraphs() if spot.in_objectives and spot.tag not in editor._touched]
    if not spots:
        return False
    spot = editor.random.choice(spots)

    def put(text: str) -> None:
        spot.held_in[_place(spot)] = _like(spot.value, text)

    return _figure(editor, spot, str(spot.value), put, None)


def _figure(editor: Editor, spot: Spot, text: str, put: Callable[[str], None], name: str | None) -> bool:
    shares = list(re.finditer(r"(?<![\d,.])(\d{1,3})%", text))
    if len(shares) != 1 or text.count("<") or " - " in text[max(0, shares[0].start() - 6) : shares[0].start()]:
        return False
    value = int(shares[0][1])
    made = editor.random.choice([each for each in (value - 7, value + 3, value - 20) if 0 < each <= 100] or [50])
    put(f"{text[: shares[0].start()]}{made}%{text[shares[0].end() :]}")
    editor.touch(spot)
    editor.tell("kpi-raised" if made > value else "kpi-lowered", spot.tag, spot.tag, name)
    return True


def split_row(editor: Editor) -> bool:
    spot = editor.free_row()
    if spot is None:
        return False
    words = str(spot.value["title"]).split(" ")
    if len(words) < 12:
        return False
    middle = len(words) // 2 + editor.random.choice((-1, 0, 1))
    tag = next(editor._fresh)
    second = {**spot.value, "title": editor.text(" ".join(words[middle:])), TAG: tag}
    spot.value["title"] = _like(spot.value["title"], " ".join(words[:middle]))
    spot.held_in.insert(_place(spot) + 1, second)
    editor.touch(spot)
    editor._touched.add(tag)
    editor.tell("split", spot.tag, spot.tag)
    return True


def merge_rows(editor: Editor) -> bool:
    spot = editor.free_row()
    if spot is None or _place(spot) + 1 >= len(spot.held_in):
        return False
    other = spot.held_in[_place(spot) + 1]
    title = other["title"]
    short = min(len(str(each).split()) for each in (title, spot.value["title"]))
    holds = any(key in other for key in ROW_KEYS)
    if other[TAG] in editor._touched or holds or not isinstance(title, Tagged) or short < 5:
        return False
    if editor._titles.count(str(title)) != 1:
        return False
    spot.value["title"] = _like(spot.value["title"], f"{spot.value['title']}; {title[0].lower()}{title[1:]}")
    spot.held_in.remove(other)
    editor.touch(spot)
    editor._touched.add(other[TAG])
    editor.tell("merged", spot.tag, spot.tag)
    return True


def swap_rows(editor: Editor) -> bool:
    spot = editor.free_row()
    if spot is None or _place(spot) + 1 >= len(spot.held_in):
        return False
    at = _place(spot)
    other = spot.held_in[at + 1]
    if other[TAG] in editor._touched or any(each[TAG] in editor._touched for each in spot.held_in):
        return False
    if editor._titles.count(str(other["title"])) != 1:
        return False
    spot.held_in[at], spot.held_in[at + 1] = other, spot.value
    editor.touch(spot)
    editor._touched.update(each[TAG] for each in spot.held_in)
    expected = Expected(frozenset(("reordered",)), spot.tag, spot.tag, None, (other[TAG], other[TAG]))
    editor.expected.append(expected)
    return True


def delete_paragraph(editor: Editor) -> bool:
    spot = _paragraph(editor)
    if spot is None or len(spot.held_in) < 2:
        return False
    del spot.held_in[_place(spot)]
    editor.touch(spot)
    editor.tell("kpi-removed removed", spot.tag, None)
    return True


def insert_paragraph(editor: Editor) -> bool:
    spot = _paragraph(editor)
    if spot is None:
        return False
    made = editor.text(f"{editor.sentence()} và {editor.sentence()[0].lower()}{editor.sentence()[1:]}.")
    spot.held_in.insert(editor.random.randrange(len(spot.held_in) + 1), made)
    editor._touched.add(made.tag)
    editor.tell("added", None, made.tag)
    return True


def reword_paragraph(editor: Editor) -> bool:
    spot = _paragraph(editor)
    made = editor.reword(str(spot.value)) if spot else None
    if spot is None or made is None or "%" in made or "<" in made:
        return False
    spot.held_in[_place(spot)] = _like(spot.value, made)
    editor.touch(spot)
    editor.tell("reworded", spot.tag, spot.tag)
    return True


def move_paragraph(editor: Editor) -> bool:
    spot = _paragraph(editor)
    if spot is None or len(spot.held_in) < 2 or len(str(spot.value).split()) < 8:
        return False
    there = [
        other
        for other in editor.paragraphs()
        if other.parent != spot.parent and other.in_objectives == spot.in_objectives
    ]
    if not there:
        return False
    target = editor.random.choice(there)
    del spot.held_in[_place(spot)]
    target.held_in.insert(editor.random.randrange(len(target.held_in) + 1), spot.value)
    editor.touch(spot)
    editor.tell("moved", spot.tag, spot.tag)
    return True


def _paragraph(editor: Editor) -> Spot | None:
    spots = [spot for spot in editor.paragraphs() if spot.tag not in editor._touched]
    return editor.random.choice(spots) if spots else None


def change_act(editor: Editor) -> bool:
    act = editor.data["act"]
    name = editor.random.choice(("number", "date", "archive", "name"))
    holder = act.get("signatory", {}) if name == "name" else act
    value = holder.get(name)
    if not isinstance(value, Tagged) or value.tag in editor._touched:
        return False
    made = {"number": "77", "date": "2023-11-05", "archive": "VT, XD", "name": "Trần Văn Thử"}[name]
    holder[name] = _like(value, made)
    editor._touched.add(value.tag)
    editor.tell("changed", value.tag, value.tag, name)
    return True


def change_list_of_act(editor: Editor) -> bool:
    """A basis or recipient less or more."""
    items = editor.data["act"].get(editor.random.choice(("bases", "recipients")))
    if not items or len(items) < 3:
        return False
    at = editor.random.randrange(len(items))
    if editor.random.random() < 0.5:
        made = editor.text(editor.sentence())
        items.insert(at, made)
        editor._touched.add(made.tag)
        editor.tell("added", None, made.tag)
        return True
    if not isinstance(items[at], Tagged) or items[at].tag in editor._touched:
        return False
    editor.tell("removed", items[at].tag, None)
    del items[at]
    return True


def _place(spot: Spot) -> int:
    return next(i for i, each in enumerate(spot.held_in) if each is spot.value)


Edit: TypeAlias = Callable[[Editor], bool]
EDITS: tuple[Edit, ...] = (
    delete_row,
    delete_task_with_its_rows,
    rename_section,
    insert_row,
    move_row,
    move_row,
    reword_title,
    change_lead,
    change_support,
    change_end,
    change_kind_of_time,
    reword_cell,
    add_note,
    change_figure,
    change_objective,
    split_row,
    merge_rows,
    swap_rows,
    delete_paragraph,
    insert_paragraph,
    reword_paragraph,
    move_paragraph,
    change_act,
    change_list_of_act,
)
