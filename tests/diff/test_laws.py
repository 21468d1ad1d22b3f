"""Laws of differences: none of a plan with itself; the other way round the same, but for successions."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest

from cchc.diff.facts import Fact, Kind
from cchc.diff.plans import differences
from cchc.model.plan import Plan
from cchc.registry.registry import shipped_registry
from tests.diff.editing import EDITS, PLANS, case
from tests.diff.harder_edits import HARDER
from tests.diff.plans import LAYOUT_PLANS, REAL_PLANS, plan_at

ALL = {path.stem if path in REAL_PLANS else f"layouts/{path.stem}": path for path in (*REAL_PLANS, *LAYOUT_PLANS)}
_BACKWARDS: dict[Kind, Kind] = {
    "added": "removed",
    "removed": "added",
    "split": "merged",
    "merged": "split",
    "kpi-raised": "kpi-lowered",
    "kpi-lowered": "kpi-raised",
    "kpi-added": "kpi-removed",
    "kpi-removed": "kpi-added",
}


@pytest.mark.parametrize("name", ALL)
def test_a_plan_with_itself_has_no_differences(name: str) -> None:
    found = differences(plan_at(ALL[name]), plan_at(ALL[name]), shipped_registry())
    assert found.facts == ()
    assert found.not_compared == ()
    assert all(pair.old == pair.new for pair in found.pairs)


@pytest.mark.parametrize("pair", tuple(combinations(PLANS, 2)), ids=" ".join)
def test_real_plans_the_other_way_round(pair: tuple[str, str]) -> None:
    old, new = (plan_at(ALL[name]) for name in pair)
    _mirrored(old, new)


@pytest.mark.parametrize("seed", range(30))
def test_edited_plans_the_other_way_round(seed: int) -> None:
    kinds = (*EDITS, *HARDER) if seed % 2 else EDITS
    made = case(PLANS[seed % len(PLANS)], seed, 12, rolled=seed % 3 == 0, kinds=kinds)
    _mirrored(made.old, made.new)


def _mirrored(old: Plan, new: Plan) -> None:
    there = differences(old, new, shipped_registry())
    back = differences(new, old, shipped_registry())
    assert Counter(map(_turned, there.facts)) == Counter(map(_plain, back.facts))
    assert {(pair.new, pair.old) for pair in there.pairs} == {(pair.old, pair.new) for pair in back.pairs}
    sides = {"old": "new", "new": "old"}
    assert {(sides[each.side], each.paths, each.field, each.rows) for each in there.not_compared} == {
        (each.side, each.paths, each.field, each.rows) for each in back.not_compared
    }


def _plain(fact: Fact) -> tuple[object, ...]:
    kind = "lead or support" if fact.kind in ("succession", "lead", "support") else fact.kind
    words = tuple(sorted(fact.words))
    return (kind, fact.old, fact.new, fact.old_row, fact.new_row, fact.field, fact.extent, words, fact.months,
            fact.others_old, fact.others_new)  # fmt: skip


def _turned(fact: Fact) -> tuple[object, ...]:
    return _plain(
        fact._replace(
            kind=_BACKWARDS.get(fact.kind, fact.kind),
            old=fact.new,
            new=fact.old,
            old_row=fact.new_row,
            new_row=fact.old_row,
            words=tuple(type(change)(*change[2:], *change[:2]) for change in fact.words),
            months=None if fact.months is None else -fact.months,
            others_old=fact.others_new,
            others_new=fact.others_old,
        )
    )
