"""The duties of one body in one section: small units have one body for what larger ones have several for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from cchc.patterns import deferred

_AGENCY = deferred(r"(?P<indent> *)- agency: (?P<agency>.+)")
_TEXT = deferred(r" *text: (?P<duty>.+)")


def gathered(lines: Iterable[str]) -> list[str]:
    """``lines`` with the sections of one agency, each of a single duty, made one section that lists the duties."""
    written = list(lines)
    sections: dict[str, list[int]] = {}
    for number, (line, below) in enumerate(pairwise(written)):
        if (found := _AGENCY.fullmatch(line)) and _TEXT.fullmatch(below):
            sections.setdefault(found["agency"], []).append(number)
    several = [numbers for numbers in sections.values() if len(numbers) > 1]
    lists = {numbers[0]: list(_listed(written, numbers)) for numbers in several}
    dropped = {number + offset for numbers in several for number in numbers for offset in (0, 1)}
    return [each for number, line in enumerate(written) for each in lists.get(number, [line][number in dropped :])]


def _listed(lines: list[str], numbers: list[int]) -> Iterator[str]:
    first = lines[numbers[0]]
    inside = " " * (len(first) - len(first.lstrip()) + 2)
    yield first
    yield f"{inside}bullets:"
    for number in numbers:
        duty = _TEXT.fullmatch(lines[number + 1])
        if duty:
            yield f"{inside}  - {duty['duty']}"
