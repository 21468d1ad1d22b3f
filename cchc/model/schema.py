"""The JSON Schema of plans, by which an editor explains and completes the keys."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import Any

from cchc.model.cells import DECLARED
from cchc.model.fields import Declared
from cchc.model.plan import Plan

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_OF_LAYOUT = "Trường do bố cục khai báo."
_TITLE = "Kế hoạch cải cách hành chính"


_ROWS = ("Row", "RowPart", "Cells")
"""The parts that may hold the fields of layouts."""


def plan_schema(declared: Declared = MappingProxyType({})) -> dict[str, Any]:
    """The schema of a plan's file; ``declared`` are the fields that layouts add to its rows.

    Wherever the program keeps the characters that were typed (``03``, ``2025``), the schema takes a number as
    well as a text: an editor reads the file by YAML's own types.
    """
    schema: dict[str, Any] = _as_editors_read(Plan.model_json_schema())
    for part in schema["$defs"].values():
        # What the classes say of themselves is for readers of the code.
        for key in ("title", "description"):
            part.pop(key, None)
    for name in _ROWS:
        properties = schema["$defs"][name]["properties"]
        value = properties.pop(DECLARED)["additionalProperties"]
        for field, declaration in sorted(declared.items()):
            properties[field] = {**value, "title": declaration.title, "description": _OF_LAYOUT}
    schema.pop("description", None)
    return {"$schema": _DIALECT, **schema, "title": _TITLE}


def _as_editors_read(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_as_editors_read(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    loose = {key: _as_editors_read(value) for key, value in schema.items() if key != "default"}
    if "oneOf" in loose:
        # The short forms of a block are texts too, so a text may fit twice.
        loose["anyOf"] = loose.pop("oneOf")
        loose.pop("discriminator", None)
    if loose.get("type") == "string" and "enum" not in loose:
        loose["type"] = ["string", "number"]
    return loose


def as_text(declared: Declared = MappingProxyType({})) -> str:
    """The schema as a file holds it."""
    return json.dumps(plan_schema(declared), ensure_ascii=False, indent=1) + "\n"
