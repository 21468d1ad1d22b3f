"""The parts of a package that are the same for every document in a style sheet, on a base of our own."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.backends.docx import namespaces
from cchc.backends.docx.comments import COMMENTS_PART
from cchc.backends.docx.footnotes import FOOTNOTE_SETTINGS, FOOTNOTES_PART
from cchc.backends.docx.namespaces import DECLARATION, MAIN, RELATIONSHIPS
from cchc.backends.docx.sections import EMPTY_HEADER_ID, NUMBER_HEADER_ID
from cchc.backends.docx.styles import styles_part
from cchc.backends.docx.text import escape
from cchc.backends.docx.theme import theme_part
from cchc.document.style import StyleSheet

BODY_PART = "word/document.xml"

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_CONTENT_TYPES = {
    BODY_PART: f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "word/theme/theme1.xml": f"{_OFFICE}.theme+xml",
    FOOTNOTES_PART: f"{_WORD}.footnotes+xml",
    "word/header1.xml": f"{_WORD}.header+xml",
    "word/header2.xml": f"{_WORD}.header+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": f"{_OFFICE}.extended-properties+xml",
    "docProps/custom.xml": f"{_OFFICE}.custom-properties+xml",
}
_PACKAGE_TARGETS = {
    "rId1": (f"{RELATIONSHIPS}/officeDocument", BODY_PART),
    "rId2": (f"{namespaces.PACKAGE_RELATIONSHIPS}/metadata/core-properties", "docProps/core.xml"),
    "rId3": (f"{RELATIONSHIPS}/extended-properties", "docProps/app.xml"),
    "rId4": (f"{RELATIONSHIPS}/custom-properties", "docProps/custom.xml"),
}
_BODY_TARGETS = {
    "rId1": (f"{RELATIONSHIPS}/styles", "styles.xml"),
    "rId2": (f"{RELATIONSHIPS}/settings", "settings.xml"),
    "rId5": (f"{RELATIONSHIPS}/fontTable", "fontTable.xml"),
    "rId6": (f"{RELATIONSHIPS}/theme", "theme/theme1.xml"),
    "rId7": (f"{RELATIONSHIPS}/footnotes", FOOTNOTES_PART.removeprefix("word/")),
    NUMBER_HEADER_ID: (f"{RELATIONSHIPS}/header", "header1.xml"),
    EMPTY_HEADER_ID: (f"{RELATIONSHIPS}/header", "header2.xml"),
}
_COMMENTS_TYPE = {COMMENTS_PART: f"{_WORD}.comments+xml"}
_COMMENTS_TARGET = {"rId8": (f"{RELATIONSHIPS}/comments", COMMENTS_PART.removeprefix("word/"))}
# The layout of Word 2013 and later; a document without this opens in "compatibility mode".
_COMPATIBILITY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
    "useWord2013TrackBottomHyphenation": 0,
}


def package_parts(*, commented: bool) -> Iterator[tuple[str, str]]:
    """The parts that come first in the package, as (name, text): what its parts are and which is the main one."""
    yield "[Content_Types].xml", _content_types(_CONTENT_TYPES | _COMMENTS_TYPE if commented else _CONTENT_TYPES)
    yield "_rels/.rels", _relationships(_PACKAGE_TARGETS)


def word_parts(sheet: StyleSheet, *, commented: bool) -> Iterator[tuple[str, str]]:
    """The parts beside the body, as (name, text). Raises ValueError for a style that Word cannot name."""
    targets = _BODY_TARGETS | _COMMENTS_TARGET if commented else _BODY_TARGETS
    yield "word/_rels/document.xml.rels", _relationships(targets)
    yield "word/styles.xml", styles_part(sheet, commented=commented)
    yield "word/settings.xml", _settings()
    yield "word/fontTable.xml", _font_table(sheet.face)
    yield "word/theme/theme1.xml", theme_part(sheet.face)
    yield "word/header1.xml", _header(sheet.page_number, _PAGE_FIELD)
    yield "word/header2.xml", _header(sheet.page_number, "")


def _content_types(types: dict[str, str]) -> str:
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in types.items())
    return (
        f'{DECLARATION}<Types xmlns="{namespaces.CONTENT_TYPES}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(targets: dict[str, tuple[str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="{identifier}" Type="{kind}" Target="{target}"/>'
        for identifier, (kind, target) in targets.items()
    )
    return f'{DECLARATION}<Relationships xmlns="{namespaces.PACKAGE_RELATIONSHIPS}">{entries}</Relationships>'


def _settings() -> str:
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in _COMPATIBILITY.items()
    )
    return (
        f'{DECLARATION}<w:settings xmlns:w="{MAIN}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{FOOTNOTE_SETTINGS}<w:compat>{compatibility}</w:compat>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _font_table(face: str) -> str:
    """What an office program without the face looks for in its place: a proportional one with serifs."""
    return (
        f'{DECLARATION}<w:fonts xmlns:w="{MAIN}"><w:font w:name="{escape(face)}">'
        '<w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/>'
        '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


# Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục I.7: the number stands in the middle of the top margin.
_PAGE_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def _header(style: str, content: str) -> str:
    return (
        f'{DECLARATION}<w:hdr xmlns:w="{MAIN}"><w:p><w:pPr><w:pStyle w:val="{style}"/><w:jc w:val="center"/></w:pPr>'
        f"{content}</w:p></w:hdr>"
    )
