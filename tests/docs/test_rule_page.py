"""cchc/checks/README.md: it says what the rules say, each has its place, and Markdown shows the words as they are."""

from __future__ import annotations

import re

from cchc.diagnostics import Rule
from cchc.pipeline.rules import HEADINGS, all_rules
from cchc.reference.making import RULE_PAGE, made_of_rules
from tests.docs.pages import RULES, anchors, fences, part, rows, text

BY_FAMILY = part(RULES, "The rules by family")


def test_the_page_is_what_make_reference_writes() -> None:
    assert RULE_PAGE == RULES
    assert text(RULES) == made_of_rules()


def test_every_rule_is_in_the_table_of_its_family_and_below_its_code() -> None:
    listed = {
        row[0].partition("]")[0].removeprefix("["): (row[1], row[2], heading)
        for heading in HEADINGS.values()
        for row in rows(_family(heading.en), "code")
    }
    rules = {rule.code: rule for rule in all_rules()}
    assert listed == {code: (r.name, r.severity.value, HEADINGS[code[0]]) for code, r in rules.items()}
    assert {code.lower() for code in rules} <= anchors(RULES)


def _family(heading: str) -> str:
    titles = [line for line in text(RULES).splitlines() if re.fullmatch(rf"### [A-Z]: {re.escape(heading)}", line)]
    return part(RULES, titles[0].removeprefix("### ")) if titles else ""


def test_a_rule_has_both_languages_and_its_example() -> None:
    for rule in all_rules():
        told = _told(rule)
        assert rule.reason
        for words in rule.reason:
            assert words in re.sub(r"\\([\\`*_\[\]<>#])", r"\1", told), rule.code
        pieces = [f"# wrong\n{rule.example.wrong}\n", f"# right\n{rule.example.right}\n"] if rule.example else []
        assert fences(told, "yaml") == pieces, rule.code


def _told(rule: Rule) -> str:
    return part(RULES, rule.code)


def test_no_sign_of_markdown_and_no_brace_of_ours_is_left_in_words() -> None:
    for rule in all_rules():
        prose = re.sub(r"```.*?```", "", _told(rule), flags=re.DOTALL)
        assert not re.search(r"(?<!\\)[<`]", prose), rule.code
        meant = {name for words in (*rule.message, *(rule.hint or ())) for name in re.findall(r"\{\{(\w+)\}\}", words)}
        assert set(re.findall(r"\{(\w+)\}", prose)) <= meant, rule.code
