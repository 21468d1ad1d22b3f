"""Commands, options and operands: what is built and checked, what is said, which exit code."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from tests.cli.conftest import Program
from tests.pipeline.files import write_plan
from tests.printing import SMALL

BROKEN = "period: 2025\nact: {kind: decision, number: 1/2}\n"


def test_without_operands_every_plan_is_built(program: Program, project: Path) -> None:
    write_plan(project, SMALL.read_bytes(), "nam/2026.yaml")
    write_plan(project, "not a plan", "_draft.yaml")
    ran = program("build")
    assert ran.code == 0
    assert sorted(path.name for path in (project / "out").glob("[!.]*")) == ["2025.docx", "2026.docx"]
    assert ran.err == ""
    told = [line.split(":")[0] for line in ran.out.splitlines() if not line.startswith(" ")]
    assert told == ["2025", "2026", "2 kế hoạch"]
    assert "5 nhiệm vụ, hoạt động; 1 chỉ tiêu (KPI); 3 cơ quan chủ trì" in ran.out


@pytest.mark.parametrize("operand", ["2025", "plans/2025.yaml", "plans", "plans/", "./plans/2025.yaml"])
def test_a_plan_is_an_id_a_path_or_a_folder(operand: str, program: Program, project: Path) -> None:
    assert program("build", operand).code == 0
    assert (project / "out" / "2025.docx").is_file()


@pytest.mark.usefixtures("project")
def test_a_plan_may_be_typed_as_windows_writes_paths(program: Program) -> None:
    ran = program("build", "plans\\2025.yaml")
    assert ran.code == 0, ran.err


@pytest.mark.usefixtures("project")
def test_a_plan_named_twice_is_built_once(program: Program) -> None:
    ran = program("build", "2025", "plans/2025.yaml")
    assert (ran.code, ran.out.count("2025.docx")) == (0, 1)


def test_out_names_the_folder(program: Program, project: Path) -> None:
    assert program("build", "--out", "khac/sau").code == 0
    assert (project / "khac" / "sau" / "2025.docx").is_file()


def test_a_second_build_changes_nothing(program: Program, project: Path) -> None:
    program("build")
    before = (project / "out" / "2025.docx").stat().st_mtime_ns
    assert "không đổi" in program("build").out
    assert (project / "out" / "2025.docx").stat().st_mtime_ns == before


def test_templates_of_ones_own_overlay_the_shipped_ones(program: Program, project: Path) -> None:
    (project / "mau").mkdir()
    (project / "mau" / "plan.xml.j2").write_text("unused here", encoding="utf-8")
    assert program("build", "--templates", "mau").code == 0
    (project / "mau" / "decision.xml.j2").write_text("<para/>", encoding="utf-8")
    ran = program("build", "--templates", "mau")
    assert ran.code == 1
    assert f"{Path('mau', 'decision.xml.j2')}:1:1: lỗi T201" in ran.err


def test_of_many_plans_those_are_named_to_which_somebody_has_to_see(program: Program, project: Path) -> None:
    for number in range(23):
        write_plan(project, SMALL.read_bytes(), f"xa-{number:02}.yaml")
    write_plan(project, BROKEN, "xa-30.yaml")
    ran = program("build", "--lang", "en")
    assert ran.code == 1
    told = [line.split(":")[0] for line in ran.out.splitlines() if not line.startswith(" ")]
    assert told == ["2025", *(f"xa-{number:02}" for number in range(19)), "xa-30", "25 plans"]
    assert "25 plans: 24 written, 1 not written; 1 error(s), " in ran.out.splitlines()[-1]
    (project / "out" / "xa-22.docx").write_bytes(b"edited")
    ran = program("build", "--lang", "en", "--quiet")
    assert ran.out == ""
    (project / "out" / "xa-22.docx").write_bytes(b"edited again")
    ran = program("build", "--lang", "en")
    assert "is kept as out/xa-22 (sửa tay 2).docx" in ran.out
    assert "25 plans: 1 written, 23 unchanged, 1 not written; 1 error(s), " in ran.out.splitlines()[-1]


@pytest.mark.parametrize("jobs", ["0", "x", "-1", "100"])
def test_jobs_are_a_number(program: Program, jobs: str) -> None:
    for command in ("build", "validate"):
        ran = program(command, f"--jobs={jobs}")
        assert (ran.code, ran.out) == (2, "")
        assert "--jobs" in ran.err


@pytest.mark.usefixtures("project")
def test_quiet_prints_neither_summary_nor_notes(program: Program) -> None:
    ran = program("build", "--quiet")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_a_plan_with_errors_stops_no_other_and_the_worst_decides(program: Program, project: Path) -> None:
    write_plan(project, BROKEN, "2024.yaml")
    ran = program("build")
    assert ran.code == 1
    assert [path.name for path in (project / "out").glob("[!.]*")] == ["2025.docx"]
    assert "2024: không ghi tệp Word mới vì lỗi đã báo" in ran.out
    assert "2024.yaml:2:31: lỗi A101" in ran.err
    ran = program("validate", "2024", "khong-co")
    assert ran.code == 2


def test_what_two_plans_share_is_said_once(program: Program, project: Path) -> None:
    write_plan(project, SMALL.read_bytes(), "2026.yaml")
    (project / "templates" / "layouts").mkdir(parents=True)
    (project / "templates" / "layouts" / "tasks.yaml").write_text("columns: []\nrows: {}\n", encoding="utf-8")
    ran = program("validate")
    assert (ran.code, ran.err.count("S104")) == (1, 1)
    assert re.search(r"2 kế hoạch, .* quy tắc nội dung: 1 lỗi", ran.out)


def test_validate_writes_nothing(program: Program, project: Path) -> None:
    ran = program("validate")
    assert ran.code == 0
    said = r"đã kiểm tra 1 kế hoạch, 5 nhiệm vụ và hoạt động theo \d+ quy tắc nội dung: không có lỗi\n"
    assert re.fullmatch(said, ran.out)
    assert not (project / "out").exists()


def test_previous_output_stays_where_a_plan_has_errors(program: Program, project: Path) -> None:
    program("build")
    before = (project / "out" / "2025.docx").read_bytes()
    write_plan(project, BROKEN)
    assert program("build").code == 1
    assert (project / "out" / "2025.docx").read_bytes() == before


def test_work_done_in_word_is_kept_and_force_replaces_it(program: Program, project: Path) -> None:
    (project / "out").mkdir()
    (project / "out" / "2025.docx").write_bytes(b"edited by hand")
    ran = program("build")
    assert "2025 (sửa tay).docx" in ran.out
    assert (project / "out" / "2025 (sửa tay).docx").read_bytes() == b"edited by hand"
    (project / "out" / "2025.docx").write_bytes(b"edited again")
    assert "sửa tay" not in program("build", "--force").out


@pytest.mark.parametrize("lock", ["~$2025.docx", ".~lock.2025.docx#"])
def test_an_output_that_is_open_elsewhere_is_left_alone(lock: str, program: Program, project: Path) -> None:
    program("build")
    before = (project / "out" / "2025.docx").read_bytes()
    (project / "out" / lock).touch()
    write_plan(project, SMALL.read_bytes().replace(b"number: 5", b"number: 6"))
    ran = program("build")
    assert ran.code == 2
    assert "W109" in ran.err
    assert lock in ran.err
    assert (project / "out" / "2025.docx").read_bytes() == before


def test_a_file_in_place_of_the_output_folder(program: Program, project: Path) -> None:
    (project / "out").write_text("x", encoding="utf-8")
    ran = program("build")
    assert (ran.code, "W106" in ran.err) == (2, True)


@pytest.mark.usefixtures("project")
def test_a_pdf_without_libreoffice_leaves_the_word_file(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cchc.workspace.office._usual_places", lambda *_: iter(()))
    ran = program("build", "--to", "docx,pdf", PATH="")
    assert ran.code == 2
    assert "W202" in ran.err
    assert f"đã ghi {Path('out', '2025.docx')}\n" in ran.out


@pytest.mark.parametrize(
    ("name", "content", "code", "exit_code"),
    [
        ("a.yaml", b"", "Y002", 1),
        ("a.yaml", b"# a comment\n# another\n", "Y002", 1),
        ("a.yaml", "period: 2025".encode("utf-16"), "Y004", 1),
        ("a.yaml", "tiêu đề".encode("utf-16-le") * 9, "Y004", 1),
        ("a.yaml", "period: năm".encode("cp1258", "ignore") + b"\xea\xec", "Y005", 1),
        ("a.yaml", b"[" * 100_000, "Y010", 1),
        ("a.yaml", b"{" * 100_000, "Y010", 1),
        ("a.yaml", b"title: a\x0bb\n", "Y006", 1),
        ("a.yaml", b'title: "a\\x0bb"\n', "Y007", 1),
        ("a.yaml", b'title: "a\\ud800b"\n', "Y007", 1),
        ("a.yaml", b"PK\x03\x04 a Word file", "W301", 1),
        ("a.yaml", b"%PDF-1.7", "W301", 1),
        ("a.yaml", b"period: 2025\nact:\n\tkind: decision\n", "Y040", 1),
        ("a.yaml", b"a: 1\n---\nb: 2\n", "Y003", 1),
        ("a.yaml", b"a: &a [*a]\n", "Y022", 1),
    ],
)
def test_files_that_are_no_plans(
    name: str, content: bytes, code: str, exit_code: int, program: Program, tmp_path: Path
) -> None:
    path = write_plan(tmp_path, content, name)
    ran = program("build", str(path))
    assert ran.code == exit_code
    assert re.findall(r"lỗi ([YW]\d+)", ran.err) == [code]
    assert not (tmp_path / "out").exists()


def test_aliases_that_multiply_are_stopped(program: Program, tmp_path: Path) -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{new}: &{new} [{', '.join(['*' + old] * 9)}]" for old, new in zip("abcdefgh", "bcdefghi", strict=True)]
    write_plan(tmp_path, "\n".join(lines))
    ran = program("validate")
    assert (ran.code, "Y012" in ran.err) == (1, True)


def test_a_byte_order_mark_and_windows_line_ends_are_accepted(program: Program, tmp_path: Path) -> None:
    text = b"\xef\xbb\xbf" + SMALL.read_bytes().replace(b"\n", b"\r\n")
    path = write_plan(tmp_path, text)
    assert program("build").code == 0
    assert path.read_bytes() == text


def test_decomposed_text_prints_like_composed(program: Program, tmp_path: Path) -> None:
    write_plan(tmp_path, SMALL.read_bytes())
    program("build")
    composed = (tmp_path / "out" / "2025.docx").read_bytes()
    write_plan(tmp_path, unicodedata.normalize("NFD", SMALL.read_text(encoding="utf-8")))
    program("build", "--out", "khac")
    assert (tmp_path / "khac" / "2025.docx").read_bytes() == composed


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("number: 5", "number: {}", ["A101"]),
        ("period: 2025", "period: {}", ["S110"]),
        ("date: 2025-02-03", "date: 2025-{}", ["S109"]),
        ("start: 6", "start: {}", ["L101"]),
        ("<so-hoa=80%>", "<so-hoa={}%>", None),
        ("baseline: 72%", "baseline: {}%", []),
        ("được số hóa", "được {}% số hóa", []),
    ],
)
def test_numbers_of_five_thousand_digits(
    old: str, new: str, codes: list[str] | None, program: Program, tmp_path: Path
) -> None:
    text = SMALL.read_text(encoding="utf-8")
    assert old in text
    write_plan(tmp_path, text.replace(old, new.format("9" * 5000)))
    ran = program("build")
    assert ran.code in (0, 1)
    assert all(len(line) < 700 for line in ran.err.splitlines())
    if codes is not None:
        assert re.findall(r"lỗi ([A-Z]\d+)", ran.err) == codes


def test_a_missing_project_is_said(program: Program) -> None:
    ran = program("build")
    assert ran.code == 2
    assert ran.err.startswith("lỗi W0")


@pytest.mark.parametrize(
    ("content", "code", "exit_code"),
    [("out = ", "W302", 1), ('lang = "fr"', "W304", 1), ('out_dir = "x"', "W303", 0), ("\udcff", "W305", 1)],
)
def test_broken_settings(content: str, code: str, exit_code: int, program: Program, project: Path) -> None:
    (project / "cchc.toml").write_bytes(content.encode("utf-8", "surrogateescape"))
    ran = program("validate")
    assert (ran.code, ran.err.count(code)) == (exit_code, 1)


@pytest.mark.usefixtures("project")
def test_a_folder_as_a_template_folder_must_be_there(program: Program) -> None:
    ran = program("build", "--templates", "khong-co")
    assert (ran.code, ran.err.count("W021")) == (2, 1)


def test_a_template_that_is_no_text_is_said_itself(program: Program, project: Path) -> None:
    (project / "templates").mkdir()
    (project / "templates" / "decision.xml.j2").write_bytes("<section/>".encode("utf-16"))
    ran = program("build")
    assert ran.code == 1
    assert "Y004" in ran.err
    assert "T103" not in ran.err
