"""The looks of a document, as data: what ``templates/styles.yaml`` declares and back ends apply."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, ClassVar, Literal, TypeAlias

Alignment: TypeAlias = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True, eq=False, repr=False)
class ParagraphLook:
    """The look of one element, as a style sheet declares it under the element's name.

    ``label`` is the style's Vietnamese name in Word's style list. Lengths are points, ``first_line``,
    ``left`` and ``hanging`` millimetres; ``line`` is a multiple of single line spacing. ``outline`` is the
    level in the navigation pane, from 1 (0: no heading).
    """

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    label: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    align: Alignment = "left"
    before: float = 0
    after: float = 0
    line: float = 1
    first_line: float = 0
    left: float = 0
    hanging: float = 0
    keep_next: bool = False
    keep_lines: bool = False
    outline: int = 0


@dataclass(frozen=True, eq=False, repr=False)
class ParagraphStyle(ParagraphLook):
    """A look that knows its name, the decree's for the element."""

    name: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class PageStyle:
    """Paper and margins of one orientation, in millimetres; ``header`` is the distance of the page number."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header: float

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right


@dataclass(frozen=True, eq=False, repr=False)
class DeclaredSheet:
    """What a file declares: the face, the language, the pages by orientation, the looks of paragraphs by name."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    face: str
    language: str
    pages: Mapping[str, PageStyle]
    paragraphs: Mapping[str, ParagraphLook]
    page_number: str
    """The name of the style that page numbers take."""
    cell_padding: float
    """The space left and right inside a bordered table's cells, in millimetres."""
    footnote: str | None = None
    """The name of the style that footnotes take; absent: the base of all styles."""


@dataclass(frozen=True, eq=False, repr=False)
class StyleSheet(DeclaredSheet):
    """All looks of a document, each paragraph style bearing the name by which it stands here."""

    paragraphs: Mapping[str, ParagraphStyle]


def named(sheet: DeclaredSheet) -> StyleSheet:
    """``sheet`` with its names told to its styles."""
    styles = {name: ParagraphStyle(name=name, **_entries(look)) for name, look in sheet.paragraphs.items()}
    return StyleSheet(**{**_entries(sheet), "paragraphs": styles})


def _entries(declared: ParagraphLook | DeclaredSheet) -> dict[str, Any]:
    return {entry.name: getattr(declared, entry.name) for entry in fields(declared)}
