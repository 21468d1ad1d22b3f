"""Help and usage errors, in the language that was asked for, Vietnamese unless told otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc import __version__
from tests.cli.conftest import Program


def test_version(program: Program) -> None:
    assert program("--version") == (0, f"cchc {__version__}\n", "")


@pytest.mark.parametrize("arguments", [[], ["--help"]])
def test_help_names_every_command(arguments: list[str], program: Program) -> None:
    ran = program(*arguments)
    assert ran.code == 0
    assert ran.out.startswith("Cách dùng: cchc [TÙY CHỌN] LỆNH …")
    assert {"build", "validate", "new", "outline", "schema"} <= set(ran.out.split())


@pytest.mark.parametrize(
    ("command", "place"),
    [("build", " [PLANS…]"), ("validate", " [PLANS…]"), ("outline", " [PLANS…]"), ("new", " ID"), ("schema", "")],
)
def test_help_is_wholly_in_one_language(command: str, place: str, program: Program) -> None:
    vietnamese, english = program(command, "--help").out, program("--lang", "en", command, "--help").out
    assert set(vietnamese.splitlines()) & set(english.splitlines()) <= {""}
    assert english.startswith(f"Usage: cchc {command} [OPTIONS]{place}\n")
    assert not any(letter in english.replace("DỰ THẢO", "").replace("LẦN N", "") for letter in "ạảãàáđ")


@pytest.mark.parametrize(
    ("arguments", "vietnamese", "english"),
    [
        (["biuld"], "không có lệnh “biuld”; có phải là build?", "there is no command “biuld”; did you mean build?"),
        (["build", "--forc"], "không có tùy chọn --forc; có phải là --force?", "there is no option --forc"),
        (["build", "-x"], "không có tùy chọn -x", "there is no option -x"),
        (["build", "--out"], "tùy chọn --out cần một giá trị", "the option --out takes a value"),
        (["build", "--draft=1"], "tùy chọn --draft không nhận giá trị", "the option --draft takes no value"),
        (["build", "--round", "2"], "--round chỉ dùng cùng --draft", "--round goes with --draft"),
        (["build", "--draft", "--round", "0"], "--round không nhận giá trị “0”", "--round does not take “0”"),
        (["build", "--draft", "--round", "9" * 5000], "--round không nhận", "--round does not take"),
        (["build", "--to", "odt"], "--to không nhận giá trị “odt”; nhận: docx, pdf", "--to does not take “odt”"),
        (["build", "--to", ""], "--to không nhận giá trị “”", "--to does not take “”"),
        (["build", "--lang", "fr"], "--lang không nhận giá trị “fr”; nhận: vi, en", ""),
        (["--lang", "de"], "--lang không nhận giá trị “de”", ""),
    ],
)
def test_wrong_usage(arguments: list[str], vietnamese: str, english: str, program: Program) -> None:
    ran = program(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"lỗi: {vietnamese}")
    assert "--help”" in ran.err
    if english:
        ran = program(*arguments, CCHC_LANG="en")
        assert ran.code == 2
        assert ran.err.startswith(f"error: {english}")


def test_the_option_wins_over_the_environment_and_that_over_the_settings(program: Program, project: Path) -> None:
    (project / "cchc.toml").write_text('lang = "en"\n', encoding="utf-8")
    assert program("validate").out.endswith("rules of meaning: no error\n")
    assert program("validate", "--lang", "vi").out.startswith("đã kiểm tra")
    assert program("validate", CCHC_LANG="vi_VN.UTF-8").out.startswith("đã kiểm tra")
    assert program("validate", "--lang=en").out.startswith("1 plan")


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("command", ["build", "validate", "outline"])
def test_plan_ids_are_completed(command: str, program: Program) -> None:
    ran = program(_CCHC_COMPLETE="complete_bash", COMP_WORDS=f"cchc {command} 20", COMP_CWORD="2")
    assert (ran.code, ran.out.split()) == (0, ["2025"])


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_code_can_be_printed(shell: str, program: Program) -> None:
    ran = program(_CCHC_COMPLETE=f"source_{shell}")
    assert ran.code == 0
    assert "_CCHC_COMPLETE" in ran.out
