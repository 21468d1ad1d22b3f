"""Footnotes inside texts: marks become what travels, what travels comes out again as it went in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.language.footnotes import CLOSING, OPENING, carried, pieces, without_marks, without_notes
from cchc.syntax.characters import REFUSED

NOTES = {"a": "Chú thích một.", "nguon-so-lieu": "Sở Nội vụ"}
words = st.text(st.characters(exclude_characters=f"[{OPENING}{CLOSING}", exclude_categories=["Cs"]), max_size=8)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("không có", [("không có", False)]),
        ("một[^a]", [("một", False), ("Chú thích một.", True)]),
        ("[^a] hai[^nguon-so-lieu].", [("Chú thích một.", True), (" hai", False), ("Sở Nội vụ", True), (".", False)]),
        ("ba[^khong-co] [a] [^A] [^]", [("ba[^khong-co] [a] [^A] [^]", False)]),
    ],
)
def test_a_mark_carries_its_note_and_others_stay(text: str, expected: list[tuple[str, bool]]) -> None:
    assert list(pieces(carried(text, NOTES))) == expected


@given(st.lists(words, min_size=1, max_size=4), st.dictionaries(st.sampled_from(["a", "b-1"]), words, min_size=1))
def test_what_is_put_in_comes_out(texts: list[str], notes: dict[str, str]) -> None:
    key = next(iter(notes))
    text = carried(f"[^{key}]".join(texts), notes)
    assert [piece for piece, is_note in pieces(text) if is_note] == [notes[key]] * (len(texts) - 1)
    assert without_notes(text) == "".join(texts)


def test_marks_are_left_out_where_a_text_is_compared() -> None:
    assert without_marks("Tỷ lệ[^a] hồ sơ[^nguon-so-lieu] [1]") == "Tỷ lệ hồ sơ [1]"


def test_no_file_can_hold_what_stands_around_a_note() -> None:
    assert REFUSED.search(OPENING)
    assert REFUSED.search(CLOSING)
