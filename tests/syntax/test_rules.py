"""The rules of this room: codes used once, names alike, both languages filled from the same values."""

from __future__ import annotations

import importlib
import pkgutil
import re
from string import Formatter

import cchc.syntax
from cchc.diagnostics import Rule, Wording


def rules() -> list[Rule]:
    modules = [
        importlib.import_module(f"cchc.syntax.{each.name}") for each in pkgutil.iter_modules(cchc.syntax.__path__)
    ]
    found = {id(each): each for module in modules for each in vars(module).values() if isinstance(each, Rule)}
    return list(found.values())


def blanks(wording: Wording, language: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(getattr(wording, language)) if name is not None}


def test_codes_and_names_are_used_once() -> None:
    assert len(rules()) > 30
    assert len({rule.code for rule in rules()}) == len({rule.name for rule in rules()}) == len(rules())


def test_codes_and_names_have_one_form() -> None:
    assert all(re.fullmatch(r"Y[01]\d\d|N101", rule.code) for rule in rules())
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name) for rule in rules())


def test_both_languages_name_the_same_values_and_every_rule_has_a_way_out() -> None:
    for rule in rules():
        assert rule.hint is not None, rule.code
        assert blanks(rule.message, "vi") == blanks(rule.message, "en"), rule.code
        assert blanks(rule.hint, "vi") | blanks(rule.hint, "en") <= blanks(rule.message, "vi") | {"closing", "quote"}
