"""``cchc validate --fix`` beside the other options, and beside what a project lets stand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Program
from tests.cli.test_fix import HEAD, plan
from tests.pipeline.files import write_plan

DOUBLED, MENDED = "- Rà soát  văn bản", "- Rà soát văn bản"
LEFT = "- Phân cấp giữa giữa hai cấp"
"""A sentence with a warning (N111) that only its author can mend."""


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_a_program_reads_what_is_left_and_a_person_what_was_mended(form: str, program: Program, tmp_path: Path) -> None:
    path = write_plan(tmp_path, plan(DOUBLED, LEFT))
    ran = program("validate", "--fix", "--format", form, "--lang", "en")
    assert read(path) == plan(MENDED, LEFT)
    assert ran.err == "2025: 1 place(s) mended in plans/2025.yaml\n"
    assert ("N111" in ran.out, "N106" in ran.out.replace('"id": "N106"', "")) == (True, False)
    assert program("validate", "--format", form, "--lang", "en").out == ran.out
    if form != "github":
        json.loads(ran.out)


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_lines_that_would_change_are_for_people(form: str, program: Program, tmp_path: Path) -> None:
    path = write_plan(tmp_path, plan(DOUBLED))
    ran = program("validate", "--fix", "--dry-run", "--format", form)
    assert (ran.code, ran.out, "--dry-run" in ran.err) == (2, "", True)
    assert read(path) == plan(DOUBLED)


def test_what_is_known_is_written_after_mending_not_with_it(program: Program, tmp_path: Path) -> None:
    path = write_plan(tmp_path, plan(DOUBLED))
    ran = program("validate", "--fix", "--write-baseline")
    assert (ran.code, ran.out, "--write-baseline" in ran.err) == (2, "", True)
    assert read(path) == plan(DOUBLED)
    assert [each.name for each in path.parent.iterdir()] == ["2025.yaml"]


def test_a_run_fails_on_what_is_left(program: Program, tmp_path: Path) -> None:
    path = write_plan(tmp_path, plan(DOUBLED))
    assert program("validate", "--fail-on", "note").code == 1
    assert program("validate", "--fix", "--dry-run", "--fail-on", "note").code == 1
    assert program("validate", "--fix", "--fail-on", "note").code == 0
    path.write_text(plan(DOUBLED, LEFT), encoding="utf-8")
    assert program("validate", "--fix").code == 0
    assert program("validate", "--fix", "--fail-on", "warning").code == 1


def test_quiet_leaves_out_how_much_was_mended_but_not_the_lines_of_a_dry_run(program: Program, tmp_path: Path) -> None:
    write_plan(tmp_path, plan(DOUBLED))
    ran = program("validate", "--fix", "--dry-run", "-q")
    assert [line for line in ran.out.splitlines() if line.startswith(("-  ", "+  "))] == [
        f"-      {DOUBLED}",
        f"+      {MENDED}",
    ]
    assert "2025: " not in ran.out
    ran = program("validate", "--fix", "-q")
    assert (ran.out, ran.err) == ("", "")


@pytest.mark.parametrize(
    "text",
    [
        plan(f"{DOUBLED}  # cchc: allow N106 vì bản ký viết vậy", "- Hai"),
        plan("# cchc: allow N106 vì bản ký viết vậy", DOUBLED),
        "# cchc: allow N106 because the signed act has it\n" + plan(DOUBLED),
        "# cchc: allow N101 vì phần mềm khác đọc tệp này\n" + plan("- Ra\u0300 soa\u0301t"),
        "# cchc: allow G103 vì tên cũ\n" + plan("- Một", head=HEAD.replace("Đắk", "Đăk")),
    ],
    ids=["behind", "above", "whole file", "letters", "names"],
)
def test_what_a_comment_allows_stays(text: str, program: Program, tmp_path: Path) -> None:
    path = write_plan(tmp_path, text)
    ran = program("validate", "--fix")
    assert (ran.code, read(path)) == (0, text)
    assert "đã sửa" not in ran.out


def test_only_what_a_comment_allows_stays(program: Program, tmp_path: Path) -> None:
    allowed = f"{DOUBLED}  # cchc: allow N106 vì bản ký viết vậy"
    path = write_plan(tmp_path, plan(allowed, DOUBLED, "- Trong đó: cấp tỉnh"))
    program("validate", "--fix")
    assert read(path) == plan(allowed, MENDED, '- "Trong đó: cấp tỉnh"')


def test_a_comment_that_has_no_effect_keeps_nothing(program: Program, tmp_path: Path) -> None:
    path = write_plan(tmp_path, plan(f"{DOUBLED}  # cchc: allow N106"))
    program("validate", "--fix")
    assert read(path) == plan(f"{MENDED}  # cchc: allow N106")


def test_a_rule_that_is_switched_off_mends_nothing(program: Program, tmp_path: Path) -> None:
    path = write_plan(tmp_path, plan(DOUBLED))
    (tmp_path / "cchc.toml").write_text('[rules]\nN106 = "off"\n', encoding="utf-8")
    assert program("validate", "--fix").code == 0
    assert read(path) == plan(DOUBLED)


@pytest.mark.parametrize("level", ["note", "warning", "error"])
def test_a_rule_of_another_weight_mends_as_before(level: str, program: Program, tmp_path: Path) -> None:
    path = write_plan(tmp_path, plan(DOUBLED))
    (tmp_path / "cchc.toml").write_text(f'[rules]\nN106 = "{level}"\n', encoding="utf-8")
    assert program("validate", "--fix", "-q").code == 0
    assert read(path) == plan(MENDED)


def test_what_is_known_stays_and_what_is_new_is_mended(program: Program, tmp_path: Path) -> None:
    path = write_plan(tmp_path, plan(DOUBLED))
    program("validate", "--write-baseline")
    path.write_text(plan(DOUBLED, "- Công bố  văn bản"), encoding="utf-8")
    ran = program("validate", "--fix", "--lang", "en")
    assert read(path) == plan(DOUBLED, "- Công bố văn bản")
    assert "1 known finding(s) not told again" in ran.out
    assert program("validate", "--fix", "-q").err == ""
    assert read(path) == plan(DOUBLED, "- Công bố văn bản")


def test_a_known_finding_in_a_line_that_is_mended_is_new(program: Program, tmp_path: Path) -> None:
    """The list knows a finding by its line: whoever changes that line is asked again, and so is ``--fix``."""
    path = write_plan(tmp_path, plan(DOUBLED))
    program("validate", "--write-baseline")
    path.write_text(plan(DOUBLED + " , đề án"), encoding="utf-8")
    program("validate", "--fix")
    assert read(path) == plan(MENDED + ", đề án")
