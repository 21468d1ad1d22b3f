"""Rows and a layout to a table: headings, labels by example, cells and what they span."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from cchc.language.enumerators import Enumerator
from cchc.lower.prose import ProseLowering
from cchc.lower.views import CellView, HeadCellView, LineView, RowView, TableView
from cchc.model.inheritance import PlacedRow, placed_rows
from cchc.model.layout import Column, Layout, RowRule, RowRules
from cchc.model.rows import Appendix, Printed

_MONTH = "Tháng {}"
_PLAIN = RowRule.model_construct(label=None, style="plain")


def lower_table(appendix: Appendix, layout: Layout, prose: ProseLowering) -> TableView:
    """The table of ``appendix`` as ``layout`` draws it."""
    grid = layout.grid
    total = sum(column.width or 0 for column in grid)
    return TableView(
        widths=tuple(100 * (column.width or 0) / total for column in grid),
        head=tuple(_head_rows(layout)),
        numbers=_column_numbers(layout),
        rows=tuple(_rows(appendix, layout, prose)),
    )


def _head_rows(layout: Layout) -> Iterator[tuple[HeadCellView, ...]]:
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


def _column_numbers(layout: Layout) -> tuple[str, ...]:
    if layout.column_numbers is None:
        return ()
    enumerator = Enumerator.read(layout.column_numbers)
    return tuple(enumerator.label((ordinal,)) for ordinal in range(1, len(layout.grid) + 1))


@dataclass(slots=True)
class _Level:
    """How far the rows under one parent have been counted, and the rules in force there."""

    rules: RowRules
    numbers: tuple[int, ...]
    key_depths: Mapping[str, int]
    ordinals: dict[str, int] = field(default_factory=dict)


def _rows(appendix: Appendix, layout: Layout, prose: ProseLowering) -> Iterator[RowView]:
    columns = _drawn(layout.columns)
    levels = [_Level(layout.rows, (), {})]
    for placed in placed_rows(appendix):
        del levels[placed.depth + 1 :]
        level = levels[-1]
        rule = _rule(level, placed.key)
        label, numbers = _label(placed, rule, level)
        yield _row(placed, rule, label, columns, prose)
        if placed.holds_rows:
            levels.append(_inner_level(placed, level, numbers))


def _inner_level(placed: PlacedRow, level: _Level, numbers: tuple[int, ...]) -> _Level:
    depths = {**level.key_depths, placed.key: level.key_depths.get(placed.key, 0) + 1}
    relabelled = placed.row.rows
    if relabelled is None:
        return _Level(level.rules, numbers, depths)
    # What a row says of a key replaces the layout's rules from their first depth on.
    kept = {key: depth for key, depth in depths.items() if key not in relabelled.model_fields_set}
    return _Level(_merged(level.rules, relabelled), numbers, kept)


def _merged(outer: RowRules, inner: RowRules) -> RowRules:
    return RowRules.model_copy(outer, update={key: getattr(inner, key) for key in inner.model_fields_set})


def _rule(level: _Level, key: str) -> RowRule:
    rules: tuple[RowRule, ...] | None = getattr(level.rules, key)
    if not rules:
        return _PLAIN
    return rules[min(level.key_depths.get(key, 0), len(rules) - 1)]


def _label(placed: PlacedRow, rule: RowRule, level: _Level) -> tuple[str, tuple[int, ...]]:
    """The row's label, and the numbers that the rows below build on."""
    own = placed.row.label
    if own == "none" or (own is None and rule.label is None):
        return "", level.numbers
    ordinal = level.ordinals.get(placed.key, 0) + 1
    level.ordinals[placed.key] = ordinal
    if own is not None or rule.label is None:
        return own or "", (*level.numbers, ordinal)
    enumerator = Enumerator.read(rule.label)
    return enumerator.label((*level.numbers, ordinal)), (*level.numbers, enumerator.number(ordinal))


def _row(
    placed: PlacedRow, rule: RowRule, label: str, columns: Sequence[_DrawnColumn], prose: ProseLowering
) -> RowView:
    heading = placed.holds_rows and not placed.cells
    contents = _contents(placed, label, prose)
    cells = _heading_cells(columns, contents) if heading else _cells(columns, contents)
    return RowView(
        key=placed.key, level=placed.depth + 1, heading=heading, upper=rule.style == "upper", cells=tuple(cells)
    )


class _DrawnColumn(NamedTuple):
    """A column as rows need it: the field that it shows (empty: none), its grid columns, the columns under it."""

    field: str
    span: int
    inner: tuple[_DrawnColumn, ...]


def _drawn(columns: Sequence[Column]) -> tuple[_DrawnColumn, ...]:
    return tuple(
        _DrawnColumn(column.show or "", sum(1 for _ in column.leaves()), _drawn(column.columns)) for column in columns
    )


Contents = Mapping[str, tuple[LineView, ...]]


def _contents(placed: PlacedRow, label: str, prose: ProseLowering) -> Contents:
    """The lines of every field of a row that has any."""
    lines: dict[str, tuple[LineView, ...]] = {
        "label": (LineView("paragraph", 0, "", label),) if label else (),
        "title": tuple(prose.prose(placed.row.title)),
    }
    for name, value in placed.cells.items():
        if name in ("start", "end"):
            lines[name] = (LineView("paragraph", 0, "", _MONTH.format(value)),)
        else:
            lines[name] = tuple(prose.prose(value.printed if isinstance(value, Printed) else value))
    return lines


def _cells(columns: Sequence[_DrawnColumn], contents: Contents) -> Iterator[CellView]:
    for column in columns:
        across = contents.get(column.field, ())
        if not column.inner or across:
            yield CellView(column.field, across, column.span)
        else:
            yield from _cells(column.inner, contents)


def _heading_cells(columns: Sequence[_DrawnColumn], contents: Contents) -> Iterator[CellView]:
    """The label keeps its cell; the title spans to the column before the next one that holds something."""
    titled = False
    cells: list[CellView] = []
    for cell in _cells(columns, contents):
        if titled and not cell.lines:
            cells[-1] = cells[-1]._replace(colspan=cells[-1].colspan + cell.colspan)
        else:
            cells.append(cell)
            titled = titled or cell.field == "title"
    yield from cells
