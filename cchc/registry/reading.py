"""Reads who is meant by the words of a lead, support, agency, issuer or signing title."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from cchc.registry.lexicon import Lexicon
from cchc.registry.matching import Context, Found, Matcher
from cchc.registry.names import Token, tokens
from cchc.registry.registry import Registry

MentionKind: TypeAlias = Literal["body", "office_holder", "class", "unknown"]


class Mention(NamedTuple):
    """One body, holder of an office, class of bodies or unread name in a text.

    ``id`` is that of the body or class, ``office`` that of the office; an office without its body ("Chủ tịch"
    above a signature) has no ``id``. ``printed`` are the characters ``start`` to ``end`` of the text; the
    first name behind "Các Sở:" includes these words.
    """

    kind: MentionKind
    id: str | None
    office: str | None
    printed: str
    start: int
    end: int


@lru_cache(maxsize=8192)
def read_bodies(text: str, registry: Registry, on: date | None = None) -> tuple[Mention, ...]:
    """The mentions in ``text``, in order; between them stand only signs, line breaks and words like "và".

    A separator inside a name belongs to the name ("Sở Văn hóa, Thể thao và Du lịch"); the longest reading
    that ends where a name can end wins. Words that a list says once hold for all it names ("Các Sở: NV,
    KH&ĐT"; "Giám đốc các Sở: …"; "UBND cấp huyện, cấp xã"). What cannot be read is ``unknown``. Of bodies that
    bore one name in turn, the one that existed ``on`` the day is meant.
    """
    words = tokens(text)
    found = _with_shared_bodies(words, list(_read(words, Matcher(lexicon_of(registry), words, on))))
    return tuple(_mention(text, words, item) for item in found)


@lru_cache(maxsize=8)
def lexicon_of(registry: Registry) -> Lexicon:
    """The names of ``registry`` as the reader compares them."""
    return Lexicon(registry)


def _read(words: Sequence[Token], matcher: Matcher) -> Iterator[Found]:
    at = 0
    context = Context()
    while at < len(words):
        if words[at].separates:
            context = context.behind(words[at])
            at += 1
            continue
        found = matcher.match(at, context) or matcher.unknown(at, context)
        yield found
        at, context = found.end, found.context


def _with_shared_bodies(words: Sequence[Token], found: list[Found]) -> list[Found]:
    """Offices that share the body named behind the last of them: "CT, các PCT UBND tỉnh"."""
    for position in range(len(found) - 2, -1, -1):
        here, following = found[position], found[position + 1]
        apart = any(word.ends_list for word in words[here.end : following.start])
        if here.kind == following.kind == "office_holder" and here.id is None and not apart:
            found[position] = here._replace(id=following.id)
    return found


def _mention(text: str, words: Sequence[Token], found: Found) -> Mention:
    start, end = words[found.start].start, words[found.end - 1].end
    return Mention(found.kind, found.id, found.office, text[start:end], start, end)
