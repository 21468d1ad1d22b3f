"""Where the cells of a table stand in its grid, the covered places of vertical spans included."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from cchc.document.nodes import Cell, Row, Table


@dataclass(slots=True)
class _Span:
    """A vertical span that is still open: its grid columns and the rows that it has yet to cover."""

    colspan: int
    rows_left: int


class Place(NamedTuple):
    """One ``w:tc``: its first grid column and its columns; without ``cell``, it continues the span above."""

    column: int
    colspan: int
    cell: Cell | None


def placed_rows(table: Table) -> Iterator[tuple[Row, tuple[Place, ...] | None]]:
    """The rows of ``table`` with the places of their cells, from left to right.

    None stands for the places of a flat row, whose cells are all there is and reach no further down: nearly every row
    of a long table, which most often needs no places. ``flat_places`` gives them.

    Raises ValueError when a row's spans do not add up to the grid, a span runs past the last row, or a
    header row follows a row that is none.
    """
    columns = len(table.widths)
    spans: dict[int, _Span] = {}
    in_header = True
    for number, row in enumerate(table.rows, start=1):
        in_header = _still_header(in_header, row, number)
        yield row, None if not spans and _is_flat(row, columns) else _filled(row, columns, spans, number)
    if spans:
        raise ValueError(f"a cell spans rows past the last, {len(table.rows)}")


def _still_header(in_header: bool, row: Row, number: int) -> bool:
    if row.header and not in_header:
        raise ValueError(f"row {number} is a header row below a row that is none")
    return row.header


def flat_places(row: Row) -> Iterator[Place]:
    """The places of a flat row's cells."""
    column = 0
    for cell in row.cells:
        yield Place(column, cell.colspan, cell)
        column += cell.colspan


def _is_flat(row: Row, columns: int) -> bool:
    column = 0
    for cell in row.cells:
        if cell.rowspan != 1 or cell.colspan < 1:
            return False
        column += cell.colspan
    return column == columns


def _filled(row: Row, columns: int, spans: dict[int, _Span], number: int) -> tuple[Place, ...]:
    places: list[Place] = []
    cells = iter(row.cells)
    column = 0
    while column < columns:
        place = _continued(spans, column) or _next_cell(cells, column, number)
        _refuse_overlap(place, spans, number)
        places.append(place)
        _open(spans, place)
        column += place.colspan
    if column != columns or next(cells, None) is not None:
        raise ValueError(f"the cells of row {number} do not add up to {columns} columns")
    return tuple(places)


def _continued(spans: dict[int, _Span], column: int) -> Place | None:
    span = spans.get(column)
    if span is None:
        return None
    span.rows_left -= 1
    if span.rows_left == 0:
        del spans[column]
    return Place(column, span.colspan, None)


def _next_cell(cells: Iterator[Cell], column: int, number: int) -> Place:
    cell = next(cells, None)
    if cell is None:
        raise ValueError(f"row {number} has no cell for column {column + 1}")
    if cell.colspan < 1 or cell.rowspan < 1:
        raise ValueError(f"a cell of row {number} spans {cell.colspan} columns and {cell.rowspan} rows")
    return Place(column, cell.colspan, cell)


def _refuse_overlap(place: Place, spans: dict[int, _Span], number: int) -> None:
    if any(column in spans for column in range(place.column + 1, place.column + place.colspan)):
        raise ValueError(f"a cell of row {number} overlaps one that spans down to it")


def _open(spans: dict[int, _Span], place: Place) -> None:
    if place.cell is not None and place.cell.rowspan > 1:
        spans[place.column] = _Span(place.colspan, place.cell.rowspan - 1)
