"""Rows of a table in any pieces: cells that came before are not read again, and nothing of it can be told."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.document.nodes import Document
from cchc.templating.faults import TemplateFault
from cchc.templating.markup import MarkupParser

CELLS = (
    "<cell><p style='a'>một</p></cell>",
    "<cell><p style='b'> hai &lt;/cell> </p></cell>",
    "<cell>\n <p style='a'>ba <b>ba</b></p><p style='a'/> </cell>",
    " <cell rowspan='1'/>",
    "<cell></cell>",
    "<cell><p style='a'>bốn</p></cell>",
    "<cell><p style='a'> năm &amp; sáu &#10; </p></cell>",
    "<cell><p style='a'>bảy \n  tám\r\n</p></cell>",
    "<cell><p style='a'>chín\u00a0mười\u200b\t11</p></cell>",
    "<cell><p style='a'>12\ufdd0ghi chú\ufdd1</p></cell>",
    "<cell><p style='a'> </p></cell>",
    "<!-- </cell> --><cell></cell>",
    "<cell><!-- <cell> </cell> --></cell>",
    "<cell><p style='a'><![CDATA[</cell><cell>]]></p></cell>",
)
WRONG = (
    "<cell><p style='a'>một</cell></p>",
    "<cell><cell></cell>",
    "<cell><p style='a'/>chữ</p></cell>",
    "<cell><p style='a'>\x01</p></cell>",
    "<cell><p style='a'>\ufffe</p></cell>",
    "<cell><p style='a'>]]></p></cell>",
    "<cell><p style='a'>&khong;</p></cell>",
    "<cell><p style='c'>một</p></cell>",
    "chữ<cell></cell>",
    "<cell></cell>chữ",
    "<cell colspan='2'></cell>",
    "</row><cell></cell>",
    "<cell></cell></cell>",
    "<!-- <cell></cell>",
    "<p style='</cell>'/>",
    "<?x </cell>?>",
)
LINES = st.lists(st.tuples(st.sampled_from(CELLS), st.sampled_from(CELLS)), min_size=1, max_size=6)


def markup(rows: Sequence[Sequence[str]], opening: str = "<row>") -> list[str]:
    """A document with ``rows`` of two cells, each row a piece."""
    lines = [f"{opening}{''.join(cells)}</row>\n" for cells in rows]
    return ["<document title='t'><section><table widths='1 1'>\n", *lines, "</table></section></document>"]


def read(pieces: Sequence[str]) -> Document | str:
    """The document in ``pieces``, or the code of the fault."""
    try:
        return MarkupParser(("a", "b")).parse(pieces)
    except TemplateFault as fault:
        return fault.rule.code


@given(LINES, st.sampled_from(("<row>", "<row keep='next'>\n ", "\n<row>", "<row><!-- -->", "<row header='yes'>")))
@settings(max_examples=200, deadline=None)
def test_row_by_row_is_as_all_at_once(rows: list[tuple[str, str]], opening: str) -> None:
    pieces = markup(rows, opening)
    document = read(pieces)
    assert document == read(["".join(pieces)])
    assert isinstance(document, Document)


@pytest.mark.parametrize("wrong", WRONG)
def test_a_fault_behind_cells_that_came_before_stays_one(wrong: str) -> None:
    sound = (CELLS[0], CELLS[0])
    for cells in ((wrong, CELLS[0]), (CELLS[0], wrong), (CELLS[0], wrong, CELLS[0])):
        pieces = markup((sound, sound, cells, sound))
        found = read(pieces)
        assert isinstance(found, str)
        assert found == read(["".join(pieces)])


@pytest.mark.parametrize("around", [("<!-- ", " -->"), ("<?at ", "?>"), ("<!-- <row> ", " </row> -->")])
def test_a_row_inside_something_else_is_none(around: tuple[str, str]) -> None:
    row = f"<row>{CELLS[0]}{CELLS[0]}</row>"
    begin, *middle, end = markup(((CELLS[0], CELLS[0]),))
    document = read([begin, *middle, around[0], row, around[1], *middle, end])
    assert document == read([begin, *middle, *middle, end])
    assert isinstance(document, Document)


def test_equal_cells_are_one() -> None:
    document = read(markup(((CELLS[0], CELLS[1]), (CELLS[0], CELLS[1]))))
    assert isinstance(document, Document)
    (table,) = document.sections[0].blocks
    first, second = table.rows  # type: ignore[union-attr]
    assert [a is b for a, b in zip(first.cells, second.cells, strict=True)] == [True, True]
