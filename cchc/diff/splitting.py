"""Splits and mergers: a text that stands in several parts of the other plan, each of which has a piece of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from heapq import nsmallest
from typing import TypeAlias

from cchc.diff.facts import Fact, Side
from cchc.diff.matches import Matching
from cchc.diff.nodes import NO_PARENT, Node
from cchc.diff.pieces import Pieces
from cchc.source import KeyPath

_HELD = 0.75
"""Which part of a piece's words the whole has at least."""
_MADE = 0.72
"""Which part of the whole's words its pieces have at least, all together."""
_BETTER = 0.12
"""By how much more of the whole the pieces say than the likest of them alone."""
_LONGEST = 1.3
"""How many times the words of the whole its pieces have at most."""
_MOST_PIECES = 6
_MOST_TRIED = 12
_SHORTEST = 2
_MOST_WITH_WORD = 40
"""Pieces that have one word at most: what more parts begin with tells none of them."""


def splits(matching: Matching) -> list[Pieces]:
    """The old parts whose texts stand in several new ones; of these, one at most was matched with the whole."""
    partners = {i: match.new for i, match in matching.of_old.items()}
    free = matching.free_new()
    return [*matching.cut, *_divided(matching.old, matching.new, partners, free, _wholes(matching.cut))]


def mergers(matching: Matching) -> list[Pieces]:
    """The new parts whose texts stood in several old ones."""
    free = matching.free_old()
    return [
        *matching.joined,
        *_divided(matching.new, matching.old, matching.of_new, free, _wholes(matching.joined)),
    ]


def _wholes(pieces: Sequence[Pieces]) -> set[int]:
    return {each.whole for each in pieces}


def split_fact(matching: Matching, pieces: Pieces, *, rows: bool) -> Fact:
    """An old part is several new ones now; the first of these is the ``new`` side."""
    whole, parts = matching.old[pieces.whole], [matching.new[j] for j in pieces.pieces]
    at: tuple[KeyPath | None, KeyPath | None] = (whole.path, parts[0].path) if rows else (None, None)
    others = tuple(part.path for part in parts[1:])
    return Fact("split", whole.what, _side(whole), _side(parts[0]), *at, others_new=others)


def merger_fact(matching: Matching, pieces: Pieces, *, rows: bool) -> Fact:
    """Several old parts are one now; the first of them is the ``old`` side."""
    whole, parts = matching.new[pieces.whole], [matching.old[i] for i in pieces.pieces]
    at: tuple[KeyPath | None, KeyPath | None] = (parts[0].path, whole.path) if rows else (None, None)
    others = tuple(part.path for part in parts[1:])
    return Fact("merged", whole.what, _side(parts[0]), _side(whole), *at, others_old=others)


def _side(node: Node) -> Side:
    return Side(node.text_path, node.wording.text)


def _divided(
    wholes: Sequence[Node],
    parts: Sequence[Node],
    partners: dict[int, int],
    free: Sequence[int],
    known: Set[int],
) -> Iterator[Pieces]:
    """Wholes that are not ``known`` already; pieces are ``free`` parts, and the one that was matched with the whole."""
    free = [number for number in free if parts[number].named]
    if not free:
        return
    index = _by_words(parts, free)
    used: set[int] = set()
    for number, whole in enumerate(wholes):
        around = NO_PARENT if whole.parent == NO_PARENT else partners.get(whole.parent)
        if around is None or not whole.named or number in known:
            continue
        own = partners.get(number)
        if own is not None and parts[own].wording.neutral == whole.wording.neutral:
            continue
        near: Counter[int] = Counter()
        for word in set(whole.wording.words):
            near.update(index.get((around, whole.family, word), ()))
        likely = nsmallest(_MOST_TRIED, near, key=lambda j: (-near[j], j))
        found = _pieces(whole, parts, own, sorted(j for j in likely if j not in used)) if likely else ()
        if found:
            used.update(found)
            yield Pieces(number, found)


_Index: TypeAlias = Mapping[tuple[int, str, str], Sequence[int]]


def _by_words(parts: Sequence[Node], free: Sequence[int]) -> _Index:
    """The free parts by parent, family and so many of their rarest words that a whole which holds them has one."""
    often = Counter(word for j in free for word in set(parts[j].wording.words))
    index: dict[tuple[int, str, str], list[int]] = defaultdict(list)
    for j in free:
        words = sorted(set(parts[j].wording.words), key=lambda word: (often[word], word))
        for word in words[: int(len(words) * (1 - _HELD)) + 1]:
            index[parts[j].parent, parts[j].family, word].append(j)
    return {key: found for key, found in index.items() if len(found) <= _MOST_WITH_WORD}


def _pieces(whole: Node, parts: Sequence[Node], own: int | None, waiting: Sequence[int]) -> tuple[int, ...]:
    """The parts that have pieces of the text of ``whole``; none where they do not make up it."""
    words = Counter(whole.wording.words)
    if own is not None and not _holds(words, parts[own]):
        return ()
    found = [] if own is None else [own]
    left = words - Counter(parts[own].wording.words) if own is not None else words
    candidates = list(waiting)
    while candidates and len(found) < _MOST_PIECES:
        # Of parts that share most words, each has another piece of the whole: what is left of it tells them apart.
        says = {j: (left & Counter(parts[j].wording.words)).total() for j in candidates}
        best = max(candidates, key=lambda j: (says[j], says[j] / len(parts[j].wording.words or "-"), -j))
        if not _holds(left, parts[best]):
            candidates.remove(best)
            continue
        found.append(best)
        candidates.remove(best)
        left = left - Counter(parts[best].wording.words)
    return tuple(sorted(found)) if len(found) > 1 and _makes_up(words, [parts[j] for j in found]) else ()


def _makes_up(words: Counter[str], pieces: Sequence[Node]) -> bool:
    """Whether the pieces say most of the whole together, and more than one of them alone."""
    bags = [Counter(piece.wording.words) for piece in pieces]
    every = words.total()
    together = (words & sum(bags, Counter())).total() / every
    most = max((words & bag).total() / every for bag in bags)
    return together >= _MADE and together - most >= _BETTER and sum(bags, Counter()).total() <= _LONGEST * every


def _holds(words: Counter[str], part: Node) -> bool:
    own = Counter(part.wording.words)
    return len(own) >= _SHORTEST and (own & words).total() / own.total() >= _HELD
