"""Checking the plans of a run of several, by several processes where that is worth it."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path

from cchc.diagnostics import Diagnostic
from cchc.pipeline.across import by_itself, said_in
from cchc.pipeline.excerpts import by_themselves
from cchc.pipeline.implemented import Readings
from cchc.pipeline.many import Do, Work, done
from cchc.pipeline.opening import Opened, open_project_around
from cchc.pipeline.outcomes import Announce, PlanOutcome, Surroundings
from cchc.pipeline.validating import Examination, Examined, found_in
from cchc.workspace.projects import PlanFile, Project


def examine_many(
    examination: Examination, announce: Announce, say: Callable[[Diagnostic], object]
) -> Generator[Examined, None, None]:
    """What is found in each plan of ``examination``, in their order. ``say`` is told what concerns none of them."""
    opened, surroundings, templates, jobs = examination
    around = surroundings._replace(environ=dict(surroundings.environ))
    work = Work(_examining(opened, around), partial(_elsewhere, opened.project, templates, around), _failed)
    yield from done(work, opened.plans, jobs=jobs, announce=announce, say=say)


def _elsewhere(project: Project, templates: Path | None, surroundings: Surroundings) -> Do[Examined]:
    """What another process does with each plan of ``project``."""
    return _examining(open_project_around(project, (), (), templates, surroundings), surroundings)


def _examining(opened: Opened, surroundings: Surroundings) -> Do[Examined]:
    return partial(_examined, Readings(opened, surroundings.cwd), opened)


def _examined(readings: Readings, opened: Opened, file: PlanFile) -> Examined:
    outcome, checked = found_in(file, readings, opened)
    outcome = outcome._replace(diagnostics=by_themselves(outcome.diagnostics))
    return Examined(outcome, by_itself(said_in(checked)) if checked else None)


def _failed(file: PlanFile, why: Diagnostic) -> Examined:
    return Examined(PlanOutcome(file.id, (why,), file=file.name))
