"""Where a line must not end: between "Điều" and its number, inside a symbol, inside a date."""

from __future__ import annotations

import re
from functools import lru_cache

from cchc.patterns import deferred

_NO_BREAK_SPACE = "\u00a0"
_NO_BREAK_HYPHEN = "\u2011"

# Of 10,000 tasks 28,000 different texts come here, and three quarters hold nothing to join: that must be told quickly.
_DIGIT = deferred(r"[0-9]")
_ROMAN = deferred(r" [IVXLC]+\b")
_NUMBER_BEHIND = deferred(r" (?=[0-9]|\u00a0{2}|[IVXLC]+\b|([a-zA-ZđĐ])\b)")
_NAME = deferred(
    r"\b(?:điều|khoản|điểm|mục|phần|chương|lục|vực|bảng|biểu|số|ngày|tháng|năm|quý)\Z",
    re.IGNORECASE,
)
_LONGEST_NAME = len("chương")
_LETTERED = "điểm"
"""What has a letter for its number."""
_STAGE = deferred(r"\b(giai) (đoạn) (?=[0-9]{4})", re.IGNORECASE)
_COUNTED = deferred(r"([0-9]) (?=%|tháng\b)", re.IGNORECASE)
_RANGE = deferred(r"\b([0-9]{4})( ?)-( ?)(?=[0-9]{4}\b)")
_SYMBOL = deferred(r"(?:\b[0-9]+[a-z]?|\u00a0{2})[/\-](?:[^\W_]+[/\-]){0,6}[^\W\d_][^\W_]*(?:-[^\W_]+)*")


# Half the cells of an appendix say what another has said: "Các cơ quan, đơn vị có liên quan", "Tháng 1".
@lru_cache(maxsize=2048)
def unbroken(text: str, limit: int | None = None) -> str:
    """``text`` with no-break spaces and hyphens where a line must not end; as long as it was.

    They join "Điều 2", "Phụ lục I", "điểm a", "số 1271/QĐ-UBND", "ngày 30 tháng 12", "năm 2024", "Quý I", "80 %",
    "2021 - 2025" and the hyphens inside symbols; a number left blank with no-break spaces joins like one. A joined
    stretch of more than ``limit`` characters is left as it was: a narrow cell has to break it.
    """
    if not _may_hold_anything(text):
        return text
    joined = _NUMBER_BEHIND.sub(_join_name, text)
    joined = _COUNTED.sub(rf"\1{_NO_BREAK_SPACE}", joined)
    if "-" in joined:
        joined = _RANGE.sub(_join_range, joined)
        joined = _SYMBOL.sub(_join_symbol, joined)
    if limit is None or joined == text:
        return joined
    return _loosen(joined, text, limit)


def _may_hold_anything(text: str) -> bool:
    """Whether anything in ``text`` may be joined. Patterns of one beginning each are found faster than one of all."""
    if _DIGIT.search(text) or "\u00a0\u00a0" in text or _ROMAN.search(text):
        return True
    return "ểm " in text or "ỂM " in text or "Ểm " in text or "ểM " in text


def unbroken_title(text: str) -> str:
    """``text`` as ``unbroken`` makes it, with "giai đoạn 2021 - 2025" in one piece.

    In a centred title such a piece ends no line badly; in justified text it would tear the line before it apart.
    """
    return _STAGE.sub(rf"\1{_NO_BREAK_SPACE}\2{_NO_BREAK_SPACE}", unbroken(text))


def plain(text: str) -> str:
    """``text`` with ordinary spaces and hyphens, for comparisons; undoes ``unbroken``."""
    return text.replace(_NO_BREAK_SPACE, " ").replace(_NO_BREAK_HYPHEN, "-")


def _join_name(match: re.Match[str]) -> str:
    """The space behind a name and before its number; the name is looked for only where a number follows."""
    at = match.start()
    name = _NAME.search(match.string, max(at - _LONGEST_NAME, 0), at)
    joins = name is not None and (match[1] is None or name[0].lower() == _LETTERED)
    return _NO_BREAK_SPACE if joins else " "


def _join_range(match: re.Match[str]) -> str:
    """A spaced hyphen stays one, since a line ends at a hyphen only where nothing holds the space behind it."""
    first, before, after = match.groups()
    hyphen = "-" if after else _NO_BREAK_HYPHEN
    return first + _NO_BREAK_SPACE * len(before) + hyphen + _NO_BREAK_SPACE * len(after)


def _join_symbol(match: re.Match[str]) -> str:
    return match[0].replace("-", _NO_BREAK_HYPHEN)


def _loosen(joined: str, original: str, limit: int) -> str:
    """``joined`` with the stretches between its ordinary spaces that exceed ``limit`` taken from ``original``."""
    stretches = joined.split(" ")
    if max(map(len, stretches)) <= limit:
        return joined
    pieces: list[str] = []
    start = 0
    for stretch in stretches:
        end = start + len(stretch)
        pieces.append(stretch if len(stretch) <= limit else original[start:end])
        start = end + 1
    return " ".join(pieces)
