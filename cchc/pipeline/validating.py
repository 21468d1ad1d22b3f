"""``cchc validate``: every plan through all stages that need no printing, beside the plan that it carries out."""

from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from cchc.diagnostics import Diagnostic
from cchc.pipeline.across import Said, differing
from cchc.pipeline.baseline import ACROSS, GONE, Baseline
from cchc.pipeline.checking import Checked, statistics
from cchc.pipeline.implemented import Readings
from cchc.pipeline.opening import Opened, open_plans
from cchc.pipeline.outcomes import Announce, Outcome, PlanOutcome, Surroundings, unannounced
from cchc.workspace.projects import PlanFile
from cchc.workspace.trouble import WorkspaceError


class Examination(NamedTuple):
    """What a run examines, and how: ``jobs`` as in ``validate``."""

    opened: Opened
    surroundings: Surroundings
    templates: Path | None
    jobs: int | None


class Examined(NamedTuple):
    """What was found in a plan, before what is known of it is left out, and what it says that others may contradict."""

    outcome: PlanOutcome
    said: Said | None = None


def validate(
    operands: tuple[str, ...],
    surroundings: Surroundings,
    templates: Path | None = None,
    announce: Announce = unannounced,
    *,
    write_baseline: bool = False,
    jobs: int | None = None,
) -> Generator[PlanOutcome | Outcome, None, None]:
    """Check the plans that ``operands`` name: one PlanOutcome for each as it is done, then the Outcome of the run.

    With ``write_baseline`` everything is said, and what is found, errors left out, is known from then on. ``jobs`` is
    how many processes are at work, and absent where the program is to choose.
    """
    try:
        opened = open_plans(operands, templates, surroundings)
    except WorkspaceError as error:
        yield Outcome(diagnostics=(error.diagnostic,))
        return
    baseline = Baseline(opened.baseline.path) if write_baseline else opened.baseline
    outcomes: list[PlanOutcome] = []
    problems = [*opened.problems]
    gone: list[Diagnostic] = []
    compared: list[Said] = []
    examination = Examination(opened, surroundings, templates, jobs)
    with closing(_each(examination, announce, problems.append)) as results:
        for whole, said in results:
            split = baseline.split(whole.id, whole.diagnostics)
            if split.gone:
                gone.append(GONE.at(None, n=split.gone, plan=whole.id))
            if said:
                compared.append(said)
            outcomes.append(whole._replace(diagnostics=split.fresh, known=split.known))
            yield outcomes[-1]
    split = baseline.split(ACROSS, differing(compared, opened.policy))
    outcome = Outcome(tuple(outcomes), (*problems, *gone, *split.fresh), known=split.known)
    yield _with_baseline(outcome, opened.baseline, split.fresh) if write_baseline else outcome


def _each(
    examination: Examination, announce: Announce, say: Callable[[Diagnostic], object]
) -> Generator[Examined, None, None]:
    """What is found in each plan. One alone needs no comparison and no other processes."""
    opened = examination.opened
    if len(opened.plans) > 1:
        from cchc.pipeline.validating_many import examine_many

        yield from examine_many(examination, announce, say)
        return
    for file in opened.plans:
        announce(file.id, 1, 1)
        yield Examined(found_in(file, Readings(opened, examination.surroundings.cwd), opened)[0])


def found_in(file: PlanFile, readings: Readings, opened: Opened) -> tuple[PlanOutcome, Checked | None]:
    """What is found in the plan of ``file``, and the plan itself where it could be read."""
    checked, found = readings.check(file)
    held = statistics(checked, opened.registry) if checked else None
    return PlanOutcome(file.id, found, held, file=file.name), checked


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
