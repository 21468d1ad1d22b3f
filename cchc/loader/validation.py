"""Nodes to a typed value where nothing is wrong with them."""

from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from cchc.diagnostics import Diagnostic
from cchc.source import SourceMap
from cchc.syntax.construct import construct
from cchc.syntax.nodes import Node

Value = TypeVar("Value")


class Shaped(NamedTuple, Generic[Value]):
    """What came of a tree of nodes.

    ``value`` stands for what is sound in it, absent where nothing is; ``diagnostics`` tell what is not. ``incomplete``:
    parts were left out to which the rest may refer. ``undated``: its years or its day are not those of the file.
    """

    value: Value | None
    places: SourceMap
    diagnostics: tuple[Diagnostic, ...]
    incomplete: bool
    undated: bool = False


def shaped(node: Node, model: type[Value], declared: frozenset[str] = frozenset()) -> Shaped[Value]:
    """``node`` read as a ``model`` (a pydantic model or a dataclass), with all that is wrong with it.

    ``declared`` names the fields that layouts add to rows.
    """
    data, places = construct(node)
    try:
        return Shaped(validated(data, model, declared), places, (), incomplete=False)
    except ValidationError:
        # What explains mistakes is loaded where there is one.
        from cchc.loader.mending import mended

        return mended(node, model, declared)


def validated(data: Any, model: type[Value], declared: frozenset[str] = frozenset()) -> Value:
    """``data`` as a ``model``. Raises ValidationError."""
    if issubclass(model, BaseModel):
        return model.model_validate(data, context=declared or None)
    from pydantic import TypeAdapter

    value: Value = TypeAdapter(model).validate_python(data)
    return value
