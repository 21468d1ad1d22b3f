"""One command carried out: the pipeline called, what it yields printed, the exit code given."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from cchc.cli.language import DEFAULT
from cchc.diagnostics import Language
from cchc.report.console import Console

if TYPE_CHECKING:
    from cchc.pipeline.outcomes import Surroundings


_NO_OUTCOME = "a run ends with its outcome"


class Run(NamedTuple):
    """What every command needs: where it runs, where it prints, in which language (absent: the project's)."""

    cwd: Path
    environ: Mapping[str, str]
    platform: str
    home: Path
    output: Console
    errors: Console
    language: Language | None
    started: float

    def build(
        self,
        *,
        operands: tuple[str, ...],
        out: Path | None,
        templates: Path | None,
        draft: bool,
        round_: int | None,
        pdf: bool,
        force: bool,
        quiet: bool,
    ) -> int:
        """Build plans and report each as it is done. Returns the exit code."""
        from cchc.pipeline.building import build
        from cchc.pipeline.outcomes import BuildRequest, PlanOutcome
        from cchc.report.progress import Progress
        from cchc.report.reporter import Reporter
        from cchc.report.summary import built

        request = BuildRequest(
            operands, _absolute(out, self.cwd), _absolute(templates, self.cwd), draft, round_, pdf, force
        )
        language = self._language(request.operands)
        reporter = Reporter(self.errors, language, quiet=quiet)
        progress = Progress(self.errors, language, elapsed=self._elapsed, slow=pdf)
        begun = self.started
        try:
            for result in build(request, self._surroundings(), progress.show):
                progress.hide()
                reporter.report(result.diagnostics)
                if not isinstance(result, PlanOutcome):
                    return result.exit_code
                now = perf_counter()
                if not quiet:
                    where = [self._shown(path) for path in result.written]
                    kept = [self._shown(path) for path in result.kept_aside]
                    self.output.print(built(result, where, kept, now - begun, language))
                begun = now
        finally:
            progress.hide()
        raise AssertionError(_NO_OUTCOME)

    def validate(self, *, operands: tuple[str, ...], templates: Path | None, quiet: bool) -> int:
        """Check plans and report each as it is done. Returns the exit code."""
        from cchc.pipeline.outcomes import PlanOutcome
        from cchc.pipeline.validating import validate
        from cchc.report.progress import Progress
        from cchc.report.reporter import Reporter
        from cchc.report.summary import checked

        language = self._language(operands)
        reporter = Reporter(self.errors, language, quiet=quiet)
        progress = Progress(self.errors, language, elapsed=self._elapsed)
        try:
            for result in validate(operands, self._surroundings(), _absolute(templates, self.cwd), progress.show):
                progress.hide()
                reporter.report(result.diagnostics)
                if not isinstance(result, PlanOutcome):
                    if not quiet:
                        self.output.print([checked(len(result.plans), tuple(reporter.said), language)])
                    return result.exit_code
        finally:
            progress.hide()
        raise AssertionError(_NO_OUTCOME)

    def plan_ids(self) -> tuple[str, ...]:
        """The ids of the project's plans, for completion."""
        from cchc.pipeline.projects import plan_ids

        return plan_ids(self._surroundings())

    def _elapsed(self) -> float:
        return perf_counter() - self.started

    def _surroundings(self) -> Surroundings:
        from cchc.pipeline.outcomes import Surroundings

        return Surroundings(self.cwd, self.environ, self.platform, self.home)

    def _language(self, operands: tuple[str, ...]) -> Language:
        from cchc.pipeline.projects import language_of_project

        return self.language or language_of_project(operands, self._surroundings()) or DEFAULT

    def _shown(self, path: Path) -> str:
        return str(path.relative_to(self.cwd)) if path.is_relative_to(self.cwd) else str(path)


def _absolute(path: Path | None, cwd: Path) -> Path | None:
    return cwd / path if path else None
