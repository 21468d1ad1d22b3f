"""A sentence cut into clauses, with the words and the figures of each."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from cchc.language.folding import fold
from cchc.language.marks import NUMBER, read_marks
from cchc.language.numbers import DecimalSign, NotANumber, read_prose_decimal
from cchc.patterns import deferred

_PERCENTAGE = deferred(
    rf"(?<![\w.,])(?P<value>{NUMBER})\s*(?:%\s*)?(?:[-–—]|đến(?:\s+dưới)?)\s*(?P<upper>{NUMBER})\s*%"
    rf"|(?<![\w.,])(?P<only>{NUMBER})\s*%",
    re.IGNORECASE,
)
# The full stops of "TP." and "TX." (thành phố, thị xã) end no sentence.
_CUT = deferred(r"[;:()\n]|(?<!\bTP)(?<!\bTX)\.+(?=\s|$)")
# Acts use few words and use them often: folding each anew would take most of the time.
_fold_word = lru_cache(maxsize=8192)(fold)

# "văn bản quy phạm pháp luật (QPPL) được ban hành", "TTHC (trừ TTHC đất đai) được công khai": the clause goes on.
_GLOSS = deferred(r"\([^()\n]+\)(?=\s+\w|\s*<)")
_WORD = deferred(r"\([^()\n]+\)|[^\s,]+|,")


class Word(NamedTuple):  # a dataclass takes three times as long to make, and there are many
    """A word, or a comma: its comparison key and its place in the text."""

    key: str
    start: int
    end: int


class Found(NamedTuple):
    """A figure as written, ``start`` to ``end``; with the signs of its mark ``outer_start`` to ``outer_end``."""

    outer_start: int
    outer_end: int
    start: int
    end: int
    value: Decimal
    upper: Decimal | None
    unit: str
    sign: str | None = None
    id: str | None = None


class Clause(NamedTuple):
    """The characters ``start`` to ``end`` between two cuts.

    ``opened_by`` is the sign before it ("" at the beginning). ``gaps`` are the words before the first figure,
    between the figures, and after the last: always one more than ``figures``.
    """

    start: int
    end: int
    opened_by: str
    figures: tuple[Found, ...]
    gaps: tuple[tuple[Word, ...], ...]


def flatten(text: str) -> str:
    """``text`` with ordinary spaces and hyphens, each character at its place."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2011", "-")


def read_clauses(text: str, decimal: DecimalSign) -> Iterator[Clause]:
    """The clauses of ``text`` (flattened), cut at ``;`` ``:`` ``(`` ``)``, line ends and full stops.

    A parenthesis without a figure, behind which the sentence goes on, is a word of the clause around it.
    """
    found = _find(text, decimal)
    starts = [figure.outer_start for figure in found]
    start, opened_by = 0, ""
    gloss = 0
    for cut in _CUT.finditer(text):
        last = bisect_right(starts, cut.start()) - 1
        if cut.start() < gloss or (last >= 0 and cut.start() < found[last].outer_end):
            continue
        if (whole := _GLOSS.match(text, cut.start())) and not _between(found, starts, *whole.span()):
            gloss = whole.end()
            continue
        yield _clause(text, start, cut.start(), opened_by, _between(found, starts, start, cut.start()))
        start, opened_by = cut.end(), cut[0][0]
    yield _clause(text, start, len(text), opened_by, _between(found, starts, start, len(text)))


def _between(found: list[Found], starts: list[int], start: int, end: int) -> tuple[Found, ...]:
    return tuple(found[bisect_left(starts, start) : bisect_left(starts, end)])


def _find(text: str, decimal: DecimalSign) -> list[Found]:
    """The marked figures and the percentages between marks, in their order; what is no number is left out."""
    found: list[Found] = []
    position = 0
    for mark in read_marks(text)[0] if "<" in text else ():
        found += _percentages(text, position, mark.start, decimal)
        places = (mark.start, mark.end, mark.figure_start, mark.figure_end)
        found += _make(places, (mark.value, mark.upper, mark.unit), decimal, mark.sign, mark.id)
        position = mark.end
    return found + _percentages(text, position, len(text), decimal)


def _percentages(text: str, start: int, end: int, decimal: DecimalSign) -> list[Found]:
    found: list[Found] = []
    for match in _PERCENTAGE.finditer(text, start, end):
        found += _make((*match.span(), *match.span()), (match["value"] or match["only"], match["upper"], "%"), decimal)
    return found


def _make(
    places: tuple[int, int, int, int],
    written: tuple[str, str | None, str],
    decimal: DecimalSign,
    sign: str | None = None,
    name: str | None = None,
) -> list[Found]:
    value, upper, unit = written
    try:
        read = read_prose_decimal(value, decimal), read_prose_decimal(upper, decimal) if upper else None
    except NotANumber:  # 1.2.3 % is a slip that only a person can read; the sentence prints as it stands
        return []
    return [Found(*places, *read, unit, sign, name)]


def _clause(text: str, start: int, end: int, opened_by: str, figures: tuple[Found, ...]) -> Clause:
    starts = [start, *(figure.outer_end for figure in figures)]
    ends = [*(figure.outer_start for figure in figures), end]
    gaps = tuple(_words(text, *gap) for gap in zip(starts, ends, strict=True))
    return Clause(start, end, opened_by, figures, gaps)


def _words(text: str, start: int, end: int) -> tuple[Word, ...]:
    return tuple([Word(_fold_word(word[0]), word.start(), word.end()) for word in _WORD.finditer(text, start, end)])
