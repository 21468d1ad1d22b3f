"""How many columns of a terminal a text takes, so that carets stand below what they mean."""

from __future__ import annotations

import unicodedata

_NO_WIDTH = frozenset({"Mn", "Me", "Cc", "Cf", "Zl", "Zp"})


def columns(text: str) -> int:
    """The columns of ``text``: combining marks and control characters take none, wide East Asian characters two.

    A tab is a control character too: whoever prints a caret writes the same tabs before it.
    """
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(_width, text))


def _width(character: str) -> int:
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
