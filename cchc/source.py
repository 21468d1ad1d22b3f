"""Where things are: a source text, a stretch of it, and the place of every key path in it."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple, TypeAlias

KeyPath: TypeAlias = tuple[str | int, ...]
"""The way from a file's root to a value: keys and 0-based positions, e.g. ``("act", "bases", 2)``."""

IMPLIED_KEYS = frozenset({"text", "bullets", "title", "label", "fields"})
"""The keys that an author leaves out where a bare sentence or list stands for the whole, or a cell among others."""


@dataclass(frozen=True, eq=False)
class Source:
    """A text that somebody wrote, under the name by which messages call it.

    ``text`` is NFC and without a byte order mark; offsets count its characters from 0.
    """

    name: str
    text: str

    @cached_property
    def _line_starts(self) -> list[int]:
        *lines, _ = self.text.split("\n")
        return [0, *accumulate(len(line) + 1 for line in lines)]

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column of ``offset``, both counted from 1."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line_start(self, number: int) -> int:
        """The offset of the first character of line ``number`` (from 1); the end of the text past the last line."""
        return self._line_starts[number - 1] if number <= len(self._line_starts) else len(self.text)

    def line(self, number: int) -> str:
        """The characters of line ``number`` (from 1) without its line end; empty past the last line."""
        if number > len(self._line_starts):
            return ""
        start = self._line_starts[number - 1]
        end = self._line_starts[number] if number < len(self._line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


@dataclass(frozen=True)
class Excerpt(Source):
    """Lines of a text that has been let go, under the numbers that they have there; all that a diagnostic needs of it.

    Two with the same lines of the same file are equal. Offsets count the characters of the lines that are there.
    """

    numbers: tuple[int, ...]

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column of ``offset``, as the whole text counts them."""
        line, column = super().position(offset)
        return self.numbers[line - 1], column

    def line_start(self, number: int) -> int:
        """The offset of the first character of line ``number``; the end of the text where that line is not there."""
        return super().line_start(self._index(number) + 1)

    def line(self, number: int) -> str:
        """The characters of line ``number`` without its line end; empty where that line is not there."""
        return super().line(self._index(number) + 1)

    def _index(self, number: int) -> int:
        return self.numbers.index(number) if number in self.numbers else len(self._line_starts)


class Span(NamedTuple):
    """The characters ``start`` to ``end`` (exclusive) of a source."""

    source: Source
    start: int
    end: int

    @property
    def line(self) -> int:
        return self.source.position(self.start)[0]

    @property
    def column(self) -> int:
        return self.source.position(self.start)[1]

    @property
    def text(self) -> str:
        return self.source.text[self.start : self.end]

    def of(self, words: str) -> "Span":
        """The place of ``words`` inside this span; the whole span where they are not written so."""
        at = self.source.text.find(words, self.start, self.end)
        return self if at < 0 else Span(self.source, at, at + len(words))

    def __str__(self) -> str:
        return f"{self.source.name}:{self.line}:{self.column}"


@dataclass(slots=True)
class SourceMap:
    """The places of a file's values (``values``) and of the keys that name them (``keys``).

    pydantic drops positions that ride on values, so they stand beside the data, by key path.
    """

    root: Span
    values: dict[KeyPath, Span] = field(default_factory=dict)
    keys: dict[KeyPath, Span] = field(default_factory=dict)

    def value(self, path: KeyPath) -> Span:
        """The span of the value at ``path``; where it has none, of the nearest value around it."""
        return self.values.get(self.written(path), self.root)

    def key(self, path: KeyPath) -> Span:
        """The span of the key that names ``path``; where it has none, of the nearest key or value around it."""
        written = self.written(path)
        return self.keys[written] if written in self.keys else self.values.get(written, self.root)

    def written(self, path: KeyPath) -> KeyPath:
        """The longest beginning of ``path`` that was written, without the keys that a short form leaves out."""
        here: KeyPath = ()
        for step in path:
            if (*here, step) in self.values:
                here = (*here, step)
            elif step not in IMPLIED_KEYS:
                break
        return here
