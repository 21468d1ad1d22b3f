from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.language.unbroken import plain, unbroken, unbroken_title


def shown(text: str, limit: int | None = None) -> str:
    """``unbroken(text)`` with a tilde for each no-break space and "=" for each no-break hyphen."""
    return unbroken(text, limit).replace("\u00a0", "~").replace("\u2011", "=")


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Như Điều 2", "Như Điều~2"),
        ("khoản 1 và điểm a", "khoản~1 và điểm~a"),
        ("điểm đ khoản 3", "điểm~đ khoản~3"),
        ("Phụ lục I", "Phụ lục~I"),
        ("mục 3 Phần II", "mục~3 Phần~II"),
        ("Quyết định số 1271/QĐ-UBND", "Quyết định số~1271/QĐ=UBND"),
        ("1271/QĐ-UBND", "1271/QĐ=UBND"),
        ("Nghị định số 30/2020/NĐ-CP", "Nghị định số~30/2020/NĐ=CP"),
        ("Nghị quyết số 20-NQ/TU", "Nghị quyết số~20=NQ/TU"),
        ("ngày 30 tháng 12 năm 2024", "ngày~30~tháng~12 năm~2024"),
        ("ngày 18/8/2021", "ngày~18/8/2021"),
        ("Quý I", "Quý~I"),
        ("80 % hồ sơ", "80~% hồ sơ"),
        ("giai đoạn 2021 - 2025", "giai đoạn 2021~-~2025"),
        ("06 tháng đầu năm 2025", "06~tháng đầu năm~2025"),
        ("LĨNH VỰC IV", "LĨNH VỰC~IV"),
        ("số \u00a0\u00a0\u00a0/QĐ-UBND", "số~~~~/QĐ=UBND"),
    ],
)
def test_where_a_line_must_not_end(text: str, joined: str) -> None:
    assert shown(text) == joined


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sở Nội vụ",
        "chuyên mục vi phạm",
        "điểm an toàn",
        "kinh tế - xã hội",
        "PAR-INDEX",
        "12 sở",
        "tháng sau",
        "5-7",
    ],
)
def test_where_a_line_may_end(text: str) -> None:
    assert shown(text) == text


def test_a_narrow_cell_breaks_long_stretches_only() -> None:
    text = "Điều 2 Quyết định số 1271/QĐ-UBND năm 2024"
    assert shown(text, 12) == "Điều~2 Quyết định số 1271/QĐ-UBND năm~2024"
    assert shown(text, 6) == "Điều~2 Quyết định số 1271/QĐ-UBND năm 2024"


@given(
    st.lists(
        st.sampled_from(
            ["Điều", "2", "điểm", "a", "số", "1271/QĐ-UBND", "-", "2021", "2025", "%", "ngày", "tháng", "IV"]
        )
        | st.text(max_size=5)
    ).map(" ".join),
    st.none() | st.integers(0, 20),
)
def test_joining_changes_no_other_character_and_can_be_undone(text: str, limit: int | None) -> None:
    joined = unbroken(text, limit)
    assert plain(joined) == plain(text)
    assert len(joined) == len(text)
    assert unbroken(plain(joined), limit) == unbroken(plain(text), limit)


def test_a_title_holds_a_stage_together_with_its_years() -> None:
    assert unbroken_title("KẾ HOẠCH GIAI ĐOẠN 2021 - 2025") == "KẾ HOẠCH GIAI~ĐOẠN~2021~-~2025".replace("~", "\u00a0")
    assert unbroken_title("giai đoạn hai, đoạn 2026") == "giai đoạn hai, đoạn 2026"
