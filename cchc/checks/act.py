"""The act: a number that is one, and nothing that its kind does not print."""

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


NOT_PRINTED = Rule(
    "A102",
    "key-of-a-decision",
    Severity.ERROR,
    Wording(
        "“{key}” chỉ có trong Quyết định; với “kind: plan” không in ra",
        "only a decision has “{key}”; “kind: plan” does not print it",
    ),
    Wording(
        "bỏ khóa này (nội dung viết ở “title”, “body”), hoặc đổi thành “kind: decision”",
        "leave the key out (its text goes into “title”, “body”), or make it “kind: decision”",
    ),
)
_OF_DECISIONS = ("subject", "articles")


def check_act(plan: Plan, places: SourceMap) -> Iterator[Diagnostic]:
    """A number that is none: with the symbol in it, or endless (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.3).

    Keys that a Kế hoạch issued by itself has no place for (Phụ lục III, Mẫu 1.4).
    """
    act = plan.act
    if act.number is not None and not _NUMBER.fullmatch(act.number):
        yield BAD_NUMBER.at(places.value(("act", "number")), number=excerpt(act.number))
    if act.kind == "plan":
        for key in _OF_DECISIONS:
            if getattr(act, key):
                yield NOT_PRINTED.at(places.key(("act", key)), key=key)
