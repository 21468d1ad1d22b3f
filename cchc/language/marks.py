"""Marks in a sentence: ``<5 - 7 bậc>`` and ``<name=80%>`` make a figure of what no percent sign shows."""

import re
from typing import Literal, NamedTuple, TypeAlias

from cchc.patterns import deferred

MarkProblem: TypeAlias = Literal["unclosed", "nested", "no figure"]

NUMBER = r"[0-9]{1,30}(?:[.,][0-9]{1,30})*"
"""A number as prose writes it; ``numbers.read_prose_decimal`` reads it."""

_OPENING = deferred(r"<(?:(?P<id>[a-z0-9-]+)=|(?=[0-9≥]))")
_LONGEST = 100
_INSIDE = deferred(
    rf"\s*(?P<sign>[≥≤])?\s*(?P<value>{NUMBER})(?P<unit>[^\d<>]*?)"
    rf"(?:\s*(?:[-–—]|đến)\s*(?:dưới\s+)?(?P<upper>{NUMBER})(?P<upper_unit>[^\d<>]*?))?(?P<rank>/{NUMBER}[^\d<>]*)?\s*",
    re.IGNORECASE,
)


class Mark(NamedTuple):
    """A mark from ``start`` to ``end``; the figure it holds stands from ``figure_start`` to ``figure_end``."""

    start: int
    end: int
    figure_start: int
    figure_end: int
    id: str | None
    sign: str | None
    value: str
    upper: str | None
    unit: str


class MarkFault(NamedTuple):
    """A mark that cannot be read, with the place of what was written: no ``>``, a ``<`` inside, or no figure inside."""

    start: int
    end: int
    problem: MarkProblem


def read_marks(text: str) -> tuple[tuple[Mark, ...], tuple[MarkFault, ...]]:
    """The marks of ``text`` and those that cannot be read, each in their order.

    ``<`` begins a mark only where ``name=``, a digit or ``≥`` follows at once; ``<#id>`` is a reference and any
    other ``<`` is itself. A mark ends at the first ``>``.
    """
    marks: list[Mark] = []
    faults: list[MarkFault] = []
    position = 0
    while opening := _OPENING.search(text, position):
        read = _read_mark(text, opening)
        if isinstance(read, Mark):
            marks.append(read)
        else:
            faults.append(read)
        position = max(read.end, opening.end())
    return tuple(marks), tuple(faults)


def printed(text: str) -> str:
    """``text`` as it prints: of every mark only its figure. References and marks that cannot be read stay."""
    if "<" not in text:
        return text
    pieces: list[str] = []
    position = 0
    for mark in read_marks(text)[0]:
        pieces += text[position : mark.start], text[mark.figure_start : mark.figure_end]
        position = mark.end
    return "".join([*pieces, text[position:]])


def _read_mark(text: str, opening: re.Match[str]) -> Mark | MarkFault:
    end = text.find(">", opening.end())
    if end < 0:
        return MarkFault(opening.start(), opening.end(), "unclosed")
    nested = text.find("<", opening.end(), end)
    if nested >= 0:
        return MarkFault(opening.start(), nested, "nested")
    # A figure is short, and on a long text the pattern would try too many ways of cutting it.
    inside = _INSIDE.fullmatch(text, opening.end(), end) if end - opening.end() <= _LONGEST else None
    if inside is None:
        return MarkFault(opening.start(), end + 1, "no figure")
    raw = text[opening.end() : end]
    start = opening.end() + len(raw) - len(raw.lstrip())
    unit = inside["rank"] or inside["upper_unit"] or inside["unit"]
    return Mark(
        start=opening.start(),
        end=end + 1,
        figure_start=start,
        figure_end=start + len(raw.strip()),
        id=opening["id"],
        sign=inside["sign"],
        value=inside["value"],
        upper=inside["upper"],
        unit=unit.strip(),
    )
