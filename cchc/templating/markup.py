"""The parser of the vocabulary: markup as templates print it to the document tree."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from xml.parsers import expat

from cchc.document.nodes import Cell, Document, Table
from cchc.patterns import deferred
from cchc.templating import faults
from cchc.templating.faults import TemplateFault, unknown
from cchc.templating.grid import uneven_row
from cchc.templating.making import MAKERS, Tag, emphasised, keep, with_text
from cchc.templating.vocabulary import ELEMENTS, BadValue

# Line ends stand in templates only to lay them out; a plan's own text reaches them without any.
_LAYOUT_SPACE = deferred(r"[ \t]*\n\s*")

PLACE_TARGET = "at"
"""The target of the processing instructions that tell where a tag stands."""

_ROW = deferred(r"<row[^<>]*>\s*")
_CELL_END = "</cell>"
_CELL_OF_TEXT = deferred(r"(\s*<cell[^<>]*><p [^<>]*>)([^<>&]*)</p>")
_NO_BREAK_SPACE = "\u00a0"


class _Open:
    """An element that is not closed yet: its tag and place, and what it holds so far; text as plain strings.

    ``places`` tells where the elements in ``held`` begin, as far as places are told.
    """

    __slots__ = ("held", "place", "places", "tag")

    def __init__(self, tag: Tag, place: str | None) -> None:
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
        self._tags: dict[tuple[str | None, ...], Tag] = {}
        self._cells: dict[str, Cell] = {}
        self._cells_by_tags: dict[str, Cell] = {}
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
        """Read ``chunk``. Where it is a row, what came before is not read again: whole cells, and tags around a text.

        Seven tenths of the cells of 10,000 tasks came before, and the others have another text in known tags: this
        takes two thirds off the parser's time.
        """
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
            known = self._cells.get(part) or self._with_other_text(part)
            if known is not None:
                row.held.append(known)
                continue
            before = len(row.held)
            self._parser.Parse(part + _CELL_END, False)
            if self._open[-1:] != [row] or len(row.held) == before:
                self._parser.Parse(_CELL_END.join(parts[index + 1 :]), False)
                return
            if len(row.held) == before + 1 and part.lstrip().startswith("<cell"):
                keep(self._cells, part, row.held[-1])
                if of_text := _CELL_OF_TEXT.fullmatch(part):
                    keep(self._cells_by_tags, of_text[1], row.held[-1])
        self._parser.Parse(parts[last], False)

    def _with_other_text(self, part: str) -> Cell | None:
        """The cell in ``part`` if one that came before differs from it in nothing but a text, this in plain letters.

        What the reader may refuse or replace (control characters, entities, line ends) is left to it.
        """
        of_text = _CELL_OF_TEXT.fullmatch(part)
        if of_text is None:
            return None
        tags, text = of_text.groups()
        alike = self._cells_by_tags.get(tags)
        if alike is None or not text.replace(_NO_BREAK_SPACE, " ").isprintable():
            return None
        return keep(self._cells, part, with_text(alike, text))

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
            tag = self._tags[written] = Tag(name, ELEMENTS[name].text, attributes)
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
        make = MAKERS.get(name)
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
            self._open[-1].held.extend(emphasised(name, closed.held))

    def _judge_grid(self, table: Table, places: list[str]) -> None:
        uneven = uneven_row(table)
        if uneven:
            index, found = uneven
            if index < len(places):
                self.place = places[index]
            raise TemplateFault(faults.GRID, found=found, expected=len(table.widths))
