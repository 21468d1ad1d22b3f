"""Reports that rows ask for: the part of the year that one is about, against the month in which it is due."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cchc.checks.context import Context
from cchc.checks.times import RowTime, cell_place, title_of
from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording
from cchc.language.dates import Period, YearMonth
from cchc.language.enumerators import read_roman
from cchc.patterns import deferred
from cchc.source import Span

TOO_EARLY = Rule(
    "L113",
    "report-before-its-time",
    Severity.WARNING,
    Wording(
        "báo cáo của {part} mà đến hạn từ tháng {due}, khi kỳ báo cáo chưa kết thúc",
        "the report on {part_en} is due in {due}, before that time is over",
    ),
    Wording("xem lại kỳ báo cáo ở tên việc và thời hạn", "look at the time in the title and at the month again"),
    Wording(
        "báo cáo định kỳ lập khi kỳ báo cáo kết thúc; dòng chép từ kỳ khác hay giữ lại tháng cũ",
        "a periodic report is made when its time ends; a row that was copied from another one often keeps its months",
    ),
    Example(
        wrong="title: Báo cáo công tác CCHC Quý III\nstart: 4\nend: 6",
        right="title: Báo cáo công tác CCHC Quý III\nstart: 7\nend: 9",
    ),
)
TOO_LATE = Rule(
    "L114",
    "report-long-after",
    Severity.WARNING,
    Wording(
        "báo cáo của {part} mà đến tháng {due} mới đến hạn",
        "the report on {part_en} is due only in {due}",
    ),
    Wording("xem lại kỳ báo cáo ở tên việc và thời hạn", "look at the time in the title and at the month again"),
    Wording(
        "báo cáo quý đến hạn chậm nhất ở tháng liền sau; muộn hơn thì kỳ sau đã bắt đầu báo cáo",
        "a quarterly report is due in the month after the quarter at the latest; later, the next one is under way",
    ),
    Example(
        wrong="title: Báo cáo công tác CCHC Quý I\nstart: 1\nend: 6",
        right="title: Báo cáo công tác CCHC Quý I\nstart: 1\nend: 3",
    ),
)


class _Part(NamedTuple):
    """A part of a year that is reported on, and the months in which the report may be due."""

    vi: str
    en: str
    earliest: YearMonth
    latest: YearMonth


def check_reports(context: Context) -> Iterator[Diagnostic]:
    """Reports on a quarter, a half, nine months or a year that are due before its end or long after it."""
    said: set[int] = set()
    for time in context.times:
        title = title_of(time.placed)
        if "kết" not in title and "cáo" not in title:
            continue
        due = time.window.last
        part = _reported(title, context.period) if due else None
        if due is None or part is None:
            continue
        month = YearMonth.of(due)
        rule = TOO_EARLY if month < part.earliest else TOO_LATE if month > part.latest else None
        if rule:
            place = _place(context, time)
            if place.start not in said:
                said.add(place.start)
                yield rule.at(place, part=part.vi, part_en=part.en, due=month)


_REPORT = deferred(r"báo cáo|sơ kết|tổng kết|quyết toán", re.IGNORECASE)


def may_follow_the_year(title: str) -> bool:
    """Whether a row with ``title`` looks back on the year, so that January after it is no other plan's month."""
    return _REPORT.search(title) is not None


_AHEAD = ("phương hướng", "nhiệm vụ", "triển khai", "kế hoạch", "dự kiến", "đề ra")
_LOOKING_AHEAD = deferred(rf",? (?:và )?(?:{'|'.join(_AHEAD)})\b.*", re.IGNORECASE)
"""What looks ahead behind a report."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The parts of a year, and the report on a whole year."""
    of_year = r"(?:(?: năm |/| năm: )(?P<{0}>[0-9]{{4}}))?"
    parts = (
        rf"\bquý (?P<quarter>IV|I{{1,3}}|[1-4])\b{of_year.format('q')}"
        rf"|(?<!kỳ )(?<!hàng )(?<!hằng )(?<!mỗi )\b0?(?P<months>[69]) tháng\b(?! (?:một|1|cuối))(?: đầu năm)?"
        r"(?:(?: năm|/)? ?(?P<m>[0-9]{4}))?"
    )
    year = (
        r"(?:báo cáo|tổng kết)\b(?!.*(?:chỉ số|kiểm tra|khảo sát|điều tra|đánh giá|phân tích))"
        r".*\b(?:công tác|tình hình)\b.* năm (?P<year>[0-9]{4})\.?$"
    )
    return re.compile(parts, re.IGNORECASE), re.compile(year, re.IGNORECASE)


def _reported(title: str, period: Period) -> _Part | None:
    """The only part of a year on which the row ``title`` asks for a report; None where it names none, or several."""
    report = _REPORT.search(title) if _speaks_of_a_time(title.lower()) else None
    if report is None:
        return None
    parts, whole_year = _patterns()
    words = _LOOKING_AHEAD.sub("", title) if any(word in title.lower() for word in _AHEAD) else title
    found = list(parts.finditer(words, report.end()))
    if len(found) == 1 and not re.match(r"(?:,| và| -|-| đến) ?(?:quý )?[IV1-9]", words[found[0].end() :]):
        return _part(found[0], period, review="áo cáo" not in report[0])
    if not found and (year := whole_year.search(words)):
        number = int(year["year"])
        return _Part(f"năm {number}", f"the year {number}", YearMonth(number, 10), YearMonth(number + 1, 3))
    return None


def _speaks_of_a_time(title: str) -> bool:
    """Whether ``title`` has words that the patterns need: one title in ten has, and they take long."""
    if "quý" in title or "tháng" in title:
        return True
    return "năm" in title and ("công tác" in title or "tình hình" in title)


def _part(found: re.Match[str], period: Period, *, review: bool) -> _Part | None:
    """A quarter, the first half or nine months; a meeting that reviews them may take a month more than a report."""
    typed = found["q"] or found["m"]
    year = int(typed) if typed else period.only_year
    if year is None or not 1 <= year <= 9998:
        return None
    if quarter := found["quarter"]:
        number = read_roman(quarter.upper()) or int(quarter)
        last = YearMonth(year, 3 * number)
        return _Part(f"quý {quarter}/{year}", f"quarter {quarter}/{year}", last, last + (2 if review else 1))
    months = int(found["months"])
    last = YearMonth(year, months)
    # Half a year is often reported on before it is quite over.
    vi, en = f"{months} tháng đầu năm {year}", f"the first {months} months of {year}"
    return _Part(vi, en, last - 1, last + (2 if review else 1))


def _place(context: Context, time: RowTime) -> Span:
    return cell_place(context.places, time.table, time.placed, time.last_cell)
