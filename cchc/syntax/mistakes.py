"""Why a text is not YAML, in words for the person who wrote it."""

from __future__ import annotations

from cchc.diagnostics import Diagnostic, Rule, Severity, Wording
from cchc.source import Source, Span
from cchc.syntax.events import Failure

UNREADABLE = Rule(
    code="Y059",
    name="unreadable-structure",
    severity=Severity.ERROR,
    message=Wording("không đọc được cấu trúc YAML ở đây", "the structure of the YAML cannot be read here"),
    hint=Wording(
        "so dòng này và dòng trên với các dòng bên cạnh: thụt lề, dấu hai chấm, dấu ngoặc kép và dấu ngoặc vuông",
        "compare this line and the one above with their neighbours: indentation, colons, quotes and brackets",
    ),
)


def explain(source: Source, failure: Failure) -> Diagnostic:
    """The diagnostic for ``failure``, by its cause."""
    return UNREADABLE.at(Span(source, failure.offset, failure.offset))
