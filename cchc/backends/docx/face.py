"""The advance widths of the decree's face, for lines whose length depends on a text's."""

from __future__ import annotations

from functools import cache

from cchc.backends.docx import advances

_MM_PER_POINT = 25.4 / 72
_UNKNOWN = 1024
"""Half an em, the width of a figure: what a character outside the table counts for."""


@cache
def char_widths(bold: bool, italic: bool) -> dict[str, int]:
    """The advance of each known character of one face, in 1/2048 em."""
    faces = {
        (False, False): advances.REGULAR,
        (True, False): advances.BOLD,
        (False, True): advances.ITALIC,
        (True, True): advances.BOLD_ITALIC,
    }
    widths = {char: width for width, chars in faces[bold, italic].items() for char in chars}
    widths["\u2011"] = widths["-"]  # Word draws its no-break hyphen as the face's hyphen
    return widths


def text_width(text: str, size_pt: float, bold: bool = False, italic: bool = False) -> float:
    """The width in millimetres of one line of ``text`` in Times New Roman, without kerning."""
    widths = char_widths(bold, italic)
    units = sum(widths.get(char, _UNKNOWN) for char in text)
    return units * size_pt * _MM_PER_POINT / advances.UNITS_PER_EM
