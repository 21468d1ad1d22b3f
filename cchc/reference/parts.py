"""The parts that a plan may hold, and the keys that each of them brings."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from typing_extensions import TypeAliasType

from cchc.model.base import Part


def reachable(root: type[Part]) -> tuple[type[Part], ...]:
    """``root``, every part that can stand inside it, and what these inherit keys from, outer before inner."""
    found: list[type[Part]] = []
    waiting: list[type[Part]] = [root]
    while waiting:
        part = waiting.pop(0)
        if part in found:
            continue
        found.append(part)
        waiting += [base for base in part.__bases__ if issubclass(base, Part) and base is not Part]
        hints = get_type_hints(part, include_extras=True)
        waiting += [inner for key in part.model_fields for inner in _inside(hints[key], set())]
    return tuple(part for part in found if own_keys(part))


def own_keys(part: type[Part]) -> tuple[str, ...]:
    """The keys that ``part`` itself brings, in the order of the model; inherited ones are those of another part.

    What the program fills by another name is no key that an author can write.
    """
    written = inspect.get_annotations(part)
    fields = part.model_fields
    return tuple(key for key in fields if key in written and fields[key].validation_alias is None)


def owner(part: type[Part], key: str) -> type[Part]:
    """The part that brings ``key`` to ``part``: itself, or the nearest that it inherits from."""
    return next(base for base in part.__mro__ if issubclass(base, Part) and key in own_keys(base))


def _inside(annotation: Any, seen: set[int]) -> Iterator[type[Part]]:
    """The parts that ``annotation`` names."""
    if id(annotation) in seen:
        return
    seen.add(id(annotation))
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    elif isinstance(annotation, TypeAliasType):
        yield from _inside(_value(annotation), seen)
    elif get_origin(annotation) is Annotated:
        yield from _inside(get_args(annotation)[0], seen)
    else:
        for argument in get_args(annotation):
            yield from _inside(argument, seen)


def _value(alias: TypeAliasType) -> Any:
    """What ``alias`` stands for, with the names in quotes replaced by what they name."""
    module = importlib.import_module(alias.__module__ or "")
    holder = type("Holder", (), {"__annotations__": {"value": alias.__value__}, "__module__": module.__name__})
    return get_type_hints(holder, vars(module), include_extras=True)["value"]
