"""``cchc diff``: the two plans that are named, and what changed between them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from cchc.compare.comparison import Comparison
from cchc.compare.entries import comparison
from cchc.compare.plan_side import Compared
from cchc.diagnostics import Diagnostic, Severity
from cchc.diff.facts import Differences
from cchc.diff.plans import differences
from cchc.pipeline.checking import Checked
from cchc.pipeline.outcomes import Surroundings
from cchc.pipeline.sides import Edition, Sides, open_sides
from cchc.workspace.trouble import WorkspaceError


class Comparing(NamedTuple):
    """What came of a comparison.

    ``comparison`` and ``differences`` are absent where one of the plans cannot be read; ``diagnostics`` say why.
    ``sides`` are for whoever prints the plans, absent where the project itself could not be read.
    """

    comparison: Comparison | None
    diagnostics: tuple[Diagnostic, ...]
    sides: Sides | None = None
    differences: Differences | None = None


def compare(old: str, new: str, surroundings: Surroundings, templates: Path | None = None) -> Comparing:
    """What changed from the plan ``old`` to the plan ``new``; each is an id, a path or a revision."""
    try:
        sides = open_sides(old, new, surroundings, templates)
    except WorkspaceError as error:
        return Comparing(None, (error.diagnostic,))
    return compared(sides)


def compared(sides: Sides) -> Comparing:
    """The comparison of two plans that are read."""
    said = _why_not(sides)
    if sides.comparable is None or sides.old is None or sides.new is None:
        return Comparing(None, said, sides)
    was, now = sides.comparable
    registry = sides.new.opened.registry
    found = differences(was.plan, now.plan, registry)
    told = comparison(_compared(sides.old, was), _compared(sides.new, now), found, registry)
    return Comparing(told, said, sides, found)


def _compared(edition: Edition, checked: Checked) -> Compared:
    context = checked.context
    return Compared(edition.id, edition.name, checked.plan, checked.places, checked.layouts, checked.rows, context.day)


def _why_not(sides: Sides) -> tuple[Diagnostic, ...]:
    """What is told beside the differences: what was not found, and the errors of a plan that could not be read.

    What else is wrong with the plans is for ``cchc validate`` to tell.
    """
    errors = (
        found
        for edition in (sides.old, sides.new)
        if edition is not None and edition.checked is None
        for found in edition.diagnostics
        if found.severity is Severity.ERROR
    )
    return (*sides.problems, *errors)
