"""The plans of the real acts, each loaded and compiled once for all tests of this folder, and what compiles copies."""

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pytest

from cchc.loader.loading import load
from cchc.model.plan import Plan
from cchc.pipeline.building import build
from cchc.pipeline.outcomes import BuildRequest, PlanOutcome, Surroundings
from cchc.source import Source
from tests.acts.fixtures import Act, act, acts
from tests.acts.word_file import WordFile
from tests.plans import TODAY

Compile: TypeAlias = Callable[[Path, Path], Path]
BuiltFiles: TypeAlias = Callable[[str], Path]
WordFiles: TypeAlias = Callable[[str], WordFile]
Plans: TypeAlias = Callable[[str], Plan]


@pytest.fixture(scope="session")
def compile_plan(tmp_path_factory: pytest.TempPathFactory) -> Compile:
    """Compiles a plan into a folder and gives the Word file; all share one folder of compiled templates."""
    home = tmp_path_factory.mktemp("home")

    def compile_(plan: Path, out: Path) -> Path:
        surroundings = Surroundings(plan.parent, {}, sys.platform, home, TODAY)
        results = list(build(BuildRequest(operands=(str(plan),), out=out), surroundings))
        written = [path for result in results if isinstance(result, PlanOutcome) for path in result.written]
        assert len(written) == 1, results
        return written[0]

    return compile_


@pytest.fixture(scope="session")
def built_files(compile_plan: Compile, tmp_path_factory: pytest.TempPathFactory) -> BuiltFiles:
    """Gives the Word file of the plan with an id."""
    return cache(lambda name: compile_plan(act(name).plan, tmp_path_factory.mktemp("out")))


@pytest.fixture(scope="session")
def word_files(built_files: BuiltFiles) -> WordFiles:
    """Gives the Word file of the plan with an id, read."""
    return cache(lambda name: WordFile(built_files(name)))


@pytest.fixture(scope="session")
def plans() -> Plans:
    """Gives the plan with an id."""
    return cache(lambda name: load_plan(act(name).plan))


@pytest.fixture(scope="session", params=acts(), ids=lambda act: act.id)
def each(request: pytest.FixtureRequest) -> Act:
    """Every act in turn."""
    found: Act = request.param
    return found


def load_plan(path: Path) -> Plan:
    """The plan of a file that has no errors."""
    plan = load(Source(path.name, path.read_text(encoding="utf-8")), Plan).value
    assert plan is not None
    return plan
