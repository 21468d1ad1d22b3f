"""Everything that a plan holds, with the way to it: parts, texts, ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from cchc.model.base import Part
from cchc.source import KeyPath


def held(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Part | str]]:
    """``value`` and every part and text inside it, outer before inner, with the key path of each."""
    waiting = [(path, value)]
    while waiting:
        found = waiting.pop()
        here, item = found
        if isinstance(item, str):
            yield found
        else:
            if isinstance(item, Part):
                yield found
            waiting += _inside(item, here)


def parts(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Part]]:
    """The parts among what is ``held``."""
    return ((here, item) for here, item in held(value, path) if not isinstance(item, str))


def texts(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """The texts among what is ``held``."""
    return ((here, item) for here, item in held(value, path) if isinstance(item, str))


def ids(held: Iterable[tuple[KeyPath, Part]]) -> tuple[tuple[KeyPath, str], ...]:
    """The ids among ``held`` parts, each with the key path at which it stands."""
    named = ((path, getattr(part, "id", None)) for path, part in held)
    return tuple(((*path, "id"), name) for path, name in named if name)


def _inside(value: Any, path: KeyPath) -> list[tuple[KeyPath, Any]]:
    """What is directly inside ``value``, the last first, with its key path; empty values are left out."""
    items: Any
    if isinstance(value, Part):
        items = value.__dict__.items()
    elif isinstance(value, tuple):
        items = enumerate(value)
    elif isinstance(value, dict):
        items = value.items()
    else:
        return []
    found = [((*path, step), item) for step, item in items if item]
    found.reverse()
    return found
