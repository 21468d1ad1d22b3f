"""Letters that only look like Vietnamese ones: legacy code points, Ð for Đ, letters of other alphabets, none at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cchc.patterns import deferred

ETHS = {"\u00d0": "Đ", "\u00f0": "đ", "\u0189": "Đ"}
"""Letters of other languages that are drawn like Đ and đ."""

_CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТУХаеіјорсухѕ", "ABESIJKMHOPCTYXaeijopcyxs", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True))
_FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
LOOK_ALIKES = _CYRILLIC | _GREEK | _FULL_WIDTH
"""Letters of other alphabets and the Latin ones that they look like; signs of full width and the usual ones."""

INVISIBLE = frozenset(map(chr, (0xAD, 0x34F, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F))))
INVISIBLE |= frozenset(map(chr, (*range(0x2060, 0x2070),)))
"""Characters without a width: joiners, soft hyphens, marks of writing direction."""

ODD_SPACES = frozenset(map(chr, (0x1680, *range(0x2000, 0x200B), 0x205F, 0x3000)))
"""Spaces of other widths than the usual one; the no-break spaces U+00A0 and U+202F are meant where they stand."""

# Signs of the legacy codes where Unicode has the letters of Western Europe. No Vietnamese word holds these.
_VNI_SIGNS = frozenset("ñÑøØûÛïÏåÅäÄëËüÜöÖæ")
_TCVN3_SIGNS = frozenset("¨©ª«¬®µ¶·¸¹»¼½¾§")
_MISREAD_SIGNS = frozenset("ÃÄÆáº»")
LEGACY_SIGNS = _VNI_SIGNS | _TCVN3_SIGNS | frozenset("ÃÆ")
"""Characters without which no text is in a legacy code or misread."""


@cache
def _legacy() -> re.Pattern[str]:
    vni = (
        r"[AEIOUYÔÖÂÊaeiouyôöâê][øûïåäëüØÛÏÅÄËÜ]"  # Uû ban, phuû
        r"|(?<!\w)[ñÑ](?=[aeiouyôöæAEIOUYÔÖ])"  # ñaëc, ñòa
        r"|[öÖ][ôÔõùøïû]"  # nöôùc, söû
        r"|(?<=[a-z])æ(?=nh|\b)"  # tænh, chæ
    )
    # Vowels of TCVN3 stand between letters or at the end of a word behind one; ® and § stand for đ and Đ.
    tcvn3 = r"(?<=[A-Za-z®§])[¨©ª«¬µ¶·¸¹»¼½¾](?=[A-Za-z]|\b|$)|(?<!\w)[®§](?=[^\W\d_]|[¨©ª«¬µ¶·¸¹»¼½¾])"
    misread = r"á[º»][\x80-\uffff]|Ã[\xa0-\xbf]|Æ[°¡¯]|Ä[‘ƒ\x90\x91\x83]"
    return re.compile(rf"[^\s.,;()“”]*(?:{vni}|{tcvn3}|{misread})[^\s.,;()“”]*")


def legacy_words(text: str) -> Iterator[re.Match[str]]:
    """The words of ``text`` that are typed in TCVN3 or VNI, or are UTF-8 that a program read as something else."""
    return _legacy().finditer(text)


_MIXED = deferred(rf"\w*[{re.escape(''.join(LOOK_ALIKES))}]\w*")


def mixed_words(text: str) -> Iterator[re.Match[str]]:
    """The words of ``text`` in which letters of another alphabet pass for Latin ones, and signs of full width.

    A word of another alphabet is none, nor is one of its letters alone (μ, Ω).
    """
    for match in _MIXED.finditer(text):
        word = match[0]
        latin = latin_of(word)
        foreign = any(
            character.isalpha() and ord(character) > 0x36F and not _is_latin(character) for character in latin
        )
        if not foreign and (len(word) > 1 or word in _FULL_WIDTH):
            yield match


def latin_of(word: str) -> str:
    """``word`` with the letters that it looks to have."""
    return "".join(LOOK_ALIKES.get(character, character) for character in word)


def _is_latin(character: str) -> bool:
    """Latin letters beyond U+036F are those with Vietnamese marks."""
    return "\u1e00" <= character <= "\u1eff"
