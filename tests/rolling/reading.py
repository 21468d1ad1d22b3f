"""Two plans as another reader of YAML sees them, side by side: which values differ, which rows are gone."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any, TypeAlias

Way: TypeAlias = tuple[str | int, ...]

ROWS = ("groups", "results", "tasks", "activities", "criteria", "indicators", "items")


def without(tree: Any, titles: frozenset[str]) -> Any:
    """``tree`` without the items whose title is one of ``titles``."""
    if isinstance(tree, list):
        return [without(item, titles) for item in tree if not (isinstance(item, dict) and item.get("title") in titles)]
    if isinstance(tree, dict):
        return {key: without(value, titles) for key, value in tree.items()}
    return tree


def differences(old: Any, new: Any, way: Way = ()) -> Iterator[tuple[Way, Any, Any]]:
    """The places where ``new`` says something else than ``old``; ids that only ``new`` has are none."""
    if isinstance(old, dict) and isinstance(new, dict):
        keys = [key for key in new if not (key == "id" and key not in old)]
        if keys != list(old):
            yield way, list(old), keys
            return
        for key in keys:
            yield from differences(old[key], new[key], (*way, key))
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for index, (one, two) in enumerate(zip(old, new, strict=True)):
            yield from differences(one, two, (*way, index))
    elif old != new:
        yield way, old, new


def ids(tree: Any) -> Iterator[str]:
    """Every id in ``tree``."""
    if isinstance(tree, list):
        for item in tree:
            yield from ids(item)
    elif isinstance(tree, dict):
        if isinstance(tree.get("id"), str):
            yield tree["id"]
        for value in tree.values():
            yield from ids(value)


def told(way: Way, old: Any, new: Any) -> str:
    """A difference on a line: where it stands, and the words that are exchanged."""
    place = "/".join(map(str, way))
    if not isinstance(old, str) or not isinstance(new, str):
        return f"{place} | {old} → {'' if new is None else new}"
    before, after = old.split(), new.split()
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    changed = (f"{' '.join(before[i:j])} → {' '.join(after[k:m])}" for op, i, j, k, m in codes if op != "equal")
    return f"{place} | {' ; '.join(changed)}"
