"""How like two parts are: the words of their texts, what holds them, what stands beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import chain
from math import log
from typing import NamedTuple

from cchc.diff.facts import What
from cchc.diff.nodes import NO_PARENT, Node

_TEXT, _PARENT, _MARKS = 0.64, 0.15, (0.08, 0.07, 0.06)
"""What the text counts, what holds it, and each of what stands beside it."""
_LIKE_TEXT, _LIKE = 0.45, 0.5
"""Likeness of texts and of the whole from which two parts can be the same."""
_ELSEWHERE_TEXT = 0.68
"""The same of texts, where they stand under other parents."""
_LONG = 12
"""Words from which a text moved elsewhere is known by how many of them it kept."""
_BRIEF, _BRIEF_TEXT = 8, 0.6
"""The same of texts of fewer words: a word or two in common says little."""
_OTHER_KIND_TEXT = 0.8
"""The same of texts, where one is a group and the other a task, or one an objective and the other none; and of tasks
that stand elsewhere and are others' now."""
_OTHER_LEVEL_TEXT = 0.9
"""The same of rows' texts, where one holds rows and the other none: a heading shares its words with what it holds."""
_OTHER_LEVEL = 0.15
"""How much less alike such rows are: another one of the same level is preferred."""
_ONLY_TEXT = 0.3
"""The same of texts, where each is all that its section says."""
_SAME_BESIDE_TEXT = 0.2
"""The same of texts, where everything beside them is equal."""
_GOES_ON_TEXT = 0.7
"""How like a recipient is to itself with words behind it: "Bộ Nội vụ (để báo cáo)"."""
_BEGINNING, _BEGINS_ALIKE, _GOES_ON = 5, 0.12, 0.2
"""Words with which two long texts begin, and how much liker they are then; and where one goes on behind the other."""
SHORT = 5
"""Words below which texts under other parents are not compared: titles such as "Nhiệm vụ, giải pháp" recur."""
_APART: frozenset[What] = frozenset(("group", "objective"))

Partner = Callable[[int], int | None]
"""The position of the new part that an old one became, where that is known."""


class Like(NamedTuple):
    """How like two parts are, and how like their texts alone; ``score`` is 0 where they cannot be the same."""

    score: float
    text: float


