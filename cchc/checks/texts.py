"""The words of a plan as one long text: each wording once, and the way from a stretch of it back to the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain

from cchc.diagnostics import Edit
from cchc.source import KeyPath, SourceMap, Span


class Texts:
    """Every text of a plan, without repetition, behind each other in ``joined`` with a line break between them.

    Rows repeat each other, and a pattern runs over one long text many times faster than over thousands of cells; so
    rules look at ``joined`` and ask for the places only of what they find.
    """

    def __init__(self, texts: Sequence[tuple[KeyPath, str]], places: SourceMap) -> None:
        self._held = texts
        self._places = places
        self._numbers: dict[str, list[int]] = {}
        for number, (_, text) in enumerate(texts):
            numbers = self._numbers.get(text)
            if numbers is None:
                self._numbers[text] = [number]
            else:
                numbers.append(number)
        self._texts = tuple(self._numbers)
        self._starts = (0, *accumulate(len(text) + 1 for text in self._texts))
        self.joined = "\n".join(self._texts)

    def text_at(self, offset: int) -> tuple[str, int]:
        """The text that holds ``offset`` of ``joined``, and where it begins there."""
        index = bisect_right(self._starts, offset) - 1
        return self._texts[index], self._starts[index]

    def times(self, offset: int) -> int:
        """In how many places of the plan the text at ``offset`` stands."""
        return len(self._numbers[self.text_at(offset)[0]])

    def paths(self, offset: int) -> list[KeyPath]:
        """The ways to the text at ``offset``."""
        return self._paths(self.text_at(offset)[0])

    def having(self, *cues: str) -> Iterator[tuple[KeyPath, str]]:
        """The texts of the plan in which one of ``cues`` stands, with the ways to them, in their order.

        One look at ``joined`` passes over all texts without a cue, which are most.
        """
        found = {text for cue in cues for text in self._having(cue)}
        return (self._held[number] for number in sorted(chain.from_iterable(map(self._numbers.__getitem__, found))))

    def _having(self, cue: str) -> Iterator[str]:
        at = self.joined.find(cue)
        while at >= 0:
            text, begin = self.text_at(at)
            yield text
            at = self.joined.find(cue, begin + len(text))

    def _paths(self, text: str) -> list[KeyPath]:
        return [self._held[number][0] for number in self._numbers[text]]

    def found(self, match: re.Match[str], group: int | str = 0) -> Iterator[Span]:
        """The places in the file of ``group`` of a match in ``joined``, in the order of the plan.

        The whole match tells the place where the group's own words stand several times. Where a text is written over
        several lines or with escapes, the nearest place that can be told.
        """
        yield from self.spans(match.span(), match.span(group))

    def spans(self, around: tuple[int, int], stretch: tuple[int, int] | None = None) -> Iterator[Span]:
        """The places in the file of ``stretch`` of ``joined``, told by the words ``around`` it."""
        start, end = stretch or around
        text, begin = self.text_at(around[0])
        seen: set[int] = set()
        for path in self._paths(text):
            value = self._places.value(path)
            whole = _written(value, text, around[0] - begin, around[1] - begin)
            if whole.start in seen:
                continue
            seen.add(whole.start)
            if whole.text == self.joined[around[0] : around[1]]:
                at = whole.start + start - around[0]
                yield Span(whole.source, at, at + end - start)
            else:
                yield whole


def occurrences(text: str, words: str) -> Iterator[int]:
    """Where ``words`` begin in ``text``: many times faster than a pattern."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def replacing(span: Span, words: str, text: str) -> tuple[Edit, ...]:
    """The edit that puts ``text`` in the place of ``words``; none where ``span`` holds them in another writing."""
    return (Edit(span, text),) if span.text == words else ()


def _written(value: Span, text: str, start: int, end: int) -> Span:
    """Where ``text[start:end]`` stands in ``value``, which is ``text`` as typed; all of it where that is unclear."""
    source = value.source
    at = source.text.find(text, value.start, value.end)
    if at >= 0:
        return Span(source, at + start, at + end)
    words = text[start:end]
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    if not pattern:
        return value
    before = len(re.findall(pattern, text[:start]))
    found = [match.span() for match in re.finditer(pattern, value.text)]
    if before >= len(found):
        return value
    return Span(source, value.start + found[before][0], value.start + found[before][1])
