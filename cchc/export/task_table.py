"""The table of tasks: a row for each task, activity or criterion that says what is to be done, by whom or when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from cchc.export.around import REFORM_WORDS, reform_told, table_titles
from cchc.export.bodies import named_bodies
from cchc.export.naming import digest, path_text
from cchc.export.origin import ORIGIN, Subject, origin_of
from cchc.export.rows import PlanRow, bodies_of, plan_rows
from cchc.language.dates import Period
from cchc.language.enumerators import POINT_LETTERS
from cchc.language.timing import Timing, read_timing
from cchc.lower.row_labels import RowLabels
from cchc.model.fields import CELL_FIELDS
from cchc.model.inheritance import PlacedRow, placed_rows
from cchc.model.layout import Layout
from cchc.model.row_rules import RowRules
from cchc.model.rows import Table
from cchc.model.sums import figure_if_any
from cchc.source import KeyPath
from cchc.tables.columns import Column, Pair, Row, Value
from cchc.tables.columns import Table as Exported

_KINDS = {
    "groups": ("group", "Nhóm"),
    "results": ("result", "Kết quả"),
    "tasks": ("task", "Nhiệm vụ"),
    "activities": ("activity", "Hoạt động"),
    "criteria": ("criterion", "Tiêu chí"),
    "indicators": ("indicator", "Chỉ số"),
    "items": ("item", "Mục"),
}
_TIMES = {
    "always": "thường xuyên",
    "recurring": "định kỳ",
    "within": "trong khoảng",
    "expected": "dự kiến",
    "on": "đúng ngày",
    "before": "trước, chậm nhất",
    "from": "kể từ",
    "after": "sau",
    "by_rule": "theo quy định",
    "event": "khác",
}
_SCORES = ("max", "achieved", "target")

TASKS = Exported(
    "tasks",
    "Nhiệm vụ",
    (
        *ORIGIN,
        Column("table_number", "whole", "Bảng số", 7),
        Column("table_title", "text", "Tên bảng, phụ lục", 28),
        Column("reform", "text", "Nội dung cải cách", 22, REFORM_WORDS),
        Column("group_path", "texts", "Thuộc nhóm", 34),
        Column("kind", "text", "Loại", 11, dict(_KINDS.values())),
        Column("label", "text", "Số thứ tự", 13),
        Column("part", "whole", "Dòng thứ", 7),
        Column("title", "text", "Nội dung", 52),
        Column("lead", "texts", "Cơ quan chủ trì", 26),
        Column("support", "texts", "Cơ quan phối hợp", 30),
        Column("start_date", "day", "Bắt đầu", 12),
        Column("end_date", "day", "Kết thúc", 12),
        Column("when_text", "text", "Thời gian khác", 20),
        Column("indicator", "text", "Yêu cầu, chỉ số", 40),
        Column("output", "text", "Sản phẩm", 30),
        Column("verification", "text", "Phương tiện xác minh", 24),
        Column("measures", "text", "Nhiệm vụ, giải pháp", 36),
        Column("note", "text", "Ghi chú", 20),
        Column("budget", "number", "Kinh phí", 12),
        Column("budget_unit", "text", "Đơn vị kinh phí", 14),
        Column("score_max", "number", "Điểm tối đa", 9),
        Column("score_achieved", "number", "Điểm đạt được", 9),
        Column("score_target", "number", "Điểm mục tiêu", 9),
        Column("fields", "pairs", "Trường riêng", 26),
        Column("serves", "texts", "Phục vụ mục tiêu", 16),
        Column("has_rows_below", "truth", "Có dòng bên dưới", 9, {"true": "có", "false": "không"}),
        Column("lead_text", "text", "Chủ trì, nguyên văn", 26),
        Column("lead_ids", "texts", "Mã cơ quan chủ trì", 20),
        Column("support_text", "text", "Phối hợp, nguyên văn", 30),
        Column("support_ids", "texts", "Mã cơ quan phối hợp", 20),
        Column("when_kind", "text", "Loại thời gian", 14, _TIMES),
        Column("id", "text", "Mã nhiệm vụ", 16),
        Column("path", "text", "Vị trí trong tệp", 30),
        Column("digest", "text", "Dấu vân tay", 34),
    ),
)


class _Drawn(NamedTuple):
    """What the rows of one table share; ``number`` counts the tables of the plan from 1."""

    number: int
    path: KeyPath
    table: Table
    title: str | None
    layout: Layout | None
    budget_unit: str | None


def task_rows(subject: Subject, rows: tuple[PlanRow, ...] | None = None) -> Iterator[Row]:
    """The rows of ``TASKS`` for a plan, in printing order; ``rows`` are its rows, where they have been read."""
    plan, origin, alphabet = subject.plan, origin_of(subject), subject.plan.counted.letters or POINT_LETTERS
    titles = dict(table_titles(plan))
    remaining = iter(plan_rows(plan) if rows is None else rows)
    for number, (path, table) in enumerate(plan.tables(), 1):
        layout = subject.layouts.get(table.layout)
        drawn = _Drawn(number, path, table, titles.get(path), layout, _budget_unit(table, layout))
        labels = RowLabels(layout.rows if layout else RowRules.model_construct(), table.rows, alphabet)
        around: list[str] = []
        for placed in placed_rows(table):
            row, (_, label) = next(remaining), labels.of(placed)
            del around[placed.depth :]
            title = " ".join(row.title)
            if row.carries or placed.continues:
                yield (*origin, *_values(subject, drawn, placed, row, label, around))
            around.append(title)


def _values(
    subject: Subject, drawn: _Drawn, placed: PlacedRow, row: PlanRow, label: str, around: list[str]
) -> Iterator[Value]:
    """The values behind ``ORIGIN``, in the order of the columns."""
    cells = {name: words for name, text in row.cells.items() if (words := "\n".join(text))}
    lead, support = (
        named_bodies(bodies_of(row.written.get(name), subject.registry, subject.day), subject.registry)
        for name in ("lead", "support")
    )
    timing, first, last = _days(row)
    title = "\n".join(row.title)
    yield from (
        drawn.number,
        drawn.title,
        reform_told((title, *reversed(around), drawn.title or "")),
        tuple(around) or None,
    )
    yield from (_KINDS[row.key][0], label or None, _part(placed), title or None)
    yield from (lead.names, support.names, first, last, cells.get("when"))
    yield from (cells.get(name) for name in ("indicator", "output", "verification", "measures", "note"))
    yield from _figures(cells, drawn)
    yield from (_own_fields(cells, drawn.layout), placed.row.serves or None, row.holds_rows)
    yield from (cells.get("lead"), lead.ids, cells.get("support"), support.ids)
    yield timing.kind if timing else None
    yield from (_id(placed), path_text(row.path), digest([title, sorted(cells.items())]))


def _days(row: PlanRow) -> tuple[Timing | None, date | None, date | None]:
    """What a row's free time means, and its first and last day: of its months, or as far as the words say."""
    if "when" not in row.cells:
        start, end = row.start, row.end
        return None, start.first_day if start else None, end.last_day if end else None
    timing = _timing(" ".join(row.cells["when"]), row.period)
    return timing, timing.first, timing.last


