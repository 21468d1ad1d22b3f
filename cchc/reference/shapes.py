"""What a key takes, in words: the types of the model as an author sees them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from typing_extensions import TypeAliasType

from cchc.model import act, base, blocks, cells, plan, row_rules
from cchc.model.base import Part
from cchc.model.show import Shown

_WORDS: tuple[tuple[Any, str], ...] = (
    (base.Line, "text"),
    (base.Id, "an id: a–z, 0–9, hyphens"),
    (base.LabelExample, "[a first label](#labels-by-example)"),
    (base.RowLabel, "[a first label](#labels-by-example), or a sign"),
    (blocks.Paragraphs, "text, or a list of texts: paragraphs"),
    (blocks.Prose, "[prose](#prose)"),
    (cells.Who, "[who](#who)"),
    (act.ActDate, "a day or month"),
    (plan.PeriodText, "a year, or first and last year"),
    (plan.Alphabet, "small letters"),
    (row_rules.Depths, "{RowRule}, or a list of them: by depth"),
    (Shown, "a field, text with `{field}`s, or a list of these"),
)
"""Types that have a name of their own, with what to call them; compared by what they say."""
_PLAIN: Mapping[Any, str] = {str: "text", float: "a number", int: "a whole number"}

Nouns = Mapping[str, str]
"""What to call a part, by its name in the model."""


class UnknownShapeError(Exception):
    """A type of the model for which no words are known."""


def shape(part: type[Part], key: str, nouns: Nouns) -> str:
    """What ``key`` of ``part`` takes; required ones and defaults say so. Raises UnknownShapeError."""
    field = part.model_fields[key]
    annotation = get_type_hints(part, include_extras=True)[key]
    words = _said(annotation, nouns)
    if field.is_required():
        return f"**required**: {words}"
    default = f"`{field.default}`"
    if isinstance(field.default, str) and default in words:
        return words.replace(default, f"{default} (if absent)")
    return words


def choices(annotation: Any) -> tuple[str, ...]:
    """The fixed words that ``annotation`` takes."""
    return get_args(annotation) if get_origin(annotation) is Literal else ()


def _said(annotation: Any, nouns: Nouns) -> str:
    for known, words in _WORDS:
        if annotation == known:
            return words.format_map(nouns) if "{RowRule}" in words else words
    if isinstance(annotation, TypeAliasType):
        return _said(annotation.__value__, nouns)
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return nouns[annotation.__name__]
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    return _compound(annotation, nouns)


def _compound(annotation: Any, nouns: Nouns) -> str:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _said(arguments[0], nouns)
    if origin is Literal:
        return _alternatives(f"`{word}`" for word in arguments)
    if origin in (Union, UnionType):
        return _alternatives(_said(each, nouns) for each in arguments if each is not NoneType)
    if origin is tuple:
        return f"a list: {_said(arguments[0], nouns)}"
    if origin is dict:
        keys = "names" if arguments[0] is str else _said(arguments[0], nouns)
        return f"a mapping: {keys} → {_said(arguments[1], nouns)}"
    raise UnknownShapeError(str(annotation))


def _alternatives(words: Iterator[str]) -> str:
    *most, last = dict.fromkeys(words)
    return f"{', '.join(most)} or {last}" if most else last
