"""Times in words ("when"): they name days that there are, in their order, in the years of the plan."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from cchc.checks.context import Context
from cchc.checks.reporting import may_follow_the_year
from cchc.checks.times import cell_place, names_no_day, plain_month, timing_of, title_of
from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording
from cchc.language.dates import Period, YearMonth
from cchc.model.inheritance import placed_rows

if TYPE_CHECKING:
    from cchc.language.timing import Timing

ANOTHER_YEAR = Rule(
    "L108",
    "another-year",
    Severity.WARNING,
    Wording(
        "“{words}” nằm ngoài thời kỳ của kế hoạch ({period})",
        "“{words}” lies outside the years of the plan ({period})",
    ),
    Wording(
        "sửa năm; việc của năm khác thì để kế hoạch của năm đó giao",
        "correct the year; what belongs to another year is for the plan of that year",
    ),
    Wording(
        "năm của kế hoạch cũ hay còn sót lại khi chép; kế hoạch chỉ giao việc trong thời kỳ của mình",
        "the year of the plan that was copied is easily left behind; a plan assigns what is done in its own years",
    ),
    Example(wrong="period: 2025\n# …\nwhen: Quý III/2024", right="period: 2025\n# …\nwhen: Quý III/2025"),
)
NO_SUCH_TIME = Rule(
    "L109",
    "no-such-time",
    Severity.ERROR,
    Wording("không có “{words}”", "there is no “{words}”"),
    Wording(
        "tháng có từ 1 đến 12, quý từ I đến IV, ngày theo lịch, năm có bốn chữ số",
        "months go from 1 to 12, quarters from I to IV, days by the calendar; years have four digits",
    ),
    Wording(
        "thời hạn không có trên lịch thì không ai thực hiện đúng hạn được",
        "a time that the calendar does not have cannot be kept by anybody",
    ),
    Example(wrong="when: Trước ngày 31/9/2025", right="when: Trước ngày 30/9/2025"),
)
BACKWARDS = Rule(
    "L110",
    "time-backwards",
    Severity.WARNING,
    Wording("“{words}” kết thúc trước khi bắt đầu", "“{words}” ends before it begins"),
    Wording(
        "đổi chỗ hai thời điểm; nếu sang năm khác, viết cả năm của hai thời điểm",
        "change the order of the two; where the second lies in another year, write both years",
    ),
    Wording(
        "đọc xuôi thì không có khoảng thời gian như vậy; có thể thiếu năm của một trong hai thời điểm",
        "read as it stands there is no such time; perhaps the year of one of the two is missing",
    ),
    Example(wrong="when: Tháng 9 - tháng 6", right="when: Tháng 6 - tháng 9"),
)
WHICH_YEAR = Rule(
    "L111",
    "time-without-year",
    Severity.WARNING,
    Wording(
        "“{words}” thiếu năm, kế hoạch kéo dài nhiều năm ({period})",
        "“{words}” has no year, and the plan spans several ({period})",
    ),
    Wording(
        "viết cả năm, ví dụ {words}/{year}; việc năm nào cũng làm thì thêm “hằng năm”",
        "write the year too, such as {words}/{year}; for what is done each year add “hằng năm”",
    ),
    Wording(
        "trong kế hoạch nhiều năm, quý hay tháng không có năm có thể là của bất kỳ năm nào",
        "in a plan of several years a quarter or month without its year may be that of any of them",
    ),
    Example(wrong="period: 2021-2025\n# …\nwhen: Quý IV", right="period: 2021-2025\n# …\nwhen: Quý IV/2022"),
)


class _Fault(NamedTuple):
    """A rule that a phrase breaks, and the words that break it; ``january`` for those of the month after the years."""

    rule: Rule
    words: str
    january: bool = False


def check_phrases(context: Context) -> Iterator[Diagnostic]:
    """What is wrong with the times that rows name in words."""
    known: dict[str, tuple[_Fault, ...]] = {}
    said: set[int] = set()
    period = context.period
    for path, table in context.plan.tables():
        fields = time_fields(context, table.layout)
        for placed in placed_rows(table):
            for field in fields:
                text = placed.cells.get(field)
                if not isinstance(text, str) or field in placed.merged:
                    continue
                faults = known.get(text)
                if faults is None:
                    faults = known[text] = tuple(_faults(text, period))
                for fault in faults:
                    if fault.january and may_follow_the_year(title_of(placed)):
                        continue
                    place = cell_place(context.places, path, placed, field).of(fault.words)
                    if place.start not in said:
                        said.add(place.start)
                        yield fault.rule.at(place, words=fault.words, period=period, year=period.first)


def time_fields(context: Context, name: str) -> tuple[str, ...]:
    """The cells of a table that hold a time in words: its own, and those that its layout declares."""
    layout = context.layouts.get(name)
    declared = layout.fields.items() if layout else ()
    return ("when", *(field for field, value in declared if value.type == "when" and not value.by))


def _faults(text: str, period: Period) -> Iterator[_Fault]:
    if names_no_day(text) or plain_month(text, period):
        return
    impossible = list(_impossible(text, period))
    if impossible:
        yield from impossible
        return
    timing = timing_of(text, period)
    if timing and (timing.stretches or timing.year_open or timing.rest):
        yield from _judged(text, timing, period)
        behind = timing.rest
    elif timing and timing.kind == "event" and (backwards := _backwards(text, period)):
        yield _Fault(BACKWARDS, backwards)
        return
    else:
        behind = text
    for phase in _phases(behind):
        later = timing_of(phase, period)
        if later is not None:
            yield from _judged(phase, later, period)


def _judged(words: str, timing: "Timing", period: Period) -> Iterator[_Fault]:
    """What a time that was read says of years: none, or those of another plan; and what it says the wrong way round."""
    if timing.rest and timing.kind != "event":
        words = words.removesuffix(timing.rest).rstrip(" ,;.:")
    if timing.year_open and timing.kind not in ("recurring", "always"):
        yield _Fault(WHICH_YEAR, words)
    elif timing.kind == "event" and (backwards := _backwards(words, period)):
        yield _Fault(BACKWARDS, backwards)
    elif timing.stretches and timing.kind != "recurring":
        outside = _outside(timing, period)
        if outside:
            yield _Fault(ANOTHER_YEAR, words, YearMonth.of(outside) == YearMonth(period.last, 12) + 1)


def _outside(timing: "Timing", period: Period) -> date | None:
    """A day of ``timing`` that is none of the plan's.

    Whole years may reach beyond those of the plan, as "2024 - 2026" does, and what has begun may go on; the month
    before its years is usual.
    """
    usual = (YearMonth(period.first, 1) - 1).first_day
    whole_years = timing.months is None
    for stretch in timing.stretches:
        first, last = stretch.first, stretch.last
        if first > period.last_day:
            return last
        if whole_years and (timing.kind == "from" or last >= period.first_day):
            continue
        if last < (period.first_day if whole_years else usual):
            return last
        if last > period.last_day:
            return last
        if first < usual and timing.kind != "before":
            return first
    return None


@cache
def _readings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """How days, months, quarters and years are written, whether there are such or not."""
    behind = r"(?![\w/])"
    patterns = {
        "day": rf"(?<![\w/])(?P<day>\d{{1,2}})[/.\-](?P<month>\d{{1,2}})[/.\-](?P<year>\d{{4}}){behind}"
        rf"|\bngày (?P<day2>\d{{1,2}})(?:/| tháng )(?P<month2>\d{{1,2}})(?: năm (?P<year2>\d{{4}}))?{behind}",
        "month": rf"\btháng (?P<month>\d{{1,3}})(?:/\d{{4}})?{behind}(?! ngày| lần)"
        rf"|(?<![\w/.\-])(?<!số )(?<!quý )(?P<month2>\d{{1,2}})/\d{{4}}{behind}",
        "quarter": rf"\bquý (?P<quarter>[IVXLivxl]+|\d+)(?:/\d{{4}})?{behind}",
        "year": rf"(?:\bnăm |(?<=[\d IV])/ ?)(?:\d{{3}}|\d{{5,}}){behind}",
    }
    return tuple((unit, re.compile(pattern, re.IGNORECASE)) for unit, pattern in patterns.items())


def _impossible(text: str, period: Period) -> Iterator[_Fault]:
    for unit, pattern in _readings():
        for found in pattern.finditer(text):
            if not _there_is(unit, {name: value for name, value in found.groupdict().items() if value}, period):
                yield _Fault(NO_SUCH_TIME, found[0].strip("/ ") if unit == "year" else found[0])


def _there_is(unit: str, groups: dict[str, str], period: Period) -> bool:
    if unit == "quarter":
        return groups["quarter"].upper() in ("I", "II", "III", "IV", "1", "2", "3", "4", "01", "02", "03", "04")
    month = int(groups.get("month") or groups.get("month2") or 1)
    if unit == "month":
        return 1 <= month <= 12
    if unit == "year":
        return False
    typed = groups.get("year") or groups.get("year2")
    # A day without its year may be of any year of the plan; of leap years some plan has one.
    year = int(typed) if typed else period.only_year or 2000
    try:
        date(year, month, int(groups.get("day") or groups.get("day2") or 0))
    except ValueError:
        return False
    return True


@cache
def _times() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Signs between phases, the beginning of a time in one, acts and events whose years are no times, ranges."""
    begins = (
        r"\b(?:(?:kể )?từ |sau |trước |trong |vào |cuối |đầu |đến (?:hết )?)?"
        r"(?:(?:ngày|tháng) \d|quý (?:[IV]+|\d)\b|(?:năm|giai đoạn) \d{4}|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{4})"
    )
    cited = (
        r"\bsố \d|/(?:QĐ|NQ|NĐ|KH|CT|TT|CV|TB|HD)|\b(?:luật|nghị (?:quyết|định)|quyết định|thông tư|chỉ thị|"
        r"kế hoạch|chương trình|đề án|chỉ số|báo cáo|kết quả|dự toán|công bố|ban hành|phê duyệt|hướng dẫn)\b"
        r"|^(?:sau khi|theo)\b"
    )
    joint = r" ?[-–—] ?| đến (?:hết )?"
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in (r"[;,.] ", begins, cited, joint))  # type: ignore[return-value]


def _phases(text: str) -> Iterator[str]:
    """The times in ``text`` from their first words on; years of acts and of events are no times."""
    signs, begins, cited, _ = _times()
    for phrase in signs.split(text):
        found = begins.search(phrase)
        if found and not cited.search(phrase):
            yield phrase[found.start() :]


def _backwards(words: str, period: Period) -> str | None:
    """A range in ``words`` whose second time lies before its first."""
    _, begins, cited, joint = _times()
    found = begins.search(words)
    if found is None or cited.search(words):
        return None
    written = words[found.start() :].rstrip(". ")
    sides = joint.split(written.removeprefix("từ ").removeprefix("Từ "))
    if len(sides) != 2:
        return None
    left, right = sides
    if re.match(r"\d{1,2}(?:/\d{4})?$|[IV]+\b", right):
        right = f"{left.split()[0]} {right}"
    first, last = timing_of(left, period), timing_of(right, period)
    if first is None or last is None:
        return None
    if first.year_open and last.year_open and first.months and last.months:
        return written if last.months[1] < first.months[0] else None
    return written if first.first and last.last and last.last < first.first else None
