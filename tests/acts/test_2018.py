"""The act of 2018: as many of everything as it has, its budget with all totals, and its landscape pages."""

from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from cchc.export.rows import plan_rows
from cchc.language.figures import read_figures
from cchc.model.plan import Plan
from tests.acts.comparison import Line, row_differences, rows_of, unequal
from tests.acts.conftest import BuiltFiles, Compile, Plans, WordFiles
from tests.acts.fixtures import act, act_lines, corrections, derived_cells, printed_rows, table, tables
from tests.acts.word_file import Row, WordFile

ACT = act("2018")
BUDGET, RESPONSIBLE = 4, 5
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII")
TOTALS = ["350", "0", "100", "120", "150"]


@pytest.fixture(scope="module")
def word_file(word_files: WordFiles) -> WordFile:
    """The Word file."""
    return word_files("2018")


@pytest.fixture(scope="module")
def lines(word_file: WordFile) -> list[str]:
    """Its lines."""
    return word_file.lines()


@pytest.fixture(scope="module")
def rows(word_file: WordFile) -> list[Row]:
    """The rows below the table's heading."""
    (rows,) = rows_of(ACT, word_file)
    return rows


@pytest.fixture(scope="module")
def plan(plans: Plans) -> Plan:
    """The plan."""
    return plans("2018")


def cell(row: Row, column: int) -> str:
    """What stands in a column of a row, from 0; empty where another cell covers it."""
    at = 0
    for found in row.cells:
        if at == column:
            return found.text
        at += found.span
    return ""


def labelled(rows: list[Row], word: str) -> list[Row]:
    """The rows whose label begins with ``word``."""
    return [row for row in rows if row.cells[0].text.startswith(f"{word} ")]


# Word by word


def test_as_many_words_are_compared_as_the_act_has() -> None:
    assert {part: len(" ".join(act_lines(ACT, part)).split()) for part in ACT.parts} == {"decision": 526, "plan": 5163}


def test_eight_corrections_were_made_first() -> None:
    assert [correction.places for correction in corrections(ACT)] == [1] * 8


def test_27_of_52_cells_word_lead_and_support_otherwise() -> None:
    filled = [row for row in printed_rows(ACT) if row["responsible"]]
    assert (sum(item.places for item in derived_cells(ACT)), len(filled)) == (27, 52)


# What stands in the decision


def test_the_decision_has_six_bases_and_a_proposal_in_the_acts_own_words(lines: list[str]) -> None:
    at = lines.index("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG") + 1
    *bases, proposal = takewhile(lambda line: line != "QUYẾT ĐỊNH:", lines[at:])
    assert len(bases) == 6
    assert all(line.startswith("Căn cứ ") and line.endswith(";") for line in bases)
    assert (proposal[:14], proposal[-5:]) == ("Xét đề nghị củ", "2017,")


def test_the_decision_has_three_articles_the_second_of_two_clauses(lines: list[str]) -> None:
    first, second, one, two, third, enforcement = lines[lines.index("QUYẾT ĐỊNH:") + 1 : lines.index("Nơi nhận:")]
    assert (first[:8], second, third[:8]) == ("Điều 1. ", "Điều 2.", "Điều 3. ")
    assert (one[:8], two[:8]) == ("1. Giao ", "2. Giao ")
    assert enforcement.endswith(" chịu trách nhiệm thi hành Quyết định này./.")


def test_the_decision_has_twelve_recipient_lines_and_a_deputy_signs(lines: list[str]) -> None:
    *recipients, on_behalf, title, name = lines[lines.index("Nơi nhận:") + 1 : lines.index("Cao Huy") + 1]
    assert len(recipients) == 12
    assert recipients[0] == "- Như Điều 3;"
    assert recipients[-1] == "- Lưu: VT, CTTĐT, NC-Ph."
    assert [on_behalf, title, name] == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Cao Huy"]


# What stands in the table


def test_seven_fields_have_24_results_and_52_activities(rows: list[Row]) -> None:
    fields, results, activities = (labelled(rows, word) for word in ("LĨNH VỰC", "Kết quả", "Hoạt động"))
    assert list(map(len, (fields, results, activities))) == [7, 24, 52]
    assert len(rows) == 7 + 24 + 52 + 7
    assert [cell(row, 0) for row in fields] == [f"LĨNH VỰC {number}" for number in ROMAN]
    assert all(row.cells[1].text.isupper() and row.cells[1].span == 8 for row in fields)


def test_a_result_has_its_indicator_across(rows: list[Row]) -> None:
    results = labelled(rows, "Kết quả")
    assert {tuple(cell.span for cell in row.cells) for row in results} == {(1, 1, 7)}
    assert all(row.cells[2].text.startswith("Chỉ số:") for row in results)
    listed = [row.cells[0].text for row in results if "\n" in row.cells[2].text]
    assert listed == ["Kết quả 1.3", "Kết quả 1.4"]


def test_the_slips_in_the_labels_are_counted_right(rows: list[Row]) -> None:
    labels = [row.cells[0].text for row in labelled(rows, "Hoạt động")]
    transcribed = [row["label"] for row in table(ACT, "rows.tsv")]
    assert {"Kết quả 4.2.1", "Hoạt động 5,4.2"} < set(transcribed)
    assert {"Hoạt động 4.2.1", "Hoạt động 5.4.2"} < set(labels)


