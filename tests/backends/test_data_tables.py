"""Tables in every format, read back by programs that share nothing with ours."""

from __future__ import annotations

import csv
import io
import json
import tracemalloc
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from cchc.backends.tables.delimited import CsvWriter
from cchc.backends.tables.json_lines import JsonLinesWriter
from cchc.backends.tables.limits import LONGEST_CELL, SheetFullError, cut
from cchc.backends.tables.parquet import ParquetWriter
from cchc.backends.tables.workbook import Workbook
from cchc.tables.columns import Column, Pair, Row, Table
from tests.querying import query

TABLE = Table(
    "things",
    "Thứ",
    (
        Column("text", "text", "Chữ", 20, {"at_least": "ít nhất"}),
        Column("whole", "whole", "Số nguyên", 8),
        Column("number", "number", "Số", 8),
        Column("day", "day", "Ngày", 12),
        Column("truth", "truth", "Đúng", 8, {"true": "có", "false": "không"}),
        Column("texts", "texts", "Danh sách", 20, {"xa": "xã"}),
        Column("pairs", "pairs", "Trường riêng", 20),
    ),
)
FULL: Row = (
    'Ủy ban nhân dân; “Kế hoạch”, "x"',
    2025,
    Decimal("1500.25"),
    date(2025, 3, 31),
    True,
    ("Sở Nội vụ", None, "xa"),
    (Pair("nguon", "Nguồn vốn", "Ngân sách; tỉnh"), Pair("goal.2026", "Mục tiêu 2026", "80%")),
)
EMPTY: Row = (None,) * 7
NASTY = (
    *("=1+1", "+84 24", "-5", "@SUM(A1)", "\tthụt", "＝1", "'=1", "''@x", "'thường"),
    *("a,b", 'nói "x"', "hai\ndòng", "hai\r\ndòng", " lề ", "\u00a0", "’", "_x0041_", "_x000D_", "<r>&amp;</r>"),
    *(
        "<r><t>x</t></r>",
        "{=1}",
        "https://a.vn",
        "mailto:a@b",
        "00123",
        "1E5",
        "TRUE",
        "30/12/2024",
        "\U0001f600",
        "null",
    ),
    *("]]>", "đ̣́", "\u200f123"),
)
"""Texts that a format, or a program that reads it, may take for something else."""


def csv_of(rows: Sequence[Row], table: Table = TABLE) -> bytes:
    file = io.BytesIO()
    writer = CsvWriter(file, table)
    for row in rows:
        writer.add(row)
    writer.close()
    return file.getvalue()


def json_lines_of(rows: Sequence[Row]) -> bytes:
    file = io.BytesIO()
    writer = JsonLinesWriter(file, TABLE)
    for row in rows:
        writer.add(row)
    writer.close()
    return file.getvalue()


def parquet_of(rows: Sequence[Row]) -> bytes:
    file = io.BytesIO()
    writer = ParquetWriter(file, TABLE)
    for row in rows:
        writer.add(row)
    writer.close()
    return file.getvalue()


def workbook_of(rows: Sequence[Row], scratch: Path, tables: tuple[Table, ...] = (TABLE,)) -> bytes:
    file = io.BytesIO()
    book = Workbook(file, tables, str(scratch), datetime(1980, 1, 1))
    for row in rows:
        book.sheets[0].add(row)
    book.close()
    return file.getvalue()


def cells_of(data: bytes, sheet: int = 0) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[sheet]


def texts(*values: str) -> list[Row]:
    """A row for each of ``values``."""
    return [(value, *EMPTY[1:]) for value in values]


# CSV


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_begins_with_a_mark_and_ends_lines_as_the_rfc_says() -> None:
    data = csv_of([EMPTY])
    assert data == b"\xef\xbb\xbftext,whole,number,day,truth,texts,pairs\r\n,,,,,,\r\n"


