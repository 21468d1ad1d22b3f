"""Tracked changes: what was inserted and deleted, as an office program accepts or rejects it."""

from __future__ import annotations

from itertools import count

from cchc.backends.docx.properties import stamp
from cchc.backends.docx.text import escape
from cchc.document.nodes import Revision

_FIRST_ID = 1_000_000
# Bookmarks and comments have ids of their own, counted from 0; those of a file's annotations are better all different.

_ELEMENTS = {"inserted": "ins", "deleted": "del"}


class Revisions:
    """Writes the revisions of a body, whose ids it counts."""

    def __init__(self) -> None:
        self._ids = count(_FIRST_ID)

    def around(self, runs: str, revision: Revision) -> str:
        """The XML ``runs`` inside one paragraph as what ``revision`` inserted or deleted."""
        if not runs:
            return ""
        if revision.kind == "deleted":
            # Text is escaped, so these characters are nothing but tags.
            runs = runs.replace("<w:t>", "<w:delText>").replace("<w:t ", "<w:delText ")
            runs = runs.replace("</w:t>", "</w:delText>")
        return f"<w:{self._opening(revision)}>{runs}</w:{_ELEMENTS[revision.kind]}>"

    def mark(self, revision: Revision | None) -> str:
        """The properties of a paragraph's end; empty without ``revision``."""
        return f"<w:rPr><w:{self._opening(revision)}/></w:rPr>" if revision else ""

    def row(self, revision: Revision | None) -> str:
        """The last of a row's properties; empty without ``revision``.

        The schema lets it stand alone nowhere: another property comes before it.
        """
        return f"<w:{self._opening(revision)}/>" if revision else ""

    def _opening(self, revision: Revision) -> str:
        date = f' w:date="{stamp(revision.date)}"' if revision.date else ""
        return f'{_ELEMENTS[revision.kind]} w:id="{next(self._ids)}" w:author="{escape(revision.author)}"{date}'
