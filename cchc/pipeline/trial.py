"""Where the texts of a plan print: it is printed once more with texts that bear numbers, which are looked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from cchc.compare.prints import Print
from cchc.document.nodes import Document, Note, Paragraph, Text
from cchc.language.anchored import Anchored, located, numbers_in
from cchc.model.plan import Plan
from cchc.model.replacing import with_texts
from cchc.model.walk import texts
from cchc.source import KeyPath


class Trial(NamedTuple):
    """A plan, the document that it makes, and what prints another plan with its texts traced."""

    plan: Plan
    document: Document
    traced: Callable[[Plan], Document | None]

    def prints(self, paths: Iterable[KeyPath] | None = None) -> Iterator[Print]:
        """Where the texts at ``paths`` print, or all texts, in reading order; those that print nowhere are left out.

        Nothing where templates make other paragraphs of texts that bear numbers.
        """
        written = dict(texts(self.plan))
        numbered = list(written if paths is None else dict.fromkeys(paths))
        changed = {path: Anchored(written[path], number) for number, path in enumerate(numbered)}
        document = self.traced(with_texts(self.plan, changed)) if numbered else None
        if document is None or _count(document) != _count(self.document):
            return
        for index, paragraph in enumerate(document.paragraphs()):
            for number, start, end in _stretches(paragraph):
                yield Print(numbered[number], index, start, end)


def _count(document: Document) -> int:
    return sum(1 for _ in document.paragraphs())


def _stretches(paragraph: Paragraph) -> list[tuple[int, int, int]]:
    """The numbers that ``paragraph`` bears, each with its first character and the last (exclusive).

    The stretch of a text reaches to the next one.
    """
    found: list[tuple[int, int]] = []
    notes: list[tuple[int, int, int]] = []
    length = 0
    for inline in paragraph.inlines:
        match inline:
            case Text():
                text, here = located(inline.text)
                found += ((number, length + start) for number, start in here)
                length += len(text)
            case Note():
                notes += ((number, length, length + 1) for number in numbers_in(inline.text))
                length += 1
            case _:
                length += 1
    if not found:
        return notes
    starts = [0, *(start for _, start in found[1:]), length]
    return [(number, start, end) for (number, _), (start, end) in zip(found, pairwise(starts), strict=True)] + notes
