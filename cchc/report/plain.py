"""Text from a file made safe for a terminal: nothing in it is obeyed."""

from __future__ import annotations

import unicodedata

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def plain(text: str, *, keep_lines: bool = False) -> str:
    """``text`` with control characters and changes of direction shown as what they are (``␛``, ``U+202E``).

    With ``keep_lines`` line ends stay.
    """
    if text.isprintable():
        return text
    return "".join(_shown(character, keep_lines) for character in text)


def _shown(character: str, keep_lines: bool) -> str:
    code = ord(character)
    if character == "\n" and keep_lines:
        return character
    if character == "\t":
        return "    "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if character in _BIDI or unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp"):
        return f"U+{code:04X}"
    return character
