"""python-docx, which has no part in the writing, opens the file and sees the tree."""

from collections.abc import Iterator
from io import BytesIO

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.table import CT_Tc
from docx.styles.style import ParagraphStyle
from docx.table import Table as DocxTable
from docx.text.paragraph import Paragraph as DocxParagraph

from cchc.document.nodes import Cell, Paragraph, Table
from tests.backends import demo
from tests.backends.sheet import SHEET

TREE = demo.document(tasks=5, length=1)
OPENED = docx.Document(BytesIO(demo.file(tasks=5, length=1)))
FORMAT_ONLY = ("Đường kẻ", "Đoạn đệm")


def style_of(paragraph: DocxParagraph) -> ParagraphStyle:
    assert paragraph.style is not None
    return paragraph.style


def cells_of(table: DocxTable) -> list[list[CT_Tc]]:
    """The cells of each row as they stand in the file: python-docx repeats those that span."""
    return [list(row._tr.tc_lst) for row in table.rows]


def seen() -> Iterator[tuple[str | None, str]]:
    """All paragraphs as (style label, text), those of cells in their place, without those only of the format."""
    for block in OPENED.iter_inner_content():
        if isinstance(block, DocxParagraph):
            paragraphs = [block]
        else:
            cells = [cell for row in cells_of(block) for cell in row]
            paragraphs = [DocxParagraph(paragraph, OPENED._body) for cell in cells for paragraph in cell.p_lst]
        for paragraph in paragraphs:
            if style_of(paragraph).name not in FORMAT_ONLY:
                yield style_of(paragraph).name, paragraph.text


def plain(paragraph: Paragraph) -> str:
    return paragraph.text.replace("\u2011", "-")


def text_in(cell: CT_Tc) -> str:
    return "\n".join(DocxParagraph(paragraph, OPENED._body).text for paragraph in cell.p_lst)


def text_of(cell: Cell) -> str:
    return "\n".join(plain(paragraph) for paragraph in cell.paragraphs)


def test_paragraphs_and_styles() -> None:
    tree = [(SHEET.paragraphs[one.style].label, plain(one)) for one in TREE.paragraphs()]
    assert list(seen()) == tree


def test_bold_and_size() -> None:
    (article,) = [one for one in OPENED.paragraphs if one.text.startswith("Điều\u00a01.")]
    assert [run.bold for run in article.runs] == [True, None]
    font = style_of(article).font
    assert (font.bold, font.size) == (None, docx.shared.Pt(14))


def test_rows_of_the_data_table() -> None:
    (tree,) = [block for block in TREE.sections[2].blocks if isinstance(block, Table)]
    table = OPENED.tables[-1]
    assert table.style is not None
    assert table.style.name == "Bảng có đường kẻ"
    written = [
        [
            "\n".join(DocxParagraph(one, OPENED._body).text for one in cell.p_lst)
            for cell in row
            if cell.vMerge != "continue"
        ]
        for row in cells_of(table)
    ]
    assert written == [[text_of(cell) for cell in row.cells] for row in tree.rows]


def test_paper() -> None:
    upright, second, turned = OPENED.sections
    assert [section.orientation for section in (upright, second, turned)] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
    ]
    for section, size in ((upright, (210, 297)), (second, (210, 297)), (turned, (297, 210))):
        assert section.page_width is not None
        assert section.page_height is not None
        assert (round(section.page_width.mm, 1), round(section.page_height.mm, 1)) == size


def test_page_numbers() -> None:
    for section in OPENED.sections:
        assert section.different_first_page_header_footer
        assert section.first_page_header.paragraphs[0].text == ""
        (number,) = section.header.paragraphs
        assert (number.text, style_of(number).name) == ("1", "Số trang")
        assert number.alignment == WD_ALIGN_PARAGRAPH.CENTER


def test_the_base_is_ours() -> None:
    settings = OPENED.settings.element.xml
    assert 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in settings
    assert {style.name for style in OPENED.styles} == {
        *(style.label for style in SHEET.paragraphs.values()),
        *("Normal", "Normal Table", "Khối nhiều cột", "Bảng có đường kẻ", *FORMAT_ONLY),
    }
