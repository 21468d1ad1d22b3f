"""YAML text → one node, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable

from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording
from cchc.source import Source, Span
from cchc.syntax.bounds import DEFAULT, Bounds
from cchc.syntax.building import Builder, RefusedError
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
    takes = builder.takes
    try:
        for event in read_events(source.text, parser or standard_parser()):
            if take := takes.get(type(event)):
                take(event)
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
