"""A YAML text as it was written: which characters are whose, for whoever moves lines and leaves the words alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
    StreamStartEvent,
)

from cchc.patterns import deferred
from cchc.syntax.building import STYLES, marks
from cchc.syntax.events import read_events, standard_parser
from cchc.syntax.nodes import Style
from cchc.syntax.properties import after_properties

_TO_US = deferred(r"[ \t]*#[ \t]*cchc:")

Form: TypeAlias = Style | Literal["flow", "alias"]


class NotMovableError(Exception):
    """A form of YAML that no plan needs and whose lines are not moved, at character ``offset``."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


class Leaf(NamedTuple):
    """Characters ``start`` to ``end`` that stay together: a scalar, an alias, or a collection in brackets.

    Anchors and tags before it belong to it. ``text`` is what a scalar says, ``items`` are those of a list in brackets
    that holds nothing but scalars.
    """

    start: int
    end: int
    form: Form
    text: str = ""
    items: tuple[Leaf, ...] = ()


@dataclass(slots=True)
class Part:
    """An entry or an item: from its key, or its dash, to the end of its value.

    ``mark`` is where the colon or the dash stands. ``lead`` are the lines above it that are comments or blank, ``tail``
    those below it that are indented further than what follows.
    """

    start: int
    key: Leaf | None
    mark: int
    value: Tree | None = None
    end: int = 0
    lead: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Block:
    """A collection that is written by indentation: its parts, which all begin in ``column`` (from 0).

    ``linked``: anchors or aliases stand in several of its parts, so that their order counts.
    """

    column: int
    parts: list[Part]
    linked: bool


Tree: TypeAlias = Leaf | Block


class Written(NamedTuple):
    """A text: its ``root``, the lines before it and those after it."""

    root: Block
    head: list[str]
    foot: list[str]


def written(text: str) -> Written | None:
    """``text``, whose lines end in ``\\n``, as it was written; None where it is no block of keys or items.

    Raises NotYamlError, and NotMovableError for explicit keys (``? key``) and a root behind ``---`` on its line.
    """
    return _Reader(text).read()


