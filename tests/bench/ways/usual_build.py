"""A whole build of the usual pieces: ``python -m tests.bench.ways.usual_build PLAN TEMPLATE OUT``.

ruamel.yaml reads the plan and keeps its comments, pydantic models its rows, docxtpl prints them. Nothing is checked,
derived or read back but the labels of rows.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from ruamel.yaml import YAML

from tests.bench.ways.docxtpl_table import write_table
from tests.bench.ways.laps import Laps


class Row(BaseModel):
    """A group, task or activity."""

    title: str
    rows: dict[str, Any] = {}
    indicator: str = ""
    output: str | list[str] = ""
    lead: str | list[str] = ""
    support: str | list[str] = ""
    start: str | int = ""
    end: str | int = ""
    when: str = ""
    note: str = ""
    groups: list[Row] = []
    tasks: list[Row] = []
    activities: list[Row] = []


class Appendix(BaseModel):
    """An appendix with its rows."""

    title: str
    layout: str
    defaults: dict[str, str] = {}
    groups: list[Row] = []


class Plan(BaseModel):
    """A plan; what stands outside its appendices is taken as it is."""

    period: str | int
    jurisdiction: str
    act: dict[str, Any]
    title: str
    body: list[dict[str, Any]]
    appendices: list[Appendix]


def _printed(row: Row, label: str, defaults: dict[str, str]) -> Iterator[list[str]]:
    leads = _text(row.lead)
    support = _text(row.support) or (defaults.get("support", "") if leads else "")
    times = [f"Tháng {month}" if month else row.when for month in (row.start, row.end)]
    yield [label, row.title, row.indicator, _text(row.output), leads, support, *times, row.note]
    for kind, rows in (("Nhóm", row.groups), ("Nhiệm vụ", row.tasks), ("Hoạt động", row.activities)):
        for number, each in enumerate(rows, start=1):
            yield from _printed(each, f"{kind} {number}", defaults)


def _text(value: str | list[str]) -> str:
    return value if isinstance(value, str) else "; ".join(value)


def main() -> None:
    """Build the plan of the first argument through the template of the second."""
    source, template, target = map(Path, sys.argv[1:])
    laps = Laps()
    with laps.lap("ruamel.yaml"):
        data = YAML().load(source)
    with laps.lap("pydantic"):
        plan = Plan.model_validate(data)
    with laps.lap("docxtpl"):
        appendices = plan.appendices
        rows = [row for each in appendices for group in each.groups for row in _printed(group, "", each.defaults)]
        write_table(template, rows, target)
    laps.say()


if __name__ == "__main__":
    main()
