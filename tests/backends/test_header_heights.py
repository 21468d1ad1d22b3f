"""Header rows are as high as the cells that reach down over them need."""

from cchc.backends.docx.footnotes import Footnotes
from cchc.backends.docx.measures import point_twips
from cchc.backends.docx.paragraphs import Paragraphs
from cchc.backends.docx.tables import Tables
from cchc.document.nodes import Cell, Paragraph, Row, Table, Text
from tests.backends.sheet import NO_COMMENTS, SHEET
from tests.backends.wordml import attributes, find_all, has, parsed

WIDTH = 6000
TABLES = Tables(Paragraphs(SHEET, Footnotes(SHEET), NO_COMMENTS), SHEET.cell_padding, NO_COMMENTS)
SIZE = 12
"""Points of the style of headings on this sheet."""


def head(text: str, colspan: int = 1, rowspan: int = 1) -> Cell:
    return Cell((Paragraph("cell-head", (Text(text),)),), colspan, rowspan)


def heights(*rows: Row) -> list[int | None]:
    """The least height of each row, where one is said."""
    table = parsed("".join(TABLES.table(Table((1, 9, 10), rows), WIDTH)))
    return [
        int(attributes(row, "w:trPr/w:trHeight")["val"]) if has(row, "w:trPr/w:trHeight") else None
        for row in find_all(table, "w:tbl/w:tr")
    ]


BODY = Row((head("a"), head("b"), head("c")))


def test_a_tall_cell_over_two_rows_makes_the_second_as_high_as_it_needs() -> None:
    tall = "Điểm theo bộ tiêu chí"  # five words in a column of 15 mm less its margins: a line each
    rows = (
        Row((head(tall, rowspan=2), head("Trách nhiệm", colspan=2)), header=True),
        Row((head("Chủ trì"), head("Phối hợp")), header=True),
        BODY,
    )
    first, second, third = heights(*rows)
    assert (first, third) == (None, None)
    one_line = point_twips(SIZE * 1.15)
    assert second is not None
    assert abs(second - 4 * one_line) <= 4


def test_a_heading_that_fits_says_nothing() -> None:
    rows = (
        Row((head("TT", rowspan=2), head("Trách nhiệm", colspan=2)), header=True),
        Row((head("Chủ trì"), head("Phối hợp")), header=True),
        BODY,
    )
    assert heights(*rows) == [None, None, None]
    assert heights(Row((head("Một tiêu đề rất dài"), head("b"), head("c")), header=True), BODY) == [None, None]
