"""The sums of a table's figures: what each row states, and what the rows below it add up to."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

from cchc.language.numbers import DecimalSign, NotANumber, Unsettled, read_decimal
from cchc.model.cells import Cells
from cchc.model.fields import NUMERIC, NUMERIC_CELLS, kind_of
from cchc.model.inheritance import PlacedRow, placed_rows
from cchc.model.layout import Layout, Total
from cchc.model.row_rules import END
from cchc.model.rows import RowHolder, Table
from cchc.source import KeyPath


class Sum(NamedTuple):
    """A figure of a row: as ``stated`` there, and as the rows ``below`` add up to; absent where there is none."""

    stated: Decimal | None
    below: Decimal | None

    @property
    def value(self) -> Decimal | None:
        """What a row counts for in the sum around it: what it states, else what is below."""
        return self.below if self.stated is None else self.stated

    @property
    def agrees(self) -> bool:
        """Whether the stated figure is the sum below, rounded half up to its own decimals."""
        return self.stated is None or self.below is None or rounds_to(self.below, self.stated)

    @property
    def exact(self) -> bool:
        """Whether the stated figure is the sum below, to the last decimal."""
        return self.stated is None or self.below is None or self.below == self.stated


def rounds_to(exact: Decimal, stated: Decimal) -> bool:
    """Whether ``stated`` is ``exact``, rounded half up to the decimals that ``stated`` has."""
    exponent = stated.as_tuple().exponent
    return exact.quantize(Decimal((0, (1,), int(exponent))), ROUND_HALF_UP) == stated


Sums = Mapping[KeyPath, Mapping[str, Sum]]
"""The figures of every row by its key path inside the table, those of the whole table at ``()``; then by field."""


def summed_fields(layout: Layout) -> tuple[str, ...]:
    """The fields of the columns that are added up, from left to right."""
    return tuple(column.prints.field for column in layout.grid if column.sum and column.prints.field)


def sums(table: Table, layout: Layout) -> Sums:
    """The figures of the columns of ``layout`` that are added up; a text that is no number counts as none."""
    found: dict[KeyPath, dict[str, Sum]] = {}
    names = summed_fields(layout)
    if names:
        found[()] = {name: Sum(None, total) for name, total in _below(table, (), names, layout.decimal, found).items()}
    return found


def _below(
    holder: RowHolder,
    path: KeyPath,
    names: Sequence[str],
    decimal: DecimalSign,
    found: dict[KeyPath, dict[str, Sum]],
) -> dict[str, Decimal]:
    totals: dict[str, Decimal] = {}
    for key, index, row in holder.children():
        here = (*path, key, index)
        below = _below(row, here, names, decimal, found)
        for part in row.parts:
            _add(below, _stated(part, names, decimal))
        stated = _stated(row, names, decimal)
        found[here] = {name: Sum(stated.get(name), below.get(name)) for name in names}
        _add(totals, {name: value for name, each in found[here].items() if (value := each.value) is not None})
    return totals


def _add(totals: dict[str, Decimal], values: Mapping[str, Decimal]) -> None:
    for name, value in values.items():
        totals[name] = totals.get(name, Decimal(0)) + value


def _stated(cells: Cells, names: Sequence[str], decimal: DecimalSign) -> dict[str, Decimal]:
    stated: dict[str, Decimal] = {}
    for name, value in cells.own_cells().items():
        if name in names and isinstance(value, str):
            try:
                stated[name] = read_figure(value, decimal)
            except (NotANumber, Unsettled):
                # A check reports it, and the build stops there.
                continue
    return stated


def read_figure(text: str, decimal: DecimalSign) -> Decimal:
    """The number in a cell, a percent sign behind it left out. Raises NotANumber and Unsettled."""
    return read_decimal(text.removesuffix("%").rstrip(), decimal)


@lru_cache(maxsize=1024)
def figure_if_any(text: str, decimal: DecimalSign) -> Decimal | None:
    """The number in a cell; None for a text that a check reports as none."""
    try:
        return read_figure(text, decimal)
    except (NotANumber, Unsettled):
        return None


def figures(cells: Cells, layout: Layout) -> Iterator[tuple[str, str]]:
    """The cells of ``cells`` that are to hold a number, by the vocabulary or by ``layout``: field and text."""
    if not cells.fields and NUMERIC_CELLS.isdisjoint(cells.model_fields_set):
        return
    for name, value in cells.own_cells().items():
        if isinstance(value, str) and kind_of(name, layout.fields) in NUMERIC:
            yield name, value


def totalled(table: Table, totals: Sequence[Total]) -> Iterator[tuple[KeyPath, Total]]:
    """What of ``table`` each of ``totals`` adds up, by its key path inside the table: rows, the whole table ``()``."""
    for placed in placed_rows(table):
        if placed.holds_rows and placed.row.total != "none":
            total = total_of(placed, totals)
            if total:
                yield placed.path, total
    yield from (((), total) for total in totals if total.at == END)


def total_of(placed: PlacedRow, totals: Sequence[Total]) -> Total | None:
    """The one of ``totals`` that stands behind the rows of ``placed``, which holds rows and has a total."""
    depth = placed.path[::2].count(placed.key)
    return next((each for each in totals if (each.at, each.depth) == (placed.key, depth)), None)
