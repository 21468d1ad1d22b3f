"""Two versions of a table as one with revisions: rows that stay, come and go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from cchc.compare.alignment import PlacedBlock, PlacedRow, Same
from cchc.compare.authors import Kind, Revising
from cchc.compare.paragraphs import merged_cell, numbered
from cchc.compare.sequences import Pairs
from cchc.document.nodes import Block, Columns, Paragraph, Row, Table


def can_be_one(old: Block, new: Block) -> bool:
    """Whether two blocks can be one that shows what of them came and went: not where a table has other columns."""
    match old, new:
        case Paragraph(), Paragraph():
            return True
        case Columns(), Columns():
            return len(old.columns) == len(new.columns)
        case Table(), Table():
            return _have_same_columns(old, new)
        case _:
            return False


def _have_same_columns(old: Table, new: Table) -> bool:
    """Whether rows of both can stand in one table: their headings have the same cells and as many columns."""
    return len(old.widths) == len(new.widths) and list(_headings(old)) == list(_headings(new))


def _headings(table: Table) -> Iterator[list[tuple[int, int]]]:
    return (_spans(row) for row in table.rows if row.header)


def _spans(row: Row) -> list[tuple[int, int]]:
    return [(cell.colspan, cell.rowspan) for cell in row.cells]


def merged_table(old: PlacedBlock, new: PlacedBlock, table: Table, same: Same, revising: Revising) -> Table:
    """``table``, which is that of ``new``, with the rows of ``old``; ``same`` has those that stay."""
    places = {row.number: place for place, row in enumerate(new.rows)}
    stay = [(place, places[same.rows[row.number]]) for place, row in enumerate(old.rows) if row.number in same.rows]
    rows: list[Row] = []
    at_old = at_new = 0
    for to_old, to_new in [*stay, (len(old.rows), len(new.rows))]:
        rows += [whole_row(each, "deleted", revising) for each in old.rows[at_old:to_old]]
        rows += [whole_row(each, "inserted", revising) for each in new.rows[at_new:to_new]]
        if to_old < len(old.rows):
            rows.append(_merged_row(old.rows[to_old], new.rows[to_new], same, revising))
        at_old, at_new = to_old + 1, to_new + 1
    return table._replace(rows=tuple(rows))


def whole_row(placed: PlacedRow, kind: Kind, revising: Revising, around: int = 0) -> Row:
    """A row inserted or deleted, with its paragraphs; ``around`` is the change of the table that goes too."""
    group = revising.of_all(kind, placed.paragraphs) or around
    numbers = iter(placed.paragraphs)
    cells = tuple(
        cell._replace(
            paragraphs=tuple(revising.whole(paragraph, kind, next(numbers), group) for paragraph in cell.paragraphs)
        )
        for cell in placed.row.cells
    )
    return placed.row._replace(cells=cells, revision=revising.revision(kind, group))


def staying(olds: Sequence[PlacedRow], news: Sequence[PlacedRow], same: Iterable[tuple[int, int]]) -> Pairs:
    """The places of the rows that stay: headings, and those of ``same`` that have the same cells.

    Rows that a cell joins go and come together, unless all of them stay as they were joined.
    """
    headings = sum(row.row.header for row in olds)
    stay = {place: place for place in range(headings)}
    stay |= {old: new for old, new in same if old >= headings and new >= headings}
    stay = {old: new for old, new in stay.items() if _spans(olds[old].row) == _spans(news[new].row)}
    bands = _bands(olds), _bands(news)
    while True:
        broken = {old for old, new in stay.items() if [stay.get(each) for each in bands[0][old]] != list(bands[1][new])}
        if not broken:
            return sorted(stay.items())
        stay = {old: new for old, new in stay.items() if old not in broken}


def _bands(rows: Sequence[PlacedRow]) -> list[range]:
    """For each row the places of all that cells join to it, its own included."""
    reaches = accumulate(
        (place + max((cell.rowspan for cell in placed.row.cells), default=1) for place, placed in enumerate(rows)), max
    )
    bands: list[range] = []
    for place, reach in enumerate(reaches):
        if reach == place + 1:
            bands += [range(len(bands), reach)] * (reach - len(bands))
    return bands


def _merged_row(old: PlacedRow, new: PlacedRow, same: Same, revising: Revising) -> Row:
    cells = zip(old.row.cells, old.cells, new.row.cells, new.cells, strict=True)
    return new.row._replace(
        cells=tuple(
            after._replace(
                paragraphs=merged_cell(
                    numbered(was, before.paragraphs), numbered(now, after.paragraphs), same, revising
                )
            )
            for before, was, after, now in cells
        )
    )
