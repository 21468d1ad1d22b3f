"""``cchc diff --git``: what git hands over for a changed file, compared as plans or, where that cannot be, as texts."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from typing import NamedTuple

from cchc.compare.comparison import Comparison
from cchc.diagnostics import Diagnostic
from cchc.pipeline.comparing import compared
from cchc.pipeline.outcomes import Surroundings
from cchc.pipeline.sides import open_external_diff
from cchc.workspace.external_diff import ExternalDiff, external_diff
from cchc.workspace.trouble import WorkspaceError, shown


class GitComparing(NamedTuple):
    """What git is answered about one file.

    ``old`` and ``new`` are its names as git calls them. ``comparison`` is absent where the two are compared as
    ``texts`` (absent: one could not be read; None in it: there is no such file), and ``why`` says why, unless the file
    was added or deleted or is no plan. ``unmerged``: it is in conflict, and there are no two texts.
    """

    old: str
    new: str
    comparison: Comparison | None = None
    texts: tuple[str | None, str | None] | None = None
    why: Diagnostic | None = None
    unmerged: bool = False


def compare_for_git(arguments: Sequence[str], surroundings: Surroundings) -> GitComparing:
    """The answer to git's ``arguments``. Raises WorkspaceError where these are not git's, or the project is broken."""
    asked = external_diff(arguments)
    if asked.unmerged:
        return GitComparing(shown(asked.path), shown(asked.path), unmerged=True)
    sides = open_external_diff(asked, surroundings)
    names = shown(f"a/{asked.path}"), shown(f"b/{asked.new_path}")
    if not _is_plan(asked):
        return GitComparing(*names, texts=sides.texts)
    return GitComparing(*names, compared(sides).comparison, sides.texts, sides.why_as_text())


def _is_plan(asked: ExternalDiff) -> bool:
    """Whether the file is one of plans: names that begin with ``_`` are of what stands beside them."""
    return not posixpath.basename(asked.new_path).startswith("_")


def answer(arguments: Sequence[str], surroundings: Surroundings) -> GitComparing | Diagnostic:
    """As ``compare_for_git``; what is wrong with the arguments or the project is given, not raised."""
    try:
        return compare_for_git(arguments, surroundings)
    except WorkspaceError as error:
        return error.diagnostic
