"""``cchc diff --format``: each form from the command line, where it goes, and the exit code of diff(1) in all."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Program
from tests.cli.two_plans import PLAN
from tests.repositories import Repo

ROOT = Path(__file__).parents[2]


CODES = {
    ("cu", "cu"): 0,
    ("cu", "moi"): 1,
    ("cu", "moi", "--exit-zero"): 0,
    ("cu", "moi", "--fail-on", "end"): 0,
    ("cu", "moi", "--only", "editorial", "--fail-on", "lead"): 0,
    ("cu", "khong-co"): 2,
}


@pytest.mark.parametrize("form", ["json", "markdown", "table"])
@pytest.mark.parametrize("arguments", CODES)
def test_exit_codes_are_those_of_any_form(
    form: str, arguments: tuple[str, ...], folder: Path, program: Program
) -> None:
    ran = program("diff", *arguments, "--format", form, "-o", "kq.docx")
    assert ran.code == CODES[arguments]
    assert (folder / "kq.docx").exists() == (ran.code < 2)
    assert bool(ran.err) == (ran.code == 2)


@pytest.mark.usefixtures("folder")
def test_json_fits_the_schema_that_the_program_prints(program: Program) -> None:
    schema = json.loads(program("schema", "--of", "diff").out)
    assert schema == json.loads((ROOT / "cchc/report/differences.schema.json").read_text(encoding="utf-8"))
    for arguments, code in (((), 1), (("--exit-zero",), 0), (("--only", "substantive"), 1)):
        ran = program("diff", "cu", "moi", "--format", "json", *arguments)
        read = json.loads(ran.out)
        Draft202012Validator(schema).validate(read)
        assert (ran.err, ran.code, read["exit_code"]) == ("", code, code)
    assert [each["kind"] for each in read["differences"]] == ["lead"]
    assert read["counts"]["left_out"] == 1


def test_json_and_markdown_go_into_a_file_too(folder: Path, program: Program) -> None:
    for form in ("json", "markdown"):
        printed = program("diff", "cu", "moi", "--format", form).out
        assert program("diff", "cu", "moi", "--format", form, "-o", "kq.txt") == (1, "", "")
        assert (folder / "kq.txt").read_text(encoding="utf-8") == printed
        assert printed


@pytest.mark.usefixtures("folder")
def test_markdown_speaks_the_language_asked_for(program: Program) -> None:
    assert "- **Nhiệm vụ 1:** Rà soát thủ tục hành chính" in program("diff", "cu", "moi", "--format", "markdown").out
    english = program("diff", "cu", "moi", "--format", "markdown", "--lang", "en").out
    assert "2 difference(s): 1 substantive, 1 editorial." in english


def test_a_table_is_written_and_told_and_kept_when_somebody_edited_it(folder: Path, program: Program) -> None:
    made = "diff", "cu", "moi", "--format", "table", "-o", "so-sanh.docx"
    assert program(*made) == (1, "đã ghi so-sanh.docx\n", "")
    assert program(*made) == (1, "không đổi so-sanh.docx\n", "")
    texts = [cell.text for row in docx.Document(str(folder / "so-sanh.docx")).tables[1].rows for cell in row.cells]
    assert any("Cơ quan chủ trì: Sở Y tế" in text for text in texts)
    (folder / "so-sanh.docx").write_bytes(b"not ours")
    ran = program(*made)
    assert (ran.code, ran.err) == (1, "")
    assert "so-sanh (sửa tay).docx" in ran.out
    assert (folder / "so-sanh (sửa tay).docx").read_bytes() == b"not ours"


@pytest.mark.parametrize("output", [(), ("-o", "so-sanh.txt"), ("-o", "so-sanh")])
def test_a_table_asks_for_the_name_of_a_word_file(output: tuple[str, ...], folder: Path, program: Program) -> None:
    ran = program("diff", "cu", "moi", "--format", "table", *output)
    assert (ran.code, ran.out) == (2, "")
    assert "-o TÊN.docx" in ran.err
    assert {path.name for path in folder.iterdir()} == {"plans"}


@pytest.mark.parametrize("form", ["terminal", "json", "markdown", "table"])
def test_a_plan_is_never_the_output(form: str, folder: Path, program: Program) -> None:
    before = (folder / "plans/moi.yaml").read_bytes()
    ran = program("diff", "cu", "moi", "--format", form, "-o", "plans/moi.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert (folder / "plans/moi.yaml").read_bytes() == before


def test_a_plan_of_the_past_stands_in_a_table(tmp_path: Path, program: Program) -> None:
    repo = Repo(tmp_path)
    repo.commit(**{"plans/2025.yaml": PLAN})
    repo.write("plans/2025.yaml", PLAN.replace("end: 6", "end: 5"))
    assert program("diff", "HEAD:2025", "2025", "--format", "table", "-o", "kq.docx").code == 1
    rows = docx.Document(str(tmp_path / "kq.docx")).tables[1].rows
    assert [cell.text.split("\n")[-1] for cell in rows[-1].cells[1:3]] == ["Thời hạn: tháng 6", "Thời hạn: tháng 5"]
    read = json.loads(program("diff", "HEAD:2025", "2025", "--format", "json").out)
    assert [each["old"]["place"]["file"] for each in read["differences"]] == ["HEAD:plans/2025.yaml"]
