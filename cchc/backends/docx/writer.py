"""A document tree to the bytes of a DOCX file."""

from __future__ import annotations

from cchc.backends.docx.archive import Archive
from cchc.backends.docx.body import body
from cchc.backends.docx.comments import COMMENTS_PART, Comments
from cchc.backends.docx.footnotes import FOOTNOTES_PART, Footnotes
from cchc.backends.docx.properties import CUSTOM_PART, Properties, custom_part, property_parts
from cchc.backends.docx.seal import OPEN_SEAL, seal_of
from cchc.backends.docx.skeleton import BODY_PART, package_parts, word_parts
from cchc.document.nodes import Document
from cchc.document.style import StyleSheet

__all__ = ["Properties", "write"]


def write(document: Document, styles: StyleSheet, properties: Properties) -> bytes:
    """The DOCX file of ``document`` in the looks of ``styles``: the same input makes the same bytes.

    Raises KeyError for a style or an orientation that ``styles`` does not have, and ValueError for what
    cannot be written: no section, spans that do not add up, a character that XML cannot carry, a style
    name that is no style id, a time that is not in UTC.
    """
    archive = Archive()
    notes, comments = Footnotes(styles), Comments(properties.created, expected=document.commented)
    for name, text in package_parts(commented=comments.expected):
        archive.add(name, [text])
    archive.add(BODY_PART, body(document, styles, notes, comments))
    archive.add(FOOTNOTES_PART, notes.part())
    if comments.expected:
        archive.add(COMMENTS_PART, comments.part())
    for name, text in word_parts(styles, commented=comments.expected):
        archive.add(name, [text])
    for name, text in property_parts(properties, styles.language).items():
        archive.add(name, [text])
    seal = seal_of(archive.digests, custom_part(properties.digests, OPEN_SEAL).encode("utf-8"))
    archive.add(CUSTOM_PART, [custom_part(properties.digests, seal)])
    return archive.close()
