"""Months of rows: they exist, name their year, do not end before they start, and lie in the years of the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cchc.checks.context import Context
from cchc.checks.reporting import may_follow_the_year
from cchc.checks.times import cell_place, once, title_of
from cchc.diagnostics import Diagnostic, Example, Related, Rule, Severity, Wording, excerpt
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
    Wording(
        "hai cột “Bắt đầu”, “Kết thúc” in tháng; chữ không phải tháng thì không đôn đốc được và không so sánh được",
        "the columns for start and end print months; what is no month can neither be followed up nor compared",
    ),
    Example(wrong="start: 6\nend: 13", right="start: 6\nend: 12"),
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
    Wording(
        "trong kế hoạch nhiều năm, tháng không có năm có thể là của bất kỳ năm nào",
        "in a plan of several years a month without its year may be that of any of them",
    ),
    Example(
        wrong="period: 2021-2025\n# …\nstart: 6\nend: 9", right="period: 2021-2025\n# …\nstart: 6/2022\nend: 9/2022"
    ),
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
    Wording("không ai thực hiện được một việc như vậy", "nobody can carry out such a task"),
    Example(wrong="start: 9\nend: 6", right="start: 6\nend: 9"),
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
    Wording(
        "một trong hai cột thời gian sẽ để trống, không biết là quên hay cố ý",
        "one of the two columns of time would stay empty, and nobody could tell whether that is meant",
    ),
    Example(wrong="start: 6", right="start: 6\nend: 6"),
)
TWO_ANSWERS = Rule(
    "L105",
    "two-times",
    Severity.ERROR,
    Wording("dòng có cả “when” lẫn “start”, “end”", "the row has both “when” and “start”, “end”"),
    Wording("giữ một trong hai", "keep one of the two"),
    Wording(
        "“when” in chung qua hai cột của “start” và “end”: chỗ đó chỉ in được một câu trả lời",
        "“when” prints across the two columns of “start” and “end”: there is room for one answer",
    ),
    Example(wrong="start: 7\nend: 8\nwhen: Quý III", right="when: Quý III"),
)
MONTH_BEFORE = Rule(
    "L106",
    "month-before-period",
    Severity.NOTE,
    Wording(
        "{count} dòng bắt đầu từ tháng {month}, tháng liền trước thời kỳ của kế hoạch ({period})",
        "{count} rows start in {month}, the month before the years of the plan ({period})",
    ),
    Wording(
        "không cần sửa nếu việc bắt đầu ngay khi kế hoạch được ban hành",
        "nothing to change where the work begins as soon as the plan is issued",
    ),
    Wording(
        "kế hoạch năm thường ký vào tháng 12 năm trước và có việc làm ngay; cũng có khi năm bị gõ nhầm",
        "a yearly plan is usually signed in December and has tasks for that month; now and then the year is mistyped",
    ),
    Example(wrong="period: 2025\n# …\nstart: 12/2024\nend: 12/2025", right="period: 2025\n# …\nstart: 1\nend: 12"),
)
OUTSIDE = Rule(
    "L107",
    "outside-period",
    Severity.WARNING,
    Wording(
        "tháng {month} nằm ngoài thời kỳ của kế hoạch ({period})",
        "{month} lies outside the years of the plan ({period})",
    ),
    Wording(
        "sửa năm; việc của năm khác thì để kế hoạch của năm đó giao",
        "correct the year; what belongs to another year is for the plan of that year",
    ),
    Wording(
        "năm của kế hoạch cũ hay còn sót lại khi chép; kế hoạch chỉ giao việc trong thời kỳ của mình",
        "the year of the plan that was copied is easily left behind; a plan assigns what is done in its own years",
    ),
    Example(wrong="period: 2025\n# …\nstart: 3/2024\nend: 6/2024", right="period: 2025\n# …\nstart: 3\nend: 6"),
)

_RELATED = 5
"""How many more rows a note on many shows."""


def check_schedule(context: Context) -> Iterator[Diagnostic]:
    """What is wrong with the months that rows carry."""
    said: set[tuple[str, int]] = set()
    early: list[Span] = []
    sound: dict[tuple[object, object], bool] = {}
    for path, table in context.plan.tables():
        for placed in placed_rows(table):
            cells = placed.cells
            months = cells.get("start"), cells.get("end")
            if months not in sound:
                sound[months] = _sound(*months, period=context.period)
            if sound[months] and "when" not in cells:
                continue
            for found in _row(placed, path, context.period, context.places, early):
                key = found.code, found.span.start if found.span else -1
                if key not in said:
                    said.add(key)
                    yield found
    if early:
        yield _month_before(early, context.period)


def _sound(start: object, end: object, period: Period) -> bool:
    """Whether months can be passed over: there are none, or both lie in the years of the plan in their order."""
    if start is None or end is None:
        return start is end
    try:
        first, last = read_month(str(start), period), read_month(str(end), period)
    except NotADate:
        return False
    return first <= last and first in period and last in period


def _month_before(places: list[Span], period: Period) -> Diagnostic:
    others = once(places)[1:]
    month = YearMonth(period.first, 1) - 1
    too = Wording("cũng từ {month}", "also from {month}").fill({"month": month})
    related = tuple(Related(place, too) for place in others[:_RELATED])
    return MONTH_BEFORE.at(places[0], related=related, count=len(places), month=month, period=period)


def _row(
    placed: PlacedRow, table: KeyPath, period: Period, places: SourceMap, early: list[Span]
) -> Iterator[Diagnostic]:
    # What goes on from the row above was judged there.
    cells = {name: value for name, value in placed.cells.items() if name in TIME_FIELDS - placed.merged}

    def place(name: str) -> Span:
        return cell_place(places, table, placed, name)

    if "when" in cells and ("start" in cells or "end" in cells):
        yield TWO_ANSWERS.at(place("when"))
        return
    for there, missing in (("start", "end"), ("end", "start")):
        if there in cells and missing not in cells:
            yield HALF.at(place(there), there=there, missing=missing)
    months: dict[str, YearMonth] = {}
    for name in sorted(cells.keys() & {"start", "end"}, reverse=True):
        read = _month(str(cells[name]), period, place(name))
        if isinstance(read, YearMonth):
            months[name] = read
        else:
            yield read
    yield from _judged(months, placed, period, place, early)


def _month(typed: str, period: Period, place: Span) -> YearMonth | Diagnostic:
    try:
        return read_month(typed, period)
    except YearNeeded as error:
        return YEAR_MISSING.at(place, value=error.text, period=period, year=period.first)
    except NotADate as error:
        return NO_MONTH.at(place, value=excerpt(error.text))


def _judged(
    months: dict[str, YearMonth], placed: PlacedRow, period: Period, place: Callable[[str], Span], early: list[Span]
) -> Iterator[Diagnostic]:
    """Months that can be read, against each other and against the years of the plan."""
    if len(months) == 2 and months["end"] < months["start"]:
        yield ENDS_BEFORE.at(place("end"), start=months["start"], end=months["end"])
    elif months:
        outside = _outside(months, period, placed)
        if outside:
            yield OUTSIDE.at(place(outside), month=months[outside], period=period)
        elif "start" in months and months["start"].year < period.first:
            early.append(place("start"))


def _outside(months: dict[str, YearMonth], period: Period, placed: PlacedRow) -> str | None:
    """The cell whose month has no place in the plan; the month before its years is none for a start."""
    if all(month in period for month in months.values()):
        return None
    january = YearMonth(period.last, 12) + 1
    for name, month in months.items():
        usual = month == YearMonth(period.first, 1) - 1 and name == "start"
        if month in period or usual:
            continue
        if month == january and may_follow_the_year(title_of(placed)):
            continue
        return name
    return None
