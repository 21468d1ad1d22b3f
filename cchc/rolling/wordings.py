"""What a text of a plan becomes in the next period: the words that are exchanged, and what a person is to look at."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import NamedTuple

from cchc.edit.changes import Piece
from cchc.language.folding import fold
from cchc.patterns import deferred
from cchc.registry.citations import citations
from cchc.registry.registry import Registry
from cchc.rolling.roles import Role
from cchc.rolling.succeeding import Days, succeeded
from cchc.rolling.territory import Territory, gone_levels, gone_names, names_unit, unit_pieces
from cchc.rolling.years import Shift, Year, names_of_acts, years_in

_PLAN = deferred(r"(?<!\w)kế hoạch(?!\w)", re.IGNORECASE)
_WORD = deferred(r"[^\W_]+")
_SENTENCE_END = deferred(r"[.;:]\s")
_USUAL = frozenset(("cải", "cách", "hành", "chính", "cchc", "nhà", "nước", "của", "tỉnh", "này", "năm", "giai", "đoạn"))
"""Words by which a plan calls itself besides those of its title."""
_DAY_BEFORE = deferred(r"(?P<day>\d{1,2})[/-](?P<month>\d{1,2})[/-]$")
_NUMBER = deferred(r"\d+")
_BLANK, _BLANK_DATE = "…", "ngày … tháng … năm …"
_YEAR = deferred(r"(?:19|20)\d\d")


class Moving(NamedTuple):
    """What decides about all texts: the periods, the days, the units, the words of the plan's title."""

    shift: Shift
    days: Days
    registry: Registry
    units: Territory | None
    title: frozenset[str]


