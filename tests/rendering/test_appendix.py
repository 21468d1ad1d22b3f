"""The printed table of the plan of 2025, row by row from the lines between its rows, against the act's own rows."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from tests.acts.fixtures import act as real_act
from tests.acts.fixtures import printed_rows
from tests.rendering.pages import Page, rules
from tests.rendering.rendered import Rendered

pytestmark = pytest.mark.rendering

ROWS = printed_rows(real_act("2025"))
HEADER = (
    *("TT", "Nội dung", "Tổ chức thực hiện", "Kết quả, sản phẩm", "Trách nhiệm tham mưu, thực hiện", "Thời gian"),
    *("Ghi chú", "Chủ trì", "Phối hợp", "Bắt đầu", "Kết thúc", *(f"({number})" for number in range(1, 10))),
)


@pytest.fixture(scope="module")
def tables(act: Rendered) -> list[list[str]]:
    """The words between the lines that cross the whole page: for each page the header, then the rows."""
    before = len(act.decision) + len(act.plan)
    return [
        [_between(page, above, below) for above, below in pairwise(_lines_across(act, number))]
        for number, page in enumerate(act.appendix, start=before + 1)
    ]


def test_every_page_repeats_the_three_header_rows(tables: list[list[str]]) -> None:
    for table in tables:
        names, numbers = table[0], table[1]
        assert _letters(names + numbers) == _letters("".join(HEADER))
        assert _letters(numbers) == _letters("".join(HEADER[-9:]))


def test_every_row_stands_whole_on_one_page_and_in_its_place(tables: list[list[str]]) -> None:
    printed = [row for table in tables for row in table[2:]]
    expected = ["".join(row.values()) for row in ROWS]
    assert [_letters(row) for row in printed] == [_letters(row) for row in expected]


def test_no_group_and_no_task_that_heads_activities_ends_a_page(tables: list[list[str]]) -> None:
    headings = [_letters(row["label"] + row["title"]) for row in ROWS if not row["lead"] + row["indicator"]]
    assert len(headings) == 40
    for table in tables:
        assert _letters(table[-1]) not in headings, table[-1]


def _lines_across(act: Rendered, number: int) -> list[float]:
    """The heights of the lines across the whole table, from the page's pixels; a thick one counts once."""
    found = [rule for rule in rules(act.pdf, number) if rule.right - rule.left > 0.75 * act.appendix[0].width]
    heights = [rule.top for rule in found]
    return [height for height, previous in zip(heights, [-9.0, *heights], strict=False) if height - previous > 1]


def _between(page: Page, above: float, below: float) -> str:
    return " ".join(word.text for word in page.words if above < (word.top + word.bottom) / 2 < below)


def _letters(text: str) -> Counter[str]:
    """How often each character stands in a text: cells share heights, so the order of their words is lost."""
    return Counter("".join(text.split()))
