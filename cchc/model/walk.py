"""Everything that a plan holds, with the way to it: parts, texts, ids."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from cchc.model.base import Part
from cchc.source import KeyPath


class Held(NamedTuple):
    """Parts and texts with their key paths, outer before inner."""

    parts: list[tuple[KeyPath, Part]]
    texts: list[tuple[KeyPath, str]]


def held(value: Any, path: KeyPath = ()) -> Held:
    """``value`` and every part and text inside it."""
    found = Held([], [])
    _hold(value, path, found)
    return found


def parts(value: Any, path: KeyPath = ()) -> list[tuple[KeyPath, Part]]:
    """The parts among what is ``held``."""
    return held(value, path).parts


def texts(value: Any, path: KeyPath = ()) -> list[tuple[KeyPath, str]]:
    """The texts among what is ``held``."""
    return held(value, path).texts


def ids(held: Iterable[tuple[KeyPath, Part]]) -> tuple[tuple[KeyPath, str], ...]:
    """The ids among ``held`` parts, each with the key path at which it stands."""
    named = ((path, getattr(part, "id", None)) for path, part in held)
    return tuple(((*path, "id"), name) for path, name in named if name)


def _hold(value: Any, path: KeyPath, found: Held) -> None:
    if isinstance(value, str):
        found.texts.append((path, value))
        return
    items: Any
    if isinstance(value, Part):
        found.parts.append((path, value))
        items = value.__dict__.items()
    elif isinstance(value, tuple):
        items = enumerate(value)
    elif isinstance(value, dict):
        items = value.items()
    else:
        return
    # Most fields of a part are empty, and most of the others are texts.
    for step, item in items:
        if not item:
            continue
        if isinstance(item, str):
            found.texts.append(((*path, step), item))
        else:
            _hold(item, (*path, step), found)
