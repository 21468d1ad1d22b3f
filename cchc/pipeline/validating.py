"""``cchc validate``: every plan through all stages that need no printing, beside the plan that it carries out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cchc.diagnostics import Diagnostic
from cchc.pipeline.across import Said, differing, said_in
from cchc.pipeline.baseline import ACROSS, GONE, Baseline
from cchc.pipeline.checking import statistics
from cchc.pipeline.implemented import Readings
from cchc.pipeline.opening import open_plans
from cchc.pipeline.outcomes import Announce, Outcome, PlanOutcome, Surroundings, unannounced
from cchc.workspace.trouble import WorkspaceError


def validate(
    operands: tuple[str, ...],
    surroundings: Surroundings,
    templates: Path | None = None,
    announce: Announce = unannounced,
    *,
    write_baseline: bool = False,
) -> Iterator[PlanOutcome | Outcome]:
    """Check the plans that ``operands`` name: one PlanOutcome for each as it is done, then the Outcome of the run.

    With ``write_baseline`` everything is said, and what is found, errors left out, is known from then on.
    """
    try:
        opened = open_plans(operands, templates, surroundings)
    except WorkspaceError as error:
        yield Outcome(diagnostics=(error.diagnostic,))
        return
    baseline = Baseline(opened.baseline.path) if write_baseline else opened.baseline
    readings = Readings(opened, surroundings.cwd)
    outcomes: list[PlanOutcome] = []
    gone: list[Diagnostic] = []
    compared: list[Said] = []
    for number, file in enumerate(opened.plans, start=1):
        announce(file.id, number, len(opened.plans))
        checked, found = readings.check(file)
        if checked and len(opened.plans) > 1:
            compared.append(said_in(checked))
        held = statistics(checked, opened.registry) if checked else None
        split = baseline.split(file.id, found)
        if split.gone:
            gone.append(GONE.at(None, n=split.gone, plan=file.id))
        outcomes.append(PlanOutcome(file.id, split.fresh, held, file=file.name, known=split.known))
        yield outcomes[-1]
    split = baseline.split(ACROSS, differing(compared, opened.policy))
    outcome = Outcome(tuple(outcomes), (*opened.problems, *gone, *split.fresh), known=split.known)
    yield _with_baseline(outcome, opened.baseline, split.fresh) if write_baseline else outcome


def _with_baseline(outcome: Outcome, baseline: Baseline, across: tuple[Diagnostic, ...]) -> Outcome:
    """``outcome`` once its findings, and those ``across`` its plans, are in the baseline, or why they are not."""
    found = {plan.id: plan.diagnostics for plan in outcome.plans}
    if len(found) > 1:
        found[ACROSS] = across
    try:
        baseline.with_plans(found).write()
    except WorkspaceError as error:
        return outcome._replace(diagnostics=(*outcome.diagnostics, error.diagnostic))
    return outcome._replace(baseline=baseline.path)
