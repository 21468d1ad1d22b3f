"""A YAML text to a typed value: what the text says, what is lost in it, whether it has the right shape."""

from __future__ import annotations

from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from cchc.diagnostics import Diagnostic, has_errors
from cchc.loader.prose import lost_prose
from cchc.loader.shape import UNKNOWN_KEY, shape_diagnostics
from cchc.source import KeyPath, Source, SourceMap
from cchc.syntax.construct import construct
from cchc.syntax.nodes import Mapping, Node, Sequence
from cchc.syntax.parsing import parse
from cchc.syntax.traps import split_sentence

Loaded = TypeVar("Loaded")


class Load(NamedTuple, Generic[Loaded]):
    """What came of a file: its ``value`` (absent where it has errors), the places in it, what is wrong with it."""

    value: Loaded | None
    places: SourceMap | None
    diagnostics: tuple[Diagnostic, ...]


def load(source: Source, model: type[Loaded]) -> Load[Loaded]:
    """``source`` read as a ``model`` (a pydantic model or a dataclass), with all that is wrong in one run."""
    node, found = parse(source)
    if node is None:
        return Load(None, None, tuple(found))
    data, places = construct(node)
    found = [*found, *lost_prose(node)]
    value: Loaded | None = None
    try:
        value = _validated(model, data)
    except ValidationError as error:
        found += _refused(error, node, data, places, model, {(d.span.start if d.span else -1) for d in found})
    return Load(None if has_errors(found) else value, places, tuple(found))


def _validated(model: type[Loaded], data: Any) -> Loaded:
    if issubclass(model, BaseModel):
        return model.model_validate(data)
    value: Loaded = TypeAdapter(model).validate_python(data)
    return value


def _refused(
    error: ValidationError, node: Node, data: Any, places: SourceMap, model: type[Any], said: set[int]
) -> list[Diagnostic]:
    """The diagnostics of ``error``; where a sentence was split into a key, that is said instead of its consequence."""
    found: list[Diagnostic] = []
    for path, diagnostic in shape_diagnostics(error, data, places, model):
        split = _split_at(node, path, unknown_key=diagnostic.code == UNKNOWN_KEY.code)
        said_here = split or diagnostic
        start = said_here.span.start if said_here.span else -1
        if start in said and (split or diagnostic.span in places.keys.values()):
            continue
        said.add(start)
        found.append(said_here)
    return found


def _split_at(node: Node, path: KeyPath, *, unknown_key: bool) -> Diagnostic | None:
    holder = node_at(node, path[:-1] if unknown_key else path)
    return split_sentence(holder) if isinstance(holder, Mapping) else None


def node_at(node: Node, path: KeyPath) -> Node | None:
    """The node that ``path`` leads to from ``node``."""
    current: Node | None = node
    for step in path:
        if isinstance(current, Mapping):
            current = next((entry.value for entry in current.entries if entry.key.text == step), None)
        elif isinstance(current, Sequence) and isinstance(step, int) and step < len(current.items):
            current = current.items[step]
        else:
            return None
    return current
