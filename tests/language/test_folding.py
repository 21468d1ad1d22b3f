from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cchc.language.folding import bare, fold, nearest, nfc, slug

vietnamese = st.text(
    alphabet="aáàảãạăắặâấộôoóòỏõọơeéèẻẽẹêuúùủũụưyýỳỷỹỵiqhnkptgHÒAÀỦY đĐ-–\u00a0\u0301\u0323", max_size=20
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa", "hoà"),
        ("hoá", "hóa"),
        ("thủy", "thuỷ"),
        ("Ủy ban", "Uỷ ban"),
        ("khoẻ", "khỏe"),
        ("toạ độ", "tọa độ"),
        ("ngòai", "ngoài"),
        ("hòan", "hoàn"),
        ("hùynh", "huỳnh"),
        ("qúy", "quý"),
        ("ĐẮK NÔNG", "Đắk Nông"),
        ("năm\u00a02025", "năm 2025"),
        ("  2021 –\t2025 ", "2021 - 2025"),
        ("QĐ‑UBND", "QĐ-UBND"),
        ("Chủ đề “Cải cách”", 'chủ đề "cải cách"'),
        ("Sở\u200b Nội vụ\ufeff", "Sở Nội vụ"),
    ],
)
def test_spellings_of_one_meaning_have_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("hòa", "hóa"), ("hoạc", "hoặc"), ("của", "cuả"), ("ma", "má"), ("dak", "đak"), ("tỷ", "tỉ"), ("o a", "oa")],
)
def test_different_words_keep_different_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "key"),
    [("Uỷ ban nhân dân", "ủy ban nhân dân"), ("HOÀN THÀNH", "hoàn thành"), ("Quý I", "quý i"), ("KHOẺ", "khỏe")],
)
def test_key_reads_as_the_usual_spelling(text: str, key: str) -> None:
    assert fold(text) == key


@given(st.text(max_size=30) | vietnamese)
@example("o\u0301a\u0323")
@example("ở\u0345")
@example("oa\u0323\u0306")
def test_fold_is_idempotent_and_blind_to_the_normal_form(text: str) -> None:
    key = fold(text)
    assert fold(key) == key
    assert key == nfc(key)
    assert fold(unicodedata.normalize("NFD", text)) == key


@given(vietnamese)
def test_fold_moves_marks_but_loses_none(text: str) -> None:
    def marks(of: str) -> list[str]:
        return sorted(mark for mark in unicodedata.normalize("NFD", of) if unicodedata.combining(mark))

    assert marks(fold(text)) == marks(text)


def test_bare_and_slug() -> None:
    assert bare("Ủy ban nhân dân tỉnh Đắk Nông") == "uy ban nhan dan tinh dak nong"
    assert slug("Chỉ số CCHC (PAR INDEX) – năm 2025!") == "chi-so-cchc-par-index-nam-2025"
    assert slug("…") == ""


@given(st.text(max_size=30) | vietnamese)
def test_slug_is_an_id(text: str) -> None:
    assert re.fullmatch("([a-z0-9]+(-[a-z0-9]+)*)?", slug(text))


KEYS = ["title", "theme", "bullets", "points", "appendices", "lead", "support", "start", "end"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("tilte", "title"),
        ("Bullet", "bullets"),
        ("appendixes", "appendices"),
        ("suport", "support"),
        ("lead", "lead"),
        ("xyz", None),
        ("", None),
    ],
)
def test_nearest_key(word: str, meant: str | None) -> None:
    assert nearest(word, KEYS) == meant


def test_nearest_sees_through_diacritics_and_prefers_the_closer() -> None:
    assert nearest("so noi vu", ["Sở Nội chính", "Sở Nội vụ"]) == "Sở Nội vụ"
    assert nearest("plan-2024", ["plan-2025", "plan-2024a", "plan-2024"]) == "plan-2024"


def test_nearest_with_a_limit() -> None:
    assert nearest("abcdefghi", ["abcdefgxy"], limit=1) is None
    assert nearest("abcdefghi", ["abcdefgxy"], limit=2) == "abcdefgxy"


def test_nearest_of_a_text_that_is_no_name_takes_no_time() -> None:
    assert nearest("x" * 100_000, ["y" * 100_000, "x" * 99_999]) is None
