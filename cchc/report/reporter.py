"""The diagnostics of a run on their way to the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from cchc.diagnostics import Diagnostic, Language, Severity
from cchc.report.console import Console
from cchc.report.terminal import diagnostic_lines


class Reporter:
    """Prints diagnostics to ``console``, each once: plans share layouts and templates, and their mistakes.

    ``quiet`` leaves notes out.
    """

    def __init__(self, console: Console, language: Language, *, quiet: bool) -> None:
        self._console = console
        self._language = language
        self._quiet = quiet
        self.said: dict[Diagnostic, None] = {}

    def report(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Print those of ``diagnostics`` that were not printed yet."""
        for diagnostic in diagnostics:
            if diagnostic in self.said:
                continue
            self.said[diagnostic] = None
            if not (self._quiet and diagnostic.severity is Severity.NOTE):
                self._console.print(diagnostic_lines(diagnostic, self._language))
