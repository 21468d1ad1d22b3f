"""Months of rows: they exist, name their year where it is not clear, and do not end before they start."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.checks.context import Context
from cchc.diagnostics import Diagnostic, Rule, Severity, Wording, excerpt
from cchc.language.dates import NotADate, Period, YearMonth, YearNeeded, read_month
from cchc.model.fields import TIME_FIELDS
from cchc.model.inheritance import PlacedRow, placed_rows
from cchc.source import KeyPath, SourceMap, Span

NO_MONTH = Rule(
    "L101",
    "bad-month",
    Severity.ERROR,
    Wording("“{value}” không phải tháng", "“{value}” is no month"),
    Wording(
        "viết tháng từ 1 đến 12, kèm năm khi khác năm của kế hoạch: 6, 12/2024; thời gian khác viết ở “when:”",
        "write a month from 1 to 12, with its year where it is not the plan's: 6, 12/2024; other times go into “when:”",
    ),
)
YEAR_MISSING = Rule(
    "L102",
    "month-without-year",
    Severity.ERROR,
    Wording(
        "tháng “{value}” thiếu năm, kế hoạch kéo dài nhiều năm ({period})",
        "the month “{value}” has no year, and the plan spans several ({period})",
    ),
    Wording("viết cả năm, ví dụ {value}/{year}", "write the year too, such as {value}/{year}"),
)
ENDS_BEFORE = Rule(
    "L103",
    "ends-before-start",
    Severity.ERROR,
    Wording("kết thúc {end} trước khi bắt đầu {start}", "it ends in {end}, before it starts in {start}"),
    Wording(
        "đổi “start” hoặc “end”; nếu sang năm khác, viết cả năm",
        "change “start” or “end”; in another year, write the year too",
    ),
)
HALF = Rule(
    "L104",
    "half-a-span",
    Severity.ERROR,
    Wording("có “{there}” nhưng thiếu “{missing}”", "there is “{there}” but no “{missing}”"),
    Wording(
        "thêm “{missing}: …”, hoặc viết cả thời hạn ở “when:”",
        "add “{missing}: …”, or write the whole time into “when:”",
    ),
)
TWO_ANSWERS = Rule(
    "L105",
    "two-times",
    Severity.ERROR,
    Wording("dòng có cả “when” lẫn “start”, “end”", "the row has both “when” and “start”, “end”"),
    Wording("giữ một trong hai", "keep one of the two"),
)


def check_schedule(context: Context) -> Iterator[Diagnostic]:
    """What is wrong with the months that rows carry."""
    for path, table in context.plan.tables():
        for placed in placed_rows(table):
            if placed.cells.keys() & TIME_FIELDS:
                yield from _row(placed, path, context.period, context.places)


def _row(placed: PlacedRow, table: KeyPath, period: Period, places: SourceMap) -> Iterator[Diagnostic]:
    # What goes on from the row above was judged there.
    cells = {name: value for name, value in placed.cells.items() if name in TIME_FIELDS - placed.merged}

    def place(name: str) -> Span:
        return places.value((*table, *placed.where(name)))

    if "when" in cells and ("start" in cells or "end" in cells):
        yield TWO_ANSWERS.at(place("when"))
        return
    for there, missing in (("start", "end"), ("end", "start")):
        if there in cells and missing not in cells:
            yield HALF.at(place(there), there=there, missing=missing)
    months: dict[str, YearMonth] = {}
    for name in ("start", "end"):
        try:
            if name in cells:
                months[name] = read_month(str(cells[name]), period)
        except YearNeeded as error:
            yield YEAR_MISSING.at(place(name), value=error.text, period=period, year=period.first)
        except NotADate as error:
            yield NO_MONTH.at(place(name), value=excerpt(error.text))
    if len(months) == 2 and months["end"] < months["start"]:
        yield ENDS_BEFORE.at(place("end"), start=months["start"], end=months["end"])
