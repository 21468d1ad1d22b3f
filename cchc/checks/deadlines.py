"""Rows against what stands around them: the months of their task, the day of the act, and today for a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from cchc.checks.context import Context
from cchc.checks.times import RowTime, Window, cell_place, once
from cchc.diagnostics import Diagnostic, Example, Related, Rule, Severity, Wording
from cchc.language.dates import Period, YearMonth
from cchc.source import KeyPath, Span

OUTSIDE_TASK = Rule(
    "L112",
    "outside-its-task",
    Severity.WARNING,
    Wording(
        "“{words}” nằm ngoài thời gian của dòng chứa nó (“{around}”)",
        "“{words}” lies outside the time of the row around it (“{around}”)",
    ),
    Wording("sửa một trong hai thời gian", "correct one of the two times"),
    Wording(
        "nhiệm vụ không thể xong trước hoạt động của nó, cũng không bắt đầu sau; cột thời gian in cả hai",
        "a task is not done before its activities are, nor does it begin after them; the table prints both",
    ),
    Example.within(
        "tasks:\n  - title: Kiểm tra\n    start: 4\n    ___\n    activities:\n"
        "      - {title: Báo cáo kết quả, start: 7, end: 8}",
        wrong="end: 6",
        right="end: 8",
    ),
)
OVER_BEFORE_ACT = Rule(
    "L115",
    "over-before-the-act",
    Severity.WARNING,
    Wording(
        "{count} dòng đã hết hạn trước ngày ký văn bản ({day}); dòng đầu hết hạn ngày {last}",
        "{count} rows are over before the act is signed ({day}); the first ends on {last}",
    ),
    Wording(
        "xem lại thời hạn của dòng, hoặc ngày của văn bản",
        "look at the time of the row again, or at the date of the act",
    ),
    Wording(
        "văn bản không giao được việc phải xong trước khi nó có hiệu lực",
        "an act cannot assign what is due before it takes effect",
    ),
    Example(
        wrong="act: {date: 2025-07-18, …}\n# …\nstart: 2\nend: 3",
        right="act: {date: 2025-07-18, …}\n# …\nstart: 8\nend: 9",
    ),
)
STARTS_BEFORE_ACT = Rule(
    "L116",
    "starts-before-the-act",
    Severity.NOTE,
    Wording(
        "{count} dòng bắt đầu trước tháng ký văn bản ({month})",
        "{count} rows start before the month in which the act is signed ({month})",
    ),
    Wording(
        "không cần sửa nếu việc đã bắt đầu theo kế hoạch khác",
        "nothing to change where the work began under another plan",
    ),
    Wording(
        "việc giao trong văn bản thường bắt đầu sau khi ký; việc làm cả năm thì không tính ở đây",
        "what an act assigns usually begins once it is signed; what goes on all year is not counted here",
    ),
    Example(
        wrong="act: {date: 2025-07-18, …}\n# …\nstart: 2\nend: 9",
        right="act: {date: 2025-07-18, …}\n# …\nstart: 8\nend: 9",
    ),
)
PASSED = Rule(
    "L117",
    "time-has-passed",
    Severity.NOTE,
    Wording(
        "{count} dòng của dự thảo đã hết hạn trước hôm nay ({day}); dòng đầu hết hạn ngày {last}",
        "{count} rows of the draft are over before today ({day}); the first ends on {last}",
    ),
    Wording("dời thời hạn, hoặc bỏ việc đã xong", "set a later time, or leave out what is done"),
    Wording(
        "dự thảo để lâu thì thời hạn đầu tiên đã qua khi văn bản được ký",
        "where a draft has waited, its first times have passed by the day on which it is signed",
    ),
    Example(
        wrong="# soạn thảo tháng 9/2026\nperiod: 2026\n# …\nstart: 2\nend: 3",
        right="# soạn thảo tháng 9/2026\nperiod: 2026\n# …\nstart: 10\nend: 12",
    ),
)

_RELATED = 5
"""How many more rows a finding on many shows."""


def check_deadlines(context: Context) -> Iterator[Diagnostic]:
    """Times of rows that do not go with their task's, with the day of the act, or with today."""
    yield from _outside_tasks(context)
    day = context.act_day
    if day is not None:
        yield from _against_the_act(context, day)
    elif context.plan.act.number is None and context.today in context.period:
        over = [time for time in context.times if time.window.last and time.window.last < context.today]
        if over and not _to_fill_in(context):
            yield from _many(PASSED, over, context, "last_cell", context.today)


