"""The nodes of a document: sections, blocks and inline text, frozen and free of any format."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple, TypeAlias

Orientation: TypeAlias = Literal["portrait", "landscape"]


class Comment(NamedTuple):
    """What somebody says beside the text: ``author``, also in short, and the paragraphs, parted by ``\\n``."""

    author: str
    initials: str
    text: str


class Revision(NamedTuple):
    """That something was inserted or deleted: by whom, when (a time in UTC; absent: not said).

    Revisions of one ``group`` are of one change; 0 is for what only follows from others.
    """

    kind: Literal["inserted", "deleted"]
    author: str
    date: datetime | None = None
    group: int = 0


class Text(NamedTuple):
    """A run of characters. ``bold`` and ``italic`` are absent where the paragraph's style decides.

    U+00A0 is a no-break space and U+2011 a no-break hyphen; no other control or layout character occurs. ``comments``
    speak of these characters alone. ``strike``: a line is drawn through them.
    """

    text: str
    bold: bool | None = None
    italic: bool | None = None
    comments: tuple[Comment, ...] = ()
    strike: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line inside a paragraph."""


class Note(NamedTuple):
    """A footnote: its mark stands here, its words at the foot of the page."""

    text: str


Run: TypeAlias = Text | Break | Note


class Tracked(NamedTuple):
    """Runs that were inserted or deleted. ``comments`` speak of them and go where they go."""

    revision: Revision
    runs: tuple[Run, ...]
    comments: tuple[Comment, ...] = ()


Inline: TypeAlias = Run | Tracked
_WITH_COMMENTS = (Text, Tracked)


class Paragraph(NamedTuple):
    """A paragraph in a named style.

    ``rule`` is the length of the solid line drawn under it, as a share of its longest line (0: none; 1
    under the motto, 1/3 to 1/2 elsewhere: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II). ``keep_next`` holds
    it on the page of what follows. ``comments`` speak of the whole paragraph. ``mark`` is the revision of
    its end: a paragraph without its end is one with the next.
    """

    style: str
    inlines: tuple[Inline, ...]
    rule: float = 0.0
    keep_next: bool = False
    comments: tuple[Comment, ...] = ()
    mark: Revision | None = None

    @property
    def text(self) -> str:
        """The characters of the paragraph, a line break as ``\\n``; the words of footnotes stand elsewhere.

        Those that were inserted and those that were deleted are among them.
        """
        return "".join(map(_characters, self.inlines))


def _characters(inline: Inline) -> str:
    match inline:
        case Break():
            return "\n"
        case Note():
            return ""
        case Text():
            return inline.text
        case Tracked():
            return "".join(map(_characters, inline.runs))


class Columns(NamedTuple):
    """Blocks side by side without borders: the letterhead, the recipients beside the signature.

    ``widths`` are shares of the text width, one per column. A block of columns never splits over two pages.
    ``revision`` is that of the whole block; its paragraphs bear it too.
    """

    widths: tuple[float, ...]
    columns: tuple[tuple[Paragraph, ...], ...]
    revision: Revision | None = None


class Cell(NamedTuple):
    """A cell of a table. ``colspan`` and ``rowspan`` count grid columns and rows, from 1."""

    paragraphs: tuple[Paragraph, ...]
    colspan: int = 1
    rowspan: int = 1


class Row(NamedTuple):
    """A row of a table; cells that a ``rowspan`` above covers are left out, as in HTML.

    ``header`` rows come first and repeat on every page; ``keep_next`` holds the row on the page of the next.
    ``comments`` speak of the row from its first cell to its last. ``revision`` is that of the whole row; its
    paragraphs bear it too. ``splits``: it may go on over the end of a page.
    """

    cells: tuple[Cell, ...]
    header: bool = False
    keep_next: bool = False
    comments: tuple[Comment, ...] = ()
    revision: Revision | None = None
    splits: bool = False


class Table(NamedTuple):
    """A bordered table; ``widths`` are shares of the text width, one per grid column."""

    widths: tuple[float, ...]
    rows: tuple[Row, ...]


Block: TypeAlias = Paragraph | Columns | Table


class Section(NamedTuple):
    """Pages of one orientation.

    ``opens_document``: the page count starts at 1 and the first page shows no number (Nghị định
    30/2020/NĐ-CP, Phụ lục I, Mục I.7 and Mục III.1đ); otherwise the count goes on and is shown.
    """

    blocks: tuple[Block, ...]
    orientation: Orientation = "portrait"
    opens_document: bool = True


class Document(NamedTuple):
    """A whole file: its title, as the file's properties carry it, and its sections."""

    title: str
    sections: tuple[Section, ...]

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph in reading order, those of columns and cells included."""
        for section in self.sections:
            for block in section.blocks:
                yield from _paragraphs(block)

    def different_paragraphs(self) -> Iterator[Paragraph]:
        """As ``paragraphs``, those of a cell once that stands in many places, and in no order."""
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, Table):
                    cells = {id(cell): cell for row in block.rows for cell in row.cells}
                    yield from (paragraph for cell in cells.values() for paragraph in cell.paragraphs)
                else:
                    yield from _paragraphs(block)

    @property
    def commented(self) -> bool:
        """Whether anything in it bears a comment."""
        blocks = [block for section in self.sections for block in section.blocks]
        if any(row.comments for block in blocks if isinstance(block, Table) for row in block.rows):
            return True
        return any(map(_is_commented, self.different_paragraphs()))


def _is_commented(paragraph: Paragraph) -> bool:
    for inline in paragraph.inlines:
        if isinstance(inline, _WITH_COMMENTS) and inline.comments:
            return True
    return bool(paragraph.comments)


def _paragraphs(block: Block) -> Iterator[Paragraph]:
    match block:
        case Paragraph():
            yield block
        case Columns():
            for column in block.columns:
                yield from column
        case Table():
            for row in block.rows:
                for cell in row.cells:
                    yield from cell.paragraphs
