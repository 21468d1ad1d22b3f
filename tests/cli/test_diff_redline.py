"""``cchc diff --format redline``: its options, its exit codes, what it says of the file."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from tests.backends.packages import parts_of
from tests.backends.wordml import W
from tests.cli.conftest import Program
from tests.printing import SMALL

REDLINE = ("diff", "cu", "moi", "--format", "redline", "-o", "so.docx")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plans").mkdir()
    text = SMALL.read_text(encoding="utf-8")
    (tmp_path / "plans" / "cu.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "plans" / "moi.yaml").write_text(text.replace("Hàng quý", "Hàng tháng"), encoding="utf-8")
    return tmp_path


def signed(path: Path) -> set[tuple[str | None, str | None]]:
    """By whom and when the revisions are."""
    body = fromstring(parts_of(path.read_bytes())["word/document.xml"])
    return {(each.get(f"{W}author"), each.get(f"{W}date")) for name in ("ins", "del") for each in body.iter(W + name)}


def test_the_file_is_written_and_said(folder: Path, program: Program) -> None:
    done = program(*REDLINE)
    assert (done.code, done.out, done.err) == (1, "đã ghi so.docx\n", "")
    assert signed(folder / "so.docx") == {("cchc", None)}


def test_by_whom_and_when(folder: Path, program: Program) -> None:
    done = program(*REDLINE, "--author", " Nguyễn  Văn A", "--date", "2025-03-01T08:00+07:00", "--exit-zero")
    assert done.code == 0
    assert signed(folder / "so.docx") == {("Nguyễn Văn A", "2025-03-01T01:00:00Z")}


def test_a_day_alone_is_in_utc(folder: Path, program: Program) -> None:
    program(*REDLINE, "--date", "2025-03-01")
    assert signed(folder / "so.docx") == {("cchc", "2025-03-01T00:00:00Z")}


WRONG = {
    "no file": ("diff", "cu", "moi", "--format", "redline"),
    "no Word file": ("diff", "cu", "moi", "--format", "redline", "-o", "so.txt"),
    "an author elsewhere": ("diff", "cu", "moi", "--author", "A"),
    "a date elsewhere": ("diff", "cu", "moi", "--format", "table", "-o", "so.docx", "--date", "2025-03-01"),
    "no name": (*REDLINE, "--author", "  "),
    "a name that cannot be shown": (*REDLINE, "--author", "A\x07"),
    "the other author": (*REDLINE, "--author", "cchc – đánh số lại"),
    "no date": (*REDLINE, "--date", "hôm nay"),
    "a day that is not": (*REDLINE, "--date", "2025-02-30"),
    "a time before all": (*REDLINE, "--date", "0001-01-01T00:00+14:00"),
}


@pytest.mark.parametrize("arguments", WRONG.values(), ids=WRONG)
def test_wrong_usage(arguments: tuple[str, ...], folder: Path, program: Program) -> None:
    done = program(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err
    assert not (folder / "so.docx").exists()


def test_a_plan_with_errors_in_its_shape_is_told(folder: Path, program: Program) -> None:
    (folder / "plans" / "cu.yaml").write_text("period: 2025\n", encoding="utf-8")
    done = program(*REDLINE)
    assert done.code == 2
    assert "plans/cu.yaml" in done.err
    assert not (folder / "so.docx").exists()
