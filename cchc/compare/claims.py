"""Facts to the changes of a redline: which characters of both documents each of them speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cchc.compare.alignment import Change, Stretch
from cchc.compare.places import moved_between
from cchc.compare.prints import Print, Printed
from cchc.compare.same_parts import MOVING, part_of
from cchc.compare.sides import Side
from cchc.diff.facts import Differences, Fact
from cchc.diff.facts import Side as Told
from cchc.language.unbroken import plain
from cchc.model.fields import TIME_FIELDS
from cchc.source import KeyPath

_OF_PARTS = frozenset(("added", "removed", "split", "merged", *MOVING))
_OF_TIMES = frozenset(("start", "end", "when", "time-kind"))
_STEP = 4
"""Between the ranks of a part and of one inside it there is room for what is less sure."""


class _Half(NamedTuple):
    """What a fact says of one of both plans."""

    told: Told | None
    row: KeyPath | None
    others: tuple[KeyPath, ...]
    figure: tuple[int, int] | None


def changes_of(differences: Differences, old: Side, new: Side) -> Iterator[Change]:
    """A change for each fact that can be seen in one of the documents."""
    for fact in differences.facts:
        figure = fact.figure
        gone = tuple(_stretches(fact, _Half(fact.old, fact.old_row, fact.others_old, figure and figure.old), old))
        come = tuple(_stretches(fact, _Half(fact.new, fact.new_row, fact.others_new, figure and figure.new), new))
        if gone or come:
            yield Change(gone, come, moved_between(fact, old, new) if fact.kind in MOVING else "")


def _stretches(fact: Fact, half: _Half, side: Side) -> Iterator[Stretch]:
    if half.told is None:
        return
    path, printed = half.told.path, side.printed
    if fact.kind in _OF_PARTS:
        for part in (part_of(fact, path), *half.others):
            yield from _whole(printed.below(part), len(part) * _STEP)
    elif fact.what == "numbering" and fact.field == "label":
        yield from _label(path, side)
    elif fact.kind in _OF_TIMES and half.row is not None:
        yield from _whole(_in_row(path, half.row, printed), len(path) * _STEP)
        every = [each for name in sorted(TIME_FIELDS) for each in printed.below((*half.row, name))]
        yield from _whole(every, len(path) * _STEP - 1)
    elif fact.what == "layout":
        yield from _whole(printed.below(path[:-1]), 0)
    else:
        found = _in_row(path, half.row, printed) if half.row else printed.below(path)
        # Words around a figure belong to the fact about the words, if there is one.
        yield from _whole(found, len(path) * _STEP - (fact.figure is not None))
        if half.figure:
            yield from _figures(half.told.text, half.figure, found, side, len(path) * _STEP + 1)


def _whole(found: Iterable[Print], rank: int) -> Iterator[Stretch]:
    return (Stretch(each.paragraph, each.start, each.end, rank) for each in found)


def _in_row(path: KeyPath, row: KeyPath, printed: Printed) -> list[Print]:
    """Where the text at ``path`` prints in ``row``; where the row has it from another one and shows it there, there."""
    everywhere = list(printed.below(path))
    here = [each for each in everywhere if printed.row_at(each.paragraph) == row]
    return here or everywhere


def _figures(text: str, figure: tuple[int, int], found: Iterable[Print], side: Side, rank: int) -> Iterator[Stretch]:
    """Where the characters ``figure`` of ``text`` stand, if it prints as it is told."""
    for each in found:
        words = plain(side.printed.paragraphs[each.paragraph].text)
        at = words.find(plain(text), each.start, each.end)
        if at >= 0:
            yield Stretch(each.paragraph, at + figure[0], at + figure[1], rank)


def _label(path: KeyPath, side: Side) -> Iterator[Stretch]:
    """The label typed at ``path``: that of a row is in a cell of its own, another opens the paragraph."""
    for each in side.printed.below(path):
        yield Stretch(each.paragraph, each.start, each.end, len(path) * _STEP)
    for each in list(side.printed.below(path[:-1]))[:1]:
        yield Stretch(each.paragraph, rank=len(path) * _STEP, label=True)
