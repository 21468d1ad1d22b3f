"""Edits that the matcher was not tuned on: for the measurement that is held out."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tests.diff.editing import ROW_KEYS, TAG, Editor, Spot, Tagged

SUCCESSORS = {
    # Nghị quyết 18-NQ/TW: in force in the provinces from 1 March 2025.
    "Sở Thông tin và Truyền thông": "Sở Khoa học và Công nghệ",
    "Sở Kế hoạch và Đầu tư": "Sở Tài chính",
    "Sở Giao thông vận tải": "Sở Xây dựng",
    "Sở Lao động - Thương binh và Xã hội": "Sở Nội vụ",
    "Sở Tài nguyên và Môi trường": "Sở Nông nghiệp và Môi trường",
}
_AFTER = "2025-12-26"


def insert_at_head(editor: Editor) -> bool:
    spot = _first_free(editor)
    return spot is not None and _insert(editor, spot, 0)


def insert_two(editor: Editor) -> bool:
    spot = editor.free_row()
    if spot is None:
        return False
    at = _place(spot) + 1
    return _insert(editor, spot, at) and _insert(editor, spot, at)


def _insert(editor: Editor, spot: Spot, at: int) -> bool:
    tag = next(editor._fresh)
    row = {"title": editor.text(editor.sentence()), "output": editor.text(editor.sentence()), TAG: tag}
    spot.held_in.insert(at, row)
    editor.touch(spot)
    editor._touched.add(tag)
    editor.tell("added", None, tag)
    return True


def delete_two(editor: Editor) -> bool:
    spot = editor.free_row()
    other = _next(editor, spot)
    if spot is None or other is None or len(spot.held_in) < 4:
        return False
    for row in (spot.value, other):
        spot.held_in.remove(row)
        editor._touched.add(row[TAG])
        editor.tell("removed", row[TAG], None)
    editor.touch(spot)
    return True


def replace_row(editor: Editor) -> bool:
    """Another task in a task's place."""
    spot = editor.free_row(fields=("lead",))
    if spot is None or len(spot.held_in) < 2:
        return False
    at, tag = _place(spot), next(editor._fresh)
    spot.held_in[at] = {"title": editor.text(editor.sentence()), "lead": editor.text("Sở Y tế"), TAG: tag}
    editor.touch(spot)
    editor._touched.add(tag)
    editor.tell("removed", spot.tag, None)
    editor.tell("added", None, tag)
    return True


def copy_row(editor: Editor) -> bool:
    """The same task once more, for another lead, under another parent."""
    spot = editor.free_row(fields=("lead", "support"))
    if spot is None or len(str(spot.value["title"]).split()) < 6:
        return False
    there = [
        each
        for each in editor.rows()
        if each.key == spot.key and each.parent != spot.parent and not _is_merged(each.held_in)
    ]
    if not there:
        return False
    tag = next(editor._fresh)
    lead = "Sở Y tế" if str(spot.value["lead"]) != "Sở Y tế" else "Sở Xây dựng"
    made = {"title": editor.text(spot.value["title"]), "lead": editor.text(lead), TAG: tag}
    target = editor.random.choice(there)
    target.held_in.insert(_place(target) + 1, made)
    editor.touch(spot, target)
    editor._touched.add(tag)
    editor.tell("added", None, tag)
    return True


def swap_far(editor: Editor) -> bool:
    """Two rows of a group in each other's place, two others or more between them."""
    spot = editor.free_row()
    if spot is None or any(row[TAG] in editor._touched for row in spot.held_in):
        return False
    at = _place(spot)
    far = [i for i in range(len(spot.held_in)) if abs(i - at) > 2]
    if not far or len({str(row["title"]) for row in spot.held_in}) < len(spot.held_in):
        return False
    there = editor.random.choice(far)
    other = spot.held_in[there]
    spot.held_in[at], spot.held_in[there] = other, spot.value
    for row in spot.held_in:
        editor._touched.add(row[TAG])
    editor.touch(spot)
    editor.tell("reordered", spot.tag, spot.tag)
    editor.tell("reordered", other[TAG], other[TAG])
    return True


def move_and_reword(editor: Editor) -> bool:
    spot = editor.free_row(fields=("lead", "support"))
    made = editor.reword(str(spot.value["title"])) if spot else None
    if spot is None or made is None or len(made.split()) < 10 or len(spot.held_in) < 2:
        return False
    there = [
        each
        for each in editor.rows()
        if each.key == spot.key
        and each.parent != spot.parent
        and each.tag not in editor._touched
        and not _is_merged(each.held_in)
    ]
    if not there or not any(name in spot.value for name in ("start", "end", "when")):
        return False
    target = editor.random.choice(there)
    spot.held_in.remove(spot.value)
    spot.value["title"] = _with(spot.value["title"], made)
    target.held_in.insert(editor.random.randrange(len(target.held_in) + 1), spot.value)
    editor.touch(spot, target)
    editor.tell("moved", spot.tag, spot.tag)
    editor.tell("reworded", spot.tag, spot.tag, "title")
    return True


