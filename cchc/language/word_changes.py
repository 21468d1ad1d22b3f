"""Which words of a text became which of another: the changed stretches of both, as editors mark them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from cchc.patterns import deferred

_TOKEN = deferred(r"[\w%]+(?:[-/.,](?=\w)[\w%]+)*|[^\w\s]")
"""A word, a figure or symbol with the signs inside it ("1,5%", "76/NQ-CP"), or one sign."""
_MOST_CELLS = 4_000_000
"""Pairs of words that are compared at most: texts of 2,000 words each."""


class WordChange(NamedTuple):
    """The characters ``old_start`` to ``old_end`` of one text became ``new_start`` to ``new_end`` of the other.

    An empty stretch stands where words were added or taken away, behind the word before it.
    """

    old_start: int
    old_end: int
    new_start: int
    new_end: int


_Token: TypeAlias = tuple[str, int, int]


def word_changes(old: str, new: str) -> tuple[WordChange, ...]:
    """The fewest words that differ, in their order; white space is no word. The other way round it is the same."""
    if old == new:
        return ()
    if new < old:
        return tuple(WordChange(*change[2:], *change[:2]) for change in word_changes(new, old))
    head, tail = _shared_ends(old, new)
    before, after = _tokens(old, head, len(old) - tail), _tokens(new, head, len(new) - tail)
    common = _common([token[0] for token in before], [token[0] for token in after]) if before and after else []
    return tuple(_stretches(before, after, common, _last_end(old, head)))


def _shared_ends(old: str, new: str) -> tuple[int, int]:
    """How many characters both begin with and end in, up to a space: what is equal need not be cut into words."""
    shorter = min(len(old), len(new))
    head = _equal_length(old, new, shorter)
    head = max(old.rfind(" ", 0, head), 0)
    limit = shorter - head
    tail = _equal_length(old[len(old) - limit :][::-1], new[len(new) - limit :][::-1], limit)
    space = old.find(" ", len(old) - tail)
    return head, len(old) - space if space >= 0 and tail else 0


def _equal_length(old: str, new: str, most: int) -> int:
    """With how many equal characters both begin, ``most`` at most."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _last_end(text: str, head: int) -> int:
    """Where the last word of the first ``head`` characters ends."""
    return len(text[:head].rstrip())


def _tokens(text: str, begin: int, end: int) -> list[_Token]:
    """Words with their first and last character (exclusive)."""
    return [(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text, begin, end)]


def _stretches(
    old: Sequence[_Token], new: Sequence[_Token], common: list[tuple[int, int]], place: int
) -> Iterator[WordChange]:
    """What lies between the ``common`` words; ``place`` is where the words before both end."""
    i = j = 0
    for next_i, next_j in [*common, (len(old), len(new))]:
        if next_i > i or next_j > j:
            yield WordChange(*_span(old, i, next_i, place), *_span(new, j, next_j, place))
        i, j = next_i + 1, next_j + 1


def _span(tokens: Sequence[_Token], begin: int, end: int, place: int) -> tuple[int, int]:
    if begin < end:
        return tokens[begin][1], tokens[end - 1][2]
    place = tokens[begin - 1][2] if begin else place
    return place, place


def _common(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The positions of a longest common sequence of words, stretches of it in one piece where there is a choice."""
    shorter = min(len(old), len(new))
    head = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    tail = next((i for i in range(shorter - head) if old[-1 - i] != new[-1 - i]), shorter - head)
    pairs = [(i, i) for i in range(head)]
    middle = _longest(old[head : len(old) - tail], new[head : len(new) - tail])
    pairs += [(i + head, j + head) for i, j in middle]
    return pairs + [(len(old) - i, len(new) - i) for i in range(tail, 0, -1)]


def _longest(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    if not old or not new or len(old) * len(new) > _MOST_CELLS:
        return []
    width = len(new) + 1
    # Two counts in one number: words in common, then those that stand beside another one.
    best = [[0] * width for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        row, below, word = best[i], best[i + 1], old[i]
        for j in range(len(new) - 1, -1, -1):
            found = max(row[j + 1], below[j])
            if word == new[j]:
                beside = i + 1 < len(old) and old[i + 1 : i + 2] == new[j + 1 : j + 2]
                found = max(found, below[j + 1] + _WORD + beside)
            row[j] = found
    return list(_path(old, new, best))


_WORD = 1 << 20


def _path(old: Sequence[str], new: Sequence[str], best: list[list[int]]) -> Iterator[tuple[int, int]]:
    i = j = 0
    while i < len(old) and j < len(new):
        beside = i + 1 < len(old) and old[i + 1 : i + 2] == new[j + 1 : j + 2]
        if old[i] == new[j] and best[i][j] == best[i + 1][j + 1] + _WORD + beside:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
