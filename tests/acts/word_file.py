"""A Word file as python-docx reads it: its lines in printing order and its tables of rows; no code of the compiler."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Protocol

import docx
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tc
from docx.section import Section
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

_PLAIN = str.maketrans({"\u00a0": " ", "\u2011": "-"})
_WORDS_ELSEWHERE = (
    *("w:caps", "w:smallCaps", "w:vanish", "w:specVanish", "w:strike", "w:dstrike", "w:numPr", "w:sym"),
    *("w:ins", "w:del", "w:sdt", "w:txbxContent", "w:footnoteReference", "w:endnoteReference", "w:commentReference"),
)
"""Elements by which a file prints other words than its text runs have, or has words that do not print."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its text, how many columns of the grid it covers, and its part in a vertical merge."""

    text: str
    span: int
    merge: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; ``header``: it stands anew on every page."""

    cells: tuple[Cell, ...]
    header: bool


class _Holder(Protocol):
    """What holds paragraphs and tables: a section or a cell."""

    def iter_inner_content(self) -> Iterator[Paragraph | Table]: ...


class WordFile:
    """A Word file read whole."""

    def __init__(self, path: Path) -> None:
        self._document = docx.Document(str(path))

    @cached_property
    def sections(self) -> list[list[str]]:
        """The lines of each section: paragraphs of body and cells in order, without the empty ones."""
        return [list(_lines(section)) for section in self._document.sections]

    def header_lines(self) -> list[str]:
        """What the page headers and footers say."""
        return [line for section in self._document.sections for line in _page_lines(section) if line]

    @cached_property
    def tables(self) -> list[list[Row]]:
        """The tables of rows; those of the letterhead and the signature, which set lines side by side, are none."""
        return [[_row(row) for row in table.rows] for table in self._document.tables if _has_rows(table)]

    def grids(self) -> list[int]:
        """How many columns the grid of each table of rows has."""
        return [len(table.columns) for table in self._document.tables if _has_rows(table)]

    def lines(self) -> list[str]:
        """The lines of all sections."""
        return [line for section in self.sections for line in section]

    def words_elsewhere(self) -> list[str]:
        """Elements that make the printed words differ from those that the other methods give."""
        parts = (self._document.element, self._document.styles.element)
        return [name for part in parts for name in _WORDS_ELSEWHERE if part.find(f".//{qn(name)}") is not None]


def _lines(holder: _Holder) -> Iterator[str]:
    for block in holder.iter_inner_content():
        if isinstance(block, Table):
            for cell in _in_reading_order(block):
                yield from _lines(cell)
        elif (text := _text(block)).strip("\n"):
            yield text


def _has_rows(table: Table) -> bool:
    """Whether a table is one of rows: its style draws lines between its cells."""
    element = None if table.style is None else table.style.element.find(f".//{qn('w:tblBorders')}")
    return element is not None and element.find(qn("w:insideV")) is not None


def _in_reading_order(table: Table) -> Iterator[_Cell]:
    """The cells of a table of rows by rows; of letterhead and signature, which stand side by side, by columns."""
    rows = [list(_cells(row)) for row in table.rows]
    if _has_rows(table):
        yield from chain.from_iterable(rows)
    else:
        yield from chain.from_iterable(zip(*rows, strict=True))


def _text(paragraph: Paragraph) -> str:
    """The characters of a paragraph; what does not break at a line's end counts as its plain character."""
    return paragraph.text.translate(_PLAIN)


def _cells(row: _Row) -> Iterator[_Cell]:
    """Each cell of a row once, however many columns it covers."""
    for element in row._tr.tc_lst:
        yield _Cell(element, row.table)


def _row(row: _Row) -> Row:
    properties = row._tr.trPr
    header = properties is not None and properties.find(qn("w:tblHeader")) is not None
    return Row(tuple(_cell(cell) for cell in _cells(row)), header)


def _cell(cell: _Cell) -> Cell:
    element: CT_Tc = cell._tc
    return Cell("\n".join(map(_text, cell.paragraphs)), element.grid_span, element.vMerge)


def _page_lines(section: Section) -> Iterator[str]:
    for part in (section.header, section.first_page_header, section.footer, section.first_page_footer):
        yield from map(_text, part.paragraphs)
