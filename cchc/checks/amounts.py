"""Money: it is not negative, its unit stands somewhere, and no total is typed among the rows that make it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from cchc.checks.context import Context, DrawnTable
from cchc.checks.frames import COST_LAYOUT, COST_ROWS, COSTS, SUMMED_COSTS
from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording, excerpt
from cchc.language.folding import fold
from cchc.language.numbers import write_decimal
from cchc.model.cells import Cells
from cchc.model.fields import NUMERIC, kind_of
from cchc.model.inheritance import PlacedRow, placed_rows
from cchc.model.layout import Column
from cchc.model.rows import Row, RowHolder
from cchc.model.sums import figure_if_any, figures, summed_fields
from cchc.source import KeyPath

NEGATIVE = Rule(
    "M109",
    "negative-money",
    Severity.WARNING,
    Wording("số tiền âm: {amount}", "a negative amount: {amount}"),
    Wording("bỏ dấu trừ; khoản giảm thì nói ở “note”", "take the minus away; what is cut is said in “note”"),
    Wording(
        "kinh phí là số phải chi; số âm làm tổng nhỏ đi",
        "an estimate is what will be spent; a negative one lessens the total",
    ),
    Example("budget: -50", "budget: 50"),
)
NO_UNIT = Rule(
    "M110",
    "money-without-unit",
    Severity.WARNING,
    Wording(
        "cột “{column}” là tiền nhưng không chỗ nào ghi đơn vị tính",
        "“{column}” holds money, and nothing says in which unit",
    ),
    Wording(
        "thêm “unit: triệu đồng” ở bảng này, hoặc ở cột trong bố cục",
        "add “unit: triệu đồng” to this table, or to the column in the layout",
    ),
    Wording(
        "50 có thể là 50 đồng, 50 nghìn đồng hay 50 triệu đồng; người đọc và kế toán đều phải đoán",
        "50 may be đồng, thousands or millions of them; readers and accountants have to guess",
    ),
    Example.within(
        COST_LAYOUT
        + "      - {label: Kinh phí, show: budget, ___}\n"
        + COST_ROWS
        + COSTS
        + "      - {title: Tập huấn, budget: 50}",
        wrong="width: 40",
        right="unit: triệu đồng, width: 40",
    ),
)
_TWO_COSTS = COSTS + "      - {title: Tập huấn, budget: 20}\n      - {title: Tuyên truyền, budget: 30}"
TYPED_TOTAL = Rule(
    "M112",
    "typed-total",
    Severity.WARNING,
    Wording("“{title}” gõ thành một dòng: {problem_vi}", "“{title}” is typed as a row: {problem_en}"),
    Wording(
        "bỏ dòng này; dòng tổng do “totals” của bố cục in ra",
        "leave the row out; the layout's “totals” prints the row with the sums",
    ),
    Wording(
        "dòng tổng gõ tay không đổi theo các dòng khác, và được cộng thêm một lần vào tổng của bảng",
        "a typed total does not follow the other rows, and is added once more to that of the table",
    ),
    Example(
        wrong=SUMMED_COSTS + _TWO_COSTS + "\n      - {title: Tổng cộng, budget: 50}",
        right=SUMMED_COSTS + "    totals: [{at: end, title: Tổng cộng}]\n" + _TWO_COSTS,
    ),
)
_DIFFERS = ("ghi {stated}, các dòng trên cộng lại là {sum}", "it says {stated}, the rows above add up to {sum}")
_TWICE = ("{stated} được cộng thêm một lần vào tổng của bảng", "{stated} is added once more to the table's total")
_TOTALS = frozenset(map(fold, ("tổng", "tổng cộng", "cộng", "tổng số", "tổng điểm", "tổng kinh phí", "tổng chi phí")))
_LONGEST = 16
_UNITS = ("đồng", "vnd", "vnđ", "usd", "(đ)", "1.000đ", "triệu", "tỷ")


def check_amounts(context: Context) -> Iterator[Diagnostic]:
    """Negative amounts, money without a unit, totals typed among the rows."""
    for drawn in context.tables():
        money = {c.prints.field: c for c in drawn.layout.grid if _kind(drawn, c.prints.field) == "money"}
        if money:
            yield from _amounts(drawn, money, context)
        if any(_kind(drawn, column.prints.field) in NUMERIC for column in drawn.layout.grid):
            yield from _typed_totals(drawn, drawn.table, drawn.path, context)


def _kind(drawn: DrawnTable, field: str) -> str:
    return kind_of(field, drawn.layout.fields) if field else "text"


def _amounts(drawn: DrawnTable, money: dict[str, Column], context: Context) -> Iterator[Diagnostic]:
    without = {name for name, column in money.items() if not _has_unit(drawn, column)}
    for placed in placed_rows(drawn.table):
        for path, cells in _own(placed):
            for name, text in figures(cells, drawn.layout):
                if name not in money:
                    continue
                place = (*drawn.path, *path, *name.split("."))
                if text.startswith(("-", "−")):
                    yield NEGATIVE.at(context.places.value(place), amount=excerpt(text))
                if name in without:
                    without.discard(name)
                    yield NO_UNIT.at(context.places.value(place), column=money[name].label)


def _own(placed: PlacedRow) -> Iterator[tuple[KeyPath, Cells]]:
    if not placed.continues:
        yield placed.row_path, placed.row
    if placed.part:
        yield placed.path, placed.part


def _has_unit(drawn: DrawnTable, column: Column) -> bool:
    """Whether a column, a heading over it, the table or what stands around it names a unit of money."""
    if column.unit or drawn.table.unit:
        return True
    labels = [top.label for top in drawn.layout.columns if any(leaf is column for leaf in top.leaves())]
    notes = drawn.table.notes
    around = (column.label, *labels, drawn.table.caption, getattr(drawn.table, "title", None))
    said = (*around, *((notes,) if isinstance(notes, str) else notes or ()))
    return any(unit in fold(text) for text in said if text for unit in _UNITS)


def _typed_totals(drawn: DrawnTable, holder: RowHolder, path: KeyPath, context: Context) -> Iterator[Diagnostic]:
    """Rows among those of ``holder`` and below whose title says that they are a total."""
    above: list[Row] = []
    for key, index, row in holder.children():
        here = (*path, key, index)
        if _is_total(row):
            for name, stated in _figures(row, drawn):
                problem = _problem(name, stated, [_worth(each, name, drawn) for each in above], drawn)
                if problem:
                    place = context.places.value((*here, *name.split(".")))
                    yield TYPED_TOTAL.at(place, title=row.title, problem_vi=problem[0], problem_en=problem[1])
        else:
            above.append(row)
            yield from _typed_totals(drawn, row, here, context)


def _is_total(row: Row) -> bool:
    title = row.title
    if not isinstance(title, str) or len(title) > _LONGEST or fold(title).rstrip(":. ") not in _TOTALS:
        return False
    return not row.holds_rows


def _worth(row: Row, name: str, drawn: DrawnTable) -> Decimal | None:
    """What ``row`` counts for: what it states, else what the rows inside it do."""
    stated = dict(_figures(row, drawn)).get(name)
    if stated is not None:
        return stated
    inside = [value for _, _, each in row.children() if (value := _worth(each, name, drawn)) is not None]
    parts = [value for part in row.parts if (value := dict(_figures(part, drawn)).get(name)) is not None]
    return sum((*inside, *parts), Decimal(0)) if inside or parts else None


def _figures(cells: Cells, drawn: DrawnTable) -> Iterator[tuple[str, Decimal]]:
    for name, text in figures(cells, drawn.layout):
        value = figure_if_any(text, drawn.layout.decimal)
        if value is not None:
            yield name, value


def _problem(name: str, stated: Decimal, above: list[Decimal | None], drawn: DrawnTable) -> tuple[str, str] | None:
    written = write_decimal(stated, drawn.layout.decimal)
    held = [value for value in above if value is not None]
    if held and sum(held) != stated:
        total = write_decimal(sum(held, Decimal(0)), drawn.layout.decimal)
        return _DIFFERS[0].format(stated=written, sum=total), _DIFFERS[1].format(stated=written, sum=total)
    if name in summed_fields(drawn.layout):
        return _TWICE[0].format(stated=written), _TWICE[1].format(stated=written)
    return None
