"""Everything that a plan holds, with the way to it: parts, texts, ids."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cchc.model.base import Part
from cchc.source import KeyPath


def parts(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Part]]:
    """``value`` and every part inside it, outer before inner, with the key path of each."""
    if isinstance(value, Part):
        yield path, value
    for step, item in _inside(value):
        yield from parts(item, (*path, step))


def texts(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Every text inside ``value`` with its key path."""
    for step, item in _inside(value):
        if isinstance(item, str):
            yield (*path, step), item
        else:
            yield from texts(item, (*path, step))


def ids(value: Any) -> Iterator[tuple[KeyPath, str]]:
    """Every id inside ``value`` with the key path at which it stands."""
    for path, part in parts(value):
        name = getattr(part, "id", None)
        if name is not None:
            yield (*path, "id"), name


def _inside(value: Any) -> Iterator[tuple[str | int, Any]]:
    """The parts and collections directly inside ``value``, and its texts, empty ones left out."""
    items: Any
    if isinstance(value, Part):
        items = value.__dict__.items()
    elif isinstance(value, tuple):
        items = enumerate(value)
    elif isinstance(value, dict):
        items = value.items()
    else:
        return
    for step, item in items:
        if item:
            yield step, item
