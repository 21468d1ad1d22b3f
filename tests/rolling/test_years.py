"""Which years of a text move on, which are told to a person, and which belong to the name of another act."""

from __future__ import annotations

import pytest

from cchc.language.dates import read_period
from cchc.rolling.succeeding import with_pieces
from cchc.rolling.years import Shift, years_in

YEAR = Shift(read_period("2025"), read_period("2026"))
TWO_ON = Shift(read_period("2025"), read_period("2027"))
FIVE = Shift(read_period("2021-2025"), read_period("2026-2030"))


def on(text: str, shift: Shift = YEAR) -> str:
    """``text`` as a title of the next period."""
    return with_pieces(text, [shift.moved(year, text) for year in years_in(text) if shift.moves(year)])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Kế hoạch CCHC năm 2025", "Kế hoạch CCHC năm 2026"),
        ("Chỉ số PAPI năm 2024", "Chỉ số PAPI năm 2025"),
        ("Ban hành Kế hoạch năm 2026", "Ban hành Kế hoạch năm 2027"),
        ("Trước ngày 15/6/2025", "Trước ngày 15/6/2026"),
        ("Quý IV/2025 và quý I/2026", "Quý IV/2026 và quý I/2027"),
        ("năm học 2024 - 2025", "năm học 2024 - 2025"),
        ("so với năm 2021", "so với năm 2021"),
        ("giai đoạn 2021 - 2025", "giai đoạn 2021 - 2025"),
        ("2025 hồ sơ, 2.025 lượt", "2025 hồ sơ, 2.025 lượt"),
        ("ISO 9001:2025", "ISO 9001:2025"),
        ("theo Nghị định số 61/2025/NĐ-CP", "theo Nghị định số 61/2025/NĐ-CP"),
        ("Kế hoạch số 5/KH-UBND ngày 1/2/2025 về năm 2025; tổng kết năm 2025",
         "Kế hoạch số 5/KH-UBND ngày 1/2/2025 về năm 2025; tổng kết năm 2026"),
        ("Nghị quyết số 20-NQ/TU của Tỉnh ủy đến năm 2025", "Nghị quyết số 20-NQ/TU của Tỉnh ủy đến năm 2025"),
        ("Luật Đất đai ngày 18 tháng 01 năm 2024", "Luật Đất đai ngày 18 tháng 01 năm 2024"),
    ],
)  # fmt: skip
def test_titles_of_a_plan_of_one_year(old: str, new: str) -> None:
    assert on(old) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("giai đoạn 2021 - 2025", "giai đoạn 2026 - 2030"),
        ("giai đoạn 2021–2025", "giai đoạn 2026–2030"),
        ("2021-2025", "2026-2030"),
        ("tổng kết giai đoạn 2016 - 2020", "tổng kết giai đoạn 2021 - 2025"),
        ("Kế hoạch giai đoạn 2026 - 2030", "Kế hoạch giai đoạn 2031 - 2035"),
        ("giai đoạn 2021 - 2030", "giai đoạn 2021 - 2030"),
        ("giai đoạn 2022 - 2025", "giai đoạn 2022 - 2025"),
        ("Năm 2021", "Năm 2026"),
        ("đến năm 2025", "đến năm 2030"),
        ("so với năm 2020", "so với năm 2020"),
    ],
)
def test_titles_of_a_plan_of_five_years(old: str, new: str) -> None:
    assert on(old, FIVE) == new


def test_a_year_may_be_left_out() -> None:
    assert on("Kết quả năm 2024, kế hoạch năm 2025", TWO_ON) == "Kết quả năm 2026, kế hoạch năm 2027"


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("giai đoạn 2021 - 2025", True),
        ("giai đoạn 2021 - 2026", False),
        ("giai đoạn 2021 - 2024", False),
        ("năm 2025", False),
        ("giai đoạn 2026 - 2030", False),
    ],
)
def test_spans_that_end_with_the_old_period(text: str, ended: bool) -> None:
    [year] = years_in(text)
    assert YEAR.ended(year) is ended
