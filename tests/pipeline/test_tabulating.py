"""The comparison table, read by python-docx: what stood, what stands, the words that differ, nothing left out."""

from __future__ import annotations

import os
import sys
from datetime import date
from io import BytesIO
from itertools import permutations
from pathlib import Path
from typing import NamedTuple

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.table import Table, _Row

from cchc.compare.comparison import Comparison
from cchc.diagnostics import Diagnostic
from cchc.pipeline.comparing import compare
from cchc.pipeline.outcomes import Surroundings
from cchc.pipeline.tabulating import table_file, tabulate
from tests.backends.package_checks import all_problems
from tests.plans import FIRST
from tests.printing import shipped

ROOT = Path(__file__).parents[2]
PLANS = ("2018", "2021-2025", "2024", "2025", "dak-lak-2025")
HOSTILE = '"a | b <b>đậm</b> & `c` {{ document }} ]]> @nhóm"'


class Made(NamedTuple):
    """What came of a comparison of the plan of 2025 with a changed copy."""

    data: bytes
    comparison: Comparison
    found: tuple[Diagnostic, ...]

    @property
    def document(self) -> docx.document.Document:
        return docx.Document(BytesIO(self.data))

    @property
    def table(self) -> Table:
        [table] = [table for table in self.document.tables if table.rows[0].cells[0].text == "TT"]
        return table


def around(cwd: Path) -> Surroundings:
    return Surroundings(cwd, {**os.environ, "SOURCE_DATE_EPOCH": ""}, sys.platform, cwd, date(2026, 1, 1))


def made(old: str, new: str, cwd: Path = ROOT, templates: Path | None = None, *, only: bool = False) -> Made:
    """The table of two plans."""
    result = compare(old, new, around(cwd), templates)
    assert result.comparison is not None
    assert result.sides is not None
    comparison = result.comparison.only("substantive") if only else result.comparison
    data, found = table_file(comparison, result.comparison, result.sides, around(cwd))
    return Made(data or b"", comparison, found)


def changed(folder: Path, *edits: tuple[str, str]) -> Path:
    """The plan of 2025 with texts replaced, as a file of ``folder``."""
    text = (ROOT / "plans" / "2025.yaml").read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    path = folder / "moi.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def of_2025(folder: Path, *edits: tuple[str, str], templates: Path | None = None, only: bool = False) -> Made:
    return made("2025", str(changed(folder, *edits)), templates=templates, only=only)


def cells(row: _Row) -> list[str]:
    """The texts of the cells that stand in ``row``, no-break characters as plain ones."""
    texts = ["\n".join(each.text for each in cell.p_lst) for cell in row._tr.tc_lst]
    return [text.replace("\u00a0", " ").replace("\u2011", "-") for text in texts]


def marked(row: _Row, column: int, mark: str) -> list[str]:
    """The runs of a cell that are bold or struck out."""
    return [run.text for each in row.cells[column].paragraphs for run in each.runs if getattr(run.font, mark)]


def numbered(table: Table) -> list[_Row]:
    """The rows that tell a change."""
    return [row for row in table.rows if len(row._tr.tc_lst) > 1 and cells(row)[0].isdigit()]


def test_what_changed_in_one_row_stands_in_one_row_with_its_words_marked(tmp_path: Path) -> None:
    new = FIRST.replace("Sở Nội vụ", "Văn phòng UBND tỉnh").replace("end: 7", "end: 9").replace(", đề cương", " và", 1)
    table = of_2025(tmp_path, (FIRST, new)).table
    [row] = numbered(table)
    assert cells(row)[:3] == [
        "1",
        "Hoạt động 1.1. Ban hành văn bản, đề cương hướng dẫn sơ kết\nCơ quan chủ trì: Sở Nội vụ\nThời hạn: tháng 7",
        "Hoạt động 1.1. Ban hành văn bản và hướng dẫn sơ kết\nCơ quan chủ trì: Văn phòng UBND tỉnh\nThời hạn: tháng 9",
    ]
    assert marked(row, 1, "strike") == [", đề cương", "Sở Nội vụ", "7"]
    assert marked(row, 1, "bold") == []
    assert marked(row, 2, "bold") == ["và", "Văn phòng UBND tỉnh", "9"]
    assert marked(row, 2, "strike") == []
    assert "Sở Nội vụ → Văn phòng UBND tỉnh" in cells(row)[3]
    headings = [cells(each) for each in table.rows if len(each._tr.tc_lst) == 1]
    assert headings == [
        ["Phụ lục Nội dung, nhiệm vụ cải cách hành chính tỉnh Đắk Nông năm 2025"],
        ["A Công tác chỉ đạo, điều hành CCHC"],
        ["I Công tác sơ kết, tổng kết"],
    ]


