"""From a place in a plan's file to the texts of the plan at which it can be shown, the nearest first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from cchc.language.folding import nfc
from cchc.model.plan import Plan
from cchc.model.walk import texts
from cchc.source import KeyPath, Source, SourceMap, Span

_NAMING = ("title", "agency", "caption", "subject", "text", "printed", "name")
"""The keys whose text names what they stand in, or opens it."""

_QUOTES = " \t\n'\""
_NAMES = frozenset((name,) for name in _NAMING)
_MOST = 40
"""How many of the texts inside a part are tried: one of the first prints, or the part prints nothing."""


class _Text(NamedTuple):
    """A text inside a part, and how well it stands for the part: the less the better."""

    rank: int
    path: KeyPath


class Near(NamedTuple):
    """The key paths of the texts near a place, the nearest first; ``words`` are those of the first that it points at.

    ``words`` is empty where the place is no part of a text, or on several lines of a file: there words are laid out
    otherwise than in print.
    """

    paths: tuple[KeyPath, ...] = ()
    words: str = ""


class Anchors:
    """The texts of ``plan`` by their places."""

    def __init__(self, plan: Plan, places: SourceMap) -> None:
        self._plan = plan
        self._places = places
        self._inside: dict[KeyPath, list[_Text]] = {}
        for path, _ in texts(plan):
            written = places.written(path)
            for length in range(1, len(written) + 1):
                held = self._inside.setdefault(written[:length], [])
                below = written[length:]
                if len(held) < _MOST or not below or below in _NAMES:
                    held.append(_Text(_rank(below), path))
        spans: dict[tuple[int, int], KeyPath] = {}
        for path, span in (*places.values.items(), *places.keys.items()):
            spans.setdefault((span.start, -span.end), path)
        self._spans = sorted(spans.items())

    def near(self, span: Span | None) -> Near:
        """The texts that may print what ``span`` points at, then those around it."""
        if span is None or not _same(span.source, self._places.root.source):
            return Near()
        path = self._deepest(span)
        around = (path[:length] for length in range(len(path), 0, -1))
        found = [text for here in around for text in self._texts_of(here)]
        if path[:1] == ("layouts",):
            found += [text for drawn in self._drawn_by(path) for text in self._texts_of(drawn)]
        return Near(tuple(dict.fromkeys(found)), self._words(path, span))

    def _words(self, path: KeyPath, span: Span) -> str:
        own = any(text.rank == 0 for text in self._inside.get(path, ()))
        value = self._places.values.get(path)
        if not (own and value and value.start <= span.start and span.end <= value.end):
            return ""
        words = span.text.strip(_QUOTES)
        return "" if "\n" in words else nfc(words)

    def _deepest(self, span: Span) -> KeyPath:
        """The path to what holds ``span``; that of a comment is of what it stands above or behind."""
        at = bisect_right(self._spans, ((span.start, 0), ())) - 1
        path = self._spans[at][1] if at >= 0 else ()
        while path and not self._holds(path, span):
            path = path[:-1]
        if not self._in_comment(path, span):
            return path
        above = span.source.line(span.line).lstrip().startswith("#")
        return self._spans[min(at + above, len(self._spans) - 1)][1] if self._spans else ()

    def _in_comment(self, path: KeyPath, span: Span) -> bool:
        """Whether ``span``, which what is at ``path`` holds, is behind a ``#`` and part of nothing that YAML reads."""
        if "#" not in span.source.line(span.line)[: span.column]:
            return False
        key, value = self._places.keys.get(path), self._places.values.get(path)
        if key and key.start <= span.start and span.end <= key.end:
            return False
        return value is None or (value.start < span.start and self._branches(path))

    def _branches(self, path: KeyPath) -> bool:
        """Whether there is anything inside what is at ``path``."""
        return not path or any(text.path != path for text in self._inside.get(path, ()))

    def _holds(self, path: KeyPath, span: Span) -> bool:
        places = (self._places.keys.get(path), self._places.values.get(path))
        return any(place and place.start <= span.start and span.end <= place.end for place in places)

    def _texts_of(self, here: KeyPath) -> list[KeyPath]:
        """The texts at ``here`` and inside it: its own, then what names it, then the others in their order."""
        return [text.path for text in sorted(self._inside.get(here, ()), key=lambda text: text.rank)]

    def _drawn_by(self, path: KeyPath) -> Iterable[KeyPath]:
        """The tables that the layout at ``path`` draws."""
        return (table_path for table_path, table in self._plan.tables() if table.layout in path[1:2])


def _same(one: Source, other: Source) -> bool:
    """Whether both are one file, perhaps read twice."""
    return one is other or (one.name, one.text) == (other.name, other.text)


def _rank(below: KeyPath) -> int:
    """How well the text at ``below`` stands for what holds it."""
    if not below:
        return 0
    return 1 + (_NAMING.index(below[0]) if below[0] in _NAMING else len(_NAMING))
