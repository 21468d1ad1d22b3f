"""The JSON Schema: what ships is what the model says, and an editor finds what the program finds."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cchc.model.schema import as_text, plan_schema
from cchc.source import KeyPath
from tests.editor import complaints, read

ROOT = Path(__file__).parents[2]
PLANS = [path for path in sorted((ROOT / "plans").glob("*.yaml")) if path.name[0] != "_"]
SOUND = [*PLANS, *sorted((ROOT / "tests" / "form" / "plans").glob("*.yaml"))]
PLAN = read((ROOT / "plans" / "2025.yaml").read_text(encoding="utf-8"))


def test_the_shipped_schema_is_the_models() -> None:
    assert (ROOT / "plans" / "_schema.json").read_text(encoding="utf-8") == as_text()
    Draft202012Validator.check_schema(plan_schema())


@pytest.mark.parametrize(
    ("written", "value"),
    [
        *(("9", 9), ("09", 9), ("1.10", 1.1), ("1.500", 1.5), ("2025", 2025)),
        *(("no", "no"), ("on", "on"), ("12/2024", "12/2024"), ("2024-12-30", "2024-12-30"), ("1:30", "1:30")),
        *(("", None), ("~", None), ("true", True), ("1629", 1629), ("30c", "30c"), ('"01"', "01")),
    ],
)
def test_an_editor_reads_by_yaml_1_2(written: str, value: object) -> None:
    found = read(f"a: {written}")["a"]
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.name)
def test_a_sound_plan_fits(path: Path) -> None:
    assert complaints(read(path.read_text(encoding="utf-8"))) == []


def test_there_are_sound_plans() -> None:
    assert (ROOT / "plans" / "2025.yaml") in PLANS
    assert len(SOUND) > len(PLANS)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("perod",), 2025),
        (("act", "kin"), "decision"),
        (("act", "articles", 1, "enforcment"), "x"),
        (("act", "signatory", "nam"), "x"),
        (("body", 0, "titel"), "x"),
        (("body", 1, "sections", 0, "sections", 0, "objectivs"), "x"),
        (("appendices", 0, "layuot"), "x"),
        (("appendices", 0, "groups", 0, "groups", 0, "tasks", 0, "activities", 0, "leed"), "x"),
        (("appendices", 0, "defaults", "leed"), "x"),
        (("act", "kind"), "decree"),
        (("body", 0, "reform"), "the-chê"),
        (("decimal",), ";"),
        (("act", "signatory", "on_behalf"), {"KTT": "x"}),
        (("act",), "Quyết định"),
        (("act", "date"), ["12/2024"]),
        (("act", "recipients"), "Bộ Nội vụ"),
        (("act", "subject"), ""),
        (("body",), {"title": "x"}),
        (("title",), {"text": "x"}),
        (("appendices", 0, "groups", 0, "title"), {"Trong đó": "x"}),
        (("appendices", 0, "layout"), ["x"]),
        (("appendices", 0, "groups", 0, "serves"), ["Không phải mã"]),
    ],
)
def test_a_mistake_is_found_at_its_place(path: KeyPath, value: object) -> None:
    broken = deepcopy(PLAN)
    _holder(broken, path)[path[-1]] = value
    places = complaints(broken)
    assert len(places) == 1
    assert places[0][: len(path)] == path[: len(places[0])]


@pytest.mark.parametrize(
    "path", [("period",), ("act",), ("act", "kind"), ("appendices", 0, "layout"), ("appendices", 0, "title")]
)
def test_what_must_be_there_is_missed(path: KeyPath) -> None:
    broken = deepcopy(PLAN)
    del _holder(broken, path)[path[-1]]
    assert complaints(broken) == [path[:-1]]


def _holder(plan: Any, path: KeyPath) -> Any:
    for step in path[:-1]:
        plan = plan[step]
    return plan


def test_every_key_is_explained_in_vietnamese() -> None:
    described = dict(_properties(plan_schema(), ()))
    assert ("properties", "period") in described
    assert {"Act", "Section", "Row", "Appendix"} <= {place[1] for place in described if place[0] == "$defs"}
    assert [place for place, each in described.items() if not (each.get("title") and each.get("description"))] == []


def _properties(schema: Any, place: tuple[str, ...]) -> list[tuple[tuple[str, ...], Any]]:
    """Every property that is described at any depth, with its place in the schema."""
    if not isinstance(schema, dict | list):
        return []
    inner = schema.items() if isinstance(schema, dict) else enumerate(schema)
    found = [each for key, value in inner for each in _properties(value, (*place, str(key)))]
    own = schema.get("properties", {}) if isinstance(schema, dict) else {}
    return [*(((*place, "properties", name), value) for name, value in own.items()), *found]


def test_the_schema_is_plain_json() -> None:
    assert json.loads(as_text()) == plan_schema()
