"""What the plans of a run say of the same acts, compared once all of them were read."""

from collections.abc import Iterable
from typing import NamedTuple

from cchc.checks.cited_acts import TWO_DATES_ACROSS, compare_plans, opinions
from cchc.checks.stated import Stated
from cchc.checks.stated import stated as stated_in
from cchc.diagnostics import Diagnostic
from cchc.pipeline.checking import Checked
from cchc.pipeline.excerpts import excerpt_of, in_excerpt
from cchc.pipeline.policy import Policy, granted
from cchc.source import Span


class Said(NamedTuple):
    """What a plan says that is compared with others, and at which of these places its comments let a difference be."""

    stated: tuple[Stated, ...] = ()
    left: frozenset[Span] = frozenset()


def said_in(checked: Checked) -> Said:
    """What ``checked`` says."""
    stated = tuple(opinions(stated_in(checked.context)))
    leave = [each for each in granted(checked.source, checked.places) if each.code == TWO_DATES_ACROSS.code]
    places = (each.place for each in stated) if leave else ()
    return Said(stated, frozenset(place for place in places if any(each.reaches(place) for each in leave)))


def by_itself(said: Said) -> Said:
    """``said`` with excerpts of its plan's text."""
    excerpts = {each.span: excerpt_of(each.span.source, [each.span]) for each in said.stated}
    stated = tuple(each._replace(span=in_excerpt(each.span, excerpts[each.span])) for each in said.stated)
    left = (new.place for old, new in zip(said.stated, stated, strict=True) if old.place in said.left)
    return Said(stated, frozenset(left))


def differing(plans: Iterable[Said], policy: Policy) -> tuple[Diagnostic, ...]:
    """Where ``plans`` contradict each other, as ``policy`` and their own comments would have it."""
    plans = tuple(plans)
    left = frozenset[Span]().union(*(said.left for said in plans))
    found = policy.judged(compare_plans(said.stated for said in plans))
    return tuple(each for each in found if each.span not in left)
