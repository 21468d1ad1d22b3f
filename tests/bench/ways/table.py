"""The rows that every way prints, and the table of a Word file in which the ways of python-docx begin."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

HEAD = ("TT", "Nội dung", "Tổ chức thực hiện", "Kết quả", "Chủ trì", "Phối hợp", "Bắt đầu", "Kết thúc", "Ghi chú")
"""The columns of the layout “tasks”, their names in one line."""


def read_rows(path: Path) -> list[list[str]]:
    """Rows as ``stages`` wrote them: the paragraphs of a cell parted by ``\\n``."""
    rows: list[list[str]] = json.loads(path.read_text(encoding="utf-8"))
    return rows


def landscape() -> Any:
    """An empty document on a page that is wider than high."""
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    return document


def headed_table(document: Any) -> Any:
    """A new table of ``document`` that has only its heading."""
    table = document.add_table(rows=1, cols=len(HEAD), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, HEAD, strict=True):
        cell.text = text
    return table
