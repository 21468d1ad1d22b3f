"""A file, on the disk or in a revision, to a source text, or to the diagnostics of what keeps it from being one."""

from __future__ import annotations

from cchc.diagnostics import Diagnostic
from cchc.source import Source
from cchc.syntax.decoding import decode
from cchc.workspace.reading import Place, read_place
from cchc.workspace.trouble import WorkspaceError


def read_source(place: Place, name: str) -> tuple[Source | None, list[Diagnostic]]:
    """The text at ``place``, which messages call ``name``; None with the reason where there is none."""
    try:
        data = read_place(place)
    except WorkspaceError as error:
        return None, [error.diagnostic]
    return decode(data, name)
