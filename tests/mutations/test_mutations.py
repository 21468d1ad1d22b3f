"""Mistakes put into the five real acts: each is found, with its code and on its line, and nothing else is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.mutations.mutating import Mutation, Said, mutations, newly_said, project, said_of

MUTATIONS = mutations()
Before: TypeAlias = Callable[[str], Counter[Said]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the five plans, made once; each test puts back what it changed."""
    return project(tmp_path_factory.mktemp("mutated"))


@pytest.fixture(scope="module")
def before(folder: Path) -> Before:
    """What is said of a plan as it stands."""

    @cache
    def said(judge: str) -> Counter[Said]:
        return said_of(folder, judge)

    return said


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.id)
def test_the_mistake_is_found_and_nothing_else(mutation: Mutation, folder: Path, before: Before) -> None:
    found = newly_said(folder, mutation, before(mutation.judge))
    assert found == mutation.expected()
