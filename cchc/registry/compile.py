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


class UnreadableError(Exception):
    """The data's text is broken; the message begins with the place: ``file:line:column``."""


def load_source(folder: Path) -> dict[str, Any]:
    """The data of ``agencies.yaml`` in ``folder``. Raises OSError and UnreadableError."""
    file = folder / SOURCE_FILE
    data = file.read_bytes()
    try:
        loaded = yaml.safe_load(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise _unreadable(file, data[: error.start].decode("utf-8"), "this is not UTF-8") from error
    except yaml.reader.ReaderError as error:
        raise _unreadable(file, data.decode("utf-8")[: error.position], "YAML knows no such character") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"{mark.line + 1}:{mark.column + 1}" if mark else "1:1"
        said = ", ".join(filter(None, (error.problem, error.context)))
        raise UnreadableError(f"{file}:{place}: {said}") from error
    except ValueError as error:
        # A day without quotes that no calendar has; PyYAML does not say where it stands.
        raise UnreadableError(f"{file}:1:1: a value without quotes cannot be read: {error}") from error
    if not isinstance(loaded, dict):
        raise UnreadableError(f"{file}:1:1: this is no mapping of sections")
    return loaded


def _unreadable(file: Path, before: str, problem: str) -> UnreadableError:
    """``problem`` behind the text ``before`` it."""
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return UnreadableError(f"{file}:{line}:{column}: {problem}")


def main(folder: Path = Path(__file__).parent) -> int:
    """Compile the data in ``folder``. 1 where something is wrong with it; then nothing is written."""
    try:
        data = load_source(folder)
    except UnreadableError as error:
        print(error, file=sys.stderr)
        return 1
    found = list(problems(data))
    for problem in found:
        print(problem, file=sys.stderr)
    if not found:
        (folder / DATA_FILE).write_text(compiled(data), encoding="utf-8", newline="\n")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
