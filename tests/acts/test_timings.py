"""The timings that are no pair of months mean to the compiler what a reader found in the act."""

from cchc.export.rows import plan_rows
from cchc.model.plan import Plan
from tests.acts.comparison import timing_differences
from tests.acts.fixtures import printed_rows


def test_the_fourteen_free_timings_are_those_of_the_act(loaded: Plan) -> None:
    assert timing_differences(loaded) == []
    assert sum(row.timing is not None for row in plan_rows(loaded)) == 14


def test_the_months_of_the_other_74_rows_are_those_of_the_act(loaded: Plan) -> None:
    pairs = [(row.start, row.end) for row in plan_rows(loaded)]
    read = [[(month.year, month.month) for month in pair if month] for pair in pairs]
    act = [[_month(cell) for cell in (row["start"], row["end"]) if row["end"]] for row in printed_rows()]
    assert read == act
    assert sum(map(bool, act)) == 74


def _month(cell: str) -> tuple[int, int]:
    """ "Tháng 12/2024" and, in a plan for 2025, "Tháng 09"."""
    month, _, year = cell.removeprefix("Tháng ").partition("/")
    return int(year or 2025), int(month)
