"""With what a figure is compared, until when it is due, and in what step it is reached."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from cchc.patterns import deferred

Rate: TypeAlias = Literal["năm", "quý"]

_COMPARED = deferred(
    r"\bso với\s+(?P<what>.+?)"
    r"(?=\s*(?:[,;:.()]|$|\b(?:đạt|từ|tối thiểu|tối đa|ít nhất|trở lên|là|phải|tăng|giảm|và)\b))",
    re.IGNORECASE,
)
_YEAR = deferred(r"\b(?:năm\s+)?((?:19|20)[0-9]{2})\b", re.IGNORECASE)
_DUE = deferred(
    r"(?:(?:^|,)\s*|\b(?:phấn đấu|đảm bảo|bảo đảm)\s+)"
    r"(?:(?:(?:tính )?đến|vào)\s+(?:hết\s+|cuối\s+)?|trong\s+)?năm\s+((?:19|20)[0-9]{2})\b",
    re.IGNORECASE,
)
_DUE_BEHIND = deferred(r"\s*(?:đến|vào)\s+(?:hết\s+|cuối\s+)?năm\s+((?:19|20)[0-9]{2})\b", re.IGNORECASE)
_EACH = deferred(r"(?:\b(?:mỗi|một)\s+|^\s*/\s*)(năm|quý)\b", re.IGNORECASE)
_YEARLY_CHANGE = deferred(r"\bh[àằ]ng\s+(năm|quý)\s*,?\s+(?:tăng|giảm|cắt giảm|thêm)\b", re.IGNORECASE)


def read_comparison(text: str) -> str | None:
    """What "so với …" names in ``text``: "năm 2021", "Kế hoạch được giao"."""
    found = _COMPARED.search(text) if "so với" in text.casefold() else None
    return " ".join(found["what"].split()) if found else None


def read_year(text: str) -> int | None:
    """The last year that ``text`` names."""
    years = _YEAR.findall(text)
    return int(years[-1]) if years else None


def read_due_year(before: str, after: str = "") -> int | None:
    """The year until which a figure with these words ``before`` and directly ``after`` it is due.

    Where it opens a clause ("đến hết năm 2025", "Năm 2024, …"), follows "phấn đấu" or stands behind the figure;
    elsewhere the year belongs to the name of a plan.
    """
    found = _DUE_BEHIND.match(after) if "năm" in after.casefold() else None
    if found is None and "năm" in before.casefold():
        found = _last(_DUE, before)
    return int(found[1]) if found else None


def read_rate(before: str, after: str) -> Rate | None:
    """The step of a figure: mỗi năm, mỗi quý, hàng năm tăng, 5%/năm."""
    said, behind, found = before.casefold(), after.lstrip(), None
    if "năm" in said or "quý" in said:
        found = _EACH.search(before) or (_YEARLY_CHANGE.search(before) if "hàng" in said or "hằng" in said else None)
    if found is None and behind.startswith(("/", "m", "M")):
        found = _EACH.match(behind)
    if found is None:
        return None
    return "năm" if found[1].casefold() == "năm" else "quý"


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(text))), None)
