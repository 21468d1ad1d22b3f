"""A diagnostic as one text for formats that have no places of their own for the way out and the corrected lines."""

from __future__ import annotations

from cchc.diagnostics import Diagnostic, Language
from cchc.report.words import CORRECTED, WAY_OUT


def explained(diagnostic: Diagnostic, language: Language) -> str:
    """The message, below it the way out and the corrected lines, where there are some."""
    lines = [diagnostic.message.in_(language)]
    if diagnostic.hint:
        lines.append(f"{WAY_OUT.in_(language)}: {diagnostic.hint.in_(language)}")
    if diagnostic.fix:
        lines.append(f"{CORRECTED.in_(language)}:\n{diagnostic.fix}")
    return "\n".join(lines)
