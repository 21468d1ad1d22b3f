"""Prose to lines: labels of sections and list items, references and figures' marks replaced by what they print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from cchc.language.enumerators import Enumerator, NoCounter
from cchc.language.marks import printed
from cchc.lower.names import resolved
from cchc.lower.views import LineKind, LineView
from cchc.model.blocks import Block, ListKind, Paragraphs, Prose, paragraphs
from cchc.model.body import Section

SECTION_NUMBERING = ("I.", "1.", "a)")
"""Mục, khoản, điểm: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.6đ and Mục V."""

_LIST_LABELS: Mapping[ListKind, tuple[str, ...]] = {
    "bullets": ("-", "+"),
    "points": ("a)",),
    "clauses": ("1.",),
    "numbers": ("(1)",),
}
_NO_LABEL = "none"
_PAST_NUMBERING = "-"


class ProseLowering(NamedTuple):
    """Turns prose into lines; ``names`` are what references print."""

    names: Mapping[str, str]

    def text(self, sentence: str) -> str:
        """One paragraph as it prints."""
        return resolved(printed(sentence), self.names).strip() if "<" in sentence else sentence.strip()

    def line(self, sentence: str) -> str:
        """A title or name as it prints: on one line, however it was typed."""
        return " ".join(self.text(part) for part in paragraphs(sentence))

    def prose(
        self, prose: Prose | None, depth: int = 0, label: str = "", kind: LineKind = "paragraph"
    ) -> Iterator[LineView]:
        """The lines of ``prose``; its first line bears ``label`` and is of ``kind``."""
        match prose:
            case None:
                return
            case str():
                yield from self.paragraph_lines(prose, depth, label, kind)
            case Block():
                yield from self.paragraph_lines(prose.text, depth, label, kind)
                yield from self.lists(prose, depth)
                for part in prose.content or ():
                    yield from self.prose(part, depth)
                yield from self.paragraph_lines(prose.closing, depth)

    def lists(self, block: Block, depth: int = 0) -> Iterator[LineView]:
        """The items of the lists of ``block``, with their labels."""
        for kind, items in block.lists():
            labels = _LIST_LABELS[kind]
            first = labels[min(depth, len(labels) - 1)]
            for item, label in zip(items, _labels(first, items), strict=True):
                yield from self.prose(item, depth + 1, label, kind)

    def paragraph_lines(
        self, text: Paragraphs | None, depth: int = 0, label: str = "", kind: LineKind = "paragraph"
    ) -> Iterator[LineView]:
        for index, paragraph in enumerate(paragraphs(text)):
            words = self.text(paragraph)
            yield LineView(
                kind=kind if index == 0 else "paragraph",
                level=depth,
                label=label if index == 0 else "",
                text=words,
                keep_next=words.endswith(":"),
            )

    def sections(
        self, sections: tuple[Section, ...], numbering: tuple[str, ...], around: tuple[int, ...] = ()
    ) -> Iterator[LineView]:
        """The lines of ``sections``; ``numbering`` holds the first label of their level and of those inside.

        ``around`` are the numbers of the sections that these stand in.
        """
        for ordinal, section in enumerate(sections, start=1):
            label, numbers = _section_label(section, numbering, (*around, ordinal))
            if section.heading is not None:
                yield LineView("section", len(around) + 1, label, self.line(section.heading), keep_next=True)
            yield from self.paragraph_lines(section.text)
            yield from self.lists(section)
            for part in section.content or ():
                yield from self.prose(part)
            yield from self.prose(section.objectives)
            yield from self.sections(section.sections, section.numbering or numbering[1:], numbers)
            yield from self.paragraph_lines(section.closing)


def _section_label(
    section: Section, numbering: tuple[str, ...], numbers: tuple[int, ...]
) -> tuple[str, tuple[int, ...]]:
    """The label of a section, and the numbers on which those inside it build."""
    if section.label is not None:
        return ("" if section.label == _NO_LABEL else section.label), numbers
    if not numbering:
        return _PAST_NUMBERING, numbers
    enumerator = Enumerator.read(numbering[0])
    return enumerator.label(numbers), (*numbers[:-1], enumerator.number(numbers[-1]))


def _labels(first: str, items: tuple[Prose, ...]) -> Iterator[str]:
    """The label of each item; an item's own label prints as it stands and counts, ``none`` does neither."""
    try:
        enumerator = Enumerator.read(first)
    except NoCounter:
        enumerator = None
    ordinal = 0
    for item in items:
        own = item.label if isinstance(item, Block) else None
        if own == _NO_LABEL:
            yield ""
            continue
        ordinal += 1
        yield own or (enumerator.label((ordinal,)) if enumerator else first)


def marked_last(lines: tuple[LineView, ...]) -> tuple[LineView, ...]:
    """``lines`` with the last of them marked as such: "./." follows it, and nothing is held for."""
    if not lines:
        return lines
    return (*lines[:-1], lines[-1]._replace(last=True, keep_next=False))
