"""Names of bodies that nobody bears, or that the registry does not list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.checks.assigned import cell_spans, duty_span
from cchc.checks.context import Context
from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording, excerpt
from cchc.patterns import deferred
from cchc.registry.names import words_of
from cchc.registry.nearness import is_of_another_level, near_body
from cchc.registry.reading import Mention
from cchc.source import Span
from cchc.suggestions import did_you_mean

UNKNOWN_BODY = Rule(
    "G101",
    "unknown-body",
    Severity.WARNING,
    Wording("không có cơ quan nào tên “{name}”", "there is no body called “{name}”"),
    Wording(
        "xem lại tên; nếu đúng, thêm vào plans/_registry.yaml",
        "look at the name again; if it is right, add it to plans/_registry.yaml",
    ),
    Wording(
        "Tên cơ quan gõ sai thì không ai nhận việc, và khi thống kê theo cơ quan thì dòng ấy bị bỏ sót. Tên được so "
        "với danh mục cơ quan của chương trình và của tỉnh.",
        "Nobody takes on a task given to a misspelled body, and counts by body miss it. Names are compared with the "
        "program's list of bodies and the province's own.",
    ),
    Example("lead: Sở Tài chánh", "lead: Sở Tài chính"),
)
NOT_LISTED = Rule(
    "G102",
    "body-not-listed",
    Severity.NOTE,
    Wording(
        "danh mục cơ quan chưa có “{name}” ({count} chỗ)",
        "the list of bodies does not have “{name}” (places: {count})",
    ),
    Wording(
        "nếu tên đúng, thêm vào plans/_registry.yaml để kiểm tra được ngày thành lập, giải thể",
        "if the name is right, add it to plans/_registry.yaml, so that its dates can be checked",
    ),
    Wording(
        "Chương trình không biết mọi cơ quan: của cơ quan không có trong danh mục, không kiểm tra được tên và thời "
        "gian tồn tại. Mỗi tên được báo một lần.",
        "The program does not know every body: of one that is not listed, neither name nor dates are checked. Each "
        "name is said once.",
    ),
    Example(
        "lead: Trường Chính trị tỉnh",
        "# plans/_registry.yaml\nagencies:\n  - id: truong-chinh-tri\n    name: Trường Chính trị tỉnh",
    ),
)
_DESCRIBED = deferred(
    r"(?:các|những|mọi|mỗi|từng|toàn|cơ quan|đơn vị|tổ chức|cá nhân|thủ trưởng|người|cán bộ|công chức|lãnh đạo)\b",
    re.IGNORECASE,
)
"""How words begin that describe bodies and name none."""
_CLOSED = deferred(r"sở\b", re.IGNORECASE)
"""Departments are listed by the Government's decrees, all of them."""


def check_names(context: Context) -> Iterator[Diagnostic]:
    """Names in columns of bodies and over duty lists that nobody bears, or that nobody listed."""
    unlisted: dict[str, list[Span]] = {}
    for mention, before, spans in _unknown(context):
        if is_of_another_level(mention.printed, context.registry):
            continue
        near = _near(mention, before, context)
        if near or _CLOSED.match(mention.printed):
            hint = did_you_mean(f"“{near}”") if near else None
            for span in spans:
                yield UNKNOWN_BODY.at(span.of(mention.printed), name=excerpt(mention.printed), hint=hint)
        elif mention.printed[0].isupper():
            unlisted.setdefault(mention.printed, []).extend(span.of(mention.printed) for span in spans)
    for name, spans in unlisted.items():
        yield NOT_LISTED.at(spans[0], name=excerpt(name), count=len(spans))


def _near(mention: Mention, before: Mention | None, context: Context) -> str | None:
    """The name that was meant: its first words may be those of another body ("Sở Văn hóa, Thể thao và Du lich")."""
    whole = near_body(f"{before.printed} {mention.printed}", context.registry) if before else None
    if before and whole and len(words_of(whole)) > len(words_of(before.printed)):
        return whole
    return near_body(mention.printed, context.registry)


def _unknown(context: Context) -> Iterator[tuple[Mention, Mention | None, list[Span]]]:
    """What could not be read and is no mere description, with the name before it and every place where it stands."""
    for cell in context.assigned.cells():
        for mention, before in _names(cell.mentions):
            yield mention, before, cell_spans(cell, context.places)
    for duty in context.assigned.duties:
        for mention, before in _names(duty.bodies):
            yield mention, before, [duty_span(duty, context.places)]


def _names(mentions: tuple[Mention, ...]) -> Iterator[tuple[Mention, Mention | None]]:
    for mention, before in zip(mentions, (None, *mentions), strict=False):
        if mention.kind == "unknown" and not _DESCRIBED.match(mention.printed):
            yield mention, before
