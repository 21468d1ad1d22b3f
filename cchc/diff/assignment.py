"""The best assignment of rows to columns: shortest augmenting paths with potentials (Jonker and Volgenant, 1987)."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

Costs = Sequence[Sequence[float]]


def assigned(costs: Costs) -> list[tuple[int, int]]:
    """Pairs (row, column) with the least sum of ``costs``, every row or every column once, in the order of rows.

    All rows have the same length. The work grows with rows x rows x columns: callers keep both small.
    """
    if not costs or not costs[0]:
        return []
    if len(costs) > len(costs[0]):
        turned = assigned([[row[column] for row in costs] for column in range(len(costs[0]))])
        return sorted((row, column) for column, row in turned)
    row_of = _rows_of_columns(costs)
    return sorted((row, column) for column, row in enumerate(row_of) if row is not None)


def _rows_of_columns(costs: Costs) -> list[int | None]:
    width = len(costs[0])
    row_of: list[int | None] = [None] * width
    of_rows, of_columns = [0.0] * len(costs), [0.0] * width
    for free in range(len(costs)):
        _augment(costs, free, row_of, of_rows, of_columns)
    return row_of


def _augment(costs: Costs, free: int, row_of: list[int | None], of_rows: list[float], of_columns: list[float]) -> None:
    """Gives the row ``free`` a column, moving others along the cheapest path; ``of_…`` are the potentials."""
    width = len(row_of)
    shortest, came_from = [inf] * width, [-1] * width
    done: list[int] = []
    waiting = set(range(width))
    row: int | None = free
    column, length = -1, 0.0
    while row is not None:
        for other in waiting:
            through = length + costs[row][other] - of_rows[row] - of_columns[other]
            if through < shortest[other]:
                shortest[other], came_from[other] = through, column
        column = min(waiting, key=lambda other: (shortest[other], other))
        length = shortest[column]
        waiting.discard(column)
        row = row_of[column]
        if row is not None:
            done.append(column)
    of_rows[free] += length
    for each in done:
        moved = row_of[each]
        assert moved is not None
        of_rows[moved] += length - shortest[each]
        of_columns[each] -= length - shortest[each]
    while column >= 0:
        before = came_from[column]
        row_of[column] = row_of[before] if before >= 0 else free
        column = before
