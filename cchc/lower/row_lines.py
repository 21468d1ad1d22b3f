"""Rows as lines of prose: plans whose tasks stand in the text, with what a table would show in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc.language.enumerators import Enumerator
from cchc.language.footnotes import capitals
from cchc.lower.cells import DrawnColumn, drawn, grid
from cchc.lower.contents import CellLines, Contents, contents
from cchc.lower.prose import ProseLowering
from cchc.lower.row_labels import RowLabels
from cchc.lower.views import LineKind, LineView
from cchc.model.fields import LABEL, TITLE
from cchc.model.inheritance import placed_rows
from cchc.model.layout import Column, Layout
from cchc.model.rows import Table

_DASH, _PLUS = "-", "+"


def row_lines(table: Table, layout: Layout, prose: ProseLowering) -> Iterator[LineView]:
    """Each row as a line with its label and title, and below it a line for each other column that has something.

    A column whose ``show`` has words of its own prints them; one that shows a bare field prints behind its label.
    """
    columns = list(zip(grid(drawn(layout.columns, layout.fields)), layout.grid, strict=True))
    one_time = layout.one_time
    labels = RowLabels(layout.rows, table.rows, prose.alphabet)
    cells = CellLines(prose)
    for placed in placed_rows(table):
        rule, label = labels.of(placed)
        shown = contents(placed, label, cells, one_time=one_time)
        if not placed.continues:
            yield from _opening(placed.depth, label, _title(columns, shown), rule.style, placed.holds_rows)
        mark = Enumerator.read(layout.mark) if layout.mark else None
        number = 0
        for drawn_column, column in columns:
            if {LABEL, TITLE} & set(drawn_column.show.fields):
                continue
            for line in _below(drawn_column, column.label, shown):
                if line.label:
                    yield line if mark else _below_dash(line)
                    continue
                number += 1
                kind: LineKind = "points" if mark else "bullets"
                yield LineView(kind, 1, mark.label((number,)) if mark else _DASH, line.text, line.keep_next)


def _below_dash(line: LineView) -> LineView:
    """``line`` of a list as it stands under a line with a dash."""
    return line._replace(level=line.level + 1, label=_PLUS) if line.kind == "bullets" else line


def _title(columns: Sequence[tuple[DrawnColumn, Column]], shown: Contents) -> tuple[LineView, ...]:
    """The lines of the column that shows the title, with the words that it puts around."""
    column = next(drawn_column for drawn_column, _ in columns if TITLE in drawn_column.show.fields)
    return shown.of(column.show, column.many)


def _opening(depth: int, label: str, lines: tuple[LineView, ...], style: str, heads: bool) -> Iterator[LineView]:
    first, *rest = lines
    if heads or style != "plain":
        text = capitals(first.text) if style == "upper" else first.text
        yield LineView("section", depth + 2, label, text, keep_next=True, bold=style != "plain")
    else:
        yield first._replace(label=label or first.label, keep_next=first.text.endswith(":"))
    yield from rest


def _below(column: DrawnColumn, label: str, shown: Contents) -> Iterator[LineView]:
    lines = shown.of(column.show, column.many)
    if not lines or not column.show.field:
        yield from lines
        return
    first, *rest = lines
    if first.label:
        yield LineView("paragraph", 0, "", f"{label}:", keep_next=True)
        yield from lines
    else:
        yield first._replace(text=f"{label}: {first.text}")
        yield from rest
