"""Which of two sequences go together, in their order: what is equal, then between that what is alike enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

_Item = TypeVar("_Item")
_MOST = 40_000
"""How many comparisons a stretch without anything equal is worth; a longer one has nothing to do with the other."""

Pairs = list[tuple[int, int]]


def paired(
    old: Sequence[_Item],
    new: Sequence[_Item],
    key: Callable[[_Item], Hashable],
    score: Callable[[_Item, _Item], float],
) -> Pairs:
    """Pairs of positions, ascending on both sides: items with the same ``key``, and between them the best by ``score``.

    ``score`` is from 0 to 1; items of score 0 are never paired, nor is what has its equal somewhere else.
    """
    pairs: Pairs = []
    keys = list(map(key, old)), list(map(key, new))
    on_both = set(keys[0]) & set(keys[1])
    matcher = SequenceMatcher(None, *keys, autojunk=False)
    at_old = at_new = 0
    for start_old, start_new, length in matcher.get_matching_blocks():
        left_old = [place for place in range(at_old, start_old) if keys[0][place] not in on_both]
        left_new = [place for place in range(at_new, start_new) if keys[1][place] not in on_both]
        pairs += _alike(old, new, left_old, left_new, score)
        pairs += [(start_old + step, start_new + step) for step in range(length)]
        at_old, at_new = start_old + length, start_new + length
    return pairs


def _alike(
    old: Sequence[_Item],
    new: Sequence[_Item],
    olds: Sequence[int],
    news: Sequence[int],
    score: Callable[[_Item, _Item], float],
) -> Pairs:
    """The pairs in order whose scores add up to most."""
    if not olds or not news or len(olds) * len(news) > _MOST:
        return []
    scores = [[score(old[i], new[j]) for j in news] for i in olds]
    best = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    for i in range(len(olds) - 1, -1, -1):
        for j in range(len(news) - 1, -1, -1):
            together = best[i + 1][j + 1] + scores[i][j] if scores[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], together)
    return list(_followed(best, scores, olds, news))


def _followed(
    best: list[list[float]], scores: list[list[float]], olds: Sequence[int], news: Sequence[int]
) -> Iterator[tuple[int, int]]:
    i = j = 0
    while i < len(olds) and j < len(news):
        if scores[i][j] and best[i][j] == best[i + 1][j + 1] + scores[i][j]:
            yield olds[i], news[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def likeness(old: str, new: str, least: float = 0.5) -> float:
    """The share of words that two texts have in common; 0 where it is below ``least``."""
    words = Counter(old.casefold().split()), Counter(new.casefold().split())
    total = words[0].total() + words[1].total()
    if not total:
        return 1.0
    share = 2 * (words[0] & words[1]).total() / total
    return share if share >= least else 0.0


def heaviest(links: Iterable[tuple[int, int, int]]) -> Pairs:
    """The pairs of ``links`` (a position on each side, a weight above 0) that ascend on both sides and weigh most."""
    # Those of one old position with the last new one first: so none of them follows another.
    ordered = sorted(links, key=lambda link: (link[0], -link[1]))
    places = {new: place for place, new in enumerate(sorted({new for _, new, _ in ordered}), 1)}
    # A Fenwick tree over the new positions: the heaviest chain that ends at or before each, and its last link.
    best: list[tuple[int, int]] = [(0, -1)] * (len(places) + 1)
    before: list[int] = []
    for number, (_, new, weight) in enumerate(ordered):
        found, at = (0, -1), places[new] - 1
        while at:
            found, at = max(found, best[at]), at & (at - 1)
        before.append(found[1])
        made, at = (found[0] + weight, number), places[new]
        while at < len(best):
            best[at] = max(best[at], made)
            at += at & -at
    last, at = (0, -1), len(places)
    while at:
        last, at = max(last, best[at]), at & (at - 1)
    chain: Pairs = []
    number = last[1]
    while number >= 0:
        chain.append(ordered[number][:2])
        number = before[number]
    return chain[::-1]


def filled(
    old: Sequence[_Item],
    new: Sequence[_Item],
    known: Pairs,
    open_old: Container[int],
    open_new: Container[int],
    key: Callable[[_Item], Hashable],
    score: Callable[[_Item, _Item], float],
) -> Pairs:
    """``known`` pairs of positions with those between them that ``paired`` finds among the open positions."""
    pairs: Pairs = []
    at_old = at_new = 0
    for to_old, to_new in [*known, (len(old), len(new))]:
        left_old = [place for place in range(at_old, to_old) if place in open_old]
        left_new = [place for place in range(at_new, to_new) if place in open_new]
        if left_old and left_new:
            between = paired([old[i] for i in left_old], [new[j] for j in left_new], key, score)
            pairs += [(left_old[i], left_new[j]) for i, j in between]
        if to_old < len(old):
            pairs.append((to_old, to_new))
        at_old, at_new = to_old + 1, to_new + 1
    return pairs
