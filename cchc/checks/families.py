"""All families of rules, and the run over them."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.checks import Check
from cchc.checks.act import NO_ISSUER, NO_LONGER, NOT_DERIVED, check_act
from cchc.checks.agencies import check_names
from cchc.checks.amounts import check_amounts
from cchc.checks.announced import ABSENT, NO_ARTICLE, OTHER_NAME, UNANNOUNCED, check_announced
from cchc.checks.arithmetic import check_arithmetic
from cchc.checks.articles import CARRIES_NOTHING, check_articles
from cchc.checks.backwards import check_backwards
from cchc.checks.bases import check_bases
from cchc.checks.capitals import check_capitals
from cchc.checks.citations import check_citations
from cchc.checks.cited_acts import check_cited_acts
from cchc.checks.cited_days import LATER, check_cited_days
from cchc.checks.columns import check_columns
from cchc.checks.context import Context
from cchc.checks.coverage import NO_OBJECTIVE, NO_TASK, NOT_SERVED, check_coverage
from cchc.checks.deadlines import OVER_BEFORE_ACT, PASSED, STARTS_BEFORE_ACT, check_deadlines
from cchc.checks.declared import OTHER_YEAR, check_declared
from cchc.checks.duplicates import check_duplicates
from cchc.checks.duty_lists import LEADS_NOTHING, NO_DUTIES, check_duty_lists
from cchc.checks.figures import NO_SENTENCE, check_figures
from cchc.checks.footnotes import NO_NOTE, check_footnotes
from cchc.checks.form import check_form
from cchc.checks.gone_in_text import GONE_IN_TEXT, check_gone_in_text
from cchc.checks.headings import check_headings
from cchc.checks.implemented import OTHER_YEARS, check_implemented
from cchc.checks.kpis import check_kpis
from cchc.checks.leads import NO_LEAD, check_leads
from cchc.checks.letterhead import check_letterhead
from cchc.checks.letters import check_letters
from cchc.checks.misspelled import check_misspelled
from cchc.checks.other_province import check_other_province
from cchc.checks.other_year import check_other_year
from cchc.checks.percentages import check_percentages
from cchc.checks.phrases import ANOTHER_YEAR, WHICH_YEAR, check_phrases
from cchc.checks.plan_name import OTHER_PLAN_NAME, check_plan_name
from cchc.checks.products import check_products
from cchc.checks.prose_figures import OTHER_POINTS, OTHER_TOTAL, check_prose_figures
from cchc.checks.references import DEAD_REFERENCE, SERVES_NOTHING, check_references
from cchc.checks.repeated import check_repeated
from cchc.checks.reporting import TOO_EARLY, TOO_LATE, check_reports
from cchc.checks.scale import check_scale
from cchc.checks.schedule import ENDS_BEFORE, HALF, MONTH_BEFORE, OUTSIDE, YEAR_MISSING, check_schedule
from cchc.checks.scores import NOT_A_HUNDRED, check_scores
from cchc.checks.signature import check_signature
from cchc.checks.signing import COLLECTIVE, NO_OFFICE, check_signing
from cchc.checks.spacing import check_spacing
from cchc.checks.spellings import check_spellings
from cchc.checks.succession import ENDS_BEFORE_TASK, GONE, TO_COME, check_succession
from cchc.checks.times_in_prose import check_times_in_prose
from cchc.checks.typed import check_typed
from cchc.checks.typed_cells import check_typed_cells
from cchc.checks.wording import check_wording
from cchc.diagnostics import Diagnostic

FAMILIES: tuple[Check, ...] = (
    *(check_act, check_articles, check_signing),
    *(check_schedule, check_phrases, check_times_in_prose, check_deadlines, check_reports),
    *(check_references, check_figures, check_footnotes),
    *(check_typed, check_typed_cells),
    *(check_columns, check_declared, check_arithmetic),
    *(check_names, check_misspelled, check_succession, check_gone_in_text, check_other_province, check_products),
    *(check_leads, check_spellings, check_duty_lists),
    *(check_duplicates, check_repeated),
    *(check_scores, check_amounts, check_scale, check_percentages, check_prose_figures),
    *(check_kpis, check_backwards, check_implemented, check_coverage),
    *(check_form, check_signature, check_letterhead, check_headings),
    *(check_letters, check_spacing, check_wording, check_capitals, check_other_year),
    *(check_citations, check_cited_acts, check_cited_days, check_bases, check_plan_name, check_announced),
)

LEANING = frozenset(
    rule.code
    for rule in (
        *(NO_ISSUER, NOT_DERIVED, CARRIES_NOTHING, NO_OFFICE, COLLECTIVE),
        *(DEAD_REFERENCE, NO_NOTE, SERVES_NOTHING, NO_SENTENCE, HALF, YEAR_MISSING, ENDS_BEFORE, OTHER_YEAR),
        *(NO_LEAD, LEADS_NOTHING, NO_DUTIES),
        *(NO_TASK, NO_OBJECTIVE, NOT_SERVED),
        *(NOT_A_HUNDRED, OTHER_TOTAL, OTHER_POINTS),
        *(ABSENT, UNANNOUNCED, OTHER_NAME, NO_ARTICLE, OTHER_PLAN_NAME),
    )
)
"""Rules that lean on other parts of a plan: pointless where parts could not be read."""

DATED = frozenset(
    rule.code
    for rule in (
        *(MONTH_BEFORE, OUTSIDE, ANOTHER_YEAR, WHICH_YEAR, TOO_EARLY, TOO_LATE),
        *(OVER_BEFORE_ACT, STARTS_BEFORE_ACT, PASSED),
        *(GONE, GONE_IN_TEXT, TO_COME, ENDS_BEFORE_TASK, NO_LONGER, LATER, OTHER_YEARS),
    )
)
"""Rules that compare with the years or the day of a plan: pointless where these could not be read."""


def check(context: Context) -> Iterator[Diagnostic]:
    """Everything that the rules find in a plan, family by family. Tables whose layout is not there are passed over."""
    for family in FAMILIES:
        yield from family(context)
