"""A plan, its layouts and the registry to the view of the whole document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from cchc.lower.act import ends_document, lower_act
from cchc.lower.names import appendix_name, reference_names
from cchc.lower.numbering import SECTION_NUMBERING
from cchc.lower.prose import ProseLowering, marked_last
from cchc.lower.tables import lower_table
from cchc.lower.views import AppendixView, DocumentView, PlanView
from cchc.model.layout import Layout
from cchc.model.plan import Plan
from cchc.registry.registry import Registry

DRAFT_MARK = "DỰ THẢO"


class Draft(NamedTuple):
    """That a document is a draft, and of which round (absent: not counted)."""

    round: int | None = None

    @property
    def mark(self) -> str:
        return DRAFT_MARK if self.round is None else f"{DRAFT_MARK} (LẦN {self.round})"


def lower(plan: Plan, layouts: Mapping[str, Layout], registry: Registry, draft: Draft | None = None) -> DocumentView:
    """The view that templates print. ``layouts`` holds every layout that the appendices name (else KeyError)."""
    prose = ProseLowering(reference_names(plan))
    act = lower_act(plan, registry, prose)
    return DocumentView(
        title=act.subject or (plan.title or ""),
        draft=draft.mark if draft else "",
        act=act,
        plan=_lower_plan(plan, prose),
        appendices=tuple(
            AppendixView(
                name=appendix_name(index, len(plan.appendices)),
                title=prose.line(appendix.title),
                orientation=layouts[appendix.layout].orientation,
                table=lower_table(appendix, layouts[appendix.layout], prose),
            )
            for index, appendix in enumerate(plan.appendices)
        ),
    )


def _lower_plan(plan: Plan, prose: ProseLowering) -> PlanView | None:
    if plan.title is None and not plan.body:
        return None
    lines = (
        *prose.paragraph_lines(plan.opening),
        *prose.sections(plan.body, plan.numbering or SECTION_NUMBERING),
        *prose.paragraph_lines(plan.closing),
    )
    return PlanView(
        title=prose.line(plan.title or ""),
        theme=prose.line(plan.theme or ""),
        lines=marked_last(lines) if ends_document(plan.act) else lines,
    )
