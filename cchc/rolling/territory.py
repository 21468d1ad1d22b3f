"""Units of territory that are gone on the new plan's day: an abolished level, the province of the plan itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from cchc.edit.changes import Piece
from cchc.patterns import deferred
from cchc.registry.facts import Body
from cchc.registry.jurisdiction import Jurisdiction, jurisdiction_of
from cchc.registry.registry import Registry
from cchc.registry.succession import is_gone, successor_on
from cchc.rolling.succeeding import Days

_DISTRICT_LEVEL = "cấp huyện"
_CITY = deferred(r"(?<!\w)[Tt]hành phố (?P<name>[^\W\d_]+(?: [^\W\d_]+){0,3})")


class Territory(NamedTuple):
    """The unit of the old plan, and that of the new one, where it was ``asked`` for.

    ``after`` is what took over from a unit that is gone on the new day, or another of the same name.
    """

    old: Jurisdiction
    asked: Jurisdiction | None
    after: Body | None

    @property
    def renamed(self) -> bool:
        """Whether the plan gets another unit, because somebody said so."""
        return self.asked is not None and self.asked.unit != self.old.unit


def territory(words: str | None, asked: str | None, days: Days, registry: Registry) -> Territory | None:
    """The units of a plan whose ``jurisdiction`` is ``words``; None where it has none."""
    if words is None:
        return None
    old = jurisdiction_of(words, registry, days.old)
    new = jurisdiction_of(asked, registry, days.new) if asked else None
    gone = old.body is not None and is_gone(old.body, days.new, registry)
    return Territory(old, new, successor_on(old.body, days.new, registry) if gone and old.body else None)


def unit_pieces(text: str, units: Territory) -> Iterator[Piece]:
    """Where ``text`` names the old unit with its kind ("tỉnh Đắk Nông"), with the new one."""
    if not units.renamed or units.asked is None:
        return
    for found in re.finditer(rf"(?<!\w){re.escape(units.old.unit)}(?!\w)", text):
        yield Piece(found.start(), found.end(), units.asked.unit)


def names_unit(text: str, units: Territory) -> bool:
    """Whether ``text`` names the old unit, where the new plan is of one with another name or nobody has said which."""
    stays = units.asked is not None or units.after is None or units.after.name.endswith(units.old.name)
    if stays and not units.renamed:
        return False
    return re.search(rf"(?<!\w){re.escape(units.old.name)}(?!\w)", text) is not None


def gone_levels(text: str, on: date, registry: Registry) -> tuple[str, ...]:
    """The words of ``text`` that name a level or unit which is gone ``on`` the day: "huyện", "thành phố Gia Nghĩa"."""
    pattern = _gone(on, registry)
    if pattern is None:
        return ()
    kinds = dict.fromkeys(words.lower() for words in pattern.findall(text))
    return (*kinds, *dict.fromkeys(_cities(text, _central_cities(on, registry))))


def _cities(text: str, central: frozenset[str]) -> Iterator[str]:
    """The cities of provinces that ``text`` names: units of the level of districts."""
    for found in _CITY.finditer(text):
        words = list(takewhile(lambda word: word[0].isupper(), found["name"].split(" ")))
        if words and not any(" ".join(words[:length]) in central for length in range(1, len(words) + 1)):
            yield f"thành phố {' '.join(words)}"


@lru_cache(maxsize=8)
def _central_cities(on: date, registry: Registry) -> frozenset[str]:
    provinces = (body for body in registry.bodies if body.level == "province_unit" and body.exists_on(on))
    return frozenset(jurisdiction_of(body.name, registry, on).name for body in provinces)


@lru_cache(maxsize=8)
def _gone(on: date, registry: Registry) -> re.Pattern[str] | None:
    kinds = [
        body.name.lower()
        for body in registry.bodies
        if body.level in ("district_kind", "commune_kind") and is_gone(body, on, registry)
    ]
    if not kinds:
        return None
    words = sorted({_DISTRICT_LEVEL, *kinds}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


def gone_names(text: str, days: Days, registry: Registry) -> tuple[str, ...]:
    """The bodies that ``text``, which is prose, names by their whole names and that are gone on the new day."""
    return tuple(name for name in _ended_names(days.new, registry) if _names(text, name))


def _names(text: str, name: str) -> bool:
    return name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


@lru_cache(maxsize=8)
def _ended_names(on: date, registry: Registry) -> tuple[str, ...]:
    standing = {name for body in registry.bodies if body.exists_on(on) for name in (body.name, *body.aliases)}
    # A body of a level that is gone is said by the words of its level.
    acting = (body for body in registry.bodies if not body.is_territory and body.tier != "district")
    ended = (body for body in acting if is_gone(body, on, registry))
    names = (name for body in ended for name in (body.name, *body.aliases))
    return tuple(dict.fromkeys(name for name in names if name not in standing and len(name.split()) > 1))
