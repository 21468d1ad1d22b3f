"""Which rows end with the old period: the rule as the README gives it, on rows of the real acts and on others."""

from __future__ import annotations

import pytest

from cchc.language.dates import read_period
from cchc.rolling.leaving import leaving
from cchc.rolling.years import Shift
from tests.plans import plan

YEAR = Shift(read_period("2025"), read_period("2026"))


def left(rows: str) -> list[str]:
    """The titles of what a plan of 2025 with ``rows`` leaves behind."""
    text = "appendices:\n  - title: Nhiệm vụ\n    layout: tasks\n    tasks:\n      - title: còn lại\n" + rows
    return [ending.title for ending in leaving(plan(text), YEAR).endings]


def row(title: str, more: str = "") -> str:
    return f"      - title: '{title}'\n" + "".join(f"        {line}\n" for line in more.split(";") if line)


@pytest.mark.parametrize(
    "title",
    [
        "Tổng kết thực hiện Kế hoạch giai đoạn 2021 - 2025",
        "Tổng kết Quyết định số 1271/QĐ-UBND ngày 18/8/2021 của UBND tỉnh",
        "Sơ kết Nghị quyết số 20-NQ/TU về CCHC đến năm 2025, định hướng đến năm 2030",
        "Nghiệm thu Đề án giai đoạn 2023-2025",
        "Xây dựng Kế hoạch giai đoạn 2026 - 2030",
    ],
)
def test_what_ends_by_its_title(title: str) -> None:
    assert left(row(title)) == [title]


@pytest.mark.parametrize(
    "title",
    [
        "Tổng kết công tác CCHC năm 2025",
        "Sơ kết 6 tháng đầu năm 2025 và tổng kết năm 2024",
        "Tổng kết, khen thưởng",
        "Triển khai Nghị quyết số 20-NQ/TU về CCHC đến năm 2025",
        "Xây dựng Kế hoạch năm 2026",
        "Triển khai Chương trình giai đoạn 2021 - 2025",
        "Tổng kết Chương trình giai đoạn 2021 - 2030",
        "Hàng năm tổng kết thực hiện Quyết định số 1271/QĐ-UBND",
        "Chuẩn bị cho giai đoạn 2030 - 2035",
        "Tổng kết số liệu 2021 hồ sơ",
    ],
)
def test_what_recurs(title: str) -> None:
    assert left(row(title)) == []


@pytest.mark.parametrize(
    ("times", "ends"),
    [
        ("start: 1;end: 12", False),
        ("start: 12/2024;end: 12/2025", False),
        ("start: 12/2024;end: 1/2026", False),
        ("start: 6/2023;end: 12/2025", True),
        ("start: 6/2024;end: 12/2026", False),
        ("when: 2023 - 2025", True),
        ("when: Giai đoạn 2023 - 2026", False),
        ("when: Thường xuyên", False),
        ("when: Quý IV/2025", False),
    ],
)
def test_times_that_end(times: str, ends: bool) -> None:
    assert bool(left(row("Số hóa", times))) is ends


def test_what_recurs_by_its_time_stays_whatever_its_title_says() -> None:
    assert left(row("Tổng kết Quyết định số 1271/QĐ-UBND", "when: Hàng năm")) == []


def test_work_that_goes_on_keeps_its_months() -> None:
    text = "appendices:\n  - title: Nhiệm vụ\n    layout: tasks\n    tasks:\n" + row(
        "Số hóa", "start: 6/2024;end: 12/2026"
    )
    found = leaving(plan(text), YEAR)
    assert found.covers(("appendices", 0, "tasks", 0, "start"))
    assert not found.covers(("appendices", 0, "tasks", 0, "title"))
    assert [staying.path for staying in found.staying] == [("appendices", 0, "tasks", 0)]


def test_rows_below_go_too_and_a_heading_with_nothing_left_below_it() -> None:
    rows = (
        "      - title: Tổng kết\n        activities:\n"
        "          - title: Tổng kết giai đoạn 2021 - 2025\n            activities:\n              - title: Báo cáo\n"
        "          - title: Nghiệm thu giai đoạn 2021 - 2025\n"
    )
    assert left(rows) == [
        "Tổng kết",
        "Tổng kết giai đoạn 2021 - 2025",
        "Nghiệm thu giai đoạn 2021 - 2025",
    ]


def test_a_heading_that_says_more_stays_without_rows() -> None:
    rows = (
        "      - title: Báo cáo\n        lead: Sở Nội vụ\n        activities:\n"
        "          - title: Tổng kết giai đoạn 2021 - 2025\n"
    )
    assert left(rows) == ["Tổng kết giai đoạn 2021 - 2025"]


@pytest.mark.parametrize(
    "rows",
    [
        "      - title: Tổng kết giai đoạn 2021 - 2025\n        id: tk\n      - title: Theo <#tk>\n",
        "      - title: Tổng kết giai đoạn 2021 - 2025\n        lead: x\n      - title: b\n        as_above: true\n",
        "      - title: Tổng kết[^a] giai đoạn 2021 - 2025\n    footnotes: {a: chú thích}\n",
    ],
)
def test_what_others_lean_on_stays_and_is_marked(rows: str) -> None:
    text = "appendices:\n  - title: Nhiệm vụ\n    layout: tasks\n    tasks:\n      - title: còn lại\n" + rows
    found = leaving(plan(text), YEAR)
    assert found.paths == ()
    assert [staying.path for staying in found.staying] == [("appendices", 0, "tasks", 1)]


def test_a_table_is_not_emptied() -> None:
    text = "appendices:\n  - title: Nhiệm vụ\n    layout: tasks\n    tasks:\n" + row("Tổng kết giai đoạn 2021 - 2025")
    found = leaving(plan(text), YEAR)
    assert (found.paths, len(found.staying)) == ((), 1)
