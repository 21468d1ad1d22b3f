"""All families of rules, and the run over them."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.checks import Check
from cchc.checks.figures import NO_SENTENCE, check_figures
from cchc.checks.numbering import check_numbering
from cchc.checks.references import DEAD_REFERENCE, check_references
from cchc.checks.schedule import HALF, check_schedule
from cchc.diagnostics import Diagnostic
from cchc.model.plan import Plan
from cchc.source import SourceMap

FAMILIES: tuple[Check, ...] = (check_numbering, check_references, check_schedule, check_figures)

OF_ABSENCE = frozenset({DEAD_REFERENCE.code, NO_SENTENCE.code, HALF.code})
"""Rules that say what is missing elsewhere: pointless on a plan of which parts could not be read."""


def check(plan: Plan, places: SourceMap) -> Iterator[Diagnostic]:
    """Everything that the rules find in ``plan``, family by family."""
    for family in FAMILIES:
        yield from family(plan, places)
