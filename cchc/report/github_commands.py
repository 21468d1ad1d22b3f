"""A run as workflow commands of GitHub Actions: an annotation for each diagnostic, one on a line, and no other line.

The runner takes a line that begins with ``::`` for a command and ends its properties at the next ``::``, so a colon in
a property is escaped, and so is every line end.
"""

from __future__ import annotations

from collections.abc import Iterator

from cchc.diagnostics import Language, Severity
from cchc.report.explained import explained
from cchc.report.plain import plain
from cchc.report.result import Found, Result, portable, region_of
from cchc.source import Span

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def github_commands(result: Result) -> str:
    """The lines of the commands; nothing where nothing was found."""
    names = {rule.code: rule.name for rule in result.rules}
    return "".join(f"{_command(found, names, result.language)}\n" for found in result.found)


def _command(found: Found, names: dict[str, str], language: Language) -> str:
    diagnostic = found.diagnostic
    title = f"{diagnostic.code} {names.get(diagnostic.code, '')}".rstrip()
    places = {**dict(_place(diagnostic.span, found)), "title": title}
    properties = ",".join(f"{key}={_escaped(plain(value), _PROPERTY)}" for key, value in places.items())
    message = plain(explained(diagnostic, language), keep_lines=True)
    return f"::{_COMMANDS[diagnostic.severity]} {properties}::{_escaped(message, _DATA)}"


def _place(span: Span | None, found: Found) -> Iterator[tuple[str, str]]:
    """Columns only within one line: GitHub takes none otherwise. Without a place, the file of the plan."""
    if span is None:
        if found.plans:
            yield "file", portable(found.plans[0].file)
        return
    region = region_of(span)
    yield "file", portable(span.source.name)
    yield "line", str(region.line)
    if region.line == region.end_line:
        yield "col", str(region.column)
    yield "endLine", str(region.end_line)
    if region.line == region.end_line:
        yield "endColumn", str(region.end_column)


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(character, character) for character in text)