def split_in_three(editor: Editor) -> bool:
    spot = editor.free_row()
    words = str(spot.value["title"]).split(" ") if spot else []
    if spot is None or len(words) < 21:
        return False
    third = len(words) // 3
    tags = [next(editor._fresh), next(editor._fresh)]
    pieces = [words[:third], words[third : 2 * third], words[2 * third :]]
    at = _place(spot)
    for number, tag in enumerate(tags, 1):
        row = {**spot.value, "title": editor.text(" ".join(pieces[number])), TAG: tag}
        spot.held_in.insert(at + number, row)
        editor._touched.add(tag)
    spot.value["title"] = _with(spot.value["title"], " ".join(pieces[0]))
    editor.touch(spot)
    editor.tell("split", spot.tag, spot.tag)
    return True


def split_at_joint(editor: Editor) -> bool:
    """Where a sentence is joined: at a semicolon, a comma, an “và”."""
    spot = editor.free_row()
    title = str(spot.value["title"]) if spot else ""
    joints = [each for each in re.finditer(r"[;,] | và ", title) if title.count("(") == 0]
    good = [
        each for each in joints if len(title[: each.start()].split()) >= 5 and len(title[each.end() :].split()) >= 5
    ]
    if spot is None or not good:
        return False
    joint = editor.random.choice(good)
    rest = title[joint.end() :]
    tag = next(editor._fresh)
    second = {**spot.value, "title": editor.text(rest[0].upper() + rest[1:]), TAG: tag}
    spot.value["title"] = _with(spot.value["title"], title[: joint.start()])
    spot.held_in.insert(_place(spot) + 1, second)
    editor.touch(spot)
    editor._touched.add(tag)
    editor.tell("split", spot.tag, spot.tag)
    return True


def split_and_reword(editor: Editor) -> bool:
    """In two halves, in each of which a word is another one."""
    spot = editor.free_row()
    words = str(spot.value["title"]).split(" ") if spot else []
    if spot is None or len(words) < 18:
        return False
    middle, tag = len(words) // 2, next(editor._fresh)
    first, second = words[:middle], words[middle:]
    first[-2], second[1] = "chỉnh", "sửa"
    made = {**spot.value, "title": editor.text(" ".join(second)), TAG: tag}
    spot.value["title"] = _with(spot.value["title"], " ".join(first))
    spot.held_in.insert(_place(spot) + 1, made)
    editor.touch(spot)
    editor._touched.add(tag)
    editor.tell("split", spot.tag, spot.tag)
    return True


def merge_and_reword(editor: Editor) -> bool:
    """With the next row, a word of each another one."""
    spot = editor.free_row()
    other = _next(editor, spot)
    if spot is None or other is None or editor._titles.count(str(spot.value["title"])) != 1:
        return False
    first, second = (str(each["title"]).rstrip(".;").split(" ") for each in (spot.value, other))
    if min(len(first), len(second)) < 8:
        return False
    first[-2], second[2] = "chỉnh", "sửa"
    spot.value["title"] = _with(spot.value["title"], f"{' '.join(first)}, {' '.join(second)}")
    spot.held_in.remove(other)
    editor.touch(spot)
    editor._touched.add(other[TAG])
    editor.tell("merged", spot.tag, spot.tag)
    return True


def merge_into_former(editor: Editor) -> bool:
    """The words of the next row behind those of this one, joined as people join them."""
    spot = editor.free_row()
    other = _next(editor, spot)
    if spot is None or other is None:
        return False
    titles = [str(each["title"]) for each in (spot.value, other)]
    if min(len(each.split()) for each in titles) < 6 or any(editor._titles.count(each) != 1 for each in titles):
        return False
    joined = f"{titles[0].rstrip('.;')} và {titles[1][0].lower()}{titles[1][1:]}"
    spot.value["title"] = _with(spot.value["title"], joined)
    spot.held_in.remove(other)
    editor.touch(spot)
    editor._touched.add(other[TAG])
    editor.tell("merged", spot.tag, spot.tag)
    return True


