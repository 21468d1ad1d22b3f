"""Small plans for tests, read from YAML by the program's own loader."""

from __future__ import annotations

from datetime import date
from textwrap import dedent, indent
from typing import TypeVar

from cchc.checks.context import Context
from cchc.loader.loading import load
from cchc.model.layout import Layout
from cchc.model.plan import Plan
from cchc.registry.registry import shipped_registry
from cchc.source import Source, SourceMap

TODAY = date(2026, 9, 1)
"""The day of every run."""

FIRST = """\
                  - title: Ban hành văn bản, đề cương hướng dẫn sơ kết
                    indicator: Văn bản ban hành kịp thời, đề cương hướng dẫn cụ thể, rõ ràng
                    output: Văn bản của Tỉnh ủy, UBND tỉnh
                    lead: Sở Nội vụ
                    start: 6
                    end: 7
"""
"""The first activity of ``plans/2025.yaml``, as it is written there."""

_Model = TypeVar("_Model")


def read(text: str, model: type[_Model]) -> _Model:
    """``text`` as a ``model``; what is wrong with it fails the test."""
    loaded = load(Source("test.yaml", dedent(text)), model)
    assert loaded.diagnostics == ()
    assert loaded.value is not None
    return loaded.value


def plan(text: str = "", *, act: str = "") -> Plan:
    """A decision of Đắk Nông for 2025 with the keys of ``text``, and those of ``act`` in its act."""
    inner = indent(dedent(act), "  ")
    return read(f"period: 2025\njurisdiction: Đắk Nông\nact:\n  kind: decision\n{inner}\n{dedent(text)}", Plan)


def layout(rows: str, columns: str = "label title indicator output lead support start end note") -> Layout:
    """A layout of one column a field, with the row rules of ``rows``."""
    drawn = "".join(f"  - {{label: {name}, show: {name}, width: 10}}\n" for name in columns.split())
    return read(f"columns:\n{drawn}rows:\n{indent(dedent(rows), '  ')}", Layout)


def context(plan: Plan, places: SourceMap) -> Context:
    """``plan`` as the rules see it where no layout was read."""
    return Context(plan, places, {}, shipped_registry(), TODAY)
