"""One command carried out: the pipeline called, what it yields printed, the exit code given."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from cchc.cli.language import DEFAULT
from cchc.cli.telling import Fixing, Telling, formatted
from cchc.diagnostics import Diagnostic, Language, Severity
from cchc.report.console import Console

if TYPE_CHECKING:
    from cchc.cli.differing import Asked
    from cchc.cli.editing import Speaking
    from cchc.pipeline.outcomes import Outcome, PlanOutcome, Surroundings
    from cchc.report.progress import Progress

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
        annotate: bool,
        force: bool,
        jobs: int | None,
        watch: bool,
        telling: Telling,
    ) -> int:
        """Build plans and report each as it is done; with ``watch`` again and again. Returns the exit code."""
        from cchc.cli.building import Teller
        from cchc.pipeline.building import build
        from cchc.pipeline.outcomes import BuildRequest
        from cchc.report.progress import Progress

        language = self._language(operands)
        said = _comments_in(language) if annotate else None
        request = BuildRequest(
            operands, _absolute(out, self.cwd), _absolute(templates, self.cwd), draft, round_, pdf, force, said, jobs
        )
        progress = Progress(self.errors, language, elapsed=self._elapsed, slow=pdf)
        speaking = self._speaking(operands, telling.quiet)
        teller = Teller(speaking, telling, progress, self._shown)
        if watch:
            from cchc.cli.watching import run_watch

            return run_watch(request, self._surroundings, speaking, progress, teller)
        with closing(build(request, self._surroundings(), progress.show)) as results:
            if telling.for_machines:
                return self._tell_whole("build", results, telling, progress, language)
            try:
                return teller.tell(results, self.started)
            finally:
                progress.hide()

    def validate(
        self,
        *,
        operands: tuple[str, ...],
        templates: Path | None,
        telling: Telling,
        write_baseline: bool,
        jobs: int | None = None,
        fixing: Fixing | None = None,
    ) -> int:
        """Check plans, once mended where ``fixing`` is asked for, and report each. Returns the exit code.

        What goes into the baseline is known from then on, so it makes no run fail.
        """
        from cchc.pipeline.outcomes import PlanOutcome
        from cchc.pipeline.rules import rules_of_meaning
        from cchc.pipeline.validating import validate
        from cchc.report.progress import Progress
        from cchc.report.reporter import Reporter
        from cchc.report.summary import checked, remembered

        language = self._language(operands)
        progress = Progress(self.errors, language, elapsed=self._elapsed)
        reporter = Reporter(self.errors, language, quiet=telling.without_notes, before=progress.hide)
        around, folder = self._surroundings(), _absolute(templates, self.cwd)
        if fixing:
            from cchc.cli.editing import mended_and_checked
            from cchc.pipeline.fixing import FixRequest

            request = FixRequest(operands, folder, *fixing, jobs=jobs)
            results = mended_and_checked(request, around, telling, self._speaking(operands, telling.quiet), progress)
        else:
            results = validate(operands, around, folder, progress.show, write_baseline=write_baseline, jobs=jobs)
        if write_baseline:
            telling = telling._replace(fail_on=Severity.ERROR)
        with closing(results):
            if telling.for_machines:
                return self._tell_whole("validate", results, telling, progress, language)
            try:
                for result in results:
                    reporter.report(result.diagnostics)
                    if not isinstance(result, PlanOutcome):
                        progress.hide()
                        if not telling.quiet:
                            rules = len(rules_of_meaning())
                            found = checked(result.plans, rules, tuple(reporter.said), result.all_known(), language)
                            self.output.print([found])
                            if result.baseline:
                                self.output.print([remembered(self._shown(result.baseline), language)])
                        return result.code_from(telling.fail_on)
            finally:
                progress.hide()
        raise AssertionError(_NO_OUTCOME)

    def format(self, *, operands: tuple[str, ...], check: bool, diff: bool, quiet: bool) -> int:
        """Bring plans into house style, or say which are not. Returns the exit code."""
        from cchc.cli.editing import run_format

        return run_format(operands, self._surroundings(), self._speaking(operands, quiet), check=check, diff=diff)

    def diff(self, asked: "Asked") -> int:
        """Compare two plans and tell what changed. Returns the exit code, as diff(1) does."""
        from cchc.cli.differing import run_diff

        file, templates = _absolute(asked.file, self.cwd), _absolute(asked.templates, self.cwd)
        speaking = self._speaking((asked.old, asked.new), quiet=False)
        return run_diff(asked._replace(file=file, templates=templates), self._surroundings(), speaking, self._width())

    def diff_for_git(self, arguments: tuple[str, ...]) -> int:
        """Tell git what changed in a file. Returns 0 whatever happens.

        git tells the columns of the terminal behind its pager in COLUMNS.
        """
        from cchc.cli.differing import run_git_diff

        width = self._width() or self._chosen_width()
        return run_git_diff(arguments, self._surroundings(), self._speaking((), quiet=False), width)

    def _tell_whole(
        self,
        command: str,
        results: "Iterable[PlanOutcome | Outcome]",
        telling: Telling,
        progress: "Progress",
        language: Language,
    ) -> int:
        """Carry ``results`` out and write them in a format for machines: nothing else may stand on the output."""
        from cchc.pipeline.outcomes import Outcome

        try:
            outcome = next(result for result in results if isinstance(result, Outcome))
        finally:
            progress.hide()
        self.output.write(formatted(telling, command, outcome, language, self.cwd))
        return outcome.code_from(telling.fail_on)

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

    def roll(self, plan_id: str, source: str, answers: Mapping[str, str]) -> int:
        """Write the plan ``plan_id`` of the next period, made out of the plan ``source``. Returns the exit code."""
        from datetime import date

        from cchc.cli.rolling import run_roll
        from cchc.pipeline.rolling import Rolling

        asked = Rolling(plan_id, source, date.today(), **answers)
        return run_roll(asked, self._surroundings(), self._speaking((source,), quiet=False), self._shown)

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

    def export(
        self,
        *,
        operands: tuple[str, ...],
        formats: tuple[str, ...],
        out: Path | None,
        templates: Path | None,
        draft: bool,
        force: bool,
        quiet: bool,
    ) -> int:
        """Write tables of plans and report what they hold. Returns the exit code."""
        from cchc.cli.exporting import run_export
        from cchc.pipeline.export_files import FORMATS
        from cchc.pipeline.exporting import ExportRequest
        from cchc.report.progress import Progress

        request = ExportRequest(
            operands,
            tuple(name for name in FORMATS if name in formats),
            _absolute(out, self.cwd),
            _absolute(templates, self.cwd),
            draft,
            force,
        )
        speaking = self._speaking(operands, quiet)
        progress = Progress(self.errors, speaking.language, elapsed=self._elapsed)
        return run_export(request, self._surroundings(), speaking, progress, self._shown)

    def schema(self, file: Path | None, of: str) -> int:
        """Print the JSON Schema of plans or of one of our documents, or write it to ``file``. Returns the exit code."""
        from cchc.pipeline.outcomes import Outcome
        from cchc.pipeline.schemas import schema_text, write_text
        from cchc.report.beginning import schema_line
        from cchc.report.reporter import Reporter

        language = self._language(())
        if of == "diagnostics":
            from cchc.report.json_document import json_schema

            outcome, text = Outcome(), json_schema()
        elif of == "diff":
            from cchc.report.differences.json_document import differences_schema

            outcome, text = Outcome(), differences_schema()
        else:
            outcome, text = schema_text(self._surroundings())
        refreshed = None
        if file is None:
            self.output.write(text)
        elif text:
            outcome, refreshed = write_text(self.cwd / file, text)
        Reporter(self.errors, language, quiet=False).report(outcome.all_diagnostics())
        if file and refreshed:
            self.output.print([schema_line(self._shown(self.cwd / file), refreshed, language)])
        return outcome.exit_code

    def explain(self, names: tuple[str, ...], *, as_json: bool) -> None:
        """Print the rules with ``names``, or the list of all. Raises UnknownRuleError."""
        from cchc import __version__
        from cchc.cli.explaining import rules_called
        from cchc.pipeline.rules import HEADINGS, all_rules, families, rules_of_meaning
        from cchc.report.explaining import rule_lines, rule_list, rules_document

        rules = rules_called(names, all_rules()) if names else all_rules()
        language = self._language(())
        if as_json:
            self.output.write(rules_document(rules, HEADINGS, __version__))
        elif not names:
            self.output.print(rule_list(families(), HEADINGS, language, self._width()))
        else:
            meaning = rules_of_meaning()
            for index, rule in enumerate(rules):
                self.output.print([[]] * bool(index))
                drafted, in_plans = rule in meaning, rule in meaning or rule.code[0] in "YS"
                self.output.print(rule_lines(rule, language, drafted=drafted, in_plans=in_plans))

    def rule_codes(self) -> tuple[str, ...]:
        """The codes of all rules, for completion."""
        from cchc.pipeline.rules import all_rules

        return tuple(rule.code for rule in all_rules())

    def plan_ids(self) -> tuple[str, ...]:
        """The ids of the project's plans, for completion."""
        from cchc.pipeline.projects import plan_ids

        return plan_ids(self._surroundings())

    def _width(self) -> int | None:
        """The columns of the terminal behind the output; None where nobody looks, and lines need not be cut."""
        if not self.output.is_terminal:
            return None
        chosen = self._chosen_width()
        if chosen is not None:
            return chosen
        try:
            return os.get_terminal_size(sys.stdout.fileno()).columns or _USUAL_WIDTH
        except (OSError, ValueError):
            return _USUAL_WIDTH

    def _chosen_width(self) -> int | None:
        """The columns that the environment tells; None where it tells none."""
        chosen = self.environ.get("COLUMNS", "")
        return int(chosen[:6]) or None if chosen.isascii() and chosen.isdigit() else None

    def _speaking(self, operands: tuple[str, ...], quiet: bool) -> "Speaking":
        from cchc.cli.editing import Speaking

        return Speaking(self.output, self.errors, self._language(operands), quiet)

    def _elapsed(self) -> float:
        return perf_counter() - self.started

    def _surroundings(self) -> "Surroundings":
        from datetime import date

        from cchc.pipeline.outcomes import Surroundings

        return Surroundings(self.cwd, self.environ, self.platform, self.home, date.today())

    def _language(self, operands: tuple[str, ...]) -> Language:
        from cchc.pipeline.projects import language_of_project

        return self.language or language_of_project(operands, self._surroundings()) or DEFAULT

    def _shown(self, path: Path) -> str:
        return str(path.relative_to(self.cwd)) if path.is_relative_to(self.cwd) else str(path)


def _comments_in(language: Language) -> Callable[[Diagnostic], str]:
    """What gives the words of comments in ``language``."""
    from cchc.report.word_comments import comment_text

    return partial(comment_text, language=language)


def _absolute(path: Path | None, cwd: Path) -> Path | None:
    return cwd / path if path else None
