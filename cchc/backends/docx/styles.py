"""``word/styles.xml``: the style sheet as real Word styles."""

from __future__ import annotations

from cchc.backends.docx.columns import COLUMNS_STYLE
from cchc.backends.docx.comments import REFERENCE_STYLE, TEXT_STYLE
from cchc.backends.docx.measures import SINGLE_LINE, half_points, point_twips, twips
from cchc.backends.docx.namespaces import DECLARATION, MAIN
from cchc.backends.docx.paragraphs import RULE_STYLE, SPACER_STYLE
from cchc.backends.docx.tables import DATA_TABLE_STYLE
from cchc.backends.docx.text import escape
from cchc.document.style import ParagraphStyle, StyleSheet
from cchc.document.style_names import RESERVED

_JUSTIFICATION = {"left": "left", "center": "center", "right": "right", "justify": "both"}
_RULE_GAP = 3
"""Points between a ruled text and its rule."""


def styles_part(sheet: StyleSheet, *, commented: bool = False) -> str:
    """The XML of the part; names and labels are taken to be good, as ``check_names`` judges them.

    The styles of comments are Word's own; only a document that is ``commented`` has them.
    """
    named = "".join([_paragraph_style(style) for style in sheet.paragraphs.values()])
    return (
        f'{DECLARATION}<w:styles xmlns:w="{MAIN}">{_defaults(sheet)}{_NORMAL}{named}{_TABLE_NORMAL}'
        f"{_RULE}{_SPACER}{_COLUMNS}{_data_table(sheet)}{_COMMENTS if commented else ''}</w:styles>"
    )


def _defaults(sheet: StyleSheet) -> str:
    """The face in all four slots, so that no character falls out of it; black, in the sheet's language."""
    face, language = escape(sheet.face), escape(sheet.language)
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{face}" w:eastAsia="{face}" w:hAnsi="{face}" w:cs="{face}"/>'
        f'<w:color w:val="000000"/>{_size(14)}'
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="{language}"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        f'<w:spacing w:before="0" w:after="0" w:line="{SINGLE_LINE}" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _paragraph_style(style: ParagraphStyle) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.name}">'
        f'<w:name w:val="{escape(style.label)}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{_paragraph_look(style)}</w:pPr><w:rPr>{_characters(style)}</w:rPr></w:style>"
    )


def _paragraph_look(style: ParagraphStyle) -> str:
    keep = ("<w:keepNext/>" if style.keep_next else "") + ("<w:keepLines/>" if style.keep_lines else "")
    outline = f'<w:outlineLvl w:val="{style.outline - 1}"/>' if style.outline else ""
    return (
        f'{keep}<w:spacing w:before="{point_twips(style.before)}" w:after="{point_twips(style.after)}"'
        f' w:line="{round(style.line * SINGLE_LINE)}" w:lineRule="auto"/>'
        f'{_indents(style)}<w:jc w:val="{_JUSTIFICATION[style.align]}"/>{outline}'
    )


def _indents(style: ParagraphStyle) -> str:
    """Word knows a first line that is indented or one that hangs, not both."""
    first = twips(style.first_line - style.hanging)
    name = "firstLine" if first >= 0 else "hanging"
    return f'<w:ind w:left="{twips(style.left)}" w:right="0" w:{name}="{abs(first)}"/>'


def _characters(style: ParagraphStyle) -> str:
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    italic = "<w:i/><w:iCs/>" if style.italic else ""
    return f"{bold}{italic}{_size(style.size)}"


def _size(points: float) -> str:
    return f'<w:sz w:val="{half_points(points)}"/><w:szCs w:val="{half_points(points)}"/>'


def _data_table(sheet: StyleSheet) -> str:
    padding = twips(sheet.cell_padding)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides)
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{DATA_TABLE_STYLE}">'
        f'<w:name w:val="{RESERVED[DATA_TABLE_STYLE]}"/><w:basedOn w:val="TableNormal"/><w:tblPr>'
        f"<w:tblBorders>{borders}</w:tblBorders>{_cell_margins(padding)}</w:tblPr></w:style>"
    )


def _cell_margins(side: int) -> str:
    return (
        f'<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="{side}" w:type="dxa"/>'
        f'<w:bottom w:w="0" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar>'
    )


_NORMAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    "<w:pPr><w:widowControl/></w:pPr></w:style>"
)
_TABLE_NORMAL = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
    f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_cell_margins(0)}</w:tblPr></w:style>'
)
_COLUMNS = (
    f'<w:style w:type="table" w:customStyle="1" w:styleId="{COLUMNS_STYLE}"><w:name w:val="{RESERVED[COLUMNS_STYLE]}"/>'
    f'<w:basedOn w:val="TableNormal"/><w:tblPr>{_cell_margins(0)}</w:tblPr></w:style>'
)
_RULE = (
    f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{RULE_STYLE}"><w:name w:val="{RESERVED[RULE_STYLE]}"/>'
    '<w:basedOn w:val="Normal"/><w:pPr>'
    '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
    f'<w:spacing w:before="{point_twips(_RULE_GAP)}" w:line="20" w:lineRule="exact"/></w:pPr>'
    f"<w:rPr>{_size(1)}</w:rPr></w:style>"
)
_SPACER = (
    f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{SPACER_STYLE}">'
    f'<w:name w:val="{RESERVED[SPACER_STYLE]}"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>'
    f"<w:rPr>{_size(1)}</w:rPr></w:style>"
)
_COMMENTS = (
    f'<w:style w:type="character" w:styleId="{REFERENCE_STYLE}"><w:name w:val="{RESERVED[REFERENCE_STYLE]}"/>'
    f'<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:rPr>{_size(8)}</w:rPr></w:style>'
    f'<w:style w:type="paragraph" w:styleId="{TEXT_STYLE}"><w:name w:val="{RESERVED[TEXT_STYLE]}"/>'
    '<w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
    f"<w:rPr>{_size(10)}</w:rPr></w:style>"
)
