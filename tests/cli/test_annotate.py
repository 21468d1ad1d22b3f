"""``cchc build --annotate``: the file it writes, what is said of it, in which language its comments are."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Program
from tests.pipeline.files import write_plan
from tests.printing import SMALL

WRONG = "              - {title: 1. Công bố, lead: Sở Tư pháp, when: Quý IV}"


@pytest.fixture
def warned(tmp_path: Path) -> Path:
    """A project with one plan of which one thing is said: a label that was typed."""
    text = SMALL.read_text(encoding="utf-8").replace("{title: Công bố,", "{title: 1. Công bố,")
    assert WRONG in text
    write_plan(tmp_path, text)
    return tmp_path


@pytest.mark.parametrize(
    ("lang", "severity", "summary"),
    [("vi", "Cảnh báo: ", "{} nhận xét bên lề"), ("en", "Warning: ", "{} comment(s) in the margin")],
)
def test_comments_speak_the_language_of_the_run(
    lang: str, severity: str, summary: str, program: Program, warned: Path
) -> None:
    ran = program("build", "--annotate", "--lang", lang)
    assert ran.code == 0
    comments = docx.Document(str(warned / "out" / "2025.nhan-xet.docx")).comments
    assert summary.format(len(comments)) in ran.out
    [comment] = [comment for comment in comments if "D101" in comment.text]
    assert comment.text.startswith(severity)
    line = (warned / "plans" / "2025.yaml").read_text(encoding="utf-8").split("\n").index(WRONG) + 1
    assert comment.text.endswith(f"\nD101 (2025.yaml:{line})")


@pytest.mark.parametrize(("lang", "words"), [("vi", "không có gì để nhận xét"), ("en", "nothing to comment on")])
def test_that_there_is_nothing_to_comment_on_is_said(lang: str, words: str, program: Program, tmp_path: Path) -> None:
    write_plan(tmp_path, SMALL.read_bytes())
    program("validate", "--write-baseline")
    ran = program("build", "--annotate", "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    assert words in ran.out
    assert (tmp_path / "out" / "2025.nhan-xet.docx").is_file()


def test_a_build_without_it_says_and_writes_nothing_of_comments(program: Program, warned: Path) -> None:
    ran = program("build", "--lang", "en")
    assert "comment" not in ran.out
    assert not docx.Document(str(warned / "out" / "2025.docx")).comments


@pytest.mark.usefixtures("warned")
def test_for_machines_the_file_is_named_as_any_other(program: Program) -> None:
    ran = program("build", "--annotate", "--format", "json")
    assert ran.code == 0
    assert "out/2025.nhan-xet.docx" in ran.out


def test_the_clean_file_stays_as_it_is(program: Program, warned: Path) -> None:
    program("build")
    clean = (warned / "out" / "2025.docx").read_bytes()
    program("build", "--annotate", "--force")
    assert sorted(path.name for path in (warned / "out").iterdir()) == ["2025.docx", "2025.nhan-xet.docx"]
    assert (warned / "out" / "2025.docx").read_bytes() == clean


def test_it_goes_with_the_other_options(program: Program, warned: Path) -> None:
    """A draft in a folder of one's own, its file edited by hand and replaced."""
    file = warned / "khac" / "2025.du-thao-2.nhan-xet.docx"
    file.parent.mkdir()
    file.write_bytes(b"edited by hand")
    ran = program("build", "--annotate", "--draft", "--round", "2", "--out", "khac", "--force", "-q")
    assert ran.code == 0
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    assert any("D101" in comment.text for comment in docx.Document(str(file)).comments)


@pytest.mark.parametrize("lock", ["~$25.nhan-xet.docx", ".~lock.2025.nhan-xet.docx#"])
def test_a_file_that_a_reviewer_has_open_is_left_alone(lock: str, program: Program, warned: Path) -> None:
    program("build", "--annotate")
    file = warned / "out" / "2025.nhan-xet.docx"
    before = file.read_bytes()
    (warned / "out" / lock).touch()
    plan = warned / "plans" / "2025.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("number: 5", "number: 6"), encoding="utf-8")
    ran = program("build", "--annotate")
    assert (ran.code, "W109" in ran.err, lock in ran.err) == (2, True, True)
    assert file.read_bytes() == before


@pytest.mark.parametrize(("lang", "words"), [("vi", "nhận xét (comment)"), ("en", "as comments beside the text")])
def test_the_help_names_it(lang: str, words: str, program: Program) -> None:
    assert words in " ".join(program("build", "--help", "--lang", lang).out.split())
