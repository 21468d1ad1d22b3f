"""Events → nodes, one by one and without recursion, counting what the bounds limit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NoReturn
from unicodedata import normalize

from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording
from cchc.patterns import deferred
from cchc.source import Source, Span
from cchc.syntax.bounds import TOO_DEEP, TOO_MANY_EXPANSIONS, TOO_MANY_NODES, Bounds
from cchc.syntax.characters import REFUSED, refused_escape
from cchc.syntax.entries import EntryList
from cchc.syntax.nodes import Mapping, Node, Scalar, Sequence, Style
from cchc.syntax.properties import Anchored, Anchors, after_properties, refused_tag

STYLES: dict[str | None, Style] = {
    None: "plain",
    "": "plain",
    "'": "single",
    '"': "double",
    "|": "literal",
    ">": "folded",
}
_COLON = deferred(r"\s*:")


SEVERAL_DOCUMENTS = Rule(
    code="Y003",
    name="several-documents",
    severity=Severity.ERROR,
    message=Wording(
        "dấu --- mở một tài liệu thứ hai trong cùng tệp",
        "--- opens a second document in the same file",
    ),
    hint=Wording(
        "xóa dòng --- này, hoặc chuyển phần bên dưới sang một tệp khác",
        "delete this line ---, or move what stands below it to another file",
    ),
    reason=Wording(
        "mỗi tệp là một kế hoạch; phần sau dấu --- sẽ không được đọc",
        "a file is one plan, and what stands below --- would not be read",
    ),
    example=Example(
        wrong="period: 2025\nact: {kind: decision}\n---\ntitle: Cải cách hành chính",
        right="period: 2025\nact: {kind: decision}\ntitle: Cải cách hành chính",
    ),
)


class RefusedError(Exception):
    """Reading on makes no sense: a bound is passed, or a second document begins."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


@dataclass(slots=True)
class _Open:
    """A collection whose end has not come yet; ``end`` is that of what came last in it.

    The mapping in ``[a: b]`` has flow style and no brackets of its own.
    """

    start: int
    flow: bool
    bracketed: bool
    anchor: str | None
    entries: EntryList | None
    end: int
    items: list[Node] = field(default_factory=list)
    size: int = 1
    height: int = 0


