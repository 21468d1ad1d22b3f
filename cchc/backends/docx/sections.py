"""Section properties: paper, margins, page numbers (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục I)."""

from __future__ import annotations

from cchc.backends.docx.measures import margin_twips, twips
from cchc.document.nodes import Section
from cchc.document.style import PageStyle

NUMBER_HEADER_ID = "rId3"
"""The relationship to the header with the page number."""

EMPTY_HEADER_ID = "rId4"
"""The relationship to the empty header of a document's first page."""


def text_width(page: PageStyle) -> int:
    """The width between the margins in twips, from the rounded figures that the file carries."""
    return twips(page.width) - margin_twips(page.left) - margin_twips(page.right)


def section_properties(section: Section, page: PageStyle) -> str:
    """The ``w:sectPr`` of ``section``: a document opens with page 1, whose number is not shown (Mục I.7)."""
    first = f'<w:headerReference w:type="first" r:id="{EMPTY_HEADER_ID}"/>' if section.opens_document else ""
    start = '<w:pgNumType w:start="1"/>' if section.opens_document else ""
    title = "<w:titlePg/>" if section.opens_document else ""
    restart = "eachSect" if section.opens_document else "continuous"
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{NUMBER_HEADER_ID}"/>{first}'
        f'<w:footnotePr><w:numRestart w:val="{restart}"/></w:footnotePr>'
        f'<w:type w:val="nextPage"/>{_paper(section, page)}{start}<w:cols w:space="720"/>{title}</w:sectPr>'
    )


def _paper(section: Section, page: PageStyle) -> str:
    turned = ' w:orient="landscape"' if section.orientation == "landscape" else ""
    header = margin_twips(page.header)
    return (
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{turned}/>'
        f'<w:pgMar w:top="{margin_twips(page.top)}" w:right="{margin_twips(page.right)}"'
        f' w:bottom="{margin_twips(page.bottom)}" w:left="{margin_twips(page.left)}"'
        f' w:header="{header}" w:footer="{header}" w:gutter="0"/>'
    )
