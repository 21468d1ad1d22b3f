"""Bookmarks at the beginnings of a file's documents, by which their pages can be told apart in a PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cchc.document.nodes import Document

_NAME = "_document"
_PARAGRAPH_OPENED = "</w:pPr>"


def document_bookmarks(document: Document) -> tuple[str, ...]:
    """The name of the bookmark at each section that opens a document; Word hides names that begin with ``_``."""
    opened = sum(section.opens_document for section in document.sections)
    return tuple(f"{_NAME}{number}" for number in range(1, opened + 1))


def bookmarked(section: Iterable[str], name: str) -> Iterator[str]:
    """The pieces of a ``section`` with an empty bookmark in its first paragraph.

    Between blocks it would be on the page before: LibreOffice puts it where the text before a table ends.
    """
    number = name.removeprefix(_NAME)
    waiting = True
    for piece in section:
        if waiting and _PARAGRAPH_OPENED in piece:
            start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'
            piece = piece.replace(_PARAGRAPH_OPENED, _PARAGRAPH_OPENED + start, 1)
            waiting = False
        yield piece
