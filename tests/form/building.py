"""Builds plans with the program, as its command does."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from cchc.pipeline.building import build
from cchc.pipeline.outcomes import BuildRequest, PlanOutcome, Surroundings
from tests.plans import TODAY

Compile: TypeAlias = Callable[..., Path]
"""From a plan, whether it is a draft, and a folder of templates laid over the shipped ones, to the Word file."""


def compiler(home: Path, out: Path) -> Compile:
    """What compiles plans into ``out``; ``home`` keeps the compiled templates."""

    def compile_(plan: Path, draft: bool = False, templates: Path | None = None) -> Path:
        surroundings = Surroundings(plan.parent, {}, sys.platform, home, TODAY)
        request = BuildRequest(operands=(str(plan),), out=out, draft=draft, templates=templates, force=True)
        results = [result for result in build(request, surroundings) if isinstance(result, PlanOutcome)]
        assert [len(result.written) for result in results] == [1], results
        return results[0].written[0]

    return compile_
