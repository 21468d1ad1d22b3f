"""Checks agencies.yaml, which people write, and makes agencies.json, which the program reads.

Run ``python -m cchc.registry.compile`` after every change of the data.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import yaml

from cchc.registry.checking import NOTE, SECTIONS, problems
from cchc.registry.registry import DATA_FILE

SOURCE_FILE = "agencies.yaml"


def compiled(data: dict[str, Any]) -> str:
    """The text of ``agencies.json`` for checked data: the same bytes for the same facts, without the notes."""
    facts = {
        section: [{key: value for key, value in entry.items() if key != NOTE} for entry in data[section]]
        for section in SECTIONS
    }
    return (
        json.dumps(facts | {"heads": data["heads"]}, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"
    )


def load_source(folder: Path) -> dict[str, Any]:
    """The data of ``agencies.yaml`` in ``folder``. Raises OSError and yaml.YAMLError."""
    data = yaml.safe_load((folder / SOURCE_FILE).read_text(encoding="utf-8"))
    if not isinstance(data, dict):
        raise yaml.YAMLError(f"{SOURCE_FILE} is not a mapping")
    return data


def main() -> int:
    """Compile the data beside this module. 1 where something is wrong with it; then nothing is written."""
    folder = Path(__file__).parent
    data = load_source(folder)
    found = list(problems(data))
    for problem in found:
        print(problem, file=sys.stderr)
    if not found:
        (folder / DATA_FILE).write_text(compiled(data), encoding="utf-8", newline="\n")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