def test_one_body_stands_without_a_word_before_it(rows: list[Row]) -> None:
    cells = [cell(row, RESPONSIBLE) for row in labelled(rows, "Hoạt động")]
    assert [words for words in cells if not words.startswith("- Chủ trì: ")] == ["Tổ tư vấn CCHC"]
    assert sum("\n- Phối hợp: " in words for words in cells) == 42


# The budget


def budgets(rows: list[Row]) -> Iterator[tuple[str, str]]:
    """The numbers of the budget column with the labels of their rows."""
    for row in rows:
        if cell(row, BUDGET):
            yield cell(row, 0), cell(row, BUDGET)


def test_every_number_of_the_budget_column_is_the_acts(rows: list[Row]) -> None:
    (printed,) = tables(ACT)
    assert list(budgets(rows)) == [(row[0], row[BUDGET]) for row in printed.rows if row[BUDGET].isdigit()]
    activities = [number for label, number in budgets(rows) if label.startswith("Hoạt động")]
    assert len(activities) == 15
    assert sum(map(int, activities)) == 720


def test_a_total_is_the_sum_of_its_field_and_two_fields_have_none(rows: list[Row]) -> None:
    sums: list[int] = []
    totals: list[str] = []
    for label, number in ((cell(row, 0), cell(row, BUDGET)) for row in rows):
        if label.startswith("LĨNH VỰC"):
            sums.append(0)
        elif label == "Tổng":
            totals.append(number)
            assert len(totals) == len(sums)
        elif label.startswith("Hoạt động"):
            sums[-1] += int(number or 0)
    assert totals == TOTALS
    assert list(map(str, sums)) == [*TOTALS, "0", "0"]


def test_the_table_ends_in_the_sum_of_all_and_that_in_words(rows: list[Row]) -> None:
    total, words = rows[-2:]
    assert (cell(total, 0), cell(total, BUDGET)) == ("Tổng cộng", "720")
    assert [found.text for found in words.cells] == ["(Bằng chữ: Bảy trăm hai mươi triệu đồng)"]


# The pages


def test_the_table_stands_on_landscape_pages_that_count_on(built_files: BuiltFiles) -> None:
    sections = list(docx.Document(str(built_files("2018"))).sections)
    assert [section.orientation == WD_ORIENT.LANDSCAPE for section in sections] == [False, False, True]
    counts = [section._sectPr.find(qn("w:pgNumType")) for section in sections[1:]]
    assert [None if count is None else count.get(qn("w:start")) for count in counts] == ["1", None]


# What the compiler reads


def test_every_percentage_of_the_column_of_indicators_is_the_figure_of_a_kpi(plan: Plan) -> None:
    assert unequal(table(ACT, "row-kpis.tsv"), _row_kpis(plan)) == []
    assert len(table(ACT, "row-kpis.tsv")) == sum(row["indicator"].count("%") for row in printed_rows(ACT)) == 52


def _row_kpis(plan: Plan) -> Iterator[Line]:
    for number, row in enumerate(plan_rows(plan), 1):
        for paragraph in row.cells.get("indicator", ()):
            for figure in read_figures(paragraph):
                yield {
                    "row": str(number),
                    "value": str(figure.value),
                    "bound": figure.bound,
                    "change": figure.change or "-",
                    "name": figure.name,
                }


# The comparisons can fail


@pytest.mark.parametrize(
    ("old", "new", "labels"),
    [
        ("budget: 120\n", "budget: 121\n", ["Hoạt động 1.3.1", "Tổng", "Tổng cộng", "(Bằng chữ:"]),
        ("lead: các Sở, ban,", "lead: các sở, ban,", ["Hoạt động 1.3.4"]),
        ("printed: Tổ tư vấn CCHC\n", "printed: Tổ tư vấn\n", ["Hoạt động 1.5.1"]),
        ("when: Theo quy định của Bộ Nội vụ", "start: 10\n                  end: 12", ["Hoạt động 1.1.5"]),
    ],
)
def test_what_is_changed_in_the_plan_is_seen_in_its_rows(
    compile_plan: Compile, tmp_path: Path, old: str, new: str, labels: list[str]
) -> None:
    written = ACT.plan.read_text(encoding="utf-8")
    assert written.count(old) == 1
    copy = tmp_path / "2018.yaml"
    copy.write_text(written.replace(old, new), encoding="utf-8")
    differences = row_differences(ACT, WordFile(compile_plan(copy, tmp_path)))
    assert [difference.act["label"][: len(label)] for difference, label in zip(differences, labels, strict=True)] == (
        labels
    )


def test_a_total_that_the_act_has_not_is_seen(compile_plan: Compile, tmp_path: Path) -> None:
    written = ACT.plan.read_text(encoding="utf-8")
    assert written.count("          total: none\n") == 2
    copy = tmp_path / "2018.yaml"
    copy.write_text(written.replace("          total: none\n", "", 1), encoding="utf-8")
    first = row_differences(ACT, WordFile(compile_plan(copy, tmp_path)))[0]
    assert (first.act["label"], first.compiled["label"]) == ("LĨNH VỰC VII", "Tổng")
