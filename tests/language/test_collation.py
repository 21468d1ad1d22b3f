from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.language.collation import sort_key


@pytest.mark.parametrize(
    "ordered",
    [
        ["an", "ăn", "ân", "ba", "ca", "da", "đa", "e", "ê", "ghi", "o", "ô", "ơ", "u", "ư", "y"],
        ["ma", "mà", "mả", "mã", "má", "mạ", "mác"],
        ["Sở Công Thương", "Sở Nội vụ", "Sở Tài chính", "Sở Tư pháp", "Sở Xây dựng", "Sở Y tế"],
        ["Đắk Lắk", "Đắk Nông", "Điện Biên", "Đồng Nai"],
        ["ban", "Ban", "bàn", "bán"],
        ["huyện", "huyện Cư Jút", "huyệnx"],
        ["1", "2", "a"],
    ],
)
def test_alphabetical_order(ordered: list[str]) -> None:
    shuffled = random.Random(1).sample(ordered, len(ordered))
    assert sorted(shuffled, key=sort_key) == ordered


@given(st.text(max_size=20))
def test_any_text_has_a_key_whatever_its_normal_form(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert sort_key(unicodedata.normalize("NFD", text))[:3] == sort_key(composed)[:3]
