"""Prose to lines: labels of sections and list items, references and figures' marks replaced by what they print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from cchc.language.marks import printed
from cchc.lower.names import resolved
from cchc.lower.numbering import labels, numbered
from cchc.lower.views import LineKind, LineView
from cchc.model.blocks import Block, ListKind, Paragraphs, Prose, paragraphs
from cchc.model.body import Section

_LIST_LABELS: Mapping[ListKind, tuple[str, ...]] = {
    "bullets": ("-", "+"),
    "points": ("a)",),
    "clauses": ("1.",),
    "numbers": ("(1)",),
}


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
            firsts = _LIST_LABELS[kind]
            first = firsts[min(depth, len(firsts) - 1)]
            own = [item.label if isinstance(item, Block) else None for item in items]
            # Only dashes change with their depth: those below a point are dashes of the first level.
            inside = depth + 1 if kind == "bullets" else depth
            for item, (label, _) in zip(items, labels(first, own), strict=True):
                yield from self.prose(item, inside, label, kind)

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
        self, sections: tuple[Section, ...], numbering: tuple[str, ...], around: tuple[int, ...] = (), level: int = 1
    ) -> Iterator[LineView]:
        """The lines of ``sections``, their headings of ``level``; ``numbering`` and ``around`` as in ``numbered``."""
        for section, label, numbers, inner in numbered(sections, numbering, around):
            if section.heading is not None:
                yield LineView("section", level, label, self.line(section.heading), keep_next=True)
            yield from self.paragraph_lines(section.text)
            yield from self.lists(section)
            for part in section.content or ():
                yield from self.prose(part)
            yield from self.prose(section.objectives)
            yield from self.sections(section.sections, inner, numbers, level + 1)
            yield from self.paragraph_lines(section.closing)


def marked_last(lines: tuple[LineView, ...]) -> tuple[LineView, ...]:
    """``lines`` with the last of them marked as such: "./." follows it, and nothing is held for."""
    if not lines:
        return lines
    return (*lines[:-1], lines[-1]._replace(last=True, keep_next=False))
