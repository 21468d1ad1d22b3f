"""``cchc schema``: the JSON Schema of a project's plans, as text or in a file."""

from __future__ import annotations

from pathlib import Path

from cchc.loader.loading import load
from cchc.model.fields import FieldDeclaration
from cchc.model.plan import Plan
from cchc.model.schema import as_text
from cchc.pipeline.looks import Looks
from cchc.pipeline.outcomes import Outcome, Surroundings
from cchc.pipeline.texts import read_source
from cchc.workspace.creating import Refreshed, refresh
from cchc.workspace.operands import project_of
from cchc.workspace.projects import is_folder, plan_files
from cchc.workspace.resources import template_folders
from cchc.workspace.trouble import WorkspaceError

SCHEMA = "_schema.json"
"""The name of the schema beside plans: no plan's, since it begins with ``_``."""


def schema_text(surroundings: Surroundings) -> tuple[Outcome, str]:
    """The schema of this version of the program, with the fields that the project's layouts add to rows."""
    try:
        return Outcome(), as_text(_declared(surroundings))
    except WorkspaceError as error:
        return Outcome(diagnostics=(error.diagnostic,)), ""


def write_schema(path: Path, surroundings: Surroundings) -> tuple[Outcome, Refreshed | None]:
    """Make ``path`` hold the schema, whole: how it came to, or None and what kept it from being written."""
    outcome, text = schema_text(surroundings)
    return write_text(path, text) if text else (outcome, None)


def write_text(path: Path, text: str) -> tuple[Outcome, Refreshed | None]:
    """Make ``path`` hold ``text``, whole; as ``write_schema``."""
    try:
        return Outcome(), refresh(path, text.encode("utf-8"))
    except WorkspaceError as error:
        return Outcome(diagnostics=(error.diagnostic,)), None


def _declared(surroundings: Surroundings) -> dict[str, FieldDeclaration]:
    """The fields of the layouts in the project's folders and inside its plans. Raises WorkspaceError.

    What cannot be read adds none; ``cchc validate`` says why.
    """
    project = project_of((), surroundings.cwd)
    looks = Looks(template_folders(None, project.templates), surroundings)
    found = dict(looks.every_declared_field())
    for file in plan_files(project.plans, surroundings.cwd) if is_folder(project.plans) else ():
        source, _ = read_source(file.path, file.name)
        plan = load(source, Plan, looks.declared_fields).judgeable if source else None
        for layout in plan.layouts.values() if plan else ():
            found |= layout.fields
    return found
