"""The years in a text of a plan that moves on: which of them move with it, which a person looks at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cchc.edit.changes import Piece
from cchc.language.dates import Period
from cchc.patterns import deferred
from cchc.registry.citations import citations

_YEAR = r"(?:19|20)\d\d"
_SPAN = deferred(rf"(?<![\w/.,:-])(?P<first>{_YEAR})(?P<sign> ?[-–] ?)(?P<last>{_YEAR})(?![\w/-])")
_SINGLE = deferred(rf"(?<![\d.,:])(?P<year>{_YEAR})(?!\d|[/.,-]\d)")
_LEAD = deferred(r"(?:\b(?:năm(?: học)?|giai đoạn|đến|từ|hết|cuối|đầu|và|so với)[ \n]|[/,–-] ?)$", 2)
_END_OF_NAME = deferred(r";|\.(?=\s|$)|\n")
_LONGEST_LEAD = 12


class Year(NamedTuple):
    """A year or a span of years in a text: its characters, the years, whether it stands in the name of another act."""

    start: int
    end: int
    first: int
    last: int
    named: bool

    @property
    def is_span(self) -> bool:
        """Whether these are several years."""
        return self.last > self.first


class Shift(NamedTuple):
    """The way from one period to the next of the same length."""

    old: Period
    new: Period

    @property
    def years(self) -> int:
        """By how many years everything moves."""
        return self.new.first - self.old.first

    def near(self, year: int) -> bool:
        """Whether ``year`` is one that speaks of the plan's own time: its years; of one year also those beside it."""
        beside = self.old.only_year is not None
        return self.old.first - beside <= year <= self.old.last + beside

    def moves(self, year: Year) -> bool:
        """Whether ``year`` in a title goes with the period: near single years, spans of whole periods."""
        if year.named:
            return False
        if year.is_span:
            length = self.old.last - self.old.first
            aside = year.first - self.old.first
            return length > 0 and year.last - year.first == length and aside % (length + 1) == 0
        return self.near(year.first)

    def ended(self, year: Year) -> bool:
        """Whether ``year`` is a span of several years in which the old period lay, and the new one does not."""
        return year.is_span and self.old.first <= year.last < self.new.first

    def moved(self, year: Year, text: str) -> Piece:
        """``year`` in ``text`` as it is in the new period, written as it was."""
        sign = text[year.start + 4 : year.end - 4] if year.is_span else ""
        both = f"{year.first + self.years}{sign}{year.last + self.years}"
        return Piece(year.start, year.end, both if year.is_span else str(year.first + self.years))


def years_in(text: str) -> Iterator[Year]:
    """The years of ``text`` in their order: with "năm", "giai đoạn" and the like before them, or in a date."""
    if "19" not in text and "20" not in text:
        return
    names = tuple(names_of_acts(text))
    spans = [(found.start(), found.end(), int(found["first"]), int(found["last"])) for found in _SPAN.finditer(text)]
    spans = [span for span in spans if span[2] < span[3]]
    singles = [
        (found.start(), found.end(), int(found["year"]), int(found["year"]))
        for found in _SINGLE.finditer(text)
        if _LEAD.search(text[max(0, found.start() - _LONGEST_LEAD) : found.start()])
        and not any(start <= found.start() < end for start, end, _, _ in spans)
    ]
    for start, end, first, last in sorted([*spans, *singles]):
        yield Year(start, end, first, last, any(begin <= start < stop for begin, stop in names))


def names_of_acts(text: str) -> Iterator[tuple[int, int]]:
    """Where ``text`` names other acts: from the type of each to the end of its name, which a sign tells."""
    for citation in citations(text):
        end = _END_OF_NAME.search(text, citation.whole.end)
        yield citation.whole.start, end.start() if end else len(text)
