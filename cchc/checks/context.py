"""What a rule may look at: a plan with its places and layouts, the registry, the day, and what several rules read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from cchc.export.rows import PlanRow, bodies_of, plan_rows
from cchc.language.dates import Period, read_period
from cchc.lower.act import act_day
from cchc.model.blocks import Prose
from cchc.model.cells import Who
from cchc.model.layout import Layout
from cchc.model.objectives import Objective, objectives
from cchc.model.plan import Plan
from cchc.model.rows import Table
from cchc.model.walk import texts
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


class Context:
    """A plan as the rules see it. What is read of it is read once, at its first use.

    ``layouts`` are those of its tables by name, with their years filled in; one that is not there has its own
    diagnostic. ``today`` is the day of the run. ``implemented`` is the plan that this one carries out in its years,
    where the run has read it.
    """

    def __init__(
        self,
        plan: Plan,
        places: SourceMap,
        layouts: Mapping[str, Layout],
        registry: Registry,
        today: date,
        implemented: Context | None = None,
    ) -> None:
        self.plan = plan
        self.places = places
        self.layouts = layouts
        self.registry = registry
        self.today = today
        self.implemented = implemented

    @cached_property
    def day(self) -> date:
        """The day on which names are read: the act's, and that of the run for a draft."""
        return act_day(self.plan.act) or self.today

    @cached_property
    def period(self) -> Period:
        """The years of the plan."""
        return read_period(self.plan.period)

    @cached_property
    def rows(self) -> tuple[PlanRow, ...]:
        """Every row of the plan's tables in printing order."""
        return tuple(plan_rows(self.plan))

    @cached_property
    def objectives(self) -> tuple[Objective, ...]:
        """Every objective in printing order."""
        return tuple(objectives(self.plan))

    @cached_property
    def texts(self) -> tuple[tuple[KeyPath, str], ...]:
        """Every text of the plan with its key path."""
        return tuple(texts(self.plan))

    @cached_property
    def citations(self) -> tuple[Cited, ...]:
        """Every act that the plan's texts name."""
        return tuple(
            Cited(path, text, citation)
            for path, text in self.texts
            if "/" in text or "uật" in text or "Pháp lệnh" in text
            for citation in citations(text)
            if path[0] != "layouts"
        )

    def tables(self) -> Iterator[DrawnTable]:
        """The tables whose layout is there, in printing order."""
        for path, table in self.plan.tables():
            layout = self.layouts.get(table.layout)
            if layout is not None:
                yield DrawnTable(path, table, layout)

    def bodies(self, value: Prose | Who | None) -> tuple[Mention, ...]:
        """The bodies, office-holders and classes that ``value`` names, as they were on the plan's day."""
        return bodies_of(value, self.registry, self.day)
