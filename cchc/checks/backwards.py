"""Ranges of targets that are written backwards: “<7 - 5 bậc>”, “từ 90% đến 80%”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cchc.checks.context import Context
from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording
from cchc.language.folding import fold
from cchc.language.marks import NUMBER
from cchc.language.numbers import NotANumber, read_prose_decimal

RANGE_BACKWARDS = Rule(
    "K112",
    "range-backwards",
    Severity.WARNING,
    Wording("“{words}” viết ngược: số đầu lớn hơn số sau", "“{words}” runs backwards: its first figure is the larger"),
    Wording(
        "viết số nhỏ trước; nếu là mức giảm, viết “giảm từ … xuống …”",
        "write the smaller figure first; of a fall say “giảm từ … xuống …”",
    ),
    Wording(
        "khoảng của một chỉ tiêu đi từ mức thấp đến mức cao; viết ngược thì không rõ mức nào phải đạt",
        "the range of a target goes from the low to the high; backwards, nobody knows which one to reach",
    ),
    Example("objectives: Chỉ số tăng <7 - 5 bậc>", "objectives: Chỉ số tăng <5 - 7 bậc>"),
)
_FALLING = frozenset(("giảm", "hạ", "xuống", "còn", "rút", "ngắn", "tụt", "thấp"))
_COUNTED = frozenset(
    ("quý", "tháng", "năm", "số", "điều", "khoản", "mục", "nhóm", "bảng", "biểu", "điểm", "hạng", "thứ")
)
"""Words whose number is none of a range: “quý 3 - 2%”. Ranks fall as they get better."""
_CLAUSE = 80


def check_backwards(context: Context) -> Iterator[Diagnostic]:
    """Ranges in marks and of percentages whose first figure is the larger, but where the words speak of a fall."""
    joined = context.wordings.joined
    for pattern in (_marked(),) * _marks_ranges(joined) + (_percentages(),) * ("%" in joined):
        for found in pattern.finditer(joined):
            if _is_backwards(found, context) and not _falls(joined, found):
                for span in context.wordings.found(found):
                    yield RANGE_BACKWARDS.at(span, words=found[0])


def _marks_ranges(text: str) -> bool:
    """Whether anything between “<” and “>” may be a range: most marked figures are none."""
    for piece in text.split("<")[1:]:
        mark = piece.partition(">")[0]
        # An id has hyphens too.
        figure = mark if mark.lstrip()[:1].isdigit() else mark.partition("=")[2]
        if "-" in figure or "–" in mark or "—" in mark or "đến" in mark:
            return True
    return False


@cache
def _marked() -> re.Pattern[str]:
    return re.compile(
        rf"<(?:[a-z0-9-]+=)?\s*(?P<first>{NUMBER})[^\d<>/]*?\s*(?:[-–—]|đến)\s*(?P<last>{NUMBER})[^\d<>/]*>"
    )


@cache
def _percentages() -> re.Pattern[str]:
    return re.compile(
        r"(?P<first>[0-9](?<![\w.,/<=-].)[0-9]{0,29}(?:[.,][0-9]{1,30})*)"
        rf"\s?(?P<share>%)?\s?(?:[-–—]|đến)\s?(?P<last>{NUMBER})\s?%",
    )


def _is_backwards(found: re.Match[str], context: Context) -> bool:
    try:
        first, last = (read_prose_decimal(found[name], context.plan.decimal) for name in ("first", "last"))
    except NotANumber:
        return False
    bare = found.groupdict().get("share", "%") is None
    return first > last and not (bare and first > 100)


def _falls(joined: str, found: re.Match[str]) -> bool:
    """Whether the clause before the range speaks of a fall that leads from one figure to the other, or of no range."""
    before = re.split(r"[;:.()\n]", joined[max(0, found.start() - _CLAUSE) : found.start()])[-1].split()
    if not before:
        return False
    words = [fold(word).strip(",") for word in before]
    return words[-1] in _COUNTED or (words[-1] == "từ" and not _FALLING.isdisjoint(words))
