"""The differences between what was compiled and the real act, as lists that are empty where there are none."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import NamedTuple

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


class Difference(NamedTuple):
    """Words of the act, where something else, or nothing, stands in what was compiled."""

    act: str
    compiled: str


def word_differences(act: Sequence[str], compiled: Sequence[str]) -> list[Difference]:
    """The word-by-word difference, in order, between two lists of lines."""
    left, right = " ".join(act).split(), " ".join(compiled).split()
    if left == right:
        return []
    codes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    return [
        Difference(" ".join(left[i1:i2]), " ".join(right[j1:j2])) for code, i1, i2, j1, j2 in codes if code != "equal"
    ]


def text_differences(word_file: WordFile) -> list[Difference]:
    """All words that differ from the act's, what templates derive expected in the decree's form."""
    expected = [line for part in PARTS for line in expected_lines(part)]
    return word_differences(expected, [line for section in word_file.sections() for line in section])


def line_differences(word_file: WordFile) -> list[Difference]:
    """The lines that differ in any character, spaces included; each section holds one part of the act."""
    parts = zip_longest(map(expected_lines, PARTS), word_file.sections(), fillvalue=[])
    return [
        Difference(expected, found)
        for act, section in parts
        for expected, found in zip_longest(act, section, fillvalue="")
        if expected != found
    ]


def rows_of(word_file: WordFile) -> list[Row]:
    """The rows of the appendix below the table's heading."""
    return [row for table in word_file.tables() for row in table if not row.header]


def row_differences(word_file: WordFile) -> list[tuple[int, dict[str, str], dict[str, str]]]:
    """The rows that differ in a cell, by the number of the row: as in the act, as compiled."""
    found = map(_columns, rows_of(word_file))
    pairs = enumerate(zip_longest(printed_rows(), found, fillvalue={}), 1)
    return [(number, act, compiled) for number, (act, compiled) in pairs if act != compiled]


def _columns(row: Row) -> dict[str, str]:
    """The cells of a row by their columns; a cell that covers several stands in the first of them."""
    cells = dict.fromkeys((*COLUMNS, "time"), "")
    at = 0
    for cell in row.cells:
        cells[COLUMNS[at] if at < len(COLUMNS) else f"column {at + 1}"] = cell.text
        if COLUMNS[at : at + cell.span] == ("start", "end"):
            cells["time"] = "across"
        at += cell.span
    return cells


def kpi_differences(plan: Plan) -> list[tuple[dict[str, str], dict[str, str]]]:
    """The KPIs that differ: as read in the act, as the compiler reads them."""
    pairs = zip_longest(table("2025.kpis.tsv"), _kpis(plan), fillvalue={})
    return [(act, compiled) for act, compiled in pairs if act != compiled]


def numbered_objectives(plan: Plan) -> Iterator[tuple[str, int, Objective]]:
    """Every objective with its reform content and its number there, from 1."""
    numbers: dict[str, int] = {}
    for objective in objectives(plan):
        reform = objective.reform or "-"
        numbers[reform] = numbers.get(reform, 0) + 1
        yield reform, numbers[reform], objective


def _kpis(plan: Plan) -> Iterator[dict[str, str]]:
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


def body_differences(plan: Plan, on: date | None = None) -> list[tuple[dict[str, str], dict[str, str]]]:
    """The leads and supports that differ: as read in the act, as the compiler reads them as of a day."""
    pairs = zip_longest(table("2025.bodies.tsv"), _bodies(plan, on), fillvalue={})
    return [(act, compiled) for act, compiled in pairs if act != compiled]


def _bodies(plan: Plan, on: date | None) -> Iterator[dict[str, str]]:
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


def timing_differences(plan: Plan) -> list[tuple[dict[str, str], dict[str, str]]]:
    """The free timings that differ: as read in the act, as the compiler reads them."""
    read = [_timing(number, row.timing) for number, row in enumerate(plan_rows(plan), 1) if row.timing]
    pairs = zip_longest(map(_days, table("2025.timings.tsv")), read, fillvalue={})
    return [(act, compiled) for act, compiled in pairs if act != compiled]


def _timing(number: int, timing: Timing) -> dict[str, str]:
    return {
        "row": str(number),
        "words": timing.printed,
        "kind": timing.kind,
        "first": str(timing.first or ""),
        "last": str(timing.last or ""),
    }


def _days(row: dict[str, str]) -> dict[str, str]:
    """A line of the table of timings with the first and the last day of its months."""
    return row | {"first": row["first"] and f"{row['first']}-01", "last": row["last"] and _last_day(row["last"])}


def _last_day(month: str) -> str:
    year, number = map(int, month.split("-"))
    return f"{month}-{monthrange(year, number)[1]}"
