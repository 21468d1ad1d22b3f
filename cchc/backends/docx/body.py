"""The body of a document as a stream of WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc.backends.docx.bookmarks import bookmarked, document_bookmarks
from cchc.backends.docx.columns import columns_table
from cchc.backends.docx.comments import Comments
from cchc.backends.docx.footnotes import Footnotes
from cchc.backends.docx.namespaces import DECLARATION, MAIN, RELATIONSHIPS
from cchc.backends.docx.paragraphs import Paragraphs, spacer
from cchc.backends.docx.sections import section_properties, text_width
from cchc.backends.docx.tables import Tables
from cchc.document.nodes import Block, Columns, Document, Inline, Note, Paragraph, Section, Table, Tracked
from cchc.document.style import StyleSheet


def body(document: Document, sheet: StyleSheet, notes: Footnotes, comments: Comments) -> Iterator[str]:
    """The text of ``word/document.xml`` in small pieces.

    The footnotes and comments that it refers to are added to ``notes`` and ``comments``.

    Raises KeyError for a style or an orientation that is not in the sheet, ValueError for a document
    without sections, a table whose spans do not add up and a character that XML cannot carry.
    """
    if not document.sections:
        raise ValueError("a document needs a section")
    writer = _Body(sheet, notes, comments)
    yield f'{DECLARATION}<w:document xmlns:w="{MAIN}" xmlns:r="{RELATIONSHIPS}"><w:body>'
    if _opens_with_table(document) and (comments.expected or _has_notes(document)):
        # LibreOffice keeps an empty line of full height over a table that opens a file with footnotes or comments.
        yield spacer(keep_next=True)
    bookmarks = iter(document_bookmarks(document))
    for section in document.sections:
        written = writer.section(section, last=section is document.sections[-1])
        yield from bookmarked(written, next(bookmarks)) if section.opens_document else written
    yield "</w:body></w:document>"


def _opens_with_table(document: Document) -> bool:
    blocks = document.sections[0].blocks
    return bool(blocks) and not isinstance(blocks[0], Paragraph)


def _has_notes(document: Document) -> bool:
    return any(_has_note(inline) for each in document.different_paragraphs() for inline in each.inlines)


def _has_note(inline: Inline) -> bool:
    return isinstance(inline, Note) or (isinstance(inline, Tracked) and any(map(_has_note, inline.runs)))


class _Body:
    def __init__(self, sheet: StyleSheet, notes: Footnotes, comments: Comments) -> None:
        self._pages = sheet.pages
        self._paragraphs = Paragraphs(sheet, notes, comments)
        self._tables = Tables(self._paragraphs, sheet.cell_padding, comments)

    def section(self, section: Section, last: bool) -> Iterator[str]:
        """Its last paragraph carries a section's properties; the last section's stand by themselves.

        A table cannot carry them and cannot end a body either: a spacer follows it. It follows a paragraph, too, that
        goes when revisions are accepted or rejected.
        """
        page = self._pages[section.orientation]
        width = text_width(page)
        properties = section_properties(section, page)
        carried = "" if last else properties
        final = section.blocks[-1] if section.blocks else None
        if isinstance(final, Paragraph) and final.mark is None:
            yield from self._flow(section.blocks[:-1], width)
            yield self._paragraphs.paragraph(final, width, section=carried)
        else:
            yield from self._flow(_ending_together(section.blocks), width)
            yield spacer(section=carried)
        if last:
            yield properties

    def _flow(self, blocks: Sequence[Block], width: int) -> Iterator[str]:
        """Blocks one below the other; two tables that touch would be one, so a spacer parts them.

        So would those with nothing between them that stays when revisions are accepted or rejected.
        """
        below_table = False
        for item in _joined(blocks):
            is_table = not isinstance(item, Paragraph)
            if is_table and below_table:
                yield spacer(keep_next=True)
            yield from self._item(item, width)
            below_table = is_table or (below_table and isinstance(item, Paragraph) and item.mark is not None)

    def _item(self, item: Paragraph | Table | list[Columns], width: int) -> Iterator[str]:
        match item:
            case Paragraph():
                yield self._paragraphs.paragraph(item, width)
            case Table():
                yield from self._tables.table(item, width)
            case _:
                yield from columns_table(item, width, self._paragraphs)


def _ending_together(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks; a last table's last row keeps with the spacer below, which so never makes a page of its own."""
    if not blocks or not isinstance(blocks[-1], Table) or not blocks[-1].rows:
        return blocks
    table = blocks[-1]
    last_row = table.rows[-1]._replace(keep_next=True)
    return (*blocks[:-1], table._replace(rows=(*table.rows[:-1], last_row)))


def _joined(blocks: Sequence[Block]) -> Iterator[Paragraph | Table | list[Columns]]:
    """The blocks, with those blocks of columns together that follow each other in the same widths."""
    side_by_side: list[Columns] = []
    for block in blocks:
        if side_by_side and not (isinstance(block, Columns) and block.widths == side_by_side[0].widths):
            yield side_by_side
            side_by_side = []
        if isinstance(block, Columns):
            side_by_side.append(block)
        else:
            yield block
    if side_by_side:
        yield side_by_side
