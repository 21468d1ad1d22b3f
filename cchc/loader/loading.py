"""A YAML text to a typed value: what the text says, what is lost in it, whether it has the right shape."""

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from cchc.diagnostics import Diagnostic, Wording, has_errors
from cchc.loader.prose import lost_prose
from cchc.loader.validation import shaped
from cchc.source import Source, SourceMap
from cchc.syntax.nodes import Node
from cchc.syntax.parsing import EMPTY, parse

Loaded = TypeVar("Loaded")

_BEGINNING = Wording(
    "viết nội dung vào tệp, bắt đầu bằng “{key}: …”", "write something into it, beginning with “{key}: …”"
)


class Load(NamedTuple, Generic[Loaded]):
    """What came of a file: what it holds, the places in it, what is wrong with it.

    ``value`` is there only where the file has no errors; ``judgeable`` also where it has some, for the rules to find
    the others in what is sound. ``incomplete``: parts are missing from that to which the rest may refer. ``undated``:
    its years or its day could not be read.
    """

    value: Loaded | None
    places: SourceMap | None
    diagnostics: tuple[Diagnostic, ...]
    judgeable: Loaded | None = None
    incomplete: bool = False
    undated: bool = False


DeclaredBy: TypeAlias = Callable[[Node], frozenset[str]]
"""Tells the names of the fields that layouts declare for the rows of the plan in a node."""


def load(source: Source, model: type[Loaded], declared: DeclaredBy | None = None) -> Load[Loaded]:
    """``source`` read as a ``model`` (a pydantic model or a dataclass), with all that is wrong in one run."""
    node, of_text = parse(source)
    if node is None:
        return Load(None, None, tuple(_begun(found, model) for found in of_text))
    said = [*of_text, *lost_prose(node, lambda: _keys(model))]
    text_lost = has_errors(said)
    shape = shaped(node, model, declared(node) if declared else frozenset())
    said = [*said, *(found for found in shape.diagnostics if not _follows(found, said))]
    value = None if has_errors(said) else shape.value
    return Load(value, shape.places, tuple(said), shape.value, shape.incomplete or text_lost, shape.undated)


def _begun(found: Diagnostic, model: type[Loaded]) -> Diagnostic:
    """``found``; of an empty file, with the key that a ``model`` begins with."""
    if found.code != EMPTY.code:
        return found
    from cchc.loader.known_keys import keys_at

    return found._replace(hint=_BEGINNING.fill({"key": next(iter(keys_at(model, ())))}))


def _keys(model: type[Loaded]) -> frozenset[str]:
    from cchc.loader.known_keys import every_key

    return every_key(model)


def _follows(found: Diagnostic, said: list[Diagnostic]) -> bool:
    """Whether ``found`` speaks of a text in which something was lost, as one of ``said`` tells."""
    if found.span is None:
        return False
    start, end = found.span.start, max(found.span.end, found.span.start + 1)
    inside = [each.span.start for each in said if each.span and start <= each.span.start < end]
    begun = any(not found.span.text[: place - start].strip("-") for place in inside)
    return bool(inside) and (begun or "\n" not in found.span.text)
