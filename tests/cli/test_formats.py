"""``--format`` and ``--fail-on``: what stands on the output, and which exit code."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Program
from tests.cli.test_commands import BROKEN
from tests.pipeline.files import write_plan
from tests.report.test_github_commands import commands
from tests.report.test_sarif_log import official

MACHINE = ("json", "sarif", "github")


def warned(folder: Path) -> None:
    """The plan with a setting that nobody knows: a warning, and no error."""
    (folder / "cchc.toml").write_text('out_dir = "x"\n', encoding="utf-8")


@pytest.mark.parametrize("command", ["build", "validate"])
@pytest.mark.parametrize("form", MACHINE)
def test_nothing_but_the_format_is_printed(form: str, command: str, program: Program, project: Path) -> None:
    write_plan(project, BROKEN, "2024.yaml")
    warned(project)
    ran = program(command, "2024", "2025", "khong-co", "--format", form)
    assert (ran.code, ran.err) == (2, "")
    if form == "github":
        assert [told.properties["title"].split()[0] for told in commands(ran.out)][:2] == ["W303", "W011"]
        return
    read = json.loads(ran.out)
    if form == "sarif":
        official().validate(read)
        [run] = read["runs"]
        assert run["invocations"][0]["exitCode"] == 2
        assert str(project) not in ran.out
        assert len(run["tool"]["driver"]["rules"]) > 150
        assert all("ruleIndex" in said for said in run["results"])
    else:
        assert {said["code"] for said in read["diagnostics"]} > {"W303", "W011", "A101"}
        assert all(said["name"] for said in read["diagnostics"])


def test_the_printed_schema_fits_what_is_printed(program: Program, project: Path) -> None:
    write_plan(project, BROKEN, "2024.yaml")
    schema = json.loads(program("schema", "--of", "diagnostics").out)
    read = json.loads(program("build", "--format", "json").out)
    Draft202012Validator(schema).validate(read)
    assert [(plan["id"], plan["tasks"], plan["written"]) for plan in read["plans"]] == [
        ("2024", None, []),
        ("2025", 5, ["out/2025.docx"]),
    ]
    assert read["checked"]["plans"] == 2
    assert (project / "out" / "2025.docx").is_file()


def test_the_schema_of_diagnostics_is_written_whole_to_a_file(program: Program, tmp_path: Path) -> None:
    ran = program("schema", "--of", "diagnostics", "-o", "a.json")
    assert (ran.code, "a.json" in ran.out) == (0, True)
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == program("schema", "--of", "diagnostics").out


@pytest.mark.parametrize("command", ["build", "validate"])
@pytest.mark.parametrize("form", ["terminal", *MACHINE])
def test_fail_on_lowers_the_threshold(form: str, command: str, program: Program, project: Path) -> None:
    warned(project)
    codes = [program(command, "--format", form, "--fail-on", level).code for level in ("error", "warning", "note")]
    assert codes == [0, 1, 1]
    (project / "cchc.toml").unlink()
    assert program(command, "--format", form, "--fail-on", "note").code == 0


def test_the_exit_code_is_in_the_document(program: Program, project: Path) -> None:
    warned(project)
    ran = program("validate", "--format", "json", "--fail-on", "warning")
    assert json.loads(ran.out)["exit_code"] == ran.code == 1


def test_a_build_that_fails_for_a_warning_has_written_its_file(program: Program, project: Path) -> None:
    warned(project)
    assert program("build", "--fail-on", "warning").code == 1
    assert (project / "out" / "2025.docx").is_file()


@pytest.mark.usefixtures("project")
def test_trouble_goes_before_the_threshold(program: Program) -> None:
    assert program("validate", "khong-co", "--fail-on", "note").code == 2


def test_quiet_leaves_notes_out_unless_they_make_the_run_fail(
    program: Program, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cchc.diagnostics import Severity
    from cchc.workspace import settings

    monkeypatch.setattr(settings, "UNKNOWN_KEY", settings.UNKNOWN_KEY._replace(severity=Severity.NOTE))
    warned(project)
    counts = {
        arguments: json.loads(program("validate", "--format", "json", *arguments).out)["counts"]["note"]
        for arguments in [(), ("--quiet",), ("--quiet", "--fail-on", "note")]
    }
    assert list(counts.values()) == [1, 0, 1]
    assert program("validate", "--quiet").err == ""
    assert "W303" in program("validate", "--quiet", "--fail-on", "note").err


@pytest.mark.usefixtures("project")
def test_the_last_line_says_what_was_checked(program: Program) -> None:
    ran = program("validate", "--lang", "en")
    expected = r"1 plan\(s\) with 5 tasks and activities checked by (\d+) rules of meaning: no error\n"
    told = re.fullmatch(expected, ran.out)
    assert told is not None
    assert json.loads(program("validate", "--format", "json").out)["checked"] == {
        "plans": 1,
        "tasks": 5,
        "rules": int(told[1]),
    }


@pytest.mark.parametrize(
    "arguments",
    [("validate", "--format", "xml"), ("validate", "--fail-on", "warn"), ("schema", "--of", "plans")],
    ids=" ".join,
)
def test_other_values_are_wrong_usage(arguments: tuple[str, ...], program: Program) -> None:
    ran = program(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert f"{arguments[1]} không nhận giá trị “{arguments[2]}”" in ran.err
