"""Comparisons of small plans, made from their texts without a file."""

from __future__ import annotations

from textwrap import dedent

from cchc.compare.comparison import Comparison, Entry
from cchc.compare.entries import comparison
from cchc.compare.plan_side import Compared
from cchc.diff.plans import differences
from cchc.export.rows import plan_rows
from cchc.loader.loading import load
from cchc.lower.derived import act_day
from cchc.model.plan import Plan
from cchc.registry.registry import shipped_registry
from cchc.source import Source

HEAD = """\
period: {year}
jurisdiction: Đắk Nông
act: {{kind: decision, date: {before}-12-30}}
"""


def compared(old: str, new: str, years: tuple[int, int] = (2025, 2025)) -> Comparison:
    """The comparison of two plans of these ``years``, given without their heads."""
    sides = [_side(name, year, text) for name, year, text in zip(("cu", "moi"), years, (old, new), strict=True)]
    found = differences(sides[0].plan, sides[1].plan, shipped_registry())
    return comparison(sides[0], sides[1], found, shipped_registry())


def _side(name: str, year: int, text: str) -> Compared:
    whole = HEAD.format(year=year, before=year - 1) + dedent(text)
    loaded = load(Source(f"{name}.yaml", whole), Plan)
    assert loaded.value is not None, loaded.diagnostics
    assert loaded.places is not None
    plan = loaded.value
    return Compared(name, f"{name}.yaml", plan, loaded.places, {}, tuple(plan_rows(plan)), act_day(plan.act))


def one(found: Comparison) -> Entry:
    """The only entry, those about the act's own years and day left out."""
    [entry] = [entry for entry in found.entries if entry.fact.field not in ("period", "date")]
    return entry
