"""A plan's file to a checked plan: read, parse, shape, rules; each stage as far as it can go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from cchc.checks.context import Context
from cchc.checks.families import LEANING, check
from cchc.diagnostics import Diagnostic, has_errors, in_order
from cchc.export.rows import PlanRow, leads
from cchc.language.dates import read_period
from cchc.loader.declared import own_layouts
from cchc.loader.loading import load
from cchc.model.layout import Layout
from cchc.model.objectives import objectives
from cchc.model.plan import Plan
from cchc.pipeline.opening import Opened
from cchc.pipeline.outcomes import Statistics
from cchc.pipeline.policy import allowed
from cchc.pipeline.texts import read_source
from cchc.registry.registry import Registry
from cchc.source import Source, SourceMap
from cchc.syntax.nodes import Node
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


def check_file(file: PlanFile, opened: Opened) -> tuple[Checked | None, tuple[Diagnostic, ...]]:
    """The plan of ``file`` and everything that is wrong with it today; no plan where its text or shape has errors."""
    looks, policy = opened.looks, opened.policy
    source, found = read_source(file.path, file.name)
    if source is None:
        return None, tuple(policy.judged(found))
    own: set[str] = set()

    def declared(root: Node) -> frozenset[str]:
        own.update(own_layouts(root))
        return looks.declared_fields(root)

    loaded = load(source, Plan, declared)
    if loaded.judgeable is None or loaded.places is None:
        return None, in_order(policy.judged((*found, *loaded.diagnostics)), source)
    plan, places = loaded.judgeable, loaded.places
    found_layouts, of_layouts = looks.layouts(plan, places, unsound=own - plan.layouts.keys())
    period = read_period(plan.period)
    layouts = {name: layout.drawn_for(period) for name, layout in found_layouts.items()}
    context = Context(plan, places, layouts, opened.registry, opened.today)
    meaning = tuple(check(context))
    if loaded.incomplete:
        meaning = tuple(each for each in meaning if each.code not in LEANING)
    everything = (*found, *loaded.diagnostics, *of_layouts, *meaning)
    said = in_order(allowed(tuple(policy.judged(everything)), source, places), source)
    if loaded.value is None:
        return None, said
    return Checked(plan, context.rows, places, source, layouts, complete=not has_errors(of_layouts)), said


def statistics(checked: Checked, registry: Registry) -> Statistics:
    """How much a plan holds."""
    return Statistics(
        tasks=sum(row.carries for row in checked.rows),
        kpis=sum(len(objective.figures) for objective in objectives(checked.plan)),
        leads=len(leads(checked.rows, registry)),
    )
