"""Corrected lines for text that stands where a list or keys belong."""

from __future__ import annotations

from cchc.source import KeyPath, SourceMap, Span
from cchc.syntax.quoting import safe


def as_list(path: KeyPath, places: SourceMap) -> str | None:
    """The line of the text at ``path`` as a list with this one entry; None where it does not stand behind its key."""
    lead = _lead(path, places)
    if lead is None or not lead.rstrip().endswith(":"):
        return None
    pad = " " * (len(lead) - len(lead.lstrip(" -")) + 2)
    return f"{lead.rstrip()}\n{pad}- {_text(places.value(path))}"


def as_title(path: KeyPath, places: SourceMap) -> str | None:
    """The line of the text at ``path``, an entry of a list, with the key ``title`` before it."""
    lead = _lead(path, places)
    if lead is None or not path or isinstance(path[-1], str) or lead.strip(" -"):
        return None
    return f"{lead}title: {_text(places.value(path))}"


def _lead(path: KeyPath, places: SourceMap) -> str | None:
    """What stands before the text at ``path``, if nothing but that text follows on its line."""
    span = places.value(path)
    line = span.source.line(span.line)
    before, rest = line[: span.column - 1], line[span.column - 1 :]
    if "\n" in span.text or rest.rstrip() != span.text or any(sign in before for sign in "[{"):
        return None
    return before


def _text(span: Span) -> str:
    return span.text if span.text[:1] in ('"', "'") else safe(span.text)
