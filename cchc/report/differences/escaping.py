"""Texts of plans in Markdown: text there and no markup, whatever they hold; and words marked as gone or come."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

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
    return _joined(_merged(old, new, changes))


def _merged(old: str, new: str, changes: Sequence[WordChange]) -> Iterator[tuple[str, str]]:
    """Stretches with the signs around them, which are empty where nothing changed."""
    here = 0
    for change in changes:
        yield new[here : change.new_start], ""
        yield old[change.old_start : change.old_end], GONE
        yield new[change.new_start : change.new_end], COME
        here = change.new_end
    yield new[here:], ""


def _joined(stretches: Iterator[tuple[str, str]]) -> str:
    """The stretches in one line. A sign beside a letter and a stop would not be read as one: a space parts them."""
    made, before, before_sign = "", " ", ""
    for text, sign in stretches:
        if not text.strip():
            made, before = (made + " " if text else made), (" " if text else before)
            continue
        written = marked(text, sign) if sign else _kept(text)
        begin = text.lstrip()[0] if sign else text[0]
        if _needs_space(before, before_sign, begin, sign):
            made += " "
        made, before, before_sign = made + written, (text.rstrip()[-1] if sign else text[-1]), sign
    return made.strip()


def _kept(text: str) -> str:
    """``text`` with the spaces around it."""
    return " " * text[0].isspace() + escaped(text) + " " * text[-1].isspace()


def _needs_space(before: str, before_sign: str, begin: str, sign: str) -> bool:
    if before.isspace() or begin.isspace():
        return False
    if before_sign and sign:
        return True
    if sign:
        return _is_stop(begin) and not _is_stop(before)
    return bool(before_sign) and _is_stop(before) and not _is_stop(begin)


def _is_stop(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
