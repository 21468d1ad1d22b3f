"""Marks of footnotes in a sentence (``[^key]``), and how a note's words travel inside the text that they explain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from cchc.patterns import deferred

MARK = deferred(r"\[\^([a-z0-9-]+)\]")
OPENING, CLOSING = "\ufdd0", "\ufdd1"
"""What stands around a note inside a text: noncharacters, which a file cannot hold (``syntax.characters``)."""

_CARRIED = deferred(f"{OPENING}([^{OPENING}{CLOSING}]*){CLOSING}")


def carried(text: str, notes: Mapping[str, str]) -> str:
    """``text`` with each mark replaced by its note; a mark without one stays (a check reports it).

    No template has to know of footnotes: the words ride inside the text, up to the tree, where they become a node.
    """
    if "[^" not in text:
        return text

    def note(match: re.Match[str]) -> str:
        words = notes.get(match[1])
        return match[0] if words is None else f"{OPENING}{words}{CLOSING}"

    return MARK.sub(note, text)


def without_notes(text: str) -> str:
    """``text`` without the notes that it carries."""
    return _CARRIED.sub("", text) if OPENING in text else text


def without_marks(text: str) -> str:
    """``text`` without the marks of footnotes."""
    return MARK.sub("", text) if "[^" in text else text


def capitals(text: str) -> str:
    """``text`` in capitals, the notes that it carries as they are."""
    if OPENING not in text:
        return text.upper()
    return "".join(f"{OPENING}{piece}{CLOSING}" if is_note else piece.upper() for piece, is_note in pieces(text))


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """``text`` in pieces, each with whether it is a note that the text carries."""
    for index, piece in enumerate(_CARRIED.split(text)):
        if piece or index % 2:
            yield piece, index % 2 == 1
