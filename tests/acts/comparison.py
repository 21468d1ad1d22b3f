"""The differences between a compiled Word file and the real act, as lists that are empty where there are none."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile, zip_longest
from typing import NamedTuple, TypeAlias

from tests.acts.fixtures import ABOVE, ACROSS, Act, expected_lines, expected_tables, tables
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


def unequal(act: Iterable[Line], compiled: Iterable[Line]) -> list[LineDifference]:
    """The lines of two tables that differ."""
    pairs = enumerate(zip_longest(act, compiled, fillvalue=Line()), 1)
    return [LineDifference(number, left, right) for number, (left, right) in pairs if left != right]


def word_differences(act: Sequence[str], compiled: Sequence[str]) -> list[Difference]:
    """The word-by-word difference, in order, between two lists of lines."""
    return _differences(" ".join(act).split(), " ".join(compiled).split(), " ")


def _differences(left: Sequence[str], right: Sequence[str], between: str) -> list[Difference]:
    start = _shared(left, right)
    left, right = left[start:], right[start:]
    end = _shared(left[::-1], right[::-1])
    left, right = left[: len(left) - end], right[: len(right) - end]
    codes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    return [
        Difference(between.join(left[i1:i2]), between.join(right[j1:j2]))
        for code, i1, i2, j1, j2 in codes
        if code != "equal"
    ]


def _shared(left: Sequence[str], right: Sequence[str]) -> int:
    """With how many words both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))


def text_differences(act: Act, word_file: WordFile) -> list[Difference]:
    """All words that differ from the act's, what templates derive expected as they derive it."""
    return word_differences(_expected(act), word_file.lines())


def line_differences(act: Act, word_file: WordFile) -> list[Difference]:
    """The lines that differ in any character, spaces included."""
    return _differences(_expected(act), word_file.lines(), "\n")


def _expected(act: Act) -> list[str]:
    return [line for part in act.parts for line in expected_lines(act, part)]


def rows_of(act: Act, word_file: WordFile) -> list[list[Row]]:
    """The rows of each table below its heading."""
    return [found[height:] for height, found in _heights(act, word_file)]


def headings_of(act: Act, word_file: WordFile) -> list[list[Row]]:
    """The rows of each table's heading."""
    return [found[:height] for height, found in _heights(act, word_file)]


def _heights(act: Act, word_file: WordFile) -> Iterator[tuple[int, list[Row]]]:
    """Each compiled table with the rows of the act's heading; a table that the act has not, has no heading."""
    heights = [len(table.heading) for table in tables(act)]
    for at, found in enumerate(word_file.tables):
        yield heights[at] if at < len(heights) else 0, found


def row_differences(act: Act, word_file: WordFile) -> list[LineDifference]:
    """The rows of all tables that differ in a cell, or in what a cell covers."""
    pairs = zip_longest(expected_tables(act), rows_of(act, word_file))
    return [
        difference
        for table, rows in pairs
        for difference in unequal(
            (_named(table.columns, row) for row in table.rows) if table else (),
            (_named(table.columns if table else (), cells(row)) for row in rows or ()),
        )
    ]


def heading_differences(act: Act, word_file: WordFile) -> list[LineDifference]:
    """The rows of the tables' headings that differ in a cell, or in what a cell covers."""
    printed = [row for heading in headings_of(act, word_file) for row in heading]
    expected = [row for table in tables(act) for row in table.heading]
    return unequal((_named((), row) for row in expected), (_named((), cells(row)) for row in printed))


def _named(columns: Sequence[str], row: Sequence[str]) -> Line:
    """The cells of a row by their columns, or by their numbers from 1 where no column has a name."""
    return {columns[at] if at < len(columns) else f"column {at + 1}": cell for at, cell in enumerate(row)}


def cells(row: Row) -> list[str]:
    """The cells of a row as the acts' tables write them, one for each column of the grid."""
    return [mark for cell in row.cells for mark in (_mark(cell.merge, cell.text), *[ACROSS] * (cell.span - 1))]


def _mark(merge: str | None, words: str) -> str:
    """The words of a cell; one that is merged with the cell above has none of its own."""
    return f"{ABOVE}{words}" if merge == "continue" else words
