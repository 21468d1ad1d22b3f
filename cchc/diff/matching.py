"""Which part of the old plan is which of the new one: by ids, by wording, by what they hold, by likeness."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import takewhile

from cchc.diff.blocks import best_pairs
from cchc.diff.likeness import SHORT, Likeness
from cchc.diff.matches import Matching
from cchc.diff.nodes import NO_PARENT, Node, children_of
from cchc.diff.pieces import cut

_RARE_WORDS, _MOST_WITH_WORD, _MOST_CANDIDATES = 10, 60, 8
"""By how many of its rarest words a part looks for candidates, how many parts may have one, how many are compared."""
_MOST_TIES = 24
_VOTES, _ROUNDS = 0.5, 3
_SAME_TABLE = 0.1
"""Which part of the smaller table's rows the other one has at least, where both are the last ones left."""

_Key = Callable[[int], Hashable]


def matched(old: Sequence[Node], new: Sequence[Node]) -> Matching:
    """The matches of ``old`` and ``new``. The other way round they are the same: one direction decides ties in both."""
    if [node.wording.neutral for node in new] < [node.wording.neutral for node in old]:
        return _matched(new, old).turned()
    return _matched(old, new)


def _matched(old: Sequence[Node], new: Sequence[Node]) -> Matching:
    matching = Matching(old, new)
    _by_id(matching)
    likeness = Likeness(old, new)
    _by_wording(matching, likeness)
    _by_pieces(matching)
    _by_children(matching)
    held = set(children_of(old)) - {NO_PARENT}, set(children_of(new)) - {NO_PARENT}
    _by_likeness(matching, likeness, [i for i in matching.free_old() if i in held[0]], held[1])
    for _ in range(_ROUNDS):
        # What is left has rarer words each time, by which more candidates are found.
        known = len(matching.of_old)
        _by_likeness(matching, likeness, matching.free_old(), None)
        if not _by_children(matching) and len(matching.of_old) == known:
            break
    _only_children(matching)
    return matching


def _by_id(matching: Matching) -> None:
    there = {(node.family, node.id): j for j, node in enumerate(matching.new) if node.id}
    for i, node in enumerate(matching.old):
        j = there.get((node.family, node.id)) if node.id else None
        if j is not None and j not in matching.of_new:
            matching.add(i, j, "id")


def _by_wording(matching: Matching, likeness: Likeness) -> None:
    """Equal texts: first those in the same place with the same beside them, in the end the same text anywhere."""
    chains: dict[Hashable, int] = {}
    old_chain, new_chain = _chains(matching.old, chains), _chains(matching.new, chains)
    keys: tuple[Callable[[Node, int], Hashable], ...] = (
        lambda node, chain: (node.family, node.wording.counted, chain, node.marks),
        lambda node, chain: (node.family, node.wording.counted, chain),
        lambda node, chain: (node.family, node.wording.neutral, chain),
        lambda node, _: (node.family, node.wording.counted, node.marks),
        lambda node, _: (node.family, node.wording.neutral),
    )
    for key in keys:
        old_keys: dict[Hashable, list[int]] = defaultdict(list)
        new_keys: dict[Hashable, list[int]] = defaultdict(list)
        for i in matching.free_old():
            old_keys[key(matching.old[i], old_chain[i])].append(i)
        for j in matching.free_new():
            new_keys[key(matching.new[j], new_chain[j])].append(j)
        for same, ours in old_keys.items():
            if same in new_keys:
                for i, j in _paired(matching, likeness, ours, new_keys[same]):
                    matching.add(i, j, "wording")


def _by_pieces(matching: Matching) -> None:
    """Texts that were cut or joined, word by word: before likeness takes a piece for another part."""
    old, new = matching.free_old(), matching.free_new()
    divided = list(cut(matching.old, old, matching.new, new))
    told = {each.whole for each in divided}, {j for each in divided for j in each.pieces}
    rest = [i for i in old if i not in told[0]], [j for j in new if j not in told[1]]
    matching.divide(divided, list(cut(matching.new, rest[1], matching.old, rest[0])))


