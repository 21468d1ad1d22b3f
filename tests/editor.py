"""Plans as an editor reads and underlines them: YAML 1.2, then the JSON Schema."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from cchc.model.schema import plan_schema

VALIDATOR = Draft202012Validator(plan_schema())

_NUMBER = "-+.0123456789"
_CORE: Iterable[tuple[str, str, list[str]]] = (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", [*"tTfF"]),
    ("int", r"[-+]?[0-9]+", [*_NUMBER]),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", [*_NUMBER]),
)
"""The core schema (YAML 1.2, 10.3.2): a tag, what is read so, the characters that it begins with."""


class _Editor(yaml.SafeLoader):
    """Reads by the core schema of YAML 1.2: ``no`` and days are texts, ``09`` is nine."""


_Editor.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in _CORE:
    _Editor.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_pattern})$"), _first)


def _decimal(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> int:
    return int(loader.construct_scalar(node))


_Editor.add_constructor("tag:yaml.org,2002:int", _decimal)


def read(text: str) -> Any:
    """``text`` as an editor reads it."""
    return yaml.load(text, _Editor)


def complaints(plan: Any) -> list[tuple[str | int, ...]]:
    """The places of what an editor underlines."""
    return [tuple(error.absolute_path) for error in VALIDATOR.iter_errors(plan)]
