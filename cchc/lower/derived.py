"""What an act need not say of itself, because the rest of the plan and the registry tell it."""

from __future__ import annotations

from datetime import date

from cchc.language.dates import NotADate, read_date
from cchc.model.act import Act
from cchc.model.plan import Plan
from cchc.registry.issuer import letterhead_lines, seat_of, symbol_of
from cchc.registry.jurisdiction import Jurisdiction, jurisdiction_of
from cchc.registry.registry import Registry


def issuer_name(plan: Plan, registry: Registry) -> str:
    """The full name of who issues the act: as typed, else that of the jurisdiction's committee."""
    if plan.act.issuer:
        return plan.act.issuer
    unit = jurisdiction(plan, registry)
    return unit.issuer if unit else ""


def derived_symbol(plan: Plan, registry: Registry) -> str | None:
    """What follows the kind's abbreviation in the symbol; None where the issuer has none that is known."""
    return symbol_of(issuer_name(plan, registry), registry, act_day(plan.act))


def derived_place(plan: Plan, registry: Registry) -> str | None:
    """The place before the date; None where nothing tells it.

    That of the unit in the issuer's own name, else of the jurisdiction, else of the unit in the name of the body above;
    a central body's is the capital.
    """
    issuer, parent, on = issuer_name(plan, registry), plan.act.parent or "", act_day(plan.act)
    own, above = _unit_of(issuer, registry, on), _unit_of(parent, registry, on)
    unit = own or jurisdiction(plan, registry) or above
    return unit.place if unit else seat_of(issuer, registry, on) or seat_of(parent, registry, on)


def act_day(act: Act) -> date | None:
    """The day of the act; None while it is not known to the day."""
    try:
        return read_date(act.date or "")
    except NotADate:
        return None


def jurisdiction(plan: Plan, registry: Registry) -> Jurisdiction | None:
    """The unit in which the plan holds; None where it names none."""
    return jurisdiction_of(plan.jurisdiction, registry, act_day(plan.act)) if plan.jurisdiction else None


def _unit_of(committee: str, registry: Registry, on: date | None) -> Jurisdiction | None:
    """The unit that the name of ``committee`` ends in; None for other bodies and where it is not named."""
    for words in letterhead_lines(committee)[1:]:
        unit = jurisdiction_of(words, registry, on)
        if unit.kind or unit.body:
            return unit
    return None
