"""How a mention names its body: the words of the name itself, the place behind it, the units of territory there."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from cchc.language.folding import bare, fold
from cchc.registry.facts import Body
from cchc.registry.lexicon import WordTree
from cchc.registry.names import Token, tokens, words_of
from cchc.registry.reading import Mention, lexicon_of
from cchc.registry.registry import Registry, one_on

_KINDS: tuple[tuple[str, ...], ...] = (("huyện",), ("quận",), ("thị", "xã"), ("thị", "trấn"), ("đặc", "khu"))
"""Kinds of district and commune whose name means nothing else: a "thành phố" may be the province's own level."""
_KINDS_BEGIN = frozenset(kind[0] for kind in _KINDS)


class Naming(NamedTuple):
    """The words that name the body of a mention, as they stand, and the proper names in the ``place`` behind them.

    ``name`` is empty where a list has said its words before ("KH&ĐT" in "các Sở: NV, KH&ĐT"); ``words`` are those of
    the name with its place. ``units`` are the provinces and kinds of unit that the place names, each with its words.
    """

    name: str
    words: str
    place: tuple[str, ...]
    units: tuple[tuple[Body, str], ...]

    @property
    def spelling(self) -> str:
        """The name as spellings are compared: signs count, letter case and tone placement do not."""
        return fold(self.name)


@lru_cache(maxsize=4096)
def naming_of(mention: Mention, registry: Registry, on: date) -> Naming:
    """How ``mention`` names its body or class, its units of territory as they were ``on`` the day."""
    words = tokens(mention.printed)
    body = registry.known(mention.id)
    begin, end = _form(words, body, registry) if body else (0, 0)
    name = mention.printed[words[begin].start : words[end - 1].end] if end > begin else ""
    whole = mention.printed[words[begin].start :].partition("(")[0].strip() if name else ""
    behind = words[end:]
    proper = tuple(word.key for word in behind if word.is_capitalised)
    central = body is not None and body.tier is None
    units = () if central or mention.kind == "unknown" else tuple(_units(mention.printed, behind, body, registry, on))
    return Naming(name, whole, proper, units)


def abbreviates(short: str, long: str) -> bool:
    """Whether ``short`` is ``long`` with some of its words as letters ("Sở KH&ĐT", "VP UBND"), or with other signs."""
    brief = [token for token in tokens(short) if not token.joins]
    full = [token.key for token in tokens(long) if not token.joins]
    at = 0
    for token in brief:
        if full[at : at + 1] == [token.key]:
            at += 1
        elif token.text.isupper() and [key[0] for key in map(bare, full[at : at + len(token.text)])] == list(
            bare(token.text)
        ):
            at += len(token.text)
        else:
            return False
    return at == len(full)


def _form(words: Sequence[Token], body: Body, registry: Registry) -> tuple[int, int]:
    """Where the name of ``body`` stands in ``words``; nowhere (0, 0) where only a part of it does."""
    tree = lexicon_of(registry).bodies
    for begin in range(len(words)):
        ends = [end for (named, _), end in tree.read(words, begin) if named.id == body.id]
        if ends:
            return begin, max(ends)
    return 0, 0


def _units(
    text: str, words: Sequence[Token], body: Body | None, registry: Registry, on: date
) -> Iterator[tuple[Body, str]]:
    provinces = lexicon_of(registry).provinces
    at = 0
    while at < len(words):
        named, end = _province(words, at, provinces, on) if body is None or body.tier == "province" else (None, at)
        if named is None:
            named, end = _kind(words, at, registry)
        if named is not None:
            yield named, text[words[at].start : words[end - 1].end]
        at = max(end, at + 1)


def _province(words: Sequence[Token], at: int, tree: WordTree[Body], on: date) -> tuple[Body | None, int]:
    """The province at ``at`` by its name alone; one whose name a district or commune bears is none."""
    if not words[at].is_capitalised or (at and words[at - 1].key in _DISTRICT_ENDS):
        return None, at
    found = list(tree.read(words, at))
    end = max((end for _, end in found), default=at)
    return one_on((body for body, stop in found if stop == end), on), end


def _kind(words: Sequence[Token], at: int, registry: Registry) -> tuple[Body | None, int]:
    for kind in _KINDS if words[at].key in _KINDS_BEGIN else ():
        if tuple(word.key for word in words[at : at + len(kind)]) == kind:
            return _kinds(registry).get(kind), at + len(kind)
    return None, at


_DISTRICT_ENDS = frozenset(("huyện", "quận", "xã", "phường", "trấn", "khu"))


@lru_cache(maxsize=8)
def _kinds(registry: Registry) -> dict[tuple[str, ...], Body]:
    named = (body for body in registry.bodies if body.level in ("district_kind", "commune_kind"))
    return {words_of(body.name): body for body in named}
