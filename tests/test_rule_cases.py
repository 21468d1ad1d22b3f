"""Every rule about the text of plans has a file of cases: what breaks it, and what nearly breaks it."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from cchc.pipeline.rules import all_rules, rules_of_meaning
from tests.case_files import CASES, cases

ROOT = Path(__file__).parent
LETTERS = {"Y", "S", *(rule.code[0] for rule in rules_of_meaning())}

ELSEWHERE = {
    "Y001": "syntax/test_decoding.py",  # 32 MB
    "Y004": "syntax/test_decoding.py",  # bytes that are no UTF-8
    "Y005": "syntax/test_decoding.py",  # the same
    "Y011": "syntax/test_parsing.py",  # a million values
    "S211": "cli/test_new.py",  # `cchc new` says it, of no file that is there before
}
"""Rules whose mistake no file of cases can hold, and the tests that try them."""


def test_every_rule_has_a_case_that_fails_and_one_that_passes() -> None:
    failing, passing = defaultdict[str, int](int), defaultdict[str, int](int)
    for folder in CASES.iterdir():
        for case in cases(folder.name):
            if case.code:
                fails = any(line.split()[1] == case.code for line in case.expected)
                (failing if fails else passing)[case.code] += 1
    codes = {rule.code for rule in all_rules() if rule.code[0] in LETTERS} - ELSEWHERE.keys()
    assert codes - failing.keys() == set()
    assert codes - passing.keys() == set()


def test_what_is_tried_elsewhere_is_tried_there() -> None:
    for code, file in ELSEWHERE.items():
        assert f'"{code}"' in (text := (ROOT / file).read_text(encoding="utf-8")) or f" {code}" in text, code


def test_a_case_that_keeps_its_rule_is_no_empty_plan() -> None:
    for folder in CASES.iterdir():
        for case in cases(folder.name):
            fails = any(line.endswith(f" {case.code}") for line in case.expected)
            assert fails or not case.code or len(case.text.split()) > 4, case.id


def test_case_files_are_named_after_rules() -> None:
    known = {rule.code for rule in all_rules()}
    assert {case.file.stem for folder in CASES.iterdir() for case in cases(folder.name)} - known == {"mixed", "shape"}
