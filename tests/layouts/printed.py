"""What a Word file prints, line by line, tables row by row, in the notation of the expectations of this folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.table import CT_Row, CT_Tc
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

ANYTHING = "…"
"""A line of an expectation for which any number of lines may stand."""

_PLAIN = str.maketrans({"\u00a0": " ", "\u2011": "-"})
_ORIENTATIONS = {WD_ORIENT.PORTRAIT: "[dọc]", WD_ORIENT.LANDSCAPE: "[ngang]"}


def printed_lines(file: Path) -> list[str]:
    """The lines of ``file``: ``[dọc]`` or ``[ngang]`` where pages begin, paragraphs, and the rows of tables.

    A row begins with ``=`` (heading), ``*`` (bold throughout) or ``|``; its cells stand between bars, their paragraphs
    between ``//``, ``<`` for a column that the cell at its left covers, ``^`` for one that the cell above covers.
    ``[1]`` stands for the mark of a footnote; the footnotes themselves come last.
    """
    document = docx.Document(str(file))
    return [*(line for section in document.sections for line in _section(section)), *_notes(document)]


def _section(section: Section) -> Iterator[str]:
    yield _ORIENTATIONS[section.orientation]
    for block in section.iter_inner_content():
        if isinstance(block, Paragraph):
            yield from _lines([block])
        elif _has_rows(block):
            yield from map(_row, block.rows)
        else:
            yield from _side_by_side(block)


def _notes(document: Document) -> Iterator[str]:
    """The footnotes in the order of their marks, "[1] …"."""
    marked = [mark.get(qn("w:id")) for mark in document.element.iter(qn("w:footnoteReference"))]
    parts = [part.target_part for part in document.part.rels.values() if part.reltype == RELATIONSHIP_TYPE.FOOTNOTES]
    words = {
        note.get(qn("w:id")): " ".join("".join(text.text or "" for text in note.iter(qn("w:t"))).split())
        for part in parts
        for note in parse_xml(part.blob)
    }
    return (f"[{number}] {words[mark].translate(_PLAIN)}" for number, mark in enumerate(marked, 1))


def _lines(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    for paragraph in paragraphs:
        text = " ".join("".join(_characters(paragraph)).translate(_PLAIN).split())
        if text:
            yield text


def _characters(paragraph: Paragraph) -> Iterator[str]:
    for element in paragraph._p.iter():
        if element.tag == qn("w:t"):
            yield element.text or ""
        elif element.tag in (qn("w:br"), qn("w:tab")):
            yield " "
        elif element.tag == qn("w:noBreakHyphen"):
            yield "-"
        elif element.tag == qn("w:footnoteReference"):
            yield f"[{_number(element)}]"


def _number(mark: BaseOxmlElement) -> int:
    """The number by which Word prints the footnote of ``mark``: that of its place among all."""
    marks = list(mark.getroottree().iter(qn("w:footnoteReference")))
    return marks.index(mark) + 1


def _side_by_side(table: Table) -> Iterator[str]:
    """Letterhead and signature: the lines of the left column, then those of the right one."""
    columns = zip(*(_cells(row) for row in table.rows), strict=True)
    yield from chain.from_iterable(_lines(cell.paragraphs) for cell in chain.from_iterable(columns))


def _has_rows(table: Table) -> bool:
    """Whether lines are drawn between the cells of a table, as its style says."""
    borders = None if table.style is None else table.style.element.find(f".//{qn('w:tblBorders')}")
    return borders is not None and borders.find(qn("w:insideV")) is not None


def _row(row: _Row) -> str:
    cells = list(_cells(row))
    printed = [text for cell in cells for text in (_cell(cell), *"<" * (cell._tc.grid_span - 1))]
    return f"{_kind(row._tr, cells)} {' | '.join(printed)}".rstrip()


def _kind(row: CT_Row, cells: Sequence[_Cell]) -> str:
    if row.trPr is not None and row.trPr.find(qn("w:tblHeader")) is not None:
        return "="
    written = [paragraph for cell in cells for paragraph in cell.paragraphs if paragraph.text.strip()]
    return "*" if written and all(map(_is_bold, written)) else "|"


def _is_bold(paragraph: Paragraph) -> bool:
    style = paragraph.style
    return bool(style is not None and style.font.bold) or all(run.bold for run in paragraph.runs if run.text.strip())


def _cell(cell: _Cell) -> str:
    element: CT_Tc = cell._tc
    return "^" if element.vMerge == "continue" else " // ".join(_lines(cell.paragraphs))


def _cells(row: _Row) -> Iterator[_Cell]:
    return (_Cell(element, row.table) for element in row._tr.tc_lst)
