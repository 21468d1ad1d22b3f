"""Two versions of a paragraph, or of all paragraphs of a cell, as one with revisions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cchc.compare.authors import Kind, Revising
from cchc.compare.neighbours import kept_apart
from cchc.compare.sequences import Pairs, likeness, paired
from cchc.compare.words import hunks
from cchc.document.nodes import Inline, Paragraph
from cchc.language.unbroken import plain


class Numbered(NamedTuple):
    """A paragraph with its number in its document."""

    number: int
    paragraph: Paragraph


def merged_paragraph(old: Numbered, new: Numbered, revising: Revising) -> Paragraph:
    """``new`` with what came and went since ``old``; its look is the new one."""
    found = hunks(old.paragraph.inlines, new.paragraph.inlines)
    if all(hunk.same for hunk in found):
        return new.paragraph
    inlines: list[Inline] = []
    group = revising.group("inserted", (new.number,)) or revising.group("deleted", (old.number,))
    for hunk in found:
        if hunk.same:
            inlines += hunk.new
        else:
            of = 0 if hunk.label else group
            inlines += revising.tracked("deleted", of, hunk.old, with_other=True)
            inlines += revising.tracked("inserted", of, hunk.new, with_other=True)
    return new.paragraph._replace(inlines=tuple(inlines))


def merged_cell(old: Sequence[Numbered], new: Sequence[Numbered], revising: Revising) -> tuple[Paragraph, ...]:
    """The paragraphs of a cell that stays.

    The end of a cell's last paragraph cannot go. Where the last ones come or go, the end of the paragraph before
    them does instead, as when one types behind it; where some come and others go, the last of both are one.
    """
    pairs = _with_ends(paired(old, new, _text, _score), len(old), len(new))
    merged: list[Paragraph] = []
    at_old = at_new = 0
    for to_old, to_new in [*pairs, (len(old), len(new))]:
        merged += [_whole(each, "deleted", revising) for each in old[at_old:to_old]]
        merged += [_whole(each, "inserted", revising) for each in new[at_new:to_new]]
        if to_old < len(old):
            merged.append(merged_paragraph(old[to_old], new[to_new], revising))
        at_old, at_new = to_old + 1, to_new + 1
    return tuple(kept_apart(_ends_shifted(merged)))


def _with_ends(pairs: Pairs, olds: int, news: int) -> Pairs:
    """``pairs`` with the two last as one more, where both sides have others behind the last pair."""
    last_old, last_new = pairs[-1] if pairs else (-1, -1)
    if last_old < olds - 1 and last_new < news - 1:
        return [*pairs, (olds - 1, news - 1)]
    return pairs


def _ends_shifted(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The ``paragraphs`` with the revisions of the last ends, which are all of one kind, each at the end before."""
    first = len(paragraphs)
    while first and paragraphs[first - 1].mark:
        first -= 1
    for index in range(max(first, 1), len(paragraphs)):
        paragraphs[index - 1] = paragraphs[index - 1]._replace(mark=paragraphs[index].mark)
    paragraphs[-1] = paragraphs[-1]._replace(mark=None)
    return paragraphs


def _whole(each: Numbered, kind: Kind, revising: Revising) -> Paragraph:
    return revising.whole(each.paragraph, kind, revising.group(kind, (each.number,)))


def _text(each: Numbered) -> str:
    return plain(each.paragraph.text)


def _score(old: Numbered, new: Numbered) -> float:
    return likeness(_text(old), _text(new))
