"""Rows that stand twice in a table: whole, by their title, by nearly the same title, or but for a number."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from cchc.checks.context import Context
from cchc.checks.likeness import Likeness, is_slip, likeness, numbers_apart
from cchc.checks.times import title_of
from cchc.diagnostics import Diagnostic, Example, Related, Rule, Severity, Wording, excerpt
from cchc.language.folding import fold
from cchc.model.fields import TIME_FIELDS
from cchc.model.inheritance import PlacedRow, placed_rows
from cchc.model.rows import Table
from cchc.source import KeyPath, SourceMap, Span

ROW_TWICE = Rule(
    "P101",
    "row-twice",
    Severity.WARNING,
    Wording("dòng này giống hệt một dòng trước: “{title}”", "this row is a row above once more: “{title}”"),
    Wording("bỏ một dòng, hoặc sửa dòng chép mà quên đổi", "leave one out, or change what the copy was meant for"),
    Wording(
        "dòng chép để sửa mà quên sửa thì việc được giao và đếm hai lần",
        "where a row was copied to be changed and was not, the task is assigned and counted twice",
    ),
    Example(
        wrong="tasks:\n  - {title: Kiểm tra công vụ, lead: Sở Nội vụ, start: 3, end: 9}\n"
        "  - {title: Kiểm tra công vụ, lead: Sở Nội vụ, start: 3, end: 9}",
        right="tasks:\n  - {title: Kiểm tra công vụ, lead: Sở Nội vụ, start: 3, end: 9}",
    ),
)
TITLE_TWICE = Rule(
    "P102",
    "title-twice",
    Severity.WARNING,
    Wording(
        "trùng tên với một dòng trước: “{title}” (khác ở {differing})",
        "a row above has the same title: “{title}” (they differ in {differing})",
    ),
    Wording(
        "gộp hai dòng, hoặc đặt tên cho thấy hai việc khác nhau thế nào",
        "make one row of the two, or give them titles that tell them apart",
    ),
    Wording(
        "hai việc cùng tên dưới một mục: báo cáo không biết nói về việc nào",
        "of two tasks with one title under one heading a report cannot say which it means",
    ),
    Example(
        wrong="tasks:\n  - {title: Tập huấn kiểm soát TTHC, start: 3, end: 4}\n"
        "  - {title: Tập huấn kiểm soát TTHC, start: 9, end: 10}",
        right="tasks:\n  - {title: Tập huấn kiểm soát TTHC đợt 1, start: 3, end: 4}\n"
        "  - {title: Tập huấn kiểm soát TTHC đợt 2, start: 9, end: 10}",
    ),
)
NEARLY_TWICE = Rule(
    "P103",
    "title-nearly-twice",
    Severity.WARNING,
    Wording(
        "gần trùng tên với một dòng trước: “{title}” và “{other}”",
        "a row above has nearly the same title: “{title}” and “{other}”",
    ),
    Wording(
        "gộp hai dòng, hoặc đặt tên cho thấy hai việc khác nhau thế nào",
        "make one row of the two, or give them titles that tell them apart",
    ),
    Wording(
        "hai tên chỉ khác dấu, chữ viết tắt, hư từ hay một chữ gõ nhầm thường là một việc nhập hai lần",
        "titles that differ in marks, abbreviations, small words or one slip are mostly one task entered twice",
    ),
    Example(
        wrong="tasks:\n  - {title: Tập huấn kiểm soát TTHC cho công chức}\n"
        "  - {title: Tổ chức tập huấn kiểm soát thủ tục hành chính cho các công chức}",
        right="tasks:\n  - {title: Tập huấn kiểm soát TTHC cho công chức}",
    ),
)
NUMBER_APART = Rule(
    "P104",
    "only-a-number-apart",
    Severity.WARNING,
    Wording(
        "chỉ khác một dòng trước ở con số {number} (dòng trước: {other}): “{title}”",
        "only the number {number} differs from a row above ({other} there): “{title}”",
    ),
    Wording(
        "bỏ dòng cũ nếu đây là dòng sửa; hai việc khác nhau thì nói rõ ở tên",
        "leave the old row out where this one replaces it; where both are meant, say so in the titles",
    ),
    Wording(
        "cùng chủ trì, cùng thời gian, chỉ khác số lượng: thường là bản cũ và bản mới của một việc",
        "with the same lead and time and another amount they are mostly the old and the new form of one task",
    ),
    Example(
        wrong="tasks:\n  - {title: Tổ chức 02 lớp tập huấn, lead: Sở Nội vụ, start: 3, end: 9}\n"
        "  - {title: Tổ chức 03 lớp tập huấn, lead: Sở Nội vụ, start: 3, end: 9}",
        right="tasks:\n  - {title: Tổ chức 03 lớp tập huấn, lead: Sở Nội vụ, start: 3, end: 9}",
    ),
)
ELSEWHERE = Rule(
    "P105",
    "task-elsewhere",
    Severity.WARNING,
    Wording(
        "việc này có ở mục khác, cùng chủ trì và thời gian: “{title}”",
        "this task stands under another heading too, with the same lead and time: “{title}”",
    ),
    Wording("để ở một mục", "keep it under one heading"),
    Wording(
        "nhiều người soạn, mỗi người một mục: cùng một việc dễ được giao hai lần",
        "where several people write a heading each, one task is easily assigned twice",
    ),
    Example(
        wrong="groups:\n  - title: Thủ tục hành chính\n    tasks:\n"
        "      - {title: Số hóa kết quả giải quyết thủ tục hành chính, lead: Văn phòng UBND tỉnh, start: 1, end: 6}\n"
        "  - title: Chính quyền số\n    tasks:\n"
        "      - {title: Số hóa kết quả giải quyết thủ tục hành chính, lead: Văn phòng UBND tỉnh, start: 1, end: 6}",
        right="groups:\n  - title: Thủ tục hành chính\n    tasks:\n"
        "      - {title: Số hóa kết quả giải quyết thủ tục hành chính, lead: Văn phòng UBND tỉnh, start: 1, end: 6}",
    ),
)

_FEWEST_WORDS = 3
"""A title of fewer words is compared whole only: "Cấp xã" and "Cấp xa" tell nothing."""
_FEWEST_ELSEWHERE = 6
_SIGNS = " .;,:"
_COMPARED = 8
"""With how many rows above one is compared at most: a table of 10,000 alike rows must not be judged by pairs."""


class _Entry(NamedTuple):
    """A row with its title and what the title is compared by."""

    placed: PlacedRow
    title: str
    like: Likeness


class _Found(NamedTuple):
    """A row that repeats another."""

    rule: Rule
    entry: _Entry
    other: _Entry
    values: dict[str, object]


def check_duplicates(context: Context) -> Iterator[Diagnostic]:
    """Rows of a table that repeat others."""
    known: dict[str, Likeness] = {}
    for path, table in context.plan.tables():
        families = _families(table, known)
        said: set[KeyPath] = set()
        for entries in families.values():
            for found in _under_one_parent(entries) if len(entries) > 1 else ():
                said.add(found.entry.placed.row_path)
                yield _diagnostic(found, path, context.places)
        for found in _elsewhere(families):
            if found.entry.placed.row_path not in said:
                yield _diagnostic(found, path, context.places)


def _families(table: Table, known: dict[str, Likeness]) -> dict[KeyPath, list[_Entry]]:
    """The rows of ``table`` by the key path of what holds them; ``known`` has what was read of titles."""
    families: defaultdict[KeyPath, list[_Entry]] = defaultdict(list)
    for placed in placed_rows(table):
        title = title_of(placed)
        if not title or placed.continues:
            continue
        like = known.get(title)
        if like is None:
            like = known[title] = likeness(title)
        if like.words:
            families[placed.row_path[:-2]].append(_Entry(placed, title, like))
    return families


def _diagnostic(found: _Found, table: KeyPath, places: SourceMap) -> Diagnostic:
    def place(entry: _Entry) -> Span:
        return places.value((*table, *entry.placed.row_path, "title"))

    other = Related(place(found.other), Wording("dòng trước", "the row above"))
    return found.rule.filled(
        place(found.entry), {"title": excerpt(found.entry.title), **found.values}, related=(other,)
    )


def _under_one_parent(entries: list[_Entry]) -> Iterator[_Found]:
    """The rows among ``entries``, all below one heading, that repeat one before them."""
    letters: defaultdict[str, list[_Entry]] = defaultdict(list)
    for entry in entries:
        letters[entry.like.letters].append(entry)
    left = []
    for alike in letters.values():
        left.append(alike[0])
        if len(alike) > 1:
            yield from _alike(alike)
    if len(left) > 1:
        yield from _nearly(left)


def _alike(entries: list[_Entry]) -> Iterator[_Found]:
    """Among rows whose titles have the same letters: those with the same numbers too, and two with other numbers."""
    by_numbers: dict[str, dict[str, _Entry]] = {}
    for entry in entries:
        titles = by_numbers.setdefault(entry.like.numbers, {})
        before = titles.setdefault(entry.title, entry)
        if before is not entry:
            yield _same_title(before, entry)
        elif len(titles) > 1:
            yield from _same_letters(next(iter(titles.values())), entry)
    # Three and more that differ by their numbers are a series.
    if len(by_numbers) == 2:
        before, entry = (next(iter(titles.values())) for titles in by_numbers.values())
        apart = numbers_apart(before.title, entry.title)
        if apart and _same_duty(before.placed, entry.placed):
            yield _Found(NUMBER_APART, entry, before, {"other": apart[0], "number": apart[1]})


def _same_title(before: _Entry, entry: _Entry) -> _Found:
    first, second = before.placed, entry.placed
    differing = [name for name in {**first.cells, **second.cells} if first.cells.get(name) != second.cells.get(name)]
    if first.holds_rows or second.holds_rows or first.row.parts or second.row.parts:
        differing.append("…")
    if differing:
        return _Found(TITLE_TWICE, entry, before, {"differing": ", ".join(differing)})
    return _Found(ROW_TWICE, entry, before, {})


def _same_letters(before: _Entry, entry: _Entry) -> Iterator[_Found]:
    """Two titles of the same letters and numbers: other signs, another placing of the tone, or other marks."""
    if fold(before.title).strip(_SIGNS) == fold(entry.title).strip(_SIGNS):
        yield _same_title(before, entry)
    elif len(entry.like.words) >= _FEWEST_WORDS:
        yield _Found(NEARLY_TWICE, entry, before, {"other": excerpt(before.title)})


def _same_duty(first: PlacedRow, second: PlacedRow) -> bool:
    """Whether two rows have the same lead and the same time."""
    return all(first.cells.get(name) == second.cells.get(name) for name in ("lead", *TIME_FIELDS))


def _nearly(entries: list[_Entry]) -> Iterator[_Found]:
    """Rows whose titles differ in small words, abbreviations and order, or in one slip."""
    cores: dict[int, list[_Entry]] = {}
    halves: defaultdict[tuple[object, ...], list[_Entry]] = defaultdict(list)
    for entry in entries:
        words = entry.like.words
        if len(words) < _FEWEST_WORDS:
            continue
        other = _of_same_core(entry, cores.setdefault(entry.like.core_weight, []))
        if other is entry:
            middle = len(words) // 2
            beginning, ending = ("<", len(words), words[:middle]), (">", len(words), words[middle:])
            near = (*halves[beginning][:_COMPARED], *halves[ending][:_COMPARED])
            halves[beginning].append(entry)
            halves[ending].append(entry)
            slipped = next((each for each in near if is_slip(each.like.words, words)), None)
            if slipped is None:
                continue
            other = slipped
        yield _Found(NEARLY_TWICE, entry, other, {"other": excerpt(other.title)})


def _of_same_core(entry: _Entry, others: list[_Entry]) -> _Entry:
    """The one among ``others`` with the same core as ``entry``; where there is none, ``entry``, which joins them."""
    core = entry.like.core if others else ()
    other = next((each for each in others if each.like.core == core), entry)
    if other is entry:
        others.append(entry)
    return other


def _elsewhere(families: dict[KeyPath, list[_Entry]]) -> Iterator[_Found]:
    """Rows that stand below another heading too, with the same lead and time."""
    often = Counter(entry.like.letters for entries in families.values() for entry in entries)
    if len(often) == sum(map(len, families.values())):
        return
    headings = {entry.placed.row_path: entry for entries in families.values() for entry in entries}
    seen: dict[tuple[object, ...], _Entry] = {}
    for parent, entries in families.items():
        for entry in entries:
            if often[entry.like.letters] == 1:
                continue
            cells, words = entry.placed.cells, entry.like.words
            if len(words) < _FEWEST_ELSEWHERE or "lead" not in cells or cells.keys().isdisjoint(TIME_FIELDS):
                continue
            key = (words, str(cells["lead"]), cells.get("start"), cells.get("end"), cells.get("when"))
            other = seen.setdefault(key, entry)
            around = other.placed.row_path[:-2]
            if around == parent or (entry.like.is_step and "tasks" in parent[-2:]):
                continue
            first, second = headings.get(around), headings.get(parent)
            # A task that was copied whole is said at the task.
            if not (first and second and first.like.words == second.like.words):
                yield _Found(ELSEWHERE, entry, other, {})
