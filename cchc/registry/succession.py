"""Whether a body exists on a day, and what took over from one that does not."""

from datetime import date
from typing import NamedTuple

from cchc.registry.facts import Body, Level
from cchc.registry.jurisdiction import proper_name
from cchc.registry.registry import Registry

FIRST_LOCAL, LAST_LOCAL = date(2025, 2, 15), date(2025, 3, 31)
"""Departments and party committees were rearranged about 1 March 2025, on days that differ from place to place."""

_BEGIN_SHARPLY: frozenset[Level] = frozenset(("province_unit", "so", "ministry", "party", "commune_kind"))
"""The levels whose first day is that of a reorganisation; one-stop centres bore their names before their decree."""


class Successors(NamedTuple):
    """What took over from a body: the ``whole`` of it or its main part, and ``parts`` of its work."""

    whole: tuple[Body, ...]
    parts: tuple[Body, ...]


def is_gone(body: Body, day: date, registry: Registry) -> bool:
    """Whether ``body`` has ended by ``day``; never where each province decides and this one has said nothing."""
    return body.valid_to is not None and body.valid_to <= day and _is_dated(body, registry)


def is_to_come(body: Body, day: date, registry: Registry) -> bool:
    """Whether ``body`` begins after ``day``, and surely so: bodies of early 2025 may have begun a little before."""
    begins = body.valid_from
    if begins is None or not _is_dated(body, registry):
        return False
    if body.id in registry.own:
        return day < begins
    if differs_locally(begins):
        begins = FIRST_LOCAL
    return day < begins and body.level in _BEGIN_SHARPLY


def ends_between(body: Body, first: date, last: date, registry: Registry) -> bool:
    """Whether ``body`` exists on ``first`` and no more on ``last``."""
    return not is_gone(body, first, registry) and is_gone(body, last, registry)


def goes_on(body: Body, registry: Registry) -> bool:
    """Whether ``body`` is a province that a larger one follows under the same name, so that nothing by it is gone."""
    if body.level != "province_unit" or body.valid_to is None:
        return False
    name = proper_name(body.name)
    return any(proper_name(registry.body(link.id).name) == name for link in body.successors)


def differs_locally(day: date) -> bool:
    """Whether the ``day`` of a change was another one in other places, by days or weeks."""
    return FIRST_LOCAL <= day <= LAST_LOCAL


def successor_on(body: Body, day: date, registry: Registry) -> Body:
    """``body``, or what took over from all of it and exists on ``day``; itself where nothing is known to."""
    after = body
    seen = {body.id}
    while after.valid_to is not None and after.valid_to <= day:
        whole = next((each for each in after.successors if not each.partial), None)
        if whole is None or whole.id in seen:
            return body
        seen.add(whole.id)
        after = registry.body(whole.id)
    return after


def successors_on(body: Body, day: date, registry: Registry) -> Successors:
    """What took over from ``body``, as it is called on ``day``."""
    links = [(link.partial, successor_on(registry.body(link.id), day, registry)) for link in body.successors]
    whole = dict.fromkeys(after for partial, after in links if not partial)
    parts = dict.fromkeys(after for partial, after in links if partial and after not in whole)
    return Successors(tuple(whole), tuple(parts))


def _is_dated(body: Body, registry: Registry) -> bool:
    """Whether the dates of ``body`` hold here."""
    return not body.optional or body.id in registry.own
