"""Percentages beside the part and the whole that make them: “45/50 hồ sơ (90%)”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from cchc.checks.context import Context
from cchc.checks.indicators import place_of
from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording
from cchc.language.folding import fold
from cchc.language.marks import NUMBER
from cchc.language.numbers import DecimalSign, NotANumber, read_prose_decimal, write_decimal
from cchc.patterns import deferred
from cchc.source import KeyPath

OTHER_SHARE = Rule(
    "M113",
    "percentage-differs",
    Severity.WARNING,
    Wording("{part}/{whole} là {share}%, không phải {stated}", "{part} of {whole} is {share}%, not {stated}"),
    Wording("sửa tỷ lệ, hoặc một trong hai số", "change the percentage, or one of the two figures"),
    Wording(
        "tỷ lệ phải là thương của hai số đứng cạnh; người đọc sẽ tính lại",
        "the percentage follows from the two figures beside it; readers will compute it",
    ),
    Example("text: Đã giải quyết 45/50 hồ sơ (95%).", "text: Đã giải quyết 45/50 hồ sơ (90%)."),
)


def check_percentages(context: Context) -> Iterator[Diagnostic]:
    """Percentages that are not the part of the whole beside them, in every text of the plan."""
    for path, text in context.wordings.having("%"):
        if "/" in text and _has_fraction(text):
            yield from _shares(context, path, text)


def _has_fraction(text: str) -> bool:
    """Whether ``text`` may have two numbers with one slash: 45/50, but neither 10/01/2022 nor 61/2018/NĐ-CP.

    The pattern of shares takes a millisecond to compile, and most plans have slashes in dates and symbols alone.
    """
    parts = text.split("/")
    # Between two slashes a number alone is part of a date or symbol.
    inner = [part.isdigit() for part in parts]
    inner[0] = inner[-1] = False
    ends = [part.rstrip()[-1:].isdigit() and not alone for part, alone in zip(parts, inner, strict=True)]
    begins = [part.lstrip()[:1].isdigit() and not alone for part, alone in zip(parts, inner, strict=True)]
    return any(left and right for left, right in zip(ends, begins[1:], strict=False))


@cache
def _share() -> re.Pattern[str]:
    words = r"[^;:.,()\d%/]"
    return re.compile(
        rf"(?<![\w.,/-])(?P<part>{NUMBER})\s?/\s?(?P<whole>{NUMBER})(?![\w/-])(?P<between>{words}{{0,60}}[(,]?{words}{{0,40}}?)"
        rf"(?<![\d.,])(?P<share>{NUMBER})\s*%"
        rf"|(?<![\w.,])(?P<first>{NUMBER})\s*%(?P<inner>{words}{{0,40}}\({words}{{0,40}}?)(?<![\d.,/-])(?P<of>{NUMBER})\s?/\s?(?P<all>{NUMBER})(?![\w/-])"
    )


_NO_SHARE = deferred(
    r"\b(?:xếp|thứ|hạng|ngày|tháng|quý|tăng|giảm|hơn|thấp|cao|so với|vượt|còn lại|trong đó|trên|dưới)\b"
)
"""Words beside which two figures are no part and whole of the percentage: ranks, dates, growth."""


def _shares(context: Context, path: KeyPath, text: str) -> Iterator[Diagnostic]:
    for found in _share().finditer(text):
        part, whole, share = (found[a] or found[b] for a, b in (("part", "of"), ("whole", "all"), ("share", "first")))
        before = fold(text[max(0, found.start() - 12) : found.start()])
        between = fold(found["between"] or found["inner"] or "")
        if _NO_SHARE.search(before) or _is_date(before, part, whole) or _NO_SHARE.search(between):
            continue
        try:
            numbers = [read_prose_decimal(each, context.plan.decimal) for each in (part, whole, share)]
        except NotANumber:
            continue
        if numbers[1] == 0 or near(100 * numbers[0] / numbers[1], numbers[2]):
            continue
        group = "share" if found["share"] else "first"
        yield OTHER_SHARE.at(
            place_of(context, path, text, found.start(group), found.end(group)),
            part=part,
            whole=whole,
            share=percent(numbers[0], numbers[1], context.plan.decimal),
            stated=f"{share}%",
        )


def _is_date(before: str, part: str, whole: str) -> bool:
    """Whether two figures are a month of a year, or a day that “đến”, “từ” leads in to."""
    if len(whole) == 4 and whole[:2] in ("19", "20") and len(part) <= 2:
        return True
    return len(part) <= 2 and len(whole) <= 2 and before.rstrip().endswith(("đến", "từ", "trước", "sau"))


def near(exact: Decimal, stated: Decimal) -> bool:
    """Whether ``stated`` is ``exact``, rounded up or down in its last decimal."""
    return abs(exact - stated) < Decimal((0, (1,), int(stated.as_tuple().exponent)))


def percent(part: Decimal, whole: Decimal, decimal: DecimalSign) -> str:
    """``part`` of ``whole`` in per cent, with two decimals at most."""
    return write_decimal((100 * part / whole).quantize(Decimal("0.01")).normalize(), decimal)
