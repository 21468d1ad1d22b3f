"""The place behind a body's name: "tỉnh Đắk Nông", "cấp huyện", "các huyện, thành phố Gia Nghĩa"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc.registry.facts import Body, Tier
from cchc.registry.lexicon import WordTree
from cchc.registry.names import Token

Text = Sequence[Token]

_UNITS: dict[tuple[str, ...], Tier] = {
    ("huyện",): "district",
    ("quận",): "district",
    ("thị", "xã"): "district",
    ("thị", "trấn"): "commune",
    ("thị",): "district",
    ("thành", "phố"): "district",
    ("tp",): "district",
    ("đặc", "khu"): "commune",
    ("xã",): "commune",
    ("phường",): "commune",
}
_UNITS_BEGIN = frozenset(words[0] for words in _UNITS)
_LEVELS: dict[str, Tier] = {"tỉnh": "province", "huyện": "district", "xã": "commune"}
_CITIES = ((("thành", "phố")), ("tp",))
_LONGEST_NAME = 5


def begins_with(text: Text, at: int, words: tuple[str, ...]) -> bool:
    """Whether ``words`` stand in ``text`` from ``at`` on, side by side."""
    if words and (at >= len(text) or text[at].key != words[0]):
        return False
    return tuple(token.key for token in text[at : at + len(words)]) == words


def read_places(text: Text, at: int, provinces: WordTree[Body]) -> Iterator[tuple[Tier, int]]:
    """The places that may stand at ``at``: the level of government and the position behind, short ones included."""
    if at >= len(text):
        return
    if text[at].key == "của":
        at += 1
    yield from _provinces(text, at, provinces)
    yield from _units(text, at)


def _provinces(text: Text, at: int, provinces: WordTree[Body]) -> Iterator[tuple[Tier, int]]:
    for _, end in provinces.read(text, at):
        yield "province", end
    if begins_with(text, at, ("cấp", "tỉnh")):
        yield "province", at + 2
    if begins_with(text, at, ("tỉnh",)):
        yield "province", at + 1
        for _, end in provinces.read(text, at + 1):
            yield "province", end
        yield "province", name_end(text, at + 1)
    for city in _CITIES:
        # A city without a name is the one that the act speaks for.
        if begins_with(text, at, city):
            yield "province", at + len(city)


def _units(text: Text, at: int) -> Iterator[tuple[Tier, int]]:
    """Districts or communes: a kind of unit, with or without a name, and further ones of the same level."""
    if begins_with(text, at, ("các",)) or begins_with(text, at, ("cấp",)):
        at += 1
    tier: Tier | None = None
    while (unit := _unit(text, at)) is not None and tier in (None, unit[0]):
        tier, end = unit
        yield tier, end
        named = name_end(text, end)
        yield tier, named
        at = named + 1 if named < len(text) and text[named].joins else named


def _unit(text: Text, at: int) -> tuple[Tier, int] | None:
    if at >= len(text) or text[at].key not in _UNITS_BEGIN:
        return None
    for words, tier in _UNITS.items():
        if begins_with(text, at, words):
            return tier, at + len(words)
    return None


def name_end(text: Text, at: int) -> int:
    """The position behind the proper name at ``at``: capitalised words and what hyphens or apostrophes tie to them."""
    end = at
    while end < len(text) and end - at < _LONGEST_NAME:
        if end > at and _ties(text, end):
            end += 2
        elif text[end].is_capitalised and not text[end].joins:
            end += 1
        else:
            break
    return end


def _ties(text: Text, at: int) -> bool:
    """Whether the sign at ``at`` joins the words at its sides without a space: "Đắk R'lấp"."""
    sides = text[at - 1 : at + 2]
    return len(sides) == 3 and sides[1].key in ("-", "'") and sides[0].end + 1 == sides[1].end == sides[2].start
