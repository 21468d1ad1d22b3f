"""Keys that make texts comparable: one normal form, letter case and tone placement set aside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import product

from cchc.patterns import deferred

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_LETTER_MARKS = "\u0302\u0306\u031b"

_TONED_PAIR = deferred(
    rf"(?P<onset>q?)(?P<first>[ou])(?P<early>[{_TONES}]*+)(?P<second>[aey])(?P<late>[{_TONES}]*+)(?![{_LETTER_MARKS}])"
)

_COMMON = deferred("[ -~\\nàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ–—“”‘’…]*")
"""Texts in small letters of these characters, nearly all that plans hold, fold in a quarter of the time of others."""
_COMMON_PAIR = deferred("[oòóỏõọuùúủũụ](?:(?<![uùúủũụ])[aàáảãạeèéẻẽẹ]|(?<![oòóỏõọ])[yỳýỷỹỵ])(?<!o[ae])(?<!uy)")
"""Two vowels of which one may bear the tone, and one does."""

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
_QUOTES = dict.fromkeys(map(ord, "“”„‟«»″"), '"') | dict.fromkeys(map(ord, "‘’‚‛′"), "'")
_PLAIN = _INVISIBLE | _DASHES | _QUOTES
_TO_MAKE_PLAIN = deferred(f"[{''.join(map(chr, _PLAIN))}]")

_NOT_IN_SLUG = deferred(r"[^a-z0-9]+")

_LONGEST_WORD = 100
"""Characters that ``nearest`` compares at most: no name is longer, and its work grows with their square."""


def nfc(text: str) -> str:
    """``text`` with every letter in one character, as the form rules ask (TCVN 6909:2001)."""
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The key under which spellings that mean the same are equal.

    Letter case, the placing of the tone mark (hòa, hoà), the kind of dash, quotation mark and space, and
    characters without a width do not count; white space is collapsed and trimmed. The result is NFC and
    ``fold(fold(text)) == fold(text)``. Of ten texts that a plan has folded eight were folded before.
    """
    if text.isascii():
        return " ".join(text.casefold().split())
    folded = text.casefold()
    if _COMMON.fullmatch(folded):
        return _fold_common(folded)
    decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFD", text).casefold())
    if _TO_MAKE_PLAIN.search(decomposed):  # to look for them takes a tenth of the time of translating
        decomposed = decomposed.translate(_PLAIN)
    return nfc(" ".join(_TONED_PAIR.sub(_place_tone, decomposed).split()))


def _fold_common(text: str) -> str:
    plain = text.replace("–", "-").replace("—", "-")
    plain = plain.replace("“", '"').replace("”", '"').replace("‘", "'").replace("’", "'")
    if _COMMON_PAIR.search(plain):
        plain = _COMMON_PAIR.sub(_place_common_tone, plain)
    return " ".join(plain.split())


def _place_common_tone(pair: re.Match[str]) -> str:
    text, start, end = pair.string, *pair.span()
    opened, closed = _pairs()[pair[0]]
    return closed if text.startswith("q", max(0, start - 1), start) or text[end : end + 1].isalpha() else opened


@cache
def _pairs() -> dict[str, tuple[str, str]]:
    """Each pair of vowels that bears a tone, as it stands at the end of a word and before another letter."""
    return {
        nfc(f"{first}{early}{second}{late}"): (nfc(f"{first}{early}{late}{second}"), nfc(first + second + early + late))
        for first, second in (("o", "a"), ("o", "e"), ("u", "y"))
        for early, late in product(("", *_TONES), repeat=2)
    }


def _place_tone(pair: re.Match[str]) -> str:
    """The two vowels of ``pair`` with their tone where the older usage puts it: hòa, but hoàn and quý."""
    onset, first, second = pair["onset"], pair["first"], pair["second"]
    if first + second not in ("oa", "oe", "uy"):
        return pair[0]
    tone = pair["early"] + pair["late"]
    closed = pair.string[pair.end() : pair.end() + 1].isalpha()
    return onset + first + second + tone if onset or closed else onset + first + tone + second


def bare(text: str) -> str:
    """``fold(text)`` without any diacritic; "đ" becomes "d"."""
    decomposed = unicodedata.normalize("NFD", fold(text)).replace("đ", "d")
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def slug(text: str) -> str:
    """``text`` as an id or file name: ``a``-``z``, ``0``-``9``, single hyphens; empty where it holds none of them."""
    return _NOT_IN_SLUG.sub("-", bare(text)).strip("-")


def nearest(word: str, candidates: Iterable[str], *, limit: int | None = None) -> str | None:
    """The candidate that is most likely meant by ``word``: the first with the fewest slips, diacritics aside.

    ``limit`` is the number of slips that may lie between them; by default one for every three letters, and at
    least one. None where nothing is near.
    """
    meant = bare(word)
    if len(meant) > _LONGEST_WORD:
        return None
    allowed = max(1, len(meant) // 3) if limit is None else limit
    best: str | None = None
    for candidate in candidates:
        distance = _slips(meant, bare(candidate), allowed)
        if distance is not None:
            best, allowed = candidate, distance - 1
    return best


def _slips(first: str, second: str, most: int) -> int | None:
    """Letters added, left out, changed or swapped with their neighbour between two words; None above ``most``."""
    if abs(len(first) - len(second)) > most:
        return None
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, letter in enumerate(first, 1):
        previous, row = row, [i]
        for j, other in enumerate(second, 1):
            cost = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before = previous
    return row[-1] if row[-1] <= most else None
