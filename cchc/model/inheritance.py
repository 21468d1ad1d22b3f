"""Which cells each row of an appendix has, once ``defaults`` are applied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from cchc.model.blocks import Prose
from cchc.model.layout import CELL_FIELDS, RowKey
from cchc.model.rows import TIME_FIELDS, Appendix, Cells, Row, Who
from cchc.source import KeyPath


class PlacedRow(NamedTuple):
    """A row with its place and its effective cells.

    ``depth`` counts the rows around it; ``path`` leads to it from the appendix; ``cells`` holds the fields
    that are not empty.
    """

    row: Row
    key: RowKey
    depth: int
    path: KeyPath
    cells: Mapping[str, Prose | Who]
    holds_rows: bool


def placed_rows(appendix: Appendix) -> Iterator[PlacedRow]:
    """Every row of ``appendix`` in printing order, a row before the rows that it holds."""
    yield from _below(appendix, (), 0, _written(appendix.defaults))


def _below(
    holder: Appendix | Row, path: KeyPath, depth: int, inherited: Mapping[str, Prose | Who | None]
) -> Iterator[PlacedRow]:
    for key, index, row in holder.children():
        here = (*path, key, index)
        inner = tuple(row.children())
        cells = _effective(row, inherited, heads_only=bool(inner) and not row.own_fields)
        yield PlacedRow(row, key, depth, here, cells, bool(inner))
        if inner:
            defaults = {**inherited, **_written(row.defaults)} if row.defaults else inherited
            yield from _below(row, here, depth + 1, defaults)


def _written(cells: Cells | None) -> dict[str, Prose | Who | None]:
    if cells is None:
        return {}
    return {name: getattr(cells, name) for name in CELL_FIELDS if name in cells.model_fields_set}


def _effective(row: Row, inherited: Mapping[str, Prose | Who | None], *, heads_only: bool) -> dict[str, Prose | Who]:
    if heads_only:
        return {}
    own = row.own_fields
    # Months and a free phrase are one answer to one question: whoever writes either replaces both.
    settled = own | TIME_FIELDS if own & TIME_FIELDS else own
    cells: dict[str, Prose | Who] = {}
    for name in CELL_FIELDS:
        value = getattr(row, name) if name in own else (None if name in settled else inherited.get(name))
        if value is not None:
            cells[name] = value
    return cells
