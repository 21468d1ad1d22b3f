"""Many tasks: what was edited is told, and the work grows as the tasks do."""

from __future__ import annotations

from collections import Counter

import pytest

from cchc.diff.likeness import Like, Likeness, Partner
from cchc.diff.plans import differences
from cchc.registry.registry import shipped_registry
from tests.diff.generated import generated


def _told(number: int) -> tuple[Counter[str], dict[str, int]]:
    made = generated(number)
    facts = differences(made.old, made.new, shipped_registry()).facts
    told: Counter[str] = Counter(fact.kind for fact in facts if fact.extent == "words")
    return told, {"removed": made.removed, "added": made.added, "reworded": made.reworded, "lead": made.led}


def test_thousands_of_tasks() -> None:
    told, expected = _told(2_000)
    assert {kind: told[kind] for kind in expected} == expected
    assert told.keys() == expected.keys()


def test_comparisons_grow_with_the_number_of_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = 0
    compare = Likeness.of

    def counted(self: Likeness, i: int, j: int, partner: Partner) -> Like:
        nonlocal calls
        calls += 1
        return compare(self, i, j, partner)

    monkeypatch.setattr(Likeness, "of", counted)
    each: list[int] = []
    for number in (500, 2_000):
        calls = 0
        _told(number)
        each.append(calls)
    assert 0 < each[1] < 6 * each[0]
    assert each[1] < 5 * 2_000