def _to_fill_in(context: Context) -> bool:
    """Whether the draft still has the blanks ( …) of a starting plan, whose months nobody has settled yet."""
    return re.search(r"^[^#\n]*\s…", context.places.root.source.text, re.MULTILINE) is not None


def _outside_tasks(context: Context) -> Iterator[Diagnostic]:
    tasks: dict[KeyPath, RowTime] = {}
    said: set[int] = set()
    for time in context.times:
        path = (*time.table, *time.placed.row_path)
        task = tasks and _around(tasks, path, len(time.table))
        if task:
            cell = _outside(time, task)
            if cell:
                place = cell_place(context.places, time.table, time.placed, cell)
                if place.start not in said:
                    said.add(place.start)
                    yield _said_outside(place, cell, time, task, context)
        if time.placed.holds_rows and time.states_it:
            tasks[path] = time


def _around(tasks: dict[KeyPath, RowTime], path: KeyPath, outermost: int) -> RowTime | None:
    """The nearest row around ``path`` that states a time of its own."""
    for length in range(len(path) - 2, outermost, -2):
        if found := tasks.get(path[:length]):
            return found
    return None


def _outside(time: RowTime, task: RowTime) -> str | None:
    """The cell of ``time`` that reaches beyond ``task``."""
    inner, outer = time.window, task.window
    if inner.first and outer.last and inner.first > outer.last:
        return time.first_cell
    # "Quý IV" of a task is often the day of its completion; only months say when it begins.
    if inner.first and outer.start and outer.first and inner.first < outer.first:
        return time.first_cell
    if inner.last and outer.last and inner.last > outer.last:
        return time.last_cell
    return None


def _said_outside(place: Span, cell: str, time: RowTime, task: RowTime, context: Context) -> Diagnostic:
    around = cell_place(context.places, task.table, task.placed, task.last_cell if cell != "start" else task.first_cell)
    other = Related(around, Wording("thời gian của dòng chứa nó", "the time of the row around it"))
    return OUTSIDE_TASK.at(place, related=(other,), words=_words(time), around=_words(task))


def _words(time: RowTime) -> str:
    """The time of a row as the table prints it."""
    window = time.window
    if window.start and window.end:
        return f"tháng {window.start} - {window.end}"
    return str(time.placed.cells["when"])


def _against_the_act(context: Context, day: date) -> Iterator[Diagnostic]:
    signed = Related(context.places.value(("act", "date")), Wording("ngày của văn bản", "the date of the act"))
    over = [time for time in context.times if time.window.last and time.window.last < day]
    yield from _many(OVER_BEFORE_ACT, over, context, "last_cell", day, signed)
    month = YearMonth.of(day)
    begun = [time for time in context.times if _begun(time.window, month, context.period)]
    if begun:
        place, *others = _places(begun, context, "first_cell")
        yield STARTS_BEFORE_ACT.at(place, related=(signed, *_also(others)), count=len(begun), month=month)


def _begun(window: Window, month: YearMonth, period: Period) -> bool:
    """Whether months of the plan begin before ``month`` and go on in it."""
    start, end = window.start, window.end
    if start is None or end is None or start not in period or not start < month <= end:
        return False
    # What goes on all year begins on 1 January whenever its plan is signed.
    return (start.month, end.month) != (1, 12)


def _many(
    rule: Rule, rows: Sequence[RowTime], context: Context, cell: str, day: date, *related: Related
) -> Iterator[Diagnostic]:
    """One diagnostic for all ``rows`` that are over before ``day``."""
    if rows:
        place, *others = _places(rows, context, cell)
        last = rows[0].window.last
        assert last is not None
        yield rule.at(
            place, related=(*related, *_also(others)), count=len(rows), day=_written(day), last=_written(last)
        )


def _places(rows: Sequence[RowTime], context: Context, cell: str) -> list[Span]:
    return once(cell_place(context.places, row.table, row.placed, getattr(row, cell)) for row in rows[: 10 * _RELATED])


def _also(places: Sequence[Span]) -> tuple[Related, ...]:
    return tuple(Related(place, Wording("dòng này cũng vậy", "this row too")) for place in places[:_RELATED])


def _written(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"
