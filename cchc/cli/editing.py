"""The commands that change plans: ``validate --fix`` and ``fmt``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from cchc.diagnostics import Language
from cchc.pipeline.fixing import FixRequest
from cchc.pipeline.outcomes import Outcome, Surroundings
from cchc.report.console import Console
from cchc.report.progress import Progress
from cchc.report.reporter import Reporter

_NO_OUTCOME = "a run ends with its outcome"


class Speaking(NamedTuple):
    """Where and how a command speaks; ``elapsed`` gives the seconds since the run began."""

    output: Console
    errors: Console
    language: Language
    quiet: bool
    elapsed: Callable[[], float]


def run_fix(request: FixRequest, surroundings: Surroundings, speaking: Speaking) -> int:
    """Mend plans, say what was mended and what is left. Returns the exit code."""
    from cchc.pipeline.fixing import fix
    from cchc.report.editing import differences, fixed
    from cchc.report.summary import checked

    output, language = speaking.output, speaking.language
    reporter = Reporter(speaking.errors, language, quiet=speaking.quiet)
    with _progress(speaking) as progress:
        for result in fix(request, surroundings, progress.show):
            progress.hide()
            if isinstance(result, Outcome):
                reporter.report(result.diagnostics)
                if not speaking.quiet:
                    output.print([checked(len(result.plans), tuple(reporter.said), language)])
                return result.exit_code
            reporter.report(result.outcome.diagnostics)
            if request.dry:
                output.print(differences(result.name, result.before, result.after))
            if not speaking.quiet:
                counts = (result.made, result.waiting, result.refused)
                output.print(fixed(result.outcome.id, result.name, counts, language, dry=request.dry))
    raise AssertionError(_NO_OUTCOME)


def run_format(
    operands: tuple[str, ...], surroundings: Surroundings, speaking: Speaking, *, check: bool, diff: bool
) -> int:
    """Format plans, or with ``check`` or ``diff`` say which would change. Returns the exit code."""
    from cchc.pipeline.formatting import format_plans
    from cchc.report.editing import differences, formatted, formatting_done

    output, language, checking = speaking.output, speaking.language, check or diff
    reporter = Reporter(speaking.errors, language, quiet=speaking.quiet)
    changed = 0
    for result in format_plans(operands, surroundings, write=not checking):
        if isinstance(result, Outcome):
            reporter.report(result.diagnostics)
            if not speaking.quiet and result.plans:
                output.print([formatting_done(changed, len(result.plans), language, checking=checking)])
            return result.exit_code or (1 if checking and changed else 0)
        reporter.report(result.outcome.diagnostics)
        if not result.differs:
            continue
        changed += 1
        if diff:
            output.print(differences(result.name, result.before, result.after))
        if not speaking.quiet:
            output.print([formatted(result.outcome.id, result.name, language, checking=checking)])
    raise AssertionError(_NO_OUTCOME)


@contextmanager
def _progress(speaking: Speaking) -> Iterator[Progress]:
    progress = Progress(speaking.errors, speaking.language, elapsed=speaking.elapsed)
    try:
        yield progress
    finally:
        progress.hide()
