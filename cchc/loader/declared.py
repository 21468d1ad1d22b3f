"""The layouts that a plan's tables name and the fields that its own layouts declare, told from its nodes."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.syntax.nodes import Mapping, Node, Scalar, Sequence

_HOLDERS = ("sections", "content")


def layout_names(root: Node) -> frozenset[str]:
    """The names of the layouts by which the tables of the plan ``root`` are drawn."""
    waiting = [*_items(root, "body"), *_items(root, "appendices")]
    names: set[str] = set()
    while waiting:
        node = waiting.pop()
        for table in (node, _value(node, "table")):
            name = _value(table, "layout")
            if isinstance(name, Scalar):
                names.add(name.text)
        for key in _HOLDERS:
            waiting += _items(node, key)
    return frozenset(names)


def own_layouts(root: Node) -> dict[str, frozenset[str]]:
    """The layouts that the plan ``root`` holds itself, each with the names of the fields that it declares."""
    return {
        name: frozenset(field for field, _ in _entries(_value(layout, "fields")))
        for name, layout in _entries(_value(root, "layouts"))
    }


def _value(node: Node | None, key: str) -> Node | None:
    return next((value for name, value in _entries(node) if name == key), None)


def _entries(node: Node | None) -> Iterator[tuple[str, Node]]:
    if isinstance(node, Mapping):
        yield from ((entry.key.text, entry.value) for entry in node.entries)


def _items(node: Node, key: str) -> tuple[Node, ...]:
    value = _value(node, key)
    return value.items if isinstance(value, Sequence) else ()
