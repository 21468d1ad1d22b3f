"""The beginning of every command over plans: the project found, its plans named, its templates at hand."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cchc.diagnostics import Diagnostic
from cchc.pipeline.baseline import Baseline, read_baseline
from cchc.pipeline.looks import Looks
from cchc.pipeline.outcomes import Surroundings
from cchc.pipeline.own_bodies import project_bodies
from cchc.pipeline.policy import Policy, policy_of
from cchc.pipeline.unused import unused
from cchc.registry.registry import Registry
from cchc.workspace.operands import project_of, resolve
from cchc.workspace.projects import PlanFile, Project
from cchc.workspace.resources import template_folders


class Opened(NamedTuple):
    """What a command works on; ``problems`` speak of operands, settings and the project's own bodies, not of a plan."""

    plans: tuple[PlanFile, ...]
    problems: tuple[Diagnostic, ...]
    looks: Looks
    out: Path
    registry: Registry
    policy: Policy
    baseline: Baseline
    today: date
    project: Project


def open_plans(operands: tuple[str, ...], templates: Path | None, surroundings: Surroundings) -> Opened:
    """The plans that ``operands`` name, with their project's looks. Raises WorkspaceError."""
    project = project_of(operands, surroundings.cwd)
    plans, problems = resolve(operands, project, surroundings.cwd)
    return open_project_around(project, plans, problems, templates, surroundings)


def open_project_around(
    project: Project,
    plans: tuple[PlanFile, ...],
    problems: Iterable[Diagnostic],
    templates: Path | None,
    surroundings: Surroundings,
) -> Opened:
    """``project`` with its looks, for work on ``plans``, in whose naming were ``problems``. Raises WorkspaceError."""
    folders = template_folders(templates, project.templates)
    folders.names()  # a folder that cannot be listed is said before any plan is read
    looks = Looks(folders, surroundings)
    bodies = project_bodies(project.plans, surroundings.cwd)
    policy, refusals = policy_of(project.settings.rules)
    baseline, unreadable = read_baseline(project)
    of_project = (*project.problems, *refusals, *unreadable)
    said = (*of_project, *problems, *bodies.diagnostics, *unused(folders, surroundings.cwd))
    judged = tuple(policy.judged(said))
    return Opened(plans, judged, looks, project.out, bodies.registry, policy, baseline, surroundings.today, project)
