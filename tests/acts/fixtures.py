"""The folders of the real acts as lists and mappings, slips corrected where asked; nothing here reads the compiler."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, zip_longest
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PLAN = ROOT / "plans" / "2025.yaml"
"""The plan that serves as the example wherever one real plan will do."""
ACROSS, ABOVE = "<", "^"
"""A cell that the one to its left, or the one above, covers."""
KIND = "@kind"
TOTAL = "total"
REST = "…"


class Act(NamedTuple):
    """A real act by the id of its plan: the parts of its running text in printing order."""

    id: str
    parts: tuple[str, ...]

    @property
    def folder(self) -> Path:
        """Where its fixtures are."""
        return HERE / self.id

    @property
    def plan(self) -> Path:
        """The plan file that it became."""
        return ROOT / "plans" / f"{self.id}.yaml"


class Table(NamedTuple):
    """A table as printed: the rows of its heading, its columns, its rows, each a list of cells, and which are totals.

    Paragraphs of a cell are divided by line breaks; ``ACROSS`` and ``ABOVE`` are covered cells.
    """

    name: str
    heading: list[list[str]]
    columns: tuple[str, ...]
    rows: list[list[str]]
    totals: list[bool]


class Correction(NamedTuple):
    """A slip of the scan, the words as printed, and how often it stands in the extracted text."""

    transcribed: str
    printed: str
    places: int


class Derived(NamedTuple):
    """Lines that a template derives: the act's own lines (none where it has none) and those that are printed.

    A single line of the act that begins or ends in ``REST`` is explained at :func:`expected_lines`.
    """

    part: str
    tag: str
    act: tuple[str, ...]
    printed: tuple[str, ...]


class DerivedCells(NamedTuple):
    """Cells of a column whose words templates put into another form; ``REST`` stands for the words that stay."""

    column: str
    act: str
    printed: str
    places: int


@cache
def acts() -> tuple[Act, ...]:
    """All acts that have a folder here."""
    return tuple(act(path.parent.name) for path in sorted(HERE.glob("*/text.txt")))


@cache
def act(name: str) -> Act:
    """The act whose plan has the id ``name``."""
    words = (HERE / name / "text.txt").read_text(encoding="utf-8")
    return Act(name, tuple(re.findall(r"^## (.+)$", words, re.MULTILINE)))


def text(of: Act, name: str) -> str:
    """A fixture's characters as transcribed."""
    return (of.folder / name).read_text(encoding="utf-8")


def table(of: Act, name: str) -> list[dict[str, str]]:
    """The lines of a fixture by its column names; none where the act has no such fixture."""
    return _lines_of(text(of, name)) if (of.folder / name).is_file() else []


def _lines_of(words: str) -> list[dict[str, str]]:
    head, *lines = (line.split("\t") for line in words.removesuffix("\n").split("\n"))
    return [dict(zip(head, line, strict=True)) for line in lines]


@cache
def corrections(of: Act) -> tuple[Correction, ...]:
    """The corrections in the order in which they apply."""
    rows = table(of, "corrections.tsv")
    return tuple(Correction(row["transcribed"], row["printed"], int(row["count"])) for row in rows)


def corrected(of: Act, words: str) -> str:
    """The words as printed."""
    for correction in corrections(of):
        words = words.replace(correction.transcribed, correction.printed)
    return words


def tagged_lines(of: Act, part: str) -> Iterator[tuple[str, str]]:
    """The lines of a part of the running text as printed, each with its tag, empty for prose."""
    lines = corrected(of, text(of, "text.txt")).partition(f"## {part}\n")[2].split("\n## ")[0].splitlines()
    for line in lines:
        if line.startswith("@"):
            tag, _, words = line.removeprefix("@").partition(" ")
            yield tag, words
        else:
            yield "", line


def prose(of: Act, part: str) -> list[str]:
    """The paragraphs of a part of the act as printed, without what templates derive."""
    return [line for tag, line in tagged_lines(of, part) if not tag]


@cache
def tables(of: Act) -> tuple[Table, ...]:
    """The tables of an act in printing order."""
    found: list[Table] = []
    heading: list[list[str]] = []
    for part in of.parts:
        for tag, words in tagged_lines(of, part):
            if tag == "table-heading":
                heading.append([_broken(cell) for cell in words.split("|")])
            elif tag == "table":
                found.append(_table(of, words, heading))
                heading = []
    return tuple(found)


def _table(of: Act, name: str, heading: list[list[str]]) -> Table:
    rows = _lines_of(corrected(of, text(of, f"{name}.tsv")))
    columns = tuple(column for column in rows[0] if column != KIND)
    cells = [[_broken(row[column]) for column in columns] for row in rows]
    return Table(name, heading, columns, cells, [row.get(KIND) == TOTAL for row in rows])


