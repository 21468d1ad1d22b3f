"""``cchc validate``: every plan through all stages that need no printing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cchc.checks.cited_acts import compare_plans
from cchc.checks.stated import Stated
from cchc.pipeline.checking import check_file, statistics
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
    outcomes: list[PlanOutcome] = []
    cited: list[tuple[Stated, ...]] = []
    for number, file in enumerate(opened.plans, start=1):
        announce(file.id, number, len(opened.plans))
        checked, found = check_file(file, opened.looks, surroundings.today)
        held = statistics(checked, shipped_registry()) if checked else None
        if checked:
            cited.append(checked.stated())
        outcomes.append(PlanOutcome(file.id, found, held))
        yield outcomes[-1]
    yield Outcome(tuple(outcomes), (*opened.problems, *compare_plans(cited)))
