"""Prose that valid YAML cuts or glues: every place of a file is looked at, whatever it should hold."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from cchc.diagnostics import Diagnostic
from cchc.patterns import deferred
from cchc.syntax.nodes import Node, Scalar, Sequence
from cchc.syntax.traps import cut_by_comma, cut_by_comment, glued_list, missing_space

_MARK_AT_START = deferred(r"-|[a-z_]+\s*[:：]")


def lost_prose(root: Node, keys: Callable[[], Collection[str]]) -> Iterator[Diagnostic]:
    """What YAML took away from the sentences below ``root``, in their order; ``keys`` gives those of such a file."""
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            found = _in_text(node, keys)
        elif isinstance(node, Sequence):
            found = cut_by_comma(node)
            waiting += node.items[::-1]
        else:
            found = cut_by_comma(node)
            waiting += [entry.value for entry in node.entries[::-1]]
        if found is not None:
            yield found


def _in_text(node: Scalar, keys: Callable[[], Collection[str]]) -> Diagnostic | None:
    if node.style != "plain":
        return glued_list(node)
    text = node.text
    marked = (text[:1] == "-" or ":" in text or "：" in text) and _MARK_AT_START.match(text)
    if marked and (found := missing_space(node, keys())):
        return found
    return (glued_list(node) or cut_by_comment(node)) if " " in text else None
