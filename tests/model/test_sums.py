"""Sums of a table's figures: exact, through every level, and what rows state beside what is below them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from cchc.model.layout import Layout
from cchc.model.sums import Sum, sums
from tests.plans import plan, read

LAYOUT = read(
    """
    columns:
      - {label: Việc, show: title, width: 10}
      - {label: Kinh phí, show: budget, sum: rows, width: 10}
    rows: {groups: I, tasks: "1"}
    """,
    Layout,
)
amounts = st.decimals(min_value=0, max_value=10**9, places=3)


def of(rows: str) -> dict[tuple[str | int, ...], Sum]:
    table = plan(f"appendices:\n  - title: Bảng\n    layout: any\n{rows}").appendices[0]
    return {path: found["budget"] for path, found in sums(table, LAYOUT).items() if "budget" in found}


@given(st.lists(st.lists(amounts, max_size=4), min_size=1, max_size=4))
def test_a_total_is_the_sum_of_all_rows_below_it(groups: list[list[Decimal]]) -> None:
    lines = ["    groups:"]
    for group in groups:
        lines.append("      - title: nhóm")
        lines += ["        tasks:"] if group else []
        lines += [f'          - {{title: việc, budget: "{f"{amount:f}".replace(".", ",")}"}}' for amount in group]
    found = of("\n".join(lines))
    for index, group in enumerate(groups):
        expected = sum(map(Fraction, group)) if group else None
        value = found["groups", index].value
        assert (None if value is None else Fraction(value)) == expected
    total = found[()].value if () in found else None
    assert Fraction(total or 0) == sum(Fraction(amount) for group in groups for amount in group)


def test_what_a_row_states_counts_and_is_compared_with_what_is_below_it() -> None:
    found = of(
        """
    groups:
      - title: nhóm
        budget: "12,905"
        tasks: [{title: a, budget: "8"}, {title: b, budget: "4,9045"}]
      - title: nhóm khác
        budget: "3"
        tasks: [{title: c, budget: "2,4"}]
      - title: không có gì bên dưới
        budget: "1.500"
    """
    )
    assert found["groups", 0] == Sum(Decimal("12.905"), Decimal("12.9045"))
    assert [found["groups", index].agrees for index in range(3)] == [True, False, True]
    assert found[()].value == Decimal("1515.905")


def test_lines_under_one_number_are_added_up() -> None:
    found = of("    tasks: [{title: a, parts: [{budget: 1}, {budget: 2}]}, {title: b, budget: 4}]")
    assert (found["tasks", 0].value, found[()].value) == (Decimal(3), Decimal(7))
