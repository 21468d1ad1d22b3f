"""What the plans of a run state of the acts that they cite, comparable across plans."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple, TypeAlias

from cchc.checks.context import Cited, Context
from cchc.checks.inside import inside
from cchc.language.folding import fold
from cchc.lower.derived import act_day, derived_symbol, issuer_name
from cchc.patterns import deferred
from cchc.registry.citation_dates import DateState, Stretch
from cchc.registry.citations import Citation
from cchc.registry.citing_bodies import is_central
from cchc.registry.jurisdiction import Jurisdiction, jurisdiction_of
from cchc.source import Span

ActKey: TypeAlias = tuple[str, ...]
"""What is one act wherever it is cited: number, year, symbol, and the unit that issues it where it is no central "
"body."""

_TYPES = {"decision": "QĐ", "plan": "KH"}
_UNIT = deferred(
    r"\b(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân)\s+"
    r"(?P<level>(?i:tỉnh|thành phố|huyện|thị xã|thị trấn|quận|xã|phường|đặc "
    r"khu))\b(?P<name>(?:\s+[^\W\d_][\w'’-]*){0,4})"
)
_PARTY = deferred(r"\b(?P<level>Tỉnh|Thành|Huyện|Thị|Quận) [uủ][ỷy](?P<name>(?:\s+[^\W\d_][\w'’-]*){0,4})")
_PARTY_LEVELS = {"tỉnh": "tỉnh", "thành": "thành phố", "huyện": "huyện", "thị": "thị xã", "quận": "quận"}


class Stated(NamedTuple):
    """One place that cites an act, or the act of a plan itself (``own``).

    ``bearer`` is the key without its type: two types of one number and issuer have it in common. ``day`` is
    absent where none is given, or one that contradicts the symbol's year. ``stretch`` of ``text`` is the date, or where
    there is none the symbol, and ``span`` the place of that text.
    """

    key: ActKey
    bearer: ActKey
    label: str
    day: date | None
    span: Span
    text: str
    stretch: Stretch
    own: bool = False

    @property
    def place(self) -> Span:
        """Where it stands."""
        return inside(self.span, self.text, self.stretch)


def stated(context: Context, own: bool = True) -> tuple[Stated, ...]:
    """What the plan states of acts: of its own first, where that is asked for, then as its file has them."""
    unit = own_unit(context)
    found = [
        _stated(cited, context, unit) for cited in context.citations if cited.citation.number or cited.citation.name
    ]
    found.sort(key=lambda each: (each.span.start, each.stretch.start))
    return (*(_own(context, unit) if own else ()), *found)


def is_slip_of(one: date, other: date, key: ActKey) -> bool:
    """Whether two days that are given for one act are a slip, and not the days of two acts.

    A number without a year begins again every year, and a Luật's name lives on: then they are one act's where the years
    are the same, or only the years differ.
    """
    return one != other and (bool(key[1]) or one.year == other.year or (one.month, one.day) == (other.month, other.day))


def reference(places: Iterable[Stated]) -> Stated:
    """The place that is most likely right: the act's own, else the first of those that most agree with."""
    held = list(places)
    days = [each.day for each in held]
    return max(held, key=lambda each: (each.own, days.count(each.day)))


def _stated(cited: Cited, context: Context, unit: str) -> Stated:
    found = cited.citation
    day = found.day if found.year in (None, found.day and found.day.year) else None
    at = found.date_at if found.dated is DateState.WHOLE else found.written
    key, bearer = keys(found, unit)
    return Stated(key, bearer, found.label, day, context.places.value(cited.path), cited.text, at)


def keys(found: Citation, unit: str) -> tuple[ActKey, ActKey]:
    """The key of the act that is cited, and that of its number and issuer; ``unit`` is the plan's own."""
    if not found.number:
        return ("law", "", fold(found.name)), ("law", "", fold(found.name))
    year, body = str(found.year or ""), found.body
    where = "" if found.type in ("QH", "UBTVQH") or is_central(body.split("-")[0]) else _unit_of(found.issuer, unit)
    return (found.number, year, found.type, body, where), (found.number, year, body, where)


def _own(context: Context, unit: str) -> Iterator[Stated]:
    act = context.plan.act
    day, symbol = act_day(act), own_symbol(context)
    if act.number is None or day is None or symbol is None:
        return
    type_, _, body = symbol.partition("-")
    number = act.number.lstrip("0")
    place = context.places.value(("act", "date"))
    key, bearer = (number, "", type_, body, unit), (number, "", body, unit)
    label, typed = f"{act.number}/{symbol}", act.date or ""
    yield Stated(key, bearer, label, day, place, typed, Stretch(0, len(typed)), own=True)


def own_symbol(context: Context) -> str | None:
    """The symbol of the plan's own act ("QĐ-UBND"); None where it does not follow."""
    act = context.plan.act
    body = derived_symbol(context.plan, context.registry)
    return act.symbol or (f"{_TYPES[act.kind]}-{body}" if body else None)


def own_unit(context: Context) -> str:
    """The folded name of the unit whose plan it is."""
    words = context.plan.jurisdiction
    unit: Jurisdiction | None = jurisdiction_of(words, context.registry, act_day(context.plan.act)) if words else None
    return fold(unit.unit if unit else issuer_name(context.plan, context.registry))


def _unit_of(issuer: str, own: str) -> str:
    """The folded name of the unit whose body ``issuer`` is; the plan's own where none is said."""
    found = (_UNIT.search(issuer) or _PARTY.search(issuer)) if issuer else None
    if found is None:
        return own
    level = fold(found["level"])
    level = _PARTY_LEVELS.get(level, level)
    name = []
    for word in found["name"].split():
        if not word[0].isupper():
            break
        name.append(word)
    said = fold(" ".join((level, *name)))
    return own if not name and own.startswith(level) else said
