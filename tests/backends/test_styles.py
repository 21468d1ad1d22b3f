"""The style sheet as Word styles."""

from dataclasses import replace
from xml.etree import ElementTree

from cchc.backends.docx.styles import styles_part
from cchc.document.style import ParagraphStyle, StyleSheet
from cchc.document.style_names import RESERVED
from tests.backends.sheet import SHEET
from tests.backends.wordml import W, attributes, has


def with_style(**looks: object) -> StyleSheet:
    style = ParagraphStyle(**looks)  # type: ignore[arg-type]
    return replace(SHEET, paragraphs={style.name: style, "page-number": SHEET.paragraphs["page-number"]})


def style_element(sheet: StyleSheet, name: str) -> ElementTree.Element:
    root = ElementTree.fromstring(styles_part(sheet))
    (element,) = [style for style in root.iter(f"{W}style") if style.get(f"{W}styleId") == name]
    return element


def test_every_style_of_the_sheet_is_there_under_its_label() -> None:
    root = ElementTree.fromstring(styles_part(SHEET))
    labels = {style.get(f"{W}styleId"): attributes(style, "w:name")["val"] for style in root.iter(f"{W}style")}
    assert {name: style.label for name, style in SHEET.paragraphs.items()}.items() <= labels.items()


def test_the_face_fills_all_four_slots_without_a_theme() -> None:
    root = ElementTree.fromstring(styles_part(SHEET))
    assert attributes(root, "w:docDefaults/w:rPrDefault/w:rPr/w:rFonts") == dict.fromkeys(
        ("ascii", "hAnsi", "cs", "eastAsia"), "Times New Roman"
    )
    assert list(root.iter(f"{W}rFonts"))[1:] == []
    assert attributes(root, "w:docDefaults/w:rPrDefault/w:rPr/w:color") == {"val": "000000"}
    language = attributes(root, "w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    assert language == {"val": "vi-VN", "eastAsia": "vi-VN", "bidi": "vi-VN"}


def test_lengths_come_in_the_units_of_word() -> None:
    sheet = with_style(
        name="x",
        label="X",
        size=13.5,
        before=6,
        after=3,
        line=1.15,
        first_line=12.7,
        left=10,
        align="justify",
        outline=2,
    )
    style = style_element(sheet, "x")
    assert attributes(style, "w:rPr/w:sz") == attributes(style, "w:rPr/w:szCs") == {"val": "27"}
    spacing = {"before": "120", "after": "60", "line": "276", "lineRule": "auto"}
    assert attributes(style, "w:pPr/w:spacing") == spacing
    assert attributes(style, "w:pPr/w:ind") == {"left": "567", "right": "0", "firstLine": "720"}
    assert attributes(style, "w:pPr/w:jc") == {"val": "both"}
    assert attributes(style, "w:pPr/w:outlineLvl") == {"val": "1"}


def test_a_hanging_first_line_starts_left_of_the_others() -> None:
    style = style_element(with_style(name="x", label="X", left=10, hanging=5), "x")
    assert attributes(style, "w:pPr/w:ind") == {"left": "567", "right": "0", "hanging": "283"}


def test_bold_italic_and_keeping_are_the_styles_own() -> None:
    plain = style_element(with_style(name="x", label="X"), "x")
    kept = style_element(with_style(name="x", label="X", bold=True, italic=True, keep_next=True, keep_lines=True), "x")
    for path in ("w:rPr/w:b", "w:rPr/w:bCs", "w:rPr/w:i", "w:rPr/w:iCs", "w:pPr/w:keepNext", "w:pPr/w:keepLines"):
        assert not has(plain, path)
        assert attributes(kept, path) == {}


def test_the_borders_of_data_tables_are_half_a_point() -> None:
    table = style_element(SHEET, "DataTable")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        border = attributes(table, f"w:tblPr/w:tblBorders/w:{side}")
        assert border == {"val": "single", "sz": "4", "space": "0", "color": "000000"}
    assert attributes(table, "w:tblPr/w:tblCellMar/w:left") == {"w": "85", "type": "dxa"}


def test_columns_have_neither_borders_nor_margins() -> None:
    table = style_element(SHEET, "Columns")
    assert not has(table, "w:tblPr/w:tblBorders")
    for side in ("left", "right"):
        assert attributes(table, f"w:tblPr/w:tblCellMar/w:{side}") == {"w": "0", "type": "dxa"}


def test_the_names_and_labels_that_a_sheet_may_not_take_are_those_of_the_other_styles() -> None:
    root = ElementTree.fromstring(styles_part(SHEET, commented=True))
    labels = {style.get(f"{W}styleId"): attributes(style, "w:name")["val"] for style in root.iter(f"{W}style")}
    assert {name: label for name, label in labels.items() if name not in SHEET.paragraphs} == RESERVED
