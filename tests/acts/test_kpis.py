"""The KPIs that the compiler reads from the objectives are those that a reader found in the act."""

from collections import Counter
from decimal import Decimal

from cchc.model.plan import Plan
from tests.acts.comparison import kpi_differences, numbered_objectives


def test_value_bound_scope_and_name_of_all_kpis_are_those_of_the_act(loaded: Plan) -> None:
    assert kpi_differences(loaded) == []


def test_six_reform_contents_have_26_objectives(loaded: Plan) -> None:
    numbers = Counter(reform for reform, _, _ in numbered_objectives(loaded))
    assert numbers == {"the-che": 4, "thu-tuc": 9, "bo-may": 2, "cong-vu": 4, "tai-chinh": 1, "chinh-quyen-so": 6}


def test_21_objectives_have_27_figures_one_a_range_and_5_have_none(loaded: Plan) -> None:
    figures = [objective.figures for _, _, objective in numbered_objectives(loaded)]
    assert Counter(map(bool, figures)) == {True: 21, False: 5}
    ranges = [(figure.value, figure.upper) for found in figures for figure in found if figure.upper is not None]
    assert sum(map(len, figures)) == 27
    assert ranges == [(Decimal(80), Decimal(100))]


def test_a_figure_stands_where_it_says(loaded: Plan) -> None:
    for _, _, objective in numbered_objectives(loaded):
        for figure in objective.figures:
            words = objective.text[figure.start : figure.end]
            assert words.startswith(str(figure.value)), words
            assert words.endswith(f"{figure.upper or figure.value}%"), words
