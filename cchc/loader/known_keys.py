"""The keys that a model takes at a place, and which of them an unknown one means."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from types import ModuleType
from typing import Any, ForwardRef, Literal, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from typing_extensions import TypeAliasType

from cchc.language.folding import fold, nearest

KnownKeys = Mapping[str, str]
"""The keys that may stand at a place, each with its Vietnamese title (empty where it has none)."""

_OTHER_NAMES = {
    "tiêu đề": "title",
    "tên": "title",
    "nội dung": "title",
    "chủ trì": "lead",
    "phối hợp": "support",
    "bắt đầu": "start",
    "kết thúc": "end",
    "thời gian": "when",
    "kết quả": "output",
    "sản phẩm": "output",
    "nhiệm vụ": "tasks",
    "hoạt động": "activities",
    "năm": "period",
    "người ký": "signatory",
    "cơ quan": "agency",
}
"""What people write for a key whose title is longer or another."""


def keys_at(model: type[Any], loc: tuple[str | int, ...]) -> KnownKeys:
    """The keys at ``loc`` inside ``model``, following the types of the fields on the way.

    ``loc`` is pydantic's: it may hold tags of unions, which are no keys.
    """
    current: Any = model
    for step in loc:
        annotation = _annotations(current).get(str(step)) if isinstance(step, str) else None
        current = annotation or current
    of_models = {name: title for found in _models(current) for name, title in _titles(found).items()}
    return of_models or dict.fromkeys(_listed(current), "")


def every_key(model: type[Any]) -> frozenset[str]:
    """The keys that may stand anywhere in ``model``."""
    found: dict[type[Any], dict[str, Any]] = {}
    waiting = [model]
    while waiting:
        each = waiting.pop()
        if each not in found:
            found[each] = _annotations(each)
            waiting += [inner for annotation in found[each].values() for inner in _models(annotation)]
    return frozenset(name for annotations in found.values() for name in annotations)


def meant_key(name: str, keys: KnownKeys) -> str | None:
    """The key that somebody meant with ``name``: one spelled nearly so, or one that is called so in Vietnamese."""
    called = [key for key, title in keys.items() if title and fold(title) == fold(name)]
    other = _OTHER_NAMES.get(fold(name))
    if other and other in keys:
        called.append(other)
    return called[0] if called else nearest(name, keys)


def _listed(annotation: Any) -> Iterator[str]:
    """The keys that a mapping takes where its type lists them."""
    arguments = get_args(annotation)
    if get_origin(annotation) is dict and get_origin(arguments[0]) is Literal:
        yield from get_args(arguments[0])
    for argument in arguments:
        yield from _listed(argument)


def _titles(model: type[Any]) -> dict[str, str]:
    if issubclass(model, BaseModel):
        # What has another name in a file than here is none that an author may write.
        return {name: info.title or "" for name, info in model.model_fields.items() if info.validation_alias is None}
    return {entry.name: "" for entry in fields(model)}


def _annotations(annotation: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for model in _models(annotation):
        if issubclass(model, BaseModel):
            model.model_rebuild()  # until then a class that speaks of itself holds its own name only
            found |= {name: info.annotation for name, info in model.model_fields.items()}
        else:
            found |= get_type_hints(model)
    return found


def _models(annotation: Any, module: ModuleType | None = None) -> Iterator[type[Any]]:
    """The models that ``annotation`` speaks of; ``module`` is where a name that it holds as text is to be looked up."""
    if isinstance(annotation, TypeAliasType):
        yield from _models(annotation.__value__, sys.modules[annotation.__module__ or ""])
        return
    if isinstance(annotation, ForwardRef):
        annotation = getattr(module, annotation.__forward_arg__)
    if isinstance(annotation, type) and (issubclass(annotation, BaseModel) or is_dataclass(annotation)):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument, module)
