"""Where offices and bodies end their lines, as offices print them; widths by the font's own advances."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.language.balanced import balanced
from tests.form.advances import width

SIGNATURE, LETTERHEAD = 29, 22
"""Characters that the templates allow a line over the signature and in the letterhead."""


def lines(text: str, limit: int) -> list[str]:
    """The lines of a name that is too long for one; of another, the one that it is."""
    made = balanced(text, limit)
    return [line.replace("\u00a0", " ") for line in made.split(" ")] if "\u00a0" in made else [made]


@pytest.mark.parametrize(
    ("office", "limit"),
    [
        ("VỤ TRƯỞNG / VỤ CẢI CÁCH HÀNH CHÍNH", SIGNATURE),
        ("TRƯỞNG PHÒNG / CẢI CÁCH HÀNH CHÍNH", SIGNATURE),
        ("CHÁNH VĂN PHÒNG / ỦY BAN NHÂN DÂN TỈNH", SIGNATURE),
        ("PHÓ GIÁM ĐỐC PHỤ TRÁCH / SỞ KHOA HỌC VÀ CÔNG NGHỆ", SIGNATURE),
        ("GIÁM ĐỐC / SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", SIGNATURE),
        ("TM. ỦY BAN NHÂN DÂN / TỈNH LÂM ĐỒNG", SIGNATURE),
        ("KT. CHỦ TỊCH", SIGNATURE),
        ("PHÓ CHỦ TỊCH THƯỜNG TRỰC", SIGNATURE),
        ("SỞ NÔNG NGHIỆP / VÀ MÔI TRƯỜNG", LETTERHEAD),
        ("SỞ KHOA HỌC / VÀ CÔNG NGHỆ", LETTERHEAD),
        ("SỞ NỘI VỤ / TỈNH ĐẮK NÔNG", LETTERHEAD),
        ("BỘ VĂN HÓA, THỂ THAO / VÀ DU LỊCH", LETTERHEAD),
        ("CỤC VĂN THƯ / VÀ LƯU TRỮ NHÀ NƯỚC", LETTERHEAD),
        ("VĂN PHÒNG / ỦY BAN NHÂN DÂN TỈNH", LETTERHEAD),
        ("TRUNG TÂM PHỤC VỤ / HÀNH CHÍNH CÔNG / TỈNH LÂM ĐỒNG", LETTERHEAD),
        ("THÀNH PHỐ HỒ CHÍ MINH", LETTERHEAD),
    ],
)
def test_a_name_ends_its_lines_where_offices_do(office: str, limit: int) -> None:
    assert lines(office.replace(" / ", " "), limit) == office.split(" / ")


@pytest.mark.parametrize(("limit", "size", "room"), [(SIGNATURE, 14, 93.9), (LETTERHEAD, 13, 63.1)])
def test_lines_of_that_length_fit_into_their_columns(limit: int, size: int, room: float) -> None:
    """58 and 39 hundredths of a text of 162 mm."""
    for name in (
        "THÀNH PHỐ HỒ CHÍ MINH",
        "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
        "PHƯỜNG HƯƠNG TRÀ THƯỢNG",
        "VỤ CẢI CÁCH HÀNH CHÍNH",
    ):
        assert all(width(line, size, bold=True) <= room for line in lines(name, limit))


@given(st.lists(st.text("ABĐ", min_size=1, max_size=9), min_size=1, max_size=9), st.integers(5, 30))
def test_no_word_is_lost_and_lines_keep_the_limit(words: list[str], limit: int) -> None:
    text = " ".join(words)
    made = lines(text, limit)
    assert " ".join(made) == text
    assert len(text) <= limit or len(made) == 1 or max(map(len, made)) <= limit


def test_a_text_that_is_no_name_is_left_as_it_was() -> None:
    for text in ("A " * 5000 + "B", "A" * 40, "MỘT  HAI " * 9):
        assert balanced(text, SIGNATURE) == text
