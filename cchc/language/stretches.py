"""Stretches of days named by their days, months, quarters, halves and years."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from cchc.language.dates import Period, YearMonth
from cchc.language.enumerators import read_roman
from cchc.patterns import deferred

Unit: TypeAlias = Literal["day", "month", "quarter", "half", "year"]


class Stretch(NamedTuple):
    """The days ``first`` to ``last`` (inclusive)."""

    first: date
    last: date


class Named(NamedTuple):
    """What words name: the days, where their years are known; the months, where not whole years are meant.

    ``unit`` is what they count by, ``ranges`` whether "from … to …" is among them, ``end`` the offset behind the words.
    """

    stretches: tuple[Stretch, ...]
    months: tuple[int, int] | None
    unit: Unit
    ranges: bool
    end: int


class _Part(NamedTuple):
    """A day, or months, of a year that may be open; ``joint`` is what stands before it: "to", "and" or nothing."""

    unit: Unit
    first_month: int
    last_month: int
    year: int | None
    end: int
    day: int | None = None
    joint: str = ""

    def stretch(self) -> Stretch | None:
        """Its days; ValueError for a day or month that does not exist."""
        first, last = YearMonth(self.year or 2000, self.first_month), YearMonth(self.year or 2000, self.last_month)
        if self.year is None:
            return None
        if self.day is not None:
            return Stretch(day := date(self.year, self.first_month, self.day), day)
        return Stretch(first.first_day, last.last_day)


_OF_YEAR = r"(?: ?/ ?(?P<slash>[0-9]{4})| năm (?P<year>[0-9]{4}))?"
_END = r"(?![\w/])"
_PATTERNS: tuple[tuple[Unit, re.Pattern[str]], ...] = (
    (
        "day",
        deferred(
            rf"(?:ngày )?(?P<day>[0-9]{{1,2}})[/.\-](?P<month>[0-9]{{1,2}})[/.\-](?P<slash>[0-9]{{4}}){_END}",
            re.IGNORECASE,
        ),
    ),
    (
        "day",
        deferred(rf"ngày (?P<day>[0-9]{{1,2}})(?:/| tháng )(?P<month>[0-9]{{1,2}}){_OF_YEAR}{_END}", re.IGNORECASE),
    ),
    ("half", deferred(rf"0?6 tháng (?P<half>đầu|cuối) năm(?: (?P<year>[0-9]{{4}}))?{_END}", re.IGNORECASE)),
    ("month", deferred(rf"tháng (?P<month>[0-9]{{1,2}}){_OF_YEAR}{_END}", re.IGNORECASE)),
    ("month", deferred(rf"(?P<month>[0-9]{{1,2}})/(?P<slash>[0-9]{{4}}){_END}")),
    ("quarter", deferred(rf"quý (?P<quarter>IV|I{{1,3}}|[1-4]){_OF_YEAR}{_END}", re.IGNORECASE)),
    ("year", deferred(rf"(?:năm |giai đoạn |các năm )?(?P<year>[0-9]{{4}}){_END}", re.IGNORECASE)),
)
_MORE: dict[Unit, re.Pattern[str]] = {
    "month": deferred(rf"(?P<month>[0-9]{{1,2}}){_OF_YEAR}(?=$| ?[,;.)\-–—]| (?:và|đến) )", re.IGNORECASE),
    "quarter": deferred(rf"(?P<quarter>IV|I{{1,3}}|[1-4]){_OF_YEAR}{_END}", re.IGNORECASE),
}
_JOINT = deferred(r"(?P<to> ?[\-–—] ?| đến (?:hết )?)|(?:, ?và | và |, ?| ?& ?)", re.IGNORECASE)


def read_stretches(text: str, start: int, period: Period) -> Named | None:
    """The days that the words of ``text`` at ``start`` name, a list or a range of them included.

    A part without a year takes that of the next part that has one, then the only year of ``period``. None where
    the words name no days, or days that do not exist (month 13, a range that ends before it begins).
    """
    parts = _read_parts(text, start)
    if not parts:
        return None
    try:
        stretches = _join(_give_years(parts, period))
    except ValueError:
        return None
    months = None if parts[0].unit == "year" else (parts[0].first_month, parts[-1].last_month)
    return Named(stretches, months, parts[0].unit, any(part.joint == "to" for part in parts), parts[-1].end)


def _read_parts(text: str, start: int) -> list[_Part]:
    part = _read_part(text, start)
    parts: list[_Part] = []
    while part is not None:
        parts.append(part)
        joint = _JOINT.match(text, part.end)
        if joint is None:
            break
        part = _read_part(text, joint.end(), after=part.unit)
        if part is not None:
            part = part._replace(joint="to" if joint["to"] else "and")
    return parts


def _read_part(text: str, start: int, after: Unit | None = None) -> _Part | None:
    """The part at ``start``; behind one of ``after`` only the same unit, whose name may be left out."""
    for unit, pattern in _PATTERNS:
        if after in (None, unit) and (found := pattern.match(text, start)):
            return _make(unit, found)
    more = _MORE[after].match(text, start) if after in _MORE else None
    return _make(after, more) if after and more else None


def _make(unit: Unit, found: re.Match[str]) -> _Part:
    groups = found.groupdict()
    year = groups.get("slash") or groups.get("year")
    first, last = _months(groups)
    day = int(groups["day"]) if unit == "day" else None
    return _Part(unit, first, last, int(year) if year else None, found.end(), day)


def _months(groups: dict[str, str | None]) -> tuple[int, int]:
    """The first and last month of the unit within its year."""
    if month := groups.get("month"):
        return int(month), int(month)
    if quarter := groups.get("quarter"):
        last = 3 * (read_roman(quarter.upper()) or int(quarter))
        return last - 2, last
    if half := groups.get("half"):
        return (1, 6) if half.casefold() == "đầu" else (7, 12)
    return 1, 12


def _give_years(parts: Sequence[_Part], period: Period) -> list[_Part]:
    """The parts from right to left, each open year taken from the part behind it or from the period."""
    dated: list[_Part] = []
    year = period.only_year
    for part, behind in zip(reversed(parts), [None, *reversed(parts)], strict=False):
        if part.year is None and year is not None:
            # "tháng 11 đến tháng 2/2026" begins the year before
            wraps = behind is not None and behind.joint == "to" and part.first_month > behind.last_month
            part = part._replace(year=year - 1 if wraps and behind and behind.year else year)
        year = part.year
        dated.insert(0, part)
    return dated


def _join(parts: Sequence[_Part]) -> tuple[Stretch, ...]:
    """One stretch for each part, a range being one; none where a year is open."""
    joined: list[Stretch] = []
    days = [part.stretch() for part in parts]
    for part, stretch in zip(parts, days, strict=True):
        if stretch is None:
            return ()
        if part.joint == "to":
            before = joined.pop()
            if stretch.last < before.first:
                raise ValueError("a range that ends before it begins")
            stretch = Stretch(before.first, stretch.last)
        joined.append(stretch)
    return tuple(joined)
