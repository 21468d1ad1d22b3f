"""What the tests of this room ask of a text."""

from __future__ import annotations

from cchc.diagnostics import Diagnostic
from cchc.source import Source
from cchc.syntax.construct import Data, construct
from cchc.syntax.nodes import Mapping, Node, Sequence
from cchc.syntax.parsing import parse


def node(text: str) -> Node:
    """The node of ``text``, which has nothing wrong with it."""
    found, diagnostics = parse(Source("plan.yaml", text))
    assert diagnostics == []
    assert found is not None
    return found


def data(text: str) -> Data:
    """The data of ``text``, which has nothing wrong with it."""
    return construct(node(text))[0]


def value(text: str, *path: str | int) -> Node:
    """The node at ``path`` in ``text``."""
    found = node(text)
    for step in path:
        if isinstance(found, Mapping):
            found = next(entry.value for entry in found.entries if entry.key.text == step)
        else:
            assert isinstance(found, Sequence)
            assert isinstance(step, int)
            found = found.items[step]
    return found


def place(diagnostic: Diagnostic) -> tuple[str, int, int]:
    """The code, line and column of ``diagnostic``."""
    assert diagnostic.span is not None
    return diagnostic.code, diagnostic.span.line, diagnostic.span.column


def problems(text: str) -> list[tuple[str, int, int]]:
    """The code, line and column of everything that is wrong with ``text``."""
    return [place(diagnostic) for diagnostic in parse(Source("plan.yaml", text))[1]]
