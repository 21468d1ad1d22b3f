"""Everything that a plan holds, with the way to it: parts, texts, ids."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cchc.model.base import Part
from cchc.source import KeyPath


def parts(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Part]]:
    """``value`` and every part inside it, outer before inner, with the key path of each."""
    match value:
        case Part():
            yield path, value
            for name in type(value).model_fields:
                if name in value.model_fields_set:
                    yield from parts(getattr(value, name), (*path, name))
        case tuple():
            for index, item in enumerate(value):
                yield from parts(item, (*path, index))
        case dict():
            for key, item in value.items():
                yield from parts(item, (*path, key))


def texts(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Every text inside ``value`` with its key path."""
    match value:
        case str():
            yield path, value
        case Part():
            for name in type(value).model_fields:
                if name in value.model_fields_set:
                    yield from texts(getattr(value, name), (*path, name))
        case tuple():
            for index, item in enumerate(value):
                yield from texts(item, (*path, index))
        case dict():
            for key, item in value.items():
                yield from texts(item, (*path, key))


def ids(value: Any) -> Iterator[tuple[KeyPath, str]]:
    """Every id inside ``value`` with the key path at which it stands."""
    for path, part in parts(value):
        name = getattr(part, "id", None)
        if name is not None:
            yield (*path, "id"), name
