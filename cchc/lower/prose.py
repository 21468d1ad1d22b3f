"""Prose to lines: labels of sections and list items, references and figures' marks replaced by what they print."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from cchc.language.enumerators import POINT_LETTERS
from cchc.language.footnotes import MARK, carried
from cchc.language.marks import printed
from cchc.lower.names import reference_names, resolved
from cchc.lower.numbering import labels
from cchc.lower.views import LineKind, LineView
from cchc.model.blocks import Block, ListKind, Paragraphs, Prose, paragraphs
from cchc.model.plan import Plan

_LIST_LABELS: Mapping[ListKind, tuple[str, ...]] = {
    "bullets": ("-", "+"),
    "points": ("a)",),
    "clauses": ("1.",),
    "numbers": ("(1)",),
}


class ProseLowering(NamedTuple):
    """Turns prose into lines; ``names`` are what references print, ``notes`` the footnotes by their keys."""

    names: Mapping[str, str]
    notes: Mapping[str, str] = {}
    alphabet: str = POINT_LETTERS

    def with_notes(self, notes: Mapping[str, str] | None) -> "ProseLowering":
        """This with the footnotes of a table besides its own."""
        return self._replace(notes={**self.notes, **notes}) if notes else self

    def text(self, sentence: str) -> str:
        """One paragraph as it prints, its footnotes carried inside."""
        text = resolved(printed(sentence), self.names) if "<" in sentence else sentence
        if "[^" in text:
            # A mark without a note is reported, and a draft prints without it.
            text = MARK.sub(lambda mark: mark[0] if mark[1] in self.notes else "", text)
            alone = self._replace(notes={})
            text = carried(text, {key: alone.text(self.notes[key]) for key in MARK.findall(text)})
        return text.strip()

    def derived(self, value: str | None, text: str) -> str:  # noqa: ARG002  (whoever traces a print asks for it)
        """``text``, which prints where the plan has ``value``."""
        return text

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
            for item, (label, _) in zip(items, labels(first, own, alphabet=self.alphabet), strict=True):
                yield from self.prose(item, inside, label, kind)

    def paragraph_lines(
        self, text: Paragraphs | None, depth: int = 0, label: str = "", kind: LineKind = "paragraph"
    ) -> Iterator[LineView]:
        for index, paragraph in enumerate(paragraphs(text)):
            words = self.text(paragraph)
            first = index == 0
            yield LineView(kind if first else "paragraph", depth, label if first else "", words, words.endswith(":"))


def prose_of(plan: Plan) -> ProseLowering:
    """What turns the prose of ``plan`` into lines."""
    return ProseLowering(reference_names(plan), plan.footnotes or {}, plan.counted.letters or POINT_LETTERS)
