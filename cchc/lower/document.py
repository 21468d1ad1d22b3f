"""A plan, its layouts and the registry to the view of the whole document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from cchc.language.footnotes import without_notes
from cchc.lower.act import ends_document, lower_act
from cchc.lower.body import TableLowering, body_items, marked_last, paged
from cchc.lower.names import appendix_name, caption_labels
from cchc.lower.numbering import SECTION_NUMBERING
from cchc.lower.prose import ProseLowering, prose_of
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


def lower(
    plan: Plan, layouts: Mapping[str, Layout], registry: Registry, draft: Draft | None = None, *, traced: bool = False
) -> DocumentView:
    """The view that templates print.

    ``layouts`` holds every layout that the tables name (else KeyError), its years filled in. ``traced``: for a trial
    print, in which ``Anchored`` texts tell where they stand.
    """
    prose = _traced(prose_of(plan)) if traced else prose_of(plan)
    tables = TableLowering(prose, layouts, dict(caption_labels(plan)))
    act = lower_act(plan, registry, prose)
    return DocumentView(
        title=without_notes(act.subject or prose.line(plan.title or "")),
        draft=draft.mark if draft else "",
        act=act,
        plan=_lower_plan(plan, tables),
        appendices=tuple(
            AppendixView(
                name=appendix_name(index, len(plan.appendices), plan.counted.appendices),
                title=prose.line(appendix.title),
                orientation=layouts[appendix.layout].orientation,
                items=tuple(tables.items(("appendices", index), appendix)),
            )
            for index, appendix in enumerate(plan.appendices)
        ),
    )


def _traced(prose: ProseLowering) -> ProseLowering:
    # Few prints are trials, and every build starts by importing what stands at the top.
    from cchc.lower.tracing import TracedProse

    return TracedProse(*prose)


def _lower_plan(plan: Plan, tables: TableLowering) -> PlanView | None:
    if plan.title is None and not plan.body:
        return None
    prose = tables.prose
    items = (
        *prose.paragraph_lines(plan.opening),
        *body_items(plan.body, plan.counted.sections or SECTION_NUMBERING, tables),
        *prose.paragraph_lines(plan.closing),
    )
    return PlanView(
        title=prose.line(plan.title or ""),
        theme=prose.line(plan.theme or ""),
        pages=paged(marked_last(items) if ends_document(plan.act) else items),
    )