def test_csv_has_every_value_as_text() -> None:
    assert read_csv(csv_of([FULL]))[1] == [
        *('Ủy ban nhân dân; “Kế hoạch”, "x"', "2025", "1500.25", "2025-03-31", "true", "Sở Nội vụ\n\nxa"),
        '{"nguon": "Ngân sách; tỉnh", "goal.2026": "80%"}',
    ]


def test_no_field_of_csv_begins_as_a_formula_and_each_text_comes_back() -> None:
    fields = [row[0] for row in read_csv(csv_of(texts(*NASTY)))[1:]]
    assert [field for field in fields if field[:1] in {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"}] == []
    assert tuple(unquoted(field) for field in fields) == NASTY


def unquoted(field: str) -> str:
    """The text of a field, as the documentation says how to get it."""
    rest = field.lstrip("'")
    return field[1:] if field.startswith("'") and rest[:1] in set("=+-@\t\r＝＋－＠") else field


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1))
def test_any_text_comes_back_from_csv(text: str) -> None:
    [_, row] = read_csv(csv_of(texts(text)))
    assert unquoted(row[0]) == text


def test_a_list_that_begins_as_a_formula_is_made_harmless_too() -> None:
    row: Row = (*EMPTY[:5], ("=1", "b"), None)
    assert read_csv(csv_of([row]))[1][5] == "'=1\nb"


def test_a_negative_number_of_csv_stays_a_number() -> None:
    assert read_csv(csv_of([(None, -3, Decimal("-0.50"), *EMPTY[3:])]))[1][1:3] == ["-3", "-0.50"]


def test_duckdb_reads_csv_with_its_types(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(csv_of([FULL, EMPTY]))
    found = query(f"select * from read_csv('{path.as_posix()}', header = true)")
    assert found.types[:5] == ["VARCHAR", "BIGINT", "DOUBLE", "DATE", "BOOLEAN"]
    assert found.rows[0][:5] == (FULL[0], 2025, 1500.25, date(2025, 3, 31), True)


# JSON Lines


def test_json_lines_have_every_column_in_every_object() -> None:
    lines = json_lines_of([FULL, EMPTY]).decode("utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [
        {
            "text": FULL[0],
            "whole": 2025,
            "number": 1500.25,
            "day": "2025-03-31",
            "truth": True,
            "texts": ["Sở Nội vụ", None, "xa"],
            "pairs": {"nguon": "Ngân sách; tỉnh", "goal.2026": "80%"},
        },
        dict.fromkeys(column.name for column in TABLE.columns),
    ]
    assert list(json.loads(lines[0])) == [column.name for column in TABLE.columns]


def test_a_decimal_of_json_lines_is_written_as_it_is() -> None:
    value = Decimal("123456789012345678901234")
    [line] = json_lines_of([(None, None, value, *EMPTY[3:])]).decode().splitlines()
    assert json.loads(line, parse_int=Decimal, parse_float=Decimal)["number"] == value


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1), min_size=1))
def test_any_texts_are_one_line_of_json_each(values: list[str]) -> None:
    lines = json_lines_of(texts(*values)).split(b"\n")
    assert [json.loads(line)["text"] for line in lines[:-1]] == values
    assert lines[-1] == b""


# Parquet


def test_parquet_has_real_types() -> None:
    schema = pyarrow.parquet.read_schema(io.BytesIO(parquet_of([])))
    assert [str(field.type) for field in schema][:6] == [
        *("string", "int32", "decimal128(30, 6)", "date32[day]", "bool", "list<element: string>"),
    ]
    assert schema.field("pairs").type == pyarrow.map_(pyarrow.string(), pyarrow.string())


