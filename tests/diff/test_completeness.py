"""No text of a plan can change without being told: each place of a sample is changed alone."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from cchc.diff.facts import Fact
from cchc.diff.plans import differences
from cchc.model.replacing import with_texts
from cchc.model.walk import texts
from cchc.registry.registry import shipped_registry
from cchc.source import IMPLIED_KEYS, KeyPath
from tests.diff.plans import LAYOUT_PLANS, REAL_PLANS, plan_at

_SAMPLE = 25
_NEVER_PRINTED = frozenset(("id", "as_above"))
"""A part's own name, which says nothing to a reader, and a way to say which cells are merged."""
_CLOSED = frozenset(("period", "kind", "date", "decimal", "layouts", "numbering", "rows", "start", "end", "carries"))
"""Values that a word behind them makes unreadable, and those that are told as a whole."""


@pytest.mark.parametrize("path", [*REAL_PLANS, *LAYOUT_PLANS], ids=lambda path: path.stem)
def test_a_changed_text_is_told(path: Path) -> None:
    plan = plan_at(path)
    places = [
        (where, text) for where, text in texts(plan) if not (_NEVER_PRINTED | _CLOSED).intersection(map(str, where))
    ]
    for where, text in Random(path.stem).sample(places, min(_SAMPLE, len(places))):
        changed = with_texts(plan, {where: f"{text} thêm nữa"})
        found = differences(plan, changed, shipped_registry()).facts
        assert any(_is_at(fact, where) for fact in found), (where, text)


def _is_at(fact: Fact, where: KeyPath) -> bool:
    place = tuple(step for step in where if step not in IMPLIED_KEYS)
    sides = (tuple(step for step in side.path if step not in IMPLIED_KEYS) for side in (fact.old, fact.new) if side)
    return any(place[: len(path)] == path for path in sides)
