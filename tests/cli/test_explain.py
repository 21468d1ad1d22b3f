"""``cchc explain``: every rule in a list, and of one of them everything."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from string import Formatter

import pytest

from cchc.language.width import columns
from cchc.pipeline.rules import HEADINGS, all_rules
from tests.cli.conftest import Program
from tests.cli.test_new import Terminal, posix

RULES = all_rules()


def test_every_rule_is_listed_below_the_heading_of_its_family(program: Program) -> None:
    ran = program("explain")
    assert (ran.code, ran.err) == (0, "")
    headings = re.findall(r"^([A-Z])  (\S.*)$", ran.out, re.MULTILINE)
    assert headings == [(letter, HEADINGS[letter].vi) for letter in HEADINGS if letter in {r.code[0] for r in RULES}]
    listed = re.findall(r"^  ([A-Z]\d{3})  (lỗi|cảnh báo|lưu ý) +(\S+)  +\S", ran.out, re.MULTILINE)
    assert sorted((code, name) for code, _, name in listed) == [(rule.code, rule.name) for rule in RULES]
    assert "  L103  lỗi       ends-before-start  " in re.sub(r"(start) +", r"\1  ", ran.out)
    assert ran.out.splitlines()[-1] == f"{len(RULES)} quy tắc. Xem từng quy tắc: cchc explain MÃ"


def test_a_new_family_has_its_heading() -> None:
    assert {rule.code[0] for rule in RULES} <= HEADINGS.keys()


@posix
@pytest.mark.parametrize("width", ["60", "100"])
def test_the_list_fits_the_terminal(width: str, tmp_path: Path) -> None:
    code, said = Terminal(tmp_path, "explain", columns=width).ended()
    assert code == 0
    lines = [re.sub(r"\x1b\[[\d;]*m", "", line) for line in said.splitlines()]
    room = max(int(width), 2 + 4 + 2 + 8 + 2 + max(len(rule.name) for rule in RULES) + 2 + 24)
    assert max(map(columns, lines)) <= room
    assert any(line.endswith("…") for line in lines)
    assert "\x1b[" in said


def test_a_warning_is_explained_with_its_example_and_how_it_may_stand(program: Program) -> None:
    assert (
        program("explain", "D101", "--lang", "en").out
        == """\
warning D101 typed-label
  labels are counted by themselves; “‹typed›”, typed, prints besides
  way out: write only: ‹rest›; another label goes into “label”
  why: labels are counted when the act prints, so that a part can be added without renumbering; one typed by hand \
prints as a second
  wrong:
    body:
      - title: I. Mục tiêu
  right:
    body:
      - title: Mục tiêu
  to let it stand:
    # cchc: allow D101 because (reason)  (behind the line, or on a line of its own above)
    in cchc.toml: rules = {D101 = "off"}
