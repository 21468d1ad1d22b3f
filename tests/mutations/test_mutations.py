"""Mistakes put into the five real acts: each is found, with its code and on its line, and nothing else is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pytest

from cchc.pipeline.rules import all_rules, rules_of_meaning
from tests.mutations.mutating import TEXTS, Mutation, Said, mutations, newly_said, project, said_of

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
LETTERS = {"Y", "S", "Q", *(rule.code[0] for rule in rules_of_meaning())}
NOT_BY_A_CHANGE = {
    "Y001": "a file of 32 MB",
    "Y002": "a file in which nothing is left",
    "Y004": "a file in other bytes",
    "Y005": "a file in other bytes",
    "Y011": "a million values",
    "A108": "a plan whose whole body is gone",
    "S211": "a plan that `cchc new` begins",
    "Q106": "the file of known findings",
    "Q107": "the file of known findings",
}
"""Rules that no change of a place in a plan's text brings about."""


def test_every_rule_is_tried_by_five_mistakes() -> None:
    tried = Counter(code for mutation in MUTATIONS for code, _, _ in mutation.expected())
    codes = {rule.code for rule in all_rules() if rule.code[0] in LETTERS}
    assert {code: tried[code] for code in codes if tried[code] < LEAST and code not in NOT_BY_A_CHANGE} == {}
    assert {code for code in NOT_BY_A_CHANGE if tried[code]} == set()


def test_every_plan_is_changed() -> None:
    assert {mutation.plan for mutation in MUTATIONS} == TEXTS.keys()
