"""A diagnostic as a comment in a Word file, for a reviewer who has nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc.diagnostics import Diagnostic, Language, Related
from cchc.report.plain import plain
from cchc.report.words import SEVERITIES, WAY_OUT
from cchc.source import Span

_QUOTED = 80
"""How many characters are quoted of another place."""


def comment_text(diagnostic: Diagnostic, language: Language) -> str:
    """The paragraphs of the comment, parted by line ends: what it is, the other places, the way out, code and line."""
    lines = [f"{SEVERITIES[diagnostic.severity].in_(language)}: {diagnostic.message.in_(language)}"]
    lines += _others(diagnostic.related, language)
    if diagnostic.hint:
        lines.append(f"{WAY_OUT.in_(language)}: {diagnostic.hint.in_(language)}")
    return "\n".join([*(plain(_capital(line)) for line in lines), plain(_source(diagnostic))])


def _others(related: Sequence[Related], language: Language) -> Iterator[str]:
    """The other places, those together of which the same is said: what is there, and the lines."""
    places: dict[tuple[str, str], list[int]] = {}
    for other in related:
        said, words = other.message.in_(language), _quoted(other.span.text)
        what = said if words in said else f"{said}: “{words}”"
        places.setdefault((what, _file(other.span)), []).append(other.span.line)
    for (what, file), lines in places.items():
        yield f"{what} ({file}:{', '.join(map(str, dict.fromkeys(lines)))})"


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]


def _quoted(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _QUOTED else f"{words[: _QUOTED - 1]}…"


def _source(diagnostic: Diagnostic) -> str:
    """The code, and where the file that is to be changed has the place."""
    span = diagnostic.span
    return f"{diagnostic.code} ({_file(span)}:{span.line})" if span else diagnostic.code


def _file(span: Span) -> str:
    """The name of the file that has ``span``; its folder is that of one machine."""
    return span.source.name.replace("\\", "/").rpartition("/")[2]
