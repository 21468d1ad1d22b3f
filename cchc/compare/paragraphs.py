"""Two versions of a paragraph, or of all paragraphs of a cell, as one with revisions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cchc.compare.alignment import Same
from cchc.compare.authors import Kind, Revising
from cchc.compare.neighbours import kept_apart
from cchc.compare.words import hunks, length
from cchc.document.nodes import Inline, Paragraph


class Numbered(NamedTuple):
    """A paragraph with its number in its document."""

    number: int
    paragraph: Paragraph


def numbered(numbers: range, paragraphs: Sequence[Paragraph]) -> list[Numbered]:
    """``paragraphs`` with their ``numbers``."""
    return [Numbered(number, paragraph) for number, paragraph in zip(numbers, paragraphs, strict=True)]


def merged_paragraph(old: Numbered, new: Numbered, revising: Revising) -> Paragraph:
    """``new`` with what came and went since ``old``; its look is the new one."""
    found = hunks(old.paragraph.inlines, new.paragraph.inlines)
    if all(hunk.same for hunk in found):
        return new.paragraph
    inlines: list[Inline] = []
    at_old = at_new = 0
    for hunk in found:
        to_old, to_new = at_old + length(hunk.old), at_new + length(hunk.new)
        if hunk.same:
            inlines += hunk.new
        else:
            gone = revising.of_stretch("deleted", old.number, at_old, to_old, label=hunk.label)
            come = revising.of_stretch("inserted", new.number, at_new, to_new, label=hunk.label)
            both = bool(hunk.old and hunk.new)
            inlines += revising.tracked("deleted", gone or come, hunk.old, with_other=both)
            inlines += revising.tracked("inserted", come or gone, hunk.new, with_other=both)
        at_old, at_new = to_old, to_new
    return new.paragraph._replace(inlines=tuple(inlines))


def merged_cell(
    old: Sequence[Numbered], new: Sequence[Numbered], same: Same, revising: Revising
) -> tuple[Paragraph, ...]:
    """The paragraphs of a cell that stays.

    The end of a cell's last paragraph cannot go. Where the last ones come or go, the end of the paragraph before
    them does instead, as when one types behind it.
    """
    places = {each.number: place for place, each in enumerate(new)}
    stay = same.paragraphs
    pairs = [(place, places[stay[each.number]]) for place, each in enumerate(old) if each.number in stay]
    merged: list[Paragraph] = []
    at_old = at_new = 0
    for to_old, to_new in [*pairs, (len(old), len(new))]:
        merged += [_whole(each, "deleted", revising) for each in old[at_old:to_old]]
        merged += [_whole(each, "inserted", revising) for each in new[at_new:to_new]]
        if to_old < len(old):
            merged.append(merged_paragraph(old[to_old], new[to_new], revising))
        at_old, at_new = to_old + 1, to_new + 1
    return tuple(kept_apart(_ends_shifted(merged)))


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
    return revising.whole(each.paragraph, kind, each.number)
