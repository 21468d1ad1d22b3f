"""What a sheet of Excel holds: so many rows, and texts of so many characters."""

from __future__ import annotations

MOST_ROWS = 1_048_575
"""Rows below the header."""
LONGEST_CELL = 32_767
"""UTF-16 code units in a cell."""
_MARK = "…"


class SheetFullError(Exception):
    """A table with more rows than a sheet takes; its argument is the sheet's name."""


def cut(text: str) -> str:
    """``text`` itself where a cell takes it, else its beginning with a mark at the end."""
    if len(text) <= LONGEST_CELL // 2 or _units(text) <= LONGEST_CELL:
        return text
    kept = text.encode("utf-16-le")[: 2 * (LONGEST_CELL - len(_MARK))]
    return kept.decode("utf-16-le", "ignore") + _MARK


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
