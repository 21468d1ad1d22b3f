"""Months and quarters that no calendar has, in sentences; those of the cells that name times are said with these."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cchc.checks.context import Context
from cchc.checks.phrases import NO_SUCH_TIME, time_fields
from cchc.diagnostics import Diagnostic

_ROMAN = ("I", "II", "III", "IV")
_OTHERWISE = tuple(
    f"{word} " for word in ("đá", "khách", "lương", "Lương", "thưởng", "Thưởng", "mỗi", "Mỗi", "hàng", "hằng", "một")
) + tuple(f"{digit} " for digit in range(10))
"""What makes another thing of what follows: “lương tháng 13” is paid in the twelfth; days of acts have their rule."""


def check_times_in_prose(context: Context) -> Iterator[Diagnostic]:
    """“Quý V/2018” and “tháng 13 năm 2018” wherever they stand outside the cells that name a time."""
    joined = context.wordings.joined
    own: set[str] | None = None
    for found in _times().finditer(joined):
        if _there_is(found) or joined.endswith(_OTHERWISE, 0, found.start()):
            continue
        if own is None:
            own = {field for _, table in context.plan.tables() for field in time_fields(context, table.layout)}
        paths = context.wordings.paths(found.start())
        if paths[0][0] == "layouts" or all(path[-1] in own for path in paths):
            continue
        for span in context.wordings.found(found):
            yield NO_SUCH_TIME.at(span, words=found[0])


@cache
def _times() -> re.Pattern[str]:
    """Quarters and months: with their year, or where the clause ends, since “mỗi tháng 15 hồ sơ” counts files."""
    year = r"(?:\s?/\s?\d{4}| năm \d{4})"
    ends = r"(?=\s*(?:[.,;:)\n]|$))"
    # A first sign of a few letters is looked for many times faster than any of several beginnings.
    return re.compile(
        rf"[QqTt](?<!\w.)(?:(?<=[Qq])uý (?:(?P<roman>[IVX]+)\b(?:{year})?|(?P<quarter>\d{{1,2}})(?:{year}|{ends}))"
        rf"|(?<=[Tt])háng (?P<month>\d{{1,2}})(?:{year}|{ends}))"
    )


def _there_is(found: re.Match[str]) -> bool:
    if found["roman"]:
        return found["roman"] in _ROMAN
    if found["quarter"]:
        return 1 <= int(found["quarter"]) <= len(_ROMAN)
    return 1 <= int(found["month"]) <= 12
