"""The diagnostics of a run, each once, with the plans of which it was said."""

from __future__ import annotations

from typing import NamedTuple

from cchc.diagnostics import Diagnostic
from cchc.pipeline.outcomes import Outcome, PlanOutcome
from cchc.workspace.trouble import is_trouble


class Finding(NamedTuple):
    """A diagnostic and what it was said of: plans share layouts and templates, and their mistakes.

    ``plans`` is empty where it belongs to none. ``trouble``: the surroundings are at fault, which makes exit code 2.
    """

    diagnostic: Diagnostic
    plans: tuple[PlanOutcome, ...]
    trouble: bool


def findings(outcome: Outcome) -> tuple[Finding, ...]:
    """What was found in a run: first what belongs to no plan, then plan by plan."""
    plans: dict[Diagnostic, list[PlanOutcome]] = {found: [] for found in outcome.diagnostics}
    for plan in outcome.plans:
        for found in dict.fromkeys(plan.diagnostics):
            plans.setdefault(found, []).append(plan)
    return tuple(Finding(found, tuple(said_of), is_trouble(found)) for found, said_of in plans.items())
