"""Inline text as the XML of runs."""

from __future__ import annotations

import re

from cchc.document.nodes import Break, Text
from cchc.document.style import ParagraphStyle
from cchc.patterns import deferred

_SPECIAL = deferred('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]')
_REFUSED = deferred("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_BREAK = "<w:r><w:br/></w:r>"
_NO_BREAK_HYPHEN = "<w:noBreakHyphen/>"


def escape(text: str) -> str:
    """``text`` as XML character data or the value of an attribute in double quotes.

    Raises ValueError for a control character, a lone surrogate or a noncharacter: XML cannot carry them,
    or (tab and line ends) they would be layout, which has nodes of its own.
    """
    if not _SPECIAL.search(text):
        return text
    refused = _REFUSED.search(text)
    if refused:
        raise ValueError(f"character U+{ord(refused[0]):04X} cannot stand in a document: {text!r}")
    return re.sub('[&<>"]', lambda match: _ENTITIES[match[0]], text)


def run(inline: Text | Break, style: ParagraphStyle) -> str:
    """A run; it carries bold and italic only where they differ from its paragraph's style, which has no strike."""
    if isinstance(inline, Break):
        return _BREAK
    if not inline.text:
        return ""
    if inline.bold is None and inline.italic is None and not inline.strike:
        return f"<w:r>{_characters(inline.text)}</w:r>"
    return f"<w:r>{_look(inline, style)}{_characters(inline.text)}</w:r>"


def _look(inline: Text, style: ParagraphStyle) -> str:
    look = _toggle("b", inline.bold, style.bold) + _toggle("i", inline.italic, style.italic)
    if inline.strike:
        look += "<w:strike/>"
    return look and f"<w:rPr>{look}</w:rPr>"


def _toggle(name: str, wanted: bool | None, given: bool) -> str:
    if wanted is None or wanted == given:
        return ""
    value = "" if wanted else ' w:val="0"'
    return f"<w:{name}{value}/><w:{name}Cs{value}/>"


def _characters(text: str) -> str:
    if "\u2011" not in text:
        return _characters_between(text)
    return _NO_BREAK_HYPHEN.join(_characters_between(part) if part else "" for part in text.split("\u2011"))


def _characters_between(text: str) -> str:
    keeps_spaces = text[0] == " " or text[-1] == " " or "  " in text
    space = ' xml:space="preserve"' if keeps_spaces else ""
    return f"<w:t{space}>{escape(text)}</w:t>"
