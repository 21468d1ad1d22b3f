"""Two versions of a table as one with revisions: rows that stay, come and go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from cchc.compare.alignment import PlacedBlock, PlacedRow
from cchc.compare.authors import Kind, Revising
from cchc.compare.paragraphs import Numbered, merged_cell
from cchc.document.nodes import Cell, Row, Table


def have_same_columns(old: Table, new: Table) -> bool:
    """Whether rows of both can stand in one table: their headings have the same cells and as many columns."""
    return len(old.widths) == len(new.widths) and list(_headings(old)) == list(_headings(new))


def _headings(table: Table) -> Iterator[list[tuple[int, int]]]:
    return (_spans(row) for row in table.rows if row.header)


def _spans(row: Row) -> list[tuple[int, int]]:
    return [(cell.colspan, cell.rowspan) for cell in row.cells]


def merged_table(
    old: PlacedBlock, new: PlacedBlock, table: Table, same: Mapping[int, int], revising: Revising
) -> Table:
    """``table``, which is that of ``new``, with the rows of ``old``; ``same`` has the numbers of those that stay.

    Rows that a cell joins go and come together, unless all of them stay as they were joined.
    """
    stay = dict(_staying(old.rows, new.rows, same))
    rows: list[Row] = []
    at_old = at_new = 0
    for to_old, to_new in [*sorted(stay.items()), (len(old.rows), len(new.rows))]:
        rows += [whole_row(each, "deleted", revising) for each in old.rows[at_old:to_old]]
        rows += [whole_row(each, "inserted", revising) for each in new.rows[at_new:to_new]]
        if to_old < len(old.rows):
            rows.append(_merged_row(old.rows[to_old], new.rows[to_new], revising))
        at_old, at_new = to_old + 1, to_new + 1
    return table._replace(rows=tuple(rows))


def whole_row(placed: PlacedRow, kind: Kind, revising: Revising) -> Row:
    """A row inserted or deleted, each of its paragraphs with it."""
    group = revising.group(kind, placed.paragraphs)
    cells = tuple(
        cell._replace(paragraphs=tuple(revising.whole(paragraph, kind, group) for paragraph in cell.paragraphs))
        for cell in placed.row.cells
    )
    return placed.row._replace(cells=cells, revision=revising.revision(kind, group))


def _staying(
    olds: Sequence[PlacedRow], news: Sequence[PlacedRow], same: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """The places of the rows that stay: headings, and those of ``same`` whose cells, and those joined to them, do."""
    places = {row.number: place for place, row in enumerate(news)}
    stay = {place: places[same[row.number]] for place, row in enumerate(olds) if same.get(row.number) in places}
    headings = sum(row.row.header for row in olds)
    stay = {old: new for old, new in stay.items() if old >= headings and new >= headings}
    stay |= {place: place for place in range(headings)}
    stay = {old: new for old, new in stay.items() if _spans(olds[old].row) == _spans(news[new].row)}
    bands = _bands(olds), _bands(news)
    while True:
        broken = {old for old, new in stay.items() if [stay.get(each) for each in bands[0][old]] != list(bands[1][new])}
        if not broken:
            yield from stay.items()
            return
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


def _merged_row(old: PlacedRow, new: PlacedRow, revising: Revising) -> Row:
    cells: list[Cell] = []
    first_old, first_new = old.first, new.first
    for before, after in zip(old.row.cells, new.row.cells, strict=True):
        paragraphs = merged_cell(_numbered(before, first_old), _numbered(after, first_new), revising)
        cells.append(after._replace(paragraphs=paragraphs))
        first_old += len(before.paragraphs)
        first_new += len(after.paragraphs)
    return new.row._replace(cells=tuple(cells))


def _numbered(cell: Cell, first: int) -> list[Numbered]:
    return [Numbered(number, paragraph) for number, paragraph in enumerate(cell.paragraphs, first)]
