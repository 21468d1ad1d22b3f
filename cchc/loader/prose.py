"""Prose that valid YAML cuts or glues: every place of a file is looked at, whatever it should hold."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.diagnostics import Diagnostic
from cchc.syntax.nodes import Mapping, Node, Scalar, Sequence
from cchc.syntax.traps import cut_by_comma, cut_by_comment, glued_list


def lost_prose(root: Node) -> Iterator[Diagnostic]:
    """What YAML took away from the sentences below ``root``."""
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        found: tuple[Diagnostic | None, ...] = ()
        match node:
            case Scalar():
                found = (cut_by_comment(node), glued_list(node)) if node.style == "plain" and " " in node.text else ()
            case Sequence():
                found = (cut_by_comma(node),) if node.flow else ()
                waiting.extend(reversed(node.items))
            case Mapping():
                found = (cut_by_comma(node),) if node.flow else ()
                waiting.extend(entry.value for entry in reversed(node.entries))
        yield from (diagnostic for diagnostic in found if diagnostic is not None)
