"""Whether the cells of a table fill its grid."""

from __future__ import annotations

from cchc.document.nodes import Row, Table


def uneven_row(table: Table) -> tuple[int, int] | None:
    """The first row that does not fill the grid of ``table``, with the cells that it takes.

    Where the last rows are missing that a ``rowspan`` reaches for: the row after the last, which takes none.
    """
    width = len(table.widths)
    covered = [0] * width
    for index, row in enumerate(table.rows):
        free = covered.count(0)
        taken = sum([cell.colspan for cell in row.cells])
        if taken != free:
            return index, width - free + taken
        if free < width or any(cell.rowspan > 1 for cell in row.cells):
            covered = _covered_below(row, covered)
    return (len(table.rows), 0) if any(covered) else None


def _covered_below(row: Row, covered: list[int]) -> list[int]:
    """For each grid column, how many rows below ``row`` are taken by a cell of it or of a row above."""
    below = [max(rows - 1, 0) for rows in covered]
    free = iter([column for column, rows in enumerate(covered) if rows == 0])
    for cell in row.cells:
        for _ in range(cell.colspan):
            below[next(free)] = cell.rowspan - 1
    return below
