"""Where the tone mark stands in oa, oe, uy at the end of a syllable: hòa and Ủy, or hoà and Uỷ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from cchc.patterns import deferred

_TONES = "\u0300\u0301\u0309\u0303\u0323"


def _pairs(first: str, second: str) -> dict[str, str]:
    """Each way of writing ``first`` + ``second`` with the tone on the first letter → with it on the second."""
    return {
        normalize("NFC", f"{a}{tone}{b}"): normalize("NFC", f"{a}{b}{tone}")
        for tone in _TONES
        for a in (first, first.upper())
        for b in (second, second.upper())
    }


EARLY_TO_LATE = _pairs("o", "a") | _pairs("o", "e") | _pairs("u", "y")
"""òa → oà and so on; both are in use, and no rule prescribes one (Nghị định 30/2020/NĐ-CP is silent)."""

_LATE_TO_EARLY = {late: early for early, late in EARLY_TO_LATE.items()}


_EARLY = deferred(r"[òóỏõọùúủũụÒÓỎÕỌÙÚỦŨỤ][aeyAEY](?!\w)")


_LATE = deferred(r"[oOuU][àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ](?!\w)")


def early(text: str) -> Iterator[re.Match[str]]:
    """The pairs of ``text`` with the tone on the first letter: hòa, Ủy."""
    return (found for found in _EARLY.finditer(text) if found[0] in EARLY_TO_LATE and not _behind_q(found))


def late(text: str) -> Iterator[re.Match[str]]:
    """The pairs of ``text`` with the tone on the second letter: hoà, Uỷ; “quý” has no other way."""
    return (found for found in _LATE.finditer(text) if found[0] in _LATE_TO_EARLY and not _behind_q(found))


def _behind_q(found: re.Match[str]) -> bool:
    return found.start() > 0 and found.string[found.start() - 1] in "qQ"


def other(pair: str) -> str:
    """``pair`` with its tone on the other letter."""
    return EARLY_TO_LATE.get(pair) or _LATE_TO_EARLY[pair]
