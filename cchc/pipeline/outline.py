"""``cchc outline``: the derived numbers of a plan, each with its place in the file.

The numbers are taken from the view that the templates print, so they are those of the Word file by construction; the
model gives the places, in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from cchc.loader.loading import load
from cchc.lower.document import lower
from cchc.lower.views import ArticleView, LineView, PlanView, RowView, TableView
from cchc.model.body import Section
from cchc.model.inheritance import placed_rows
from cchc.model.layout import ROW_KEYS, Layout
from cchc.model.plan import Plan
from cchc.model.rows import Appendix
from cchc.pipeline.checking import check_file
from cchc.pipeline.looks import Looks
from cchc.pipeline.opening import open_plans
from cchc.pipeline.outcomes import Outcome, PlanOutcome, Surroundings
from cchc.pipeline.texts import read_source
from cchc.registry.act_types import DECISION, PLAN
from cchc.registry.registry import shipped_registry
from cchc.source import KeyPath, SourceMap, Span
from cchc.workspace.projects import PlanFile
from cchc.workspace.trouble import WorkspaceError


class Entry(NamedTuple):
    """A part of a plan that bears a derived number or name: ``label`` and ``title`` as they print.

    ``depth`` counts the parts around it: documents have 0. ``span`` is where the part is written.
    """

    depth: int
    label: str
    title: str
    span: Span


class Outlined(NamedTuple):
    """What came of one plan: what is wrong with it, and the parts that can be shown."""

    outcome: PlanOutcome
    entries: tuple[Entry, ...]


def outline(
    operands: tuple[str, ...], surroundings: Surroundings, templates: Path | None = None
) -> Iterator[Outlined | Outcome]:
    """The parts of the plans that ``operands`` name: one Outlined for each plan, then the Outcome of the run."""
    try:
        opened = open_plans(operands, templates, surroundings)
    except WorkspaceError as error:
        yield Outcome(diagnostics=(error.diagnostic,))
        return
    outcomes: list[PlanOutcome] = []
    for file in opened.plans:
        checked, found = check_file(file, opened.looks)
        outcomes.append(PlanOutcome(file.id, found))
        if checked is not None:
            yield Outlined(outcomes[-1], tuple(entries(checked.plan, checked.places, checked.layouts)))
        else:
            yield Outlined(outcomes[-1], tuple(_of_what_is_sound(file, opened.looks)))
    yield Outcome(tuple(outcomes), opened.problems)


def _of_what_is_sound(file: PlanFile, looks: Looks) -> Iterator[Entry]:
    """The entries of a plan that has errors, of those parts that have the right shape."""
    source, _ = read_source(file.path, file.name)
    loaded = load(source, Plan) if source else None
    if loaded is not None and loaded.judgeable is not None and loaded.places is not None:
        layouts, _ = looks.layouts(loaded.judgeable, loaded.places)
        yield from entries(loaded.judgeable, loaded.places, layouts)


def entries(plan: Plan, places: SourceMap, layouts: Mapping[str, Layout]) -> Iterator[Entry]:
    """The parts of ``plan`` in printing order; rows of a layout that ``layouts`` lacks have no labels."""
    known = {appendix.layout: layouts.get(appendix.layout) or _unlabelled() for appendix in plan.appendices}
    view = lower(plan, known, shipped_registry())
    if plan.act.kind == "decision":
        yield Entry(0, DECISION.name, view.act.subject, places.key(("act",)))
        yield from _articles(view.act.articles, places)
    if view.plan is not None:
        yield Entry(0, PLAN.name, view.plan.title, places.key(("title",) if plan.title else ("body",)))
        yield from _sections(plan, view.plan, places)
    for index, (appendix, drawn) in enumerate(zip(plan.appendices, view.appendices, strict=True)):
        yield Entry(0, drawn.name, drawn.title, places.value(("appendices", index)))
        yield from _rows(appendix, drawn.table, ("appendices", index), places)


def _unlabelled() -> Layout:
    return Layout.model_validate({"columns": [{"label": "…", "show": "title", "width": 100}], "rows": {}})


def _articles(articles: Iterable[ArticleView], places: SourceMap) -> Iterator[Entry]:
    for index, article in enumerate(articles):
        yield Entry(1, article.label, _words(article.lines[:1]), places.value(("act", "articles", index)))


def _sections(plan: Plan, view: PlanView, places: SourceMap) -> Iterator[Entry]:
    headings = (line for line in view.lines if line.kind == "section")
    headed = (found for found in _walk(plan.body, ("body",)) if found[1].heading is not None)
    for (path, _), line in zip(headed, headings, strict=True):
        yield Entry(line.level, line.label, line.text, places.value(path))


def _walk(sections: Iterable[Section], path: KeyPath) -> Iterator[tuple[KeyPath, Section]]:
    for index, section in enumerate(sections):
        yield (*path, index), section
        yield from _walk(section.sections, (*path, index, "sections"))


def _rows(holder: Appendix, table: TableView, path: KeyPath, places: SourceMap) -> Iterator[Entry]:
    """The rows of the table ``holder``, which is at ``path``."""
    drawn = (row for row in table.rows if row.key in ROW_KEYS)
    for placed, row in zip(placed_rows(holder), drawn, strict=True):
        span = places.value((*path, *placed.path))
        yield Entry(row.level, _cell(row, "label"), _cell(row, "title"), span)


def _cell(row: RowView, field: str) -> str:
    """What ``row`` prints in its column of ``field``; empty where it has none."""
    return next((_words(cell.lines) for cell in row.cells if cell.field == field), "")


def _words(lines: Iterable[LineView]) -> str:
    return " ".join(f"{line.label} {line.text}".strip() for line in lines)
