"""The closed vocabulary of templates: elements, where they stand, their attributes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


class BadValue(ValueError):  # noqa: N818  (the value is what is bad)
    """An attribute's value that the vocabulary does not know; ``allowed`` says what it does."""

    def __init__(self, allowed: str) -> None:
        super().__init__(allowed)
        self.allowed = allowed


def _word(*words: str) -> Callable[[str], str]:
    def read(value: str) -> str:
        if value not in words:
            raise BadValue(", ".join(words))
        return value

    return read


def _number(low: float, high: float) -> Callable[[str], float]:
    def read(value: str) -> float:
        try:
            number = float(value)
        except ValueError as error:
            raise BadValue(f"{low:g}–{high:g}") from error
        if not low <= number <= high:
            raise BadValue(f"{low:g}–{high:g}")
        return number

    return read


def _count(value: str) -> int:
    if not (value.isascii() and value.isdigit() and 1 <= int(value) <= 1000):
        raise BadValue("1–1000")
    return int(value)


def _widths(value: str) -> tuple[float, ...]:
    read = _number(0.1, 100)
    widths = tuple(read(part) for part in value.split())
    if not widths:
        raise BadValue("0.1–100 …")
    return widths


def _text(value: str) -> str:
    return value


@dataclass(frozen=True, slots=True)
class Element:
    """An element: what it may hold, whether text may stand in it, the attributes with their readers."""

    children: frozenset[str] = frozenset()
    text: bool = False
    attributes: Mapping[str, Callable[[str], object]] = field(default_factory=dict)
    required: frozenset[str] = frozenset()


_INLINE = frozenset({"b", "i", "s", "br"})

ELEMENTS: Mapping[str, Element] = {
    "document": Element(frozenset({"section"}), attributes={"title": _text}, required=frozenset({"title"})),
    "section": Element(
        frozenset({"p", "columns", "table"}),
        attributes={"orientation": _word("portrait", "landscape"), "opens": _word("document")},
    ),
    "p": Element(
        _INLINE,
        text=True,
        attributes={"style": _text, "rule": _number(0, 1), "keep": _word("next")},
        required=frozenset({"style"}),
    ),
    "b": Element(_INLINE, text=True),
    "i": Element(_INLINE, text=True),
    "s": Element(_INLINE, text=True),
    "br": Element(),
    "columns": Element(frozenset({"column"}), attributes={"widths": _widths}, required=frozenset({"widths"})),
    "column": Element(frozenset({"p"})),
    "table": Element(frozenset({"row"}), attributes={"widths": _widths}, required=frozenset({"widths"})),
    "row": Element(
        frozenset({"cell"}), attributes={"header": _word("yes"), "keep": _word("next"), "split": _word("yes")}
    ),
    "cell": Element(frozenset({"p"}), attributes={"colspan": _count, "rowspan": _count}),
}
"""Every element by its name. The outermost is ``document``."""
