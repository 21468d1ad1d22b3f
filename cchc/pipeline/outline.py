"""``cchc outline``: the derived numbers of a plan, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from cchc.loader.loading import load
from cchc.lower.outline import outline_of
from cchc.model.layout import Layout
from cchc.model.plan import Plan
from cchc.pipeline.checking import check_file
from cchc.pipeline.looks import Looks
from cchc.pipeline.opening import open_plans
from cchc.pipeline.outcomes import Outcome, PlanOutcome, Surroundings
from cchc.pipeline.texts import read_source
from cchc.source import SourceMap, Span
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
        checked, found = check_file(file, opened)
        outcomes.append(PlanOutcome(file.id, found).without_notes())
        if checked is not None:
            yield Outlined(outcomes[-1], tuple(entries(checked.plan, checked.places, checked.layouts)))
        else:
            yield Outlined(outcomes[-1], tuple(_of_what_is_sound(file, opened.looks)))
    yield Outcome(tuple(outcomes), opened.problems)


def _of_what_is_sound(file: PlanFile, looks: Looks) -> Iterator[Entry]:
    """The entries of a plan that has errors, of those parts that have the right shape."""
    source, _ = read_source(file.path, file.name)
    loaded = load(source, Plan, looks.declared_fields) if source else None
    if loaded is not None and loaded.judgeable is not None and loaded.places is not None:
        layouts, _ = looks.layouts(loaded.judgeable, loaded.places)
        yield from entries(loaded.judgeable, loaded.places, layouts)


def entries(plan: Plan, places: SourceMap, layouts: Mapping[str, Layout]) -> Iterator[Entry]:
    """The parts of ``plan`` with their places in the file, in printing order."""
    for depth, label, title, path in outline_of(plan, layouts):
        whole = path in {("act",), ("title",), ("body",)}
        yield Entry(depth, label, title, places.key(path) if whole else places.value(path))
