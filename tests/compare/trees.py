"""Trees with revisions accepted or rejected in memory, by the rules of the format and nothing of the program's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cchc.document.nodes import Break, Columns, Document, Inline, Note, Paragraph, Revision, Table, Text, Tracked
from tests.compare.settling import Content, Way

_GOES = {"accept": "deleted", "reject": "inserted"}


def tree_content(document: Document, way: Way) -> Content:
    """What ``document`` says when all its revisions are accepted or rejected.

    A paragraph whose end goes is one with the next; so says ECMA-376 Part 1, 17.13.5.15 and 17.13.5.20.
    """
    paragraphs: list[str] = []
    rows: list[tuple[str, ...]] = []
    for section in document.sections:
        flow: list[Paragraph] = []
        for block in section.blocks:
            match block:
                case Paragraph():
                    flow.append(block)
                case Columns():
                    if not _goes(block.revision, way):
                        rows.append(tuple(_joined(column, way) for column in block.columns))
                case Table():
                    kept = [row for row in block.rows if not _goes(row.revision, way)]
                    rows += [tuple(_joined(cell.paragraphs, way) for cell in row.cells) for row in kept]
            if not isinstance(block, Paragraph):
                paragraphs += _lines(flow, way)
                flow = []
        paragraphs += _lines(flow, way)
    return Content(tuple(paragraphs), tuple(rows))


def _goes(revision: Revision | None, way: Way) -> bool:
    return revision is not None and revision.kind == _GOES[way]


def _joined(paragraphs: Iterable[Paragraph], way: Way) -> str:
    return "\n".join(_lines(paragraphs, way))


def _lines(paragraphs: Iterable[Paragraph], way: Way) -> Iterator[str]:
    """The texts that are not empty."""
    text = ""
    for paragraph in paragraphs:
        text += "".join(_characters(inline, way) for inline in paragraph.inlines)
        if not _goes(paragraph.mark, way):
            if text:
                yield text
            text = ""
    if text:
        yield text


def _characters(inline: Inline, way: Way) -> str:
    match inline:
        case Text():
            return inline.text.replace("\u00a0", " ").replace("\u2011", "-")
        case Break():
            return "\n"
        case Note():
            return f"[{inline.text}]"
        case Tracked():
            kept = not _goes(inline.revision, way)
            return "".join(_characters(run, way) for run in inline.runs) if kept else ""
