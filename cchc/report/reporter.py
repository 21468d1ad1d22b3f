"""The diagnostics of a run on their way to the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from cchc.diagnostics import Diagnostic, Language, Severity
from cchc.report.console import Console
from cchc.report.terminal import diagnostic_lines


class Reporter:
    """Prints diagnostics to ``console``, each once: plans share layouts and templates, and their mistakes.

    ``quiet`` leaves notes out. ``before`` is called before anything is printed.
    """

    def __init__(
        self, console: Console, language: Language, *, quiet: bool, before: Callable[[], object] | None = None
    ) -> None:
        self._console = console
        self._language = language
        self._quiet = quiet
        self._before = before
        self.said: dict[Diagnostic, None] = {}

    @property
    def told(self) -> tuple[Diagnostic, ...]:
        """Those that were printed."""
        return tuple(each for each in self.said if not self._left_out(each))

    def report(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Print those of ``diagnostics`` that were not printed yet."""
        for diagnostic in diagnostics:
            if diagnostic in self.said:
                continue
            self.said[diagnostic] = None
            if not self._left_out(diagnostic):
                if self._before:
                    self._before()
                self._console.print(diagnostic_lines(diagnostic, self._language))

    def _left_out(self, diagnostic: Diagnostic) -> bool:
        return self._quiet and diagnostic.severity is Severity.NOTE
