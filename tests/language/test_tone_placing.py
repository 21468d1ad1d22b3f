"""Both ways of placing tone marks are told apart, and one is made of the other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cchc.language.folding import fold
from cchc.language.tone_placing import EARLY_TO_LATE, early, late, other


def test_each_way_is_found() -> None:
    text = "Ủy ban, hòa, khỏe, THỦY; Uỷ ban, hoà, khoẻ, THUỶ"
    assert [found[0] for found in early(text)] == ["Ủy", "òa", "ỏe", "ỦY"]
    assert [found[0] for found in late(text)] == ["Uỷ", "oà", "oẻ", "UỶ"]


def test_syllables_with_one_way_only() -> None:
    text = "quý, quỹ, QUỲ, hoàn, khoán, thuyết, Huỳnh, của, giữa, mùa, túi"
    assert list(early(text)) == []
    assert list(late(text)) == []


@given(st.sampled_from(sorted(EARLY_TO_LATE)))
def test_to_and_fro(pair: str) -> None:
    assert other(other(pair)) == pair
    assert fold(pair) == fold(other(pair))
