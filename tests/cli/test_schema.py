"""``cchc schema``: the schema on standard output and in a file, and beside plans that begin."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Program
from tests.cli.test_new import NOVEMBER_2026
from tests.editor import complaints, read

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "arguments", [["--kind", "decision"], ["--kind", "plan"], ["--period", "2026-2030", "--jurisdiction", 'xã "A": B']]
)
def test_an_editor_finds_nothing_wrong_in_a_starting_plan(
    arguments: list[str], program: Program, tmp_path: Path
) -> None:
    program("new", "2026", *arguments, SOURCE_DATE_EPOCH=NOVEMBER_2026)
    assert complaints(read((tmp_path / "plans" / "2026.yaml").read_text(encoding="utf-8"))) == []


def test_the_shipped_file_is_what_the_command_prints(program: Program) -> None:
    ran = program("schema")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (ROOT / "plans" / "_schema.json").read_text(encoding="utf-8")
    Draft202012Validator.check_schema(json.loads(ran.out))


def test_it_is_written_whole_to_a_file(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("something longer than nothing" * 99999, encoding="utf-8")
    ran = program("schema", "-o", "a.json")
    assert (ran.code, ran.err) == (0, "")
    assert "đã thay toàn bộ lược đồ a.json" in ran.out
    assert path.read_bytes() == (ROOT / "plans" / "_schema.json").read_bytes()
    assert "không đổi" in program("schema", "--output", str(path)).out
    assert [each.name for each in tmp_path.iterdir()] == ["a.json"]


@pytest.mark.parametrize(("output", "code"), [("khong/co.json", "W108"), (".", "W106"), ("a.json/b", "W106")])
def test_where_it_cannot_be_written_that_is_said(output: str, code: str, program: Program, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}", encoding="utf-8")
    ran = program("schema", "-o", output)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"lỗi {code}")
    assert "--out" not in ran.err


OWN_FIELDS = """\
period: 2026
act: {kind: plan}
layouts:
  von:
    columns: [{label: Việc, show: title, width: 50}, {label: Vốn, show: nguon-von, width: 50}]
    rows: {tasks: "1"}
    fields: {nguon-von: {title: Nguồn vốn}}
appendices:
  - title: Vốn
    layout: von
    tasks: [{title: Một, nguon-von: Ngân sách tỉnh, nguon-vom: x}]
"""


def test_fields_of_the_projects_layouts_are_in_its_schema_and_no_others(program: Program, tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "2026.yaml").write_text(OWN_FIELDS, encoding="utf-8")
    (tmp_path / "templates" / "layouts").mkdir(parents=True)
    layout = "columns: [{label: Việc, show: title, width: 9}]\nrows: {}\nfields: {cap-trinh: {title: Cấp trình}}\n"
    (tmp_path / "templates" / "layouts" / "trinh.yaml").write_text(layout, encoding="utf-8")
    schema = json.loads(program("schema").out)
    rows = schema["$defs"]["Row"]["properties"]
    assert (rows["nguon-von"]["title"], rows["cap-trinh"]["title"]) == ("Nguồn vốn", "Cấp trình")
    errors = list(Draft202012Validator(schema).iter_errors(read(OWN_FIELDS)))
    assert [list(error.absolute_path) for error in errors] == [["appendices", 0, "tasks", 0]]
    assert "nguon-vom" in errors[0].message
