"""Two plans and what changed between them to the view of the comparison table that goes with a Tờ trình."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cchc.language.enumerators import POINT_LETTERS
from cchc.language.folding import fold
from cchc.language.footnotes import without_notes
from cchc.lower.act import lower_act
from cchc.lower.cells import drawn, row_view
from cchc.lower.contents import Contents
from cchc.lower.prose import prose_of
from cchc.lower.row_labels import RowLabels
from cchc.lower.tables import column_numbers, grid_widths, head_rows
from cchc.lower.views import ActView, ComparedView, ComparisonView, LineView, RowView, TableView, plain_line
from cchc.model.fields import LABEL, TITLE, RowKey
from cchc.model.inheritance import PlacedRow
from cchc.model.layout import Layout
from cchc.model.plan import Plan
from cchc.model.rows import Row
from cchc.registry.registry import Registry

_PLAN, _DECISION = "Kế hoạch", "Quyết định"
_NEW, _NOTE = "new", "note"
_TITLE = "Bảng so sánh"
_LONG = 15
"""Characters of a cell for each hundredth of the width, some 12 lines: a row with more may go on over a page's end."""


class ComparedRow(NamedTuple):
    """What stood in the old plan, what stands in the new one, and what is to be said of it."""

    old: tuple[LineView, ...]
    new: tuple[LineView, ...]
    note: tuple[LineView, ...]


class ComparedGroup(NamedTuple):
    """The rows under one heading, with the titles that lead to it, the outermost first."""

    titles: tuple[str, ...]
    rows: tuple[ComparedRow, ...]


class Bodied(NamedTuple):
    """A plan with the bodies of its time."""

    plan: Plan
    registry: Registry


def lower_comparison(
    old: Bodied, new: Bodied, groups: Sequence[ComparedGroup], notes: Sequence[str], layout: Layout
) -> ComparisonView:
    """The view that ``comparison.xml.j2`` prints; ``layout`` draws the table, ``notes`` stand below it."""
    before = lower_act(old.plan, old.registry, prose_of(old.plan))
    after = lower_act(new.plan, new.registry, prose_of(new.plan))
    return ComparisonView(
        title=f"{_TITLE}: {_name(old.plan, before)} – {_name(new.plan, after)}",
        act=after,
        old=_compared(old.plan, before),
        new=_compared(new.plan, after),
        orientation=layout.orientation,
        table=_table(groups, tuple(notes), layout) if groups else None,
        notes=() if groups else tuple(notes),
    )


def _compared(plan: Plan, act: ActView) -> ComparedView:
    issued = plan.act.number is not None and plan.act.date is not None
    return ComparedView(_name(plan, act), act.number, act.symbol, act.date, issued)


def _name(plan: Plan, act: ActView) -> str:
    """How a text calls the plan: "Kế hoạch cải cách hành chính tỉnh …", else its act by what that is about."""
    title = prose_of(plan).line(plan.title or "")
    kind, words = (_PLAN, title) if title else (_DECISION if act.kind == "decision" else _PLAN, act.subject)
    words = without_notes(words)
    return words if fold(words).startswith(fold(kind)) else f"{kind} {words[:1].lower()}{words[1:]}".rstrip()


def _table(groups: Sequence[ComparedGroup], notes: tuple[str, ...], layout: Layout) -> TableView:
    return TableView(
        orientation=layout.orientation,
        widths=grid_widths(layout),
        head=tuple(head_rows(layout)),
        numbers=column_numbers(layout),
        rows=tuple(_rows(groups, layout)),
        notes=notes,
    )


def _rows(groups: Sequence[ComparedGroup], layout: Layout) -> Iterator[RowView]:
    room = {column.prints.field: _LONG * share for column, share in zip(layout.grid, grid_widths(layout), strict=True)}
    columns, labels = drawn(layout.columns, layout.fields), RowLabels(layout.rows, None, POINT_LETTERS)
    for placed, lines in _placed(groups):
        rule, label = labels.of(placed)
        shown = {LABEL: (plain_line(label),), **lines} if label else lines
        splits = any(sum(len(line.text) for line in cell) > room.get(name, 0) for name, cell in lines.items())
        yield row_view(placed, rule, columns, Contents(shown, frozenset()), splits=splits)


def _placed(groups: Sequence[ComparedGroup]) -> Iterator[tuple[PlacedRow, dict[str, tuple[LineView, ...]]]]:
    """Every row with what it shows. A heading stands where it is not that of the rows before."""
    before: tuple[str, ...] = ()
    for group in groups:
        same = _shared(before, group.titles)
        for depth, title in enumerate(group.titles[same:], same):
            yield _row("groups", depth, holds_rows=True), {TITLE: (plain_line(title),)}
        for row in group.rows:
            lines = {TITLE: row.old, _NEW: row.new, _NOTE: row.note}
            shown = {name: each for name, each in lines.items() if each}
            yield _row("items", len(group.titles), holds_rows=False), shown
        before = group.titles


def _shared(before: tuple[str, ...], titles: tuple[str, ...]) -> int:
    """How many headings still stand; below those of an inner one the last is said again."""
    same = next((i for i, (was, now) in enumerate(zip(before, titles, strict=False)) if was != now), None)
    return min(len(before), len(titles) - 1) if same is None else same


def _row(key: RowKey, depth: int, *, holds_rows: bool) -> PlacedRow:
    """A row of no plan, as layouts label it."""
    row = Row.model_construct(title="", label=None, rows=None)
    return PlacedRow(row, key, depth, (), {}, holds_rows)
