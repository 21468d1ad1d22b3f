"""``cchc new ID --from PLAN``: asks for the unit where the old one is gone, and reports what became of the plan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cchc.cli.editing import Speaking
    from cchc.pipeline.outcomes import Surroundings
    from cchc.pipeline.rolling import Rolling


def run_roll(asked: Rolling, around: Surroundings, speaking: Speaking, shown: Callable[[Path], str]) -> int:
    """Write the plan that ``asked`` leads to. Returns the exit code.

    On a terminal it asks for the unit where that of the old plan is gone; elsewhere the old one stays and is marked.
    """
    from cchc.cli.asking import QUESTIONS, ask, can_ask
    from cchc.pipeline.outcomes import Outcome
    from cchc.pipeline.rolling import prepare, roll
    from cchc.report.reporter import Reporter
    from cchc.report.rolling import rolled_lines

    reporter = Reporter(speaking.errors, speaking.language, quiet=False)
    prepared = prepare(asked, around)
    if isinstance(prepared, Outcome):
        reporter.report(prepared.all_diagnostics())
        return prepared.exit_code
    unit = asked.jurisdiction
    if prepared.unit and can_ask(speaking.errors):
        unit = ask(QUESTIONS["jurisdiction"], prepared.unit, speaking.errors, speaking.language)
    result = roll(prepared, unit, around)
    if isinstance(result, Outcome):
        reporter.report(result.all_diagnostics())
        return result.exit_code
    reporter.report(result.outcome.all_diagnostics())
    speaking.output.print(rolled_lines(result, shown(result.path), shown(result.schema), speaking.language))
    return result.outcome.exit_code
