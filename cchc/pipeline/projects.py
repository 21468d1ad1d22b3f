"""What a project says of itself before any of its plans is read."""

from __future__ import annotations

from cchc.diagnostics import Language
from cchc.pipeline.outcomes import Surroundings
from cchc.workspace.operands import project_of
from cchc.workspace.projects import plan_files
from cchc.workspace.trouble import WorkspaceError


def plan_ids(surroundings: Surroundings) -> tuple[str, ...]:
    """The ids of the plans around the current folder; none where they cannot be listed."""
    try:
        project = project_of((), surroundings.cwd)
        return tuple(plan.id for plan in plan_files(project.plans, surroundings.cwd))
    except WorkspaceError:
        # Completion has nobody to tell; the command itself will say what is wrong.
        return ()


def language_of_project(operands: tuple[str, ...], surroundings: Surroundings) -> Language | None:
    """The language that the project's settings ask for."""
    try:
        return project_of(operands, surroundings.cwd).settings.lang
    except WorkspaceError:
        # The command itself says what is wrong with the settings, in the default language.
        return None
