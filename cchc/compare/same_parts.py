"""Which texts of two plans are the same one, by their key paths."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import takewhile
from typing import NamedTuple

from cchc.diff.facts import Differences, Fact
from cchc.source import KeyPath

_NAMES = frozenset(("title", "agency", "caption"))
_HELD_IN_PARTS = frozenset(("body", "appendices"))
MOVING = frozenset(("moved", "reordered"))
_LINES = "parts"


class Key(NamedTuple):
    """A text as both plans call it: the part that holds it, by its path in the new plan, and what it is there.

    ``alone``: only one of the plans has the part. ``of_plan``: it is what the plan says of itself.
    """

    part: KeyPath
    inside: KeyPath
    alone: bool = False
    of_plan: bool = False


class SameParts:
    """The keys of the texts of two plans, of which ``differences`` says what is the same."""

    def __init__(self, differences: Differences) -> None:
        self._partners = {pair.old: pair.new for pair in differences.pairs}
        self._olds = set(self._partners)
        self._news = set(self._partners.values())
        alone: tuple[set[KeyPath], set[KeyPath]] = set(), set()
        for fact in differences.facts:
            for side, others, found in ((fact.old, fact.others_old, alone[0]), (fact.new, fact.others_new, alone[1])):
                if side is not None and fact.kind in ("added", "removed", "split", "merged"):
                    found |= {side.path, part_of(fact, side.path), *others}
        self._alone_old, self._alone_new = alone[0] - self._olds, alone[1] - self._news

    def of_old(self, path: KeyPath) -> Key | None:
        """The key of a text of the old plan; None where nobody knows of what part it is."""
        return self._key(path, self._olds, self._alone_old, is_old=True)

    def of_new(self, path: KeyPath) -> Key | None:
        """The key of a text of the new plan."""
        return self._key(path, self._news, self._alone_new, is_old=False)

    def _key(self, path: KeyPath, known: Set[KeyPath], alone: Set[KeyPath], *, is_old: bool) -> Key | None:
        for end in range(len(path), 0, -1):
            part = path[:end]
            if part in alone:
                return Key(part, path[end:], alone=True)
            if part in known:
                return Key(self._partners[part] if is_old else part, _field(path[end:]))
        return None if path[0] in _HELD_IN_PARTS else Key((), path, of_plan=True)

    def around_old(self, path: KeyPath) -> Iterator[KeyPath]:
        """The parts of the old plan that hold the one at ``path``, the innermost first."""
        return _around(path, self._olds | self._alone_old)

    def around_new(self, path: KeyPath) -> Iterator[KeyPath]:
        """The parts of the new plan that hold the one at ``path``, the innermost first."""
        return _around(path, self._news | self._alone_new)


def _around(path: KeyPath, parts: Set[KeyPath]) -> Iterator[KeyPath]:
    return (path[:end] for end in range(len(path) - 1, 0, -1) if path[:end] in parts)


def part_of(fact: Fact, path: KeyPath) -> KeyPath:
    """The part that ``fact``, about where parts stand, calls by the text at ``path``."""
    return path[:-1] if path[-1] in _NAMES and fact.what not in ("paragraph", "objective") else path


def _field(inside: KeyPath) -> KeyPath:
    """``inside`` up to the first list: its items have no names, and their texts tell which is which."""
    return tuple(takewhile(lambda step: isinstance(step, str) and step != _LINES, inside))
