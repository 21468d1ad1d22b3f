"""The widths of Times New Roman, against the decree's lines and a font of the same metrics."""

import shutil
import subprocess
from pathlib import Path

import pytest

from cchc.backends.docx.face import char_widths, text_width
from tests.backends.truetype import advances

VIETNAMESE = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


@pytest.mark.parametrize(
    ("text", "size", "width"),
    [(NATION, 12, 88.3), (NATION, 13, 95.7), (MOTTO, 13, 55.9), (MOTTO, 14, 60.2), ("ỦY BAN NHÂN DÂN", 13, 43.2)],
)
def test_the_lines_of_the_letterhead_in_millimetres(text: str, size: float, width: float) -> None:
    assert text_width(text, size, bold=True) == pytest.approx(width, abs=0.3)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_every_vietnamese_letter_is_as_wide_as_its_base(bold: bool, italic: bool) -> None:
    widths = char_widths(bold, italic)
    bases = {"a": "àáảãạăằắẳẵặâầấẩẫậ", "e": "èéẻẽẹêềếểễệ", "o": "òóỏõọôồốổỗộ", "u": "ùúủũụ", "y": "ỳýỷỹỵ", "đ": "đ"}
    for base, letters in bases.items():
        assert {widths[letter] for letter in letters} == {widths[base]}
    for letter in VIETNAMESE + VIETNAMESE.upper() + "–—“”‘’…×≥≤%/+₫ \u00a0\u2011":
        assert letter in widths


def test_widths_add_up_and_grow_with_the_size() -> None:
    assert text_width("", 14) == 0
    assert text_width("ab", 14) == pytest.approx(text_width("a", 14) + text_width("b", 14))
    assert text_width("a", 28) == pytest.approx(2 * text_width("a", 14))
    assert text_width("Hạnh phúc", 14, bold=True) > text_width("Hạnh phúc", 14)


def test_a_character_outside_the_table_is_as_wide_as_a_figure() -> None:
    assert text_width("漢", 14) == text_width("0", 14)


@pytest.mark.rendering
@pytest.mark.parametrize(
    ("name", "bold", "italic"),
    [("Regular", False, False), ("Bold", True, False), ("Italic", False, True), ("BoldItalic", True, True)],
)
def test_the_table_is_that_of_a_font_of_the_same_metrics(name: str, bold: bool, italic: bool) -> None:
    font = advances(_font_file(name))
    for char, width in char_widths(bold, italic).items():
        assert width == font["-" if char == "\u2011" else char], char


def _font_file(face: str) -> Path:
    listing = shutil.which("fc-list")
    assert listing, "fontconfig is not installed"
    files = subprocess.run([listing, ":", "file"], check=True, capture_output=True, text=True, encoding="utf-8").stdout
    paths = [Path(line.rstrip(": ")) for line in files.splitlines()]
    found = [path for path in paths if path.name in (f"LiberationSerif-{face}.ttf", f"Tinos-{face}.ttf")]
    assert found, "neither fonts-liberation2 nor fonts-croscore is installed"
    return found[0]
