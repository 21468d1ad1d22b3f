"""One command carried out: the pipeline called, what it yields printed, the exit code given."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from cchc.cli.language import DEFAULT
from cchc.diagnostics import Language
from cchc.report.console import Console

if TYPE_CHECKING:
    from cchc.cli.editing import Speaking
    from cchc.pipeline.outcomes import Surroundings


_USUAL_WIDTH = 80
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

    def fix(self, *, operands: tuple[str, ...], templates: Path | None, dry: bool, signed: bool, quiet: bool) -> int:
        """Mend plans where nobody's judgement is needed, then check them. Returns the exit code."""
        from cchc.cli.editing import run_fix
        from cchc.pipeline.fixing import FixRequest

        request = FixRequest(operands, _absolute(templates, self.cwd), dry, signed)
        return run_fix(request, self._surroundings(), self._speaking(operands, quiet))

    def format(self, *, operands: tuple[str, ...], check: bool, diff: bool, quiet: bool) -> int:
        """Bring plans into house style, or say which are not. Returns the exit code."""
        from cchc.cli.editing import run_format

        return run_format(operands, self._surroundings(), self._speaking(operands, quiet), check=check, diff=diff)

    def new(self, plan_id: str, answers: Mapping[str, str]) -> int:
        """Write the starting plan ``plan_id``, asking on a terminal for what ``answers`` lacks. Returns the code."""
        from datetime import date

        from cchc.cli.asking import can_ask, completed
        from cchc.pipeline.beginning import Beginning, begin, propose
        from cchc.pipeline.outcomes import Outcome
        from cchc.report.beginning import begun
        from cchc.report.reporter import Reporter

        language = self._language(())
        around = self._surroundings()
        reporter = Reporter(self.errors, language, quiet=False)
        asked = Beginning(plan_id, date.today(), **answers)
        asking = can_ask(self.errors)
        if asking:
            asked = completed(asked, around, self.errors, language)
        proposal = propose(asked, around)
        result = proposal if isinstance(proposal, Outcome) else begin(proposal, asked, around)
        if isinstance(result, Outcome):
            reporter.report(result.all_diagnostics())
            return result.exit_code
        reporter.report(result.outcome.all_diagnostics())
        paths = (self._shown(result.path), self._shown(result.schema))
        self.output.print(begun(result, *paths, renamed=result.renamed and not asking, language=language))
        return result.outcome.exit_code

    def outline(self, *, operands: tuple[str, ...], templates: Path | None, depth: int | None) -> int:
        """Print the numbered parts of plans, each with its line. Returns the exit code."""
        from cchc.pipeline.outcomes import Outcome
        from cchc.pipeline.outline import outline
        from cchc.report.outline import outline_lines
        from cchc.report.reporter import Reporter

        language = self._language(operands)
        reporter = Reporter(self.errors, language, quiet=False)
        for result in outline(operands, self._surroundings(), _absolute(templates, self.cwd)):
            if isinstance(result, Outcome):
                reporter.report(result.all_diagnostics())
                return result.exit_code
            reporter.report(result.outcome.diagnostics)
            self.output.print(outline_lines(result.entries, depth, self._width()))
        raise AssertionError(_NO_OUTCOME)

    def schema(self, file: Path | None) -> int:
        """Print the JSON Schema, or write it to ``file``. Returns the exit code."""
        from cchc.pipeline.schemas import schema_text, write_schema
        from cchc.report.beginning import schema_line
        from cchc.report.reporter import Reporter

        language = self._language(())
        refreshed = None
        if file is None:
            outcome, text = schema_text(self._surroundings())
            self.output.write(text)
        else:
            outcome, refreshed = write_schema(self.cwd / file, self._surroundings())
        Reporter(self.errors, language, quiet=False).report(outcome.all_diagnostics())
        if file and refreshed:
            self.output.print([schema_line(self._shown(self.cwd / file), refreshed, language)])
        return outcome.exit_code

    def plan_ids(self) -> tuple[str, ...]:
        """The ids of the project's plans, for completion."""
        from cchc.pipeline.projects import plan_ids

        return plan_ids(self._surroundings())

    def _width(self) -> int | None:
        """The columns of the terminal behind the output; None where nobody looks, and lines need not be cut."""
        if not self.output.is_terminal:
            return None
        chosen = self.environ.get("COLUMNS", "")
        if chosen.isascii() and chosen.isdigit() and int(chosen[:6]):
            return int(chosen[:6])
        try:
            return os.get_terminal_size(sys.stdout.fileno()).columns or _USUAL_WIDTH
        except (OSError, ValueError):
            return _USUAL_WIDTH

    def _speaking(self, operands: tuple[str, ...], quiet: bool) -> Speaking:
        from cchc.cli.editing import Speaking

        return Speaking(self.output, self.errors, self._language(operands), quiet, self._elapsed)

    def _elapsed(self) -> float:
        return perf_counter() - self.started

    def _surroundings(self) -> Surroundings:
        from datetime import date

        from cchc.pipeline.outcomes import Surroundings

        return Surroundings(self.cwd, self.environ, self.platform, self.home, date.today())

    def _language(self, operands: tuple[str, ...]) -> Language:
        from cchc.pipeline.projects import language_of_project

        return self.language or language_of_project(operands, self._surroundings()) or DEFAULT

    def _shown(self, path: Path) -> str:
        return str(path.relative_to(self.cwd)) if path.is_relative_to(self.cwd) else str(path)


def _absolute(path: Path | None, cwd: Path) -> Path | None:
    return cwd / path if path else None
