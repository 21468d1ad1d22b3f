"""What rules say of themselves: why they are there, and examples that do what they claim."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from cchc.diagnostics import Example, Rule
from cchc.pipeline.rules import all_rules
from tests.completing import files
from tests.pipeline.files import found_in, write_plan
from tests.rule_scope import rules_about_plans

TOLD_ELSEWHERE = "S211"
"""The rule that ``cchc new`` alone speaks of; tests/cli/test_new.py tries what its example shows."""

AROUND: Mapping[str, str] = {"Y002": "<piece>"}
"""What stands around an example whose keys do not tell."""

RUN = rules_about_plans()


def test_every_rule_says_why_it_is_there_in_both_languages() -> None:
    for rule in all_rules():
        assert rule.reason, rule.code
        assert rule.reason.vi, rule.code
        assert rule.reason.en, rule.code
        assert rule.reason.vi != rule.reason.en, rule.code
        assert not set("{}") & set(rule.reason.vi + rule.reason.en), rule.code


def test_a_reason_is_not_the_message_again() -> None:
    assert [
        rule.code for rule in all_rules() if rule.reason and set(rule.reason) & {*rule.message, *(rule.hint or ())}
    ] == []


def test_rules_about_the_text_of_plans_have_an_example_and_no_others() -> None:
    shown = {rule.code for rule in all_rules() if rule.example}
    assert shown == {rule.code for rule in rules_about_plans()} | {TOLD_ELSEWHERE}


def test_examples_fit_a_terminal() -> None:
    for rule in all_rules():
        for piece in rule.example or ():
            assert piece == piece.strip("\n"), rule.code
            assert len(piece.splitlines()) <= 20, rule.code


def test_what_differs_is_put_into_the_blank_of_a_frame() -> None:
    framed = Example.within("act:\n  date: {___}\n", wrong="12/2024", right="")
    assert framed == Example(wrong="act:\n  date: {12/2024}\n", right="act:\n  date: {}\n")


def test_every_frame_has_its_blank_and_it_is_filled() -> None:
    for rule in all_rules():
        if rule.example:
            assert rule.example.wrong != rule.example.right, rule.code
            assert "___" not in rule.example.wrong + rule.example.right, rule.code


@pytest.mark.parametrize("rule", RUN, ids=lambda rule: rule.code)
def test_the_example_breaks_the_rule_and_keeps_it(rule: Rule, tmp_path: Path) -> None:
    assert rule.example is not None
    wrong = _said_of(rule, rule.example.wrong, tmp_path / "wrong")
    right = _said_of(rule, rule.example.right, tmp_path / "right")
    assert {rule.code} & wrong
    assert not {rule.code} & right


def _said_of(rule: Rule, piece: str, folder: Path) -> set[str]:
    plan, beside = files(piece, AROUND.get(rule.code))
    for name, text in beside.items():
        write_plan(folder, text, name)
    plans = [(name, text) for name, text in beside.items() if not name.startswith("_")]
    return {each.code for each in found_in(folder, plan, plans)}
