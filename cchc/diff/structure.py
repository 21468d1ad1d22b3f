"""Facts about where parts stand: added, removed, moved under another parent, in another order among the same ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from cchc.diff.facts import Fact, Kind, Pair, Side
from cchc.diff.matches import Matching
from cchc.diff.nodes import NO_PARENT, Node, children_of
from cchc.source import KeyPath


class Told(NamedTuple):
    """The old and new parts of which another fact (a split, a merger) tells already, by position."""

    old: Set[int]
    new: Set[int]


def structure_facts(matching: Matching, told: Told, *, rows: bool = False) -> Iterator[Fact]:
    """What came, went and moved. A part that goes takes what it holds with it, unless that stands elsewhere now."""
    yield from _unmatched(matching.old, set(matching.of_old) | told.old, "removed", rows)
    yield from _unmatched(matching.new, set(matching.of_new) | told.new, "added", rows)
    moved = {i for i, match in matching.of_old.items() if _has_moved(matching, i, match.new)}
    for i in sorted(moved):
        yield _place_fact(matching, i, "moved", rows)
    for i in sorted(_out_of_order(matching, moved)):
        yield _place_fact(matching, i, "reordered", rows)


def pairs_of(matching: Matching) -> Iterator[Pair]:
    """The matched parts by their key paths, in the order of the old plan."""
    for i, match in sorted(matching.of_old.items()):
        yield Pair(matching.old[i].path, matching.new[match.new].path, match.how, round(match.score, 3))


def _unmatched(nodes: Sequence[Node], known: Set[int], kind: Kind, rows: bool) -> Iterator[Fact]:
    """Parts without a partner; those inside another one are told with it."""
    held = children_of(nodes)
    for index, node in enumerate(nodes):
        if index in known or (node.parent != NO_PARENT and node.parent not in known):
            continue
        below = list(_below(index, held, known))
        inside = tuple(nodes[each].path for each in below if nodes[each].path != node.path)
        side = Side(node.text_path, _text(node, [nodes[each] for each in below]))
        row = node.path if rows and node.family.startswith("row:") else None
        if kind == "removed":
            yield Fact(kind, node.what, side, None, row, None, others_old=inside)
        else:
            yield Fact(kind, node.what, None, side, None, row, others_new=inside)


def _text(node: Node, inside: Sequence[Node]) -> str:
    """The text of a part; of an article, which has none of its own, that of its paragraphs."""
    said = [each.wording.text for each in inside if each.family == "article-text"]
    return "\n".join(said) if said and not node.named else node.wording.text


def _below(index: int, held: dict[int, list[int]], known: Set[int]) -> Iterator[int]:
    for child in held.get(index, ()):
        if child not in known:
            yield child
            yield from _below(child, held, known)


def _has_moved(matching: Matching, i: int, j: int) -> bool:
    old, new = matching.old[i].parent, matching.new[j].parent
    if old == NO_PARENT or new == NO_PARENT:
        return old != new
    return matching.partner(old) != new


def _place_fact(matching: Matching, i: int, kind: Kind, rows: bool) -> Fact:
    old = matching.old[i]
    new = matching.new[matching.of_old[i].new]
    is_row = rows and old.family.startswith("row:")
    at: tuple[KeyPath | None, KeyPath | None] = (old.path, new.path) if is_row else (None, None)
    return Fact(kind, old.what, Side(old.text_path, old.wording.text), Side(new.text_path, new.wording.text), *at)


def _out_of_order(matching: Matching, moved: Set[int]) -> Iterator[int]:
    """The fewest parts that would have to change places for those of one parent to keep their order."""
    for children in children_of(matching.old).values():
        by_family: dict[str, list[int]] = {}
        for i in children:
            if i in matching.of_old and i not in moved:
                by_family.setdefault(matching.old[i].family, []).append(i)
        for same in by_family.values():
            places = [matching.of_old[i].new for i in same]
            if any(first > second for first, second in pairwise(places)):
                kept = _increasing(places, _ranks(matching, same))
                yield from (i for number, i in enumerate(same) if number not in kept)


def _ranks(matching: Matching, parts: Sequence[int]) -> list[int]:
    """A weight for each part by its texts, the same whichever plan is the old one."""
    texts = [
        sorted((matching.old[i].wording.neutral, matching.new[matching.of_old[i].new].wording.neutral)) for i in parts
    ]
    order = sorted(range(len(parts)), key=texts.__getitem__)
    ranks = [0] * len(parts)
    for rank, position in enumerate(order):
        ranks[position] = rank * rank + 1
    return ranks


def _increasing(values: Sequence[int], ranks: Sequence[int]) -> set[int]:
    """The positions of a longest increasing part of ``values``; of several, the one with the most ``ranks``."""
    order = {value: place for place, value in enumerate(sorted(values), 1)}
    # A Fenwick tree over the places: the best chain that ends at or before each.
    best: list[tuple[int, int, int]] = [(0, 0, -1)] * (len(values) + 1)
    before: list[int] = []
    for position, value in enumerate(values):
        place = order[value]
        found, at = (0, 0, -1), place - 1
        while at:
            found, at = max(found, best[at]), at & (at - 1)
        before.append(found[2])
        made = (found[0] + 1, found[1] + ranks[position], position)
        while place <= len(values):
            best[place] = max(best[place], made)
            place += place & -place
    end, at = (0, 0, -1), len(values)
    while at:
        end, at = max(end, best[at]), at & (at - 1)
    kept: set[int] = set()
    last = end[2]
    while last >= 0:
        kept.add(last)
        last = before[last]
    return kept
