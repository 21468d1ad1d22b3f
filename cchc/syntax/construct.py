"""Nodes → plain data, with the place of every key path beside it."""

from __future__ import annotations

from typing import TypeAlias

from cchc.source import KeyPath, SourceMap
from cchc.syntax.nodes import Mapping, Node, Scalar

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
"""Texts as they were written, absent values, lists and mappings; no number, date or truth value is guessed."""


def construct(node: Node) -> tuple[Data, SourceMap]:
    """The data that ``node`` says and where each value and key of it stands.

    A node that an alias repeats is made anew at each place, with the spans of where it was written.
    Recursion is no deeper than the node, which the parser bounds.
    """
    places = SourceMap(node.span)
    return _data(node, (), places), places


def _data(node: Node, path: KeyPath, places: SourceMap) -> Data:
    places.values[path] = node.span
    if isinstance(node, Scalar):
        return None if node.is_null else node.text
    if isinstance(node, Mapping):
        data: dict[str, Data] = {}
        for key, value in node.entries:
            here = (*path, key.text)
            places.keys[here] = key.span
            data[key.text] = _data(value, here, places)
        return data
    return [_data(item, (*path, position), places) for position, item in enumerate(node.items)]
