"""A diagnostic as a comment in a Word file, for a reviewer who has nothing else."""

from __future__ import annotations

from cchc.diagnostics import Diagnostic, Language
from cchc.report.plain import plain
from cchc.report.words import SEVERITIES, WAY_OUT

_QUOTED = 80
"""How many characters are quoted of another place."""


def comment_text(diagnostic: Diagnostic, language: Language) -> str:
    """The paragraphs of the comment, parted by line ends: what it is, the other places, the way out, code and line."""
    lines = [f"{SEVERITIES[diagnostic.severity].in_(language)}: {diagnostic.message.in_(language)}"]
    lines += [f"{other.message.in_(language)}: “{_quoted(other.span.text)}”" for other in diagnostic.related]
    if diagnostic.hint:
        lines.append(f"{WAY_OUT.in_(language)}: {diagnostic.hint.in_(language)}")
    return "\n".join([*(plain(_capital(line)) for line in lines), plain(_source(diagnostic))])


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]


def _quoted(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _QUOTED else f"{words[: _QUOTED - 1]}…"


def _source(diagnostic: Diagnostic) -> str:
    """The code, and where the file that is to be changed has the place; its folder is that of one machine."""
    if diagnostic.span is None:
        return diagnostic.code
    name = diagnostic.span.source.name.replace("\\", "/").rpartition("/")[2]
    return f"{diagnostic.code} ({name}:{diagnostic.span.line})"