def _chains(nodes: Sequence[Node], known: dict[Hashable, int]) -> list[int]:
    """A number for the texts around each node, the same for the same texts."""
    inner: list[int] = []
    found: list[int] = []
    for node in nodes:
        around = NO_PARENT if node.parent == NO_PARENT else inner[node.parent]
        found.append(around)
        inner.append(known.setdefault((around, node.family, node.wording.neutral if node.named else ""), len(known)))
    return found


def _paired(
    matching: Matching, likeness: Likeness, ours: Sequence[int], theirs: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Parts of one wording: by what is around and beside them, where there are several; in order, where many."""
    if len(ours) == len(theirs) == 1 or max(len(ours), len(theirs)) > _MOST_TIES:
        yield from (pair for pair in zip(ours, theirs, strict=False) if _credible(matching, likeness, *pair))
        return
    edges = {
        (i, j): likeness.of(i, j, matching.partner).score + _nearness(matching, i, j)
        for i in ours
        for j in theirs
        if _credible(matching, likeness, i, j)
    }
    yield from best_pairs(edges)


def _nearness(matching: Matching, i: int, j: int) -> float:
    """A little more for parts that stand alike in their plans, so that ties are decided."""
    apart = abs(i / len(matching.old) - j / len(matching.new))
    return (1 - apart) / 1000


def _credible(matching: Matching, likeness: Likeness, i: int, j: int) -> bool:
    """Whether the same short wording means the same part: not under another parent, where it stands more than once."""
    old, new = matching.old[i], matching.new[j]
    if len(old.wording.words) >= SHORT or (old.parent == NO_PARENT and new.parent == NO_PARENT):
        return True
    if old.parent != NO_PARENT and matching.partner(old.parent) == new.parent:
        return True
    return likeness.is_only(old)


def _by_children(matching: Matching) -> bool:
    """Parts of which most that they hold has been matched with what another one holds; inner ones first. Whether there
    were any."""
    known = len(matching.of_old)
    held_old, held_new = children_of(matching.old), children_of(matching.new)
    votes: dict[int, Counter[int]] = defaultdict(Counter)
    for i in range(len(matching.old) - 1, -1, -1):
        if i in held_old and i not in matching.of_old:
            j = _elected(matching, i, held_old, held_new, votes)
            if j is not None:
                matching.add(i, j, "children", _share(matching, i, j, held_old, held_new))
    return len(matching.of_old) > known


def _elected(
    matching: Matching,
    i: int,
    held_old: Mapping[int, list[int]],
    held_new: Mapping[int, list[int]],
    votes: dict[int, Counter[int]],
) -> int | None:
    partners = (matching.partner(child) for child in held_old[i])
    votes[i] = Counter(matching.new[j].parent for j in partners if j is not None)
    for j, _ in sorted(votes[i].items(), key=lambda vote: (-vote[1], vote[0])):
        free = j != NO_PARENT and j not in matching.of_new and matching.new[j].family == matching.old[i].family
        if free and _share(matching, i, j, held_old, held_new) >= _VOTES:
            return j
    return None


def _share(
    matching: Matching, i: int, j: int, held_old: Mapping[int, list[int]], held_new: Mapping[int, list[int]]
) -> float:
    """Which part of what both hold is matched with one another."""
    there = set(held_new[j])
    both = sum(matching.partner(child) in there for child in held_old[i])
    return 2 * both / (len(held_old[i]) + len(there))


def _by_likeness(matching: Matching, likeness: Likeness, waiting: Sequence[int], among: set[int] | None) -> None:
    """The likest of the parts that are left, assigned at best in blocks; of the new ones only those ``among``."""
    free = [j for j in matching.free_new() if among is None or j in among]
    if not waiting or not free:
        return
    index = _by_words(matching.new, free, likeness)
    siblings: dict[int, list[int]] = defaultdict(list)
    for j in free:
        siblings[matching.new[j].parent].append(j)
    beside = _between_anchors(matching, siblings)
    edges: dict[tuple[int, int], float] = {}
    for i in waiting:
        for j in sorted(_candidates(matching, likeness, i, index, siblings) | beside.get(i, set())):
            score = likeness.of(i, j, matching.partner).score
            if score > 0:
                edges[i, j] = score + _nearness(matching, i, j)
    for (i, j), score in best_pairs(edges).items():
        matching.add(i, j, "likeness", min(score, 1.0))


def _between_anchors(matching: Matching, siblings: Mapping[int, list[int]]) -> dict[int, set[int]]:
    """For free old parts the free new ones as far behind the last matched one, or a place before or after that."""
    found: dict[int, set[int]] = {}
    for parent, children in children_of(matching.old).items():
        there = NO_PARENT if parent == NO_PARENT else matching.partner(parent)
        free = siblings.get(there, []) if there is not None else []
        at = 0
        for i in children if free else ():
            match = matching.of_old.get(i)
            if match is not None:
                at = bisect_left(free, match.new) if matching.new[match.new].parent == there else at
                continue
            family = matching.old[i].family
            found[i] = {j for j in free[max(0, at - 1) : at + 2] if matching.new[j].family == family}
            at += 1
    return found


def _by_words(nodes: Sequence[Node], free: Iterable[int], likeness: Likeness) -> Mapping[tuple[str, str], list[int]]:
    """The free parts of each family that have a word, for words that few of them have."""
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for j in free:
        for word in likeness.bag(nodes[j].wording.words)[0]:
            index[nodes[j].family, word].append(j)
    return {key: found for key, found in index.items() if len(found) <= _MOST_WITH_WORD}


def _candidates(
    matching: Matching,
    likeness: Likeness,
    i: int,
    index: Mapping[tuple[str, str], list[int]],
    siblings: Mapping[int, list[int]],
) -> set[int]:
    node = matching.old[i]
    there = NO_PARENT if node.parent == NO_PARENT else matching.partner(node.parent)
    beside = siblings.get(there, []) if there is not None else []
    found = {j for j in beside if matching.new[j].family == node.family} if len(beside) <= _MOST_TIES else set()
    weights = likeness.weights
    shared: Counter[int] = Counter()
    rarest = sorted(likeness.bag(node.wording.words)[0], key=lambda word: (-weights[word], word))
    known = [word for word in rarest if (node.family, word) in index][:_RARE_WORDS]
    for word in known:
        shared.update(index[node.family, word])
    found.update(nsmallest(_MOST_CANDIDATES, shared, key=lambda j: (-shared[j], j)))
    return found


def _only_children(matching: Matching) -> None:
    """The one table of a family that is left in each plan, where enough of the rows in them are the same."""
    left_old, left_new = _tables_left(matching.old, matching.of_old), _tables_left(matching.new, matching.of_new)
    for family, ours in left_old.items():
        theirs = left_new.get(family, [])
        if len(ours) == len(theirs) == 1:
            rows_old, rows_new = _within(matching.old, ours[0]), _within(matching.new, theirs[0])
            same = sum(matching.partner(i) in rows_new for i in rows_old)
            share = same / (min(len(rows_old), len(rows_new)) or 1)
            if share >= _SAME_TABLE or not (rows_old or rows_new):
                matching.add(ours[0], theirs[0], "children", share)


def _tables_left(nodes: Sequence[Node], matched: Container[int]) -> dict[str, list[int]]:
    left: dict[str, list[int]] = defaultdict(list)
    for index, node in enumerate(nodes):
        if node.family.startswith("table:") and index not in matched:
            left[node.family].append(index)
    return left


def _within(nodes: Sequence[Node], table: int) -> set[int]:
    """The rows of a table, which stand behind it up to the next one."""
    behind = range(table + 1, len(nodes))
    return set(takewhile(lambda index: nodes[index].parent != NO_PARENT, behind))
