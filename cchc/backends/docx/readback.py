"""A second reading of a DOCX file: the rows of its tables and the lines of its text, for comparison with a plan.

It shares no code with the writer, and knows no more than the format: what a paragraph is named, which
tables have borders and which empty paragraphs are too low for text it takes from the file's own styles.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from cchc.backends.docx.part_readers import WORD, Attributes, PartReader, StylesReader
from cchc.backends.docx.unpacking import BrokenFileError, Package

__all__ = ["BrokenFileError", "ReadRow", "Reading", "read_back"]

_FOOTNOTES = "word/footnotes.xml"
_OFF = frozenset({"0", "false", "off"})
_CELL, _CELL_END = b"<w:tc>", b"</w:tc>"
_KNOWN = 4_096
"""Contents of cells, of some 250 bytes each, that are kept because they may come again."""


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
_GOING: Mapping[Settled, str] = {"accepted": f"{WORD}del", "rejected": f"{WORD}ins"}


def read_back(data: bytes, settled: Settled = "accepted") -> Reading:
    """Read a DOCX file, its tracked changes ``settled``. Raises BrokenFileError (a ValueError) for bytes that are none.

    Footnotes are read whole, those of deleted words too.
    """
    package = Package(data)
    styles = StylesReader()
    styles.read(package.chunks("word/styles.xml"))
    body = _BodyReader(styles, _GOING[settled])
    body.read(package.chunks("word/document.xml"))
    notes = _BodyReader(styles, _GOING[settled])
    if _FOOTNOTES in package.names:
        notes.read(package.chunks(_FOOTNOTES))
    words = tuple(text.strip() for _, text in notes.paragraphs)
    return Reading(tuple(body.tables), tuple(body.paragraphs), tuple(filter(None, words)))


@dataclass(slots=True)
class _Cell:
    continued: bool = False
    texts: list[str] = field(default_factory=list)

    def copy(self) -> "_Cell":
        """One to which paragraphs may come that do not come to this."""
        return _Cell(self.continued, self.texts.copy())

    @property
    def reading(self) -> str | None:
        """Its text; None where the cell above goes on."""
        return None if self.continued else "\n".join(self.texts)


@dataclass(slots=True)
class _OpenRow:
    header: bool = False
    goes: bool = False
    cells: list[str | None] = field(default_factory=list)


class _BodyReader(PartReader):
    """Reads the body from the first paragraph to the last, without what a revision named ``going`` is about."""

    def __init__(self, styles: StylesReader, going: str) -> None:
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
        self._cell_at = -1  # where the last cell begins, in the bytes that the parser was given
        self._style = ""
        self._text: list[str] = []
        self.starts = self._start_handlers()
        self.ends = self._end_handlers()

    def unread(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """The ``chunks`` without the contents of cells that stood in this part before: the same bytes say the same.

        Seven cells in ten of a long table are such, and without them it is read in half the time. The parser says
        whether a cell begins and ends where these bytes look like it; one that is written otherwise is not left out.
        """
        known: dict[bytes, _Cell] = {}
        given = 0
        at_cell = False
        for piece, opening in _cut(chunks):
            if at_cell and opening and (cell := known.get(piece)):
                self._row.cells.append(cell.reading)
                continue  # left out or not, the parser is at the beginning of a cell
            content, end, below = piece.partition(_CELL_END)
            content, below = content + end, below + opening
            at_cell = at_cell and bool(end)
            if at_cell and (cell := known.get(content)):
                self._cell = cell.copy()
                below = end + below
            else:
                row, cell, filled = self._row, self._cell, len(self._row.cells)
                yield content
                given += len(content)
                if at_cell and self._settled and self._cell is cell and self._row is row and len(row.cells) > filled:
                    if len(known) == _KNOWN:
                        known.clear()
                    known[content] = cell.copy()
            yield below
            given += len(below)
            at_cell = self._cell_at == given - len(_CELL) and self._settled

    @property
    def _settled(self) -> bool:
        """Whether nothing from above has a say in what the next cell of a bordered table is."""
        return self._rows is not None and not self._skipped and not self._end_goes

    def _start_handlers(self) -> dict[str, Callable[[Attributes], None]]:
        return {
            f"{WORD}tblStyle": self._table_style,
            f"{WORD}tr": self._row_starts,
            f"{WORD}tblHeader": self._header,
            f"{WORD}tc": self._cell_starts,
            f"{WORD}vMerge": self._merge,
            f"{WORD}p": self._paragraph_starts,
            f"{WORD}pStyle": self._paragraph_style,
            f"{WORD}t": self._characters_start,
            f"{WORD}delText": self._characters_start,
            f"{WORD}br": lambda _: self._add("\n"),
            f"{WORD}noBreakHyphen": lambda _: self._add("-"),
            f"{WORD}trPr": self._row_properties_start,
            f"{WORD}pPr": self._properties_start,
            self._going: self._going_starts,
        }

    def _end_handlers(self) -> dict[str, Callable[[], None]]:
        return {
            f"{WORD}tbl": self._table_ends,
            f"{WORD}tr": self._row_ends,
            f"{WORD}tc": self._cell_ends,
            f"{WORD}p": self._paragraph_ends,
            f"{WORD}t": self._characters_end,
            f"{WORD}delText": self._characters_end,
            f"{WORD}trPr": self._row_properties_end,
            f"{WORD}pPr": self._properties_end,
            self._going: self._going_ends,
        }

    def _table_style(self, attributes: Attributes) -> None:
        if attributes.get(f"{WORD}val") in self._styles.bordered:
            self._rows = []

    def _table_ends(self) -> None:
        # A table of which no row is left is none.
        if self._rows:
            self.tables.append(tuple(self._rows))
        self._rows = None

    def _row_starts(self, _: Attributes) -> None:
        self._row = _OpenRow()

    def _header(self, attributes: Attributes) -> None:
        self._row.header = attributes.get(f"{WORD}val") not in _OFF

    def _row_ends(self) -> None:
        if self._rows is not None and not self._row.goes:
            self._rows.append(ReadRow(self._row.header, tuple(self._row.cells)))

    def _cell_starts(self, _: Attributes) -> None:
        self._cell = _Cell()
        self._cell_at = self._parser.CurrentByteIndex

    def _merge(self, attributes: Attributes) -> None:
        self._cell.continued = attributes.get(f"{WORD}val", "continue") == "continue"

    def _cell_ends(self) -> None:
        self._row.cells.append(self._cell.reading)

    def _row_properties_start(self, _: Attributes) -> None:
        self._in_row_properties = True

    def _row_properties_end(self) -> None:
        self._in_row_properties = False

    def _properties_start(self, _: Attributes) -> None:
        self._in_properties = True

    def _properties_end(self) -> None:
        self._in_properties = False

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
        self._style = attributes.get(f"{WORD}val", "")

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


def _cut(chunks: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """The bytes of ``chunks``, cut around what looks like the beginning of a cell, as (those above, those of it)."""
    rest = b""
    for chunk in chunks:
        *pieces, rest = (rest + chunk).split(_CELL)
        for piece in pieces:
            yield piece, _CELL
        if not pieces:  # a hostile file has no cell in all its megabytes
            yield rest, b""
            rest = b""
    yield rest, b""
