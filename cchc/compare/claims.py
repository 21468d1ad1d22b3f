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

_OF_PARTS = frozenset(("added", "removed", *MOVING))
_OF_PIECES = frozenset(("split", "merged"))
_OF_TIMES = frozenset(("start", "end", "when", "time-kind"))
_STEP = 2
"""Between the ranks of a text and of one inside it there is room for what is less sure."""
_PART, _WORDS = 1_000, 2_000
"""How much more than a text a part weighs that came, went or moved as a whole, and words that are known to differ."""


class _Half(NamedTuple):
    """What a fact says of one of both plans: ``words`` are the stretches of the text that differ."""

    told: Told | None
    row: KeyPath | None
    others: tuple[KeyPath, ...]
    words: tuple[tuple[int, int], ...]
    figure: tuple[int, int] | None


def changes_of(differences: Differences, old: Side, new: Side) -> Iterator[Change]:
    """A change for each fact that can be seen in one of the documents."""
    for fact in differences.facts:
        gone, come = (tuple(_stretches(fact, *each)) for each in zip(_halves(fact), (old, new), strict=True))
        if gone or come:
            yield Change(gone, come, moved_between(fact, old, new) if fact.kind in MOVING else "")


def _halves(fact: Fact) -> tuple[_Half, _Half]:
    figure = fact.figure
    gone = tuple((change.old_start, change.old_end) for change in fact.words)
    come = tuple((change.new_start, change.new_end) for change in fact.words)
    if fact.old is None or fact.new is None:
        gone, come = (((0, len(side.text)),) if side else () for side in (fact.old, fact.new))
    return (
        _Half(fact.old, fact.old_row, fact.others_old, gone, figure and figure.old),
        _Half(fact.new, fact.new_row, fact.others_new, come, figure and figure.new),
    )


def _stretches(fact: Fact, half: _Half, side: Side) -> Iterator[Stretch]:
    if half.told is None:
        return
    path, printed, rank = half.told.path, side.printed, len(half.told.path) * _STEP
    if fact.kind in _OF_PARTS:
        yield from _parts((part_of(fact, path), *half.others), printed)
    elif fact.kind in _OF_PIECES:
        yield from _whole(printed.below(path), rank)
        yield from _parts(half.others, printed)
    elif fact.what == "numbering" and fact.field == "label":
        yield from _label(path, side)
    elif fact.what == "layout":
        yield from _whole(printed.below(path[:-1]), 0)
    else:
        # The others are rows that have the cell from the same defaults.
        rows = (half.row, *half.others) if half.row else ()
        found = [each for row in rows for each in _in_row(path, row, printed)] if rows else printed.below(path)
        # Words around a figure belong to the fact about the words, if there is one.
        yield from _whole(found, rank - (fact.figure is not None))
        if half.figure:
            yield from _words(half.told.text, [half.figure], found, side, _WORDS + rank + 1)
        else:
            yield from _words(half.told.text, half.words, found, side, _WORDS + rank)
    if fact.kind in _OF_TIMES and half.row is not None:
        # Another kind of time leaves other cells empty.
        times = [each for name in sorted(TIME_FIELDS) for each in printed.below((*half.row, name))]
        yield from _whole(times, rank - 1)


def _parts(paths: Iterable[KeyPath], printed: Printed) -> Iterator[Stretch]:
    return (stretch for path in paths for stretch in _whole(printed.below(path), _PART + len(path) * _STEP))


def _whole(found: Iterable[Print], rank: int) -> Iterator[Stretch]:
    return (Stretch(each.paragraph, each.start, each.end, rank) for each in found)


def _in_row(path: KeyPath, row: KeyPath, printed: Printed) -> list[Print]:
    """Where the text at ``path`` prints in ``row``; where the row has it from another one and shows it there, there."""
    everywhere = list(printed.below(path))
    here = [each for each in everywhere if printed.row_at(each.paragraph) == row]
    return here or everywhere


def _words(
    text: str, stretches: Iterable[tuple[int, int]], found: Iterable[Print], side: Side, rank: int
) -> Iterator[Stretch]:
    """Where ``stretches`` of ``text`` stand, if it prints as it is told, perhaps in capitals."""
    wanted = plain(text).lower()
    for each in found:
        at = plain(side.printed.paragraphs[each.paragraph].text).lower().find(wanted, each.start, each.end)
        if at >= 0:
            yield from (Stretch(each.paragraph, at + start, at + end, rank) for start, end in stretches if start < end)


def _label(path: KeyPath, side: Side) -> Iterator[Stretch]:
    """The label typed at ``path``: that of a row is in a cell of its own, another opens the paragraph."""
    for each in side.printed.below(path):
        yield Stretch(each.paragraph, each.start, each.end, len(path) * _STEP)
    for each in list(side.printed.below(path[:-1]))[:1]:
        yield Stretch(each.paragraph, rank=len(path) * _STEP, label=True)