class _Reader:
    """Reads the events of a text that was found to be YAML within bounds, so recursion is no deeper than those."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._events: Iterator[Event] = read_events(text, standard_parser())
        self._links = 0

    def read(self) -> Written | None:
        event = self._next()
        while isinstance(event, StreamStartEvent | DocumentStartEvent):
            event = self._next()
        if not isinstance(event, CollectionStartEvent) or self._is_flow(event):
            return None
        root = self._block(event)
        first, last = root.parts[0], root.parts[-1]
        before = self._text[: first.start].split("\n")
        if before.pop().strip():
            raise NotMovableError(first.start)
        self._share_gaps(root)
        foot = self._after(last.end)
        _take_tail(last, foot, root.column)
        return Written(root, before, foot)

    def _next(self) -> Event:
        return next(self._events)

    def _is_flow(self, event: CollectionStartEvent) -> bool:
        return bool(event.flow_style)

    def _tree(self, event: Event, place: int) -> Tree:
        """What begins with ``event``; ``place`` is where it stands if it is not written at all."""
        if isinstance(event, ScalarEvent):
            return self._scalar(event, place)
        if isinstance(event, AliasEvent):
            self._links += 1
            return Leaf(*marks(event), "alias")
        if not isinstance(event, CollectionStartEvent):
            raise NotMovableError(place)
        return self._flow(event) if self._is_flow(event) else self._block(event)

    def _scalar(self, event: ScalarEvent, place: int) -> Leaf:
        self._links += event.anchor is not None
        start, end = marks(event)
        form = STYLES[event.style]
        if form == "plain" and event.value == "" and event.anchor is None and event.tag is None:
            return Leaf(place, place, form)
        if form in ("literal", "folded"):
            end = self._block_scalar_end(start, end)
        return Leaf(start, end, form, event.value)

    def _block_scalar_end(self, start: int, end: int) -> int:
        """Without the blank lines behind it, unless its header keeps them."""
        header, *lines = self._text[start:end].split("\n")
        if "+" in header.partition("#")[0]:
            return end - (lines[-1:] == [""])
        filled = next((line for line in lines if line.strip(" ")), "")
        while lines and not lines[-1].strip(" ") and (not filled or len(lines[-1]) <= _column(filled)):
            lines.pop()
        return start + len("\n".join([header, *lines]))

    def _flow(self, event: CollectionStartEvent) -> Leaf:
        self._links += event.anchor is not None
        start = marks(event)[0]
        depth, items, simple = 1, [], isinstance(event, SequenceStartEvent)
        while depth:
            inner = self._next()
            if isinstance(inner, CollectionStartEvent):
                depth, simple = depth + 1, False
            elif isinstance(inner, CollectionEndEvent):
                depth -= 1
            elif isinstance(inner, ScalarEvent) and depth == 1 and inner.anchor is None and inner.tag is None:
                items.append(self._scalar(inner, marks(inner)[0]))
            else:
                simple = False
            self._links += isinstance(inner, AliasEvent) or getattr(inner, "anchor", None) is not None
        return Leaf(start, marks(inner)[1], "flow", items=tuple(items) if simple else ())

    def _block(self, event: CollectionStartEvent) -> Block:
        self._links += event.anchor is not None
        start = marks(event)[0]
        linked = 0
        has_properties = event.anchor is not None or event.tag is not None
        at = after_properties(self._text, start, len(self._text)) if has_properties else start
        parts: list[Part] = []
        is_mapping = isinstance(event, MappingStartEvent)
        while not isinstance(inner := self._next(), CollectionEndEvent):
            links = self._links
            part = self._entry(inner, at) if is_mapping else self._item(inner, at)
            parts.append(part)
            at = part.end
            linked += self._links > links
        column = parts[0].start - (self._text.rfind("\n", 0, parts[0].start) + 1)
        return Block(column, parts, linked > 1)

    def _entry(self, event: Event, at: int) -> Part:
        key = self._tree(event, at)
        if not isinstance(key, Leaf) or key.start == key.end or "\n" in self._text[key.start : key.end]:
            raise NotMovableError(at)
        colon = key.end
        while self._text[colon : colon + 1] in (" ", "\t"):
            colon += 1
        if self._text[colon : colon + 1] != ":" or self._explicit(at, key.start):
            raise NotMovableError(key.start)
        return self._completed(Part(key.start, key, colon))

    def _item(self, event: Event, at: int) -> Part:
        dash = self._token(at)
        if self._text[dash : dash + 1] != "-":
            raise NotMovableError(at)
        return self._completed(Part(dash, None, dash), event)

    def _completed(self, part: Part, event: Event | None = None) -> Part:
        part.value = self._tree(event or self._next(), part.mark + 1)
        part.end = _end(part.value)
        return part

    def _explicit(self, start: int, end: int) -> bool:
        """Whether a ``?`` stands before the key that begins at ``end``."""
        return self._token(start) != end

    def _token(self, at: int) -> int:
        """Where the next character from ``at`` on stands that is neither space nor comment."""
        text = self._text
        while at < len(text):
            if text[at] == "#":
                at = text.find("\n", at)
                if at < 0:
                    return len(text)
            elif text[at] not in " \t\n":
                return at
            else:
                at += 1
        return at

    def _share_gaps(self, block: Block) -> None:
        """Give every line between the parts of ``block`` to the part that it belongs to."""
        for index, part in enumerate(block.parts):
            if index:
                gap = self._text[block.parts[index - 1].end : part.start].split("\n")[1:-1]
                _take_tail(block.parts[index - 1], gap, block.column)
                part.lead = gap
            if isinstance(part.value, Block):
                inner = part.value.parts[0]
                inner.lead = self._text[part.mark + 1 : inner.start].split("\n")[1:-1]
                self._share_gaps(part.value)

    def _after(self, end: int) -> list[str]:
        return self._text[end:].split("\n")[1:]


def speaks_to_the_program(line: str) -> bool:
    """Whether ``line`` is a comment such as ``# cchc: allow N104 vì …``."""
    return _TO_US.match(line) is not None


def _end(tree: Tree) -> int:
    return tree.end if isinstance(tree, Leaf) else tree.parts[-1].end


def _take_tail(part: Part, gap: list[str], column: int) -> None:
    """Move from ``gap`` to ``part`` what is indented further than ``column``, to the innermost part that it fits.

    What speaks to the program is of what stands below it, however far in it begins.
    """
    above = next((number for number, line in enumerate(gap) if speaks_to_the_program(line)), len(gap))
    deep = (number for number, line in enumerate(gap[:above], 1) if line.strip() and _column(line) > column)
    last = max(deep, default=0)
    taken, gap[:last] = gap[:last], []
    if not taken:
        return
    while isinstance(part.value, Block) and min(_column(line) for line in taken if line.strip()) >= part.value.column:
        part = part.value.parts[-1]
    part.tail = taken


def _column(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))
