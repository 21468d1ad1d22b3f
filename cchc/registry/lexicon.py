"""The registry's names as trees of words, so that a text is compared with all of them at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from cchc.registry.facts import Body, BodyClass, Office
from cchc.registry.names import Form, Token, forms_of, words_of
from cchc.registry.registry import Registry

Named = TypeVar("Named")
Words = tuple[str, ...]


class _Node(Generic[Named]):
    __slots__ = ("named", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node[Named]] = {}
        self.named: list[Named] = []


class WordTree(Generic[Named]):
    """Things under the words that name them."""

    def __init__(self) -> None:
        self._root: _Node[Named] = _Node()

    def add(self, words: Words, named: Named) -> None:
        """Put ``named`` under ``words``; several things may share the same words."""
        node = self._root
        for word in words:
            following = node.next.get(word)
            if following is None:
                node.next[word] = following = _Node()
            node = following
        node.named.append(named)

    def read(self, text: Sequence[Token], at: int, prefix: Words = ()) -> Iterator[tuple[Named, int]]:
        """What is named by ``prefix`` and the words from ``at`` on, each with the position behind its last word.

        Signs that join the words of a name are passed over inside it, never before or behind it.
        """
        node = self._root
        for word in prefix:
            following = node.next.get(word)
            if following is None:
                return
            node = following
        if prefix:
            yield from ((named, at) for named in node.named)
        begin = at
        while at < len(text):
            following = node.next.get(text[at].key)
            if following is not None:
                node = following
                yield from ((named, at + 1) for named in node.named)
            elif not text[at].joins or at == begin:
                return
            at += 1


class Lexicon:
    """The names that a list of bodies may hold: bodies with their forms, classes, offices, provinces."""

    def __init__(self, registry: Registry) -> None:
        self.bodies: WordTree[tuple[Body, Form]] = WordTree()
        self.classes: WordTree[BodyClass] = WordTree()
        self.offices: WordTree[Office] = WordTree()
        self.provinces: WordTree[Body] = WordTree()
        self.heads: WordTree[str] = WordTree()
        for head in registry.heads:
            self.heads.add(words_of(head), head)
        self.list_heads = frozenset(words_of(item.head)[0] for item in registry.classes if item.head)
        for body in registry.bodies:
            self._add_body(body)
        for body_class in registry.classes:
            self._add_class(body_class)
        for office in registry.offices:
            for name in (office.name, *office.aliases):
                self.offices.add(words_of(name), office)

    def _add_body(self, body: Body) -> None:
        if body.level == "province_unit":
            for name in (body.name, *body.aliases, *body.misspelled):
                self.provinces.add(words_of(name), body)
        if not body.is_territory:
            for form in dict.fromkeys(forms_of(body)):
                self.bodies.add(form.words, (body, form))

    def _add_class(self, body_class: BodyClass) -> None:
        for wording in (body_class.name, *body_class.wordings):
            words = words_of(wording)
            self.classes.add(words, body_class)
            if words[0] == "các" and len(words) > 2:
                self.classes.add(words[1:], body_class)
