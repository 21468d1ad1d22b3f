"""The plan of 2025 and a draft of it, rendered once for all tests of this folder."""

from __future__ import annotations

import pytest

from tests.acts.fixtures import PLAN
from tests.rendering.rendered import Rendered, render

_ADDED_BY_THE_CLERK = ("  number: 1629", "  date: 2024-12-30")


@pytest.fixture(scope="session")
def act(tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    """plans/2025.yaml as it was signed."""
    return render(PLAN, tmp_path_factory.mktemp("act"))


@pytest.fixture(scope="session")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    """The second draft of plans/2025.yaml, before it had a number and a date."""
    folder = tmp_path_factory.mktemp("draft")
    lines = PLAN.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line not in _ADDED_BY_THE_CLERK]
    assert len(kept) == len(lines) - len(_ADDED_BY_THE_CLERK)
    plan = folder / "plans" / PLAN.name
    plan.parent.mkdir()
    plan.write_text("\n".join(kept), encoding="utf-8")
    return render(plan, folder / "out", ("--draft", "--round", "2"))
