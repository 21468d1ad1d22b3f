"""The acts of this folder, built once."""

from __future__ import annotations

import pytest

from tests.form.anatomy import Act
from tests.form.building import Compile, compiler
from tests.form.documents import KNOWN
from tests.form.word_act import WordAct


@pytest.fixture(scope="session")
def compile_plan(tmp_path_factory: pytest.TempPathFactory) -> Compile:
    """Compiles a plan; all share one folder of compiled templates."""
    return compiler(tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("out"))


@pytest.fixture(scope="session")
def acts(compile_plan: Compile) -> dict[str, Act]:
    """Every act, by its name."""
    return {name: Act(WordAct(compile_plan(known.plan, draft=known.draft)), known) for name, known in KNOWN.items()}