class Likeness:
    """Compares old parts with new ones; words that few parts have count more."""

    def __init__(self, old: Sequence[Node], new: Sequence[Node]) -> None:
        self._old, self._new = old, new
        often = Counter(chain.from_iterable(set(node.wording.words) for node in chain(old, new)))
        every = len(old) + len(new)
        self.weights = {word: log(1 + every / times) for word, times in often.items()}
        self._times: Counter[tuple[str, str]] = Counter()
        self._marks: dict[str, frozenset[str]] = {}
        self._bags: dict[tuple[str, ...], tuple[Counter[str], float]] = {}
        self._held = _held(old), _held(new)

    def is_only(self, node: Node) -> bool:
        """Whether no other part of the family has this wording, in either plan."""
        if not self._times:
            self._times = Counter((each.family, each.wording.neutral) for each in chain(self._old, self._new))
        return self._times[node.family, node.wording.neutral] == 2

    def of_texts(self, first: tuple[str, ...], second: tuple[str, ...]) -> float:
        """The shared part of two texts' words by weight: 0 to 1."""
        if first == second:
            return 1.0
        (one, one_weight), (two, two_weight) = self.bag(first), self.bag(second)
        if len(two) < len(one):
            one, two = two, one
        weights = self.weights
        shared = sum(weights[word] * min(one[word], two[word]) for word in one.keys() & two.keys())
        return 2 * shared / (one_weight + two_weight or 1.0)

    def bag(self, words: tuple[str, ...]) -> tuple[Counter[str], float]:
        """The words with how often each comes, and their weight."""
        if words not in self._bags:
            bag = Counter(words)
            self._bags[words] = bag, sum(self.weights[word] * times for word, times in bag.items())
        return self._bags[words]

    def of(self, i: int, j: int, partner: Partner) -> Like:
        """How like the old part ``i`` and the new part ``j`` are."""
        old, new = self._old[i], self._new[j]
        text = self.of_texts(old.wording.words, new.wording.words)
        if text < 1:
            text = min(text + _beginning(old.wording.words, new.wording.words), 0.99)
        if old.family == "recipient" and _goes_on(old.wording.words, new.wording.words):
            text = max(text, _GOES_ON_TEXT)
        around, together = self._around(old.parent, new.parent, partner)
        if not together and _LIKE <= text < _ELSEWHERE_TEXT:
            text = max(text, _shared(old.wording.words, new.wording.words))
        total, whole = _TEXT * text + _PARENT * around, _TEXT + _PARENT
        equal = compared = 0
        for weight, ours, theirs in zip(_MARKS, old.marks, new.marks, strict=False):
            if ours and theirs:
                same = 1.0 if ours == theirs else self._of_marks(ours, theirs)
                total, whole = total + weight * same, whole + weight
                compared, equal = compared + 1, equal + (same == 1.0)
        score = total / whole - (_OTHER_LEVEL if self._levels_differ(i, j) else 0.0)
        beside = together and compared >= 2 and equal == compared and old.marks == new.marks
        if together and self._are_only_texts(old, new):
            return Like(max(score, _LIKE) if text >= _ONLY_TEXT else 0.0, text)
        if text < self._least(i, j, beside=beside, together=together) or (score < _LIKE and not beside):
            return Like(0.0, text)
        return Like(score, text)

    def _levels_differ(self, i: int, j: int) -> bool:
        """Whether one of two rows holds rows and the other none."""
        return self._old[i].family.startswith("row:") and (i in self._held[0]) != (j in self._held[1])

    def _are_only_texts(self, old: Node, new: Node) -> bool:
        """Whether nothing else is said in the sections of both."""
        if old.family != "text" or old.what != new.what or NO_PARENT in (old.parent, new.parent):
            return False
        return self._held[0][old.parent] == self._held[1][new.parent] == 1

    def _least(self, i: int, j: int, *, beside: bool, together: bool) -> float:
        """How like texts must be for two parts to be the same."""
        old, new = self._old[i], self._new[j]
        if old.what != new.what and _APART & {old.what, new.what}:
            return _OTHER_KIND_TEXT
        if self._levels_differ(i, j):
            return _OTHER_LEVEL_TEXT
        if beside:
            return _SAME_BESIDE_TEXT
        if not together and old.marks and self._other_lead(old.marks[0], new.marks[0]):
            return _OTHER_KIND_TEXT
        if old.family.startswith("table:"):
            # Titles of tables share their first words; the rows tell more.
            return _ELSEWHERE_TEXT
        words = min(len(old.wording.words), len(new.wording.words))
        if together:
            return _LIKE_TEXT if words >= _BRIEF or any(old.marks) else _BRIEF_TEXT
        return _ELSEWHERE_TEXT if words >= SHORT else 2.0

    def _other_lead(self, first: str, second: str) -> bool:
        return bool(first and second) and first != second and self._of_marks(first, second) < _LIKE

    def _around(self, old: int, new: int, partner: Partner) -> tuple[float, bool]:
        """How like what holds both is, and whether it is the same."""
        if old == NO_PARENT or new == NO_PARENT:
            return (1.0, True) if old == new else (0.0, False)
        found = partner(old)
        if found is not None:
            return (1.0, True) if found == new else (0.0, False)
        return 0.8 * self.of_texts(self._old[old].wording.words, self._new[new].wording.words), False

    def _of_marks(self, first: str, second: str) -> float:
        one, two = self._words_of(first), self._words_of(second)
        return 2 * len(one & two) / (len(one) + len(two))

    def _words_of(self, mark: str) -> frozenset[str]:
        if mark not in self._marks:
            self._marks[mark] = frozenset(mark.split())
        return self._marks[mark]


def _held(nodes: Sequence[Node]) -> Counter[int]:
    """How many parts each one holds; those that hold none are left out."""
    return Counter(node.parent for node in nodes if node.parent != NO_PARENT)


def _shared(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    """The shared part of the words of two long texts, each word as good as another: few put by chance are rare ones."""
    if min(len(first), len(second)) < _LONG:
        return 0.0
    return 2 * (Counter(first) & Counter(second)).total() / (len(first) + len(second))


def _goes_on(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    short, long = sorted((first, second), key=len)
    return len(short) > 1 and long[: len(short)] == short


def _beginning(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    """How much liker two long texts are by how they begin: one may be all that the other begins with."""
    short, long = sorted((first, second), key=len)
    if len(short) <= 2 * _BEGINNING or short[:_BEGINNING] != long[:_BEGINNING]:
        return 0.0
    return _GOES_ON if long[: len(short)] == short else _BEGINS_ALIKE
