"""The cells of a row: what stands in each column, and what a cell spans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cchc.lower.prose import ProseLowering
from cchc.lower.views import Align, CellKind, CellView, LineView
from cchc.model.fields import LABEL, NUMERIC, TITLE, Declared, kind_of
from cchc.model.inheritance import PlacedRow
from cchc.model.layout import Column
from cchc.model.row_rules import RowRule, RuleCell
from cchc.model.rows import CellValue, Printed
from cchc.model.show import Show, ShowLine, read_show

_MONTH = "Tháng {}"
_END = "end"
_JOINING, _CLOSING = " ,;:.-–", " )]”"


class DrawnColumn(NamedTuple):
    """A column as rows need it: what it shows, its grid columns, the columns under it."""

    show: Show
    span: int
    inner: tuple[DrawnColumn, ...]
    kind: CellKind
    align: Align
    many: str

    def cell(self, lines: tuple[LineView, ...], colspan: int = 1) -> CellView:
        return CellView(self.show.field, lines, colspan, 1, self.kind, self.align, self.show.fields)


class Contents(NamedTuple):
    """What a row has to show: the lines of each field that is not empty; ``alone`` are those without words around."""

    lines: Mapping[str, tuple[LineView, ...]]
    alone: frozenset[str]

    def of(self, column: DrawnColumn) -> tuple[LineView, ...]:
        """The lines of the cell in ``column``."""
        shown = self.shown(column.show)
        if column.many and len(shown) > 1:
            return (
                _line(column.many.join(line.text.rstrip(" ;,.") for line in shown[:-1]) + column.many + shown[-1].text),
            )
        return shown

    def shown(self, show: Show) -> tuple[LineView, ...]:
        """The lines that ``show`` asks for; one whose fields are all empty is left out."""
        if show.field:
            return self.lines.get(show.field, ())
        return tuple(line for written in show.lines for line in self._written(written))

    def _written(self, written: ShowLine) -> Iterator[LineView]:
        filled = [name for name in written.fields if name in self.lines]
        if not filled and written.fields:
            return
        if len(filled) == 1 and (written.bare or filled[0] in self.alone):
            yield from self.lines[filled[0]]
        elif len(written.fields) == 1:
            yield from _around(written.words[0], self.lines[filled[0]], written.words[1])
        else:
            values = [" ".join(line.text for line in self.lines.get(name, ())) for name in written.fields]
            yield _line(_in_words(written.words, values))


def drawn(columns: Sequence[Column], declared: Declared) -> tuple[DrawnColumn, ...]:
    """``columns`` as rows need them."""
    return tuple(_drawn(column, declared) for column in columns)


def _drawn(column: Column, declared: Declared) -> DrawnColumn:
    kind = _kind(column.prints.field, declared)
    return DrawnColumn(
        show=column.prints,
        span=sum(1 for _ in column.leaves()),
        inner=drawn(column.columns, declared),
        kind=kind,
        align=column.align or ("left" if kind == "text" else "center"),
        many=column.many or "",
    )


def grid(columns: Sequence[DrawnColumn]) -> Iterator[DrawnColumn]:
    """The columns of the grid under ``columns``."""
    for column in columns:
        yield from grid(column.inner) if column.inner else (column,)


def _kind(field: str, declared: Declared) -> CellKind:
    kind = kind_of(field, declared)
    if field == LABEL:
        return "label"
    return "time" if kind == "when" else "number" if kind in NUMERIC else "text"


def contents(placed: PlacedRow, label: str, prose: ProseLowering, *, one_time: bool) -> Contents:
    """What ``placed`` has to show; ``one_time``: its months stand in one column."""
    lines: dict[str, tuple[LineView, ...]] = {LABEL: (_line(label),)} if label else {}
    lines[TITLE] = tuple(prose.prose(placed.row.title))
    alone: set[str] = set()
    for name, value in placed.cells.items():
        if name in ("start", "end"):
            lines[name] = (_line(_MONTH.format(value)),)
        else:
            written = _lines(value, prose)
            if written:
                lines[name] = written
            if isinstance(value, Printed):
                alone.add(name)
    if one_time and "when" not in lines and "start" in lines and "end" in lines:
        months = dict.fromkeys(lines[name][0].text for name in ("start", "end"))
        lines["when"] = (_line(" - ".join(months)),)
    return Contents(lines, frozenset(alone))


def _lines(value: CellValue, prose: ProseLowering) -> tuple[LineView, ...]:
    return tuple(prose.prose(value.printed if isinstance(value, Printed) else value))


def cells(columns: Sequence[DrawnColumn], shown: Contents) -> Iterator[CellView]:
    """Every cell of a row."""
    for column in columns:
        if column.inner:
            across = shown.of(column)
            if across:
                yield column.cell(across, column.span)
            else:
                yield from cells(column.inner, shown)
        else:
            yield column.cell(shown.of(column))


def heading_cells(drawn_cells: Iterator[CellView], holds: str = TITLE) -> Iterator[CellView]:
    """The cell of ``holds`` spans to the column before the next one that holds something; all others stay."""
    waiting: CellView | None = None
    for cell in drawn_cells:
        if waiting is None and cell.field == holds:
            waiting = cell
        elif waiting is not None and waiting.field == holds and not cell.lines:
            waiting = waiting._replace(colspan=waiting.colspan + cell.colspan)
        else:
            if waiting is not None:
                yield waiting
                # From here on every cell goes out as it comes.
                waiting = cell
            else:
                yield cell
    if waiting is not None:
        yield waiting


def ruled_cells(columns: Sequence[DrawnColumn], rule: RowRule, heading: bool, shown: Contents) -> Iterator[CellView]:
    """The cells of a row whose kind has ``rule``."""
    if isinstance(rule.cells, tuple):
        yield from _own_cells(tuple(grid(columns)), rule.cells, shown)
    elif rule.cells == "across":
        yield _across(tuple(grid(columns)), shown)
    elif rule.cells is None and heading:
        yield from heading_cells(cells(columns, shown))
    else:
        yield from cells(columns, shown)


def _across(columns: Sequence[DrawnColumn], shown: Contents) -> CellView:
    """One cell over all columns: the title behind its label."""
    label = "".join(line.text for line in shown.lines.get(LABEL, ()))
    lines = shown.lines[TITLE]
    return CellView(TITLE, (lines[0]._replace(label=label), *lines[1:]), len(columns))


def _own_cells(columns: Sequence[DrawnColumn], own: tuple[str | RuleCell, ...], shown: Contents) -> Iterator[CellView]:
    at = 0
    for each in own:
        if at == len(columns):
            return
        written, to = (each, None) if isinstance(each, str) else (each.show, each.to)
        end = at + 1 if to is None else _end(columns, to, at)
        show = read_show(written)
        kind = columns[at].kind if show.field == columns[at].show.field else "text"
        yield CellView(show.field, shown.shown(show), end - at, kind=kind)
        at = end
    yield from (column.cell(shown.of(column)) for column in columns[at:])


def _end(columns: Sequence[DrawnColumn], to: str, at: int) -> int:
    """The grid column behind the one that shows ``to``."""
    if to == _END:
        return len(columns)
    return next((index for index, column in enumerate(columns, 1) if to in column.show.fields and index > at), at + 1)


def _line(text: str) -> LineView:
    return LineView("paragraph", 0, "", text)


def _in_words(words: Sequence[str], values: Sequence[str]) -> str:
    """``values`` with the words between them; an empty one takes along those that lead to it."""
    *leads, end = words
    pieces = [piece for lead, value in zip(leads, values, strict=True) if value for piece in (lead, value)]
    if not values[0]:
        pieces[0] = pieces[0].lstrip(_JOINING)
    if not values[-1]:
        end = end.lstrip(_CLOSING)
    return " ".join("".join((*pieces, end)).split())


def _around(before: str, lines: tuple[LineView, ...], after: str) -> Iterator[LineView]:
    """``lines`` with words before the first and after the last; a list stands below the words before it."""
    if lines[0].label:
        if before.strip():
            yield _line(before.strip())
        first, *rest = lines
    else:
        first, *rest = lines[0]._replace(text=before + lines[0].text), *lines[1:]
    *most, last = first, *rest
    yield from most
    yield last._replace(text=(last.text + after).rstrip())
