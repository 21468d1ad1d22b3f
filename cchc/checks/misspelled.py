"""Names of bodies and provinces that the registry lists as misspelled, wherever a plan has them."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.checks.context import Context
from cchc.diagnostics import Diagnostic, Edit, Example, Rule, Severity, Wording
from cchc.model.walk import texts
from cchc.registry.spelling import may_be_misspelled, misspellings
from cchc.source import Span

MISSPELLED = Rule(
    "G103",
    "misspelled-body",
    Severity.WARNING,
    Wording("“{written}” viết sai, tên đúng là “{proper}”", "“{written}” is misspelled for “{proper}”"),
    Wording("viết “{proper}”", "write “{proper}”"),
    Wording(
        "Tên tỉnh và cơ quan viết theo văn bản thành lập; danh mục ghi những cách viết sai thường gặp. Tên viết tắt được chấp "
        "nhận không bị coi là sai.",
        "Provinces and bodies are spelled as the act that set them up does; the list has the usual misspellings. An accepted "
        "short form is none.",
    ),
    Example("jurisdiction: Đăk Nông", "jurisdiction: Đắk Nông"),
)


def check_misspelled(context: Context) -> Iterator[Diagnostic]:
    """The misspellings that the registry lists, in every text of the plan, each with its place and its right form."""
    if not may_be_misspelled(context.places.root.source.text, context.registry):
        return
    for path, text in texts(context.plan):
        span = context.places.value(path)
        at = span.start
        for found in misspellings(text, context.registry):
            start = span.source.text.find(found.written, at, span.end)
            place = Span(span.source, start, start + len(found.written)) if start >= 0 else span
            # Of words that the file writes otherwise (with escapes, over two lines) the place is not known.
            edits = (Edit(place, found.proper),) if start >= 0 else ()
            at = place.end if start >= 0 else at
            yield MISSPELLED.at(place, written=found.written, proper=found.proper, edits=edits)
