"""All families of rules, and the run over them."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.checks import Check
from cchc.checks.act import NO_ISSUER, NOT_DERIVED, check_act
from cchc.checks.announced import ABSENT, NO_ARTICLE, OTHER_NAME, UNANNOUNCED, check_announced
from cchc.checks.arithmetic import check_arithmetic
from cchc.checks.articles import CARRIES_NOTHING, check_articles
from cchc.checks.bases import check_bases
from cchc.checks.citations import check_citations
from cchc.checks.cited_acts import check_cited_acts
from cchc.checks.cited_days import check_cited_days
from cchc.checks.columns import check_columns
from cchc.checks.context import Context
from cchc.checks.declared import check_declared
from cchc.checks.figures import NO_SENTENCE, check_figures
from cchc.checks.footnotes import NO_NOTE, check_footnotes
from cchc.checks.plan_name import OTHER_PLAN_NAME, check_plan_name
from cchc.checks.references import DEAD_REFERENCE, SERVES_NOTHING, check_references
from cchc.checks.schedule import ENDS_BEFORE, HALF, YEAR_MISSING, check_schedule
from cchc.checks.signing import COLLECTIVE, NO_OFFICE, check_signing
from cchc.checks.typed import check_typed
from cchc.checks.typed_cells import check_typed_cells
from cchc.diagnostics import Diagnostic

FAMILIES: tuple[Check, ...] = (
    *(check_act, check_articles, check_signing),
    *(check_references, check_schedule, check_figures, check_footnotes),
    *(check_typed, check_typed_cells),
    *(check_columns, check_declared, check_arithmetic),
    *(check_citations, check_cited_acts, check_cited_days, check_bases, check_plan_name, check_announced),
)

LEANING = frozenset(
    rule.code
    for rule in (
        *(NO_ISSUER, NOT_DERIVED, CARRIES_NOTHING, NO_OFFICE, COLLECTIVE),
        *(DEAD_REFERENCE, NO_NOTE, SERVES_NOTHING, NO_SENTENCE, HALF, YEAR_MISSING, ENDS_BEFORE),
        *(ABSENT, UNANNOUNCED, OTHER_NAME, NO_ARTICLE, OTHER_PLAN_NAME),
    )
)
"""Rules that lean on other parts of a plan: pointless where parts could not be read."""


def check(context: Context) -> Iterator[Diagnostic]:
    """Everything that the rules find in a plan, family by family. Tables whose layout is not there are passed over."""
    for family in FAMILIES:
        yield from family(context)
