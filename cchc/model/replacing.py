"""A plan with other texts at some of its places; everything else is shared with the plan that it was made from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias, TypeVar

from cchc.model.base import Part
from cchc.model.plan import Plan
from cchc.model.rows import Table
from cchc.source import KeyPath

_Tree: TypeAlias = dict[str | int, Any]
"""Steps to the trees below them, in the end to texts."""

_Whole = TypeVar("_Whole", bound=Part)


def with_texts(whole: _Whole, texts: Mapping[KeyPath, str]) -> _Whole:
    """``whole`` with ``texts`` at their key paths, which are not judged anew.

    Raises KeyError for a path at which ``whole`` has nothing.
    """
    tree: _Tree = {}
    for (*steps, last), text in texts.items():
        inner = tree
        for step in steps:
            inner = inner.setdefault(step, {})
        inner[last] = text
    changed: _Whole = _changed(whole, tree)
    return changed


def _changed(value: Any, tree: _Tree | str) -> Any:
    if isinstance(tree, str):
        return tree
    if isinstance(value, Part):
        return _part(value, tree)
    if isinstance(value, tuple):
        return tuple(_changed(item, tree[index]) if index in tree else item for index, item in enumerate(value))
    return {**value, **{key: _changed(value[key], below) for key, below in tree.items()}}


def _part(part: Part, tree: _Tree) -> Part:
    copy = part.model_copy(update={str(name): _changed(part.__dict__[str(name)], tree[name]) for name in tree})
    if isinstance(copy, Table):
        # It has other rows than the table of which this was kept.
        copy._placed = None
    elif isinstance(copy, Plan):
        copy._names = None
    return copy
