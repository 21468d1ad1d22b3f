"""Building the plans of a run of several: those that have changed, by several processes where that is worth it."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import NamedTuple

from cchc.diagnostics import Diagnostic
from cchc.pipeline.building import Builder
from cchc.pipeline.excerpts import by_themselves
from cchc.pipeline.many import Do, Work, done
from cchc.pipeline.opening import open_project_around
from cchc.pipeline.outcomes import Announce, BuildRequest, PlanOutcome, Surroundings
from cchc.pipeline.remembering import Inputs, Memory
from cchc.workspace.projects import PlanFile, Project
from cchc.workspace.publishing import sweep


class _Built(NamedTuple):
    """What became of a plan, and the digest of what decided it; empty where that changed meanwhile."""

    outcome: PlanOutcome
    inputs: str = ""


def build_many(
    builder: Builder, announce: Announce, say: Callable[[Diagnostic], object]
) -> Generator[PlanOutcome, None, None]:
    """What becomes of each plan of ``builder``, in their order. ``say`` is told what concerns none of them."""
    files = builder.opened.plans
    if builder.request.annotate:
        # A reviewer is told of other plans too, so no plan stands for itself.
        work = Work(partial(_reviewed, builder), _nobody, _failed)
        yield from (built.outcome for built in done(work, files, jobs=1, announce=announce, say=say))
        return
    memory = Memory(builder)
    known = {} if builder.request.force else {file: memory.outcome(file) for file in files}
    left = [file for file in files if known.get(file) is None]
    for folder in {builder.out.joinpath(*file.id.split("/")[:-1]) for file in left}:
        sweep(folder)
    project, out = builder.opened.project, builder.out
    around = builder.surroundings._replace(environ=dict(builder.surroundings.environ))
    elsewhere = partial(_elsewhere, builder.request, around, project, out, memory.inputs.run)
    work = Work(partial(_built, builder, memory.inputs), elsewhere, _failed)
    with closing(done(work, left, jobs=builder.request.jobs, announce=announce, say=say)) as results:
        for file in files:
            former = known.get(file)
            if former:
                yield former
                continue
            outcome, inputs = next(results)
            memory.keep(outcome, inputs)
            yield outcome
    memory.tidy()


def _elsewhere(request: BuildRequest, surroundings: Surroundings, project: Project, out: Path, run: str) -> Do[_Built]:
    """What another process does with each plan of a run whose shared inputs have the digest ``run``."""
    opened = open_project_around(project, (), (), request.templates, surroundings)
    return partial(_built, Builder(request, surroundings, opened, out), Inputs(run, opened.baseline))


def _built(builder: Builder, inputs: Inputs, file: PlanFile) -> _Built:
    before = inputs.of(file)
    outcome = builder.build(file)
    return _Built(_by_itself(outcome), before if inputs.of(file) == before else "")


def _reviewed(builder: Builder, file: PlanFile) -> _Built:
    return _Built(_by_itself(builder.build(file)))


def _nobody() -> Do[_Built]:
    raise NotImplementedError


def _failed(file: PlanFile, why: Diagnostic) -> _Built:
    return _Built(PlanOutcome(file.id, (why,), file=file.name))


def _by_itself(outcome: PlanOutcome) -> PlanOutcome:
    return outcome._replace(diagnostics=by_themselves(outcome.diagnostics))
