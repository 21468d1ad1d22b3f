"""The parts of a plan by their key paths, as people call them: labels and titles as they print, what is around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from cchc.compare.comparison import Subject
from cchc.diff.facts import What
from cchc.diff.rows import WHAT
from cchc.lower.outline import outline_of
from cchc.model.layout import Layout
from cchc.model.plan import Plan
from cchc.source import KeyPath

_KEYS: Mapping[str, What] = {**WHAT, "appendices": "appendix", "articles": "article"}
_HEADINGS: frozenset[What] = frozenset({"appendix", "section", "group"})
"""Under what people look for a change; a row is named beside it."""


class _Part(NamedTuple):
    path: KeyPath
    subject: Subject
    order: int


class Headings:
    """The parts of one plan."""

    def __init__(self, plan: Plan, layouts: Mapping[str, Layout]) -> None:
        self._parts: dict[KeyPath, _Part] = {}
        for order, (_, label, title, path) in enumerate(outline_of(plan, layouts)):
            self._parts[path] = _Part(path, Subject(_what(path), label, title), order)

    def at(self, path: KeyPath) -> Subject | None:
        """The part at ``path`` itself, where it bears a number or name."""
        part = self._parts.get(path)
        return part.subject if part else None

    def row(self, path: KeyPath) -> Subject | None:
        """The part at ``path``, or the nearest one around it: that of a line of several under one number."""
        return next((part.subject for part in reversed(tuple(self._down_to(path)))), None)

    def around(self, path: KeyPath) -> Iterator[tuple[KeyPath, Subject]]:
        """The appendix, sections and groups around the part at ``path``, the outermost first."""
        for part in self._down_to(path[:-1]):
            if part.subject.what in _HEADINGS:
                yield part.path, part.subject

    def parent(self, path: KeyPath) -> Subject | None:
        """The nearest part around the one at ``path``, be it a heading or a row."""
        return self.row(path[:-1])

    def order(self, path: KeyPath) -> int:
        """The place of the part at ``path``, or of the nearest around it, among all of the plan."""
        return next((part.order for part in reversed(tuple(self._down_to(path)))), 0)

    def _down_to(self, path: KeyPath) -> Iterator[_Part]:
        for end in range(1, len(path) + 1):
            part = self._parts.get(path[:end])
            if part is not None and part.path not in (("act",), ("title",), ("body",)):
                yield part


def _what(path: KeyPath) -> What:
    """What stands at ``path``, by the last key in it."""
    for step in reversed(path):
        if isinstance(step, str):
            return _KEYS.get(step, "section")
    return "act"
