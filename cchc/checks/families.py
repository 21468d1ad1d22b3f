"""All families of rules, and the run over them."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.checks import Check
from cchc.checks.figures import check_figures
from cchc.checks.references import check_references
from cchc.checks.schedule import check_schedule
from cchc.diagnostics import Diagnostic
from cchc.model.plan import Plan
from cchc.source import SourceMap

FAMILIES: tuple[Check, ...] = (check_references, check_schedule, check_figures)


def check(plan: Plan, places: SourceMap) -> Iterator[Diagnostic]:
    """Everything that the rules find in ``plan``, family by family."""
    for family in FAMILIES:
        yield from family(plan, places)