class Wording(NamedTuple):
    """What becomes of one text: the pieces of ``years``, of ``bodies``, of ``units``, and the notes for the author."""

    years: tuple[Piece, ...] = ()
    bodies: tuple[Piece, ...] = ()
    units: tuple[Piece, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All that is exchanged, in the order of the text."""
        return tuple(sorted((*self.years, *self.bodies, *self.units)))


def words_of_title(title: str) -> frozenset[str]:
    """The words by which a plan with this title is called."""
    return frozenset({*_USUAL, *(fold(word) for word in _WORD.findall(title))})


def reworded(text: str, role: Role, moving: Moving) -> Wording:
    """What becomes of ``text``, which has ``role`` in the plan."""
    if role == "month":
        return Wording(tuple(_month(text, moving.shift)))
    if role == "proposal":
        wording = _prose(text, moving)
        blank = tuple(_without_number(text))
        return wording._replace(years=blank or wording.years)
    if role == "basis":
        return Wording(notes=tuple(_outdated(text, moving)))
    if role == "bodies":
        return _bodies(text, moving)
    return _timed(text, role, moving) if role in ("title", "when") else _prose(text, moving)


def _month(text: str, shift: Shift) -> Iterator[Piece]:
    """The year of a month, where one was typed."""
    for found in _YEAR.finditer(text):
        yield Piece(found.start(), found.end(), str(int(found[0]) + shift.years))


def _without_number(text: str) -> Iterator[Piece]:
    """The number and date of the paper by which the plan is proposed: the new one has none yet."""
    for cited in citations(text):
        number = _NUMBER.match(text, cited.written.start)
        if number and cited.number:
            yield Piece(number.start(), number.end(), _BLANK)
        if cited.day is not None and cited.date_at.end > cited.date_at.start:
            at = text.find("ngày", cited.date_at.start - len("ngày "), cited.date_at.end)
            yield Piece(at if at >= 0 else cited.date_at.start, cited.date_at.end, _BLANK_DATE)


def _outdated(text: str, moving: Moving) -> Iterator[str]:
    """Notes on a basis: acts of the old year, and of years that have ended."""
    shift = moving.shift
    dates = [(cited.date_at.start, cited.date_at.end) for cited in citations(text)]
    for year in years_in(text):
        if any(start <= year.start < end for start, end in dates):
            continue
        of_period = year.first == shift.old.first and year.last == shift.old.last
        if shift.ended(year) or of_period:
            yield f"căn cứ này của {_said(year)}; kế hoạch mới của {_period(shift)}"
    yield from _gone(text, moving)


def _bodies(text: str, moving: Moving) -> Wording:
    found = succeeded(text, moving.days, moving.registry)
    levels = gone_levels(text, moving.days.new, moving.registry)
    notes = [*found.notes, *_no_level(levels)]
    if moving.units and names_unit(text, moving.units):
        notes.append(_other_unit(moving.units))
    return Wording(bodies=found.pieces, notes=tuple(notes))


def _timed(text: str, role: Role, moving: Moving) -> Wording:
    """A title or a time: years that go with the period are exchanged, so is the unit that somebody asked for."""
    shift = moving.shift
    years: list[Piece] = []
    notes: list[str] = []
    for year in years_in(text):
        if shift.moves(year):
            piece = shift.moved(year, text)
            if _is_a_day(text, piece):
                years.append(piece)
            else:
                notes.append(f"không có ngày này trong năm {piece.text}")
        elif shift.ended(year):
            notes.append(f"{_said(year)} đã hết")
    units = tuple(_outside_names(text, unit_pieces(text, moving.units))) if moving.units and role == "title" else ()
    notes += _gone(_without(text, units), moving)
    return Wording(tuple(years), units=units, notes=tuple(notes))


def _prose(text: str, moving: Moving) -> Wording:
    """Prose is left to a person, but for the years, and the unit, in the plan's own name."""
    years: list[Piece] = []
    units: list[Piece] = []
    open_years: list[Year] = []
    for year in years_in(text):
        start = _own_name(text, year, moving)
        if start is not None:
            years.append(moving.shift.moved(year, text))
            inside = unit_pieces(text, moving.units) if moving.units else ()
            units += [piece for piece in inside if start <= piece.start and piece.end <= year.start]
        elif moving.shift.ended(year) or (not year.named and not year.is_span and moving.shift.near(year.first)):
            open_years.append(year)
    said = list(dict.fromkeys(map(_said, open_years)))
    notes = [", ".join(said)] if said else []
    notes += _gone(_without(text, tuple(units)), moving)
    return Wording(tuple(years), units=tuple(units), notes=tuple(notes))


def _own_name(text: str, year: Year, moving: Moving) -> int | None:
    """Where the plan's own name begins that ends in ``year``: "Kế hoạch CCHC tỉnh năm 2025"; None where it is none."""
    if year.named or (year.first, year.last) != (moving.shift.old.first, moving.shift.old.last):
        return None
    before = list(_PLAN.finditer(text, 0, year.start))
    if not before:
        return None
    between = text[before[-1].end() : year.start]
    if _SENTENCE_END.search(between):
        return None
    return before[-1].start() if all(fold(word) in moving.title for word in _WORD.findall(between)) else None


def _gone(text: str, moving: Moving) -> Iterator[str]:
    """Notes on the bodies, levels and units that a text names and that are gone."""
    yield from (f"“{name}” không còn" for name in gone_names(text, moving.days, moving.registry))
    levels = gone_levels(text, moving.days.new, moving.registry)
    yield from _no_level(levels)
    if moving.units and names_unit(_without_names(text), moving.units):
        yield _other_unit(moving.units)


def _no_level(levels: tuple[str, ...]) -> Iterator[str]:
    if levels:
        yield f"{', '.join(f'“{words}”' for words in levels)}: không còn cấp hoặc loại đơn vị này"


def _other_unit(units: Territory) -> str:
    after = units.asked.unit if units.asked else units.after.name if units.after else ""
    return f"“{units.old.name}”: kế hoạch mới của {after}" if units.asked else f"“{units.old.name}”: nay là {after}"


def _said(year: Year) -> str:
    return f"giai đoạn {year.first} - {year.last}" if year.is_span else f"năm {year.first}"


def _period(shift: Shift) -> str:
    return f"năm {shift.new}" if shift.new.only_year else f"giai đoạn {shift.new.first} - {shift.new.last}"


def _is_a_day(text: str, piece: Piece) -> bool:
    """Whether the day before a year, if there is one, is a day in the new year: 29/2 is not in every."""
    before = _DAY_BEFORE.search(text[: piece.start])
    if before is None or not 1 <= int(before["month"]) <= 12:
        return True
    return int(before["day"]) <= monthrange(int(piece.text[:4]), int(before["month"]))[1]


def _outside_names(text: str, pieces: Iterator[Piece]) -> Iterator[Piece]:
    names = tuple(names_of_acts(text))
    yield from (piece for piece in pieces if not any(start <= piece.start < end for start, end in names))


def _without(text: str, pieces: tuple[Piece, ...]) -> str:
    """``text`` with spaces where ``pieces`` stand."""
    for piece in pieces:
        text = text[: piece.start] + " " * (piece.end - piece.start) + text[piece.end :]
    return text


def _without_names(text: str) -> str:
    """``text`` with spaces where other acts are named: these names stay as they are."""
    return _without(text, tuple(Piece(start, end, "") for start, end in names_of_acts(text)))