def test_what_came_and_what_went_stand_alone(tmp_path: Path) -> None:
    title = "Ban hành văn bản, đề cương hướng dẫn sơ kết"
    other = FIRST.replace(title, HOSTILE).replace("lead: Sở Nội vụ", "lead: Sở Tư pháp").replace("6", "2")
    other = other.replace("Văn bản của Tỉnh ủy", "Sổ tay").replace("Văn bản ban hành", "Sổ tay phát hành")
    added = numbered(of_2025(tmp_path, (FIRST, FIRST + other)).table)
    assert [cells(row)[1] for row in added] == ["(chưa có)"]
    lines = cells(added[0])[2].split("\n")
    assert lines[0] == "Hoạt động 1.2. a | b <b>đậm</b> & `c` {{ document }} ]]> @nhóm"
    assert "Cơ quan chủ trì: Sở Tư pháp" in lines
    gone = numbered(of_2025(tmp_path, (FIRST, "")).table)
    assert [cells(row)[2] for row in gone] == ["(không còn)"]
    assert cells(gone[0])[1].startswith(f"Hoạt động 1.1. {title}\n")


def test_the_page_is_that_of_an_annex_in_the_decree_s_form(tmp_path: Path) -> None:
    document = of_2025(tmp_path, (FIRST, "")).document
    section = document.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    sizes = section.page_width, section.page_height, section.left_margin
    assert [round(size.mm) if size is not None else 0 for size in sizes] == [297, 210, 30]
    head = [each.text for each in document.tables[0]._cells]
    assert [text.split("\n")[:2] for text in head] == [
        ["ỦY BAN NHÂN DÂN", "TỈNH ĐẮK NÔNG"],
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
    ]
    words = [each.text.replace("\u00a0", " ").replace("\u2011", "-") for each in document.paragraphs if each.text]
    act = "Kế hoạch cải cách hành chính tỉnh Đắk Nông năm 2025 (số 1629/QĐ-UBND ngày 30 tháng 12 năm 2024)"
    assert words[:2] == ["BẢNG SO SÁNH", f"{act}\nvà {act}"]
    assert words[2].startswith("(Kèm theo Tờ trình số ")
    assert not any(each.startswith("Số:") for text in head for each in text.split("\n"))
    rows = of_2025(tmp_path, (FIRST, "")).table.rows
    heads = [row for row in rows if row._tr.find(".//" + qn("w:tblHeader")) is not None]
    assert [cells(row) for row in heads] == [["TT", "Nội dung cũ", "Nội dung mới", "Lý do, ghi chú"]]


def test_editorial_changes_come_last_or_not_at_all(tmp_path: Path) -> None:
    edits = ("title: Báo cáo sơ kết", "title: Báo cáo  sơ kết"), ("end: 7", "end: 9")
    rows = [cells(row) for row in of_2025(tmp_path, *edits).table.rows]
    alone = [row[0] for row in rows if len(row) == 1]
    assert alone.index("Biên tập: nội dung không đổi") == 3
    assert [row[1].split("\n")[0] for row in rows if row[0].isdigit()] == [
        "Hoạt động 1.1. Ban hành văn bản, đề cương hướng dẫn sơ kết",
        "Hoạt động 1.3. Báo cáo sơ kết",
    ]
    only = of_2025(tmp_path, *edits, only=True)
    assert only.document.paragraphs[-1].text == "Bảng này không nêu 1 thay đổi khác."
    kept = [cells(row) for row in only.table.rows]
    assert kept == rows[: len(kept)]
    assert [row[0] for row in kept if row[0].isdigit()] == ["1"]


def test_two_equal_plans_make_a_sentence(tmp_path: Path) -> None:
    document = of_2025(tmp_path).document
    assert len(document.tables) == 1
    assert document.paragraphs[-1].text == "Hai kế hoạch không có nội dung nào khác nhau."


def test_what_cannot_be_compared_is_said_below_the_table() -> None:
    last = made("2024", "2025").document.paragraphs[-1].text
    assert last.startswith("Không so được: 120 tiêu chí của kế hoạch cũ (“Phụ lục\u00a0I ")


