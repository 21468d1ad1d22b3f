"""Blocks side by side: the letterhead, the recipients beside the signature."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc.backends.docx.measures import split
from cchc.backends.docx.paragraphs import Paragraphs, spacer
from cchc.backends.docx.tables import table_opening
from cchc.document.nodes import Columns, Paragraph

COLUMNS_STYLE = "Columns"
"""The id of the style of the tables, without borders and margins, that hold blocks side by side."""


def columns_table(blocks: Sequence[Columns], width: int, paragraphs: Paragraphs) -> Iterator[str]:
    """One table with a row for each of ``blocks``, which have the same column widths; ``width`` in twips.

    No row splits, and every paragraph keeps with the next, so the block stays whole and is never without
    what it is tied to: a letterhead and its title, the signature and the last lines of the text.

    Raises ValueError when a block has not one column per width.
    """
    widths = split(width, blocks[0].widths)
    yield table_opening(COLUMNS_STYLE, widths)
    for block in blocks:
        if len(block.columns) != len(widths):
            raise ValueError(f"{len(block.columns)} columns with {len(widths)} widths")
        row = paragraphs.revisions.row(block.revision)
        cells = [_cell(column, room, paragraphs) for column, room in zip(block.columns, widths, strict=True)]
        yield f"<w:tr><w:trPr><w:cantSplit/>{row}</w:trPr>{''.join(cells)}</w:tr>"
    yield "</w:tbl>"


def _cell(column: tuple[Paragraph, ...], width: int, paragraphs: Paragraphs) -> str:
    content = "".join([paragraphs.paragraph(paragraph, width, keep_next=True) for paragraph in column])
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content or spacer(keep_next=True)}</w:tc>'
