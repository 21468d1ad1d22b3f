"""The parser of the vocabulary: markup as templates print it to the document tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, TypeAlias, cast
from xml.parsers import expat

from cchc.document.nodes import (
    Block,
    Break,
    Cell,
    Columns,
    Document,
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
from cchc.patterns import deferred
from cchc.templating import faults
from cchc.templating.faults import TemplateFault, unknown
from cchc.templating.vocabulary import ELEMENTS, BadValue

# Line ends stand in templates only to lay them out; a plan's own text reaches them without any.
_LAYOUT_SPACE = deferred(r"[ \t]*\n\s*")
_SPACES = " \t\n"

_EMPHASES: Mapping[str, Callable[[Text], Text]] = {
    "b": lambda text: text._replace(bold=True),
    "i": lambda text: text._replace(italic=True),
    "s": lambda text: text._replace(strike=True),
}

PLACE_TARGET = "at"
"""The target of the processing instructions that tell where a tag stands."""


_Node: TypeAlias = Block | Break | Section | Row | Cell | tuple[Paragraph, ...]


@dataclass(slots=True)
class _Open:
    """An element that is not closed yet: its place, attributes, and what it holds so far."""

    name: str
    place: str | None
    attributes: dict[str, Any]
    held: list[Any] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    """Where the elements in ``held`` begin, as far as places are told."""


class MarkupParser:
    """Builds one Document. ``styles`` are the known style names.

    Markup may carry processing instructions ``<?at PLACE?>`` before its tags, and no others; ``place`` is then that
    of the tag which is being read, for whoever must say where a fault stands.
    """

    def __init__(self, styles: Iterable[str]) -> None:
        self._styles = frozenset(styles)
        self._open: list[_Open] = []
        self._document: Document | None = None
        self._judged: dict[tuple[Any, ...], dict[str, Any]] = {}
        self.place: str | None = None
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartDoctypeDeclHandler = self._doctype
        self._parser = parser

    def parse(self, chunks: Iterable[str]) -> Document:
        """The document of the markup in ``chunks``. Raises TemplateFault."""
        try:
            for chunk in chunks:
                self._parser.Parse(chunk, False)
            self._parser.Parse("", True)
        except expat.ExpatError as error:
            raise self._not_markup(error) from error
        finally:
            # It holds this one by its handlers, and with it the document, of which a long run makes thousands.
            del self._parser
        if self._document is None:
            raise TemplateFault(faults.NOT_MARKUP, reason="<document>")
        return self._document

    def _not_markup(self, error: expat.ExpatError) -> TemplateFault:
        message = expat.ErrorString(error.code)
        unclosed = (expat.errors.XML_ERROR_TAG_MISMATCH, expat.errors.XML_ERROR_NO_ELEMENTS)
        if self._open and message in unclosed:
            self.place = self._open[-1].place
            return TemplateFault(faults.UNCLOSED, name=self._open[-1].name)
        return TemplateFault(faults.NOT_MARKUP, reason=message)

    def _instruction(self, target: str, data: str) -> None:
        if target != PLACE_TARGET:
            raise TemplateFault(faults.NOT_MARKUP, reason=f"<?{target} …?>")
        self.place = data

    def _doctype(self, *_: object) -> None:
        raise TemplateFault(faults.NOT_MARKUP, reason="<!DOCTYPE>")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name not in ELEMENTS:
            raise unknown(faults.UNKNOWN_ELEMENT, name, ELEMENTS)
        parent = self._open[-1].name if self._open else None
        allowed = ELEMENTS[parent].children if parent else frozenset({"document"})
        if name not in allowed and name == parent:
            # Nothing holds its own kind: the one before was left open.
            self.place = self._open[-1].place
            raise TemplateFault(faults.UNCLOSED, name=name)
        if name not in allowed:
            raise TemplateFault(
                faults.MISPLACED,
                name=name,
                parent=parent or "",
                allowed=", ".join(f"<{a}>" for a in sorted(allowed)) or "–",
            )
        self._open.append(_Open(name, self.place, self._attributes(name, attributes)))

    def _attributes(self, element: str, given: dict[str, str]) -> dict[str, Any]:
        # A table says the same few things of thousands of cells: each is read and judged once.
        written = (element, *given.items())
        if written not in self._judged:
            self._judged[written] = self._judge(element, given)
        return self._judged[written]

    def _judge(self, element: str, given: dict[str, str]) -> dict[str, Any]:
        known = ELEMENTS[element]
        read: dict[str, Any] = {}
        for name, value in given.items():
            if name not in known.attributes:
                raise unknown(faults.UNKNOWN_ATTRIBUTE, name, known.attributes, element=element)
            try:
                read[name] = known.attributes[name](value)
            except BadValue as error:
                raise TemplateFault(faults.BAD_VALUE, name=name, value=value, allowed=error.allowed) from error
        for name in sorted(known.required - given.keys()):
            raise TemplateFault(faults.MISSING_ATTRIBUTE, element=element, name=name)
        if "style" in read and read["style"] not in self._styles:
            raise unknown(faults.UNKNOWN_STYLE, read["style"], self._styles)
        return read

    def _characters(self, text: str) -> None:
        if not self._open:
            return
        inside = self._open[-1]
        if ELEMENTS[inside.name].text:
            inside.held.append(Text(_LAYOUT_SPACE.sub(" ", text) if "\n" in text else text))
        elif not text.isspace():
            raise TemplateFault(faults.STRAY_TEXT, text=text.strip()[:40], parent=inside.name)

    def _end(self, name: str) -> None:
        closed = self._open.pop()
        match name:
            case _ if name in _EMPHASES:
                self._open[-1].held.extend(_emphasised(closed))
            case "document":
                self._document = Document(closed.attributes["title"], tuple(closed.held))
            case _:
                if closed.place is not None:
                    self._open[-1].places.append(closed.place)
                self._open[-1].held.append(self._node(closed))

    def _node(self, element: _Open) -> _Node:
        node = _node(element)
        if isinstance(node, Table) and (uneven := _uneven_row(node)):
            index, found = uneven
            if index < len(element.places):
                self.place = element.places[index]
            raise TemplateFault(faults.GRID, found=found, expected=len(node.widths))
        return node


def _emphasised(element: _Open) -> Iterable[Inline]:
    for inline in element.held:
        if isinstance(inline, Text):
            yield _EMPHASES[element.name](inline)
        else:
            yield inline


def _node(element: _Open) -> _Node:
    attributes = element.attributes
    held = tuple(element.held)
    match element.name:
        case "br":
            return Break()
        case "p":
            return Paragraph(
                attributes["style"], _trimmed(element.held), attributes.get("rule", 0.0), "keep" in attributes
            )
        case "column":
            return held
        case "columns":
            return Columns(attributes["widths"], held)
        case "cell":
            return Cell(held, attributes.get("colspan", 1), attributes.get("rowspan", 1))
        case "row":
            return Row(held, "header" in attributes, "keep" in attributes, splits="split" in attributes)
        case "table":
            return Table(attributes["widths"], held)
        case _:
            orientation = cast("Orientation", attributes.get("orientation", "portrait"))
            return Section(held, orientation, "opens" in attributes)


def _trimmed(inlines: list[Inline]) -> tuple[Inline, ...]:
    """The inlines without the template's white space at both ends; empty runs are left out."""
    if len(inlines) == 1 and isinstance(only := inlines[0], Text) and _is_plain(only.text):
        return (only,) if only.text else ()
    kept = list(_with_notes(inlines)) if any(_carries(inline) for inline in inlines) else list(inlines)
    if kept and isinstance(first := kept[0], Text):
        kept[0] = first._replace(text=first.text.lstrip(_SPACES))
    if kept and isinstance(last := kept[-1], Text):
        kept[-1] = last._replace(text=last.text.rstrip(_SPACES))
    return tuple(inline for inline in kept if not (isinstance(inline, Text) and not inline.text))


def _is_plain(text: str) -> bool:
    return text.strip(_SPACES) == text and OPENING not in text


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


def _uneven_row(table: Table) -> tuple[int, int] | None:
    """The first row that does not fill the grid of ``table``, with the cells that it takes.

    Where the last rows are missing that a ``rowspan`` reaches for: the row after the last, which takes none.
    """
    width = len(table.widths)
    covered = [0] * width
    for index, row in enumerate(table.rows):
        free = covered.count(0)
        taken = sum(cell.colspan for cell in row.cells)
        if taken != free:
            return index, width - free + taken
        covered = _covered_below(row, covered)
    return (len(table.rows), 0) if any(covered) else None


def _covered_below(row: Row, covered: list[int]) -> list[int]:
    """For each grid column, how many rows below ``row`` are taken by a cell of it or of a row above."""
    below = [max(rows - 1, 0) for rows in covered]
    free = iter([column for column, rows in enumerate(covered) if rows == 0])
    for cell in row.cells:
        for _ in range(cell.colspan):
            below[next(free)] = cell.rowspan - 1
    return below
