"""All rules of the program: no two share a code or a name, all speak both languages alike and tell the way out."""

from __future__ import annotations

import pkgutil
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from string import Formatter

import cchc
from cchc.diagnostics import Rule, Severity, Wording
from cchc.pipeline.rules import all_rules, rules_in, rules_of_meaning
from tests.docs.pages import ARCHITECTURE, part, rows

RULES = set(all_rules())


def of_every_module() -> Iterator[Rule]:
    """Every rule that stands in a module of whatever room, alone or in a table."""
    for module in pkgutil.walk_packages(cchc.__path__, "cchc."):
        if not module.name.endswith("__main__"):
            for value in vars(import_module(module.name)).values():
                yield from rules_in(value)


def test_the_program_knows_all_its_rules_in_order() -> None:
    assert set(of_every_module()) == RULES
    codes = [rule.code for rule in all_rules()]
    assert codes == sorted(codes)


def test_rules_of_meaning_have_the_letters_that_the_architecture_gives_them() -> None:
    of_checks = [row[0] for row in rows(part(ARCHITECTURE, "Diagnostics"), "codes") if "`checks`" in row[2]]
    letters = {letter for cell in of_checks for letter in cell.split(", ")}
    assert {rule.code[0] for rule in rules_of_meaning()} == letters
    shared = {"N"}  # what the bytes tell of letters is said where they are read
    assert set(rules_of_meaning()) >= {rule for rule in RULES if rule.code[0] in letters - shared}


def placeholders(text: str) -> set[str]:
    """The names to fill in, those of one language under their common name."""
    names = (name for _, name, _, _ in Formatter().parse(text) if name)
    return {name.removesuffix("_vi").removesuffix("_en") for name in names}


def test_there_are_rules_from_every_room_that_judges() -> None:
    assert {rule.code[0] for rule in RULES} == set("ABCDEFGKLMNPQRSTVWY")


def test_codes_and_names_are_unique() -> None:
    for attribute in ("code", "name"):
        bearers = defaultdict(set)
        for rule in RULES:
            bearers[getattr(rule, attribute)].add(rule)
        assert {name: rules for name, rules in bearers.items() if len(rules) > 1} == {}


def test_both_languages_speak_of_the_same_values() -> None:
    for rule in RULES:
        for wording in filter(None, (rule.message, rule.hint)):
            assert wording.vi, rule.code
            assert wording.en, rule.code
            assert placeholders(wording.vi) == placeholders(wording.en), rule.code


def test_every_error_tells_a_way_out() -> None:
    assert {rule.code for rule in RULES if rule.severity is Severity.ERROR and rule.hint is None} == set()


def test_messages_are_no_full_sentences() -> None:
    assert [rule.code for rule in RULES if any(text.endswith(".") for text in rule.message)] == []


def test_words_of_one_language_do_not_pass_for_the_other() -> None:
    same = {rule.code for rule in RULES if isinstance(rule.message, Wording) and rule.message.vi == rule.message.en}
    assert same == set()
