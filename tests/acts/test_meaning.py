"""What the compiler reads in the plan of every act is what a reader found in the act."""

from datetime import date

import pytest

from cchc.language.dates import NotADate, read_date
from cchc.model.plan import Plan
from tests.acts.conftest import Plans
from tests.acts.fixtures import Act
from tests.acts.meaning import body_differences, kpi_differences, numbered_objectives, timing_differences


@pytest.fixture
def plan(each: Act, plans: Plans) -> Plan:
    """The plan of the act in turn."""
    return plans(each.id)


def test_value_bound_scope_and_name_of_all_kpis_are_those_of_the_act(each: Act, plan: Plan) -> None:
    assert kpi_differences(each, plan) == []


def test_a_figure_stands_where_it_says(plan: Plan) -> None:
    for _, _, objective in numbered_objectives(plan):
        for figure in objective.figures:
            words = objective.text[figure.start : figure.end]
            assert words.replace(",", ".").startswith(str(figure.value)), words
            assert words.replace(" ", "").endswith(f"{figure.upper or figure.value}{figure.unit}".replace(" ", "")), (
                words
            )


def test_leads_and_supports_of_all_rows_are_those_of_the_act_whenever_and_on_its_day(each: Act, plan: Plan) -> None:
    for on in {None, _day(plan.act.date)}:
        assert body_differences(each, plan, on) == [], on


def _day(written: str | None) -> date | None:
    """The act's day; None for a draft that has none or only a month."""
    try:
        return read_date(written or "")
    except NotADate:
        return None


def test_the_free_timings_are_those_of_the_act(each: Act, plan: Plan) -> None:
    assert timing_differences(each, plan) == []
