"""Derived rows: sums under groups and at the end of a table, and an amount in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from cchc.language.numbers import DecimalSign, write_decimal
from cchc.lower.cells import DrawnColumn, grid
from cchc.lower.views import CellView, RowView, plain_line
from cchc.model.fields import LABEL, TITLE
from cchc.model.layout import Layout, Total
from cchc.model.show import read_show
from cchc.model.sums import Sum, summed_fields

TOTAL, WORDS = "total", "words"


def total_rows(
    total: Total, layout: Layout, columns: Sequence[DrawnColumn], figures: Mapping[str, Sum]
) -> Iterator[RowView]:
    """The row of ``total`` with the sums of ``figures`` (zero where nothing was added), and the row in words."""
    values = dict.fromkeys(summed_fields(layout), Decimal(0))
    values |= {name: figure.value for name, figure in figures.items() if figure.value is not None}
    texts = {name: written(value, layout.decimal) for name, value in values.items()}
    texts |= {name: text for name, text in ((LABEL, total.label), (TITLE, total.title)) if text}
    drawn = tuple(_cell(column, texts) for column in grid(columns))
    yield _row(TOTAL, _label_over_title(drawn), bold=True)
    if total.words:
        line = plain_line(_in_words(total, layout, values))
        yield _row(WORDS, (CellView(WORDS, (line,), len(drawn)),), bold=False)


def _row(key: str, cells: tuple[CellView, ...], *, bold: bool) -> RowView:
    return RowView(key, level=1, heading=bold, bold=bold, upper=False, keep_next=False, cells=cells)


def written(value: Decimal, decimal: DecimalSign) -> str:
    """A computed figure: no zeros at the end of its decimals."""
    short = value.normalize()
    return write_decimal(short.quantize(Decimal(1)) if short == short.to_integral() else short, decimal)


def _label_over_title(cells: tuple[CellView, ...]) -> tuple[CellView, ...]:
    """A label without a title beside it covers the columns up to that of titles; all other cells stay."""
    fields = [cell.field for cell in cells]
    if LABEL not in fields or TITLE not in fields:
        return cells
    label, title = fields.index(LABEL), fields.index(TITLE)
    if not cells[label].lines or any(cell.lines for cell in cells[label + 1 : title + 1]):
        return cells
    return (*cells[:label], cells[label]._replace(colspan=title + 1 - label), *cells[title + 1 :])


def _cell(column: DrawnColumn, texts: Mapping[str, str]) -> CellView:
    text = texts.get(column.show.field, "")
    return column.cell((plain_line(text),) if text else ())


def _in_words(total: Total, layout: Layout, values: Mapping[str, Decimal]) -> str:
    units = {column.prints.field: column.unit or "" for column in layout.grid}
    (line,) = read_show(total.words).lines
    spoken = [
        _spoken(values[name], units[name], total, layout.decimal) if name in values else "" for name in line.fields
    ]
    return "".join(piece for pair in zip(line.words, (*spoken, ""), strict=True) for piece in pair)


def _spoken(value: Decimal, unit: str, total: Total, decimal: DecimalSign) -> str:
    from cchc.language.amounts import money_in_words

    try:
        return money_in_words(value, unit, zero_tens=total.zero_tens)
    except ValueError:  # a check reports it; a draft prints all the same
        return written(value, decimal)
