"""The looks of a document, as data: what ``templates/styles.yaml`` declares and back ends apply."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, Literal, TypeAlias

Alignment: TypeAlias = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ParagraphStyle:
    """The look of one element, by the decree's name for it.

    ``label`` is the style's Vietnamese name in Word's style list. Lengths are points, ``first_line``,
    ``left`` and ``hanging`` millimetres; ``line`` is a multiple of single line spacing. ``outline`` is the
    level in the navigation pane, from 1 (0: no heading).
    """

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    label: str
    name: str = ""
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


@dataclass(frozen=True, slots=True, eq=False, repr=False)
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


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class StyleSheet:
    """All looks of a document: the face, the language, the pages by orientation, the styles by name."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    face: str
    language: str
    pages: Mapping[str, PageStyle]
    paragraphs: Mapping[str, ParagraphStyle]
    page_number: str
    """The name of the style that page numbers take."""
    cell_padding: float
    """The space left and right inside a bordered table's cells, in millimetres."""

    def named(self) -> StyleSheet:
        """This sheet, with each style bearing the name by which it stands here."""
        return replace(self, paragraphs={name: replace(style, name=name) for name, style in self.paragraphs.items()})
