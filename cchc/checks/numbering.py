"""The number of the act: what stands before its symbol, and nothing more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.diagnostics import Diagnostic, Rule, Severity, Wording, excerpt
from cchc.model.plan import Plan
from cchc.source import SourceMap

_NUMBER = re.compile(r"[0-9A-Za-zĐđ.\-]{1,12}")

BAD_NUMBER = Rule(
    "A101",
    "bad-act-number",
    Severity.ERROR,
    Wording("“{number}” không phải số văn bản", "“{number}” is no number of an act"),
    Wording(
        "chỉ ghi số, ví dụ 1629 hoặc 30c; ký hiệu (QĐ-UBND) được tự tính, hoặc ghi ở “symbol”; khi dự thảo thì bỏ khóa",
        "write the number only, such as 1629 or 30c; the symbol (QĐ-UBND) follows by itself or stands under “symbol”; "
        "leave it out in a draft",
    ),
)


def check_numbering(plan: Plan, places: SourceMap) -> Iterator[Diagnostic]:
    """A number that is none: with the symbol in it, or endless (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.3)."""
    number = plan.act.number
    if number is not None and not _NUMBER.fullmatch(number):
        yield BAD_NUMBER.at(places.value(("act", "number")), number=excerpt(number))
