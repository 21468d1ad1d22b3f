"""Random edits of the real plans: what was edited is what is told, nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from tests.diff.editing import Case
from tests.diff.measuring import cases, held_out, judged

CASES = 50
"""Enough to see a slip; ``python -m tests.diff.measuring 600`` and ``… 600 held-out`` measure."""


@pytest.mark.parametrize("drawn", [cases, held_out])
def test_what_was_edited_is_told_and_nothing_else(drawn: Callable[[int], Iterator[Case]]) -> None:
    right = missed = wrong = 0
    kinds: Counter[str] = Counter()
    for case in drawn(CASES):
        found = judged(case)
        right, missed, wrong = right + len(found.right), missed + len(found.missed), wrong + len(found.wrong)
        kinds.update(case.edits)
    assert right + missed > 200
    assert len(kinds) > 16
    assert right / (right + missed) >= 0.98
    assert right / (right + wrong) >= 0.98


def test_a_fact_that_nobody_edited_and_an_edit_that_is_not_told_are_seen() -> None:
    case = next(case for case in cases(20) if len(case.expected) > 2)
    unedited = judged(case._replace(new=case.old))
    assert unedited.missed == case.expected
    unnamed = judged(case._replace(expected=()))
    assert len(unnamed.wrong) >= len(case.expected)
