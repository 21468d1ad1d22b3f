"""Elements of the vocabulary, with what they hold, to nodes of the document tree; equal ones are one node."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, TypeAlias, TypeVar, cast

from cchc.document.nodes import (
    Block,
    Break,
    Cell,
    Columns,
    Inline,
    Note,
    Orientation,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
)
from cchc.language.footnotes import CLOSING, OPENING, pieces

_SPACES = " \t\n"

_EMPHASES: Mapping[str, Callable[[Text], Text]] = {
    "b": lambda text: text._replace(bold=True),
    "i": lambda text: text._replace(italic=True),
    "s": lambda text: text._replace(strike=True),
}

_SHARED = 4_096
"""Nodes that are kept of each tag for others which say the same."""

_Shared = TypeVar("_Shared")
_Node: TypeAlias = Block | Break | Section | Row | Cell | tuple[Paragraph, ...]


@dataclass(slots=True)
class Tag:
    """A start tag as it is written, read and judged once however often it stands.

    ``shared`` has the nodes that it made, by what they hold: over half the cells of a long table say what others say.
    """

    name: str
    text: bool
    attributes: dict[str, Any]
    shared: dict[Any, Any] = field(default_factory=dict)

    def share(self, key: object, node: _Shared) -> _Shared:
        """``node``, which is that of ``key`` from now on."""
        return keep(self.shared, key, node)


def keep(kept: dict[Any, Any], key: object, node: _Shared) -> _Shared:
    """``node``, which ``kept`` has from now on as that of ``key``; it never has more than ``_SHARED``."""
    if len(kept) == _SHARED:
        kept.clear()  # what repeats comes back at once; the rest would be kept for nothing
    kept[key] = node
    return node


def emphasised(name: str, held: list[Inline | str]) -> Iterator[Inline]:
    """What an element ``name`` holds, with its emphasis."""
    for inline in _inlines(held):
        if isinstance(inline, Text):
            yield _EMPHASES[name](inline)
        else:
            yield inline


def _inlines(held: Iterable[Inline | str]) -> Iterator[Inline]:
    return (Text(each) if isinstance(each, str) else each for each in held)


def _break(*_: object) -> Break:
    return Break()


def _paragraph(tag: Tag, held: list[Inline | str]) -> Paragraph:
    if len(held) != 1 or not isinstance(text := held[0], str):
        return _new_paragraph(tag, _trimmed(list(_inlines(held))))
    paragraph: Paragraph | None = tag.shared.get(text)
    if paragraph is None:
        paragraph = tag.share(text, _new_paragraph(tag, _words(text)))
    return paragraph


def _words(text: str) -> tuple[Inline, ...]:
    """``text`` as ``_trimmed`` makes it: nearly every paragraph of a table is one."""
    if OPENING in text or CLOSING in text:
        return _trimmed([Text(text)])
    words = text.strip(_SPACES)
    return (Text(words),) if words else ()


def _new_paragraph(tag: Tag, inlines: tuple[Inline, ...]) -> Paragraph:
    attributes = tag.attributes
    return Paragraph(attributes["style"], inlines, attributes.get("rule", 0.0), "keep" in attributes)


def _cell(tag: Tag, held: list[Paragraph]) -> Cell:
    if len(held) != 1:
        return _new_cell(tag, held)
    # The cell keeps its paragraph, so no other object can come to this number.
    key = id(held[0])
    cell: Cell | None = tag.shared.get(key)
    if cell is None:
        cell = tag.share(key, _new_cell(tag, held))
    return cell


def _new_cell(tag: Tag, held: list[Paragraph]) -> Cell:
    return Cell(tuple(held), tag.attributes.get("colspan", 1), tag.attributes.get("rowspan", 1))


def with_text(cell: Cell, text: str) -> Cell:
    """``cell``, which has one paragraph, with nothing but ``text`` in it."""
    (paragraph,) = cell.paragraphs
    said = Paragraph(paragraph.style, _words(text), paragraph.rule, paragraph.keep_next)
    return Cell((said,), cell.colspan, cell.rowspan)


def _row(tag: Tag, held: list[Cell]) -> Row:
    return Row(tuple(held), "header" in tag.attributes, "keep" in tag.attributes, splits="split" in tag.attributes)


def _section(tag: Tag, held: list[Block]) -> Section:
    orientation = cast("Orientation", tag.attributes.get("orientation", "portrait"))
    return Section(tuple(held), orientation, "opens" in tag.attributes)


MAKERS: dict[str, Callable[[Tag, list[Any]], _Node]] = {
    "br": _break,
    "p": _paragraph,
    "column": lambda _, held: tuple(held),
    "columns": lambda tag, held: Columns(tag.attributes["widths"], tuple(held)),
    "cell": _cell,
    "row": _row,
    "table": lambda tag, held: Table(tag.attributes["widths"], tuple(held)),
    "section": _section,
}
"""What makes a node of an element and what it holds, for those that are nodes and no emphasis."""


def _trimmed(inlines: list[Inline]) -> tuple[Inline, ...]:
    """The inlines without the template's white space at both ends; empty runs are left out."""
    kept = list(_with_notes(inlines)) if any(_carries(inline) for inline in inlines) else list(inlines)
    if kept and isinstance(first := kept[0], Text):
        kept[0] = first._replace(text=first.text.lstrip(_SPACES))
    if kept and isinstance(last := kept[-1], Text):
        kept[-1] = last._replace(text=last.text.rstrip(_SPACES))
    return tuple(inline for inline in kept if not (isinstance(inline, Text) and not inline.text))


def _carries(inline: Inline) -> bool:
    return isinstance(inline, Text) and (OPENING in inline.text or CLOSING in inline.text)


def _with_notes(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """The inlines with the footnotes that ride inside their texts as nodes of their own.

    The reader hands over long text in parts, so texts of one look are joined first.
    """
    for look, run in groupby(inlines, key=_look):
        if look is None:
            yield from run
            continue
        joined = "".join(inline.text for inline in run if isinstance(inline, Text))
        for piece, is_note in pieces(joined):
            yield Note(piece) if is_note else look._replace(text=piece)


def _look(inline: Inline) -> Text | None:
    return inline._replace(text="") if isinstance(inline, Text) else None
