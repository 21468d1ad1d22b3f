"""The numbers of tables: they are numbers, and what a row states is the sum of what stands below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cchc.diagnostics import Diagnostic, Rule, Severity, Wording, excerpt
from cchc.language.numbers import NotANumber, Unsettled, write_decimal
from cchc.model.inheritance import placed_rows
from cchc.model.layout import Layout
from cchc.model.plan import Plan
from cchc.model.rows import Cells, Table
from cchc.model.show import read_show
from cchc.model.sums import figures, read_figure, sums
from cchc.source import KeyPath, SourceMap

NOT_A_NUMBER = Rule(
    "M101",
    "not-a-number",
    Severity.ERROR,
    Wording("“{value}” không phải số", "“{value}” is no number"),
    Wording(
        "viết bằng chữ số, ví dụ {example}; lời văn thì viết ở “note”",
        "write it in digits, such as {example}; words go into “note”",
    ),
)
UNSETTLED = Rule(
    "M102",
    "unsettled-number",
    Severity.ERROR,
    Wording("“{value}” có thể là {first} hoặc {second}", "“{value}” may be {first} or {second}"),
    Wording(
        "dấu thập phân của bảng này là “{decimal}”; viết {first} hoặc {second}",
        "the decimal sign of this table is “{decimal}”; write {first} or {second}",
    ),
)
OTHER_SUM = Rule(
    "M103",
    "stated-sum-differs",
    Severity.WARNING,
    Wording(
        "ghi {stated}, nhưng các dòng bên dưới cộng lại là {sum}",
        "it says {stated}, but the rows below add up to {sum}",
    ),
    Wording(
        "sửa một trong các số; hoặc bỏ số này để chương trình tự cộng",
        "change one of the figures, or leave this one out to have it computed",
    ),
)
UNSPEAKABLE = Rule(
    "M104",
    "sum-beyond-words",
    Severity.ERROR,
    Wording("tổng {sum} quá dài để viết bằng chữ", "the sum {sum} is too long for words"),
    Wording(
        "xem lại các số và đơn vị của cột; hoặc bỏ “words” của dòng tổng trong bố cục",
        "look at the figures and the column's unit, or leave “words” out of the layout's total",
    ),
)
_EXAMPLES = {",": "1.500 hoặc 1,5", ".": "1,500 hoặc 1.5"}


def check_arithmetic(plan: Plan, places: SourceMap, layouts: Mapping[str, Layout]) -> Iterator[Diagnostic]:
    """Texts where a number belongs, numbers that the convention does not settle, stated sums that differ."""
    for path, table in plan.tables():
        layout = layouts.get(table.layout)
        if layout is None:
            continue
        for holder_path, cells in _holders(table):
            yield from _numbers((*path, *holder_path), cells, layout, places)
        yield from _stated_sums(path, table, layout, places)
        if any(total.words for total in layout.totals):
            yield from _beyond_words(path, table, layout, places)


def _holders(table: Table) -> Iterator[tuple[KeyPath, Cells]]:
    for placed in placed_rows(table):
        if not placed.continues:
            row_path = placed.path[:-2] if placed.part else placed.path
            yield row_path, placed.row
        if placed.part:
            yield placed.path, placed.part


def _numbers(path: KeyPath, cells: Cells, layout: Layout, places: SourceMap) -> Iterator[Diagnostic]:
    for name, text in figures(cells, layout):
        place = places.value((*path, *name.split(".")))
        try:
            read_figure(text, layout.decimal)
        except NotANumber:
            yield NOT_A_NUMBER.at(place, value=excerpt(text), example=_EXAMPLES[layout.decimal])
        except Unsettled as error:
            first, second = (write_decimal(reading, layout.decimal) for reading in error.readings)
            yield UNSETTLED.at(place, value=text, first=first, second=second, decimal=layout.decimal)


def _stated_sums(path: KeyPath, table: Table, layout: Layout, places: SourceMap) -> Iterator[Diagnostic]:
    for row_path, by_field in sums(table, layout).items():
        for name, figure in by_field.items():
            if not figure.agrees and figure.stated is not None and figure.below is not None:
                yield OTHER_SUM.at(
                    places.value((*path, *row_path, *name.split("."))),
                    stated=write_decimal(figure.stated, layout.decimal),
                    sum=write_decimal(figure.below, layout.decimal),
                )


def _beyond_words(path: KeyPath, table: Table, layout: Layout, places: SourceMap) -> Iterator[Diagnostic]:
    """Sums of the whole table, the largest there are, that its total in words cannot say."""
    from cchc.language.amounts import money_in_words

    spoken = {name for total in layout.totals if total.words for name in read_show(total.words).fields}
    units = {column.prints.field: column.unit or "" for column in layout.grid}
    for by_field in sums(table, layout).values():
        for name, figure in by_field.items():
            if name not in spoken or figure.value is None:
                continue
            try:
                money_in_words(figure.value, units[name])
            except ValueError:
                yield UNSPEAKABLE.at(places.value((*path, "layout")), sum=write_decimal(figure.value, layout.decimal))
                return