def lead_and_end(editor: Editor) -> bool:
    spot = editor.free_row(fields=("lead", "end"))
    if spot is None or not spot.value["end"].isdigit() or int(spot.value["end"]) > 11:
        return False
    lead = next(each for each in ("Thanh tra tỉnh", "Sở Y tế") if each not in str(spot.value["lead"]))
    spot.value["lead"] = _with(spot.value["lead"], lead)
    spot.value["end"] = _with(spot.value["end"], str(int(spot.value["end"]) + 1))
    editor.touch(spot)
    editor.tell("lead", spot.tag, spot.tag, "lead")
    editor.tell("end", spot.tag, spot.tag, "end")
    return True


def title_and_output(editor: Editor) -> bool:
    spot = editor.free_row(fields=("output",))
    made = editor.reword(str(spot.value["title"])) if spot else None
    if spot is None or made is None:
        return False
    spot.value["title"] = _with(spot.value["title"], made)
    spot.value["output"] = editor.text(editor.sentence())
    spot.value["output"].tag = next(editor._fresh)
    editor.touch(spot)
    editor.tell("reworded", spot.tag, spot.tag, "title")
    editor.tell("output", spot.tag, spot.tag, "output")
    return True


def succession(editor: Editor) -> bool:
    """Bodies that ended in 2025 with those that took over; the act is of after that."""
    act = editor.data["act"]
    spots = [each for each in editor.rows() if str(each.value.get("lead")) in SUCCESSORS]
    spots = [each for each in spots if each.tag not in editor._touched and isinstance(each.value["title"], Tagged)]
    date = act.get("date")
    if not spots or not isinstance(date, Tagged) or (date != _AFTER and date.tag in editor._touched):
        return False
    if any("as_above" in each or "parts" in each for spot in spots for each in spot.held_in):
        return False
    spot = editor.random.choice(spots)
    if date != _AFTER:
        act["date"] = _with(date, _AFTER)
        editor._touched.add(date.tag)
        editor.tell("changed", date.tag, date.tag, "date")
    spot.value["lead"] = _with(spot.value["lead"], SUCCESSORS[str(spot.value["lead"])])
    editor.touch(spot)
    editor.tell("succession", spot.tag, spot.tag, "lead")
    return True


def always(editor: Editor) -> bool:
    spot = editor.free_row(fields=("end",))
    if spot is None or "when" in spot.value:
        return False
    spot.value.pop("start", None)
    del spot.value["end"]
    spot.value["when"] = editor.text("Thường xuyên, theo yêu cầu")
    editor.touch(spot)
    editor.tell("time-kind", spot.tag, spot.tag, "when")
    return True


def earlier_start(editor: Editor) -> bool:
    spot = editor.free_row(fields=("start", "end"))
    if spot is None or not spot.value["start"].isdigit() or int(spot.value["start"]) < 2:
        return False
    spot.value["start"] = _with(spot.value["start"], str(int(spot.value["start"]) - 1))
    editor.touch(spot)
    editor.tell("start", spot.tag, spot.tag, "start")
    return True


def bound_words(editor: Editor) -> bool:
    """“80%” that becomes “trên 80%”."""
    name = editor.random.choice(("indicator", "measures"))
    spot = editor.free_row(fields=(name,))
    if spot is None:
        return False
    found = _lone_share(str(spot.value[name]))
    if found is None or found.start():
        return False
    spot.value[name] = _with(spot.value[name], f"Dưới {spot.value[name]}")
    editor.touch(spot)
    editor.tell("kpi-bound", spot.tag, spot.tag, name)
    return True


def figure_and_words(editor: Editor) -> bool:
    """A share and a word behind it: one fact."""
    name = editor.random.choice(("indicator", "measures"))
    spot = editor.free_row(fields=(name,))
    text = str(spot.value[name]) if spot else ""
    found = _lone_share(text)
    if spot is None or found is None or len(text.split()) < 8:
        return False
    value = int(found[1])
    made = value - 9 if value > 20 else value + 9
    words = f"{text[: found.start()]}{made}%{text[found.end() :]}".split(" ")
    if "%" in words[-1]:
        return False
    words[-1] = "gọn"
    spot.value[name] = _with(spot.value[name], " ".join(words))
    editor.touch(spot)
    editor.tell("kpi-lowered" if made < value else "kpi-raised", spot.tag, spot.tag, name)
    return True


def empty_cell(editor: Editor) -> bool:
    name = editor.random.choice(("output", "indicator", "verification"))
    spot = editor.free_row(fields=(name,))
    if spot is None or "%" in str(spot.value[name]):
        return False
    if any(name in (table.get("defaults") or {}) for table in _holders(editor)):
        return False
    del spot.value[name]
    editor.touch(spot)
    kind = name if name in ("output", "indicator") else "cell"
    editor.tell(kind, spot.tag, spot.tag, name)
    return True


