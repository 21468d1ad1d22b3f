"""Bordered tables: their grid, spans and rows."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

import pytest

from cchc.backends.docx.footnotes import Footnotes
from cchc.backends.docx.measures import split
from cchc.backends.docx.paragraphs import Paragraphs
from cchc.backends.docx.tables import Tables
from cchc.document.nodes import Cell, Paragraph, Row, Table, Text
from tests.backends.sheet import NO_COMMENTS, SHEET
from tests.backends.wordml import attributes, find_all, has, parsed, text_of

WIDTH = 14287
TABLES = Tables(Paragraphs(SHEET, Footnotes(SHEET), NO_COMMENTS), SHEET.cell_padding, NO_COMMENTS)


def cell(text: str = "x", colspan: int = 1, rowspan: int = 1) -> Cell:
    return Cell((Paragraph("cell", (Text(text),)),), colspan, rowspan)


def rows_of(rows: Sequence[Row], widths: Sequence[float] = (1, 1, 1)) -> list[list[str]]:
    """The rows as written: of each cell its text, ``>`` for a span across, ``*`` and ``^`` for one down."""
    xml = parsed("".join(TABLES.table(Table(tuple(widths), tuple(rows)), WIDTH)))
    return [[_drawn(written) for written in find_all(row, "w:tc")] for row in find_all(xml, "w:tbl/w:tr")]


def _drawn(written: Element) -> str:
    span = int(attributes(written, "w:tcPr/w:gridSpan")["val"]) if has(written, "w:tcPr/w:gridSpan") else 1
    merge = attributes(written, "w:tcPr/w:vMerge")["val"] if has(written, "w:tcPr/w:vMerge") else ""
    return text_of(written) + ">" * (span - 1) + {"": "", "restart": "*", "continue": "^"}[merge]


@pytest.mark.parametrize("shares", [(1, 1, 1), (10, 60, 35, 30, 30, 17, 17, 31, 22), (0.1, 0.2, 0.7), (1e-3, 1)])
@pytest.mark.parametrize("total", [9355, 14287, 1000])
def test_columns_share_the_width_exactly(shares: tuple[float, ...], total: int) -> None:
    parts = split(total, shares)
    assert sum(parts) == total
    for part, share in zip(parts, shares, strict=True):
        assert part == pytest.approx(total * share / sum(shares), abs=1)


@pytest.mark.parametrize("shares", [(), (1, 0), (1, -1), (1, float("nan"))])
def test_a_share_is_a_positive_number(shares: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="positive"):
        split(1000, shares)


def test_a_table_has_fixed_columns_as_wide_as_the_text() -> None:
    xml = parsed("".join(TABLES.table(Table((1, 2), (Row((cell(), cell())),)), WIDTH)))
    assert attributes(xml, "w:tbl/w:tblPr/w:tblW") == {"w": str(WIDTH), "type": "dxa"}
    assert attributes(xml, "w:tbl/w:tblPr/w:tblLayout") == {"type": "fixed"}
    assert [column.attrib.popitem()[1] for column in find_all(xml, "w:tbl/w:tblGrid/w:gridCol")] == ["4762", "9525"]


def test_no_row_splits_and_header_rows_repeat() -> None:
    head, row = Row((cell(), cell()), header=True), Row((cell(), cell()))
    xml = parsed("".join(TABLES.table(Table((1, 1), (head, head, row)), WIDTH)))
    written = find_all(xml, "w:tbl/w:tr")
    assert [has(one, "w:trPr/w:cantSplit") for one in written] == [True] * 3
    assert [has(one, "w:trPr/w:tblHeader") for one in written] == [True, True, False]
    assert attributes(written[0], "w:trPr/w:tblHeader") == {}
    assert attributes(written[0], "w:tc/w:tcPr/w:vAlign") == {"val": "center"}
    assert not has(written[2], "w:tc/w:tcPr/w:vAlign")


def test_a_row_keeps_with_the_next_in_every_paragraph() -> None:
    kept = Row((cell("a"), Cell((*cell("b").paragraphs, *cell("c").paragraphs)), Cell(())), keep_next=True)
    xml = parsed("".join(TABLES.table(Table((1, 1, 1), (kept, Row((cell(), cell(), cell())))), WIDTH)))
    first, second = find_all(xml, "w:tbl/w:tr")
    assert [has(one, "w:pPr/w:keepNext") for one in find_all(first, "w:tc/w:p")] == [True] * 4
    assert [has(one, "w:pPr/w:keepNext") for one in find_all(second, "w:tc/w:p")] == [False] * 3


def test_spans_across_and_down() -> None:
    rows = (
        Row((cell("a", rowspan=3), cell("b", colspan=2))),
        Row((cell("c", colspan=2, rowspan=2),)),
        Row(()),
        Row((cell("d"), cell("e"), cell("f"))),
    )
    assert rows_of(rows) == [["a*", "b>"], ["^", "c>*"], ["^", ">^"], ["d", "e", "f"]]


def test_spans_that_follow_each_other_start_anew() -> None:
    rows = (Row((cell("a", rowspan=2), cell("b"))), Row((cell("c"),))) * 2
    assert rows_of(rows, (1, 1)) == [["a*", "b"], ["^", "c"]] * 2


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ((Row((cell(), cell())),), "row 1 has no cell for column 3"),
        ((Row((cell(), cell(), cell(), cell())),), "row 1 do not add up to 3"),
        ((Row((cell(), cell(colspan=3))),), "row 1 do not add up to 3"),
        ((Row((cell(colspan=0), cell(), cell())),), "spans 0 columns"),
        ((Row((cell(rowspan=2), cell(), cell())),), "past the last"),
        ((Row((cell(), cell(rowspan=2), cell())), Row((cell(colspan=3),))), "overlaps"),
        ((Row((cell(colspan=3),)), Row((cell(colspan=3),), header=True)), "row 2 is a header row"),
    ],
)
def test_what_does_not_fit_the_grid_is_refused(rows: tuple[Row, ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        rows_of(rows)


def test_a_rule_in_a_cell_has_the_room_between_the_margins() -> None:
    table = Table((1, 1), (Row((Cell((Paragraph("cell-center", (Text("abc"),), rule=1),)), cell())),))
    _, rule = find_all(parsed("".join(TABLES.table(table, 2000))), "w:tbl/w:tr/w:tc/w:p")[:2]
    indents = attributes(rule, "w:pPr/w:ind")
    assert abs(int(indents["left"]) - int(indents["right"])) <= 1
    assert int(indents["left"]) < (1000 - 2 * 85) / 2
