"""What of one document is what of another, and which changes a person would name: what a redline is made from.

Blocks, rows and paragraphs are named by their numbers in reading order from 0, each kind counted over the whole
document; paragraphs as ``Document.paragraphs`` gives them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from cchc.document.nodes import Block, Columns, Document, Paragraph, Row, Table

WHOLE = sys.maxsize
"""Behind the last character of any paragraph."""


class Stretch(NamedTuple):
    """Characters of a paragraph, from ``start`` to ``end`` (exclusive); a line break and a footnote are one each.

    Of several changes that speak of a word, the one with the highest ``rank`` has it, then the one with the shortest
    stretch. ``label``: it is the number with which the paragraph begins, of which no other stretch speaks.
    """

    paragraph: int
    start: int = 0
    end: int = WHOLE
    rank: int = 0
    label: bool = False


class Change(NamedTuple):
    """One change as a person would count it: the stretches of both documents that it is about.

    A row that was added is all its paragraphs in the new one; a word that was put for another is in a paragraph of
    each. ``comment`` says what cannot be seen, such as where a row came from.
    """

    old: tuple[Stretch, ...]
    new: tuple[Stretch, ...]
    comment: str = ""


class Alignment(NamedTuple):
    """Pairs (number in the old, number in the new) of blocks, of rows in them, and of paragraphs in cells and columns.

    They ascend on both sides. What is in no pair was deleted or inserted. What differs and is of none of ``changes``
    follows from them, as the labels below an inserted row do.
    """

    blocks: tuple[tuple[int, int], ...]
    rows: tuple[tuple[int, int], ...]
    paragraphs: tuple[tuple[int, int], ...]
    changes: tuple[Change, ...]


class Same(NamedTuple):
    """What stays of rows, and of paragraphs in cells and columns: the number in the new document by that in the old."""

    rows: Mapping[int, int]
    paragraphs: Mapping[int, int]


class PlacedRow(NamedTuple):
    """A row, its number, and that of its first paragraph."""

    row: Row
    number: int
    first: int

    @property
    def paragraphs(self) -> range:
        """The numbers of its paragraphs."""
        return range(self.first, self.first + sum(len(cell.paragraphs) for cell in self.row.cells))

    @property
    def cells(self) -> Iterator[range]:
        """The numbers of the paragraphs of each cell."""
        first = self.first
        for cell in self.row.cells:
            yield range(first, first + len(cell.paragraphs))
            first += len(cell.paragraphs)


class PlacedBlock(NamedTuple):
    """A block, the number of its section, its own, that of its first paragraph, and its rows if it is a table."""

    block: Block
    section: int
    number: int
    first: int
    rows: tuple[PlacedRow, ...]

    @property
    def paragraphs(self) -> range:
        """The numbers of its paragraphs."""
        return range(self.first, self.first + _count(self.block))

    @property
    def columns(self) -> Iterator[range]:
        """The numbers of the paragraphs of each column; none where the block has none."""
        first = self.first
        for column in self.block.columns if isinstance(self.block, Columns) else ():
            yield range(first, first + len(column))
            first += len(column)


def placed_blocks(document: Document) -> tuple[PlacedBlock, ...]:
    """The blocks of ``document`` with their numbers."""
    return tuple(_placed(document))


def _placed(document: Document) -> Iterator[PlacedBlock]:
    number = paragraph = row = 0
    for index, section in enumerate(document.sections):
        for block in section.blocks:
            rows: list[PlacedRow] = []
            if isinstance(block, Table):
                first = paragraph
                for each in block.rows:
                    rows.append(PlacedRow(each, row, first))
                    first = rows[-1].paragraphs.stop
                    row += 1
            yield PlacedBlock(block, index, number, paragraph, tuple(rows))
            number += 1
            paragraph += _count(block)


def _count(block: Block) -> int:
    match block:
        case Paragraph():
            return 1
        case Columns():
            return sum(map(len, block.columns))
        case Table():
            return sum(len(cell.paragraphs) for row in block.rows for cell in row.cells)
