"""Inputs that once broke the program, as ``make fuzz`` found them, and others of their kind: each is judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzzing.judging import judged

FINDS = sorted((Path(__file__).parent / "finds").iterdir())


@pytest.mark.parametrize("find", FINDS, ids=lambda find: find.name)
def test_the_find_is_judged(find: Path, tmp_path: Path) -> None:
    judged(tmp_path, find.read_bytes())
