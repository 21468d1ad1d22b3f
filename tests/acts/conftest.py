"""The plan of 2025, compiled once for all tests of this folder, and copies of it with one thing changed."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from cchc.loader.loading import load
from cchc.model.plan import Plan
from cchc.pipeline.building import build
from cchc.pipeline.outcomes import BuildRequest, PlanOutcome, Surroundings
from cchc.source import Source
from tests.acts.fixtures import PLAN
from tests.acts.word_file import WordFile

Compile: TypeAlias = Callable[[Path, Path], Path]


@pytest.fixture(scope="session")
def compile_plan(tmp_path_factory: pytest.TempPathFactory) -> Compile:
    """Compiles a plan into a folder and gives the Word file; all share one folder of compiled templates."""
    home = tmp_path_factory.mktemp("home")

    def compile_(plan: Path, out: Path) -> Path:
        surroundings = Surroundings(cwd=plan.parent, environ={}, platform=sys.platform, home=home)
        results = list(build(BuildRequest(operands=(str(plan),), out=out), surroundings))
        written = [path for result in results if isinstance(result, PlanOutcome) for path in result.written]
        assert len(written) == 1, results
        return written[0]

    return compile_


@pytest.fixture(scope="session")
def built(compile_plan: Compile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Word file of plans/2025.yaml."""
    return compile_plan(PLAN, tmp_path_factory.mktemp("out"))


@pytest.fixture(scope="session")
def word_file(built: Path) -> WordFile:
    """The Word file of plans/2025.yaml, read."""
    return WordFile(built)


@pytest.fixture(scope="session")
def loaded() -> Plan:
    """The plan of plans/2025.yaml."""
    return load_plan(PLAN)


def load_plan(path: Path) -> Plan:
    """The plan of a file that has no errors."""
    plan = load(Source(path.name, path.read_text(encoding="utf-8")), Plan).value
    assert plan is not None
    return plan
