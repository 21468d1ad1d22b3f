"""A project in a folder of its own, and what the pipeline says of its files."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from cchc.diagnostics import Diagnostic
from cchc.pipeline.outcomes import Outcome, Surroundings
from cchc.pipeline.validating import validate
from tests.plans import TODAY


def surroundings(folder: Path) -> Surroundings:
    """A run in ``folder``, with nothing of this machine but its platform."""
    return Surroundings(folder, {"PATH": ""}, sys.platform, folder / "home", TODAY)


def write_plan(folder: Path, text: str | bytes, name: str = "2025.yaml") -> Path:
    """The file of a plan in the project ``folder``."""
    path = folder / "plans" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def validated(folder: Path, *operands: str, templates: Path | None = None) -> Outcome:
    """The outcome of ``cchc validate operands`` in ``folder``."""
    *_, outcome = validate(operands, surroundings(folder), templates)
    assert isinstance(outcome, Outcome)
    return outcome


def found_in(folder: Path, text: str | bytes, beside: Iterable[tuple[str, str]] = ()) -> tuple[Diagnostic, ...]:
    """What is said of a plan with ``text`` in a run over it and those ``beside`` it, by the names of their files."""
    path = write_plan(folder, text)
    others = [write_plan(folder, other, name) for name, other in beside]
    outcome = validated(folder, str(path), *map(str, others))
    return (*outcome.diagnostics, *outcome.plans[0].diagnostics)
