"""Months of rows: they exist, name their year where it is not clear, and do not end before they start."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.diagnostics import Diagnostic, Rule, Severity, Wording, excerpt
from cchc.language.dates import NotADate, Period, YearMonth, YearNeeded, read_month, read_period
from cchc.model.inheritance import PlacedRow, placed_rows
from cchc.model.plan import Plan
from cchc.source import KeyPath, SourceMap

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


def check_schedule(plan: Plan, places: SourceMap) -> Iterator[Diagnostic]:
    """What is wrong with the months that rows carry."""
    period = read_period(plan.period)
    for index, appendix in enumerate(plan.appendices):
        for placed in placed_rows(appendix):
            yield from _row(placed, ("appendices", index, *placed.path), period, places)


def _row(placed: PlacedRow, path: KeyPath, period: Period, places: SourceMap) -> Iterator[Diagnostic]:
    cells = placed.cells
    if "when" in cells and ("start" in cells or "end" in cells):
        yield TWO_ANSWERS.at(places.value((*path, "when")))
        return
    for there, missing in (("start", "end"), ("end", "start")):
        if there in cells and missing not in cells:
            yield HALF.at(places.value((*path, there)), there=there, missing=missing)
    months: dict[str, YearMonth] = {}
    for name in ("start", "end"):
        try:
            if name in cells:
                months[name] = read_month(str(cells[name]), period)
        except YearNeeded as error:
            yield YEAR_MISSING.at(places.value((*path, name)), value=error.text, period=period, year=period.first)
        except NotADate as error:
            yield NO_MONTH.at(places.value((*path, name)), value=excerpt(error.text))
    if len(months) == 2 and months["end"] < months["start"]:
        yield ENDS_BEFORE.at(places.value((*path, "end")), start=months["start"], end=months["end"])
