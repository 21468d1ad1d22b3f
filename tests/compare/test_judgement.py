"""What is of content and what is editorial, as the people who approve plans drew the line."""

from __future__ import annotations

from typing import get_args

import pytest

from cchc.compare.judgement import weight
from cchc.compare.names import KINDS, PARTS, WEIGHTS, WHATS
from cchc.diff.facts import Fact, Kind, Side, What

SIDE = Side(("x",), "x")

SUBSTANTIVE = [
    Fact("added", "task", None, SIDE),
    Fact("removed", "basis", SIDE, None),
    Fact("moved", "task", SIDE, SIDE),
    Fact("split", "task", SIDE, SIDE),
    Fact("reworded", "paragraph", SIDE, SIDE),
    Fact("lead", "task", SIDE, SIDE, field="lead"),
    Fact("succession", "task", SIDE, SIDE, field="lead"),
    Fact("end", "task", SIDE, SIDE, field="end", months=1),
    Fact("kpi-lowered", "objective", SIDE, SIDE),
    Fact("changed", "signatory", SIDE, SIDE, field="name"),
    Fact("changed", "act", SIDE, SIDE, field="issuer"),
    Fact("added", "group", None, SIDE),
    # It stands elsewhere now, whatever else became of its letters.
    Fact("moved", "task", SIDE, SIDE, extent="spelling"),
]
EDITORIAL = [
    Fact("reworded", "task", SIDE, SIDE, extent="spelling"),
    Fact("reworded", "task", SIDE, SIDE, extent="years"),
    Fact("lead", "task", SIDE, SIDE, field="lead", extent="names"),
    Fact("end", "task", SIDE, SIDE, field="end", extent="years"),
    Fact("reordered", "task", SIDE, SIDE),
    Fact("changed", "numbering", SIDE, SIDE, field="sections"),
    Fact("changed", "layout", SIDE, SIDE, field="layout"),
    Fact("changed", "act", SIDE, SIDE, field="number"),
    Fact("changed", "act", SIDE, SIDE, field="date"),
    Fact("changed", "group", SIDE, None, field="total"),
    Fact("changed", "section", SIDE, None, field="reform"),
]


@pytest.mark.parametrize("fact", SUBSTANTIVE, ids=lambda fact: f"{fact.kind}-{fact.what}-{fact.field}")
def test_content(fact: Fact) -> None:
    assert weight(fact) == "substantive"


@pytest.mark.parametrize("fact", EDITORIAL, ids=lambda fact: f"{fact.kind}-{fact.what}-{fact.field}")
def test_form(fact: Fact) -> None:
    assert weight(fact) == "editorial"


def test_everything_has_a_name() -> None:
    assert KINDS.keys() == set(get_args(Kind))
    assert WHATS.keys() == set(get_args(What))
    for names in (KINDS, WHATS, PARTS, WEIGHTS):
        assert all(name.vi and name.en and name.vi != name.en for name in names.values())
