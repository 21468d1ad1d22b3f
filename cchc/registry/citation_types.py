"""The kinds of act as citations name them: in words, and by the abbreviation in a symbol."""

from __future__ import annotations

from functools import cache, lru_cache

from cchc.language.folding import bare, fold
from cchc.registry.act_types import ACT_TYPES

NORMATIVE = frozenset(("NĐ", "TT", "TTLT", "QH", "UBTVQH"))
"""Kinds of act that are always normative: their symbols bear a year (since the law of 1996)."""

_MORE_TYPES = {
    "KL": ("Kết luận",),
    "NQLT": ("Nghị quyết liên tịch",),
    "TTLT": ("Thông tư liên tịch", "Thông tư"),
    "CV": ("Công văn",),
    "LCT": ("Lệnh",),
    "SL": ("Sắc lệnh", "Bản sao lục"),
    "QĐi": ("Quy định",),
    "PL": ("Pháp lệnh",),
    "VBHN": ("Văn bản hợp nhất",),
    "QH": ("Luật", "Bộ luật", "Nghị quyết", "Hiến pháp"),
    "UBTVQH": ("Pháp lệnh", "Nghị quyết"),
}
"""Abbreviations beside the decree's table: the Party's, the National Assembly's, joint acts; with what bears them."""
LAWS = ("Bộ luật", "Luật", "Pháp lệnh")
SMALL_LAWS = frozenset(map(fold, LAWS))
_SHARED = {"QĐ": ("Quy định",), "CT": ("Chương trình",)}
"""What the Party writes under an abbreviation that means another kind in the decree's table ("41-QĐ/TW")."""
_UNSAID = frozenset(("văn bản",))
"""Words for an act of any kind."""


@lru_cache(256)
def names_of(type_: str, party: bool = False) -> tuple[str, ...]:
    """What an act is called whose symbol bears the type ``type_``; empty for one that is not known."""
    names = tuple(each.name for each in ACT_TYPES if each.abbreviation == type_) + _MORE_TYPES.get(type_, ())
    return names + _SHARED.get(type_, ()) if party else names


def types_named(kind: str) -> tuple[str, ...]:
    """The abbreviations that an act called ``kind`` bears; empty for words that say no type."""
    return _types_by_name().get(kind.lower()) or _types_by_name().get(fold(kind), ())


@cache
def _types_by_name() -> dict[str, tuple[str, ...]]:
    named: dict[str, tuple[str, ...]] = {}
    of_type = [(each.abbreviation, each.name) for each in ACT_TYPES]
    of_type += [(type_, name) for type_, names in _MORE_TYPES.items() for name in names]
    for type_, name in of_type:
        folded = fold(name)
        named[folded] = (*named.get(folded, ()), type_)
    return named


def type_meant(written: str) -> str:
    """The type whose abbreviation is ``written``, the Đ of which may be a D, and a small letter a capital."""
    return written if names_of(written) else _types_by_letters().get(bare(written), "")


@cache
def _types_by_letters() -> dict[str, str]:
    return {bare(type_): type_ for type_ in reversed(_types())}


def _types() -> tuple[str, ...]:
    return tuple(dict.fromkeys((*(each.abbreviation for each in ACT_TYPES), *_MORE_TYPES)))


def says_type(words: str) -> bool:
    """Whether ``words`` are a type of act; "pháp luật" is none, so laws are so with a capital only."""
    folded = words.lower() if words.lower() in _types_by_name() else fold(words)
    return folded in _UNSAID or (folded in _types_by_name() and (words[:1].isupper() or folded not in SMALL_LAWS))
