"""The body that somebody meant by a name which nobody bears: one word off, or right but for its marks."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from cchc.language.folding import bare, nearest
from cchc.registry.names import Token, forms_of, tokens, words_of
from cchc.registry.places import read_places
from cchc.registry.reading import lexicon_of
from cchc.registry.registry import Registry

_Words: TypeAlias = tuple[str, ...]

_ENOUGH = 3
"""With so many words right from the beginning, a department's name may be cut short ("Sở Giáo dục")."""
_SHORTEST = 6
"""Shorter names are near to too many others."""
_MOST = 40
""""Văn phòng" and a word are near to so many names that comparing all would take long."""


class _Index(NamedTuple):
    """The accepted forms of bodies by their words without marks, by these with one left out; all names as read.

    ``heads`` are words with which names begin and which nobody mistakes for each other ("Phòng", "Sở"); of those that
    begin with ``closed`` ones every body is listed.
    """

    whole: dict[_Words, list[str]]
    shorter: dict[_Words, list[str]]
    read: frozenset[_Words]
    heads: frozenset[str]
    closed: frozenset[str]


def near_body(name: str, registry: Registry) -> str | None:
    """The accepted form that is most likely meant by ``name``; None where none is near.

    Only forms that have all words but one are compared letter by letter, so that a long list costs little.
    """
    index = _index(registry)
    words = _without_office(_without_place(name, registry), registry)
    typed = tuple(bare(key) for key in _keys(words))
    likely = [*index.whole.get(typed, ()), *index.shorter.get(typed, ())]
    for shorter in _but_one(typed):
        likely += (*index.whole.get(shorter, ()), *index.shorter.get(shorter, ()))
    if len(typed) >= _ENOUGH and typed[0] in index.closed:
        likely += (form for whole, forms in index.whole.items() if whole[: len(typed)] == typed for form in forms)
    meant = " ".join(typed)
    if len(meant) < _SHORTEST:
        return None
    likely = [form for form in likely if typed[0] not in index.heads or bare(form).split()[0] == typed[0]]
    candidates = tuple(dict.fromkeys(likely))[:_MOST]
    begun = (form for form in candidates if bare(form).startswith(meant))
    return nearest(meant, candidates) or next(begun, None)


def is_of_another_level(name: str, registry: Registry) -> bool:
    """Whether ``name`` is that of a known body but for the place behind it, such as "Công an huyện"."""
    return _keys(_without_place(name, registry)) in _index(registry).read


def _without_place(name: str, registry: Registry) -> Sequence[Token]:
    words = tokens(name)
    provinces = lexicon_of(registry).provinces
    for at in range(1, len(words)):
        society = words[at].key == "xã" and at + 1 < len(words) and bare(words[at + 1].key) == "hoi"
        if not society and any(True for _ in read_places(words, at, provinces)):
            return words[:at]
    return words


def _without_office(words: Sequence[Token], registry: Registry) -> Sequence[Token]:
    """``words`` behind the office with which they begin: "Giám đốc", of a body that could not be read."""
    ends = [end for _, end in lexicon_of(registry).offices.read(words, 0) if end < len(words)]
    return words[max(ends, default=0) :]


def _keys(words: Sequence[Token]) -> _Words:
    return tuple(word.key for word in words if not word.joins)


def _but_one(words: _Words) -> Iterator[_Words]:
    """``words`` with one left out; none is left of a single word, which would be near to everything."""
    if len(words) > 1:
        for left_out in range(len(words)):
            yield (*words[:left_out], *words[left_out + 1 :])


@lru_cache(maxsize=8)
def _index(registry: Registry) -> _Index:
    index = _Index(
        whole={},
        shorter={},
        read=frozenset(form.words for body in registry.bodies for form in forms_of(body)),
        heads=frozenset(bare(head).split()[0] for head in registry.heads),
        closed=frozenset(bare(each.head) for each in registry.classes if each.head),
    )
    for body in registry.bodies:
        if body.is_territory:
            continue
        for name in (body.name, *body.aliases):
            words = tuple(map(bare, words_of(name)))
            index.whole.setdefault(words, []).append(name)
            for shorter in _but_one(words):
                index.shorter.setdefault(shorter, []).append(name)
    return index
