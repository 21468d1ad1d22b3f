"""Every rule is tried: one about the text of plans by a file of cases that break it and nearly break it."""

from __future__ import annotations

from collections import defaultdict

from cchc.pipeline.rules import all_rules
from tests.case_files import CASES, cases
from tests.rule_scope import BEYOND, LETTERS, rules_about_plans, tried

OF_SEVERAL = {"mixed", "shape"}
"""Files of cases that are about several rules."""


def test_every_rule_has_a_case_that_fails_and_one_that_passes() -> None:
    failing, passing = defaultdict[str, int](int), defaultdict[str, int](int)
    for folder in CASES.iterdir():
        for case in cases(folder.name):
            if case.code:
                fails = any(line.split()[1] == case.code for line in case.expected)
                (failing if fails else passing)[case.code] += 1
    codes = {rule.code for rule in rules_about_plans()}
    assert codes - failing.keys() == set()
    assert codes - passing.keys() == set()


def test_what_no_plan_can_hold_is_tried_elsewhere() -> None:
    codes = {rule.code for rule in all_rules()}
    assert codes >= BEYOND.keys()
    assert codes - tried() == set()
    assert {code for folder in CASES.iterdir() for case in cases(folder.name) if (code := case.code) in BEYOND} == set()


def test_families_that_judge_no_plan_are_said_of_none() -> None:
    """What is called a rule of templates, of the printed file or of the disk is never said of a plan's text."""
    said = {line.split()[1][0] for name in ("loader", "checks", "layouts") for c in cases(name) for line in c.expected}
    assert said <= LETTERS


def test_a_case_that_keeps_its_rule_is_no_empty_plan() -> None:
    for folder in CASES.iterdir():
        for case in cases(folder.name):
            fails = any(line.endswith(f" {case.code}") for line in case.expected)
            assert fails or not case.code or len(case.text.split()) > 4, case.id


def test_case_files_are_named_after_rules() -> None:
    known = {rule.code for rule in all_rules()}
    assert {case.file.stem for folder in CASES.iterdir() for case in cases(folder.name)} - known == OF_SEVERAL
