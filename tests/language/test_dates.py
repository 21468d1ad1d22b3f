from __future__ import annotations

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.language.dates import (
    NoSuchDate,
    NotADate,
    Period,
    YearMonth,
    YearNeeded,
    long_date,
    read_date,
    read_month,
    read_period,
)

dates = st.dates(date(1900, 1, 1), date(2100, 12, 31))
months = st.builds(YearMonth, st.integers(1900, 2100), st.integers(1, 12))


@pytest.mark.parametrize(
    "text",
    [
        "30/12/2024",
        "30-12-2024",
        "30.12.2024",
        "2024-12-30",
        "ngày 30 tháng 12 năm 2024",
        "Ngày 30/12/2024",
        "30 tháng 12 năm 2024",
        " NGÀY\u00a030  THÁNG 12 NĂM 2024 ",
        unicodedata.normalize("NFD", "ngày 30 tháng 12 năm 2024"),
    ],
)
def test_reading_a_day(text: str) -> None:
    assert read_date(text) == date(2024, 12, 30)


@pytest.mark.parametrize("text", ["31/2/2025", "2025-13-01", "ngày 00 tháng 1 năm 2025", "1/1/0000"])
def test_a_day_that_does_not_exist(text: str) -> None:
    with pytest.raises(NoSuchDate):
        read_date(text)


@pytest.mark.parametrize("text", ["", "2024", "12/2024", "30/12", "30/12-2024", "30/12/24", "ngày mai", "१/१/२०२५"])
def test_what_is_not_written_as_a_day(text: str) -> None:
    with pytest.raises(NotADate) as caught:
        read_date(text)
    assert not isinstance(caught.value, NoSuchDate)
    assert caught.value.text == text


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (date(2020, 3, 5), "ngày 05 tháng 3 năm 2020"),
        (date(2024, 12, 30), "ngày 30 tháng 12 năm 2024"),
        (date(2025, 1, 10), "ngày 10 tháng 01 năm 2025"),
        (date(2025, 2, 9), "ngày 09 tháng 02 năm 2025"),
        (date(2025, 9, 1), "ngày 01 tháng 9 năm 2025"),
    ],
)
def test_the_decree_pads_days_and_two_months(day: date, printed: str) -> None:
    assert long_date(day) == printed


@given(dates)
def test_days_read_back(day: date) -> None:
    assert read_date(long_date(day)) == day
    assert read_date(day.isoformat()) == day
    assert read_date(f"{day.day}/{day.month}/{day.year}") == day


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("6", YearMonth(2025, 6)),
        ("09", YearMonth(2025, 9)),
        ("12/2024", YearMonth(2024, 12)),
        ("06/2026", YearMonth(2026, 6)),
        ("Tháng 12/2025", YearMonth(2025, 12)),
        ("tháng 3 năm 2026", YearMonth(2026, 3)),
        ("THÁNG 07", YearMonth(2025, 7)),
        ("2025-11", YearMonth(2025, 11)),
    ],
)
def test_reading_a_month(text: str, month: YearMonth) -> None:
    assert read_month(text, Period(2025, 2025)) == month


def test_a_month_without_a_year_needs_a_period_of_one_year() -> None:
    for period in (None, Period(2021, 2025)):
        with pytest.raises(YearNeeded):
            read_month("6", period)
    assert read_month("6/2023", Period(2021, 2025)) == YearMonth(2023, 6)


@pytest.mark.parametrize("text", ["13", "0", "13/2025", "2025-00", "1/0000"])
def test_a_month_that_does_not_exist(text: str) -> None:
    with pytest.raises(NoSuchDate):
        read_month(text, Period(2025, 2025))


@pytest.mark.parametrize("text", ["", "quý I", "2025", "1.5", "6/25", "tháng sáu"])
def test_what_is_not_written_as_a_month(text: str) -> None:
    with pytest.raises(NotADate) as caught:
        read_month(text, Period(2025, 2025))
    assert type(caught.value) is NotADate


@given(months, st.integers(-500, 500))
def test_months_add_up(month: YearMonth, by: int) -> None:
    later = month + by
    assert later - month == by
    assert later - by == month
    assert (later > month) == (by > 0)


@given(months)
def test_months_read_back_and_have_their_days(month: YearMonth) -> None:
    assert read_month(str(month)) == month
    assert YearMonth.of(month.first_day) == YearMonth.of(month.last_day) == month
    assert month.last_day + timedelta(days=1) == (month + 1).first_day


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2025", Period(2025, 2025)),
        ("2021-2025", Period(2021, 2025)),
        ("2021 – 2025", Period(2021, 2025)),
        ("Giai đoạn 2026 - 2030", Period(2026, 2030)),
        ("năm 2021", Period(2021, 2021)),
    ],
)
def test_reading_a_period(text: str, period: Period) -> None:
    assert read_period(text) == period
    assert read_period(str(period)) == period


def test_periods() -> None:
    term = Period(2021, 2025)
    assert list(term) == [2021, 2022, 2023, 2024, 2025]
    assert term.only_year is None
    assert Period(2025, 2025).only_year == 2025
    assert YearMonth(2025, 12) in term
    assert date(2026, 1, 1) not in term
    assert (term.first_day, term.last_day) == (date(2021, 1, 1), date(2025, 12, 31))
    with pytest.raises(NoSuchDate):
        read_period("2025-2021")
    with pytest.raises(NotADate):
        read_period("25")


@pytest.mark.parametrize("arguments", [(2025, 13), (2025, 0), (0, 1), (10000, 1)])
def test_months_that_cannot_be_made(arguments: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no such month"):
        YearMonth(*arguments)
