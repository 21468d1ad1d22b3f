"""Money of another scale: one amount of a column that is thousands of times the others was typed in another unit."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from cchc.checks.context import Context, DrawnTable
from cchc.checks.frames import COST_LAYOUT, COST_ROWS, COSTS
from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording
from cchc.language.numbers import write_decimal
from cchc.model.fields import kind_of
from cchc.model.inheritance import placed_rows
from cchc.model.layout import Column
from cchc.model.sums import figure_if_any, figures
from cchc.source import KeyPath

OUT_OF_SCALE = Rule(
    "M115",
    "amount-out-of-scale",
    Severity.WARNING,
    Wording(
        "{amount} {unit}: lớn gấp {times} lần mức thường gặp của cột “{column}” ({usual} {unit})",
        "{amount} {unit}: {times} times what the column “{column}” usually has ({usual} {unit})",
    ),
    Wording(
        "ghi theo đơn vị của cột ({unit}), hoặc xem lại con số",
        "write it in the column's unit ({unit}), or look at the figure again",
    ),
    Wording(
        "một số tiền ghi bằng đồng giữa các số bằng triệu đồng làm tổng và dòng bằng chữ sai hàng nghìn lần",
        "one amount in đồng among others in millions makes the total and the line in words wrong a thousand times over",
    ),
    Example.within(
        COST_LAYOUT
        + "      - {label: Kinh phí, show: budget, unit: triệu đồng, width: 40}\n"
        + COST_ROWS
        + COSTS
        + "      - {title: Tập huấn, budget: ___}\n"
        "      - {title: Tuyên truyền, budget: 20}\n"
        "      - {title: Khảo sát, budget: 30}\n"
        "      - {title: Hội nghị, budget: 15}\n"
        "      - {title: Kiểm tra, budget: 10}",
        wrong="15000000",
        right="15",
    ),
)
_TIMES, _OTHERS = 1000, 4
"""How many times the usual amount is another scale, and how many others show what is usual."""


class _Amount(NamedTuple):
    value: Decimal
    path: KeyPath


def check_scale(context: Context) -> Iterator[Diagnostic]:
    """Amounts of a money column that are at least a thousand times the median of the others."""
    for drawn in context.tables():
        money = {
            column.prints.field: column
            for column in drawn.layout.grid
            if column.prints.field and kind_of(column.prints.field, drawn.layout.fields) == "money"
        }
        if money:
            for name, amounts in _amounts(drawn, money).items():
                yield from _out_of_scale(amounts, money[name], drawn, context)


def _amounts(drawn: DrawnTable, money: dict[str, Column]) -> dict[str, list[_Amount]]:
    """The amounts above nothing by field; rows that hold others state their sums, and are left out."""
    found: dict[str, list[_Amount]] = {name: [] for name in money}
    for placed in placed_rows(drawn.table):
        if placed.holds_rows:
            continue
        own = [] if placed.continues else [(placed.row_path, placed.row)]
        for path, cells in (*own, *([(placed.path, placed.part)] if placed.part else ())):
            for name, text in figures(cells, drawn.layout):
                value = figure_if_any(text, drawn.layout.decimal) if name in money else None
                if value is not None and value > 0:
                    found[name].append(_Amount(value, (*drawn.path, *path, *name.split("."))))
    return found


def _out_of_scale(amounts: list[_Amount], column: Column, drawn: DrawnTable, context: Context) -> Iterator[Diagnostic]:
    if len(amounts) <= _OTHERS:
        return
    ordered = sorted(each.value for each in amounts)
    for value, path in amounts:
        if value < _TIMES * ordered[0]:
            continue
        at = len(ordered) - 1 if value == ordered[-1] else ordered.index(value)
        usual = _median([*ordered[:at], *ordered[at + 1 :]])
        if value >= _TIMES * usual:
            decimal = drawn.layout.decimal
            yield OUT_OF_SCALE.at(
                context.places.value(path),
                amount=write_decimal(value, decimal),
                times=write_decimal((value / usual).quantize(Decimal(1)), decimal),
                usual=write_decimal(usual.normalize(), decimal),
                unit=column.unit or drawn.table.unit or "đơn vị tiền",
                column=column.label,
            )


def _median(ordered: list[Decimal]) -> Decimal:
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
