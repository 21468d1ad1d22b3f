"""Candidates dealt into blocks that no candidate joins, each small enough to be assigned at best."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cchc.diff.assignment import assigned

Edges = Mapping[tuple[int, int], float]
"""How like an old and a new part are, by their positions; only for those that may be the same."""

_MOST = 24
"""Parts of one plan in a block: the work grows with the cube. What does not fit waits for the next round."""
_ROUNDS = 4


def best_pairs(edges: Edges) -> dict[tuple[int, int], float]:
    """The pairs with the greatest sum of likeness, each part in one of them at most."""
    found: dict[tuple[int, int], float] = {}
    waiting = dict(edges)
    for _ in range(_ROUNDS):
        if not waiting:
            break
        for block in _blocks(waiting):
            found.update(_best(block))
        taken_old, taken_new = {i for i, _ in found}, {j for _, j in found}
        waiting = {(i, j): score for (i, j), score in waiting.items() if i not in taken_old and j not in taken_new}
    return found


def _blocks(edges: Edges) -> Iterator[Edges]:
    """Connected candidates, the most alike joined first; candidates between two full blocks are left out."""
    block_of: dict[tuple[str, int], int] = {}
    members: dict[int, list[tuple[str, int]]] = {}
    kept: list[tuple[int, int]] = []
    for i, j in sorted(edges, key=lambda edge: (-edges[edge], edge)):
        ends = ("old", i), ("new", j)
        for end in ends:
            if end not in block_of:
                block_of[end] = number = len(members)
                members[number] = [end]
        small, large = sorted((block_of[end] for end in ends), key=lambda number: (len(members[number]), number))
        if small != large:
            joined = members[small] + members[large]
            if max(sum(side == which for side, _ in joined) for which in ("old", "new")) > _MOST:
                continue
            for end in members[small]:
                block_of[end] = large
            members[large] = joined
            members[small] = []
        kept.append((i, j))
    blocks: dict[int, dict[tuple[int, int], float]] = {}
    for i, j in kept:
        blocks.setdefault(block_of["old", i], {})[i, j] = edges[i, j]
    yield from blocks.values()


def _best(block: Edges) -> Iterator[tuple[tuple[int, int], float]]:
    if len(block) == 1:
        yield from block.items()
        return
    old, new = sorted({i for i, _ in block}), sorted({j for _, j in block})
    for row, column in assigned([[-block.get((i, j), 0.0) for j in new] for i in old]):
        edge = old[row], new[column]
        if edge in block:
            yield edge, block[edge]
