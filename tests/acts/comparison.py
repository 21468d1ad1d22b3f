"""The differences between what was compiled and the real act, as lists that are empty where there are none."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher
from itertools import takewhile, zip_longest
from typing import NamedTuple, TypeAlias

from cchc.export.rows import bodies_of, plan_rows
from cchc.language.figures import Figure
from cchc.language.timing import Timing
from cchc.model.inheritance import placed_rows
from cchc.model.objectives import Objective, objectives
from cchc.model.plan import Plan
from cchc.registry.reading import Mention
from cchc.registry.registry import shipped_registry
from tests.acts.fixtures import COLUMNS, PARTS, expected_lines, printed_rows, table
from tests.acts.word_file import Row, WordFile

Line: TypeAlias = dict[str, str]
"""A line of a table by the names of its columns."""


class Difference(NamedTuple):
    """Words of the act, where something else, or nothing, stands in what was compiled."""

    act: str
    compiled: str


class LineDifference(NamedTuple):
    """Line ``number`` of a table, from 1, in the act and in what was compiled; empty where one has no such line."""

    number: int
    act: Line
    compiled: Line


def _unequal(act: Iterable[Line], compiled: Iterable[Line]) -> list[LineDifference]:
    pairs = enumerate(zip_longest(act, compiled, fillvalue=Line()), 1)
    return [LineDifference(number, left, right) for number, (left, right) in pairs if left != right]


def word_differences(act: Sequence[str], compiled: Sequence[str]) -> list[Difference]:
    """The word-by-word difference, in order, between two lists of lines."""
    left, right = " ".join(act).split(), " ".join(compiled).split()
    start = _shared(left, right)
    left, right = left[start:], right[start:]
    end = _shared(left[::-1], right[::-1])
    left, right = left[: len(left) - end], right[: len(right) - end]
    codes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    return [
        Difference(" ".join(left[i1:i2]), " ".join(right[j1:j2])) for code, i1, i2, j1, j2 in codes if code != "equal"
    ]


def _shared(left: Sequence[str], right: Sequence[str]) -> int:
    """With how many words both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))


def text_differences(word_file: WordFile) -> list[Difference]:
    """All words that differ from the act's, what templates derive expected in the decree's form."""
    expected = [line for part in PARTS for line in expected_lines(part)]
    return word_differences(expected, [line for section in word_file.sections for line in section])


def line_differences(word_file: WordFile) -> list[Difference]:
    """The lines that differ in any character, spaces included; each section holds one part of the act."""
    empty: list[str] = []
    parts = zip_longest(map(expected_lines, PARTS), word_file.sections, fillvalue=empty)
    return [
        Difference(expected, found)
        for act, section in parts
        for expected, found in zip_longest(act, section, fillvalue="")
        if expected != found
    ]


def rows_of(word_file: WordFile) -> list[Row]:
    """The rows of the appendix below the table's heading."""
    return [row for table in word_file.tables for row in table if not row.header]


def row_differences(word_file: WordFile) -> list[LineDifference]:
    """The rows of the appendix that differ in a cell."""
    return _unequal(printed_rows(), map(_columns, rows_of(word_file)))


def _columns(row: Row) -> Line:
    """The cells of a row by their columns; a cell that covers several stands in the first of them."""
    cells = dict.fromkeys((*COLUMNS, "time"), "")
    at = 0
    for cell in row.cells:
        cells[COLUMNS[at] if at < len(COLUMNS) else f"column {at + 1}"] = cell.text
        if COLUMNS[at : at + cell.span] == ("start", "end"):
            cells["time"] = "across"
        at += cell.span
    return cells


def kpi_differences(plan: Plan) -> list[LineDifference]:
    """The KPIs that the compiler reads otherwise than the act's reader."""
    return _unequal(table("2025.kpis.tsv"), _kpis(plan))


def numbered_objectives(plan: Plan) -> Iterator[tuple[str, int, Objective]]:
    """Every objective with its reform content and its number there, from 1."""
    numbers: dict[str, int] = {}
    for objective in objectives(plan):
        reform = objective.reform or "-"
        numbers[reform] = numbers.get(reform, 0) + 1
        yield reform, numbers[reform], objective


def _kpis(plan: Plan) -> Iterator[Line]:
    for reform, number, objective in numbered_objectives(plan):
        for figure in objective.figures:
            yield {
                "reform": reform,
                "objective": str(number),
                "value": _value(figure),
                "bound": figure.bound,
                "change": figure.change or "-",
                "scope": ",".join(figure.scope) or "-",
                "name": figure.name,
            }


def _value(figure: Figure) -> str:
    """The value with its unit, where that is no percentage."""
    unit = "" if figure.unit == "%" else f" {figure.unit}"
    return f"{figure.value}{'' if figure.upper is None else f'..{figure.upper}'}{unit}"


def body_differences(plan: Plan, on: date | None = None) -> list[LineDifference]:
    """The leads and supports that the compiler reads otherwise, as of a day, than the act's reader."""
    return _unequal(table("2025.bodies.tsv"), _bodies(plan, on))


def _bodies(plan: Plan, on: date | None) -> Iterator[Line]:
    rows = (placed for appendix in plan.appendices for placed in placed_rows(appendix))
    for number, placed in enumerate(rows, 1):
        if "lead" in placed.cells or "support" in placed.cells:
            read = {
                column: "; ".join(map(shown, bodies_of(placed.cells.get(column), shipped_registry(), on)))
                for column in ("lead", "support")
            }
            yield {"row": str(number)} | read


def shown(mention: Mention) -> str:
    """A mention as the table of bodies writes it: a body by its id, a class by the act's words."""
    if mention.kind == "body":
        return mention.id or ""
    if mention.kind == "office_holder":
        return f"holder:{mention.office} {mention.id}"
    return f"{mention.kind}:{mention.printed.lower()}"


def timing_differences(plan: Plan) -> list[LineDifference]:
    """The free timings that the compiler reads otherwise than the act's reader."""
    read = (_timing(number, row.timing) for number, row in enumerate(plan_rows(plan), 1) if row.timing)
    return _unequal(map(_days, table("2025.timings.tsv")), read)


def _timing(number: int, timing: Timing) -> Line:
    return {
        "row": str(number),
        "words": timing.printed,
        "kind": timing.kind,
        "first": str(timing.first or ""),
        "last": str(timing.last or ""),
    }


def _days(row: Line) -> Line:
    """A line of the table of timings with the first and the last day of its months."""
    return row | {"first": row["first"] and f"{row['first']}-01", "last": row["last"] and _last_day(row["last"])}


def _last_day(month: str) -> str:
    year, number = map(int, month.split("-"))
    return f"{month}-{monthrange(year, number)[1]}"