def change_default(editor: Editor) -> bool:
    """A cell that many rows have from one place: one fact."""
    held = [
        each
        for each in _holders(editor)
        if isinstance((each.get("defaults") or {}).get("support"), Tagged)
        and each["defaults"]["support"].tag not in editor._touched
    ]
    if not held:
        return False
    defaults = editor.random.choice(held)["defaults"]
    rows = [row for row in editor.rows() if row.tag in editor._touched]
    if rows:
        # Rows that were moved have another default already.
        return False
    old = defaults["support"]
    defaults["support"] = _with(old, "Kho bạc Nhà nước tỉnh; Cục Thuế tỉnh")
    editor._touched.add(old.tag)
    editor._touched.update(row.tag for row in editor.rows())
    editor.tell("support", old.tag, old.tag, "support")
    return True


def delete_section(editor: Editor) -> bool:
    lists = [editor.data.get("body") or [], *(each.get("sections") or [] for each in editor._sections())]
    held = [
        (sections, each)
        for sections in lists
        if len(sections) > 1
        for each in sections
        if not _tags(each) & editor._touched and "table" not in str(each.keys()) and not _has_table(each)
    ]
    named = [(sections, each) for sections, each in held if isinstance(_heading(each), Tagged)]
    if not named:
        return False
    sections, section = editor.random.choice(named)
    if len(_heading(section).split()) < 3:
        return False
    around = [each for each in editor._sections() if section[TAG] in _tags(each)]
    sections.remove(section)
    editor._touched |= _tags(section) | {each[TAG] for each in around}
    editor.tell("removed", _heading(section).tag, None)
    return True


def insert_section(editor: Editor) -> bool:
    sections = editor.random.choice(
        [editor.data.get("body") or [], *(each["sections"] for each in editor._sections() if each.get("sections"))]
    )
    if not sections:
        return False
    title = editor.text(editor.sentence())
    made = {"title": title, "bullets": [editor.text(editor.sentence() + ".") for _ in range(3)]}
    section = {**made, TAG: next(editor._fresh)}
    sections.insert(editor.random.randrange(len(sections) + 1), section)
    editor._touched |= _tags(section)
    editor.tell("added", None, title.tag)
    return True


def reword_and_move_paragraph(editor: Editor) -> bool:
    spots = [each for each in editor.paragraphs() if each.tag not in editor._touched and "<" not in each.value]
    spots = [each for each in spots if len(each.held_in) > 2 and "%" not in each.value and len(each.value.split()) > 11]
    if not spots:
        return False
    spot = editor.random.choice(spots)
    made = editor.reword(str(spot.value))
    there = [
        each for each in editor.paragraphs() if each.parent != spot.parent and each.in_objectives == spot.in_objectives
    ]
    if made is None or not there:
        return False
    target = editor.random.choice(there)
    del spot.held_in[_place(spot)]
    target.held_in.insert(editor.random.randrange(len(target.held_in) + 1), _with(spot.value, made))
    editor.touch(spot)
    editor.tell("moved", spot.tag, spot.tag)
    editor.tell("reworded", spot.tag, spot.tag)
    return True


def bound_of_objective(editor: Editor) -> bool:
    spots = [each for each in editor.paragraphs() if each.in_objectives and each.tag not in editor._touched]
    spots = [each for each in spots if (found := _lone_share(str(each.value))) and not found.start()]
    if not spots:
        return False
    spot = editor.random.choice(spots)
    spot.held_in[_place(spot)] = _with(spot.value, f"Dưới {spot.value}")
    editor.touch(spot)
    editor.tell("kpi-bound", spot.tag, spot.tag)
    return True


def add_basis(editor: Editor) -> bool:
    """A basis as acts have it, of the same kind as the others."""
    bases = editor.data["act"].get("bases")
    if not bases:
        return False
    made = editor.text(
        f"Nghị quyết số {editor.random.randrange(30, 99)}/NQ-HĐND ngày 09 tháng 7 năm 2023 của Hội đồng nhân dân tỉnh "
        f"về {editor.sentence().lower()}"
    )
    bases.insert(editor.random.randrange(len(bases) + 1), made)
    editor._touched.add(made.tag)
    editor.tell("added", None, made.tag)
    return True


