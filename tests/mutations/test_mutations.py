"""Mistakes put into the five real acts: each is found, with its code and on its line, and nothing else is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.mutations.mutating import TEXTS, Mutation, Said, mutations, newly_said, project, said_of
from tests.rule_scope import about_other_files, rules_about_plans

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


LEAST = 5
LEAST_OF_ALL = 300
WHOLE = {"Y002": "a file in which nothing is left", "A108": "a plan of which all but the act is gone"}
"""Rules that take more than a change of a place in a plan: most of its text would have to go."""


def test_every_rule_is_tried_by_five_mistakes() -> None:
    """Every rule about the text of plans; tests/rule_scope.py says which are about something else."""
    tried = Counter(code for mutation in MUTATIONS for code, _, _ in mutation.expected())
    codes = {rule.code for rule in rules_about_plans()} - about_other_files() - WHOLE.keys()
    assert {code: tried[code] for code in codes if tried[code] < LEAST} == {}
    assert tried.keys() == codes
    assert len(MUTATIONS) >= LEAST_OF_ALL


def test_every_plan_is_changed() -> None:
    assert {mutation.plan for mutation in MUTATIONS} == TEXTS.keys()