def test_duckdb_reads_parquet(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(parquet_of([FULL, EMPTY, *texts(*NASTY)]))
    rows = query(f"select * from '{path.as_posix()}'").rows
    assert rows[0] == (
        *(FULL[0], 2025, Decimal("1500.25"), date(2025, 3, 31), True, ["Sở Nội vụ", None, "xa"]),
        {"nguon": "Ngân sách; tỉnh", "goal.2026": "80%"},
    )
    assert rows[1] == (None,) * 7
    assert tuple(row[0] for row in rows[2:]) == NASTY


def test_many_rows_are_a_few_row_groups_in_order() -> None:
    data = parquet_of([(str(number), number, *EMPTY[2:]) for number in range(25_500)])
    groups = pyarrow.parquet.ParquetFile(io.BytesIO(data)).metadata
    assert [groups.row_group(at).num_rows for at in range(groups.num_row_groups)] == [10_000, 10_000, 5_500]
    assert pyarrow.parquet.read_table(io.BytesIO(data))["whole"].to_pylist() == list(range(25_500))


def test_numbers_of_any_length_that_a_plan_may_write_fit_parquet() -> None:
    values = [Decimal("9" * 24), Decimal("-0.1234567"), Decimal(0)]
    table = pyarrow.parquet.read_table(io.BytesIO(parquet_of([(None, None, v, *EMPTY[3:]) for v in values])))
    assert table["number"].to_pylist() == [values[0], Decimal("-0.123457"), 0]


def test_a_file_that_is_given_up_is_not_finished_later() -> None:
    file = io.BytesIO()
    writer = ParquetWriter(file, TABLE)
    writer.add(FULL)
    writer.abandon()
    file.close()
    del writer


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet", "xlsx"])
def test_memory_does_not_grow_with_rows(form: str, tmp_path: Path) -> None:
    """Memory of Python's, that is; Parquet holds a thousand rows of it at most."""

    def peak(count: int) -> int:
        with (tmp_path / form).open("wb") as file:
            book = Workbook(file, (TABLE,), str(tmp_path), datetime(1980, 1, 1)) if form == "xlsx" else None
            writers: Any = {"csv": CsvWriter, "jsonl": JsonLinesWriter, "parquet": ParquetWriter}
            writer = book.sheets[0] if book else writers[form](file, TABLE)
            tracemalloc.start()
            for number in range(count):
                writer.add((f"Nhiệm vụ {number}", number, *FULL[2:]))
            _, most = tracemalloc.get_traced_memory()
            tracemalloc.stop()
            (book or writer).close()
        return most

    peak(1)  # what the first row ever brings with it counts for neither
    assert peak(8_000) < 2 * peak(2_000)


# XLSX


def test_a_workbook_has_types_words_and_headings(tmp_path: Path) -> None:
    sheet = cells_of(workbook_of([FULL, EMPTY], tmp_path))
    assert (sheet.title, [cell.value for cell in sheet[1]]) == ("Thứ", [column.heading for column in TABLE.columns])
    assert [cell.value for cell in sheet[2]] == [
        *(FULL[0], 2025, 1500.25, datetime(2025, 3, 31), "có", "Sở Nội vụ\n\nxã"),
        "Nguồn vốn: Ngân sách; tỉnh\nMục tiêu 2026: 80%",
    ]
    assert sheet["D2"].number_format == "dd/mm/yyyy"
    assert [sheet[f"{column}2"].data_type for column in "ABCDEFG"] == ["s", "n", "n", "d", "s", "s", "s"]


def test_a_workbook_keeps_its_header_in_sight_and_filters(tmp_path: Path) -> None:
    sheet = cells_of(workbook_of([FULL, EMPTY, FULL], tmp_path))
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:G4")
    assert sheet.print_title_rows == "$1:$1"
    assert [round(sheet.column_dimensions[column].width) for column in "AB"] == [21, 9]
    assert (sheet["A1"].font.bold, sheet["A2"].alignment.wrap_text) == (True, True)


def test_every_text_of_a_workbook_is_text(tmp_path: Path) -> None:
    sheet = cells_of(workbook_of(texts(*NASTY), tmp_path))
    read = [sheet.cell(number, 1) for number in range(2, len(NASTY) + 2)]
    assert {cell.data_type for cell in read} == {"s"}
    assert [unescaped(cell.value) for cell in read] == list(NASTY)
    assert sheet._hyperlinks == []


def unescaped(text: str) -> str:
    """openpyxl leaves the escapes of ECMA-376, 22.9.2.19, as they are."""
    return text.replace("_x000D_", "\r", "_x005F" not in text).replace("_x005F_", "_") if "_x0" in text else text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x"])
def test_a_text_that_looks_like_a_formula_stays_text_when_edited(text: str, tmp_path: Path) -> None:
    sheet = cells_of(workbook_of(texts(text, "x"), tmp_path))
    assert (sheet["A2"].quotePrefix, sheet["A3"].quotePrefix) == (True, False)


def test_texts_longer_than_a_cell_are_cut_and_counted(tmp_path: Path) -> None:
    file = io.BytesIO()
    book = Workbook(file, (TABLE,), str(tmp_path), datetime(1980, 1, 1))
    for text in ("a" * LONGEST_CELL, "b" * (LONGEST_CELL + 1), "\U0001f600" * LONGEST_CELL):
        book.sheets[0].add((text, *EMPTY[1:]))
    assert book.cut == 2
    book.close()
    sheet = cells_of(file.getvalue())
    assert sheet["A2"].value == "a" * LONGEST_CELL
    assert sheet["A3"].value == "b" * (LONGEST_CELL - 1) + "…"
    assert sheet["A4"].value == "\U0001f600" * ((LONGEST_CELL - 1) // 2) + "…"


@given(st.integers(0, 80), st.integers(LONGEST_CELL // 2 - 60, LONGEST_CELL // 2 + 20))
def test_what_is_cut_fits_and_what_fits_is_not_cut(narrow: int, wide: int) -> None:
    text = "a" * narrow + "\U0001f600" * wide
    fitting = cut(text)
    assert len(fitting.encode("utf-16-le")) // 2 <= LONGEST_CELL
    assert (fitting == text) is (narrow + 2 * wide <= LONGEST_CELL)
    assert text.startswith(fitting.removesuffix("…"))


def test_a_number_with_more_digits_than_a_spreadsheet_keeps_is_text(tmp_path: Path) -> None:
    rows: list[Row] = [(None, None, Decimal(value), *EMPTY[3:]) for value in ("1234567890.12345", "1234567890.123456")]
    sheet = cells_of(workbook_of(rows, tmp_path))
    assert [sheet["C2"].value, sheet["C3"].value] == [1234567890.12345, "1234567890.123456"]


def test_a_day_that_no_spreadsheet_knows_is_text(tmp_path: Path) -> None:
    sheet = cells_of(workbook_of([(None, None, None, date(987, 6, 5), *EMPTY[4:])], tmp_path))
    assert sheet["D2"].value == "05/06/0987"


def test_a_sheet_takes_as_many_rows_as_excel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cchc.backends.tables.workbook.MOST_ROWS", 2)
    book = Workbook(io.BytesIO(), (TABLE,), str(tmp_path), datetime(1980, 1, 1))
    book.sheets[0].add(EMPTY)
    book.sheets[0].add(EMPTY)
    with pytest.raises(SheetFullError, match="Thứ"):
        book.sheets[0].add(EMPTY)
    book.abandon()


def test_a_validator_finds_no_error_in_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook_of([FULL, EMPTY, *texts(*NASTY)], tmp_path))
    errors = [str(error) for error in OpenXmlValidator(strict=True).validate(path).errors]
    # Texts stand in their cells, or they would have to be held; Excel moves them elsewhere when it saves.
    assert [error for error in errors if "inline-string cell" not in error] == []


def test_a_workbook_bears_the_time_that_it_was_given(tmp_path: Path) -> None:
    data = workbook_of([FULL], tmp_path)
    properties = openpyxl.load_workbook(io.BytesIO(data)).properties
    assert (properties.created, properties.modified) == (datetime(1980, 1, 1), datetime(1980, 1, 1))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
    assert data == workbook_of([FULL], tmp_path)
    assert list(tmp_path.iterdir()) == []
