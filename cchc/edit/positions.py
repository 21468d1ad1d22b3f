"""Where the characters of a text in NFC stand in the text that was typed, which may hold letters in other forms."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import NamedTuple
from unicodedata import is_normalized, normalize

from cchc.patterns import deferred

_LETTER = deferred("[\x00-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e]")
"""Characters that never join the one before them: Latin letters, marked or not, and punctuation."""


class Stretch(NamedTuple):
    """The characters ``start`` to ``end`` of the text typed, with what of them stands before and behind in NFC.

    ``before`` and ``behind`` are there only where a place lies inside what cannot be parted.
    """

    start: int
    end: int
    before: str
    behind: str


class Positions:
    """The way from the offsets of ``normalize("NFC", typed)`` to those of ``typed``."""

    def __init__(self, typed: str) -> None:
        self._same = is_normalized("NFC", typed)
        self._nfc = typed if self._same else normalize("NFC", typed)
        self._typed_starts: list[int] = []
        self._nfc_starts: list[int] = []
        if not self._same:
            self._measure(typed)

    def _measure(self, typed: str) -> None:
        starts = [0, *(found.start() for found in _LETTER.finditer(typed) if found.start()), len(typed)]
        length = 0
        for start, end in pairwise(starts):
            self._typed_starts.append(start)
            self._nfc_starts.append(length)
            length += len(normalize("NFC", typed[start:end]))
        if length != len(self._nfc):
            raise ValueError("the text was parted where its letters join")
        self._typed_starts.append(len(typed))
        self._nfc_starts.append(length)

    def stretch(self, start: int, end: int) -> Stretch:
        """Where the characters ``start`` to ``end`` of the NFC text were typed."""
        if self._same:
            return Stretch(start, end, "", "")
        first = bisect_right(self._nfc_starts, start) - 1
        last = max(bisect_left(self._nfc_starts, end), first)
        return Stretch(
            self._typed_starts[first],
            self._typed_starts[last],
            self._nfc[self._nfc_starts[first] : start],
            self._nfc[end : self._nfc_starts[last]],
        )
