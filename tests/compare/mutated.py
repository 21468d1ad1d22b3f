"""Copies of the real plans with edits: five that a person would name, or some drawn by a seed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tests.compare.versions import IDS, ROOT, Version, of_plan, of_project
from tests.diff.editing import Case, case

_NEW = "Việc thêm vào để thử, không có trong văn bản"

_Data = Any


def _at(plan: _Data, path: str) -> _Data:
    for key in path.split("."):
        plan = plan[int(key) if key.isdigit() else key]
    return plan


def _rows(path: str, field: str, value: str) -> Callable[[_Data], None]:
    """The five edits of the rows at ``path``, at least five; ``field`` (of a row) gets ``value``."""

    def edit(plan: _Data) -> None:
        rows = _at(plan, path)
        rows[0]["title"] += " và các nội dung liên quan"
        inner, _, key = field.rpartition(".")
        place = rows[1][inner] if inner else rows[1]
        assert place[key] != value
        place[key] = value
        moved = rows[-1]
        rows[2:] = [{"title": _NEW, **({"score": rows[3]["score"]} if "score" in rows[3] else {})}, moved, *rows[3:-1]]

    return edit


def _points(plan: _Data) -> None:
    """The plan of Đắk Lắk has no table: the same edits of its sentences."""
    points = _at(plan, "body.2.sections.0.points")
    points[0] += " và các nội dung liên quan"
    points[1] += " trước tháng 11"
    points[2:] = [_NEW, points[-1], *points[3:-1]]


EDITS: dict[str, Callable[[_Data], None]] = {
    "2018": _rows("body.1.table.groups.0.results.0.activities", "end", "9"),
    "2021-2025": _rows("appendices.0.tasks", "when", "Năm 2029"),
    "2024": _rows("appendices.0.criteria.2.criteria.3.criteria", "score.target", "0.33"),
    "2025": _rows("appendices.0.groups.0.groups.5.tasks", "end", "9"),
    "dak-lak-2025": _points,
}


def edited(name: str, folder: Path) -> Version:
    """The plan ``name`` with its five edits."""
    plan = yaml.load((ROOT / "plans" / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    EDITS[name](plan)
    target = folder / "plans" / f"{name}.yaml"
    target.parent.mkdir(parents=True)
    target.write_text(yaml.safe_dump(plan, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8")
    return of_project(folder, name)


class Mutated(NamedTuple):
    """A real plan as it is written, the same with one to ten edits, and what was edited."""

    name: str
    old: Version
    new: Version
    case: Case


def mutated(numbers: range) -> Iterator[Mutated]:
    """A case for each number: of every real plan in turn; in every fourth the years move on."""
    for seed in numbers:
        name = IDS[seed % len(IDS)]
        drawn = case(name, seed, 1 + seed * 7 % 10, rolled=seed % 4 == 3)
        yield Mutated(f"{name} #{seed}", of_plan(drawn.old, name), of_plan(drawn.new, name), drawn)
