"""Diagnostics that stand without the texts they speak of, with the lines of their places alone.

A run over thousands of plans keeps what it found until its end. With every text it would need gigabytes, and what
other processes send, or former runs left, comes without texts anyway.
"""

from __future__ import annotations

from collections.abc import Iterable

from cchc.diagnostics import Diagnostic
from cchc.source import Excerpt, Source, Span


def by_themselves(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """``found``, each with excerpts of the texts that it speaks of. What says the same of the same places is equal."""
    return tuple(_by_itself(each) for each in found)


def _by_itself(found: Diagnostic) -> Diagnostic:
    spans = [edit.span for edit in found.edits] + [related.span for related in found.related]
    if found.span:
        spans.append(found.span)
    excerpts = {source: excerpt_of(source, spans) for source in {span.source for span in spans}}

    def moved(span: Span) -> Span:
        return in_excerpt(span, excerpts[span.source])

    return found._replace(
        span=moved(found.span) if found.span else None,
        related=tuple(related._replace(span=moved(related.span)) for related in found.related),
        edits=tuple(edit._replace(span=moved(edit.span)) for edit in found.edits),
    )


def excerpt_of(source: Source, spans: Iterable[Span]) -> Excerpt:
    """The lines of ``source`` that ``spans`` touch, those of them that lie in it."""
    if isinstance(source, Excerpt):
        return source
    numbers: set[int] = set()
    for span in spans:
        if span.source is source:
            numbers.update(range(span.line, source.position(span.end)[0] + 1))
    lines = sorted(numbers)
    text = "".join(source.text[source.line_start(number) : source.line_start(number + 1)] for number in lines)
    return Excerpt(source.name, text, tuple(lines))


def in_excerpt(span: Span, excerpt: Excerpt) -> Span:
    """``span`` in ``excerpt``, which holds its lines."""
    if span.source is excerpt:
        return span
    return Span(excerpt, *(_offset(span.source, at, excerpt) for at in (span.start, span.end)))


def _offset(source: Source, offset: int, excerpt: Excerpt) -> int:
    line, column = source.position(offset)
    return excerpt.line_start(line) + column - 1
