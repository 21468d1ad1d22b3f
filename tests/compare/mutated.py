"""Each real plan beside a copy with five edits: a text reworded, a time or figure changed, a row gone, come, moved."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from cchc.compare.prints import Printed
from cchc.document.nodes import Document
from cchc.document.style import StyleSheet
from cchc.model.plan import Plan
from cchc.pipeline.opening import open_plans
from tests.pipeline.files import surroundings
from tests.pipeline.trials import prepared

PLANS = Path(__file__).parents[2] / "plans"
IDS = ("2018", "2021-2025", "2024", "2025", "dak-lak-2025")
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


class Version(NamedTuple):
    """A plan and where it prints."""

    plan: Plan
    printed: Printed

    @property
    def document(self) -> Document:
        return self.printed.document


def edited(name: str, folder: Path) -> Version:
    """The plan ``name`` with its five edits."""
    plan = yaml.load((PLANS / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    EDITS[name](plan)
    target = folder / "plans" / f"{name}.yaml"
    target.parent.mkdir(parents=True)
    target.write_text(yaml.safe_dump(plan, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8")
    return version(folder, name)


def real(name: str) -> Version:
    """The plan ``name`` as it is."""
    return version(PLANS.parent, name)


def version(folder: Path, name: str) -> Version:
    """The plan ``name`` of the project ``folder``."""
    trial = prepared(folder, name).trial
    return Version(trial.plan, Printed(trial.document, trial.plan, trial.prints()))


@cache
def looks() -> StyleSheet:
    """The shipped style sheet."""
    styles = open_plans(("2025",), None, surroundings(PLANS.parent)).looks.styles.value
    assert styles is not None
    return styles
