"""Which part of one plan is which of another one, as far as that is known, and which ones were cut or joined."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cchc.diff.facts import How
from cchc.diff.nodes import Node
from cchc.diff.pieces import Pieces


class Match(NamedTuple):
    """The new part that an old one became, and how that was found."""

    new: int
    how: How
    score: float


class Matching:
    """The matches between two plans' parts, by position."""

    def __init__(self, old: Sequence[Node], new: Sequence[Node]) -> None:
        self.old, self.new = old, new
        self.of_old: dict[int, Match] = {}
        self.of_new: dict[int, int] = {}
        self.cut: list[Pieces] = []
        self.joined: list[Pieces] = []
        self._pieces_old: set[int] = set()
        self._pieces_new: set[int] = set()

    def add(self, i: int, j: int, how: How, score: float = 1.0) -> None:
        self.of_old[i] = Match(j, how, score)
        self.of_new[j] = i

    def rematch(self, i: int, j: int) -> None:
        """Makes ``i`` and ``j`` a pair in place of those in which they were."""
        if self.partner(i) == j:
            return
        left = self.of_old.pop(i, None)
        if left is not None:
            del self.of_new[left.new]
        other = self.of_new.pop(j, None)
        if other is not None:
            del self.of_old[other]
        self.add(i, j, "likeness", left.score if left else 0.0)

    def partner(self, i: int) -> int | None:
        """The new part that the old part ``i`` became."""
        found = self.of_old.get(i)
        return None if found is None else found.new

    def divide(self, cut: Sequence[Pieces], joined: Sequence[Pieces]) -> None:
        """Notes texts that were cut or joined; each is matched with its first piece, the others are nobody else's."""
        self.cut, self.joined = list(cut), list(joined)
        for whole, pieces in cut:
            self.add(whole, pieces[0], "likeness")
            self._pieces_new.update(pieces)
        for whole, pieces in joined:
            self.add(pieces[0], whole, "likeness")
            self._pieces_old.update(pieces)

    def free_old(self) -> list[int]:
        """The old parts that became none, and are no piece of one."""
        return [i for i in range(len(self.old)) if i not in self.of_old and i not in self._pieces_old]

    def free_new(self) -> list[int]:
        """The new parts that none became, and that are no piece of one."""
        return [j for j in range(len(self.new)) if j not in self.of_new and j not in self._pieces_new]

    def turned(self) -> Matching:
        """The same matches with the plans in each other's place."""
        turned = Matching(self.new, self.old)
        for i, match in sorted(self.of_old.items(), key=lambda item: item[1].new):
            turned.add(match.new, i, match.how, match.score)
        turned.cut, turned.joined = self.joined, self.cut
        turned._pieces_old, turned._pieces_new = self._pieces_new, self._pieces_old
        return turned