def _broken(cell: str) -> str:
    return cell.replace(r"\n", "\n")


def printed_rows(of: Act) -> list[dict[str, str]]:
    """The rows of all tables as printed, by their columns, without those of totals.

    A cell that the one above covers has its words, one that the cell to its left covers has none.
    """
    found: list[dict[str, str]] = []
    for table in tables(of):
        above = [""] * len(table.columns)
        for row, total in zip(table.rows, table.totals, strict=True):
            words = [over if cell == ABOVE else cell for over, cell in zip(above, row, strict=True)]
            above = words
            if not total:
                shown = ("" if cell == ACROSS else cell for cell in words)
                found.append(dict(zip(table.columns, shown, strict=True)))
    return found


def derived(of: Act) -> list[Derived]:
    """What templates derive and print otherwise than the act, in printing order."""
    return [
        Derived(row["part"], row["tag"], _joined(row["act"]), _joined(row["printed"]))
        for row in table(of, "derived.tsv")
    ]


def _joined(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def derived_cells(of: Act) -> list[DerivedCells]:
    """The forms of cells that templates print otherwise; of several that fit a cell the first one counts."""
    return [
        DerivedCells(row["column"], _broken(row["act"]), _broken(row["printed"]), int(row["count"]))
        for row in table(of, "derived-cells.tsv")
    ]


def form(forms: list[DerivedCells], column: str, cell: str) -> tuple[DerivedCells, tuple[str, ...]] | None:
    """The form that a cell of the act has, with the words that stay."""
    for item in forms:
        fits = re.fullmatch("(.+)".join(map(re.escape, item.act.split(REST))), cell)
        if fits and item.column == column:
            return item, fits.groups()
    return None


@cache
def expected_tables(of: Act) -> tuple[Table, ...]:
    """The tables as they are to be printed: the act's, cells that templates derive as they derive them."""
    forms = derived_cells(of)
    return tuple(
        table._replace(
            rows=[
                [_in_form(form(forms, column, cell), cell) for column, cell in zip(table.columns, row, strict=True)]
                for row in table.rows
            ]
        )
        for table in tables(of)
    )


def _in_form(found: tuple[DerivedCells, tuple[str, ...]] | None, cell: str) -> str:
    if found is None:
        return cell
    item, kept = found
    return "".join(chain.from_iterable(zip_longest(item.printed.split(REST), kept, fillvalue="")))


def act_lines(of: Act, part: str) -> list[str]:
    """All lines of a part of the act as printed, cells of the tables' headings and rows included, none empty."""
    return _lines(of, part, tables(of))


def _lines(of: Act, part: str, printed: Iterable[Table]) -> list[str]:
    named = {table.name: table for table in printed}
    lines: list[str] = []
    for tag, words in tagged_lines(of, part):
        if tag == "table":
            lines += [line for row in (*named[words].heading, *named[words].rows) for line in _printing(row)]
        elif tag != "table-heading":
            lines.append(words)
    return lines


def _printing(cells: list[str]) -> Iterator[str]:
    for cell in cells:
        if cell not in (ACROSS, ABOVE):
            yield from filter(None, cell.split("\n"))


def expected_lines(of: Act, part: str) -> list[str]:
    """The lines of a part as they are to be printed: the act's, what templates derive as they derive it.

    Of a line of the act that ends in ``REST`` only the beginning is printed otherwise; behind one that begins with it
    the printed lines are added. Lines without any of the act are added at the beginning of the part.
    """
    lines = _lines(of, part, expected_tables(of))
    for item in derived(of):
        if item.part == part:
            at = place(item, lines)
            lines[at] = _replaced(item, lines[at])
    return lines


def place(item: Derived, lines: list[str]) -> slice:
    """Which of ``lines`` the derived ones replace."""
    if not item.act:
        return slice(0, 0)
    first = item.act[0]
    if first.startswith(REST):
        at = lines.index(first.removeprefix(REST)) + 1
        return slice(at, at)
    if first.endswith(REST):
        [at] = (at for at, line in enumerate(lines) if line.startswith(first.removesuffix(REST)))
    else:
        at = lines.index(first)
    return slice(at, at + len(item.act))


def _replaced(item: Derived, lines: list[str]) -> list[str]:
    """The derived lines that are printed in place of ``lines`` of the act."""
    if lines and item.act[0].endswith(REST):
        begins, printed = item.act[0].removesuffix(REST), item.printed[0].removesuffix(REST)
        return [printed + lines[0].removeprefix(begins)]
    return list(item.printed)
