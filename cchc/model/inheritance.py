"""Which cells each row of a table has, once ``defaults``, ``as_above`` and ``parts`` are applied."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from cchc.model.cells import Cells, CellValue
from cchc.model.fields import CELL_FIELDS, LABEL, NUMERIC_FIELDS, TIME_FIELDS, TITLE, RowKey
from cchc.model.rows import Row, RowHolder, RowPart, Table
from cchc.patterns import deferred
from cchc.source import KeyPath

_FIGURE = deferred(r"[+-]?[0-9][0-9.,]* ?%?")
_NOTHING: frozenset[str] = frozenset()


class PlacedRow(NamedTuple):
    """A printed row with its place and its effective cells.

    ``depth`` counts the rows around it; ``path`` leads to it from the table; ``cells`` holds the fields that are not
    empty, by the names under which columns show them. ``merged`` are the fields that the row above goes on with, its
    label and title among them in a line of ``parts``, all but the first of which have ``continues``.
    """

    row: Row
    key: RowKey
    depth: int
    path: KeyPath
    cells: Mapping[str, CellValue]
    holds_rows: bool
    merged: frozenset[str] = _NOTHING
    continues: bool = False
    part: RowPart | None = None

    @property
    def row_path(self) -> KeyPath:
        """The key path of the whole row inside the table, that of its ``parts`` too."""
        return self.path[:-2] if self.part else self.path

    def where(self, name: str) -> KeyPath:
        """The key path at which the cell ``name`` ("score.max") stands inside the table.

        That of a line of ``parts`` is the row's where the line itself says nothing of it. A cell that comes from
        defaults or from the row above was written elsewhere; this path then leads to nothing.
        """
        in_part = self.part is not None and name in self.part.own_cells()
        return (*(self.path if in_part else self.row_path), *name.split("."))

    @property
    def heading(self) -> bool:
        """Whether it only heads the rows below: it has no cells, or figures alone."""
        return self.holds_rows and all(_is_figure(name, value) for name, value in self.cells.items())


def placed_rows(table: Table) -> tuple[PlacedRow, ...]:
    """Every printed row of ``table`` in its order, a row before the rows that it holds."""
    if table._placed is None:
        found: list[PlacedRow] = []
        _place(found, table, (), 0, _written(table.defaults))
        table._placed = tuple(found)
    placed: tuple[PlacedRow, ...] = table._placed
    return placed


_Inherited: TypeAlias = Mapping[str, CellValue | None]


def _place(found: list[PlacedRow], holder: RowHolder, path: KeyPath, depth: int, inherited: _Inherited) -> None:
    """Add the rows below ``holder`` to those ``found``."""
    above: Mapping[str, CellValue] = {}
    for key, index, row in holder.children():
        here = (*path, key, index)
        inner = row.holds_rows
        cells = _effective(row, inherited, heads_only=inner and _figures_alone(row))
        merged = _taken_from(above, row)
        if merged:
            kept = {name: value for name, value in cells.items() if name not in merged}
            cells = kept | {name: above[name] for name in merged}
        placed = PlacedRow(row, key, depth, here, cells, inner, merged)
        if row.parts:
            found += _parts(placed)
        else:
            found.append(placed)
        above = cells
        if inner:
            defaults = {**inherited, **_written(row.defaults)} if row.defaults else inherited
            _place(found, row, here, depth + 1, defaults)


def _parts(placed: PlacedRow) -> Iterator[PlacedRow]:
    """The lines of a row's ``parts``: the first has the row's own cells, the others go on with them."""
    own = frozenset(placed.row.own_cells())
    for index, part in enumerate(placed.row.parts):
        cells = {name: value for name, value in placed.cells.items() if name in own} | _part_cells(placed, part, own)
        line = placed._replace(path=(*placed.path, "parts", index), cells=cells, part=part)
        if index:
            merged = frozenset({LABEL, TITLE, *(name for name in own if name in cells)})
            line = line._replace(merged=merged, continues=True)
        yield line


def _part_cells(placed: PlacedRow, part: RowPart, own: frozenset[str]) -> dict[str, CellValue]:
    inherited = {name: value for name, value in placed.cells.items() if name not in own}
    return {name: value for name, value in _effective(part, inherited, heads_only=False).items() if name not in own}


def _taken_from(above: Mapping[str, CellValue], row: Row) -> frozenset[str]:
    """The fields that ``row`` takes from the row above it; of ``true``, all those that it does not state itself."""
    if row.as_above is None or row.as_above == "false":
        return _NOTHING
    if row.as_above == "true":
        return frozenset(above.keys() - row.own_cells().keys())
    return frozenset(name for name in row.as_above if name in above)


def _figures_alone(row: Row) -> bool:
    """Whether a row states no words besides its title: it takes no defaults, for its figures do not ask for any."""
    return all(_is_figure(name, value) for name, value in row.own_cells().items())


def _is_figure(name: str, value: CellValue | None) -> bool:
    """Whether a cell holds a number: one of the vocabulary's, or that of a field which a layout declares."""
    if name in NUMERIC_FIELDS or name in CELL_FIELDS:
        return name in NUMERIC_FIELDS
    return isinstance(value, str) and _FIGURE.fullmatch(value) is not None


def _written(cells: Cells | None) -> dict[str, CellValue | None]:
    return cells.own_cells() if cells else {}


def _effective(row: Cells, inherited: _Inherited, *, heads_only: bool) -> dict[str, CellValue]:
    own = row.own_cells()
    if heads_only or not inherited:
        return {name: value for name, value in own.items() if value is not None}
    # Months and a free phrase are one answer to one question: whoever writes either replaces both.
    if not TIME_FIELDS.isdisjoint(own):
        inherited = {name: value for name, value in inherited.items() if name not in TIME_FIELDS}
    return {name: value for name, value in {**inherited, **own}.items() if value is not None}