"""
    )


def test_what_is_said_of_letting_a_finding_stand_is_so(program: Program, tmp_path: Path) -> None:
    """The comment and the setting, as they are printed, silence the rule."""
    plan = tmp_path / "plans" / "2025.yaml"
    plan.parent.mkdir()
    text = "period: 2025\nact: {kind: decision}\nbody:\n  - title: I. Mục tiêu\n    text: Nâng cao chất lượng.\n"
    plan.write_text(text, encoding="utf-8")
    assert "D101" in program("validate").err
    explained = program("explain", "D101").out
    [comment] = re.findall(r"^    (# cchc: allow .*?)  \(", explained, re.MULTILINE)
    plan.write_text(text.replace("I. Mục tiêu", f"I. Mục tiêu  {comment}"), encoding="utf-8")
    assert "D101" not in program("validate").err
    plan.write_text(text, encoding="utf-8")
    [setting] = re.findall(r"^    trong cchc\.toml: (.*)$", explained, re.MULTILINE)
    (tmp_path / "cchc.toml").write_text(setting, encoding="utf-8")
    assert "D101" not in program("validate").err


def test_findings_about_allowances_can_be_switched_off_too(program: Program, tmp_path: Path) -> None:
    plan = tmp_path / "plans" / "2025.yaml"
    plan.parent.mkdir()
    plan.write_text("period: 2025\nact: {kind: decision}  # cchc: allow D101 vì thế\n", encoding="utf-8")
    assert "Q103" in program("validate").err
    (tmp_path / "cchc.toml").write_text('rules = {Q103 = "off"}', encoding="utf-8")
    assert program("validate").err == ""


@pytest.mark.parametrize(
    ("code", "draft", "comment", "setting"),
    [
        ("L103", True, False, False),
        ("S101", False, False, False),
        ("W001", False, False, False),
        ("W303", False, False, True),
        ("T311", False, False, True),
        ("Y023", False, True, True),
    ],
)
def test_only_what_has_an_effect_is_offered(
    code: str, draft: bool, comment: bool, setting: bool, program: Program
) -> None:
    out = program("explain", code).out
    assert ("--draft" in out, "# cchc: allow" in out, "cchc.toml" in out) == (draft, comment, setting)
    assert ("lỗi thì phải sửa" in out) is not setting


def test_a_rule_is_found_by_its_name_and_in_small_letters_and_told_once(program: Program) -> None:
    assert program("explain", "typed-label").out == program("explain", "d101").out == program("explain", "D101").out
    both = program("explain", "D101", "A101", "typed-label").out
    assert re.findall(r"^(?:lỗi|cảnh báo) (\w+)", both, re.MULTILINE) == ["D101", "A101"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("typed-lable", "không có quy tắc “typed-lable”; có phải là “typed-label”?"),
        ("X999", "không có quy tắc “X999”; cchc explain liệt kê mọi quy tắc"),
        ("D1O1", "không có quy tắc “D1O1”; có phải là “D101”?"),
    ],
)
def test_an_unknown_rule_is_wrong_usage(asked: str, said: str, program: Program) -> None:
    ran = program("explain", asked)
    assert (ran.code, ran.out, ran.err.splitlines()[0]) == (2, "", f"lỗi: {said}")


def test_no_brace_and_no_english_name_is_left_in_what_people_read(program: Program) -> None:
    names = {name for rule in RULES for _, name, _, _ in Formatter().parse(rule.message.vi) if name}
    for language in ("vi", "en"):
        listed = program("explain", "--lang", language).out
        assert not re.search(r"\{\w+\}", listed)
    vietnamese = program("explain").out
    assert not set(re.findall(r"‹([a-z_]+)›", vietnamese)) & names


def test_json_has_every_rule_in_both_languages(program: Program) -> None:
    document = json.loads(program("explain", "--format", "json").out)
    assert document["format"] == 1
    assert [rule["code"] for rule in document["rules"]] == [rule.code for rule in RULES]
    [told] = json.loads(program("explain", "D101", "--format", "json").out)["rules"]
    assert told == {
        "code": "D101",
        "name": "typed-label",
        "family": {"vi": "Gõ thừa chữ được in sẵn", "en": "Typed although it prints by itself"},
        "severity": "warning",
        "may_be_allowed": True,
        "message": {
            "vi": "nhãn được tự đánh; “‹chữ đã gõ›” gõ trong câu thì in thêm lần nữa",
            "en": "labels are counted by themselves; “‹typed›”, typed, prints besides",
        },
        "hint": {
            "vi": "chỉ viết: ‹phần còn lại›; nhãn khác thì viết ở “label”",
            "en": "write only: ‹rest›; another label goes into “label”",
        },
        "reason": told["reason"],
        "example": {"wrong": "body:\n  - title: I. Mục tiêu", "right": "body:\n  - title: Mục tiêu"},
    }


def test_codes_are_completed(program: Program) -> None:
    ran = program(_CCHC_COMPLETE="complete_bash", COMP_WORDS="cchc explain D10", COMP_CWORD="2")
    assert ran.out.split() == ["D101", "D102", "D103", "D104"]


def test_only_explain_loads_what_explains(program: Program, project: Path) -> None:
    for name in ("cchc.report.explaining", "cchc.cli.explaining"):
        sys.modules.pop(name, None)
    assert project
    program("validate")
    assert not {"cchc.report.explaining", "cchc.cli.explaining"} & sys.modules.keys()
