"""What stands behind an act's number: its date, and who issues it."""

import re
from datetime import date
from enum import Enum
from functools import cache
from typing import NamedTuple

from cchc.patterns import deferred


class DateState(Enum):
    """What stands as the date of a citation."""

    NONE = "none"
    WHOLE = "whole"
    PARTIAL = "partial"
    """A part is left out: the year, or blanks of a draft."""
    IMPOSSIBLE = "impossible"


class Stretch(NamedTuple):
    """Characters ``start`` to ``end`` (exclusive) of the text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@cache
def _behind() -> re.Pattern[str]:
    """The date behind a symbol, with the issuer before it where it stands there."""
    stop = "về|ban hành|quy định|thực hiện|theo|tại|trước|sau|từ|đến|báo cáo|gửi|phê duyệt|được|đã|là|trong|để|vào"
    issuer = rf"(?:của\s+(?P<issuer>(?:(?!(?:{stop})\b)[^\s;,.()\d]+\s+){{1,12}}?))?"
    day = r"(?P<day>\d{1,2})"
    slashed = rf"{day}\s?(?P<sep>[/.-])\s?(?P<month>\d{{1,2}})(?:\s?(?P=sep)\s?(?P<year>\d{{4}}|\d\d))?(?![\d/])"
    words = r"(?P<w_day>\d{1,2})\s+tháng\s+(?P<w_month>\d{1,2})(?:\s*[,/]?\s*(?:năm\s+)?(?P<w_year>\d{4}))?(?!\d)"
    blank = r"(?P<blank>[\s.…_]*(?:tháng|/)[\s.…_]*\d{0,2}[\s.…_]*(?:(?:năm|/)[\s.…_]*(?:\d{4})?)?)"
    bare = r"(?=\d{1,2}/\d{1,2}/\d{4})"
    return re.compile(
        rf"(?P<lead>[\s,(]{{0,3}}{issuer}(?:(?:được\s+)?(?:ký|ban hành)\s+)?)(?:ngày\s*:?\s*|{bare})"
        rf"(?P<date>{words}|{slashed}|{blank})",
    )


_OF = deferred(r"[\s,)]*của\s+(?P<issuer>[^;,.()\n“”]{2,80})")


class Dated(NamedTuple):
    """The date behind a symbol and the issuer before or behind it; ``end`` is that of the date."""

    state: DateState
    day: date | None
    at: Stretch
    issuer: str
    issuer_at: Stretch
    end: int


def read_dated(text: str, end: int) -> Dated:
    """What stands in ``text`` behind ``end``, where a number and symbol or a law's name ends."""
    found = _behind().match(text, end)
    if found is None:
        issuer, at, _ = _issuer(text, end)
        return Dated(DateState.NONE, None, Stretch(end, end), issuer, at, end)
    state, day = _read_day(found)
    at = Stretch(found.start("date"), found.start("date") + len(found["date"].rstrip()))
    if found["issuer"]:
        named = Stretch(found.start("issuer"), found.start("issuer") + len(found["issuer"].rstrip()))
        return Dated(state, day, at, named.of(text), named, at.end)
    issuer, named, _ = _issuer(text, at.end)
    return Dated(state, day, at, issuer, named, at.end)


def _issuer(text: str, end: int) -> tuple[str, Stretch, int]:
    found = _OF.match(text, end)
    if found is None:
        return "", Stretch(end, end), end
    issuer = found["issuer"].rstrip()
    start = found.start("issuer")
    return issuer, Stretch(start, start + len(issuer)), start + len(issuer)


def _read_day(found: re.Match[str]) -> tuple[DateState, date | None]:
    if found["blank"] is not None:
        return DateState.PARTIAL, None
    day, month, year = (
        found["w_day"] or found["day"],
        found["w_month"] or found["month"],
        found["w_year"] or found["year"],
    )
    if year is None:
        return DateState.PARTIAL, None
    full = int(year) + (2000 if len(year) == 2 else 0)
    try:
        return DateState.WHOLE, date(full, int(month), int(day))
    except ValueError:
        return DateState.IMPOSSIBLE, None
