"""Names of bodies and provinces that the registry lists as misspelled, wherever a plan has them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from cchc.checks.context import Context
from cchc.diagnostics import Diagnostic, Edit, Example, Rule, Severity, Wording
from cchc.registry.spelling import misspellings, suspects
from cchc.source import SourceMap, Span

MISSPELLED = Rule(
    "G103",
    "misspelled-body",
    Severity.WARNING,
    Wording("“{written}” viết sai, tên đúng là “{proper}”", "“{written}” is misspelled for “{proper}”"),
    Wording("viết “{proper}”", "write “{proper}”"),
    Wording(
        "Tên tỉnh và cơ quan viết theo văn bản thành lập; danh mục ghi những cách viết sai thường gặp. Tên viết tắt "
        "được chấp nhận không bị coi là sai.",
        "Provinces and bodies are spelled as the act that set them up does; the list has the usual misspellings. An "
        "accepted short form is none.",
    ),
    Example("jurisdiction: Đăk Nông", "jurisdiction: Đắk Nông"),
)


def check_misspelled(context: Context) -> Iterator[Diagnostic]:
    """The misspellings that the registry lists, in every text of the plan, each with its place and its right form."""
    root = context.places.root
    source = root.source
    # Above the plan stand only comments.
    suspected = [offset for offset in suspects(source.text, context.registry) if offset >= root.start]
    for span in _texts_at(suspected, context.places) if suspected else ():
        for found in misspellings(span.text, context.registry):
            place = Span(source, span.start + found.start, span.start + found.end)
            edits = (Edit(place, found.proper),)
            yield MISSPELLED.at(place, written=found.written, proper=found.proper, edits=edits)


def _texts_at(offsets: list[int], places: SourceMap) -> Iterator[Span]:
    """The values that stand at ``offsets`` and hold no others, each once: no comments and no keys."""
    # The places come nearly in order, which sorting makes use of: no set before it.
    ordered = list(dict.fromkeys(sorted((span.start, span.end) for span in places.values.values())))
    starts = [start for start, _ in ordered]
    seen: set[tuple[int, int]] = set()
    for offset in offsets:
        at = bisect_right(starts, offset) - 1
        # Texts hold no others, so the one around a place is what begins last before it.
        if at < 0 or ordered[at][1] <= offset or ordered[at] in seen:
            continue
        start, end = ordered[at]
        if bisect_right(starts, start) == bisect_left(starts, end):
            seen.add(ordered[at])
            yield Span(places.root.source, start, end)