class Builder:
    """Makes the nodes of one document; ``root`` is there once its last event came, ``last`` is the last text read."""

    def __init__(self, source: Source, bounds: Bounds) -> None:
        self.source = source
        self.root: Node | None = None
        self.last: Scalar | None = None
        self.diagnostics: list[Diagnostic] = []
        self._bounds = bounds
        self._stack: list[_Open] = []
        self._anchors = Anchors()
        self._nodes = 0
        self._expansions = 0

    @property
    def takes(self) -> dict[type[Event], Callable[[Any], None]]:
        """What takes an event of each kind; the others say nothing."""
        return {
            ScalarEvent: self.scalar,
            AliasEvent: self.alias,
            MappingStartEvent: self.open,
            SequenceStartEvent: self.open,
            MappingEndEvent: self.close,
            SequenceEndEvent: self.close,
            DocumentStartEvent: self.begin,
        }

    def begin(self, event: DocumentStartEvent) -> None:
        if self.root is not None:
            start = marks(event)[0]
            raise RefusedError(SEVERAL_DOCUMENTS.at(Span(self.source, start, start + len("---"))))

    def finish(self) -> None:
        """Say what only the whole document shows."""
        self.diagnostics.extend(self._anchors.unused())

    @property
    def bracket(self) -> int | None:
        """Where the innermost bracket stands that is still open."""
        return next((opened.start for opened in reversed(self._stack) if opened.bracketed), None)

    # Nearly every event of a plan is a plain scalar, so this one is written for speed.
    def scalar(self, event: ScalarEvent) -> None:
        start, end = marks(event)
        text, tag, anchor = event.value, event.tag, event.anchor
        content = start if anchor is None and tag is None else self._content(event, tag, start, end)
        if content == end and not text:
            content = end = self._empty_place(end)
        span = Span(self.source, content, end)
        self._nodes += 1
        if self._nodes > self._bounds.nodes:
            self._refuse_more(span)
        style = STYLES[event.style]
        if style == "double":
            text = self._without_refused(text, span)
        if anchor:
            self._name(anchor, start)
        node = Scalar(text, style, span, tag)
        if content < end:
            self.last = node
        self._place(node, 1, 0, anchor, end)

    def open(self, event: CollectionStartEvent) -> None:
        start, end = marks(event)
        content = self._content(event, event.tag, start, end)
        span = Span(self.source, content, max(content + 1, end))
        self._count(span)
        self._bound_depth(1, span)
        if event.anchor:
            self._name(event.anchor, start)
        flow = bool(event.flow_style)
        bracketed = flow and self.source.text[content:end] in ("[", "{")
        entries = EntryList(self.diagnostics, flow) if isinstance(event, MappingStartEvent) else None
        self._stack.append(_Open(content, flow, bracketed, event.anchor, entries, end=content))

    def close(self, event: CollectionEndEvent) -> None:
        ended = self._stack.pop()
        end = marks(event)[1] if ended.bracketed else ended.end
        span = Span(self.source, ended.start, end)
        node: Node
        if ended.entries is None:
            node = Sequence(tuple(ended.items), span, ended.flow)
        else:
            node = Mapping(ended.entries.resolved(), span, ended.flow)
        self._place(node, ended.size, ended.height + 1, ended.anchor, end)

    def alias(self, event: AliasEvent) -> None:
        span = Span(self.source, *marks(event))
        self._count(span)
        found, diagnostic = self._anchors.resolve(event.anchor or "", span)
        if diagnostic:
            self.diagnostics.append(diagnostic)
        self._expansions += found.size
        if self._expansions > self._bounds.expansions:
            raise RefusedError(TOO_MANY_EXPANSIONS.at(span, bound=self._bounds.expansions))
        self._bound_depth(found.height, span)
        self._place(found.node, found.size, found.height, None, span.end)

    def _content(self, event: ScalarEvent | CollectionStartEvent, tag: str | None, start: int, end: int) -> int:
        """Where the value begins after its anchor and tag; a tag that is refused is said."""
        if diagnostic := refused_tag(event, tag, Span(self.source, start, end)):
            self.diagnostics.append(diagnostic)
        return after_properties(self.source.text, start, end)

    def _empty_place(self, offset: int) -> int:
        """The place of a value that is not written: after its colon, which the two parsers count differently."""
        if self._stack and (entries := self._stack[-1].entries) and entries.awaits_value:
            key_end = self._stack[-1].end
            colon = _COLON.match(self.source.text, key_end)
            return colon.end() if colon else key_end
        return offset

    def _without_refused(self, text: str, span: Span) -> str:
        """The double-quoted ``text`` in NFC, which only escapes can break, without what these may not say."""
        if diagnostic := refused_escape(span):
            self.diagnostics.append(diagnostic)
            text = REFUSED.sub("", text)
        return normalize("NFC", text)

    def _name(self, anchor: str, start: int) -> None:
        place = self.source.text.index("&" + anchor, start)
        self._anchors.begin(anchor, Span(self.source, place, place + 1 + len(anchor)))

    def _place(self, node: Node, size: int, height: int, anchor: str | None, end: int) -> None:
        """Put a complete node where it belongs."""
        if anchor:
            self._anchors.complete(anchor, Anchored(node, size, height))
        if not self._stack:
            self.root = node
            return
        around = self._stack[-1]
        around.end = end
        around.size += size
        if height > around.height:
            around.height = height
        entries = around.entries
        if entries is None:
            around.items.append(node)
        else:
            entries.take(node)

    def _count(self, span: Span) -> None:
        self._nodes += 1
        if self._nodes > self._bounds.nodes:
            self._refuse_more(span)

    def _refuse_more(self, span: Span) -> NoReturn:
        raise RefusedError(TOO_MANY_NODES.at(span, bound=self._bounds.nodes))

    def _bound_depth(self, levels: int, span: Span) -> None:
        if len(self._stack) + levels > self._bounds.depth:
            raise RefusedError(TOO_DEEP.at(span, bound=self._bounds.depth))


def marks(event: Event) -> tuple[int, int]:
    """The characters from and to which ``event`` stretches."""
    if event.start_mark is None or event.end_mark is None:
        raise ValueError(f"an event of the parser has no place: {event!r}")
    return event.start_mark.index, event.end_mark.index
