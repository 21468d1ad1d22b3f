"""Texts of plans in Markdown: text there and no markup, whatever they hold; and words marked as gone or come."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from cchc.language.word_changes import WordChange
from cchc.patterns import deferred
from cchc.report.plain import plain

GONE, COME = "~~", "**"
"""What stands around words that went and words that came."""

_HTML = deferred("[&<>]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SIGNS = deferred(r"[\\`*_\[\]#|~$^!]")
_REFERENCE = deferred(r"@|[#!$%~^](?=[\w\"])|&(?=\d)|:(?=[\w+-]+:)|:(?=//)|\bGH(?=-\d)|\bwww(?=\.)")
_PARTED = "\u200b"
"""Stands where a site would read a reference (@name, #12, :smile:): it looks at the finished page, past backslashes."""
_LINE_END = "<br>"


def escaped(text: str) -> str:
    """``text`` of a plan on one line: no markup, no HTML, no mention of anybody, no reference to anything."""
    parted = _REFERENCE.sub(lambda found: found[0] + _PARTED, plain(text, keep_lines=True))
    without_html = _HTML.sub(lambda sign: _ENTITIES[sign[0]], parted)
    return _LINE_END.join(_SIGNS.sub(r"\\\g<0>", line).strip() for line in without_html.split("\n"))


def marked(text: str, sign: str) -> str:
    """``text`` as words that went or came; nothing where there is none."""
    words = text.strip()
    return f"{sign}{escaped(words)}{sign}" if words else ""


def merged(old: str, new: str, changes: Sequence[WordChange]) -> str:
    """``new`` with what went of ``old`` in its place."""
    made = _Line()
    here = 0
    for change in changes:
        made.add(new[here : change.new_start])
        gone = old[change.old_start : change.old_end]
        made.add_marked(gone, GONE, parted=old[: change.old_start][-1:].isspace())
        made.add_marked(new[change.new_start : change.new_end], COME)
        if gone and old[change.old_end : change.old_end + 1].isspace():
            made.part()
        here = change.new_end
    made.add(new[here:])
    return made.text.strip()


class _Line:
    """A line that grows by stretches. A sign that touches a letter and a stop would not be read: a space parts them."""

    def __init__(self) -> None:
        self.text = ""
        self._last = " "
        self._after_sign = False

    def part(self) -> None:
        """Put a space where there is none."""
        if not self._last.isspace():
            self.text, self._last, self._after_sign = self.text + " ", " ", False

    def add(self, text: str) -> None:
        """``text`` as it stays, with the spaces around it."""
        if not text.strip():
            if text:
                self.part()
            return
        if text[0].isspace() or (self._after_sign and _is_stop(self._last) and not _is_stop(text[0])):
            self.part()
        self.text += escaped(text)
        self._last, self._after_sign = text.rstrip()[-1], False
        if text[-1].isspace():
            self.part()

    def add_marked(self, text: str, sign: str, *, parted: bool = False) -> None:
        """``text`` between signs; ``parted``: behind a space."""
        words = text.strip()
        if not words:
            return
        if parted or self._after_sign or (_is_stop(words[0]) and not _is_stop(self._last)):
            self.part()
        self.text += marked(words, sign)
        self._last, self._after_sign = words[-1], True


def _is_stop(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
