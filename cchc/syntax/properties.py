"""Anchors, aliases and tags: what stands before a YAML value without being part of it."""

from typing import NamedTuple

from yaml.events import MappingStartEvent, NodeEvent, ScalarEvent

from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording
from cchc.patterns import deferred
from cchc.source import Span
from cchc.syntax.nodes import Node, Scalar
from cchc.syntax.quoting import line_at, quote_value

# Only the spaces of YAML: a no-break space behind an anchor begins the value.
_PROPERTIES = deferred(r"(?:[&!][^ \t\r\n]*(?:[ \t\r\n]+(?:#.*\n[ \t\r\n]*)*|$))+")
_TAG = deferred(r"!\S*")
_CORE = "tag:yaml.org,2002:"

TAG = Rule(
    code="Y020",
    name="tag",
    severity=Severity.ERROR,
    message=Wording(
        "“{tag}” bị YAML hiểu là một thẻ kiểu dữ liệu, không phải là văn bản",
        "YAML takes “{tag}” for a tag, not for text",
    ),
    hint=Wording(
        "đặt cả câu trong dấu ngoặc kép nếu ! thuộc về câu; nếu không thì xóa thẻ",
        "put the whole text in double quotes if the ! belongs to it; otherwise delete the tag",
    ),
    reason=Wording(
        "YAML bỏ thẻ khỏi văn bản: dấu ! và chữ liền sau không in ra",
        "YAML takes a tag out of the text: the ! and its word would not print",
    ),
    example=Example(wrong="title: !Quan trọng", right='title: "!Quan trọng"'),
)

UNKNOWN_ALIAS = Rule(
    code="Y021",
    name="unknown-alias",
    severity=Severity.ERROR,
    message=Wording(
        "“*{name}” bị YAML hiểu là tham chiếu, nhưng trước đó không có “&{name}”",
        "YAML takes “*{name}” for an alias, but no “&{name}” stands before it",
    ),
    hint=Wording(
        "đặt cả câu trong dấu ngoặc kép nếu * thuộc về câu; nếu không thì thêm “&{name}” ở nơi muốn tham chiếu",
        "put the whole text in double quotes if the * belongs to it; otherwise put “&{name}” where it should refer to",
    ),
    reason=Wording(
        "YAML thay tham chiếu bằng phần mang tên đó; không có thì câu văn mất chữ",
        "YAML puts what bears the name in its place; where nothing does, the sentence loses its words",
    ),
    example=Example(wrong="title: *muc-tieu", right='title: "*muc-tieu"'),
)

ALIAS_INSIDE_ITSELF = Rule(
    code="Y022",
    name="alias-inside-itself",
    severity=Severity.ERROR,
    message=Wording(
        "“*{name}” nằm bên trong chính phần mang tên “&{name}”",
        "“*{name}” stands inside what “&{name}” names",
    ),
    hint=Wording("viết thẳng nội dung ra thay cho tham chiếu", "write the content out instead of the alias"),
    reason=Wording("phần này sẽ chứa chính nó, không bao giờ hết", "the part would contain itself, without end"),
    example=Example(
        wrong="body: &muc\n  - title: Mục tiêu\n    sections: *muc",
        right="body: &muc\n  - title: Mục tiêu\n    sections:\n      - title: Mục tiêu chung",
    ),
)

UNUSED_ANCHOR = Rule(
    code="Y023",
    name="unused-anchor",
    severity=Severity.WARNING,
    message=Wording(
        "“&{name}” bị YAML hiểu là tên tham chiếu và sẽ không được in, nhưng không nơi nào dùng “*{name}”",
        "YAML takes “&{name}” for the name of a reference and it is not printed, but no “*{name}” uses it",
    ),
    hint=Wording(
        "đặt cả câu trong dấu ngoặc kép nếu & thuộc về câu; nếu không thì xóa “&{name}”",
        "put the whole text in double quotes if the & belongs to it; otherwise delete “&{name}”",
    ),
    reason=Wording(
        "& mở đầu một câu bị YAML nuốt cùng chữ liền sau; không báo thì văn bản thiếu chữ",
        "YAML swallows an & at the beginning with its word, and the act would lack them",
    ),
    example=Example(wrong="theme: &CNTT ứng dụng rộng rãi", right='theme: "&CNTT ứng dụng rộng rãi"'),
)


class Anchored(NamedTuple):
    """A node with its ``size`` (nodes in it, itself and repeated ones counted) and its ``height`` (levels in it)."""

    node: Node
    size: int
    height: int


class Anchors:
    """The names given with ``&`` so far. A name may be given again, as YAML allows."""

    def __init__(self) -> None:
        self._given: dict[str, Anchored | None] = {}
        self._unused: dict[str, Span] = {}

    def begin(self, name: str, span: Span) -> None:
        """Give ``name`` to the node that begins; ``span`` is that of the anchor."""
        self._given[name] = None
        self._unused[name] = span

    def complete(self, name: str, anchored: Anchored) -> None:
        """The node that bears ``name`` has come to its end."""
        self._given[name] = anchored

    def resolve(self, name: str, span: Span) -> tuple[Anchored, Diagnostic | None]:
        """What the alias ``name`` at ``span`` stands for; its own characters as text where that is nothing."""
        self._unused.pop(name, None)
        found = self._given.get(name)
        if found:
            return found, None
        written = Anchored(Scalar(span.text, "plain", span), size=1, height=0)
        if name in self._given:
            return written, ALIAS_INSIDE_ITSELF.at(span, name=name)
        return written, UNKNOWN_ALIAS.at(span, name=name, fix=quote_value(line_at(span.source, span.start)))

    def unused(self) -> list[Diagnostic]:
        """A warning for every anchor that no alias used."""
        return [UNUSED_ANCHOR.at(span, name=name) for name, span in self._unused.items()]


def after_properties(text: str, start: int, end: int) -> int:
    """Where in ``text`` the value itself begins whose anchor or tag begins at ``start``; at most ``end``."""
    found = _PROPERTIES.match(text, start) if text.startswith(("&", "!"), start) else None
    return min(found.end(), end) if found else start


def refused_tag(event: NodeEvent, tag: str | None, span: Span) -> Diagnostic | None:
    """An error for a tag that would make anything but data: text, a list or a mapping.

    ``span`` begins with the tag, or with the anchor before it.
    """
    if tag is None or tag == "!" or tag == _CORE + _own_tag(event):
        return None
    written = _TAG.search(span.source.text, span.start)
    start, end = written.span() if written else (span.start, span.end)
    line = line_at(span.source, start)
    return TAG.at(Span(span.source, start, end), tag=span.source.text[start:end], fix=quote_value(line))


def _own_tag(event: NodeEvent) -> str:
    if isinstance(event, ScalarEvent):
        return "str"
    return "map" if isinstance(event, MappingStartEvent) else "seq"
