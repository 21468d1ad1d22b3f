"""The years of a plan's own time in its words: "năm 2025" in the plan of 2025 is "năm 2026" in that of 2026."""

from __future__ import annotations

import re

from cchc.language.dates import Period
from cchc.patterns import deferred

_YEAR = deferred(r"(?<![\w./-])(?:19|20)[0-9]{2}(?![\w/]|-[^\W\d]|[.,][0-9])")
"""A year by itself: not inside a symbol (76/2021/NQ-CP), a day or a month (15/7/2021)."""

SAME = "\ue000"
"""Stands for any of the plan's years: no text holds it."""


def counted_years(text: str, period: Period) -> tuple[str, str]:
    """``text`` with the years of ``period`` and their neighbours counted from its first ("năm +0", "năm -1"), and with
    one sign for all of them.

    Days of acts ("ngày 15 tháng 7 năm 2021") stay.
    """
    if "20" not in text and "19" not in text:
        return text, text
    counted: list[str] = []
    same: list[str] = []
    behind = 0
    for year in _YEAR.finditer(text):
        if _is_near(period, year):
            between = text[behind : year.start()]
            counted += between, f"{SAME}{int(year[0]) - period.first:+}"
            same += between, SAME
            behind = year.end()
    if not behind:
        return text, text
    return "".join([*counted, text[behind:]]), "".join([*same, text[behind:]])


def moved_on(old: str, new: str, years: int) -> bool:
    """Whether two texts are the same but for years that lie ``years`` later in ``new``; some may stay as they were,
    such as those in the names of programmes."""
    ours, theirs = (list(_YEAR.finditer(text)) for text in (old, new))
    if len(ours) != len(theirs) or _YEAR.sub(SAME, old) != _YEAR.sub(SAME, new):
        return False
    pairs = ((int(mine[0]), int(other[0]), mine) for mine, other in zip(ours, theirs, strict=True))
    return all(other == mine or (other == mine + years and not _is_of_a_day(place)) for mine, other, place in pairs)


def _is_near(period: Period, year: re.Match[str]) -> bool:
    return period.first - 1 <= int(year[0]) <= period.last + 1 and not _is_of_a_day(year)


def _is_of_a_day(year: re.Match[str]) -> bool:
    before = year.string[max(0, year.start() - 30) : year.start()]
    return _DAY_BEFORE.search(before) is not None


_DAY_BEFORE = deferred(r"ngày [0-9]{1,2} tháng [0-9]{1,2} năm $", re.IGNORECASE)
