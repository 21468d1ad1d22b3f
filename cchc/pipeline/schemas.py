"""``cchc schema``: the JSON Schema of plans, as text or in a file."""

from __future__ import annotations

from pathlib import Path

from cchc.model.schema import as_text
from cchc.pipeline.outcomes import Outcome
from cchc.workspace.creating import Refreshed, refresh
from cchc.workspace.trouble import WorkspaceError

SCHEMA = "_schema.json"
"""The name of the schema beside plans: no plan's, since it begins with ``_``."""


def schema_text() -> str:
    """The schema of this version of the program."""
    return as_text()


def write_schema(path: Path) -> tuple[Outcome, Refreshed | None]:
    """Make ``path`` hold the schema, whole: how it came to, or None and what kept it from being written."""
    try:
        return Outcome(), refresh(path, as_text().encode("utf-8"))
    except WorkspaceError as error:
        return Outcome(diagnostics=(error.diagnostic,)), None
