"""Vietnamese alphabetical order."""

from __future__ import annotations

import unicodedata
from typing import TypeAlias

from cchc.language.folding import nfc

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANK = {letter: 0x110000 + rank for rank, letter in enumerate(_ALPHABET)}
_TONE_RANK = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}

SortKey: TypeAlias = tuple[tuple[int, ...], tuple[int, ...], tuple[bool, ...], str]


def sort_key(text: str) -> SortKey:
    """The key that sorts texts as a Vietnamese list does.

    First the letters (a ă â b c d đ e ê … o ô ơ … u ư … y; a space before any letter, f j w z at their Latin places),
    then the tones (ngang huyền hỏi ngã sắc nặng), then small letters before capitals.
    """
    ranks: list[int] = []
    tones: list[int] = []
    capitals: list[bool] = []
    for letter, tone in map(_split_tone, nfc(text)):
        small = letter.lower()
        ranks.append(_LETTER_RANK.get(small, ord(small[0])))
        tones.append(tone)
        capitals.append(letter != small)
    return tuple(ranks), tuple(tones), tuple(capitals), text


def _split_tone(character: str) -> tuple[str, int]:
    """The letter without its tone mark, and the rank of the tone."""
    if character.isascii():
        return character, 0
    marks = unicodedata.normalize("NFD", character)
    tone = next((mark for mark in marks[1:] if mark in _TONE_RANK), "")
    return (nfc(marks.replace(tone, "")), _TONE_RANK[tone]) if tone else (character, 0)
