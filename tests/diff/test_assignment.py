"""The assignment against all permutations."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from cchc.diff.assignment import assigned


@st.composite
def _costs(draw: st.DrawFn) -> list[list[float]]:
    height, width = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    row = st.lists(st.integers(0, 20).map(lambda cost: cost / 4), min_size=width, max_size=width)
    return draw(st.lists(row, min_size=height, max_size=height))


@given(_costs())
def test_no_permutation_is_cheaper(costs: list[list[float]]) -> None:
    found = assigned(costs)
    height, width = len(costs), len(costs[0])
    assert len(found) == min(height, width)
    assert len({row for row, _ in found}) == len({column for _, column in found}) == len(found)
    if height <= width:
        sums = [sum(costs[i][j] for i, j in enumerate(chosen)) for chosen in permutations(range(width), height)]
    else:
        sums = [sum(costs[i][j] for j, i in enumerate(chosen)) for chosen in permutations(range(height), width)]
    assert sum(costs[row][column] for row, column in found) == min(sums)


def test_nothing_is_assigned_to_nothing() -> None:
    assert assigned([]) == []
    assert assigned([[], []]) == []
