"""The cells of a row: what stands in each column, and what a cell spans."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from cchc.lower.contents import Contents
from cchc.lower.views import Align, CellKind, CellView, LineView, RowView
from cchc.model.fields import LABEL, NUMERIC, TITLE, Declared, kind_of
from cchc.model.inheritance import PlacedRow
from cchc.model.layout import Column
from cchc.model.row_rules import RowRule
from cchc.model.show import Show


class DrawnColumn:
    """A column as rows need it: what it shows, how many columns of the grid it takes, the columns under it.

    ``kind`` is what stands in it; ``many`` is empty where each value has a line of its own. ``bare`` is the field whose
    lines stand in it as they are, empty where there is more to it.
    """

    # Every row looks at every column: what has slots is looked at in half the time of a named tuple.
    __slots__ = ("align", "bare", "inner", "kind", "made", "many", "show", "span")

    def __init__(self, column: Column, inner: "tuple[DrawnColumn, ...]", kind: CellKind) -> None:
        self.show: Show = column.prints
        self.span = sum(1 for _ in column.leaves())
        self.inner = inner
        self.kind: CellKind = kind
        self.align: Align = column.align or ("left" if kind == "text" else "center")
        self.many = column.many or ""
        self.bare = "" if self.many else self.show.field
        self.made: dict[int, CellView] = {}
        """The cells of ``span`` columns so far, by the numbers of their lines: one that has the lines of another is it.

        A cell keeps its lines, so no others can come to their number.
        """

    def cell(self, lines: tuple[LineView, ...]) -> CellView:
        """The cell of this column that holds ``lines``."""
        cell = self.made.get(id(lines))
        if cell is None:
            cell = self.made[id(lines)] = self.spanning(lines, self.span)
        return cell

    def spanning(self, lines: tuple[LineView, ...], colspan: int) -> CellView:
        """A cell as of this column that holds ``lines`` and takes ``colspan`` columns."""
        return CellView(self.show.field, lines, colspan, 1, self.kind, self.align, self.show.fields)


def drawn(columns: Sequence[Column], declared: Declared) -> tuple[DrawnColumn, ...]:
    """``columns`` as rows need them: of a heading that shows nothing itself, only the columns under it."""
    return tuple(each for column in columns for each in _drawn(column, declared))


def _drawn(column: Column, declared: Declared) -> tuple[DrawnColumn, ...]:
    inner = drawn(column.columns, declared)
    if inner and not column.prints.lines:
        return inner
    return (DrawnColumn(column, inner, _kind(column.prints.field, declared)),)


def grid(columns: Sequence[DrawnColumn]) -> Iterator[DrawnColumn]:
    """The columns of the grid under ``columns``."""
    for column in columns:
        yield from grid(column.inner) if column.inner else (column,)


def _kind(field: str, declared: Declared) -> CellKind:
    kind = kind_of(field, declared)
    if field == LABEL:
        return "label"
    return "time" if kind == "when" else "number" if kind in NUMERIC else "text"


def row_view(
    row: PlacedRow, rule: RowRule, columns: Sequence[DrawnColumn], shown: Contents, *, splits: bool = False
) -> RowView:
    """``row``, whose kind has ``rule``, with the cells that show its contents."""
    heading = row.heading
    return RowView(
        key=row.key,
        level=row.depth + 1,
        heading=heading,
        bold=heading or rule.style != "plain",
        upper=rule.style == "upper",
        keep_next=row.holds_rows,
        cells=tuple(_ruled_cells(columns, rule, heading, shown)),
        splits=splits,
    )


def _ruled_cells(columns: Sequence[DrawnColumn], rule: RowRule, heading: bool, shown: Contents) -> Iterable[CellView]:
    if isinstance(rule.cells, tuple):
        return _own_cells(tuple(grid(columns)), rule, shown)
    if rule.cells == "across":
        return (_across(columns, shown),)
    each = _each(columns, shown)
    return _title_spanning(tuple(each)) if rule.cells is None and heading else each


def _each(columns: Sequence[DrawnColumn], shown: Contents) -> list[CellView]:
    """A cell for every column; a heading over columns takes theirs where it has something."""
    cells: list[CellView] = []
    for column in columns:
        lines = shown.lines.get(column.bare, ()) if column.bare else shown.of(column.show, column.many)
        if lines or not column.inner:
            cells.append(column.made.get(id(lines)) or column.cell(lines))
        else:
            cells += _each(column.inner, shown)
    return cells


def _title_spanning(cells: tuple[CellView, ...]) -> tuple[CellView, ...]:
    """The title spans to the column before the next one that holds something; all other cells stay."""
    at = next((index for index, cell in enumerate(cells) if cell.field == TITLE), None)
    if at is None:
        return cells
    behind = cells[at + 1 :]
    empty = tuple(takewhile(lambda cell: not cell.lines, behind))
    title = cells[at]._replace(colspan=cells[at].colspan + sum(cell.colspan for cell in empty))
    return (*cells[:at], title, *behind[len(empty) :])


def _across(columns: Sequence[DrawnColumn], shown: Contents) -> CellView:
    """One cell over all columns: the title behind its label."""
    label = "".join(line.text for line in shown.lines.get(LABEL, ()))
    lines = shown.lines[TITLE]
    return CellView(TITLE, (lines[0]._replace(label=label), *lines[1:]), sum(column.span for column in columns))


def _own_cells(columns: Sequence[DrawnColumn], rule: RowRule, shown: Contents) -> Iterator[CellView]:
    """The cells that the kind of rows has of its own, then those of the columns of the grid behind them."""
    behind = 0
    for show, start, behind in rule.reaching([column.show for column in columns]):
        column = columns[start]
        lines, span = shown.of(show), behind - start
        own = show.field != column.show.field
        yield CellView(show.field, lines, span, fields=show.fields) if own else column.spanning(lines, span)
    yield from (column.cell(shown.of(column.show, column.many)) for column in columns[behind:])
