"""A file on the disk to a source text, or to the diagnostics of what keeps it from being one."""

from __future__ import annotations

from pathlib import Path

from cchc.diagnostics import Diagnostic
from cchc.source import Source
from cchc.syntax.decoding import decode
from cchc.workspace.reading import read_file
from cchc.workspace.trouble import WorkspaceError


def read_source(path: Path, name: str) -> tuple[Source | None, list[Diagnostic]]:
    """The text of ``path``, which messages call ``name``; None with the reason where there is none."""
    try:
        data = read_file(path)
    except WorkspaceError as error:
        return None, [error.diagnostic]
    return decode(data, name)
