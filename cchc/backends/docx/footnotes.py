"""Footnotes: their marks in the text, and the part of the package that holds their words."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.backends.docx.namespaces import DECLARATION, MAIN
from cchc.backends.docx.text import run
from cchc.document.nodes import Note, Text
from cchc.document.style import ParagraphStyle, StyleSheet

FOOTNOTES_PART = "word/footnotes.xml"
FOOTNOTE_SETTINGS = '<w:footnotePr><w:footnote w:id="0"/><w:footnote w:id="1"/></w:footnotePr>'
"""What the settings say of them: which two are the lines between text and notes."""

_FIRST_ID = 2
_RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
_LINES = (
    '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
_BASE = ParagraphStyle(label="Normal", name="Normal")


class Footnotes:
    """Collects the footnotes of a body in the order in which it refers to them."""

    def __init__(self, sheet: StyleSheet) -> None:
        self._style = sheet.paragraphs[sheet.footnote] if sheet.footnote else _BASE
        self._notes: list[Note] = []

    def reference(self, note: Note) -> str:
        """The run with the mark of ``note``, whose number the office program counts."""
        self._notes.append(note)
        return f'<w:r>{_RAISED}<w:footnoteReference w:id="{_FIRST_ID + len(self._notes) - 1}"/></w:r>'

    def part(self) -> Iterator[str]:
        """The text of the part: two lines that every document has, then the notes."""
        yield f'{DECLARATION}<w:footnotes xmlns:w="{MAIN}">{_LINES}'
        for identifier, note in enumerate(self._notes, _FIRST_ID):
            words = run(Text(f" {note.text}"), self._style)
            yield (
                f'<w:footnote w:id="{identifier}"><w:p><w:pPr><w:pStyle w:val="{self._style.name}"/></w:pPr>'
                f"<w:r>{_RAISED}<w:footnoteRef/></w:r>{words}</w:p></w:footnote>"
            )
        yield "</w:footnotes>"
