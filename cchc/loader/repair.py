"""Changes of a tree of nodes, so that what is sound in a file with mistakes can be judged in the same run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from cchc.source import KeyPath
from cchc.syntax.nodes import Entry, Node, Scalar, Sequence
from cchc.syntax.nodes import Mapping as MappingNode


class Rename(NamedTuple):
    """The key at a path is to be ``key``."""

    key: str


class Insert(NamedTuple):
    """The key that is missing at a path gets ``text``; without one, keys that are still to come."""

    text: str | None


class LeaveOut(NamedTuple):
    """The value at a path goes, with its key."""


Change: TypeAlias = Rename | Insert | LeaveOut
_Below: TypeAlias = dict[str | int, dict[KeyPath, Change]]


def changed(node: Node, changes: Mapping[KeyPath, Change]) -> Node | None:
    """``node`` with ``changes`` at their paths; None where it goes itself."""
    if isinstance(changes.get(()), LeaveOut):
        return None
    below: _Below = defaultdict(dict)
    for path, change in changes.items():
        if path:
            below[path[0]][path[1:]] = change
    if not below or isinstance(node, Scalar):
        return node
    if isinstance(node, Sequence):
        items = (changed(item, below.get(index, {})) for index, item in enumerate(node.items))
        return node._replace(items=tuple(item for item in items if item is not None))
    return node._replace(entries=tuple(_entries(node, below)))


def _entries(node: MappingNode, below: _Below) -> Iterator[Entry]:
    written = {entry.key.text for entry in node.entries}
    for entry in node.entries:
        own = below.get(entry.key.text, {})
        value = changed(entry.value, own)
        if value is None:
            continue
        rename = own.get(())
        key = entry.key._replace(text=rename.key) if isinstance(rename, Rename) else entry.key
        yield Entry(key, value)
    for name, changes in below.items():
        insert = changes.get(())
        if isinstance(insert, Insert) and name not in written:
            yield Entry(Scalar(str(name), "double", node.span), _inserted(insert, node))


def _inserted(insert: Insert, holder: MappingNode) -> Node:
    if insert.text is None:
        return MappingNode((), holder.span, flow=False)
    return Scalar(insert.text, "double", holder.span)


def node_at(node: Node, path: KeyPath) -> Node | None:
    """The node that ``path`` leads to from ``node``."""
    current: Node | None = node
    for step in path:
        if isinstance(current, MappingNode):
            current = next((entry.value for entry in current.entries if entry.key.text == step), None)
        elif isinstance(current, Sequence) and isinstance(step, int) and step < len(current.items):
            current = current.items[step]
        else:
            return None
    return current
