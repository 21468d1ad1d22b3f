"""A second reading of a DOCX file: the rows of its tables and the lines of its text, for comparison with a plan.

It shares no code with the writer, and knows no more than the format: what a paragraph is named, which
tables have borders and which empty paragraphs are too low for text it takes from the file's own styles.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from cchc.backends.docx.guarded_xml import guarded_parser, parse
from cchc.backends.docx.unpacking import BrokenFileError, Package

__all__ = ["BrokenFileError", "ReadRow", "Reading", "read_back"]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_FOOTNOTES = "word/footnotes.xml"
_OFF = frozenset({"0", "false", "off"})
_NO_BORDER = frozenset({"nil", "none"})
_SIDES = ("top", "left", "start", "bottom", "right", "end", "insideH", "insideV")
_LOWEST_TEXT = 40
"""Twips: an empty line of an exact height up to this is no line of text."""

Attributes = dict[str, str]


class ReadRow(NamedTuple):
    """A row of a bordered table: its cells from left to right, None where a cell above goes on.

    The paragraphs and lines of a cell are parted by ``\\n``.
    """

    header: bool
    cells: tuple[str | None, ...]


class Reading(NamedTuple):
    """What stands in a file, no-break characters as plain ones.

    ``paragraphs`` are those outside bordered tables, in reading order, as (style label, text); ``notes`` the
    paragraphs at the feet of pages.
    """

    tables: tuple[tuple[ReadRow, ...], ...]
    paragraphs: tuple[tuple[str, str], ...]
    notes: tuple[str, ...] = ()


Settled = Literal["accepted", "rejected"]
_GOING: Mapping[Settled, str] = {"accepted": f"{_W}del", "rejected": f"{_W}ins"}


def read_back(data: bytes, settled: Settled = "accepted") -> Reading:
    """Read a DOCX file, its tracked changes ``settled``. Raises BrokenFileError (a ValueError) for bytes that are none.

    Footnotes are read whole, those of deleted words too.
    """
    package = Package(data)
    styles = _StylesReader()
    styles.read(package.chunks("word/styles.xml"))
    body = _BodyReader(styles, _GOING[settled])
    body.read(package.chunks("word/document.xml"))
    notes = _BodyReader(styles, _GOING[settled])
    if _FOOTNOTES in package.names:
        notes.read(package.chunks(_FOOTNOTES))
    words = tuple(text.strip() for _, text in notes.paragraphs)
    return Reading(tuple(body.tables), tuple(body.paragraphs), tuple(filter(None, words)))


class _PartReader:
    """Calls ``starts`` and ``ends`` by element name while a part is parsed."""

    def __init__(self) -> None:
        self.starts: dict[str, Callable[[Attributes], None]] = {}
        self.ends: dict[str, Callable[[], None]] = {}
        self._parser = guarded_parser()

    def read(self, chunks: Iterable[bytes]) -> None:
        starts, ends = self.starts, self.ends

        def start(name: str, attributes: Attributes) -> None:
            if take := starts.get(name):
                take(attributes)

        def end(name: str) -> None:
            if take := ends.get(name):
                take()

        self._parser.StartElementHandler = start
        self._parser.EndElementHandler = end
        parse(self._parser, chunks)
        # They hold this reader, and with it all that was read, of which a long run reads thousands.
        self._parser.StartElementHandler = self._parser.EndElementHandler = None
        starts.clear()
        ends.clear()


class _StylesReader(_PartReader):
    """Reads the styles: their labels, which draw borders around tables, which are too low for text."""

    def __init__(self) -> None:
        super().__init__()
        self.labels: dict[str, str] = {}
        self.bordered: set[str] = set()
        self.low: set[str] = set()
        self._style = ""
        self._in_table_borders = False
        self.starts = {
            f"{_W}style": self._style_starts,
            f"{_W}name": self._name,
            f"{_W}spacing": self._spacing,
            f"{_W}tblBorders": lambda _: self._table_borders(True),
            **{f"{_W}{side}": self._side for side in _SIDES},
        }
        self.ends = {f"{_W}tblBorders": lambda: self._table_borders(False)}

    def _style_starts(self, attributes: Attributes) -> None:
        self._style = attributes.get(f"{_W}styleId", "")

    def _name(self, attributes: Attributes) -> None:
        self.labels[self._style] = attributes.get(f"{_W}val", "")

    def _spacing(self, attributes: Attributes) -> None:
        height = attributes.get(f"{_W}line", "")
        exact = attributes.get(f"{_W}lineRule") == "exact" and height.isdecimal()
        if exact and int(height) <= _LOWEST_TEXT:
            self.low.add(self._style)

    def _table_borders(self, inside: bool) -> None:
        self._in_table_borders = inside

    def _side(self, attributes: Attributes) -> None:
        if self._in_table_borders and attributes.get(f"{_W}val") not in _NO_BORDER:
            self.bordered.add(self._style)


@dataclass(slots=True)
class _Cell:
    continued: bool = False
    texts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _OpenRow:
    header: bool = False
    goes: bool = False
    cells: list[str | None] = field(default_factory=list)


class _BodyReader(_PartReader):
    """Reads the body from the first paragraph to the last, without what a revision named ``going`` is about."""

    def __init__(self, styles: _StylesReader, going: str) -> None:
        super().__init__()
        self._styles = styles
        self._going = going
        self._in_row_properties = self._in_properties = self._end_goes = False
        self._skipped = 0  # how many revisions around the place make it go
        self.tables: list[tuple[ReadRow, ...]] = []
        self.paragraphs: list[tuple[str, str]] = []
        self._rows: list[ReadRow] | None = None  # the rows of the open table, if it has borders
        self._row = _OpenRow()
        self._cell = _Cell()
        self._style = ""
        self._text: list[str] = []
        self.starts = self._start_handlers()
        self.ends = self._end_handlers()

    def _start_handlers(self) -> dict[str, Callable[[Attributes], None]]:
        return {
            f"{_W}tblStyle": self._table_style,
            f"{_W}tr": self._row_starts,
            f"{_W}tblHeader": self._header,
            f"{_W}tc": self._cell_starts,
            f"{_W}vMerge": self._merge,
            f"{_W}p": self._paragraph_starts,
            f"{_W}pStyle": self._paragraph_style,
            f"{_W}t": self._characters_start,
            f"{_W}delText": self._characters_start,
            f"{_W}br": lambda _: self._add("\n"),
            f"{_W}noBreakHyphen": lambda _: self._add("-"),
            f"{_W}trPr": lambda _: self._row_properties(True),
            f"{_W}pPr": lambda _: self._properties(True),
            self._going: self._going_starts,
        }

    def _end_handlers(self) -> dict[str, Callable[[], None]]:
        return {
            f"{_W}tbl": self._table_ends,
            f"{_W}tr": self._row_ends,
            f"{_W}tc": self._cell_ends,
            f"{_W}p": self._paragraph_ends,
            f"{_W}t": self._characters_end,
            f"{_W}delText": self._characters_end,
            f"{_W}trPr": lambda: self._row_properties(False),
            f"{_W}pPr": lambda: self._properties(False),
            self._going: self._going_ends,
        }

    def _table_style(self, attributes: Attributes) -> None:
        if attributes.get(f"{_W}val") in self._styles.bordered:
            self._rows = []

    def _table_ends(self) -> None:
        # A table of which no row is left is none.
        if self._rows:
            self.tables.append(tuple(self._rows))
        self._rows = None

    def _row_starts(self, _: Attributes) -> None:
        self._row = _OpenRow()

    def _header(self, attributes: Attributes) -> None:
        self._row.header = attributes.get(f"{_W}val") not in _OFF

    def _row_ends(self) -> None:
        if self._rows is not None and not self._row.goes:
            self._rows.append(ReadRow(self._row.header, tuple(self._row.cells)))

    def _cell_starts(self, _: Attributes) -> None:
        self._cell = _Cell()

    def _merge(self, attributes: Attributes) -> None:
        self._cell.continued = attributes.get(f"{_W}val", "continue") == "continue"

    def _cell_ends(self) -> None:
        self._row.cells.append(None if self._cell.continued else "\n".join(self._cell.texts))

    def _row_properties(self, inside: bool) -> None:
        self._in_row_properties = inside

    def _properties(self, inside: bool) -> None:
        self._in_properties = inside

    def _going_starts(self, _: Attributes) -> None:
        if self._in_row_properties:
            self._row.goes = True
        elif self._in_properties:
            self._end_goes = True
        else:
            self._skipped += 1

    def _going_ends(self) -> None:
        if not (self._in_row_properties or self._in_properties):
            self._skipped -= 1

    def _paragraph_starts(self, _: Attributes) -> None:
        self._style = ""
        if not self._end_goes:
            self._text = []
        self._end_goes = False

    def _paragraph_style(self, attributes: Attributes) -> None:
        self._style = attributes.get(f"{_W}val", "")

    def _paragraph_ends(self) -> None:
        if self._end_goes:  # what is left of it is one with the next
            return
        text = "".join(self._text).replace("\u00a0", " ").replace("\u2011", "-")
        if not text and self._style in self._styles.low:
            return
        if self._rows is not None:
            self._cell.texts.append(text)
        else:
            self.paragraphs.append((self._styles.labels.get(self._style, self._style), text))

    def _add(self, characters: str) -> None:
        if not self._skipped:
            self._text.append(characters)

    def _characters_start(self, _: Attributes) -> None:
        self._parser.CharacterDataHandler = self._add

    def _characters_end(self) -> None:
        self._parser.CharacterDataHandler = None
