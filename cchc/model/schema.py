"""The JSON Schema of plans, by which an editor explains and completes the keys."""

from __future__ import annotations

import json
from typing import Any

from cchc.model.plan import Plan
from cchc.model.rows import DECLARED

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TITLE = "Kế hoạch cải cách hành chính"


def plan_schema() -> dict[str, Any]:
    """The schema of a plan's file.

    Wherever the program keeps the characters that were typed (``03``, ``2025``), the schema takes a number as
    well as a text: an editor reads the file by YAML's own types.
    """
    schema: dict[str, Any] = _as_editors_read(Plan.model_json_schema())
    for part in schema["$defs"].values():
        # What the classes say of themselves is for readers of the code.
        for key in ("title", "description"):
            part.pop(key, None)
        part.get("properties", {}).pop(DECLARED, None)
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


def as_text() -> str:
    """The schema as the file that ships it."""
    return json.dumps(plan_schema(), ensure_ascii=False, indent=1) + "\n"
