"""The JSON Schema: what ships is what the model says, and an editor finds what the program finds."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from cchc.model.schema import as_text, plan_schema

PLANS = Path(__file__).parents[2] / "plans"


def written(text: str) -> Any:
    """``text`` as an editor reads it: by YAML's own types, dates left as text."""

    class Editor(yaml.SafeLoader):
        pass

    Editor.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(text, Editor)


PLAN = written((PLANS / "2025.yaml").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(plan_schema())


def test_the_shipped_schema_is_the_models() -> None:
    assert (PLANS / "_schema.json").read_text(encoding="utf-8") == as_text()
    Draft202012Validator.check_schema(plan_schema())


def test_the_real_plan_fits() -> None:
    assert [error.message for error in VALIDATOR.iter_errors(PLAN)] == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("act", "kin"), "decision"),
        (("act", "kind"), "decree"),
        (("body", 0, "titel"), "x"),
        (("appendices", 0, "groups", 0, "title"), {"Trong đó": "x"}),
        (("appendices", 0, "layout"), ["x"]),
        (("act", "recipients"), "Bộ Nội vụ"),
        (("appendices", 0, "groups", 0, "serves"), ["Không phải mã"]),
    ],
)
def test_a_mistake_is_found_at_its_place(path: tuple[str | int, ...], value: object) -> None:
    broken = deepcopy(PLAN)
    holder = broken
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    places = [tuple(error.absolute_path) for error in VALIDATOR.iter_errors(broken)]
    assert len(places) == 1
    assert places[0][: len(path)] == path[: len(places[0])]


def test_every_key_is_explained_in_vietnamese() -> None:
    for name, part in plan_schema()["$defs"].items():
        for key, described in part.get("properties", {}).items():
            assert described.get("title"), (name, key)
            assert described.get("description"), (name, key)


def test_the_schema_is_plain_json() -> None:
    assert json.loads(as_text()) == plan_schema()
