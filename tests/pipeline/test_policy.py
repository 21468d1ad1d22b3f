"""What a project makes of findings: severities of its own, rules that it switches off, findings that it knows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cchc.diagnostics import Severity
from cchc.pipeline.building import build
from cchc.pipeline.outcomes import BuildRequest, Outcome
from cchc.pipeline.validating import validate
from tests.pipeline.files import surroundings, validated, write_plan

PLAN = """\
period: 2025
jurisdiction: Đắk Nông
act: {kind: decision}
title: Kế hoạch của tỉnh
body:
  - title: I. Mục tiêu
    text: Nâng cao chất lượng.
  - title: II. Kinh phí
    text: Từ ngân sách.
"""
_ITS_OWN = {"D101", "D102"}


def said(outcome: Outcome) -> list[tuple[str, str]]:
    """The codes and severities of what was said about typed labels and words, and of what the settings ask for."""
    found = [(each.code, each.severity.value) for each in outcome.all_diagnostics()]
    return [each for each in found if each[0] in _ITS_OWN or each[0][0] in "QW"]


def recorded(folder: Path, *operands: str) -> Outcome:
    *_, outcome = validate(operands, surroundings(folder), write_baseline=True)
    assert isinstance(outcome, Outcome)
    return outcome


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_plan(tmp_path, PLAN)
    return tmp_path


def test_rules_take_the_severity_that_the_project_gives_them(folder: Path) -> None:
    (folder / "cchc.toml").write_text('[rules]\nD101 = "note"\nD102 = "error"\n', encoding="utf-8")
    assert said(validated(folder)) == [("D102", "error"), ("D101", "note"), ("D101", "note")]


def test_a_rule_that_became_an_error_stops_a_build(folder: Path) -> None:
    (folder / "cchc.toml").write_text('[rules]\nD102 = "error"\n', encoding="utf-8")
    *_, outcome = build(BuildRequest(out=folder / "out"), surroundings(folder))
    assert isinstance(outcome, Outcome)
    assert outcome.exit_code == 1
    assert not list(folder.glob("out/*.docx"))


def test_a_rule_that_is_off_says_nothing(folder: Path) -> None:
    (folder / "pyproject.toml").write_text('[tool.cchc]\nrules = {D101 = "off"}\n', encoding="utf-8")
    assert said(validated(folder)) == [("D102", "warning")]


def test_settings_name_rules_that_there_are_and_lessen_no_error(folder: Path) -> None:
    (folder / "cchc.toml").write_text('[rules]\nD999 = "off"\nL103 = "note"\nS101 = "error"\n', encoding="utf-8")
    outcome = validated(folder)
    assert [each for each in said(outcome) if each[0][0] == "Q"] == [("Q104", "warning"), ("Q105", "warning")]
    lines = [each.span.line for each in outcome.all_diagnostics() if each.code[0] == "Q" and each.span]
    assert lines == [2, 3]


def test_a_level_that_there_is_not_is_refused_at_its_line(folder: Path) -> None:
    (folder / "cchc.toml").write_text('lang = "vi"\n[rules]\nD101 = "of"\n', encoding="utf-8")
    outcome = validated(folder)
    assert ("W304", "error") in said(outcome)
    [problem] = [each for each in outcome.all_diagnostics() if each.code == "W304"]
    assert problem.span is not None
    assert (problem.span.line, problem.span.text) == (3, "D101")


def test_what_is_in_the_baseline_is_not_told_again(folder: Path) -> None:
    first = recorded(folder)
    assert first.baseline == folder / "plans" / "_baseline.json"
    assert {code for code, _ in said(first)} == _ITS_OWN
    again = validated(folder)
    assert said(again) == []
    assert again.plans[0].known == len(first.plans[0].diagnostics)


def test_what_comes_anew_is_told_also_on_a_line_like_a_known_one(folder: Path) -> None:
    recorded(folder)
    write_plan(folder, f"# moved down by a line\n{PLAN}  - title: III. Tổ chức\n  - title: I. Mục tiêu\n")
    fresh = validated(folder).plans[0].diagnostics
    assert [each.span.line for each in fresh if each.span and each.code == "D101"] == [11, 12]


def test_what_was_corrected_is_told_once_to_be_taken_out(folder: Path) -> None:
    recorded(folder)
    write_plan(folder, PLAN.replace("I. Mục tiêu", "Mục tiêu"))
    [gone] = [each for each in validated(folder).all_diagnostics() if each.code == "Q107"]
    assert gone.severity is Severity.NOTE
    assert "1 " in gone.message.vi


def test_errors_are_never_known(folder: Path) -> None:
    write_plan(folder, PLAN.replace("I. Mục tiêu", "Mục tiêu\n    tittle: x"))
    recorded(folder)
    assert validated(folder).exit_code == 1


def test_a_baseline_of_one_plan_leaves_the_others_theirs(folder: Path) -> None:
    write_plan(folder, PLAN, "2026.yaml")
    recorded(folder)
    write_plan(folder, PLAN.replace("Kế hoạch của tỉnh", "Cải cách"))
    recorded(folder, "2025")
    kept = json.loads((folder / "plans" / "_baseline.json").read_text(encoding="utf-8"))["plans"]
    assert {each["code"] for each in kept["2026"]} >= _ITS_OWN
    assert "D102" not in {each["code"] for each in kept["2025"]}


def test_the_settings_say_where_the_baseline_is(folder: Path) -> None:
    (folder / "cchc.toml").write_text('baseline = "da-biet.json"\n', encoding="utf-8")
    assert recorded(folder).baseline == folder / "da-biet.json"
    assert said(validated(folder)) == []


@pytest.mark.parametrize("text", ["", "[]", '{"plans": [1]}', '{"plans": {"2025": [{"code": "D101"}]}}', "[" * 10**5])
def test_a_damaged_baseline_is_an_error_of_its_own(folder: Path, text: str) -> None:
    (folder / "plans" / "_baseline.json").write_text(text, encoding="utf-8")
    outcome = validated(folder)
    assert ("Q106", "error") in said(outcome)
    assert outcome.exit_code == 1
    assert {code for code, _ in said(outcome)} >= _ITS_OWN, "the findings themselves are told"
