"""What rules are about: the text of plans, other files of a project, or what stands around it; and where each is tried.

By its family a rule judges what plans say, or something else: templates and styles (T), the printed file (B), the disk
and other programs (W). Of the first, all but the few of ``BEYOND`` can be shown by a piece of a plan; all but those and
what ``about_other_files`` finds can be brought about by a change of a plan's text.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from cchc.diagnostics import Rule
from cchc.pipeline.rules import all_rules, rules_of_meaning
from tests.case_files import CASES, cases

TESTS = Path(__file__).parent
LETTERS = {"Y", "S", "Q", *(rule.code[0] for rule in rules_of_meaning())}
"""The families that judge what plans say."""

BEYOND: Mapping[str, str] = {
    "Y001": "a file of 32 MB",
    "Y004": "a file in other bytes than UTF-8",
    "Y005": "a file in other bytes than UTF-8",
    "Y011": "a million values",
    "S211": "a plan that `cchc new` begins, which nobody has written yet",
    "S212": "a period that `cchc new --from` is given",
    "S213": "a folder that `cchc new --from` is given",
    "Q106": "the file of known findings",
    "Q107": "the file of known findings",
}
"""Rules of these families whose mistake no text of a plan can hold, with what it would take."""

_OF_PLANS = ("loader", "checks", "layouts")
"""The folders of cases that are plans, or layouts as plans declare them."""


def rules_about_plans() -> tuple[Rule, ...]:
    """The rules whose mistakes stand in a project's YAML files."""
    return tuple(rule for rule in all_rules() if rule.code[0] in LETTERS and rule.code not in BEYOND)


@cache
def about_other_files() -> frozenset[str]:
    """The codes of rules that every case brings about in a file that is no plan: the province's own bodies."""
    folders = {folder.name: set(_expected(folder.name)) for folder in CASES.iterdir()}
    of_plans = set().union(*(folders[name] for name in _OF_PLANS))
    return frozenset(code for name, codes in folders.items() if name not in _OF_PLANS for code in codes - of_plans)


def _expected(folder: str) -> Iterator[str]:
    for case in cases(folder):
        yield from (line.split()[1] for line in case.expected)


def tried() -> frozenset[str]:
    """The codes that a case expects, or that stand in a text of a test outside the tests of all rules."""
    found = {code for folder in CASES.iterdir() for code in _expected(folder.name)}
    texts = [text for path in TESTS.rglob("*.py") if not path.name.startswith("test_rule") for text in _texts(path)]
    joined = "\n".join(texts)
    return frozenset(found | {rule.code for rule in all_rules() if rule.code in joined})


def _texts(path: Path) -> Iterator[str]:
    if path == Path(__file__):
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
