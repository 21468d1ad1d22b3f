"""The parser of the vocabulary: markup as templates print it to the document tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, TypeAlias, TypeVar, cast
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


_ROW = deferred(r"<row[^<>]*>\s*")
_CELL_END = "</cell>"

_SHARED = 4_096
"""Nodes that are kept of each tag for others which say the same."""

Shared = TypeVar("Shared")
_Node: TypeAlias = Block | Break | Section | Row | Cell | tuple[Paragraph, ...]


@dataclass(slots=True)
class _Tag:
    """A start tag as it is written, read and judged once however often it stands.

    ``shared`` has the nodes that it made, by what they hold: over half the cells of a long table say what others say.
    """

    name: str
    text: bool
    attributes: dict[str, Any]
    shared: dict[Any, Any] = field(default_factory=dict)

    def share(self, key: object, node: Shared) -> Shared:
        """``node``, which is that of ``key`` from now on."""
        return _keep(self.shared, key, node)


def _keep(kept: dict[Any, Any], key: object, node: Shared) -> Shared:
    if len(kept) == _SHARED:
        kept.clear()  # what repeats comes back at once; the rest would be kept for nothing
    kept[key] = node
    return node


class _Open:
    """An element that is not closed yet: its tag and place, and what it holds so far; text as plain strings.

    ``places`` tells where the elements in ``held`` begin, as far as places are told.
    """

    __slots__ = ("held", "place", "places", "tag")

    def __init__(self, tag: _Tag, place: str | None) -> None:
        self.tag = tag
        self.place = place
        self.held: list[Any] = []
        self.places: list[str] = []


class MarkupParser:
    """Builds one Document. ``styles`` are the known style names.

    Markup may carry processing instructions ``<?at PLACE?>`` before its tags, and no others; ``place`` is then that
    of the tag which is being read, for whoever must say where a fault stands.
    """

    def __init__(self, styles: Iterable[str]) -> None:
        self._styles = frozenset(styles)
        self._open: list[_Open] = []
        self._document: Document | None = None
        self._tags: dict[tuple[str | None, ...], _Tag] = {}
        self._cells: dict[str, Cell] = {}
        self.place: str | None = None
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.ordered_attributes = True
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
                self._read(chunk)
            self._parser.Parse("", True)
        except expat.ExpatError as error:
            raise self._not_markup(error) from error
        finally:
            # It holds this one by its handlers, and with it the document, of which a long run makes thousands.
            del self._parser
        if self._document is None:
            raise TemplateFault(faults.NOT_MARKUP, reason="<document>")
        return self._document

    def _read(self, chunk: str) -> None:
        """Read ``chunk``; where it is a row, the cells that came before letter by letter are not read again."""
        opening, cell, _ = chunk.partition("<cell")
        # Without comments and the like, "</cell>" is the end of a cell or, inside anything else, a fault.
        if not (cell and _ROW.fullmatch(opening)) or "<!" in chunk or "<?" in chunk:
            self._parser.Parse(chunk, False)
            return
        outer = self._open[-1:]
        self._parser.Parse(opening, False)
        if self._open[-1:] == outer:  # a comment is open, or the reader waits for more
            self._parser.Parse(chunk[len(opening) :], False)
        else:
            self._read_cells(self._open[-1], chunk[len(opening) :].split(_CELL_END))

    def _read_cells(self, row: _Open, parts: list[str]) -> None:
        """Read what stands behind the start tag of ``row``, parted by the ends of cells."""
        last = len(parts) - 1
        for index, part in enumerate(parts[:last]):
            known = self._cells.get(part)
            if known is not None:
                row.held.append(known)
                continue
            before = len(row.held)
            self._parser.Parse(part + _CELL_END, False)
            if self._open[-1:] != [row] or len(row.held) == before:
                self._parser.Parse(_CELL_END.join(parts[index + 1 :]), False)
                return
            if part.lstrip().startswith("<cell"):
                _keep(self._cells, part, row.held[-1])
        self._parser.Parse(parts[last], False)

    def _not_markup(self, error: expat.ExpatError) -> TemplateFault:
        message = expat.ErrorString(error.code)
        unclosed = (expat.errors.XML_ERROR_TAG_MISMATCH, expat.errors.XML_ERROR_NO_ELEMENTS)
        if self._open and message in unclosed:
            self.place = self._open[-1].place
            return TemplateFault(faults.UNCLOSED, name=self._open[-1].tag.name)
        return TemplateFault(faults.NOT_MARKUP, reason=message)

    def _instruction(self, target: str, data: str) -> None:
        if target != PLACE_TARGET:
            raise TemplateFault(faults.NOT_MARKUP, reason=f"<?{target} …?>")
        self.place = data

    def _doctype(self, *_: object) -> None:
        raise TemplateFault(faults.NOT_MARKUP, reason="<!DOCTYPE>")

    def _start(self, name: str, given: list[str]) -> None:
        parent = self._open[-1].tag.name if self._open else None
        written = (parent, name, *given)
        tag = self._tags.get(written)
        if tag is None:
            self._place_below(parent, name)
            attributes = self._attributes(name, dict(zip(given[::2], given[1::2], strict=True)))
            tag = self._tags[written] = _Tag(name, ELEMENTS[name].text, attributes)
        self._open.append(_Open(tag, self.place))

    def _place_below(self, parent: str | None, name: str) -> None:
        """Refuse an element ``name`` that does not exist or may not stand in ``parent``."""
        if name not in ELEMENTS:
            raise unknown(faults.UNKNOWN_ELEMENT, name, ELEMENTS)
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

    def _attributes(self, element: str, given: dict[str, str]) -> dict[str, Any]:
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
        if inside.tag.text:
            inside.held.append(_LAYOUT_SPACE.sub(" ", text) if "\n" in text else text)
        elif not text.isspace():
            raise TemplateFault(faults.STRAY_TEXT, text=text.strip()[:40], parent=inside.tag.name)

    def _end(self, name: str) -> None:
        closed = self._open.pop()
        make = _MAKERS.get(name)
        if make:
            outer = self._open[-1]
            if closed.place is not None:
                outer.places.append(closed.place)
            outer.held.append(make(closed.tag, closed.held))
            if name == "table":
                self._judge_grid(outer.held[-1], closed.places)
        elif name == "document":
            self._document = Document(closed.tag.attributes["title"], tuple(closed.held))
        else:
            self._open[-1].held.extend(_emphasised(name, closed.held))

    def _judge_grid(self, table: Table, places: list[str]) -> None:
        uneven = _uneven_row(table)
        if uneven:
            index, found = uneven
            if index < len(places):
                self.place = places[index]
            raise TemplateFault(faults.GRID, found=found, expected=len(table.widths))


def _emphasised(name: str, held: list[Inline | str]) -> Iterator[Inline]:
    for inline in _inlines(held):
        if isinstance(inline, Text):
            yield _EMPHASES[name](inline)
        else:
            yield inline


def _inlines(held: Iterable[Inline | str]) -> Iterator[Inline]:
    return (Text(each) if isinstance(each, str) else each for each in held)


def _break(*_: object) -> Break:
    return Break()


def _paragraph(tag: _Tag, held: list[Inline | str]) -> Paragraph:
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


def _new_paragraph(tag: _Tag, inlines: tuple[Inline, ...]) -> Paragraph:
    attributes = tag.attributes
    return Paragraph(attributes["style"], inlines, attributes.get("rule", 0.0), "keep" in attributes)


def _cell(tag: _Tag, held: list[Paragraph]) -> Cell:
    if len(held) != 1:
        return _new_cell(tag, held)
    # The cell keeps its paragraph, so no other object can come to this number.
    key = id(held[0])
    cell: Cell | None = tag.shared.get(key)
    if cell is None:
        cell = tag.share(key, _new_cell(tag, held))
    return cell


def _new_cell(tag: _Tag, held: list[Paragraph]) -> Cell:
    return Cell(tuple(held), tag.attributes.get("colspan", 1), tag.attributes.get("rowspan", 1))


def _row(tag: _Tag, held: list[Cell]) -> Row:
    return Row(tuple(held), "header" in tag.attributes, "keep" in tag.attributes, splits="split" in tag.attributes)


def _section(tag: _Tag, held: list[Block]) -> Section:
    orientation = cast("Orientation", tag.attributes.get("orientation", "portrait"))
    return Section(tuple(held), orientation, "opens" in tag.attributes)


_MAKERS: dict[str, Callable[[_Tag, list[Any]], _Node]] = {
    "br": _break,
    "p": _paragraph,
    "column": lambda _, held: tuple(held),
    "columns": lambda tag, held: Columns(tag.attributes["widths"], tuple(held)),
    "cell": _cell,
    "row": _row,
    "table": lambda tag, held: Table(tag.attributes["widths"], tuple(held)),
    "section": _section,
}


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


def _uneven_row(table: Table) -> tuple[int, int] | None:
    """The first row that does not fill the grid of ``table``, with the cells that it takes.

    Where the last rows are missing that a ``rowspan`` reaches for: the row after the last, which takes none.
    """
    width = len(table.widths)
    covered = [0] * width
    for index, row in enumerate(table.rows):
        free = covered.count(0)
        taken = sum([cell.colspan for cell in row.cells])
        if taken != free:
            return index, width - free + taken
        if free < width or any(cell.rowspan > 1 for cell in row.cells):
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
