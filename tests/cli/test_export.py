"""``cchc export``: what it writes, says and refuses, and that it changes nothing by half."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import pytest

from cchc.pipeline.exporting import ExportRequest, export
from cchc.workspace.growing import RECORD
from tests.cli.conftest import Program
from tests.packaging.program import run
from tests.pipeline.files import surroundings, write_plan

PLAN = """\
period: 2026
jurisdiction: Lâm Đồng
act:
  kind: plan
  number: 7
  date: 2025-12-30
title: Cải cách hành chính năm 2026
body:
  - title: Mục tiêu
    objectives: Tỷ lệ hồ sơ đúng hạn đạt từ 98% trở lên.
appendices:
  - title: Nhiệm vụ
    layout: tasks
    tasks:
      - {title: Rà soát thủ tục, output: Quyết định, lead: Văn phòng UBND tỉnh, support: Sở Y tế, start: 3, end: 9}
"""
BACKWARDS = PLAN.replace("end: 9", "end: 2")
BROKEN = PLAN.replace("period: 2026", "period: hai")


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def two_plans(tmp_path: Path) -> Path:
    write_plan(tmp_path, PLAN, "a.yaml")
    write_plan(tmp_path, PLAN.replace("số", "").replace("Rà soát", "Đơn giản hóa"), "b.yaml")
    return tmp_path


def test_without_formats_it_writes_csv(two_plans: Path, program: Program) -> None:
    ran = program("export")
    assert (ran.code, ran.err) == (0, "")
    assert files(two_plans / "out") == [RECORD, "kpis.csv", "tasks.csv"]
    lines = ran.out.replace("\\", "/").splitlines()
    assert lines[0] == "đã ghi out/tasks.csv, out/kpis.csv"
    assert lines[1].startswith("  2 kế hoạch; 2 dòng nhiệm vụ, hoạt động; 2 chỉ tiêu (KPI); ")
    assert [(row["plan"], row["title"]) for row in table(two_plans / "out" / "tasks.csv")] == [
        ("a", "Rà soát thủ tục"),
        ("b", "Đơn giản hóa thủ tục"),
    ]
    assert [(row["plan"], row["value"]) for row in table(two_plans / "out" / "kpis.csv")] == [("a", "98"), ("b", "98")]


def test_every_format_in_one_run(two_plans: Path, program: Program) -> None:
    ran = program("export", "a", "--to", "parquet, XLSX,jsonl,csv,csv", "--out", "x/y", "--lang", "en")
    assert ran.code == 0, ran.err
    names = ["tong-hop.xlsx", *(f"{name}.{form}" for form in ("csv", "jsonl", "parquet") for name in ("tasks", "kpis"))]
    assert files(two_plans / "x" / "y") == sorted([RECORD, *names])
    assert ran.out.replace("\\", "/").splitlines()[0] == "written " + ", ".join(f"x/y/{name}" for name in names)
    [line] = (two_plans / "x" / "y" / "tasks.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["end_date"] == "2026-09-30"


def test_a_second_run_changes_nothing_and_says_so(two_plans: Path, program: Program) -> None:
    program("export", "--to", "csv,xlsx")
    before = {path: path.stat().st_mtime_ns for path in (two_plans / "out").iterdir()}
    ran = program("export", "--to", "csv,xlsx", "--lang", "en")
    assert ran.out.replace("\\", "/").splitlines()[0] == ("unchanged out/tong-hop.xlsx, out/tasks.csv, out/kpis.csv")
    assert {path: path.stat().st_mtime_ns for path in (two_plans / "out").iterdir()} == before


def test_a_table_that_was_edited_is_kept(two_plans: Path, program: Program) -> None:
    program("export")
    path = two_plans / "out" / "tasks.csv"
    path.write_bytes(path.read_bytes() + b"mine\r\n")
    ran = program("export", "--lang", "en")
    assert ran.code == 0
    assert "out/tasks (sửa tay).csv; --force replaces it" in ran.out.replace("\\", "/")
    assert (two_plans / "out" / "tasks (sửa tay).csv").read_bytes().endswith(b"mine\r\n")
    path.write_bytes(b"mine again")
    program("export", "--force")
    assert files(two_plans / "out") == [RECORD, "kpis.csv", "tasks (sửa tay).csv", "tasks.csv"]


@pytest.mark.parametrize(("text", "code"), [(BACKWARDS, "L103"), (BROKEN, "S110")])
def test_a_plan_with_errors_is_left_out_and_stops_no_other(
    text: str, code: str, two_plans: Path, program: Program
) -> None:
    write_plan(two_plans, text, "a.yaml")
    ran = program("export", "--lang", "en")
    assert (ran.code, code in ran.err) == (1, True)
    assert [row["plan"] for row in table(two_plans / "out" / "tasks.csv")] == ["b"]
    assert ran.out.splitlines()[-1] == "  not in the tables, because of the errors told: a"


def test_draft_takes_in_errors_of_meaning_and_nothing_worse(two_plans: Path, program: Program) -> None:
    write_plan(two_plans, BACKWARDS, "a.yaml")
    write_plan(two_plans, BROKEN, "b.yaml")
    ran = program("export", "--draft", "--lang", "en")
    assert (ran.code, "L103" in ran.err) == (1, True)
    [row] = table(two_plans / "out" / "tasks.csv")
    assert (row["plan"], row["start_date"], row["end_date"]) == ("a", "2026-03-01", "2026-02-28")


def test_where_no_plan_is_sound_the_tables_stay_as_they_were(two_plans: Path, program: Program) -> None:
    program("export")
    before = (two_plans / "out" / "tasks.csv").read_bytes()
    for name in ("a.yaml", "b.yaml"):
        write_plan(two_plans, BROKEN, name)
    ran = program("export", "--lang", "en")
    assert (ran.code, ran.out) == (1, "no table was written, because of the errors told\n")
    assert (two_plans / "out" / "tasks.csv").read_bytes() == before
    assert files(two_plans / "out") == [RECORD, "kpis.csv", "tasks.csv"]


def test_only_what_stands_against_the_rows_is_told(two_plans: Path, program: Program) -> None:
    write_plan(two_plans, PLAN.replace("Rà soát", "Rà  soát"), "a.yaml")
    checked = program("validate", "a")
    assert "cảnh báo" in checked.err
    ran = program("export", "a")
    assert (ran.code, ran.err) == (0, "")


def test_quiet_prints_errors_alone(two_plans: Path, program: Program) -> None:
    write_plan(two_plans, BROKEN, "a.yaml")
    ran = program("export", "-q")
    assert (ran.code, ran.out, "S110" in ran.err) == (1, "", True)


def test_an_id_that_is_not_there_is_said_and_the_others_are_exported(two_plans: Path, program: Program) -> None:
    ran = program("export", "a", "nobody", "--lang", "en")
    assert (ran.code, "W011" in ran.err) == (2, True)
    assert [row["plan"] for row in table(two_plans / "out" / "tasks.csv")] == ["a"]


def test_no_plan_at_all(tmp_path: Path, program: Program) -> None:
    ran = program("export")
    assert (ran.code, "W013" in ran.err) == (2, True)
    assert files(tmp_path) == []


def test_a_format_that_there_is_not_is_wrong_usage(program: Program) -> None:
    ran = program("export", "--to", "csv,ods", "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "--to does not take “ods”; it takes xlsx, csv, jsonl, parquet" in ran.err


@pytest.mark.parametrize(
    ("form", "library", "name"), [("xlsx", "XlsxWriter", "xlsxwriter"), ("parquet", "pyarrow", "pyarrow")]
)
def test_without_its_library_a_format_is_not_written_and_the_others_are(
    form: str, library: str, name: str, two_plans: Path, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    ran = program("export", "--to", f"{form},csv", "--lang", "en")
    assert ran.code == 2
    assert f"W551: no .{form} can be written without the library {library}" in ran.err
    assert f'pip install "cchc[export]" in the Python environment of cchc, or pip install {library}' in ran.err
    assert files(two_plans / "out") == [RECORD, "kpis.csv", "tasks.csv"]
    alone = program("export", "--to", form, "--out", "alone", "--lang", "en")
    assert (alone.code, alone.out) == (2, "no table was written, because of the errors told\n")


def test_more_rows_than_a_sheet_takes_keep_the_workbook_from_being_written(
    two_plans: Path, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cchc.backends.tables.workbook.MOST_ROWS", 1)
    ran = program("export", "--to", "xlsx,csv", "--lang", "en")
    assert ran.code == 2
    assert "W552: the sheet “Nhiệm vụ” takes no more than 1048575 rows: tong-hop.xlsx was not written" in ran.err
    assert files(two_plans / "out") == [RECORD, "kpis.csv", "tasks.csv"]
    assert len(table(two_plans / "out" / "tasks.csv")) == 2


def test_a_cell_that_is_cut_is_said_with_its_plan(two_plans: Path, program: Program) -> None:
    write_plan(two_plans, PLAN.replace("output: Quyết định", f"output: {'Quyết định ' * 3500}"), "b.yaml")
    ran = program("export", "--to", "xlsx,csv", "--lang", "en")
    assert ran.code == 0
    assert "W553: b: 1 cell(s) longer than 32767 characters; tong-hop.xlsx has their beginnings and “…”" in ran.err
    assert [len(row["output"]) for row in table(two_plans / "out" / "tasks.csv")] == [10, 38499]


def test_an_interrupted_run_leaves_nothing(two_plans: Path) -> None:
    seen = []

    def interrupt(plan: str, number: int, count: int) -> None:
        seen.append((plan, number, count))
        if number == 2:
            raise KeyboardInterrupt

    request = ExportRequest((), ("xlsx", "csv", "jsonl", "parquet"))
    with pytest.raises(KeyboardInterrupt):
        list(export(request, surroundings(two_plans), interrupt))
    assert seen == [("a", 1, 2), ("b", 2, 2)]
    assert files(two_plans / "out") == []


def test_a_run_that_nobody_reads_to_its_end_leaves_nothing(two_plans: Path) -> None:
    results = export(ExportRequest((), ("xlsx", "csv", "parquet")), surroundings(two_plans))
    next(results)
    assert len(files(two_plans / "out")) == 5
    results.close()
    assert files(two_plans / "out") == []


def test_a_full_disk_leaves_everything_as_it_was(
    two_plans: Path, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    program("export")
    before = (two_plans / "out" / "tasks.csv").read_bytes()
    write_plan(two_plans, PLAN.replace("Rà soát", "Cắt giảm"), "a.yaml")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("cchc.backends.tables.delimited.CsvWriter.add", full)
    ran = program("export", "--lang", "en")
    assert (ran.code, "W104" in ran.err) == (2, True)
    assert (two_plans / "out" / "tasks.csv").read_bytes() == before
    assert files(two_plans / "out") == [RECORD, "kpis.csv", "tasks.csv"]


def test_a_bad_source_date_epoch_is_said(two_plans: Path, program: Program) -> None:
    ran = program("export", str(two_plans), SOURCE_DATE_EPOCH="yesterday")
    assert (ran.code, "W201" in ran.err) == (2, True)


def test_the_same_plans_make_the_same_bytes_elsewhere(two_plans: Path, tmp_path: Path) -> None:
    """Another folder, time zone, language and seed of hashes."""
    made = []
    for number, environ in enumerate(
        ({}, {"TZ": "Asia/Ho_Chi_Minh", "CCHC_LANG": "en", "PYTHONHASHSEED": "7"}, {"TZ": "America/New_York"})
    ):
        folder = tmp_path / f"elsewhere {number}"
        folder.mkdir()
        plans = [str(two_plans / "plans" / name) for name in ("a.yaml", "b.yaml")]
        arguments = ["-m", "cchc", "export", *plans, "--to", "xlsx,csv,jsonl,parquet", "--out", str(folder)]
        done = run(arguments, cwd=folder, environ=environ)
        assert done.returncode == 0, done.stderr
        made.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert len(made[0]) == 8
    assert made[0] == made[1] == made[2]
