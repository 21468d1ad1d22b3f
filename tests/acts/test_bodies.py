"""The bodies that lead and support the 88 rows are those that a reader found in the act."""

from datetime import date

import pytest

from cchc.export.rows import bodies_of
from cchc.model.inheritance import placed_rows
from cchc.model.plan import Plan
from cchc.registry.registry import shipped_registry
from tests.acts.comparison import body_differences

DAY = date(2024, 12, 30)


@pytest.mark.parametrize("on", [None, DAY], ids=["whenever", "on the act's day"])
def test_leads_and_supports_of_all_rows_are_those_of_the_act(loaded: Plan, on: date | None) -> None:
    assert body_differences(loaded, on) == []


def test_a_class_is_known_under_the_acts_words(loaded: Plan) -> None:
    registry = shipped_registry()
    read: dict[str | None, set[str]] = {}
    for placed in placed_rows(loaded.appendices[0]):
        for column in ("lead", "support"):
            for mention in bodies_of(placed.cells.get(column), registry, DAY):
                if mention.kind == "class":
                    read.setdefault(mention.id, set()).add(mention.printed.lower())
    assert read == {
        "co-quan-lien-quan": {"các cơ quan, đơn vị có liên quan"},
        "so-ban-nganh": {"các sở, ban, ngành"},
        "dia-phuong": {"địa phương"},
    }


def test_88_rows_have_a_lead_and_a_support(loaded: Plan) -> None:
    filled = [placed.cells for placed in placed_rows(loaded.appendices[0]) if placed.cells]
    assert len(filled) == 88
    assert all("lead" in cells and "support" in cells for cells in filled)
