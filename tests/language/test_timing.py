from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.language.dates import Period, YearMonth
from cchc.language.timing import Interval, TimingKind, read_timing

YEAR = Period(2025, 2025)
TERM = Period(2021, 2025)


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("text", "kind", "first", "last"),
    [
        ("Thường xuyên", "always", None, None),
        ("THƯỜNG XUYÊN", "always", None, None),
        ("Hàng năm", "recurring", None, None),
        ("Trong tháng 10", "within", "2025-10-01", "2025-10-31"),
        ("Tháng 6", "within", "2025-06-01", "2025-06-30"),
        ("Tháng 07", "within", "2025-07-01", "2025-07-31"),
        ("06/2026", "within", "2026-06-01", "2026-06-30"),
        ("Tháng 12/2024", "within", "2024-12-01", "2024-12-31"),
        ("Quý I", "within", "2025-01-01", "2025-03-31"),
        ("quý iv năm 2026", "within", "2026-10-01", "2026-12-31"),
        ("Quý 2/2025", "within", "2025-04-01", "2025-06-30"),
        ("Quý II - Quý IV", "within", "2025-04-01", "2025-12-31"),
        ("6 tháng đầu năm", "within", "2025-01-01", "2025-06-30"),
        ("Trong 06 tháng cuối năm 2026", "within", "2026-07-01", "2026-12-31"),
        ("Năm 2021", "within", "2021-01-01", "2021-12-31"),
        ("Trong năm 2025", "within", "2025-01-01", "2025-12-31"),
        ("2026-2030", "within", "2026-01-01", "2030-12-31"),
        ("Giai đoạn 2021 – 2025", "within", "2021-01-01", "2025-12-31"),
        ("Từ tháng 3 đến tháng 6", "within", "2025-03-01", "2025-06-30"),
        ("Tháng 12/2024 - 3/2025", "within", "2024-12-01", "2025-03-31"),
        ("từ tháng 11 đến tháng 2/2026", "within", "2025-11-01", "2026-02-28"),
        ("Dự kiến trong tháng 6", "expected", "2025-06-01", "2025-06-30"),
        ("31/12/2025", "on", "2025-12-31", "2025-12-31"),
        ("Ngày 30 tháng 12 năm 2024", "on", "2024-12-30", "2024-12-30"),
        ("Trước ngày 15/6/2026", "before", None, "2026-06-14"),
        ("Trước ngày 15/6", "before", None, "2025-06-14"),
        ("Trước tháng 6", "before", None, "2025-05-31"),
        ("Chậm nhất ngày 15/6/2026", "before", None, "2026-06-15"),
        ("Đến hết năm 2025", "before", None, "2025-12-31"),
        ("Từ tháng 6/2025 trở đi", "from", "2025-06-01", None),
        ("từ năm 2026 trở đi", "from", "2026-01-01", None),
        ("Sau tháng 6", "after", "2025-07-01", None),
        ("Sau khi công bố Chỉ số năm 2024", "after", None, None),
        ("Theo quy định của Bộ Nội vụ", "by_rule", None, None),
        ("Theo kiến nghị của các Đoàn thanh tra, kiểm tra", "event", None, None),
        ("Khi có yêu cầu", "event", None, None),
        ("", "event", None, None),
    ],
)
def test_timings_of_a_year(text: str, kind: TimingKind, first: str | None, last: str | None) -> None:
    timing = read_timing(text, YEAR)
    assert (timing.kind, timing.first, timing.last, timing.rest) == (kind, day(first), day(last), "")
    assert timing.printed == text


@pytest.mark.parametrize("text", ["Tháng 13", "31/2/2025", "Quý V", "Tháng 6a", "2025 - 2021", "Trước ngày 0/6/2025"])
def test_days_that_do_not_exist_are_no_timing(text: str) -> None:
    assert read_timing(text, YEAR).kind == "event"


def test_several_stretches() -> None:
    timing = read_timing("Quý I, IV/2026", TERM)
    assert [(stretch.first, stretch.last) for stretch in timing.stretches] == [
        (date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 10, 1), date(2026, 12, 31)),
    ]
    months = read_timing("Trong tháng 3, 6 và tháng 10", YEAR)
    assert [stretch.first.month for stretch in months.stretches] == [3, 6, 10]


@pytest.mark.parametrize(
    ("text", "months"),
    [("Tháng 6", (6, 6)), ("Quý I", (1, 3)), ("6 tháng cuối năm", (7, 12)), ("Từ tháng 3 đến tháng 6", (3, 6))],
)
def test_a_month_is_open_in_a_period_of_several_years(text: str, months: tuple[int, int]) -> None:
    open_timing = read_timing(text, TERM)
    assert (open_timing.months, open_timing.year_open, open_timing.first, open_timing.last) == (
        months,
        True,
        None,
        None,
    )
    assert not read_timing(text, YEAR).year_open


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("Hàng năm, hàng quý", ("year", "quarter")),
        ("hằng tháng", ("month",)),
        ("Định kỳ hàng quý, 6 tháng, hàng năm", ("quarter", "half", "year")),
        ("Tháng 12 hàng năm", ("year",)),
        ("Trước ngày 15/12 hằng năm", ("year",)),
    ],
)
def test_what_recurs(text: str, every: tuple[Interval, ...]) -> None:
    timing = read_timing(text, YEAR)
    assert (timing.kind, timing.every) == ("recurring", every)


@pytest.mark.parametrize(
    ("text", "last", "rest"),
    [
        ("Quý III/2025 xây dựng dự thảo; Quý IV/2025 trình", "2025-09-30", "xây dựng dự thảo; Quý IV/2025 trình"),
        ("Trong tháng 3; tổng kết trong tháng 11.", "2025-03-31", "tổng kết trong tháng 11"),
        ("Thường xuyên, báo cáo trước ngày 15/12", None, "báo cáo trước ngày 15/12"),
        ("Tháng 6 và 2 lần", "2025-06-30", "và 2 lần"),
    ],
)
def test_of_two_phases_the_first_is_typed(text: str, last: str | None, rest: str) -> None:
    timing = read_timing(text, YEAR)
    assert (timing.last, timing.rest) == (day(last), rest)


@given(
    st.sampled_from(["Trong tháng 10", "Quý I, IV/2026", "Trước ngày 15/6/2026", "Hàng năm", "Giai đoạn 2021 - 2025"]),
    st.sampled_from([str.upper, str.lower, str.title]),
)
def test_letter_case_and_normal_form_do_not_count(text: str, case: object) -> None:
    assert callable(case)
    usual = read_timing(text, YEAR)
    other = read_timing(unicodedata.normalize("NFD", case(text)).replace(" ", "\u00a0"), YEAR)
    assert (other.kind, other.stretches) == (usual.kind, usual.stretches)


@given(st.integers(1, 12), st.integers(1, 12), st.integers(2020, 2030))
def test_ranges_of_months(one: int, two: int, year: int) -> None:
    first, last = sorted((one, two))
    timing = read_timing(f"Từ tháng {first} đến tháng {last}/{year}", TERM)
    assert timing.first == YearMonth(year, first).first_day
    assert timing.last == YearMonth(year, last).last_day


@given(st.text(max_size=40))
def test_any_text_is_some_timing(text: str) -> None:
    assert read_timing(text, YEAR).printed == text
