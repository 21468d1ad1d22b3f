"""The second reading: what it sees in a file of ours, and in one that another program wrote."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.backends.docx.readback import BrokenFileError, ReadRow, read_back
from cchc.backends.docx.writer import write
from cchc.document.nodes import Break, Cell, Columns, Document, Inline, Paragraph, Row, Section, Table, Text
from tests.backends import demo
from tests.backends.package_checks import all_problems
from tests.backends.packages import packed
from tests.backends.sheet import SHEET

READING = read_back(demo.file(tasks=12, length=1))


def test_header_rows_with_the_places_that_spans_cover() -> None:
    (table,) = READING.tables
    names = ("STT", "Nhiệm vụ", "Chỉ số thành phần", "Cơ quan chủ trì", "Cơ quan phối hợp")
    assert table[0] == ReadRow(True, (*names, "Thời gian", "Sản phẩm", "Ghi chú"))
    assert table[1] == ReadRow(True, (None, None, None, None, None, "Bắt đầu", "Kết thúc", None, None))
    assert [row.header for row in table] == [True] * 3 + [False] * 14


def test_rows_in_their_order() -> None:
    rows = READING.tables[0][3:]
    assert [row.cells[0] for row in rows] == ["LĨNH VỰC 1", *"123456789", "10", "LĨNH VỰC 2", "11", "12"]
    assert rows[1].cells[2:] == (
        "Chỉ số thành phần",
        "Sở Nội vụ",
        "Các sở, ban, ngành; UBND các huyện",
        "01/2025",
        "12/2025",
        "Báo cáo",
        "",
    )


def test_letterhead_text_and_signature_in_reading_order() -> None:
    texts = [text for _, text in READING.paragraphs]
    assert READING.paragraphs[:6] == (
        ("Cơ quan ban hành", "ỦY BAN NHÂN DÂN"),
        ("Cơ quan ban hành", "TỈNH THỬ NGHIỆM"),
        ("Quốc hiệu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Tiêu ngữ", "Độc lập - Tự do - Hạnh phúc"),
        ("Số, ký hiệu", "Số:        /QĐ-UBND"),
        ("Địa danh, thời gian", "Thử Nghiệm, ngày 30 tháng 12 năm 2024"),
    )
    assert texts[6:8] == ["QUYẾT ĐỊNH", "Ban hành Kế hoạch cải cách hành chính năm 2025"]
    assert texts.index("Nơi nhận:") < texts.index("- Lưu: VT, TH (Dg).") < texts.index("TM. ỦY BAN NHÂN DÂN")
    assert texts[texts.index("CHỦ TỊCH") + 1 :][:5] == ["", "", "", "", "Nguyễn Văn Thử"]
    assert READING.paragraphs[-1] == ("Nội dung", "Gồm các nhiệm vụ sau:")


def test_a_break_is_a_line_end() -> None:
    assert ("Kèm theo", "(Kèm theo Quyết định số 15/QĐ-UBND\ncủa Ủy ban nhân dân tỉnh)") in READING.paragraphs


STYLES = """<x:styles xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<x:style x:type="paragraph" x:styleId="A"><x:name x:val="Nội dung"/></x:style>
<x:style x:type="table" x:styleId="Bare"><x:name x:val="Bare"/>
<x:tblPr><x:tblBorders><x:top x:val="nil"/><x:insideH x:val="none"/></x:tblBorders></x:tblPr></x:style>
<x:style x:type="table" x:styleId="Grid"><x:name x:val="Grid"/>
<x:tblPr><x:tblBorders><x:top x:val="single"/></x:tblBorders></x:tblPr></x:style></x:styles>"""
BODY = """<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body>
<x:p><x:pPr><x:pStyle x:val="A"/></x:pPr><x:r><x:t>một </x:t></x:r><x:r><x:t>hai</x:t><x:br/><x:t>ba</x:t></x:r>
<x:r><x:instrText> PAGE </x:instrText></x:r></x:p>
<x:tbl><x:tblPr><x:tblStyle x:val="Bare"/></x:tblPr>
<x:tr><x:tc><x:p><x:r><x:t>trái</x:t></x:r></x:p></x:tc></x:tr></x:tbl>
<x:tbl><x:tblPr><x:tblStyle x:val="Grid"/></x:tblPr>
<x:tr><x:trPr><x:tblHeader x:val="1"/></x:trPr><x:tc><x:p><x:r><x:t>a</x:t></x:r></x:p></x:tc></x:tr>
<x:tr><x:trPr><x:tblHeader x:val="0"/></x:trPr>
<x:tc><x:tcPr><x:vMerge/></x:tcPr><x:p/></x:tc>
<x:tc><x:tcPr><x:vMerge x:val="restart"/></x:tcPr>
<x:p><x:r><x:t>b</x:t></x:r></x:p><x:p><x:r><x:t>c</x:t></x:r></x:p></x:tc></x:tr></x:tbl></x:body></x:document>"""


def test_a_file_of_another_hand() -> None:
    reading = read_back(packed({"word/styles.xml": STYLES, "word/document.xml": BODY}))
    assert reading.paragraphs == (("Nội dung", "một hai\nba"), ("", "trái"))
    assert reading.tables == ((ReadRow(True, ("a",)), ReadRow(False, (None, "b\nc"))),)


W_STYLES = STYLES.replace("x:", "w:").replace("xmlns:x", "xmlns:w")


def cells_read(*rows: str) -> list[tuple[str | None, ...]]:
    """How the rows of a bordered table are read, each given as what stands in its ``w:tr``."""
    written = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    body = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl><w:tblPr>'
        f'<w:tblStyle w:val="Grid"/></w:tblPr>{written}</w:tbl></w:body></w:document>'
    )
    reading = read_back(packed({"word/styles.xml": W_STYLES, "word/document.xml": body}))
    return [row.cells for table in reading.tables for row in table]


def cell_of(text: str, more: str = "") -> str:
    return f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p>{more}</w:tc>"


def test_cells_of_the_same_bytes_are_read_the_same() -> None:
    down = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    rows = [cell_of("a") + cell_of("a") + down, down + cell_of("b") + cell_of("a"), cell_of("b") + down + cell_of("a")]
    assert cells_read(*rows) == [("a", "a", None), (None, "b", "a"), ("b", None, "a")]


def test_a_cell_that_differs_in_one_byte_is_read_anew() -> None:
    rows = [cell_of("giao Sở Nội vụ"), cell_of("giao Sở Nội vụ"), cell_of("giao Sở Nội vu"), cell_of("giao Sở Nội vụ ")]
    read = [text for row in cells_read(*rows) for text in row]
    assert read == ["giao Sở Nội vụ", "giao Sở Nội vụ", "giao Sở Nội vu", "giao Sở Nội vụ "]


@pytest.mark.parametrize(
    ("between", "more"),
    [
        ("<!-- <w:tc> -->", ()),
        ("<!--" + cell_of("a") + "-->", ()),
        ("<w:tc >" + cell_of("a").removeprefix("<w:tc>"), ("a",)),
        (cell_of("<![CDATA[</w:tc><w:tc>]]>"), ("</w:tc><w:tc>",)),
        (cell_of("a", "<!-- </w:tc><w:tc> -->"), ("a",)),
        (cell_of("a") + "<?x " + cell_of("a") + "?>", ("a",)),
    ],
)
def test_what_looks_like_a_cell_is_none(between: str, more: tuple[str, ...]) -> None:
    """Comments, characters and instructions may hold the bytes of a cell, and a cell may be written otherwise."""
    rows = [cell_of("a") * 2, cell_of("a") + between + cell_of("a"), cell_of("a") + between * 2 + cell_of("b")]
    assert cells_read(*rows) == [("a", "a"), ("a", *more, "a"), ("a", *more, *more, "b")]


def test_a_cell_that_was_read_does_not_hide_a_broken_end() -> None:
    with pytest.raises(BrokenFileError):
        cells_read(cell_of("a") * 2, cell_of("a") + "</w:tc>")


@pytest.mark.parametrize("missing", ["word/styles.xml", "word/document.xml"])
def test_a_file_without_a_part(missing: str) -> None:
    parts = {"word/styles.xml": STYLES, "word/document.xml": BODY}
    del parts[missing]
    with pytest.raises(BrokenFileError, match=missing):
        read_back(packed(parts))


def test_xml_that_breaks_off() -> None:
    with pytest.raises(BrokenFileError):
        read_back(packed({"word/styles.xml": STYLES, "word/document.xml": BODY[:-20]}))


# What a document's text may be: all that XML carries, but no tab and no line end.
letters = st.characters(min_codepoint=0x20, exclude_categories=["Cs"], exclude_characters="\ufffe\uffff")
looks = st.none() | st.booleans()
inlines = st.lists(st.one_of(st.builds(Text, st.text(letters), looks, looks), st.just(Break())))
paragraphs = st.builds(
    Paragraph,
    st.sampled_from(sorted(SHEET.paragraphs)),
    inlines.map(tuple),
    st.sampled_from([0.0, 0.0, 0.4, 1.0]),
    st.booleans(),
    mark=st.none(),
)


def expected(paragraph: Paragraph) -> str:
    def plain(inline: Inline) -> str:
        return inline.text.replace("\u00a0", " ").replace("\u2011", "-") if isinstance(inline, Text) else "\n"

    return "".join(plain(inline) for inline in paragraph.inlines)


@settings(max_examples=60, deadline=None)
@given(st.lists(paragraphs, max_size=3), st.lists(paragraphs, max_size=3), st.lists(paragraphs, max_size=3))
def test_any_text_comes_back(above: list[Paragraph], left: list[Paragraph], inside: list[Paragraph]) -> None:
    table = Table((1, 2), (Row((Cell(tuple(inside)), Cell(()))),))
    document = Document("x", (Section((*above, Columns((1, 2), (tuple(left), ())), table)),))
    reading = read_back(write(document, SHEET, demo.PROPERTIES))
    labels = {name: style.label for name, style in SHEET.paragraphs.items()}
    assert list(reading.paragraphs) == [(labels[one.style], expected(one)) for one in (*above, *left)]
    assert reading.tables == ((ReadRow(False, ("\n".join(expected(one) for one in inside), "")),),)


@st.composite
def grids(draw: st.DrawFn) -> tuple[Table, list[list[str | None]]]:
    """A table tiled at random with the cells that its reading must show."""
    columns, height = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    rows: list[Row] = []
    shown: list[list[str | None]] = []
    for row in range(height):
        cells: list[Cell] = []
        line: list[str | None] = []
        column = 0
        while column < columns:
            if (row, column) in owner:
                start, span = owner[row, column]
                line.append(None)
                column = start + span
                continue
            free = next((other for other in range(column, columns) if (row, other) in owner), columns) - column
            span, down = draw(st.integers(1, free)), draw(st.integers(1, height - row))
            owner.update({(row + low, column + right): (column, span) for low in range(down) for right in range(span)})
            cells.append(Cell((demo.line("cell", f"{row}.{column}"),), span, down))
            line.append(f"{row}.{column}")
            column += span
        rows.append(Row(tuple(cells)))
        shown.append(line)
    return Table((1,) * columns, tuple(rows)), shown


@settings(max_examples=60, deadline=None)
@given(grids())
def test_any_grid_comes_back_and_is_sound(grid: tuple[Table, list[list[str | None]]]) -> None:
    table, shown = grid
    data = write(Document("x", (Section((table,)),)), SHEET, demo.PROPERTIES)
    assert all_problems(data) == []
    assert [list(row.cells) for row in read_back(data).tables[0]] == shown
