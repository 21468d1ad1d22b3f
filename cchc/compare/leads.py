"""Who leads the tasks of a plan: each body once, by its full name whatever words call it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from cchc.export.rows import PlanRow, bodies_of
from cchc.model.cells import CellValue
from cchc.registry.reading import Mention, read_bodies
from cchc.registry.registry import Registry
from cchc.source import KeyPath


class Leads:
    """The leads of one plan's rows, on the day of its act."""

    def __init__(self, rows: Iterable[PlanRow], registry: Registry, day: date | None) -> None:
        self._registry, self._day = registry, day
        self._written: Mapping[KeyPath, CellValue] = {
            row.path: row.written["lead"] for row in rows if row.carries and "lead" in row.written
        }

    def of_row(self, path: KeyPath) -> tuple[str, ...]:
        """Who leads the row at ``path``; nobody where it is no task of its own."""
        value = self._written.get(path)
        if value is None:
            return ()
        return tuple(dict.fromkeys(map(self._named, bodies_of(value, self._registry, self._day))))

    def by_words(self, path: KeyPath) -> Mapping[str, str]:
        """The leads of the row at ``path`` by the words that name them there."""
        value = self._written.get(path)
        mentions = () if value is None else bodies_of(value, self._registry, self._day)
        return {mention.printed: self._named(mention) for mention in mentions}

    def named(self, text: str) -> tuple[str, ...]:
        """The bodies that ``text`` names."""
        return tuple(dict.fromkeys(map(self._named, read_bodies(text, self._registry, self._day))))

    def _named(self, mention: Mention) -> str:
        body = self._registry.known(mention.id)
        if body is not None:
            return body.name
        for found in self._registry.classes:
            if found.id == mention.id:
                return found.name
        return " ".join(mention.printed.split()).strip(" .;,")
