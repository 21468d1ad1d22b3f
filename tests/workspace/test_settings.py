"""The settings of a project: which file is taken, and what is said of mistakes, with their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.diagnostics import Severity
from cchc.workspace.settings import Settings, read_settings
from cchc.workspace.trouble import is_trouble


def test_no_settings_file_is_no_settings(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == (Settings(), ())


def test_settings_are_read_from_either_file(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.cchc]\nout = "ket-qua"\nlang = "en"\n', encoding="utf-8")
    assert read_settings(tmp_path) == (Settings(out="ket-qua", lang="en"), ())
    (tmp_path / "cchc.toml").write_bytes('\ufefftemplates = "mẫu"\r\n'.encode())
    assert read_settings(tmp_path) == (Settings(templates="mẫu"), ())


def test_the_pyproject_of_others_is_none_of_ours(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.other\nbroken", encoding="utf-8")
    assert read_settings(tmp_path) == (Settings(), ())


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('lang = "vi"\nout = ket qua\n', 2, 7),
        ('out = "a"\nout = "b"\n', 2, 10),
        ('lang = "vi"\nout = "ket qua\n', 2, 15),
        ('out = """abc\n\n', 1, 13),
    ],
)
def test_broken_toml_is_said_with_its_place(tmp_path: Path, text: str, line: int, column: int) -> None:
    (tmp_path / "cchc.toml").write_text(text, encoding="utf-8")
    settings, (problem,) = read_settings(tmp_path)
    assert settings == Settings()
    assert problem.code == "W302"
    assert problem.span is not None
    assert (problem.span.source.name, problem.span.line) == ("cchc.toml", line)
    assert abs(problem.span.column - column) <= 1
    assert "at line" not in problem.message.en
    assert not is_trouble(problem), "a mistake in a file ends with 1, not 2"


def test_an_unknown_key_is_a_warning_that_names_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[project]\ntemplate = "x"\n[tool.cchc]\nout = "o"\ntemplate = "m"\n', encoding="utf-8"
    )
    settings, (problem,) = read_settings(tmp_path)
    assert settings == Settings(out="o")
    assert (problem.code, problem.severity) == ("W303", Severity.WARNING)
    assert problem.span is not None
    assert (problem.span.text, problem.span.line) == ("template", 5)
    assert problem.hint is not None
    assert "“templates”" in problem.hint.en


@pytest.mark.parametrize("line", ["lang = 'fr'", "out = 5", "templates = ''", "out = ['a']"])
def test_a_wrong_value_counts_as_not_given(tmp_path: Path, line: str) -> None:
    (tmp_path / "cchc.toml").write_text(line, encoding="utf-8")
    settings, (problem,) = read_settings(tmp_path)
    assert settings == Settings()
    assert problem.code == "W304"
    assert problem.span is not None
    assert problem.span.text == line.split()[0]


def test_settings_that_are_no_utf8(tmp_path: Path) -> None:
    (tmp_path / "cchc.toml").write_bytes(b'out = "k\xfft"')
    assert [problem.code for problem in read_settings(tmp_path)[1]] == ["W305"]


def test_a_tool_table_that_is_no_table(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("tool.cchc = 5", encoding="utf-8")
    assert read_settings(tmp_path) == (Settings(), ())
