"""One of two plans that are compared: where its parts stand, what they say, who leads its tasks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from cchc.compare.comparison import Held, Place, Subject
from cchc.compare.headings import Headings
from cchc.compare.leads import Leads
from cchc.diff.facts import Side, What
from cchc.diff.wording import Wordings, text_of
from cchc.export.rows import PlanRow
from cchc.model.body import Section
from cchc.model.layout import Layout
from cchc.model.plan import Plan
from cchc.model.rows import Row
from cchc.registry.registry import Registry
from cchc.source import KeyPath, SourceMap


class Compared(NamedTuple):
    """One of two plans that were compared: how it is called, and all that says where its parts are.

    ``day`` is the one on which its bodies are read.
    """

    id: str
    name: str
    plan: Plan
    places: SourceMap
    layouts: Mapping[str, Layout]
    rows: Iterable[PlanRow]
    day: date | None


class PlanSide:
    """One plan of the two with what is asked of it."""

    def __init__(self, compared: Compared, registry: Registry) -> None:
        self.plan, self._places = compared.plan, compared.places
        self.headings = Headings(compared.plan, compared.layouts)
        self.leads = Leads(compared.rows, registry, compared.day)
        self._rows = {row.path: row.cells for row in compared.rows}
        self._wordings = Wordings(compared.plan)

    def place(self, path: KeyPath) -> Place:
        span = self._places.value(path)
        return Place(span.source.name, span.line, span.column)

    def offset(self, path: KeyPath) -> int:
        return self._places.value(path).start

    def cells(self, path: KeyPath) -> tuple[tuple[str, str], ...]:
        """The cells of the row at ``path`` by their fields, as they print."""
        return tuple((name, "\n".join(words)) for name, words in self._rows.get(path, {}).items())

    def text(self, path: KeyPath) -> str:
        """The text at ``path`` as it prints; of a row or section its title."""
        value: object = self.plan
        for step in path:
            value = getattr(value, step, None) if isinstance(step, str) else _item(value, step)
        if isinstance(value, Row):
            value = value.title
        elif isinstance(value, Section):
            value = value.heading
        return self._wordings.of(text_of(value)).text if value is not None else ""  # type: ignore[arg-type]

    def held(self, paths: Sequence[KeyPath], main: Side | None) -> Iterator[Held]:
        """The parts at ``paths`` in their order, but for the one that ``main`` is the text of."""
        known = set(paths)
        for path in paths:
            if main is not None and path == main.path:
                continue
            depth = sum(path[:end] in known for end in range(1, len(path)))
            subject = self.headings.at(path) or Subject(_text_kind(path), "", "")
            text = subject.text or self.text(path)
            yield Held(subject.what, subject.label, text, self.place(path), depth, self.leads.of_row(path))


def _item(value: object, number: int) -> object:
    return value[number] if isinstance(value, Sequence) else None


def _text_kind(path: KeyPath) -> What:
    return "objective" if "objectives" in path else "paragraph"
