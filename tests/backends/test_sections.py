"""Sections: paper, page numbers, and what stands at their ends."""

from xml.etree.ElementTree import Element

import pytest

from cchc.backends.docx.body import body
from cchc.backends.docx.footnotes import Footnotes
from cchc.backends.docx.writer import write
from cchc.document.nodes import Block, Columns, Document, Paragraph, Row, Section, Table
from tests.backends.demo import PROPERTIES, line
from tests.backends.package_checks import all_problems
from tests.backends.sheet import NO_COMMENTS, SHEET
from tests.backends.test_tables import cell
from tests.backends.wordml import W, attributes, find_all, has, parsed, text_of

TABLE = Table((1, 1), (Row((cell("a"), cell("b"))),))
COLUMNS = Columns((1, 1), ((line("body", "c"),), (line("body", "d"),)))


def written(*sections: Section) -> Element:
    document = Document("x", sections)
    assert all_problems(write(document, SHEET, PROPERTIES)) == []
    xml = "".join(body(document, SHEET, Footnotes(SHEET), NO_COMMENTS))
    return parsed(xml.partition("?>")[2]).find(f"{W}document/{W}body")  # type: ignore[return-value]


def kinds(*blocks: Block) -> list[str]:
    """The elements of a body with these blocks: a style's name or ``table ROWS``."""
    return [_kind(element) for element in written(Section(blocks)) if element.tag != f"{W}sectPr"]


def _kind(element: Element) -> str:
    if element.tag == f"{W}tbl":
        return f"table {len(find_all(element, 'w:tr'))}"
    return attributes(element, "w:pPr/w:pStyle")["val"]


def properties(*sections: Section) -> list[Element]:
    return list(written(*sections).iter(f"{W}sectPr"))


def test_paper_is_a4_and_turns_with_width_and_height_swapped() -> None:
    upright, turned = properties(Section((TABLE,)), Section((TABLE,), "landscape"))
    assert attributes(upright, "w:pgSz") == {"w": "11906", "h": "16838"}
    assert attributes(turned, "w:pgSz") == {"w": "16838", "h": "11906", "orient": "landscape"}
    margins = {"top": "1134", "right": "851", "bottom": "1134", "left": "1701", "header": "567"}
    assert margins.items() <= attributes(upright, "w:pgMar").items()


def test_a_document_starts_at_page_1_and_hides_its_number_once() -> None:
    opening, going_on = properties(Section((TABLE,)), Section((TABLE,), "landscape", opens_document=False))
    assert attributes(opening, "w:pgNumType") == {"start": "1"}
    assert has(opening, "w:titlePg")
    assert [_reference(header) for header in find_all(opening, "w:headerReference")] == ["default", "first"]
    assert not has(going_on, "w:pgNumType")
    assert not has(going_on, "w:titlePg")
    assert [_reference(header) for header in find_all(going_on, "w:headerReference")] == ["default"]


def _reference(header: Element) -> str:
    return header.attrib[f"{W}type"]


def test_a_section_ends_in_its_last_paragraph() -> None:
    first, second, last = written(Section((line("body", "a"),)), Section((line("body", "b"),)))
    assert (text_of(first), has(first, "w:pPr/w:sectPr")) == ("a", True)
    assert (text_of(second), has(second, "w:pPr/w:sectPr")) == ("b", False)
    assert last.tag == f"{W}sectPr"


@pytest.mark.parametrize("block", [TABLE, COLUMNS])
def test_a_table_at_the_end_takes_the_spacer_below_to_its_page(block: Block) -> None:
    for element in (written(Section((block,)), Section((line("body", "a"),))), written(Section((block,)))):
        table, spacer = element[0], element[1]
        assert attributes(spacer, "w:pPr/w:pStyle") == {"val": "Spacer"}
        assert all(has(one, "w:pPr/w:keepNext") for one in find_all(table, "w:tr/w:tc/w:p"))


def test_only_a_last_tables_last_row_is_kept() -> None:
    row = TABLE.rows[0]
    table = find_all(written(Section((Table((1, 1), (row, row)),))), "w:tbl")[0]
    assert [has(one, "w:tc/w:p/w:pPr/w:keepNext") for one in find_all(table, "w:tr")] == [False, True]


def test_tables_that_touch_stay_two() -> None:
    assert kinds(TABLE, TABLE, line("body", "a")) == ["table 1", "Spacer", "table 1", "body"]
    assert kinds(COLUMNS, TABLE, line("body", "a")) == ["table 1", "Spacer", "table 1", "body"]


def test_columns_of_the_same_widths_become_rows_of_one_table() -> None:
    assert kinds(COLUMNS, COLUMNS, line("body", "a")) == ["table 2", "body"]
    other = Columns((2, 1), COLUMNS.columns)
    assert kinds(COLUMNS, other, line("body", "a")) == ["table 1", "Spacer", "table 1", "body"]
    assert kinds(COLUMNS, line("body", "a"), COLUMNS) == ["table 1", "body", "table 1", "Spacer"]


def test_a_block_of_columns_stays_whole_and_with_what_follows() -> None:
    element = written(Section((COLUMNS, line("type", "QUYẾT ĐỊNH"))))
    assert has(element, "w:tbl/w:tr/w:trPr/w:cantSplit")
    paragraphs = find_all(element, "w:tbl/w:tr/w:tc/w:p")
    assert [has(one, "w:pPr/w:keepNext") for one in paragraphs] == [True, True]


def test_a_column_may_be_empty() -> None:
    element = written(Section((Columns((1, 1), ((), (line("body", "a"),))), line("body", "b"))))
    assert [text_of(one) for one in find_all(element, "w:tbl/w:tr/w:tc")] == ["", "a"]


def test_as_many_columns_as_widths() -> None:
    with pytest.raises(ValueError, match="2 columns with 3 widths"):
        written(Section((Columns((1, 1, 1), COLUMNS.columns),)))


def test_a_section_may_be_empty_a_document_not() -> None:
    assert kinds() == ["Spacer"]
    with pytest.raises(ValueError, match="needs a section"):
        written()


def test_an_orientation_that_the_sheet_does_not_have() -> None:
    with pytest.raises(KeyError, match="diagonal"):
        written(Section((Paragraph("body", ()),), "diagonal"))  # type: ignore[arg-type]
