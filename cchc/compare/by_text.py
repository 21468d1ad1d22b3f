"""What of one document is what of another as their texts tell, where nobody knows it from the plans."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from cchc.compare.alignment import Alignment, Change, PlacedBlock, PlacedRow, placed_blocks
from cchc.compare.sequences import Pairs, likeness, paired
from cchc.compare.words import without_label
from cchc.document.nodes import Cell, Columns, Document, Paragraph, Row, Table
from cchc.language.unbroken import plain
from cchc.patterns import deferred

_NUMBERS = deferred(r"\d+")
_LABEL_CELL = deferred(r"(?:[^\W\d]+ ){0,3}(?:\d[\d.]*|[IVXLC]+|[a-zđ])[.)]?|[-+*]?")
_TOTAL = deferred(r"(?i:tổng|cộng)\b")
_IN_WORDS = deferred(r"(?i:\(?bằng chữ)\b")
_COUNTED = deferred(r"[\d.,%\s-]*")


def aligned(old: Document, new: Document) -> Alignment:
    """The alignment of two documents by the likeness of their paragraphs, and of their rows from cell to cell.

    Labels of rows and the figures of totals are taken for what follows from other changes; every cell, row or
    paragraph that differs else is a change of its own.
    """
    olds, news = placed_blocks(old), placed_blocks(new)
    blocks = paired(olds, news, _block_key, _block_score)
    rows: Pairs = []
    for i, j in blocks:
        were, are = olds[i].rows, news[j].rows
        rows += [(were[a].number, are[b].number) for a, b in paired(were, are, _row_key, _row_score)]
    return Alignment(tuple(blocks), tuple(rows), tuple(_changes(olds, news, blocks, rows)))


def _block_key(placed: PlacedBlock) -> tuple[str, str]:
    match placed.block:
        case Paragraph() as paragraph:
            return paragraph.style, without_label(plain(paragraph.text))
        case Columns():
            return "columns", _text(placed)
        case Table():
            return "table", _heading(placed)


def _block_score(old: PlacedBlock, new: PlacedBlock) -> float:
    (kind, text), (other, against) = _block_key(old), _block_key(new)
    if kind != other or kind == "table":
        return 0.0
    if kind == "columns":
        return 0.1 + likeness(text, against, 0.0)
    return likeness(text, against)


def _heading(placed: PlacedBlock) -> str:
    """The words over the columns, without the years among them."""
    heading = " ".join(_row_text(each.row) for each in placed.rows if each.row.header)
    return _NUMBERS.sub("#", heading)


def _text(placed: PlacedBlock) -> str:
    assert isinstance(placed.block, Columns)
    return " ".join(plain(paragraph.text) for column in placed.block.columns for paragraph in column)


def _row_text(row: Row) -> str:
    return " ".join(map(_cell_text, row.cells))


def _cell_text(cell: Cell) -> str:
    return " ".join(plain(paragraph.text) for paragraph in cell.paragraphs)


def _row_key(placed: PlacedRow) -> tuple[tuple[int, int, str], ...]:
    """The cells without the label, which is in the first."""
    texts = [_cell_text(cell) for cell in placed.row.cells]
    if _LABEL_CELL.fullmatch(texts[0]):
        texts[0] = ""
    return tuple((cell.colspan, cell.rowspan, text) for cell, text in zip(placed.row.cells, texts, strict=True))


def _row_score(old: PlacedRow, new: PlacedRow) -> float:
    were, are = _row_key(old), _row_key(new)
    if [cell[:2] for cell in were] != [cell[:2] for cell in are]:
        return 0.0
    return likeness(" ".join(cell[2] for cell in were), " ".join(cell[2] for cell in are))


def _changes(olds: Sequence[PlacedBlock], news: Sequence[PlacedBlock], blocks: Pairs, rows: Pairs) -> Iterator[Change]:
    yield from _changes_of_blocks(olds, news, blocks)
    were = {row.number: row for i, _ in blocks for row in olds[i].rows}
    are = {row.number: row for _, j in blocks for row in news[j].rows}
    for i, j in rows:
        yield from _changes_of_cells(were[i], are[j])
    stay = {i for i, _ in rows}, {j for _, j in rows}
    yield from _moves(
        [_row_part(row) for number, row in were.items() if number not in stay[0]],
        [_row_part(row) for number, row in are.items() if number not in stay[1]],
    )


def _changes_of_blocks(olds: Sequence[PlacedBlock], news: Sequence[PlacedBlock], blocks: Pairs) -> Iterator[Change]:
    for i, j in blocks:
        if not olds[i].rows and _block_key(olds[i]) != _block_key(news[j]):
            yield Change(frozenset(olds[i].paragraphs), frozenset(news[j].paragraphs))
    stay = {i for i, _ in blocks}, {j for _, j in blocks}
    gone = [_Part(_block_key(each), each.paragraphs) for each in olds if each.number not in stay[0]]
    come = [_Part(_block_key(each), each.paragraphs) for each in news if each.number not in stay[1]]
    yield from _moves(gone, come)


def _changes_of_cells(old: PlacedRow, new: PlacedRow) -> Iterator[Change]:
    total = any(_TOTAL.match(_cell_text(cell)) for cell in new.row.cells)
    first_old, first_new = old.first, new.first
    for place, (was, now) in enumerate(zip(old.row.cells, new.row.cells, strict=False)):
        texts = _cell_text(was), _cell_text(now)
        follows = (
            (place == 0 and all(map(_LABEL_CELL.fullmatch, texts)))
            or (total and all(map(_COUNTED.fullmatch, texts)))
            or all(map(_IN_WORDS.match, texts))
        )
        ranges = range(first_old, first_old + len(was.paragraphs)), range(first_new, first_new + len(now.paragraphs))
        if texts[0] != texts[1] and not follows:
            yield Change(frozenset(ranges[0]), frozenset(ranges[1]))
        first_old, first_new = ranges[0].stop, ranges[1].stop


class _Part(NamedTuple):
    """A block or row that went or came: what it says, its paragraphs, and the label that it had."""

    key: Hashable
    paragraphs: range
    label: str = ""


def _row_part(row: PlacedRow) -> _Part:
    return _Part(_row_key(row), row.paragraphs, _cell_text(row.row.cells[0]))


def _moves(gone: Iterable[_Part], come: Iterable[_Part]) -> Iterator[Change]:
    """What went and came: what says the same in one change."""
    waiting: dict[Hashable, list[_Part]] = defaultdict(list)
    for part in come:
        waiting[part.key].append(part)
    for part in gone:
        found = waiting[part.key]
        if found:
            other = found.pop(0)
            known = part.label and other.label
            comment = f"chuyển từ “{part.label}” đến “{other.label}”" if known else "chuyển chỗ"
            yield Change(frozenset(part.paragraphs), frozenset(other.paragraphs), comment)
        else:
            yield Change(frozenset(part.paragraphs), frozenset())
    for part in (part for parts in waiting.values() for part in parts):
        yield Change(frozenset(), frozenset(part.paragraphs))
