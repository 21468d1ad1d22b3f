"""The newer of two documents with tracked changes: accepted it is the newer one, rejected the older."""

from __future__ import annotations

from itertools import pairwise

from cchc.compare.alignment import Alignment, PlacedBlock, Same, placed_blocks
from cchc.compare.authors import Kind, Revising, Signature
from cchc.compare.neighbours import kept_apart
from cchc.compare.paragraphs import Numbered, merged_cell, merged_paragraph, numbered
from cchc.compare.tables import merged_table, whole_row
from cchc.document.nodes import Block, Columns, Document, Paragraph, Table

_SIGNATURE = Signature()


def redline(old: Document, new: Document, alignment: Alignment, signature: Signature = _SIGNATURE) -> Document:
    """``new`` with every difference from ``old`` as a revision, pages and looks as in ``new``.

    What went stands before what came in its place.
    """
    olds, news = placed_blocks(old), placed_blocks(new)
    revising = Revising(alignment.changes, signature)
    same = Same(dict(alignment.rows), dict(alignment.paragraphs))
    sections: list[list[Block]] = [[] for _ in new.sections]
    for (from_old, from_new), (to_old, to_new) in pairwise([(-1, -1), *alignment.blocks, (len(olds), len(news))]):
        before = (olds[from_old], news[from_new]) if from_old >= 0 else None
        # A section ends where the new one does: what went behind a block goes on behind it, the rest before the next.
        gone = olds[from_old + 1 : to_old]
        here = [each for each in gone if before and each.section == before[0].section]
        for each in here:
            sections[before[1].section if before else 0].append(_whole(each, "deleted", revising))
        for each in news[from_new + 1 : to_new]:
            sections[each.section].append(_whole(each, "inserted", revising))
        following = news[to_new] if to_new < len(news) else news[-1] if news else None
        for each in gone[len(here) :]:
            sections[following.section if following else 0].append(_whole(each, "deleted", revising))
        if to_old < len(olds):
            sections[news[to_new].section].append(_merged(olds[to_old], news[to_new], same, revising))
    merged = zip(new.sections, sections, strict=True)
    return new._replace(
        sections=tuple(section._replace(blocks=tuple(kept_apart(blocks))) for section, blocks in merged)
    )


def _merged(old: PlacedBlock, new: PlacedBlock, same: Same, revising: Revising) -> Block:
    match old.block, new.block:
        case Paragraph(), Paragraph():
            return merged_paragraph(Numbered(old.first, old.block), Numbered(new.first, new.block), revising)
        case Columns(), Columns():
            columns = zip(_columns(old, old.block), _columns(new, new.block), strict=True)
            return new.block._replace(columns=tuple(merged_cell(was, now, same, revising) for was, now in columns))
        case Table(), Table():
            return merged_table(old, new, new.block, same, revising)
        case _:
            raise ValueError("a block cannot be one with another of another kind")


def _columns(placed: PlacedBlock, block: Columns) -> list[list[Numbered]]:
    return [numbered(numbers, column) for numbers, column in zip(placed.columns, block.columns, strict=True)]


def _whole(placed: PlacedBlock, kind: Kind, revising: Revising) -> Block:
    block = placed.block
    group = revising.of_all(kind, placed.paragraphs)
    match block:
        case Paragraph():
            return revising.whole(block, kind, placed.first, group)
        case Columns():
            columns = tuple(
                tuple(revising.whole(each.paragraph, kind, each.number, group) for each in column)
                for column in _columns(placed, block)
            )
            return block._replace(columns=columns, revision=revising.revision(kind, group))
        case Table():
            return block._replace(rows=tuple(whole_row(row, kind, revising, group) for row in placed.rows))
