"""What of one document is what of another as their texts tell, where nobody knows it from the plans."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from cchc.compare.alignment import Alignment, Change, PlacedBlock, PlacedRow, placed_blocks
from cchc.compare.sequences import Pairs, likeness, paired
from cchc.compare.words import without_label
from cchc.document.nodes import Cell, Columns, Document, Paragraph, Row, Table
from cchc.language.unbroken import plain
from cchc.patterns import deferred

_NUMBERS = deferred(r"\d+")
_TOTAL = deferred(r"(?i:tổng|cộng)\b")
_COUNTED = deferred(r"[\d.,%\s-]*")
_MOVED = "chuyển từ “{old}” đến “{new}”"


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
    texts[0] = without_label(f"{texts[0]} ").strip()
    return tuple((cell.colspan, cell.rowspan, text) for cell, text in zip(placed.row.cells, texts, strict=True))


def _row_score(old: PlacedRow, new: PlacedRow) -> float:
    were, are = _row_key(old), _row_key(new)
    if [cell[:2] for cell in were] != [cell[:2] for cell in are]:
        return 0.0
    return likeness(*(" ".join(cell[2] for cell in row) for row in (were, are)))


def _changes(
    olds: Sequence[PlacedBlock], news: Sequence[PlacedBlock], blocks: Pairs, rows: Pairs
) -> Iterator[Change]:
    yield from _changes_of_blocks(olds, news, blocks)
    were = {row.number: row for i, _ in blocks for row in olds[i].rows}
    are = {row.number: row for _, j in blocks for row in news[j].rows}
    for i, j in rows:
        yield from _changes_of_cells(were[i], are[j])
    gone = [row for number, row in were.items() if number not in dict(rows)]
    come = [row for number, row in are.items() if number not in {j for _, j in rows}]
    yield from _moves(gone, come, were, are)


def _changes_of_blocks(
    olds: Sequence[PlacedBlock], news: Sequence[PlacedBlock], blocks: Pairs
) -> Iterator[Change]:
    pairs: Mapping[int, int] = dict(blocks)
    for each in olds:
        if each.number not in pairs:
            yield Change(frozenset(each.paragraphs), frozenset())
        elif not each.rows and (other := news[pairs[each.number]]) and _block_key(each) != _block_key(other):
            yield Change(frozenset(each.paragraphs), frozenset(other.paragraphs))
    for each in news:
        if each.number not in pairs.values():
            yield Change(frozenset(), frozenset(each.paragraphs))


def _changes_of_cells(old: PlacedRow, new: PlacedRow) -> Iterator[Change]:
    total = any(_TOTAL.match(_cell_text(cell)) for cell in new.row.cells)
    first_old, first_new = old.first, new.first
    for place, (was, now) in enumerate(zip(old.row.cells, new.row.cells, strict=False)):
        texts = _cell_text(was), _cell_text(now)
        follows = (place == 0 and not any(without_label(f"{text} ").strip() for text in texts)) or (
            total and all(map(_COUNTED.fullmatch, texts))
        )
        ranges = range(first_old, first_old + len(was.paragraphs)), range(first_new, first_new + len(now.paragraphs))
        if texts[0] != texts[1] and not follows:
            yield Change(frozenset(ranges[0]), frozenset(ranges[1]))
        first_old, first_new = ranges[0].stop, ranges[1].stop


def _moves(
    gone: Sequence[PlacedRow], come: Sequence[PlacedRow], were: Mapping[int, PlacedRow], are: Mapping[int, PlacedRow]
) -> Iterator[Change]:
    """The rows that went and came: those with the same cells in one change."""
    waiting: dict[object, list[PlacedRow]] = defaultdict(list)
    for row in come:
        waiting[_row_key(row)].append(row)
    for row in gone:
        found = waiting[_row_key(row)]
        if not found:
            yield Change(frozenset(row.paragraphs), frozenset())
            continue
        other = found.pop(0)
        comment = _MOVED.format(old=_label(row), new=_label(other))
        yield Change(frozenset(row.paragraphs), frozenset(other.paragraphs), comment)
    for rows in waiting.values():
        for row in rows:
            yield Change(frozenset(), frozenset(row.paragraphs))


def _label(placed: PlacedRow) -> str:
    return _cell_text(placed.row.cells[0])
