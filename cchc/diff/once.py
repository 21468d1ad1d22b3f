"""Facts that many rows share, told once: of a cell that all of them have from the same ``defaults``."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from cchc.diff.facts import Fact
from cchc.source import KeyPath


def once(facts: Iterable[Fact]) -> list[Fact]:
    """``facts``, those with the same places in both plans as one; the further rows stand in ``others_old`` and
    ``others_new``, pair by pair."""
    found: dict[Hashable, list[Fact]] = {}
    for number, fact in enumerate(facts):
        shared = fact.old and fact.new and fact.old_row and fact.new_row and not (fact.others_old or fact.others_new)
        key = (fact.kind, fact.field, fact.old, fact.new, fact.figure) if shared else number
        found.setdefault(key, []).append(fact)
    return [_one(same) for same in found.values()]


def _one(same: list[Fact]) -> Fact:
    if len(same) == 1:
        return same[0]
    first, *others = sorted(same, key=_rank)
    return first._replace(
        others_old=tuple(_row(fact.old_row) for fact in others), others_new=tuple(_row(fact.new_row) for fact in others)
    )


def _rank(fact: Fact) -> list[tuple[tuple[bool, int, str], ...]]:
    """The same whichever plan is the old one."""
    return sorted(
        tuple((isinstance(step, str), step if isinstance(step, int) else 0, str(step)) for step in _row(row))
        for row in (fact.old_row, fact.new_row)
    )


def _row(path: KeyPath | None) -> KeyPath:
    return path or ()
