"""A row as it was read back from a file against the row of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from cchc.backends.docx.readback import ReadRow
from cchc.export.rows import PlanRow
from cchc.model.fields import TITLE
from cchc.model.layout import Layout
from cchc.model.rows import Table
from cchc.model.show import Show, read_show


def is_derived(row: ReadRow, layout: Layout) -> bool:
    """Whether ``row`` is one that the layout's totals make, by the words with which it begins."""
    first = next((cell for cell in row.cells if cell), "")
    for total in layout.totals:
        words = total.words.partition("{")[0] if total.words else ""
        if first in (total.label, total.title) or (words and first.startswith(words)):
            return True
    return False


class RowComparison:
    """Compares the rows of one table, drawn by one layout."""

    def __init__(self, table: Table, layout: Layout) -> None:
        self._columns = tuple(_shown_together(layout))
        self._fields = None if layout.one_time else _single_fields(self._columns)
        self._own_cells = _own_cells(table, layout, self._columns)
        self._one_time = layout.one_time
        self._raised = sum(column.sum == "up" for column in layout.grid)

    def same(self, printed: ReadRow, row: PlanRow) -> bool:
        """Whether the cells of ``printed`` are those of ``row``, by its columns or by cells that its kind has."""
        cells = [cell for cell in printed.cells if cell]
        own = self._own_cells.get(row.key, ())
        if self._fields and _stands_plainly(cells, row, self._fields, strictly=not own):
            return True  # nearly every row of a long table, in a third of the time
        return self._holds_row(cells, row, self._columns, strictly=not own) or any(
            self._holds_row(cells, row, shows, strictly=False) for shows in own
        )

    def _holds_row(self, cells: Sequence[str], row: PlanRow, columns: Sequence[Show], *, strictly: bool) -> bool:
        """Whether ``cells`` are the row's, in the order of what ``columns`` show.

        Besides them only a label may stand, and sums that the layout carries up.
        """
        wanted = [(show, _values(row, show, self._one_time)) for show in columns]
        filled = [(show, values) for show, values in wanted if values]
        derived = 1 + (self._raised if row.holds_rows else 0)
        if not len(cells) - derived <= len(filled) <= len(cells):
            return False
        left = iter(cells)
        return all(any(_holds(cell, values, bool(show.field) and strictly) for cell in left) for show, values in filled)


def _single_fields(columns: Sequence[Show]) -> tuple[str, ...] | None:
    """The field that each of ``columns`` shows, where each shows one, bare, or none."""
    shown = [show for show in columns if show.fields]
    return tuple(show.field for show in shown) if all(show.field for show in shown) else None


def _stands_plainly(cells: Sequence[str], row: PlanRow, fields: Iterable[str], *, strictly: bool) -> bool:
    """Whether ``cells`` are those of ``fields`` that stand in the row, each in one, with at most a label before them.

    The one way in which a row can be printed that needs no search.
    """
    values = [
        row.title if name == TITLE else row.cells[name]
        for name in fields
        if name not in row.merged and (name == TITLE or name in row.cells)
    ]
    labels = len(cells) - len(values)
    if labels not in (0, 1):
        return False
    return all(
        cell == "\n".join(value) or _holds_one(cell, value, strictly)
        for cell, value in zip(cells[labels:], values, strict=True)
    )


def _shown_together(layout: Layout) -> Iterator[Show]:
    """What each column shows, a heading's before those of its columns."""
    waiting = list(reversed(layout.columns))
    while waiting:
        column = waiting.pop()
        if column.show is not None:
            yield column.prints
        waiting += reversed(column.columns)


def _own_cells(table: Table, layout: Layout, columns: Sequence[Show]) -> dict[str, list[tuple[Show, ...]]]:
    """What rows show whose rule gives them cells of their own, by their key: those cells, then the other columns."""
    found: dict[str, list[tuple[Show, ...]]] = {}
    for rules in (layout.rows, *table.relabellings()):
        for key, _, rule in rules.each():
            if isinstance(rule.cells, tuple):
                own = tuple(read_show(cell.show) for cell in rule.own_cells)
                names = {name for show in own for name in show.fields}
                others = (show for show in columns if not names.issuperset(show.fields))
                found.setdefault(key, []).append((*own, *others))
    return found


def _values(row: PlanRow, show: Show, one_time: bool) -> list[tuple[str, ...]]:
    """The paragraphs of each field of ``show`` that stands in this row and does not go on from the one above."""
    return [value for _, value in named_values(row, show.fields, one_time)]


def named_values(row: PlanRow, names: Iterable[str], one_time: bool) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Those of the fields ``names`` that stand in this row and do not go on from the one above, with their paragraphs.

    ``one_time``: months stand in the column of times.
    """
    fields = [name for name in names if name not in row.merged]
    if one_time and "when" in fields and "when" not in row.cells and {"start", "end"} <= row.cells.keys():
        at = fields.index("when")
        fields[at : at + 1] = ["start"] if row.cells["start"] == row.cells["end"] else ["start", "end"]
    for name in fields:
        if name == TITLE:
            yield name, row.title
        elif name in row.cells:
            yield name, row.cells[name]


def _holds(cell: str, values: Sequence[tuple[str, ...]], strictly: bool) -> bool:
    """Whether the paragraphs of ``values`` stand in ``cell`` in their order; strictly: and no lines besides them."""
    if len(values) == 1 and cell == "\n".join(values[0]):
        return True  # nearly every cell of a long table
    folded = cell.casefold()
    lines = folded.split("\n")
    texts = [text.casefold() for value in values for text in value]
    if strictly and len(values) == 1 and len(lines) == len(texts):
        return all(line.endswith(text) for line, text in zip(lines, texts, strict=True))
    at = 0
    for text in texts:
        # A sign between joined values stands for the one at their end.
        found = folded.find(text.rstrip(" ;,."), at)
        if found < 0:
            return False
        at = found + len(text.rstrip(" ;,."))
    return True


@lru_cache(maxsize=256)
def _holds_one(cell: str, value: tuple[str, ...], strictly: bool) -> bool:
    """As ``_holds`` for a single value; the few months of a plan, which never stand as typed, are judged once."""
    return _holds(cell, (value,), strictly)