@lru_cache(maxsize=4096)
def _timing(text: str, period: Period) -> Timing:
    """Rows repeat their times."""
    return read_timing(text, period)


def _figures(cells: Mapping[str, str], drawn: _Drawn) -> Iterator[Value]:
    """Budget, its unit and scores; a text that is no number is none, and has its diagnostic."""
    decimal = drawn.layout.decimal if drawn.layout else ","
    budget = figure_if_any(cells["budget"], decimal) if "budget" in cells else None
    yield from (budget, drawn.budget_unit if budget is not None else None)
    for part in _SCORES:
        text = cells.get(f"score.{part}")
        yield figure_if_any(text, decimal) if text else None


def _budget_unit(table: Table, layout: Layout | None) -> str | None:
    columns = layout.grid if layout else ()
    return next((column.unit for column in columns if column.unit and column.prints.field == "budget"), table.unit)


def _own_fields(cells: Mapping[str, str], layout: Layout | None) -> tuple[Pair, ...] | None:
    """The cells of fields that the layout declares; a value by year is called by field and year."""
    found = []
    for name, text in cells.items():
        field, _, year = name.partition(".")
        if field not in CELL_FIELDS:
            declared = layout.fields.get(field) if layout else None
            title = declared.title if declared else field
            found.append(Pair(name, f"{title} {year}".strip(), text))
    return tuple(found) or None


def _part(placed: PlacedRow) -> int | None:
    """Which line of the row it is, from 1; None for a row of a single line."""
    return int(placed.path[-1]) + 1 if placed.part else None


def _id(placed: PlacedRow) -> str | None:
    own = placed.part.id if placed.part else None
    return own or placed.row.id
