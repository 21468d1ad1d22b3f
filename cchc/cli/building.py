"""``cchc build`` told to people: each plan as it is done, and what came of them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from time import perf_counter

from cchc.cli.editing import Speaking
from cchc.cli.telling import Telling
from cchc.pipeline.outcomes import Outcome, PlanOutcome
from cchc.report.progress import Progress
from cchc.report.reporter import Reporter
from cchc.report.summary import built, built_all

SINGLY = 20
"""Plans of a run whose lines are printed where there is nothing to see to; then only the others are named."""


class Teller:
    """Tells what came of plans; ``shown`` gives a file's name as the user would type it."""

    def __init__(self, speaking: Speaking, telling: Telling, progress: Progress, shown: Callable[[Path], str]) -> None:
        self._speaking = speaking
        self._telling = telling
        self._progress = progress
        self._shown = shown

    def tell(self, results: Iterable[PlanOutcome | Outcome], begun: float) -> int:
        """Tell ``results`` of a run that began at ``begun`` as they come. Returns the exit code."""
        speaking, hide = self._speaking, self._progress.hide
        reporter = Reporter(speaking.errors, speaking.language, quiet=self._telling.without_notes, before=hide)
        outcome = Outcome()
        told, since = 0, begun
        for result in results:
            reporter.report(result.diagnostics)
            now = perf_counter()
            if isinstance(result, Outcome):
                outcome = result
            elif told < SINGLY or result.kept_aside or not result.written:
                self._tell_plan(result, now - since)
                told += 1
            since = now
        hide()
        if len(outcome.plans) > 1 and not self._telling.quiet:
            seconds = perf_counter() - begun
            speaking.output.print([built_all(outcome.plans, reporter.told, seconds, speaking.language)])
        return outcome.code_from(self._telling.fail_on)

    def _tell_plan(self, plan: PlanOutcome, seconds: float) -> None:
        if self._telling.quiet:
            return
        where = [self._shown(path) for path in plan.written]
        kept = [self._shown(path) for path in plan.kept_aside]
        self._progress.hide()
        self._speaking.output.print(built(plan, where, kept, seconds, self._speaking.language))
