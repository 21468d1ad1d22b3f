"""The workbook as LibreOffice reads it: what it saves as CSV is what was written."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from cchc.workspace.office import find_office
from tests.backends.test_data_tables import EMPTY, FULL, NASTY, TABLE, csv_of, texts, workbook_of

pytestmark = pytest.mark.spreadsheet

_UTF8_AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true"
"""Fields between commas, texts in quotes, UTF-8, cells as they are shown."""


def converted(path: Path, form: str, folder: Path) -> None:
    """Have LibreOffice save the file at ``path`` in ``form`` into ``folder``, with a profile of its own."""
    program = find_office(os.environ, sys.platform, Path.home())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(program), profile, "--headless", "--norestore", "--convert-to", form, "--outdir", str(folder)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=180)


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """The cells of a workbook with everything in it, as LibreOffice shows them."""
    folder = tmp_path_factory.mktemp("workbook")
    rows = [FULL, EMPTY, (None, None, Decimal("-0.5"), date(1999, 12, 31), False, None, None), *texts(*NASTY)]
    path = folder / "a.xlsx"
    path.write_bytes(workbook_of(rows, folder))
    converted(path, _UTF8_AS_SHOWN, folder)
    [saved] = folder.glob("*.csv")
    with saved.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_headings_values_and_days_are_shown_as_an_official_reads_them(sheet: list[list[str]]) -> None:
    assert sheet[0] == [column.heading for column in TABLE.columns]
    assert sheet[1] == [
        *(FULL[0], "2025", "1500.25", "31/03/2025", "có", "Sở Nội vụ\n\nxã"),
        "Nguồn vốn: Ngân sách; tỉnh\nMục tiêu 2026: 80%",
    ]
    assert sheet[2] == [""] * 7
    assert sheet[3] == ["", "", "-0.5", "31/12/1999", "không", "", ""]


def test_no_text_becomes_anything_else(sheet: list[list[str]]) -> None:
    assert tuple(row[0].replace("\r\n", "\n") for row in sheet[4:]) == tuple(
        text.replace("\r\n", "\n") for text in NASTY
    )


def test_no_field_of_csv_becomes_a_formula(tmp_path: Path) -> None:
    written = csv_of(texts(*NASTY))
    assert b"'=1+1" in written
    found = {}
    for name, data in (("ours", written), ("bare", written.replace(b"'=1+1", b"=1+1"))):
        path = tmp_path / f"{name}.csv"
        path.write_bytes(data)
        converted(path, "fods", tmp_path)
        found[name] = "table:formula" in path.with_suffix(".fods").read_text(encoding="utf-8")
    assert found == {"ours": False, "bare": True}
