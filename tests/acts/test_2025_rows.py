"""The 128 rows of the appendix of 2025: as many of each kind as the act has, with their labels and spans."""

from collections import Counter

import pytest

from tests.acts.comparison import headings_of, rows_of
from tests.acts.conftest import WordFiles
from tests.acts.fixtures import act, printed_rows, tables
from tests.acts.word_file import Row, WordFile

ACT = act("2025")
HEADING = (1, 8)
MONTHS = (1,) * 9
FREE = (1, 1, 1, 1, 1, 1, 2, 1)


@pytest.fixture(scope="module")
def word_file(word_files: WordFiles) -> WordFile:
    """The Word file."""
    return word_files("2025")


@pytest.fixture(scope="module")
def rows(word_file: WordFile) -> list[Row]:
    """The rows below the table's heading."""
    (rows,) = rows_of(ACT, word_file)
    return rows


def spans(row: Row) -> tuple[int, ...]:
    """How many columns each cell covers."""
    return tuple(cell.span for cell in row.cells)


# The labels


def test_128_of_128_derived_labels_are_the_acts_own(rows: list[Row]) -> None:
    labels = [row["label"] for row in printed_rows(ACT)]
    assert [row.cells[0].text for row in rows] == labels
    assert len(labels) == 128


# As many as the act has


def labelled(rows: list[Row], word: str) -> list[Row]:
    """The rows whose label begins with ``word``."""
    return [row for row in rows if row.cells[0].text.startswith(f"{word} ")]


def test_sixteen_rows_are_group_headings(rows: list[Row]) -> None:
    groups = [row.cells[0].text for row in rows if row.cells[0].text.split(" ")[0] not in ("Nhiệm", "Hoạt")]
    assert groups == [
        *("A", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "B"),
        *("LĨNH VỰC I", "LĨNH VỰC II", "LĨNH VỰC III", "LĨNH VỰC IV", "LĨNH VỰC V", "VI"),
    ]


def test_24_tasks_only_head_activities_14_tasks_and_74_activities_have_cells(rows: list[Row]) -> None:
    tasks, activities = labelled(rows, "Nhiệm vụ"), labelled(rows, "Hoạt động")
    assert Counter(spans(row) == HEADING for row in tasks) == {True: 24, False: 14}
    assert Counter(spans(row) == HEADING for row in activities) == {False: 74}


def test_74_rows_have_two_months_three_of_them_from_december_to_december(rows: list[Row]) -> None:
    months = [(row.cells[6].text, row.cells[7].text) for row in rows if spans(row) == MONTHS]
    assert len(months) == 74
    assert all(cell.startswith("Tháng ") for pair in months for cell in pair)
    assert months.count(("Tháng 12/2024", "Tháng 12/2025")) == 3


def test_one_indicator_is_empty(rows: list[Row]) -> None:
    titles = [row.cells[1].text for row in rows if spans(row) != HEADING and not row.cells[2].text]
    assert titles == ["Các hình thức khen thưởng được công nhận"]


def test_group_titles_print_in_capitals_and_no_others(rows: list[Row]) -> None:
    upper = [row.cells[0].text for row in rows if row.cells[1].text.isupper()]
    assert len(upper) == 16
    assert not any(label.startswith(("Nhiệm vụ", "Hoạt động")) for label in upper)


# The grid


def test_a_heading_keeps_its_label_apart_and_spans_all_other_columns(rows: list[Row]) -> None:
    assert Counter(map(spans, rows)) == {HEADING: 16 + 24, MONTHS: 74, FREE: 14}


def test_the_fourteen_free_timings_span_both_time_columns(rows: list[Row]) -> None:
    across = [row.cells[6].text for row in rows if spans(row) == FREE]
    assert across == [row["start"] for row in printed_rows(ACT) if row["start"] and not row["end"]]


def test_no_row_of_the_body_is_merged_with_the_one_above(rows: list[Row]) -> None:
    assert {cell.merge for row in rows for cell in row.cells} == {None}


# The table's heading


def test_the_heading_is_merged_as_in_the_act(word_file: WordFile) -> None:
    (heading,) = headings_of(ACT, word_file)
    down, right = "restart", "continue"
    assert [[(cell.span, cell.merge) for cell in row.cells] for row in heading] == [
        [*4 * [(1, down)], (2, None), (2, None), (1, down)],
        [*4 * [(1, right)], *4 * [(1, None)], (1, right)],
        9 * [(1, None)],
    ]


def test_three_rows_stand_anew_on_every_page_and_begin_the_table(word_file: WordFile) -> None:
    (table,) = word_file.tables
    assert [row.header for row in table] == [True] * 3 + [False] * 128
    assert len(tables(ACT)[0].columns) == 9
