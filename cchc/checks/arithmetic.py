"""The numbers of tables: they are numbers, and what a row states is the sum of what stands below it."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.checks.context import Context
from cchc.checks.frames import COSTS, SUMMED_COSTS
from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording, excerpt
from cchc.language.numbers import NotANumber, Unsettled, write_decimal
from cchc.model.cells import Cells
from cchc.model.inheritance import placed_rows
from cchc.model.layout import Layout
from cchc.model.rows import Table
from cchc.model.show import read_show
from cchc.model.sums import Sums, figures, read_figure, totalled
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
    Wording(
        "cột này được cộng; chữ thì không cộng được",
        "the column is added up, and words are not",
    ),
    Example(
        "budget: khoảng 50",
        "budget: 50\nnote: Số dự kiến",
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
    Wording(
        "1.5 trong bảng dùng dấu phẩy có thể là một phẩy năm hoặc gõ thiếu chữ số của 1.500",
        "where commas are decimal signs, 1.5 may be one and a half, or 1.500 with digits missing",
    ),
    Example(
        "budget: 1.5",
        'budget: "1,5"',
    ),
)
OTHER_SUM = Rule(
    "M103",
    "stated-sum-differs",
    Severity.WARNING,
    Wording(
        "“{column}” ghi {stated}, nhưng các dòng bên dưới cộng lại là {sum}",
        "“{column}” says {stated}, but the rows below add up to {sum}",
    ),
    Wording(
        "sửa một trong các số; hoặc bỏ số này để chương trình tự cộng",
        "change one of the figures, or leave this one out to have it computed",
    ),
    Wording(
        "người đọc cộng lại bảng; số ở dòng trên không bằng tổng thì không biết số nào đúng",
        "readers add the table up; where it does not agree nobody knows which figure is right",
    ),
    Example.within(
        "title: Thể chế\n"
        "score: {max: ___}\n"
        "criteria:\n"
        "  - {title: Ban hành văn bản, score: {max: 2}}\n"
        "  - {title: Rà soát văn bản, score: {max: 5}}",
        wrong="8",
        right="7",
    ),
)
ROUNDED = Rule(
    "M105",
    "only-rounded",
    Severity.NOTE,
    Wording(
        "ghi {stated}, cộng chính xác là {sum}: chỉ lệch do làm tròn",
        "it says {stated}, the exact sum is {sum}: only rounding separates them",
    ),
    Wording(
        "ghi số chính xác, hoặc làm tròn mọi số như nhau",
        "write the exact figure, or round all figures alike",
    ),
    Wording(
        "số đã làm tròn mà cộng tiếp thì tổng lệch dần so với bảng",
        "rounded figures that are added up again drift away from the table",
    ),
    Example.within(
        "score: {max: 5, achieved: ___}\ncriteria:\n  - {title: Ban hành văn bản, score: {max: 5, achieved: 4.9045}}",
        wrong="4.905",
        right="4.9045",
    ),
)
TOO_LARGE = Rule(
    "M104",
    "total-beyond-words",
    Severity.ERROR,
    Wording("tổng {sum} {unit} quá lớn để viết bằng chữ", "the total {sum} {unit} is too large to be written in words"),
    Wording(
        "bỏ “words” ở “totals” của bố cục, hoặc sửa số hay đơn vị tính của cột",
        "leave “words” out of the layout's “totals”, or change the figures or the column's unit",
    ),
    Wording(
        "dòng bằng chữ được sinh ra từ tổng; số lớn đến vậy thường là nhầm đơn vị",
        "the line in words is made from the total; one so large mostly has a wrong unit",
    ),
    Example.within(
        SUMMED_COSTS
        + '    totals: [{at: end, label: Tổng, words: "(Bằng chữ: {budget})"}]\n'
        + COSTS
        + "      - {title: Tập huấn, budget: ___}",
        wrong="50.000.000.000",
        right="50",
    ),
)
_EXAMPLES = {",": "1.500 hoặc 1,5", ".": "1,500 hoặc 1.5"}


def check_arithmetic(context: Context) -> Iterator[Diagnostic]:
    """Texts where a number belongs, numbers that the convention does not settle, stated sums that differ."""
    places = context.places
    for drawn in context.tables():
        path, table, layout = drawn
        for holder_path, cells in _holders(table):
            yield from _numbers((*path, *holder_path), cells, layout, places)
        found = context.sums(drawn)
        yield from _stated_sums(path, found, layout, places)
        yield from _in_words(path, table, found, layout, places)


def _holders(table: Table) -> Iterator[tuple[KeyPath, Cells]]:
    for placed in placed_rows(table):
        if not placed.continues:
            yield placed.row_path, placed.row
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


def _in_words(path: KeyPath, table: Table, found: Sums, layout: Layout, places: SourceMap) -> Iterator[Diagnostic]:
    """Totals that a layout spells out and that are beyond the words for numbers."""
    spelled = [total for total in layout.totals if total.words]
    if not spelled:
        return
    from cchc.language.amounts import money_in_words

    units = {column.prints.field: column.unit or "" for column in layout.grid}
    for where, total in totalled(table, spelled):
        for name in read_show(total.words).fields:
            figure = found.get(where, {}).get(name)
            value = figure.value if figure else None
            if value is None:
                continue
            try:
                money_in_words(value, units[name], zero_tens=total.zero_tens)
            except ValueError:
                here = (*path, *where, "title") if where else (*path, "layout")
                yield TOO_LARGE.at(places.value(here), sum=write_decimal(value, layout.decimal), unit=units[name])


def _stated_sums(path: KeyPath, found: Sums, layout: Layout, places: SourceMap) -> Iterator[Diagnostic]:
    for row_path, by_field in found.items():
        for name, figure in by_field.items():
            if not figure.exact and figure.stated is not None and figure.below is not None:
                yield (ROUNDED if figure.agrees else OTHER_SUM).at(
                    places.value((*path, *row_path, *name.split("."))),
                    column=name.split(".")[-1],
                    stated=write_decimal(figure.stated, layout.decimal),
                    sum=write_decimal(figure.below, layout.decimal),
                )