@pytest.mark.parametrize(("old", "new"), [*permutations(PLANS, 2)])
def test_every_fact_stands_in_the_table(old: str, new: str) -> None:
    result = made(old, new)
    assert result.found == ()
    texts = [cells(row) for row in numbered(result.table)]
    assert [row[0] for row in texts] == [str(number) for number in range(1, len(texts) + 1)]
    sides = [" ".join("\n".join(row[column] for row in texts).split()) for column in (1, 2)]
    for entry in result.comparison.entries:
        if entry.fact.what == "act" and entry.fact.field in ("kind", "date"):
            continue
        for side, text in zip((entry.fact.old, entry.fact.new), sides, strict=True):
            if side is not None:
                assert " ".join(side.text.split()) in text, entry.fact


def test_word_would_find_no_fault_in_the_file() -> None:
    assert all_problems(made("2024", "2025").data) == []


def test_long_rows_may_go_on_over_the_end_of_a_page_and_short_ones_not() -> None:
    rows = numbered(made("2024", "2025").table)
    seen = set()
    for row in rows:
        [rule] = row._tr.findall(f"{qn('w:trPr')}/{qn('w:cantSplit')}")
        seen.add(rule.get(qn("w:val")))
        _, old, new, note = map(len, cells(row))
        # Labels and stops count for nothing.
        long, short = max(old, new) > 580 or note > 355, max(old, new) <= 540 and note <= 345
        assert not (long and rule.get(qn("w:val")) is None)
        assert not (short and rule.get(qn("w:val")) == "0")
    assert seen == {"0", None}


def test_the_bytes_depend_on_nothing_but_the_plans(tmp_path: Path) -> None:
    assert made("2024", "2025").data == made("2024", "2025").data
    elsewhere = made(str(ROOT / "plans/2024.yaml"), str(ROOT / "plans/2025.yaml"), tmp_path)
    assert elsewhere.data == made("2024", "2025").data


def test_an_office_may_have_its_own_columns(tmp_path: Path) -> None:
    own = shipped("comparison.yaml").replace("Lý do, ghi chú", "Cơ sở điều chỉnh").replace("landscape", "portrait")
    (tmp_path / "mau").mkdir()
    (tmp_path / "mau" / "comparison.yaml").write_text(own, encoding="utf-8")
    result = of_2025(tmp_path, (FIRST, ""), templates=tmp_path / "mau")
    assert result.document.sections[0].orientation == WD_ORIENT.PORTRAIT
    assert result.table.rows[0].cells[3].text == "Cơ sở điều chỉnh"


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("comparison.yaml", "  - {label: Nội dung mới, show: new, width: 36}\n", ""),
        ("table.xml.j2", "{% for row in table.rows %}", "{% for row in table.rows if row.heading %}"),
        ("comparison.xml.j2", '{% include "table.xml.j2" %}', ""),
    ],
)
def test_a_template_that_loses_a_change_makes_no_file(name: str, old: str, new: str, tmp_path: Path) -> None:
    text = shipped(name)
    assert old in text
    (tmp_path / "mau").mkdir()
    (tmp_path / "mau" / name).write_text(text.replace(old, new), encoding="utf-8")
    result = of_2025(tmp_path, (FIRST, ""), templates=tmp_path / "mau")
    assert [each.code for each in result.found] == ["B104"]
    assert result.data == b""


def test_a_fault_of_the_template_is_said_at_its_place(tmp_path: Path) -> None:
    (tmp_path / "mau").mkdir()
    wrong = shipped("comparison.xml.j2").replace("document.notes", "document.ghi_chu")
    (tmp_path / "mau" / "comparison.xml.j2").write_text(wrong, encoding="utf-8")
    result = of_2025(tmp_path, (FIRST, ""), templates=tmp_path / "mau")
    assert [(each.code, each.span.source.name.rpartition("/")[2]) for each in result.found if each.span] == [
        ("T102", "comparison.xml.j2")
    ]
    assert result.data == b""


def test_a_table_that_somebody_edited_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "so-sanh.docx"
    result = compare("2025", str(changed(tmp_path, (FIRST, ""))), around(ROOT))
    assert result.comparison is not None
    assert result.sides is not None
    for edited in (False, True):
        if edited:
            document = docx.Document(str(target))
            document.paragraphs[0].add_run(" (sửa)")
            document.save(str(target))
        done = tabulate(result.comparison, result.comparison, result.sides, target, around(ROOT))
        assert done.published is not None
        assert done.diagnostics == ()
        assert (done.published.kept_aside is not None) == edited
    assert {path.name for path in tmp_path.glob("*.docx")} == {"so-sanh.docx", "so-sanh (sửa tay).docx"}
    assert "(sửa)" in docx.Document(str(tmp_path / "so-sanh (sửa tay).docx")).paragraphs[0].text
