"""Versions of the real plans as they print, and the redlines between them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from cchc.backends.docx.properties import UNDATED, Properties
from cchc.backends.docx.writer import write
from cchc.checks.context import Context
from cchc.compare.alignment import Alignment
from cchc.compare.by_facts import aligned
from cchc.compare.prints import Printed
from cchc.compare.redline import redline
from cchc.diff.facts import Differences
from cchc.diff.plans import differences
from cchc.document.nodes import Document, Revision, Table, Tracked
from cchc.document.style import StyleSheet
from cchc.language.dates import read_period
from cchc.model.plan import Plan
from cchc.pipeline.opening import open_plans
from cchc.pipeline.trial import Trial
from cchc.registry.registry import shipped_registry
from tests.pipeline.files import surroundings
from tests.pipeline.trials import Prepared, prepared, printed

ROOT = Path(__file__).parents[2]
IDS = ("2018", "2021-2025", "2024", "2025", "dak-lak-2025")
PROPERTIES = Properties("Kế hoạch", "Ủy ban nhân dân", UNDATED)


class Version(NamedTuple):
    """A plan and where it prints."""

    plan: Plan
    printed: Printed

    @property
    def document(self) -> Document:
        """What it prints."""
        return self.printed.document


class Made(NamedTuple):
    """A redline with what it was made from."""

    old: Document
    new: Document
    differences: Differences
    alignment: Alignment
    document: Document
    data: bytes


def of_project(folder: Path, name: str) -> Version:
    """The plan ``name`` of the project ``folder``."""
    return _version(prepared(folder, name).trial)


@cache
def real(name: str) -> Version:
    """The real plan ``name``."""
    return _version(_prepared(name).trial)


def of_plan(plan: Plan, name: str) -> Version:
    """``plan``, which has the tables of the real plan ``name`` and so its layouts, in the years of ``plan``."""
    looks = open_plans((name,), None, surroundings(ROOT)).looks
    checked = _prepared(name).checked
    drawn = {
        key: layout.drawn_for(read_period(plan.period))
        for key, layout in looks.layouts(checked.plan, checked.places)[0].items()
    }
    context = checked.context
    like = checked._replace(context=Context(context.plan, context.places, drawn, context.registry, context.today))
    document = printed(plan, like, looks, traced=False)
    assert document is not None
    return _version(Trial(plan, document, lambda traced: printed(traced, like, looks, traced=True)))


@cache
def _prepared(name: str) -> Prepared:
    return prepared(ROOT, name)


def _version(trial: Trial) -> Version:
    return Version(trial.plan, Printed(trial.document, trial.plan, trial.prints()))


@cache
def looks() -> StyleSheet:
    """The shipped style sheet."""
    styles = open_plans(("2025",), None, surroundings(ROOT)).looks.styles.value
    assert styles is not None
    return styles


def written(document: Document) -> bytes:
    """The file of ``document``."""
    return write(document, looks(), PROPERTIES)


def made(old: Version, new: Version) -> Made:
    """The redline of two versions."""
    found = differences(old.plan, new.plan, shipped_registry())
    alignment = aligned(old.printed, new.printed, found)
    merged = redline(old.document, new.document, alignment)
    return Made(old.document, new.document, found, alignment, merged, written(merged))


def revisions(document: Document) -> list[Revision]:
    """Every revision of a tree, as often as it stands there."""
    found = [row.revision for s in document.sections for b in s.blocks if isinstance(b, Table) for row in b.rows]
    for paragraph in document.paragraphs():
        found += [paragraph.mark, *(each.revision for each in paragraph.inlines if isinstance(each, Tracked))]
    return [revision for revision in found if revision]
