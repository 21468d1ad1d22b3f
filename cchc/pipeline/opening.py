"""The beginning of every command over plans: the project found, its plans named, its templates at hand."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from cchc.diagnostics import Diagnostic
from cchc.pipeline.looks import Looks
from cchc.pipeline.outcomes import Surroundings
from cchc.pipeline.unused import unused
from cchc.workspace.operands import project_of, resolve
from cchc.workspace.projects import PlanFile, Project
from cchc.workspace.resources import template_folders


class Opened(NamedTuple):
    """What a command works on; ``problems`` speak of operands and settings, not of a plan."""

    plans: tuple[PlanFile, ...]
    problems: tuple[Diagnostic, ...]
    looks: Looks
    out: Path
    project: Project


def open_plans(operands: tuple[str, ...], templates: Path | None, surroundings: Surroundings) -> Opened:
    """The plans that ``operands`` name, with their project's looks. Raises WorkspaceError."""
    project = project_of(operands, surroundings.cwd)
    plans, problems = resolve(operands, project, surroundings.cwd)
    folders = template_folders(templates, project.templates)
    folders.names()  # a folder that cannot be listed is said before any plan is read
    looks = Looks(folders, surroundings)
    return Opened(
        plans, (*project.problems, *problems, *unused(folders, surroundings.cwd)), looks, project.out, project
    )