def change_recipient(editor: Editor) -> bool:
    items = editor.data["act"].get("recipients") or []
    free = [
        (at, each)
        for at, each in enumerate(items)
        if isinstance(each, Tagged) and each.tag not in editor._touched and len(each.split()) >= 4
    ]
    if not free:
        return False
    at, old = editor.random.choice(free)
    items[at] = _with(old, f"{old} (để báo cáo)")
    editor._touched.add(old.tag)
    editor.tell("reworded", old.tag, old.tag)
    return True


def change_signatory(editor: Editor) -> bool:
    signatory = editor.data["act"].get("signatory") or {}
    found = [signatory.get(name) for name in ("title", "name")]
    if any(not isinstance(each, Tagged) or each.tag in editor._touched for each in found):
        return False
    for name, made in (("title", "Quyền Chủ tịch"), ("name", "Lê Thị Thử")):
        old = signatory[name]
        signatory[name] = _with(old, made)
        editor._touched.add(old.tag)
        editor.tell("changed", old.tag, old.tag, name)
    return True


def put_rows_below(editor: Editor) -> bool:
    """Rows inside a row that held none; what it says itself stays."""
    spot = editor.free_row(fields=("lead",))
    if spot is None or spot.key != "tasks":
        return False
    rows = [
        {"title": editor.text(editor.sentence()), "lead": editor.text("Sở Y tế"), TAG: next(editor._fresh)}
        for _ in range(2)
    ]
    spot.value["activities"] = rows
    editor.touch(spot)
    for row in rows:
        tag = row[TAG]
        assert isinstance(tag, int)
        editor._touched.add(tag)
        editor.tell("added", None, tag)
    return True


def only_letters(editor: Editor) -> bool:
    """Another letter case."""
    spot = editor.free_row(leaf=False)
    if spot is None or str(spot.value["title"]).isupper() or "20" in spot.value["title"]:
        return False
    spot.value["title"] = _with(spot.value["title"], str(spot.value["title"]).upper())
    editor.touch(spot)
    editor.tell("reworded", spot.tag, spot.tag, "title")
    return True


def _with(old: Tagged, text: str) -> Tagged:
    made = Tagged(text)
    made.tag = old.tag
    return made


def _place(spot: Spot) -> int:
    return next(i for i, each in enumerate(spot.held_in) if each is spot.value)


def _first_free(editor: Editor) -> Spot | None:
    spot = editor.free_row()
    return spot if spot is not None and spot.held_in[0][TAG] not in editor._touched else None


def _next(editor: Editor, spot: Spot | None) -> dict[str, Any] | None:
    """The row behind, where no edit has touched it and it holds none."""
    if spot is None or _place(spot) + 1 >= len(spot.held_in):
        return None
    other = spot.held_in[_place(spot) + 1]
    assert isinstance(other, dict)
    free = other[TAG] not in editor._touched and isinstance(other["title"], Tagged)
    alone = editor._titles.count(str(other["title"])) == 1
    return other if free and alone and not any(key in other for key in ROW_KEYS) else None


def _is_merged(rows: list[Any]) -> bool:
    return any("as_above" in each or "parts" in each for each in rows)


def _lone_share(text: str) -> re.Match[str] | None:
    shares = list(re.finditer(r"(?<![\d,.])(\d{1,3})%", text))
    follows = text[shares[0].end() :].lstrip().lower() if len(shares) == 1 else "trở"
    return None if "<" in text or follows.startswith(("trở", "-", "đến")) else shares[0]


def _holders(editor: Editor) -> list[dict[str, Any]]:
    return [*editor._tables(), *(spot.value for spot in editor.rows())]


def _heading(section: dict[str, Any]) -> Any:
    return section.get("title") or section.get("agency")


def _tags(value: Any) -> set[int]:
    if isinstance(value, dict):
        return {value.get(TAG, -1)}.union(*(_tags(each) for key, each in value.items() if key != TAG))
    if isinstance(value, list):
        return set[int]().union(*(_tags(each) for each in value))
    return {value.tag} if isinstance(value, Tagged) else set()


def _has_table(section: dict[str, Any]) -> bool:
    return "table" in section or any(_has_table(each) for each in section.get("sections") or ())


HARDER: tuple[Callable[[Editor], bool], ...] = (
    insert_at_head, insert_two, delete_two, replace_row, copy_row, swap_far, move_and_reword, split_in_three,
    split_at_joint, split_and_reword, merge_into_former, merge_and_reword, lead_and_end, title_and_output, succession,
    always, earlier_start, bound_words, figure_and_words, empty_cell, change_default, delete_section, insert_section,
    reword_and_move_paragraph, bound_of_objective, add_basis, change_recipient, change_signatory, put_rows_below,
    only_letters,
)  # fmt: skip
