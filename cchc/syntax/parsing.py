"""YAML text → one node, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable

from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    ScalarEvent,
)

from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording
from cchc.source import Source, Span
from cchc.syntax.bounds import DEFAULT, Bounds
from cchc.syntax.building import Builder, RefusedError, marks
from cchc.syntax.events import Failure, NotYamlError, Parser, read_events, standard_parser
from cchc.syntax.nodes import Node, Scalar

EMPTY = Rule(
    code="Y002",
    name="empty-file",
    severity=Severity.ERROR,
    message=Wording(
        "tệp trống: không có nội dung nào ngoài chú thích",
        "the file is empty: nothing stands in it but comments",
    ),
    hint=Wording("viết nội dung vào tệp", "write something into it"),
    reason=Wording(
        "tệp trống thường là tệp chưa lưu, hoặc nhầm tệp",
        "an empty file was mostly not saved yet, or is another than was meant",
    ),
    example=Example(
        wrong="# Kế hoạch cải cách hành chính năm 2025",
        right="# Kế hoạch cải cách hành chính năm 2025\nperiod: 2025\nact: {kind: decision}",
    ),
)

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


def parse(
    source: Source,
    bounds: Bounds = DEFAULT,
    parser: Callable[[str], Parser] | None = None,
) -> tuple[Node | None, list[Diagnostic]]:
    """The node that ``source`` says, and what is wrong with it.

    ``source`` comes from `decode` (or holds no control character). There is no node after a syntax error, a
    bound that was passed, or in an empty file. Other errors leave a node without what they refuse. ``parser``
    is for tests.
    """
    builder = Builder(source, bounds)
    try:
        for event in read_events(source.text, parser or standard_parser()):
            _take(event, builder, source)
    except NotYamlError as error:
        stopped = _explained(builder, error.failure)
        return None, [*(found for found in builder.diagnostics if not _same_place(found, stopped)), stopped]
    except RefusedError as refused:
        return None, [*builder.diagnostics, refused.diagnostic]
    builder.finish()
    if builder.root is None or _says_nothing(builder.root):
        end = len(source.text.rstrip())
        return None, [*builder.diagnostics, EMPTY.at(Span(source, end, end))]
    return builder.root, builder.diagnostics


def _explained(builder: Builder, failure: Failure) -> Diagnostic:
    from cchc.syntax.mistakes import explain  # a plan that is YAML does without its two dozen patterns
    from cchc.syntax.scene import Scene

    return explain(Scene(builder.source, failure, builder.last, builder.bracket))


def _same_place(one: Diagnostic, other: Diagnostic) -> bool:
    """Whether two diagnostics begin at one character: what stopped the reading then explains the other."""
    return one.span is not None and other.span is not None and one.span.start == other.span.start


def _says_nothing(root: Node) -> bool:
    return isinstance(root, Scalar) and root.is_null and root.text == ""


def _take(event: Event, builder: Builder, source: Source) -> None:
    if isinstance(event, ScalarEvent):
        builder.scalar(event)
    elif isinstance(event, AliasEvent):
        builder.alias(event)
    elif isinstance(event, CollectionStartEvent):
        builder.open(event)
    elif isinstance(event, CollectionEndEvent):
        builder.close(event)
    elif isinstance(event, DocumentStartEvent) and builder.root is not None:
        start = marks(event)[0]
        raise RefusedError(SEVERAL_DOCUMENTS.at(Span(source, start, start + len("---"))))
