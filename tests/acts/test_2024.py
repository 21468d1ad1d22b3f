"""What is special in Kế hoạch 475/KH-UBND: an act of its own, a scorecard of 120 criteria, tasks numbered through."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import takewhile

import pytest

from cchc.export.kpis import row_kpis
from cchc.export.rows import plan_rows
from cchc.model.objectives import objectives
from cchc.model.plan import Plan
from tests.acts.comparison import Line, cells, rows_of, unequal
from tests.acts.conftest import Plans, WordFiles
from tests.acts.fixtures import ABOVE, ACROSS, act, act_lines, printed_rows, table, tables
from tests.acts.word_file import Row, WordFile

ACT = act("2024")
SCORES = ("max", "achieved", "target")
MEASURES, LEAD, SUPPORT, NOTE = range(5, 9)
"""The grid columns behind the scores."""


@pytest.fixture(scope="module")
def word_file(word_files: WordFiles) -> WordFile:
    """The Word file."""
    return word_files("2024")


@pytest.fixture(scope="module")
def plan(plans: Plans) -> Plan:
    """The plan."""
    return plans("2024")


@pytest.fixture(scope="module")
def criteria(word_file: WordFile) -> list[Row]:
    """The rows of Phụ lục I, the total at their end."""
    return rows_of(ACT, word_file)[0]


@pytest.fixture(scope="module")
def tasks(word_file: WordFile) -> list[Row]:
    """The rows of Phụ lục II."""
    return rows_of(ACT, word_file)[1]


def labels(rows: list[Row]) -> list[str]:
    """What stands in the first column."""
    return [row.cells[0].text for row in rows]


# The act


def test_as_many_words_are_compared_as_the_act_has() -> None:
    words = {part: len(" ".join(act_lines(ACT, part)).split()) for part in ACT.parts}
    assert words == {"plan": 1741, "appendix-1": 8139, "appendix-2": 1076}


def test_the_plan_is_the_act_itself_and_its_appendices_follow(word_file: WordFile) -> None:
    plan, *appendices = word_file.sections
    assert plan[:7] == [
        *("ỦY BAN NHÂN DÂN", "TỈNH ĐẮK NÔNG", "Số: 475/KH-UBND"),
        *("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        *("Đắk Nông, ngày 18 tháng 7 năm 2024", "KẾ HOẠCH"),
    ]
    assert [lines[0] for lines in appendices] == ["Phụ lục I", "Phụ lục II"]
    assert [line for lines in word_file.sections for line in lines if line.startswith("QUYẾT ĐỊNH")] == []


def test_results_of_the_year_before_open_the_plan_and_are_no_targets(word_file: WordFile, plan: Plan) -> None:
    lines = word_file.sections[0]
    opening = lines[lines.index("I. MỤC ĐÍCH, YÊU CẦU") - 1]
    assert opening.startswith("Ngày 10/4/2024, Bộ Nội vụ ban hành Quyết định số 272/QĐ-BNV")
    assert [figure in opening for figure in ("85.42/100 điểm", "51/63", "8,21%", "41/63", "1,12%")] == [True] * 5
    assert list(objectives(plan)) == []


def test_sixteen_lines_say_who_receives_it_and_a_deputy_signs_for_the_chairman(word_file: WordFile) -> None:
    lines = word_file.sections[0]
    *recipients, capacity, office, name = lines[lines.index("Nơi nhận:") + 1 :]
    assert len(recipients) == 16
    assert all(line.startswith("- ") for line in recipients)
    assert recipients[-1] == "- Lưu: VT, TH (Dg)."
    assert [capacity, office, name] == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Văn Chiến"]


def test_nine_bodies_and_office_holders_have_duties(word_file: WordFile) -> None:
    lines = word_file.sections[0]
    duties = lines[lines.index("III. TỔ CHỨC THỰC HIỆN") + 1 : lines.index("Nơi nhận:") - 1]
    heads = [line for line in duties if re.match(r"[0-9]+\. ", line)]
    assert [line.split(" ")[0] for line in heads] == [f"{number}." for number in range(1, 10)]
    points = [line for line in duties if re.match(r"[a-eđ]\) ", line)]
    assert [line[:2] for line in points] == ["a)", "b)", "c)", "d)", "đ)"]
    assert len([line for line in duties if line.startswith("- ")]) == 2


def test_the_points_of_the_requirements_keep_the_letters_of_the_act(word_file: WordFile) -> None:
    lines = word_file.sections[0]
    at = lines.index("2. Yêu cầu") + 1
    assert [line[:2] for line in takewhile(lambda line: not line.startswith("II."), lines[at:])] == ["a)", "c)"]


# Phụ lục I


def test_the_criteria_are_120_on_three_levels(criteria: list[Row]) -> None:
    *counted, total = labels(criteria)
    assert Counter(label.count(".") for label in counted) == {0: 8, 1: 37, 2: 75}
    assert total == ""


def test_every_score_of_the_act_stands_in_the_file_as_it_is_written(criteria: list[Row]) -> None:
    printed = [[row[score] for score in SCORES] for row in printed_rows(ACT)[:120]]
    assert [cells(row)[2:5] for row in criteria[:-1]] == printed
    decimals = Counter(len(score.partition(".")[2]) for scores in printed for score in scores)
    assert sum(decimals.values()) == 360
    assert decimals == {0: 135, 1: 113, 2: 104, 3: 4, 4: 4}


def scores() -> dict[str, list[Decimal]]:
    """The three scores of each criterion of the act."""
    return {row["label"]: [Decimal(row[score]) for score in SCORES] for row in printed_rows(ACT)[:120]}


def below(label: str, figures: dict[str, list[Decimal]]) -> list[list[Decimal]]:
    """The scores of the criteria directly under ``label``."""
    return [values for inner, values in figures.items() if inner.rpartition(".")[0] == label]


def test_the_act_states_of_each_criterion_what_those_below_add_up_to() -> None:
    figures = scores()
    heads = {label: values for label, values in figures.items() if below(label, figures)}
    sums = {label: [sum(column, Decimal(0)) for column in zip(*below(label, figures), strict=True)] for label in heads}
    assert len(heads) == 29
    assert {label: (heads[label], added) for label, added in sums.items() if added != heads[label]} == {
        "3": (
            [Decimal("13"), Decimal("12.905"), Decimal("12.909")],
            [Decimal("13"), Decimal("12.9045"), Decimal("12.909")],
        )
    }
    assert Decimal("12.9045").quantize(Decimal("0.001"), ROUND_HALF_UP) == Decimal("12.905")


def test_the_totals_are_computed_from_what_the_eight_fields_state(criteria: list[Row]) -> None:
    figures = scores()
    fields = [values for label, values in figures.items() if "." not in label]
    totals = [sum(column, Decimal(0)) for column in zip(*fields, strict=True)]
    assert cells(criteria[-1])[:5] == ["", "TỔNG ĐIỂM", *(f"{total.normalize():f}" for total in totals)]
    assert cells(criteria[-1])[2:5] == ["100", "85.415", "88.679"]


def test_fifteen_criteria_are_surveyed(criteria: list[Row]) -> None:
    notes = [cells(row)[NOTE] for row in criteria]
    assert Counter(notes) == {"Điều tra XHH": 15, "": 105, ABOVE: 1}


def merges(rows: list[Row]) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    """The first and the last row of each stretch of rows whose cells go on downwards, and the columns in which."""
    first, last = "", ""
    columns: tuple[int, ...] = ()
    for row in rows:
        label, *_ = marks = cells(row)
        going = tuple(at for at, mark in enumerate(marks) if mark == ABOVE)
        if going:
            last, columns = label, going
        else:
            if columns:
                yield first, last, columns
            first, columns = label, ()


def test_cells_are_merged_downwards_at_three_places(criteria: list[Row]) -> None:
    assert list(merges(criteria)) == [
        ("4.1.4", "4.1.5", (MEASURES, LEAD, SUPPORT, NOTE)),
        ("4.3.1", "4.3.3", (MEASURES, LEAD, SUPPORT)),
        ("7.3.6", "7.3.7", (MEASURES, LEAD, SUPPORT)),
    ]


def test_the_merges_are_those_of_the_act() -> None:
    scorecard, opinion = tables(ACT)
    merged = {row[0]: tuple(at for at, cell in enumerate(row) if cell == ABOVE) for row in scorecard.rows}
    assert {label: columns for label, columns in merged.items() if columns} == {
        "4.1.5": (MEASURES, LEAD, SUPPORT, NOTE),
        **dict.fromkeys(("4.3.2", "4.3.3", "7.3.7"), (MEASURES, LEAD, SUPPORT)),
    }
    assert not any(ABOVE in row for row in opinion.rows)


def test_who_is_responsible_is_an_office_holder_but_once(plan: Plan) -> None:
    leads = [row["lead"] for row in table(ACT, "bodies.tsv")]
    assert [lead for lead in leads if not all(one.startswith("holder:") for one in lead.split("; "))] == [
        "so.thong-tin-truyen-thong"
    ]
    assert sum("lead" in row.cells for row in plan_rows(plan)) == len(leads) == 107


def row_figures(plan: Plan) -> Iterator[Line]:
    """The figures of the measures that a row states itself, as the compiler reads them."""
    for number, _, field, figure, _ in row_kpis(plan_rows(plan), plan.decimal):
        assert (field, figure.unit, figure.upper) == ("measures", "%", None)
        yield {
            "row": str(number + 1),
            "value": str(figure.value),
            "bound": figure.bound,
            "change": figure.change or "-",
            "name": figure.name,
        }


def test_the_percentages_of_the_measures_are_read_as_the_act_means_them(plan: Plan) -> None:
    read = table(ACT, "row-kpis.tsv")
    assert unequal(read, row_figures(plan)) == []
    measures = [row[MEASURES] for row in tables(ACT)[0].rows]
    assert len(read) == sum(len(re.findall(r"[0-9]%", cell)) for cell in measures) == 41
    assert Counter(row["bound"] for row in read) == {"target": 35, "at_least": 6}


# Phụ lục II


def test_two_groups_hold_three_and_five_and_sixteen_tasks_are_numbered_through(tasks: list[Row]) -> None:
    assert labels(tasks) == [
        *("A", "I", "1", "II", "2", "III", *map(str, range(3, 12))),
        *("B", "I", "12", "II", "13", "III", "14", "IV", "15", "V", "16"),
    ]


def test_only_the_two_outer_groups_are_in_capitals_and_every_group_spans_the_table(tasks: list[Row]) -> None:
    groups = [cells(row) for row in tasks if not row.cells[0].text.isdigit()]
    assert [label for label, title, *_ in groups if title.isupper()] == ["A", "B"]
    assert all(rest == [ACROSS] * 4 for _, _, *rest in groups)


def test_every_task_has_lead_support_and_no_end(tasks: list[Row]) -> None:
    rows = [cells(row) for row in tasks if row.cells[0].text.isdigit()]
    assert len(rows) == 16
    assert all(lead and support for _, _, lead, support, _, _ in rows)
    assert {(when, note) for *_, when, note in rows} == {("Thường xuyên", "")}
