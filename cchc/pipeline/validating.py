"""``cchc validate``: every plan through all stages that need no printing, beside the plan that it carries out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cchc.pipeline.checking import statistics
from cchc.pipeline.implemented import Readings
from cchc.pipeline.opening import open_plans
from cchc.pipeline.outcomes import Announce, Outcome, PlanOutcome, Surroundings, unannounced
from cchc.registry.registry import shipped_registry
from cchc.workspace.trouble import WorkspaceError


def validate(
    operands: tuple[str, ...],
    surroundings: Surroundings,
    templates: Path | None = None,
    announce: Announce = unannounced,
) -> Iterator[PlanOutcome | Outcome]:
    """Check the plans that ``operands`` name: one PlanOutcome for each as it is done, then the Outcome of the run."""
    try:
        opened = open_plans(operands, templates, surroundings)
    except WorkspaceError as error:
        yield Outcome(diagnostics=(error.diagnostic,))
        return
    readings = Readings(opened.looks, surroundings, opened.project)
    outcomes: list[PlanOutcome] = []
    for number, file in enumerate(opened.plans, start=1):
        announce(file.id, number, len(opened.plans))
        checked, found = readings.check(file)
        held = statistics(checked, shipped_registry()) if checked else None
        outcomes.append(PlanOutcome(file.id, found, held))
        yield outcomes[-1]
    yield Outcome(tuple(outcomes), opened.problems)
