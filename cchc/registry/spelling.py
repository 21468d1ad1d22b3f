"""Finds the misspelled names of bodies and provinces in a text, with the spelling that is right."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from cchc.language.folding import fold, nearest
from cchc.registry.facts import Body
from cchc.registry.lexicon import WordTree
from cchc.registry.names import tokens, words_of
from cchc.registry.registry import Registry


class Misspelling(NamedTuple):
    """The characters ``start`` to ``end`` of a text, and the ``proper`` spelling of the body ``id`` that they mean."""

    id: str
    written: str
    proper: str
    start: int
    end: int


def suspects(text: str, registry: Registry) -> Iterator[int]:
    """Where a misspelled name may begin in a long ``text``: a quick look, so that little is taken word by word."""
    return (found.start() for found in _at_a_glance(registry).finditer(text))


def misspellings(text: str, registry: Registry) -> tuple[Misspelling, ...]:
    """The names in ``text`` that the registry lists as misspelled, in order; of several at one place the longest.

    A name begins with a capital and has no sign inside that its listed form lacks: "dịch vụ công, thông tin điện tử" is
    none.
    """
    tree = _misspelled(registry)
    words = tokens(text)
    found: list[Misspelling] = []
    at = 0
    while at < len(words):
        body, end = max(tree.read(words, at), key=lambda named: named[1], default=(None, at + 1))
        if body is not None and _is_meant(text[words[at].start : words[end - 1].end], body):
            found.append(_misspelling(text, body, words[at].start, words[end - 1].end))
        at = end
    return tuple(found)


def _is_meant(written: str, body: Body) -> bool:
    return written[0].isupper() and fold(written) in map(fold, body.misspelled)


@lru_cache(maxsize=8)
def _at_a_glance(registry: Registry) -> re.Pattern[str]:
    """What finds the misspelled names as they are listed, a capital before letters of either case."""
    listed = (form for body in registry.bodies for name in body.misspelled for form in (name, fold(name)))
    names = {name.lower(): name for name in listed}.values()
    capitals = (name[0].upper() + "(?i:" + r"\s+".join(map(re.escape, name[1:].split())) + ")" for name in names)
    return re.compile("|".join(dict.fromkeys(capitals)) or r"(?!)")


@lru_cache(maxsize=8)
def _misspelled(registry: Registry) -> WordTree[Body]:
    tree: WordTree[Body] = WordTree()
    for body in registry.bodies:
        for name in body.misspelled:
            tree.add(words_of(name), body)
    return tree


def _misspelling(text: str, body: Body, start: int, end: int) -> Misspelling:
    written = text[start:end]
    proper = nearest(written, (body.name, *body.aliases), limit=len(written)) or body.name
    return Misspelling(body.id, written, proper.upper() if written.isupper() else proper, start, end)
