"""Who is named where in a plan: the cells of rows grouped by their words, duty lists, the act's own lists."""

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from cchc.export.duties import Duty, duties
from cchc.export.rows import PlanRow, bodies_of
from cchc.model.act import Article
from cchc.model.blocks import Block, Prose, Verbatim, paragraphs
from cchc.model.cells import CellValue
from cchc.model.plan import Plan
from cchc.patterns import deferred
from cchc.registry.naming import Naming, naming_of
from cchc.registry.reading import Mention, read_bodies
from cchc.registry.registry import Registry
from cchc.source import KeyPath, SourceMap, Span

LEAD, SUPPORT = "lead", "support"
_ACTING = deferred(r"\s(?:chịu trách nhiệm|có trách nhiệm|căn cứ|tổ chức|thi hành)\b", re.IGNORECASE)
"""Where an article leaves off naming bodies and says what they do."""


class CellOf(NamedTuple):
    """Words in a column of bodies, what they name, and the rows that have them, in printing order."""

    field: str
    mentions: tuple[Mention, ...]
    rows: list[PlanRow]


class Place(NamedTuple):
    """A text outside the tables that names bodies: the way to it, and what it names."""

    path: KeyPath
    mentions: tuple[Mention, ...]


class Assigned:
    """The bodies of a plan where it assigns work; every text is read once, however many rows have it."""

    def __init__(self, plan: Plan, rows: Iterable[PlanRow], fields: frozenset[str], registry: Registry, on: date):
        """``fields`` are the columns of bodies that layouts declare besides lead and support."""
        self._registry = registry
        self._on = on
        self._plan = plan
        cells: dict[tuple[str, Hashable], CellOf] = {}
        for row in rows:
            for field in (LEAD, SUPPORT, *fields):
                value = row.written.get(field)
                if value is None:
                    continue
                key = field, key_of(value)
                cell = cells.get(key)
                if cell is None:
                    cells[key] = cell = CellOf(field, bodies_of(value, registry, on), [])
                cell.rows.append(row)
        self._cells = cells

    def cells(self, *fields: str) -> Iterator[CellOf]:
        """The different cells of ``fields``, of all columns of bodies where none is named."""
        return (cell for cell in self._cells.values() if not fields or cell.field in fields)

    def cell(self, field: str, value: CellValue) -> CellOf:
        """The cell of ``field`` that has ``value``."""
        return self._cells[field, key_of(value)]

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """The duty lists of the body of the plan."""
        return tuple(
            duty._replace(bodies=read_bodies(duty.words, self._registry, self._on))
            for duty in duties(self._plan, self._registry)
        )

    def act_places(self) -> Iterator[Place]:
        """Where the act itself names bodies: who enforces it, whose duty an article is, who receives it."""
        act = self._plan.act
        for index, article in enumerate(act.articles):
            path: KeyPath = ("act", "articles", index)
            if isinstance(article, Article) and isinstance(article.enforcement, str):
                yield self._place((*path, "enforcement"), _ACTING.split(article.enforcement)[0])
            if isinstance(article, Block) and article.duty_of:
                yield self._place((*path, "duty_of"), article.duty_of)
        for index, recipient in enumerate(act.recipients):
            yield from self._listed(recipient, ("act", "recipients", index))

    def naming(self, mention: Mention) -> Naming:
        """How ``mention`` names its body."""
        return naming_of(mention, self._registry, self._on)

    def _listed(self, recipient: Prose | Verbatim, path: KeyPath) -> Iterator[Place]:
        if isinstance(recipient, Verbatim):
            yield self._place((*path, "printed"), recipient.printed)
        elif isinstance(recipient, Block):
            for text in paragraphs(recipient.text):
                yield self._place((*path, "text"), text)
            for kind, items in recipient.lists():
                for index, item in enumerate(items):
                    yield from self._listed(item, (*path, kind, index))
        else:
            yield self._place(path, recipient)

    def _place(self, path: KeyPath, text: str) -> Place:
        return Place(path, read_bodies(text, self._registry, self._on))


def key_of(value: CellValue) -> Hashable:
    """What tells ``value`` from others; parts with keys are told apart by themselves."""
    return value if isinstance(value, str) else id(value)


def cell_span(row: PlanRow, field: str, places: SourceMap) -> Span:
    """Where the cell ``field`` of ``row`` was written: in the row, in the ``defaults`` around it, in the row above."""
    for path in _written_at(row.path, field, places.values):
        if path in places.values:
            return places.values[path]
    return places.value((*row.path, "title"))


def cell_spans(cell: CellOf, places: SourceMap) -> list[Span]:
    """Where ``cell`` was written, each place once: rows may have it from the same ``defaults``."""
    spans = (cell_span(row, cell.field, places) for row in cell.rows if cell.field not in row.merged)
    return list({(span.start, span.end): span for span in spans}.values())


def duty_span(duty: Duty, places: SourceMap) -> Span:
    """Where it stands whose duties a list holds."""
    agency = (*duty.path, "agency")
    return places.value(agency if agency in places.values else (*duty.path, "duty_of"))


def _written_at(path: KeyPath, field: str, written: Mapping[KeyPath, Span]) -> Iterator[KeyPath]:
    name = field.split(".")
    yield (*path, *name)
    if path[-2:-1] == ("parts",):
        path = path[:-2]
        yield (*path, *name)
    index = path[-1]
    taken = (*path, "as_above") in written
    while taken and isinstance(index, int) and index > 0:
        index -= 1
        yield (*path[:-1], index, *name)
        taken = (*path[:-1], index, "as_above") in written
    while len(path) >= 2:
        path = path[:-2]
        yield (*path, "defaults", *name)
