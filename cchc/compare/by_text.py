"""What of one document is what of another as their texts tell, where nobody knows it from the plans."""

from __future__ import annotations

from cchc.compare.alignment import PlacedBlock, PlacedRow
from cchc.compare.sequences import likeness
from cchc.compare.words import without_label
from cchc.document.nodes import Cell, Columns, Paragraph, Row, Table
from cchc.language.unbroken import plain
from cchc.patterns import deferred

_NUMBERS = deferred(r"\d+")
_LABEL_CELL = deferred(r"(?:[^\W\d]+ ){0,3}(?:\d[\d.]*|[IVXLC]+|[a-zđ])[.)]?|[-+*]?")
_TOTAL = deferred(r"(?i:tổng|cộng)\b")
_IN_WORDS = deferred(r"(?i:\(?bằng chữ)\b")
_COUNTED = deferred(r"[\d.,%\s-]*")


def block_key(placed: PlacedBlock) -> tuple[str, str]:
    """What tells a block: its words, a table's those over its columns."""
    match placed.block:
        case Paragraph() as paragraph:
            return paragraph.style, without_label(plain(paragraph.text))
        case Columns():
            return "columns", _text(placed)
        case Table():
            return "table", _heading(placed)


def block_score(old: PlacedBlock, new: PlacedBlock) -> float:
    """How alike two blocks are, from 0 to 1; there are few blocks of columns, so any two of them are."""
    (kind, text), (other, against) = block_key(old), block_key(new)
    if kind != other or kind == "table":
        return 0.0
    if kind == "columns":
        return 0.1 + 0.9 * likeness(text, against, 0.0)
    return likeness(text, against)


def row_key(placed: PlacedRow) -> tuple[tuple[int, int, str], ...]:
    """The cells of a row without the label, which is in the first."""
    texts = [_cell_text(cell) for cell in placed.row.cells]
    if _LABEL_CELL.fullmatch(texts[0]):
        texts[0] = ""
    return tuple((cell.colspan, cell.rowspan, text) for cell, text in zip(placed.row.cells, texts, strict=True))


def row_score(old: PlacedRow, new: PlacedRow) -> float:
    """How alike two rows are, from 0 to 1; the figures of totals do not count."""
    were, are = row_key(old), row_key(new)
    if [cell[:2] for cell in were] != [cell[:2] for cell in are]:
        return 0.0
    if is_total(old.row) and is_total(new.row):
        return 1.0
    return likeness(" ".join(cell[2] for cell in were), " ".join(cell[2] for cell in are))


def is_total(row: Row) -> bool:
    """Whether a row seems to add up others, or to say the sum in words."""
    return any(_TOTAL.match(_cell_text(cell)) or _IN_WORDS.match(_cell_text(cell)) for cell in row.cells)


def follows(old: PlacedRow, new: PlacedRow, cell: int) -> bool:
    """Whether what differs in a cell seems to follow from other changes: a label, or the figure of a total."""
    texts = _cell_text(old.row.cells[cell]), _cell_text(new.row.cells[cell])
    if cell == 0 and all(map(_LABEL_CELL.fullmatch, texts)):
        return True
    return is_total(new.row) and (all(map(_COUNTED.fullmatch, texts)) or all(map(_IN_WORDS.match, texts)))


def _heading(placed: PlacedBlock) -> str:
    """The words over the columns, without the years among them."""
    heading = " ".join(" ".join(map(_cell_text, each.row.cells)) for each in placed.rows if each.row.header)
    return _NUMBERS.sub("#", heading)


def _text(placed: PlacedBlock) -> str:
    assert isinstance(placed.block, Columns)
    return " ".join(plain(paragraph.text) for column in placed.block.columns for paragraph in column)


def _cell_text(cell: Cell) -> str:
    return " ".join(plain(paragraph.text) for paragraph in cell.paragraphs)
