"""Rows and a layout to a table: headings, labelled rows, merged cells, derived rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc.language.enumerators import Enumerator
from cchc.lower.cells import drawn, row_view
from cchc.lower.contents import CellLines, Contents, contents
from cchc.lower.prose import ProseLowering
from cchc.lower.row_labels import RowLabels
from cchc.lower.totals import total_rows, written
from cchc.lower.views import CellView, HeadCellView, RowView, TableView, plain_line
from cchc.model.inheritance import PlacedRow, placed_rows
from cchc.model.layout import Column, Layout, Total
from cchc.model.row_rules import END
from cchc.model.rows import Table
from cchc.model.sums import Sums, sums, total_of


def lower_table(table: Table, layout: Layout, prose: ProseLowering, label: str = "") -> TableView:
    """The table as ``layout``, with its years filled in, draws it; ``label`` is that of its caption."""
    return TableView(
        orientation=layout.orientation,
        widths=grid_widths(layout),
        head=tuple(head_rows(layout)),
        numbers=column_numbers(layout),
        rows=tuple(_merged_down(_Rows(table, layout, prose).all())),
        label=label if table.caption else "",
        caption=prose.line(table.caption or ""),
        unit=prose.derived(table.unit, table.unit or ""),
        notes=tuple(line.text for line in prose.paragraph_lines(table.notes)),
        source=prose.line(table.source or ""),
    )


def grid_widths(layout: Layout) -> tuple[float, ...]:
    """The widths of the columns of the grid, as shares of 100."""
    shares = [column.width or 0 for column in layout.grid]
    return tuple(100 * share / sum(shares) for share in shares)


def head_rows(layout: Layout) -> Iterator[tuple[HeadCellView, ...]]:
    """The rows of the heading."""
    depth = max(column.depth for column in layout.columns)
    level: Sequence[Column] = layout.columns
    for row in range(depth):
        yield tuple(
            HeadCellView(
                text=column.label,
                colspan=sum(1 for _ in column.leaves()),
                rowspan=1 if column.columns else depth - row,
            )
            for column in level
        )
        level = [inner for column in level for inner in column.columns]


def column_numbers(layout: Layout) -> tuple[str, ...]:
    """The labels of the row that numbers the columns; none where the layout has no such row."""
    if layout.column_numbers is None:
        return ()
    enumerator = Enumerator.read(layout.column_numbers)
    return tuple(enumerator.label((ordinal,)) for ordinal in range(1, len(layout.grid) + 1))


class _Rows:
    """The rows of one table: those of the plan and, among them, those that are derived."""

    def __init__(self, table: Table, layout: Layout, prose: ProseLowering) -> None:
        self._table = table
        self._layout = layout
        self._lines = CellLines(prose)
        self._columns = drawn(layout.columns, layout.fields)
        self._labels = RowLabels(layout.rows, table.rows, prose.alphabet)
        self._sums: Sums = sums(table, layout)
        self._one_time = layout.one_time
        self._raised = tuple(column.prints.field for column in layout.grid if column.sum == "up")

    def all(self) -> Iterator[tuple[PlacedRow | None, RowView]]:
        """Every row in its order, a row of the plan with its place."""
        waiting: list[tuple[PlacedRow, Total]] = []
        for placed in placed_rows(self._table):
            while waiting and waiting[-1][0].depth >= placed.depth:
                yield from self._total(*waiting.pop())
            yield placed, self._row(placed)
            total = self._total_of(placed)
            if total:
                waiting.append((placed, total))
        while waiting:
            yield from self._total(*waiting.pop())
        for total in self._layout.totals:
            if total.at == END:
                yield from self._derived(total, ())

    def _total_of(self, placed: PlacedRow) -> Total | None:
        """The total that stands behind the rows of ``placed``."""
        if not placed.holds_rows or placed.row.total == "none":
            return None
        return total_of(placed, self._layout.totals)

    def _total(self, placed: PlacedRow, total: Total) -> Iterator[tuple[None, RowView]]:
        return self._derived(total, placed.path)

    def _derived(self, total: Total, path: tuple[str | int, ...]) -> Iterator[tuple[None, RowView]]:
        for row in total_rows(total, self._layout, self._columns, self._sums.get(path, {})):
            yield None, row

    def _row(self, placed: PlacedRow) -> RowView:
        rule, label = self._labels.of(placed)
        shown = self._with_sums(placed, contents(placed, label, self._lines, one_time=self._one_time))
        return row_view(placed, rule, self._columns, shown)

    def _with_sums(self, placed: PlacedRow, shown: Contents) -> Contents:
        """``shown`` with the sums that a row states nothing of and its columns carry up."""
        if not (self._raised and placed.holds_rows):
            return shown
        figures = self._sums.get(placed.path, {})
        added = {
            name: (plain_line(written(value, self._layout.decimal)),)
            for name in self._raised
            if name not in shown.lines and name in figures and (value := figures[name].value) is not None
        }
        return shown._replace(lines={**shown.lines, **added}) if added else shown


def _merged_down(rows: Iterator[tuple[PlacedRow | None, RowView]]) -> list[RowView]:
    """The rows with the cells that go on with those above taken out, and these made as much longer."""
    merged: list[RowView] = []
    above: dict[int, tuple[int, int]] | None = None
    """The row and cell that reach down to here, by the grid column where they begin; None: those of the last row."""
    for placed, row in rows:
        if placed is None and merged:
            # A total never opens a page without the last of what it adds up.
            merged[-1] = merged[-1]._replace(keep_next=True)
        if placed is None or not placed.merged:
            merged.append(row)
            above = None
            continue
        if above is None:
            above = _beginning(merged)
        kept: list[CellView] = []
        reaching: dict[int, tuple[int, int]] = {}
        column = 0
        for cell in row.cells:
            anchor = above.get(column)
            if anchor and _goes_on(placed, cell, merged[anchor[0]].cells[anchor[1]]):
                _lengthen(merged, *anchor)
                reaching[column] = anchor
            else:
                reaching[column] = (len(merged), len(kept))
                kept.append(cell)
            column += cell.colspan
        merged.append(row._replace(cells=tuple(kept)))
        above = reaching
    return merged


def _beginning(rows: list[RowView]) -> dict[int, tuple[int, int]]:
    """The cells of the last of ``rows``, by the grid column where they begin."""
    found: dict[int, tuple[int, int]] = {}
    column = 0
    for index, cell in enumerate(rows[-1].cells if rows else ()):
        found[column] = (len(rows) - 1, index)
        column += cell.colspan
    return found


def _goes_on(placed: PlacedRow, cell: CellView, above: CellView) -> bool:
    """Whether ``cell`` holds nothing but what ``placed`` has from the row above it."""
    if cell.colspan != above.colspan:
        return False
    filled = [name for name in cell.fields if name in placed.merged or name in placed.cells]
    return bool(filled) and placed.merged.issuperset(filled)


def _lengthen(rows: list[RowView], row: int, cell: int) -> None:
    cells = list(rows[row].cells)
    cells[cell] = cells[cell]._replace(rowspan=cells[cell].rowspan + 1)
    rows[row] = rows[row]._replace(cells=tuple(cells))
    rows[-1] = rows[-1]._replace(keep_next=True)
