"""The commands that change plans: ``validate --fix`` and ``fmt``."""

from collections.abc import Generator
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from cchc.cli.telling import Telling
from cchc.diagnostics import Language
from cchc.pipeline.outcomes import Outcome, PlanOutcome, Surroundings
from cchc.report.console import Console
from cchc.report.progress import Progress
from cchc.report.reporter import Reporter

if TYPE_CHECKING:
    from cchc.pipeline.fixing import FixRequest

_NO_OUTCOME = "a run ends with its outcome"


class Speaking(NamedTuple):
    """Where and how a command speaks."""

    output: Console
    errors: Console
    language: Language
    quiet: bool


def mended_and_checked(
    request: "FixRequest", surroundings: Surroundings, telling: Telling, speaking: Speaking, progress: Progress
) -> Generator[PlanOutcome | Outcome, None, None]:
    """Mend plans and say what was mended; give on what a check says of them then.

    The lines about it stand on the output, where people read it, and beside it where a program does.
    """
    from cchc.pipeline.fixing import Fixed, fix
    from cchc.report.editing import differences, fixed

    output = speaking.errors if telling.for_machines else speaking.output
    with closing(fix(request, surroundings, progress.show)) as results:
        for result in results:
            if not isinstance(result, Fixed):
                yield result
                continue
            progress.hide()
            if request.dry:
                output.print(differences(result.name, result.before, result.after))
            if not speaking.quiet:
                counts = (result.made, result.waiting, result.refused)
                output.print(fixed(result.id, result.name, counts, speaking.language, dry=request.dry))


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
