"""Texts cut or joined word by word: which parts of one plan say together just what a part of the other one says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from cchc.diff.nodes import Node

_KEY = 3
"""Words with which a piece is looked up; none is shorter."""
_SHORTEST = 10
"""Words of a text below which equal words are chance."""
_JOINT = frozenset(("và", "đồng", "thời", "cùng", "với"))
"""Words that come and go where two sentences are joined."""
_MOST_PIECES, _MOST_TRIED = 6, 24


class Pieces(NamedTuple):
    """A part of one plan, and the parts of the other that have the pieces of its text, by position."""

    whole: int
    pieces: tuple[int, ...]


_Starts: TypeAlias = Mapping[tuple[str, tuple[str, ...]], Sequence[int]]


def cut(wholes: Sequence[Node], whole: Sequence[int], parts: Sequence[Node], free: Sequence[int]) -> Iterator[Pieces]:
    """Of the parts at the positions ``whole`` those whose words are those of several ``free`` ones, in their order."""
    starts: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
    for j in free:
        words = parts[j].wording.words
        if parts[j].named and len(words) >= _KEY:
            starts[parts[j].family, words[:_KEY]].append(j)
    used: set[int] = set()
    for i in whole:
        words = wholes[i].wording.words
        if wholes[i].named and len(words) >= _SHORTEST:
            found = _covered(words, 0, wholes[i].family, parts, starts, used)
            if found and len(found) > 1:
                used.update(found)
                yield Pieces(i, tuple(sorted(found)))


def _covered(
    words: tuple[str, ...], at: int, family: str, parts: Sequence[Node], starts: _Starts, used: set[int], deep: int = 0
) -> tuple[int, ...] | None:
    """Parts that say the words from ``at`` to the end, nearest the one before; None where there are none."""
    while at < len(words) and deep and words[at] in _JOINT and (family, words[at : at + _KEY]) not in starts:
        at += 1
    if at == len(words):
        return ()
    if deep == _MOST_PIECES:
        return None
    likely = [j for j in starts.get((family, words[at : at + _KEY]), ())[:_MOST_TRIED] if j not in used]
    for j in sorted(likely, key=lambda j: (-len(parts[j].wording.words), j)):
        own = parts[j].wording.words
        if words[at : at + len(own)] == own:
            rest = _covered(words, at + len(own), family, parts, starts, used | {j}, deep + 1)
            if rest is not None:
                return (j, *rest)
    return None
