"""The compiled Word file of every act prints the act: its words in order, its lines, its tables cell by cell."""

import pytest

from tests.acts.comparison import (
    heading_differences,
    headings_of,
    line_differences,
    row_differences,
    rows_of,
    text_differences,
)
from tests.acts.conftest import WordFiles
from tests.acts.fixtures import Act, tables
from tests.acts.word_file import WordFile


@pytest.fixture
def word_file(each: Act, word_files: WordFiles) -> WordFile:
    """The Word file of the act in turn."""
    return word_files(each.id)


def test_no_word_differs_from_the_act(each: Act, word_file: WordFile) -> None:
    assert text_differences(each, word_file) == []


def test_no_character_differs_from_the_act_line_by_line(each: Act, word_file: WordFile) -> None:
    assert line_differences(each, word_file) == []


def test_the_file_prints_the_words_of_its_text_and_no_others(word_file: WordFile) -> None:
    assert word_file.words_elsewhere() == []
    assert all(line.isdigit() for line in word_file.header_lines())


def test_the_rows_are_those_of_the_act_cell_by_cell(each: Act, word_file: WordFile) -> None:
    assert row_differences(each, word_file) == []
    assert list(map(len, rows_of(each, word_file))) == [len(table.rows) for table in tables(each)]


def test_the_headings_of_tables_are_the_acts_cell_by_cell_and_merged_alike(each: Act, word_file: WordFile) -> None:
    assert heading_differences(each, word_file) == []


def test_the_headings_begin_their_tables_and_stand_anew_on_every_page(each: Act, word_file: WordFile) -> None:
    for heading, rows in zip(headings_of(each, word_file), rows_of(each, word_file), strict=True):
        assert all(row.header for row in heading)
        assert not any(row.header for row in rows)


def test_every_row_fills_the_grid(each: Act, word_file: WordFile) -> None:
    assert word_file.grids() == [len(table.columns) for table in tables(each)]
    for table, grid in zip(word_file.tables, word_file.grids(), strict=True):
        assert {sum(cell.span for cell in row.cells) for row in table} == {grid}
