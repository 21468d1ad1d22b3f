"""How the body that issues an act is called: in the letterhead, in short, in the act's symbol."""

from __future__ import annotations

from datetime import date, timedelta

from cchc.language.folding import fold
from cchc.registry.facts import Body, Office
from cchc.registry.jurisdiction import Jurisdiction
from cchc.registry.reading import read_bodies
from cchc.registry.registry import Registry

_CAPITAL = "Hà Nội"
_COUNCILS = (("Ủy ban nhân dân", "UBND"), ("Hội đồng nhân dân", "HĐND"))


def letterhead_lines(issuer: str) -> tuple[str, ...]:
    """The lines on which offices print ``issuer``: "Ủy ban nhân dân" and "tỉnh Đắk Nông" apart, others on one.

    The case of the letters is kept; the letterhead's style makes capitals of them (Nghị định 30/2020/NĐ-CP, Phụ
    lục I mục II.2).
    """
    words = issuer.split()
    for name in (name for names in _COUNCILS for name in names):
        place = _behind(name, issuer)
        if place:
            return " ".join(words[: len(name.split())]), place
    return (" ".join(words),)


def parent_lines(parent: str) -> tuple[str, ...]:
    """The lines of the body above the issuer: a committee's as its own letterhead has them, other names on one.

    The decree lets the name of this body alone be abbreviated: "UBND tỉnh Đắk Nông" stands on one line.
    """
    lines = letterhead_lines(parent)
    return lines if lines[0] not in {short for _, short in _COUNCILS} else (" ".join(lines),)


def is_collective(issuer: str) -> bool:
    """Whether ``issuer`` is a committee or council, which decides by itself and is signed for."""
    return any(_behind(name, issuer) is not None for names in _COUNCILS for name in names)


def not_existing(issuer: str, registry: Registry, on: date) -> Body | None:
    """The body that ``issuer`` names where it did not exist ``on`` the day; None where it did or is not known.

    Departments and ministries changed on days that differ by weeks from place to place: so near, none is named.
    """
    body = _known(issuer, registry, on)
    slack = timedelta(days=45 if body and body.level in ("so", "so_equiv", "ministry") else 0)
    return body if body and not any(body.exists_on(day) for day in (on - slack, on, on + slack)) else None


def authority(issuer: str, head: str | None = None) -> str:
    """Who decides, as the line above the bases says it: "Chủ tịch Ủy ban nhân dân tỉnh Đắk Nông", or the body itself.

    Words in which ``head`` ends and the issuer begins stand once: the "Chánh Văn phòng" of the "Văn phòng Ủy ban
    nhân dân tỉnh". The case of the letters is kept; the line's style makes capitals of them.
    """
    if not head:
        return issuer
    office, body = head.split(), issuer.split()
    shared = (length for length in range(len(body), 0, -1) if _same(office[-length:], body[:length]))
    return " ".join([*office[: len(office) - next(shared, 0)], *body])


def short_name(issuer: str, head: str | None = None) -> str:
    """How a sentence calls the issuer: "UBND tỉnh Đắk Nông", or "Chủ tịch UBND tỉnh Đắk Nông" where ``head`` decides.

    "Ủy ban nhân dân" and "Hội đồng nhân dân" are abbreviated, other names stand in full.
    """
    places = ((short, _behind(full, issuer)) for full, short in _COUNCILS)
    shortened = next((f"{short} {place}".strip() for short, place in places if place is not None), issuer.strip())
    return authority(shortened, head)


def parent_of(issuer: str, unit: Jurisdiction | None, registry: Registry, on: date | None = None) -> str | None:
    """The body above ``issuer``, as far as it follows: a department's is the committee of ``unit``, its province.

    None for a committee, a ministry and whatever else is not known to stand below another.
    """
    body = _known(issuer, registry, on)
    of_province = unit is not None and (unit.body is not None or unit.kind == "tỉnh")
    return unit.issuer if unit and of_province and body and body.level in ("so", "so_equiv") else None


def seat_of(issuer: str, registry: Registry, on: date | None = None) -> str | None:
    """The place where the central ``issuer`` sits; None for any other."""
    body = _known(issuer, registry, on)
    return _CAPITAL if body and body.level in ("ministry", "central") else None


def _known(issuer: str, registry: Registry, on: date | None) -> Body | None:
    """The body that ``issuer`` names, alone or headed by an office."""
    mentions = read_bodies(issuer, registry, on)
    known = [body for body in registry.bodies if len(mentions) == 1 and body.id == mentions[0].id]
    return known[0] if known else None


def symbol_of(issuer: str, registry: Registry, on: date | None = None) -> str | None:
    """The commonest abbreviation of ``issuer`` in an act's symbol ("UBND", "SNV"); None where none is known.

    The office where it has its own ("Thủ tướng Chính phủ": TTg), else the body, alone or headed by an office. A
    province sets its own symbols (Nghị định 30/2020/NĐ-CP, Phụ lục I mục II.3b): this is a proposal.
    """
    mentions = read_bodies(issuer, registry, on)
    if len(mentions) != 1:
        return None
    mention = mentions[0]
    bearers: list[Office | Body] = [office for office in registry.offices if office.id == mention.office]
    bearers += [body for body in registry.bodies if body.id == mention.id]
    return next((bearer.symbols[0] for bearer in bearers if bearer.symbols), None)


def _same(words: list[str], others: list[str]) -> bool:
    return [fold(word) for word in words] == [fold(word) for word in others]


def _behind(name: str, issuer: str) -> str | None:
    """What follows ``name`` at the beginning of ``issuer``, as typed; None where it does not begin so."""
    words, wanted = issuer.split(), fold(name).split()
    if not _same(words[: len(wanted)], wanted):
        return None
    return " ".join(words[len(wanted) :])
