"""Where the documents of a file begin, seen from the file."""

from __future__ import annotations

import re

from cchc.backends.docx.bookmarks import document_bookmarks
from cchc.backends.docx.writer import write
from cchc.document.nodes import Columns, Document, Paragraph, Section, Text
from tests.backends import demo
from tests.backends.packages import parts_of
from tests.backends.sheet import SHEET

_TEXT = Paragraph("body", (Text("một"),))


def test_each_section_that_opens_a_document_has_a_bookmark_in_its_first_paragraph() -> None:
    document = Document(
        "t",
        (
            Section((_TEXT, _TEXT)),
            Section((_TEXT,), orientation="landscape", opens_document=False),
            Section((Columns((40, 60), ((_TEXT,), (_TEXT,))), _TEXT)),
        ),
    )
    body = parts_of(write(document, SHEET, demo.PROPERTIES))["word/document.xml"].decode()
    names = re.findall(r'<w:p><w:pPr>(?:(?!</w:pPr>).)*</w:pPr><w:bookmarkStart w:id="\d+" w:name="(\w+)"/>', body)
    assert names == ["_document1", "_document2"] == list(document_bookmarks(document))
    assert body.index("_document2") > body.index("<w:tbl>")
