"""What a rule may look at: a plan with its places and layouts, the registry, the day, and what several rules read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from cchc.checks.assigned import Assigned
from cchc.checks.texts import Texts
from cchc.checks.times import RowTime, row_times
from cchc.export.kpis import KPI_FIELDS
from cchc.export.rows import PlanRow, bodies_of, plan_rows
from cchc.language.dates import NotADate, Period, read_month, read_period
from cchc.lower.derived import act_day
from cchc.model.base import Part
from cchc.model.blocks import Block, KpiNote, Prose, sentences
from cchc.model.cells import Who
from cchc.model.layout import Layout
from cchc.model.objectives import Objective, objectives
from cchc.model.plan import Plan
from cchc.model.rows import Table
from cchc.model.sums import Sums, sums
from cchc.model.walk import Held, held
from cchc.registry.citations import Citation, citations
from cchc.registry.reading import Mention
from cchc.registry.registry import Registry
from cchc.source import KeyPath, SourceMap


class DrawnTable(NamedTuple):
    """A table of the plan with the way to it and the layout that draws it."""

    path: KeyPath
    table: Table
    layout: Layout


class Cited(NamedTuple):
    """An act that a text of the plan names, with the text and the way to it."""

    path: KeyPath
    text: str
    citation: Citation


def _row_sentences(rows: Iterable[PlanRow]) -> Iterator[tuple[PlanRow, str, str]]:
    for row in rows:
        for field in KPI_FIELDS:
            written = None if field in row.merged else row.written.get(field)
            if isinstance(written, Block) or (isinstance(written, str) and ("%" in written or "<" in written)):
                for text in sentences(written):
                    if "%" in text or "<" in text:
                        yield row, field, text


class Context:
    """A plan as the rules see it. What is read of it is read once, at its first use.

    ``layouts`` are those of its tables by name, with their years filled in; one that is not there has its own
    diagnostic. ``today`` is the day of the run, ``of_today`` whether anybody asked for it. ``implemented`` is the plan
    that this one carries out in its years, where the run has read it.
    """

    def __init__(
        self,
        plan: Plan,
        places: SourceMap,
        layouts: Mapping[str, Layout],
        registry: Registry,
        today: date,
        implemented: "Context | None" = None,
    ) -> None:
        self.plan = plan
        self.places = places
        self.layouts = layouts
        self.registry = registry
        self._today = today
        self.of_today = False
        self.implemented = implemented
        self._sums: dict[KeyPath, Sums] = {}

    @property
    def today(self) -> date:
        """The day of the run: what follows from it may not hold tomorrow."""
        self.of_today = True
        return self._today

    @cached_property
    def act_day(self) -> date | None:
        """The day of the act; None while it is not known to the day."""
        return act_day(self.plan.act)

    @cached_property
    def day(self) -> date:
        """The day on which names are read: the act's; the last of its month in a draft that gives only that; else
        that of the run.
        """
        return self.act_day or self._end_of_month or self.today

    @property
    def _end_of_month(self) -> date | None:
        try:
            return read_month(self.plan.act.date or "").last_day
        except NotADate:
            return None

    @cached_property
    def period(self) -> Period:
        """The years of the plan."""
        return read_period(self.plan.period)

    @cached_property
    def rows(self) -> tuple[PlanRow, ...]:
        """Every row of the plan's tables in printing order."""
        return tuple(plan_rows(self.plan))

    @cached_property
    def times(self) -> tuple[RowTime, ...]:
        """The rows that name a time which can be read, with their days, in printing order."""
        return tuple(row_times(self.plan, self.period))

    @cached_property
    def objectives(self) -> tuple[Objective, ...]:
        """Every objective in printing order."""
        return tuple(objectives(self.plan))

    @cached_property
    def _held(self) -> Held:
        return held(self.plan)

    @property
    def parts(self) -> Sequence[tuple[KeyPath, Part]]:
        """Every part of the plan with its key path, outer before inner."""
        return self._held.parts

    @property
    def texts(self) -> Sequence[tuple[KeyPath, str]]:
        """Every text of the plan with its key path, as typed."""
        return self._held.texts

    @cached_property
    def assigned(self) -> Assigned:
        """The bodies to which the plan assigns work."""
        declared = (
            name for layout in self.layouts.values() for name, each in layout.fields.items() if each.type == "body"
        )
        return Assigned(self.plan, self.rows, frozenset(declared), self.registry, self.day)

    @cached_property
    def described(self) -> tuple[tuple[KeyPath, Block, Mapping[str, KpiNote]], ...]:
        """The blocks that describe their KPIs, each with its key path and what it says of them by name."""
        return tuple((path, part, part.kpis) for path, part in self.parts if isinstance(part, Block) and part.kpis)

    @cached_property
    def row_sentences(self) -> tuple[tuple[PlanRow, str, str], ...]:
        """The sentences of rows that may state a figure, each with its field; what goes on from above counts there."""
        return tuple(_row_sentences(self.rows))

    @cached_property
    def wordings(self) -> Texts:
        """Every wording of the plan, once."""
        return Texts(self.texts, self.places)

    @cached_property
    def citations(self) -> tuple[Cited, ...]:
        """Every act that the plan's texts name."""
        return tuple(
            Cited(path, text, citation)
            for path, text in self.wordings.having("/", "uật", "Pháp lệnh")
            for citation in citations(text)
            if path[0] != "layouts"
        )

    def forget(self) -> None:
        """Let go of what only rules ask for, some 40 MB of 10,000 tasks; it is read anew for whoever asks again."""
        for name in ("_held", "wordings", "row_sentences", "described"):
            self.__dict__.pop(name, None)

    def tables(self) -> Iterator[DrawnTable]:
        """The tables whose layout is there, in printing order."""
        for path, table in self.plan.tables():
            layout = self.layouts.get(table.layout)
            if layout is not None:
                yield DrawnTable(path, table, layout)

    def sums(self, drawn: DrawnTable) -> Sums:
        """The sums of a table's figures."""
        if drawn.path not in self._sums:
            self._sums[drawn.path] = sums(drawn.table, drawn.layout)
        return self._sums[drawn.path]

    def bodies(self, value: Prose | Who | None) -> tuple[Mention, ...]:
        """The bodies, office-holders and classes that ``value`` names, as they were on the plan's day."""
        return bodies_of(value, self.registry, self.day)
