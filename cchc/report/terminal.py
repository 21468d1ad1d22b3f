"""Diagnostics for a terminal: place, message, the line with a caret, the way out."""

from collections.abc import Iterator
from typing import NamedTuple

from cchc.diagnostics import Diagnostic, Language, Severity
from cchc.language.width import columns
from cchc.report.plain import plain
from cchc.report.words import CORRECTED, SEVERITIES, WAY_OUT
from cchc.source import Span

LONGEST_LINE = 110
"""Columns of a source line that are shown around the place of a diagnostic."""

_ELLIPSIS = "…"


class Styled(NamedTuple):
    """A stretch of output with the style (of rich, empty: none) in which a colour terminal shows it."""

    text: str
    style: str = ""


STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
"""In which style a severity is shown."""


def diagnostic_lines(diagnostic: Diagnostic, language: Language) -> Iterator[list[Styled]]:
    """The lines that show ``diagnostic``, each as stretches."""
    place = f"{plain(str(diagnostic.span))}: " if diagnostic.span else ""
    severity = SEVERITIES[diagnostic.severity].in_(language)
    style = STYLES[diagnostic.severity]
    message = plain(diagnostic.message.in_(language))
    yield [Styled(place, "bold"), Styled(f"{severity} {diagnostic.code}", style), Styled(f": {message}")]
    if diagnostic.span:
        yield from _excerpt(diagnostic.span, style)
    for related in diagnostic.related:
        yield [Styled(f"  {plain(str(related.span))}: {plain(related.message.in_(language))}")]
        yield from _excerpt(related.span, "cyan")
    if diagnostic.hint:
        yield [Styled(f"  {WAY_OUT.in_(language)}: ", "bold"), Styled(plain(diagnostic.hint.in_(language)))]
    if diagnostic.fix:
        yield [Styled(f"  {CORRECTED.in_(language)}:", "bold")]
        for line in diagnostic.fix.split("\n"):
            yield [Styled(f"    {plain(line)}", "green")]


def _excerpt(span: Span, style: str) -> Iterator[list[Styled]]:
    """The line of ``span`` and a caret under the characters that it covers, cut to what a terminal shows."""
    number, column = span.source.position(span.start)
    line = span.source.line(number)
    if not line.strip():
        return
    start = column - 1
    end = max(start + 1, min(start + span.end - span.start, len(line)))
    before, marked, after = line[:start], line[start:end], line[end:]
    before, marked, after = _fitted(plain(before), plain(marked), plain(after))
    gutter = f"  {number} | "
    yield [Styled(gutter, "dim"), Styled(before + marked + after)]
    carets = "^" * max(1, columns(marked))
    yield [Styled(" " * (len(gutter) - 2) + "| ", "dim"), Styled(" " * columns(before)), Styled(carets, style)]


def _fitted(before: str, marked: str, after: str) -> tuple[str, str, str]:
    if len(before) > LONGEST_LINE // 2:
        before = _ELLIPSIS + before[-(LONGEST_LINE // 2) :]
    room = LONGEST_LINE - len(before)
    if len(marked) > room:
        return before, marked[:room] + _ELLIPSIS, ""
    room -= len(marked)
    return before, marked, after if len(after) <= room else after[:room] + _ELLIPSIS
