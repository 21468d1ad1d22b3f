"""A document with comments at its paragraphs, beside the very words of which they speak where these can be told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cchc.document.nodes import Block, Columns, Comment, Document, Paragraph, Table, Text
from cchc.language.unbroken import plain


class Remark(NamedTuple):
    """A comment on a paragraph; ``words`` are those of which it speaks, empty where it is the whole."""

    comment: Comment
    words: str = ""


_Said = Mapping[int, Sequence[Remark]]


def with_comments(document: Document, said: _Said) -> Document:
    """``document`` with what is ``said`` of its paragraphs, counted from 0 as ``Document.paragraphs`` gives them."""
    paragraphs = (_commented(paragraph, said.get(index, ())) for index, paragraph in enumerate(document.paragraphs()))
    sections = tuple(
        section._replace(blocks=tuple(_block(block, paragraphs) for block in section.blocks))
        for section in document.sections
    )
    return document._replace(sections=sections)


def _block(block: Block, paragraphs: Iterator[Paragraph]) -> Block:
    """``block`` with the next of ``paragraphs`` in the places of its own."""
    match block:
        case Paragraph():
            return next(paragraphs)
        case Columns():
            return block._replace(columns=tuple(_taken(len(column), paragraphs) for column in block.columns))
        case Table():
            rows = (
                row._replace(
                    cells=tuple(
                        cell._replace(paragraphs=_taken(len(cell.paragraphs), paragraphs)) for cell in row.cells
                    )
                )
                for row in block.rows
            )
            return block._replace(rows=tuple(rows))


def _taken(count: int, paragraphs: Iterator[Paragraph]) -> tuple[Paragraph, ...]:
    return tuple(next(paragraphs) for _ in range(count))


def _commented(paragraph: Paragraph, remarks: Sequence[Remark]) -> Paragraph:
    for remark in remarks:
        paragraph = _at_words(paragraph, remark) or paragraph._replace(comments=(*paragraph.comments, remark.comment))
    return paragraph


def _at_words(paragraph: Paragraph, remark: Remark) -> Paragraph | None:
    """``paragraph`` with the comment at its words; None where they do not stand there once, in one run."""
    words = remark.words
    if not words or plain(paragraph.text).count(words) != 1:
        return None
    for index, inline in enumerate(paragraph.inlines):
        if isinstance(inline, Text) and words in plain(inline.text):
            around = _split(inline, words, remark.comment)
            if around is None:
                return None
            return paragraph._replace(inlines=(*paragraph.inlines[:index], *around, *paragraph.inlines[index + 1 :]))
    return None


def _split(run: Text, words: str, comment: Comment) -> tuple[Text, ...] | None:
    """``run`` in up to three, ``words`` with the comment apart; None where another comment speaks of more than them."""
    start = plain(run.text).index(words)
    end = start + len(words)
    if run.comments and len(run.text) != len(words):
        return None
    pieces = (
        run._replace(text=run.text[:start]),
        run._replace(text=run.text[start:end]),
        run._replace(text=run.text[end:]),
    )
    before, spoken_of, after = pieces
    spoken_of = spoken_of._replace(comments=(*run.comments, comment))
    return tuple(piece for piece in (before, spoken_of, after) if piece.text)
