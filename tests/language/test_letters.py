"""Letters of legacy codes and of other alphabets, told from signs that belong where they stand."""

from __future__ import annotations

import pytest

from cchc.language.letters import latin_of, legacy_words, mixed_words


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("Uû ban", "Uû"),  # VNI: Ủy
        ("ñaëc bieät", "ñaëc"),  # VNI: đặc
        ("cöû tri", "cöû"),  # VNI: cử
        ("tænh", "tænh"),  # VNI: tỉnh
        ("§¾k N«ng", "§¾k"),  # TCVN3: Đắk
        ("hµnh chÝnh", "hµnh"),  # TCVN3: hành
        ("®iÒu", "®iÒu"),  # TCVN3: điều
        ("á»¦y ban", "á»¦y"),  # UTF-8 read as windows-1252: Ủy
        ("nhÃ¢n dÃ¢n", "nhÃ¢n"),  # nhân
    ],
)
def test_legacy(typed: str, word: str) -> None:
    assert next(legacy_words(typed))[0] == word


@pytest.mark.parametrize("text", ["10 µm, 25 µg/m³, 30°C", "Office®, ©2026", "«Một cửa», § 5", "El Niño", "ĐÃ, Ã, TÃ"])
def test_not_legacy(text: str) -> None:
    assert list(legacy_words(text)) == []


def test_every_vietnamese_letter_is_its_own() -> None:
    letters = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớỡởợuùúủũụưừứửữựyỳýỷỹỵđ"
    syllables = " ".join(
        f"{first}{second} t{first}{second}n {second}".upper() for first in letters for second in letters
    )
    for text in (syllables, syllables.lower()):
        assert list(mixed_words(text)) == []


def test_mixed() -> None:
    assert [(found[0], latin_of(found[0])) for found in mixed_words("Тổ сông ＡＢ μ Россия")] == [
        ("Тổ", "Tổ"),
        ("сông", "công"),
        ("ＡＢ", "AB"),
    ]
