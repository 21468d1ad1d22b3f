"""What the compiler reads in the plan of 2025: as many KPIs, bodies and timings as the act has."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from cchc.export.rows import bodies_of, plan_rows
from cchc.model.plan import Plan
from cchc.registry.registry import shipped_registry
from tests.acts.conftest import Plans
from tests.acts.fixtures import act, printed_rows
from tests.acts.meaning import numbered_objectives

ACT = act("2025")
DAY = date(2024, 12, 30)


@pytest.fixture(scope="module")
def loaded(plans: Plans) -> Plan:
    """The plan."""
    return plans("2025")


# KPIs


def test_six_reform_contents_have_26_objectives(loaded: Plan) -> None:
    numbers = Counter(reform for reform, _, _ in numbered_objectives(loaded))
    assert numbers == {"the-che": 4, "thu-tuc": 9, "bo-may": 2, "cong-vu": 4, "tai-chinh": 1, "chinh-quyen-so": 6}


def test_21_objectives_have_27_figures_one_a_range_and_5_have_none(loaded: Plan) -> None:
    figures = [objective.figures for _, _, objective in numbered_objectives(loaded)]
    assert Counter(map(bool, figures)) == {True: 21, False: 5}
    ranges = [(figure.value, figure.upper) for found in figures for figure in found if figure.upper is not None]
    assert sum(map(len, figures)) == 27
    assert ranges == [(Decimal(80), Decimal(100))]


# Bodies


def test_a_class_is_known_under_the_acts_words(loaded: Plan) -> None:
    registry = shipped_registry()
    read: dict[str | None, set[str]] = {}
    for row in plan_rows(loaded):
        for column in ("lead", "support"):
            for mention in bodies_of(row.written.get(column), registry, DAY):
                if mention.kind == "class":
                    read.setdefault(mention.id, set()).add(mention.printed.lower())
    assert read == {
        "co-quan-lien-quan": {"các cơ quan, đơn vị có liên quan"},
        "so-ban-nganh": {"các sở, ban, ngành"},
        "dia-phuong": {"địa phương"},
    }


def test_88_rows_have_a_lead_and_a_support(loaded: Plan) -> None:
    filled = [row.written for row in plan_rows(loaded) if row.written]
    assert len(filled) == 88
    assert all("lead" in cells and "support" in cells for cells in filled)


# Times


def test_fourteen_timings_are_free(loaded: Plan) -> None:
    assert sum(row.timing is not None for row in plan_rows(loaded)) == 14


def test_the_months_of_the_other_74_rows_are_those_of_the_act(loaded: Plan) -> None:
    pairs = [(row.start, row.end) for row in plan_rows(loaded)]
    read = [[(month.year, month.month) for month in pair if month] for pair in pairs]
    months = [[_month(cell) for cell in (row["start"], row["end"]) if row["end"]] for row in printed_rows(ACT)]
    assert read == months
    assert sum(map(bool, months)) == 74


def _month(cell: str) -> tuple[int, int]:
    """ "Tháng 12/2024" and, in a plan for 2025, "Tháng 09"."""
    month, _, year = cell.removeprefix("Tháng ").partition("/")
    return int(year or 2025), int(month)
