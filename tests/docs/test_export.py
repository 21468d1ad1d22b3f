"""cchc/export/README.md against the tables: every column with its type and heading, every listed value, every query."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path

import pytest

from cchc.export.kpi_table import KPIS
from cchc.export.origin import ORIGIN
from cchc.export.task_table import TASKS
from cchc.pipeline.export_files import FORMATS, WORKBOOK
from cchc.pipeline.exporting import ExportRequest, export
from cchc.tables.columns import Column, Kind
from cchc.workspace.growing import RECORD
from tests.acts.fixtures import acts
from tests.docs.pages import EXPORT, README, ROOT, codes, fences, part, rows, text
from tests.packaging.program import run
from tests.pipeline.files import surroundings
from tests.querying import query

WORDS: dict[Kind, str] = {
    "text": "text",
    "whole": "integer",
    "number": "decimal",
    "day": "date",
    "truth": "boolean",
    "texts": "list",
    "pairs": "map",
}
OF_EVERY_ROW, OF_TASKS, OF_KPIS = (rows(part(EXPORT, name), "column") for name in ("Every row", "Tasks", "KPIs"))


@pytest.mark.parametrize(
    ("written", "columns"),
    [(OF_EVERY_ROW, ORIGIN), (OF_TASKS, TASKS.columns[len(ORIGIN) :]), (OF_KPIS, KPIS.columns[len(ORIGIN) :])],
    ids=["every row", "tasks", "kpis"],
)
def test_columns_are_those_of_the_tables_in_their_order(written: list[list[str]], columns: tuple[Column, ...]) -> None:
    assert [(codes(row[0])[0], row[1], row[2]) for row in written] == [
        (column.name, WORDS[column.kind], column.heading) for column in columns
    ]


def test_the_values_of_a_column_that_has_few_are_listed() -> None:
    explained = {codes(row[0])[0]: codes(row[3]) for row in (*OF_EVERY_ROW, *OF_TASKS, *OF_KPIS)}
    for column in (*TASKS.columns, *KPIS.columns):
        if column.words and column.kind != "truth" and column.name != "reform":
            assert set(column.words) <= set(explained[column.name]), column.name
    reform = next(row[3] for row in OF_TASKS if codes(row[0]) == ["reform"])
    assert codes(reform) == list(next(column.words for column in TASKS.columns if column.name == "reform"))


def test_every_format_and_type_has_its_line() -> None:
    formats = rows(part(EXPORT, "Files and formats"), "`--to`")
    assert {codes(row[0])[0] for row in formats} == set(FORMATS)
    named = {name for row in formats for name in codes(row[1])}
    assert named == {WORKBOOK} | {
        f"{table}.{name}" for table in ("tasks", "kpis") for name in FORMATS if name != "xlsx"
    }
    assert [row[0] for row in rows(part(EXPORT, "Files and formats"), "type")] == [*WORDS.values(), "nothing"]
    assert RECORD in text(EXPORT)


def test_the_extra_has_the_libraries_that_the_page_names() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        extra = tomllib.load(file)["project"]["optional-dependencies"]["export"]
    named = [row[2] for row in rows(part(EXPORT, "Files and formats"), "`--to`") if row[2]]
    assert sorted(re.split("[>=]", each)[0] for each in extra) == sorted(named, key=str)


def test_the_readme_shows_what_a_run_over_the_five_plans_says(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    command, _, output = fences(part(README, "Tables of all plans"), "console")[0].partition("\n")
    arguments = command.removeprefix("$ cchc ").split()
    done = run(["-m", "cchc", *arguments], cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    said, shown = (re.sub(r"\d+\.\d s$", "… s", words, flags=re.MULTILINE) for words in (done.stdout, output))
    assert said.replace("\\", "/") == shown


def test_the_queries_run(tmp_path: Path) -> None:
    plans = tuple(str(each.plan) for each in acts())
    list(export(ExportRequest(plans, ("parquet",), out=tmp_path / "out"), surroundings(tmp_path)))
    [block] = fences(part(EXPORT, "Reading them"), "sql")
    statements = [each for each in re.sub("^--.*", "", block, flags=re.MULTILINE).split(";") if each.strip()]
    answers = [query(each.replace("'out/", f"'{tmp_path.as_posix()}/out/")) for each in statements]
    assert [len(answer.columns) for answer in answers] == [3, 3]
    assert answers[0].rows
