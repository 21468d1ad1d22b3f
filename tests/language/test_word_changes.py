"""The words that differ, against the texts themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.language.word_changes import WordChange, word_changes

CASES = {
    "a word more": ("Báo cáo sơ kết", "Báo cáo kết quả sơ kết", [("", "kết quả")]),
    "a word less": ("Sở Nội vụ; Báo Đắk Nông", "Sở Nội vụ", [("; Báo Đắk Nông", "")]),
    "another figure": ("đạt 80% trở lên", "đạt 85,5% trở lên", [("80%", "85,5%")]),
    "a capital": ("Các Sở, ban", "Các sở, ban", [("Sở", "sở")]),
    "two places": ("một hai ba bốn", "một 2 ba 4", [("hai", "2"), ("bốn", "4")]),
    "everything": ("một hai", "ba", [("một hai", "ba")]),
    "only spaces": ("một  hai", "một hai", []),
    "a symbol in one piece": ("số 76/NQ-CP", "số 77/NQ-CP", [("76/NQ-CP", "77/NQ-CP")]),
}


@pytest.mark.parametrize("name", CASES)
def test_changed_words(name: str) -> None:
    old, new, expected = CASES[name]
    found = word_changes(old, new)
    assert [(old[a:b], new[c:d]) for a, b, c, d in found] == expected


_TEXTS = st.lists(st.sampled_from(["sở", "nội", "vụ", ",", "năm", "2025"]), max_size=8).map(" ".join)


@given(_TEXTS, _TEXTS)
def test_the_old_text_with_the_changes_is_the_new_one_and_the_other_way_round(old: str, new: str) -> None:
    changes = word_changes(old, new)
    pieces, at = [], 0
    for old_start, old_end, new_start, new_end in changes:
        pieces += [old[at:old_start], " ", new[new_start:new_end], " "]
        at = old_end
    assert "".join([*pieces, old[at:]]).split() == new.split()
    assert word_changes(new, old) == tuple(WordChange(c, d, a, b) for a, b, c, d in changes)
