"""A plan's file to a checked plan: read, parse, shape, rules; each stage as far as it can go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from cchc.checks.context import Context
from cchc.checks.families import LEANING, check
from cchc.diagnostics import Diagnostic, has_errors
from cchc.export.rows import PlanRow, leads
from cchc.language.dates import read_period
from cchc.loader.loading import load
from cchc.model.layout import Layout
from cchc.model.objectives import objectives
from cchc.model.plan import Plan
from cchc.pipeline.looks import Looks
from cchc.pipeline.outcomes import Statistics
from cchc.pipeline.texts import read_source
from cchc.registry.registry import Registry, shipped_registry
from cchc.source import Source, SourceMap
from cchc.workspace.projects import PlanFile


class Checked(NamedTuple):
    """A plan that has the right shape, with its rows, its text, its places and the layouts that it names.

    ``complete``: every layout is there, so the plan can be printed.
    """

    plan: Plan
    rows: tuple[PlanRow, ...]
    places: SourceMap
    source: Source
    layouts: Mapping[str, Layout]
    complete: bool


def check_file(file: PlanFile, looks: Looks, today: date) -> tuple[Checked | None, tuple[Diagnostic, ...]]:
    """The plan of ``file`` and everything that is wrong with it today; no plan where its text or shape has errors."""
    source, found = read_source(file.path, file.name)
    if source is None:
        return None, tuple(found)
    return check_source(source, looks, today, tuple(found))


def check_source(
    source: Source, looks: Looks, today: date, found: tuple[Diagnostic, ...] = ()
) -> tuple[Checked | None, tuple[Diagnostic, ...]]:
    """As ``check_file``, of a text in which ``found`` was found so far."""
    loaded = load(source, Plan, looks.declared_fields)
    if loaded.judgeable is None or loaded.places is None:
        return None, in_order((*found, *loaded.diagnostics), source)
    plan, places = loaded.judgeable, loaded.places
    found_layouts, of_layouts = looks.layouts(plan, places)
    period = read_period(plan.period)
    layouts = {name: layout.drawn_for(period) for name, layout in found_layouts.items()}
    context = Context(plan, places, layouts, shipped_registry(), today)
    meaning = tuple(check(context))
    if loaded.incomplete:
        meaning = tuple(each for each in meaning if each.code not in LEANING)
    said = in_order((*found, *loaded.diagnostics, *of_layouts, *meaning), source)
    if loaded.value is None:
        return None, said
    return Checked(plan, context.rows, places, source, layouts, complete=not has_errors(of_layouts)), said


def in_order(diagnostics: Iterable[Diagnostic], source: Source) -> tuple[Diagnostic, ...]:
    """``diagnostics`` as they stand in ``source``; those without a place first, those of other files last."""

    def place(diagnostic: Diagnostic) -> tuple[int, int]:
        span = diagnostic.span
        if span is None:
            return 0, 0
        return (1, span.start) if span.source is source else (2, 0)

    return tuple(sorted(diagnostics, key=place))


def statistics(checked: Checked, registry: Registry) -> Statistics:
    """How much a plan holds."""
    return Statistics(
        tasks=sum(row.carries for row in checked.rows),
        kpis=sum(len(objective.figures) for objective in objectives(checked.plan)),
        leads=len(leads(checked.rows, registry)),
    )
