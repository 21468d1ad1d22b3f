"""The place of a stretch of a text, where the same words may stand in the text twice."""

from __future__ import annotations

import re

from cchc.registry.citation_dates import Stretch
from cchc.source import Span


def inside(span: Span, text: str, stretch: Stretch) -> Span:
    """Where the characters ``stretch`` of ``text`` stand in ``span``, which holds it as the author wrote it.

    A line of the file may end where the text has a space. The whole of ``span`` where the words are written otherwise
    (with escapes, or a name for a value that stands elsewhere).
    """
    words = stretch.of(text)
    before = text.count(words, 0, stretch.start)
    written = span.source.text
    at = span.start - 1
    for _ in range(before + 1):
        at = written.find(words, at + 1, span.end)
        if at < 0:
            return _across_lines(span, words, before)
    return Span(span.source, at, at + len(words))


def _across_lines(span: Span, words: str, before: int) -> Span:
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    found = list(pattern.finditer(span.source.text, span.start, span.end))
    return Span(span.source, *found[before].span()) if before < len(found) else span
