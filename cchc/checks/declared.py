"""What a table holds against what its layout declares: choices, values by year, cells of a kind's own, lines."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.checks.context import Context
from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording, excerpt
from cchc.language.dates import read_period
from cchc.language.enumerators import POINT_LETTERS
from cchc.lower.row_labels import RowLabels
from cchc.model.blocks import sentences
from cchc.model.cells import Cells, Value, words_of
from cchc.model.fields import FieldDeclaration
from cchc.model.inheritance import PlacedRow, placed_rows
from cchc.model.layout import Layout
from cchc.model.plan import Plan
from cchc.model.rows import Table
from cchc.model.walk import parts
from cchc.source import KeyPath, SourceMap
from cchc.suggestions import suggestion

_GOALS = (
    "period: 2026-2027\n"
    "layouts:\n"
    "  kpi:\n"
    "    columns:\n"
    "      - {label: Chỉ tiêu, show: title, width: 60}\n"
    '      - {label: "{year}", show: goal, each: year, width: 10}\n'
    '    rows: {indicators: "1"}\n'
    "    fields: {goal: {title: Chỉ tiêu, by: year}}\n"
    "appendices:\n"
    "  - title: Chỉ tiêu\n"
    "    layout: kpi\n"
    "    indicators:\n"
    "      - {title: Hồ sơ đúng hạn, goal: ___}"
)
NOT_BY_YEAR = Rule(
    "C104",
    "years-and-one-value",
    Severity.ERROR,
    Wording("“{field}” {reason_vi}", "“{field}” {reason_en}"),
    Wording(
        "theo năm thì viết {example}; một giá trị thì viết ngay sau dấu hai chấm",
        "write {example} for values by year, one value right behind the colon",
    ),
    reason=Wording(
        "bảng có một cột cho mỗi năm; một giá trị chung không biết in vào cột nào",
        "the table has a column for each year, and one value for all belongs into none of them",
    ),
    example=Example.within(_GOALS, wrong="98%", right="{2026: 97%, 2027: 98%}"),
)
_TAKES_YEARS = ("nhận mỗi năm một giá trị", "takes one value for each year")
_TAKES_ONE = ("chỉ nhận một giá trị, không theo năm", "takes one value, and none by year")
OTHER_YEAR = Rule(
    "C105",
    "year-outside-period",
    Severity.ERROR,
    Wording("năm {year} nằm ngoài kỳ kế hoạch {period}", "the year {year} lies outside the period {period}"),
    Wording(
        "sửa năm hoặc “period”; giá trị của năm trước thì để ở một trường riêng",
        "change the year or “period”; the value of a year before goes into a field of its own",
    ),
    reason=Wording(
        "năm ngoài kỳ kế hoạch không có cột, giá trị của nó không in ra",
        "a year outside the plan's period has no column, so its value does not print",
    ),
    example=Example.within(_GOALS, wrong="{2025: 97%, 2026: 98%}", right="{2026: 97%, 2027: 98%}"),
)
NO_SUCH_CHOICE = Rule(
    "C106",
    "no-such-choice",
    Severity.ERROR,
    Wording("“{field}” không nhận giá trị “{value}”", "“{field}” does not take the value “{value}”"),
    Wording(
        "chọn một trong “choices” của trường, hoặc thêm giá trị này vào đó",
        "take one of the field's “choices”, or add this one to them",
    ),
    reason=Wording(
        "các giá trị được khai báo để cả bảng dùng cùng một cách ghi; viết khác đi thì không đếm, không lọc được",
        "choices are declared so that the whole table words them alike; another wording is counted and sorted apart",
    ),
    example=Example.within(
        "layouts:\n"
        "  viec:\n"
        "    columns:\n"
        "      - {label: Nội dung, show: title, width: 60}\n"
        "      - {label: Tình trạng, show: status, width: 40}\n"
        '    rows: {tasks: "1"}\n'
        "    fields:\n"
        '      status: {title: Tình trạng, type: choice, choices: ["Đang làm", "Xong"]}\n'
        "appendices:\n"
        "  - title: Nhiệm vụ\n"
        "    layout: viec\n"
        "    tasks:\n"
        "      - {title: Số hóa hồ sơ, status: ___}",
        wrong="Xong rồi",
        right="Xong",
    ),
)
NO_CELL = Rule(
    "C107",
    "cell-without-place",
    Severity.ERROR,
    Wording(
        "loại dòng này không có ô nào cho “{field}”",
        "this kind of rows has no cell for “{field}”",
    ),
    Wording(
        "bỏ khóa này, ghi “{field}:” trống để bỏ giá trị chung, hoặc thêm ô vào “cells”",
        "leave the key out, write “{field}:” alone to cancel a default, or add a cell to “cells”",
    ),
    reason=Wording(
        "loại dòng này in một ô chạy ngang bảng; nội dung của ô khác không có chỗ và mất",
        "rows of this kind print one cell across the table; the words of another have no place and are lost",
    ),
    example=Example.within(
        "layouts:\n"
        "  viec:\n"
        "    columns:\n"
        "      - {label: TT, show: label, width: 10}\n"
        "      - {label: Nội dung, show: title, width: 60}\n"
        "      - {label: Chủ trì, show: lead, width: 30}\n"
        "    rows:\n"
        "      groups: {label: I, cells: across}\n"
        '      tasks: "1"\n'
        "appendices:\n"
        "  - title: Nhiệm vụ\n"
        "    layout: viec\n"
        "    groups:\n"
        "      - {title: Nhóm, ___}",
        wrong="lead: Sở Nội vụ, tasks: [{title: Việc}]",
        right="tasks: [{title: Việc, lead: Sở Nội vụ}]",
    ),
)
NOT_IN_LINES = Rule(
    "C108",
    "key-of-a-table",
    Severity.ERROR,
    Wording("bố cục “form: lines” không in “{key}”", "a layout with “form: lines” does not print “{key}”"),
    Wording("viết thành đoạn văn trước hoặc sau bảng", "write it as a paragraph before or behind the table"),
    reason=Wording(
        "bố cục này in các dòng thành đoạn văn, không có bảng để đặt tên, đơn vị tính hay ghi chú",
        "this layout prints its rows as paragraphs: there is no table to have a caption, a unit or notes",
    ),
    example=Example.within(
        "layouts:\n"
        "  viec:\n"
        "    form: lines\n"
        "    columns: [{label: Nội dung, show: title, width: 10}]\n"
        '    rows: {tasks: "1."}\n'
        "body:\n"
        "  - title: Nhiệm vụ\n"
        "___",
        wrong="    table: {layout: viec, notes: Số liệu năm 2024., tasks: [{title: Việc}]}",
        right="    table: {layout: viec, tasks: [{title: Việc}]}\n  - title: Số liệu năm 2024",
    ),
)
_OF_TABLES = ("caption", "unit", "notes", "source")


def check_declared(context: Context) -> Iterator[Diagnostic]:
    """Values that a declared field does not take, cells that a kind of rows has no place for, keys that lines lack."""
    plan, places = context.plan, context.places
    for path, table, layout in context.tables():
        if layout.fields:
            yield from _values(path, table, layout, plan, places)
        if any(rules.leave_out_cells for rules in (layout.rows, *table.relabellings())):
            yield from _cells(path, table, layout, places)
        if layout.form == "lines":
            for key in _OF_TABLES:
                if getattr(table, key) is not None:
                    yield NOT_IN_LINES.at(places.key((*path, key)), key=key)


def _values(path: KeyPath, table: Table, layout: Layout, plan: Plan, places: SourceMap) -> Iterator[Diagnostic]:
    for here, part in parts(table, path):
        if isinstance(part, Cells):
            for name, value in part.fields.items():
                if name in layout.fields and value is not None:
                    yield from _value((*here, name), value, layout.fields[name], plan, places)


def _value(
    path: KeyPath, value: Value, declared: FieldDeclaration, plan: Plan, places: SourceMap
) -> Iterator[Diagnostic]:
    period = read_period(plan.period)
    field = str(path[-1])
    if isinstance(value, dict) != (declared.by == "year"):
        vi, en = _TAKES_YEARS if declared.by else _TAKES_ONE
        example = f"{{{period.first}: …}}"
        yield NOT_BY_YEAR.at(places.key(path), field=field, reason_vi=vi, reason_en=en, example=example)
    elif isinstance(value, dict):
        for year in value:
            if not period.first <= int(year) <= period.last:
                yield OTHER_YEAR.at(places.key((*path, year)), year=year, period=str(period))
    if declared.choices:
        for text in _texts(value):
            if text not in declared.choices:
                hint = suggestion(text, declared.choices)
                yield NO_SUCH_CHOICE.at(places.value(path), field=field, value=excerpt(text), hint=hint)


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (text for text in value.values() if text)
    else:
        yield from sentences(words_of(value))


def _cells(path: KeyPath, table: Table, layout: Layout, places: SourceMap) -> Iterator[Diagnostic]:
    labels = RowLabels(layout.rows, table.rows, POINT_LETTERS)
    everywhere = layout.rows.shown.union(layout.shown)
    for placed in placed_rows(table):
        rule, _ = labels.of(placed)
        shown = layout.shown_by(rule)
        for name in placed.cells:
            if name in everywhere - shown and not placed.continues:
                yield NO_CELL.at(places.key(_where((*path, *placed.where(name)), path, placed, places)), field=name)


def _where(written: KeyPath, path: KeyPath, placed: PlacedRow, places: SourceMap) -> KeyPath:
    """Where a cell was ``written``; at the title of its row, where the row has it from above."""
    return written if written in places.values else (*path, *placed.path, "title")
