"""Finds the misspelled names of bodies and provinces in a text, with the spelling that is right."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from cchc.language.folding import nearest
from cchc.registry.facts import Body
from cchc.registry.lexicon import WordTree
from cchc.registry.names import tokens, words_of
from cchc.registry.registry import Registry


@dataclass(frozen=True, slots=True)
class Misspelling:
    """The characters ``start`` to ``end`` of a text, and the ``proper`` spelling of the body ``id`` that they mean."""

    id: str
    written: str
    proper: str
    start: int
    end: int


def misspellings(text: str, registry: Registry) -> tuple[Misspelling, ...]:
    """The names in ``text`` that the registry lists as misspelled, in order; of several at one place the longest."""
    tree = _misspelled(registry)
    words = tokens(text)
    found: list[Misspelling] = []
    at = 0
    while at < len(words):
        body, end = max(tree.read(words, at), key=lambda named: named[1], default=(None, at + 1))
        if body is not None:
            found.append(_misspelling(text, body, words[at].start, words[end - 1].end))
        at = end
    return tuple(found)


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
