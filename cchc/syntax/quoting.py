"""Corrected lines: prose put in double quotes where YAML would read it as something else."""

from __future__ import annotations

from cchc.diagnostics import Edit
from cchc.patterns import deferred
from cchc.source import Source, Span

KEY = r"(?:[a-z][a-z0-9_-]*|[A-Z]{1,3})"
"""What a key looks like, and prose does not: an English word in small letters, or an abbreviation as in ``KT:``."""

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_UNSAFE = deferred(r"""^$|^[\s%@`*&!|>\[\]{},#"']|^[-?:](?:\s|$)|:\s|:$|\s\#|\s$|^(?:~|null|Null|NULL)$""")
_COMMENT = deferred(r"(?:^|\s)#")
_KEY_IN_TEXT = deferred(rf"(?:-\s+)*{KEY}\s*:(?:\s|$)")
_LEAD = deferred(rf"\s*(?:-\s+)*(?:{KEY}:(?:\s+|$))?")


def quoted(text: str) -> str:
    """``text`` as a double-quoted scalar on one line."""
    return f'"{text.translate(_ESCAPES)}"'


def safe(text: str) -> str:
    """``text`` as it may stand in a line after its dash or key: in double quotes if YAML would read it otherwise."""
    return quoted(text) if _UNSAFE.search(text) else text


def quote_value(line: str) -> str:
    """``line`` with the text after its dashes and its key in double quotes."""
    length = lead_length(line)
    return line[:length] + quoted(line[length:].rstrip())


def quoting(source: Source, number: int) -> tuple[Edit, ...]:
    """The edit that puts the text of line ``number`` in double quotes, where all of it can only be one sentence.

    It cannot be where neither a dash nor a key stands before it, where a comment may end it, where it goes on in the
    next line, and where a word that looks like a key stands before its colon.
    """
    line = source.line(number)
    length, below = lead_length(line), source.line(number + 1)
    text = line[length:].rstrip()
    goes_on = bool(below.strip()) and lead_length(below) == indentation(below) > indentation(line)
    if (
        length == indentation(line)
        or _COMMENT.search(text)
        or _KEY_IN_TEXT.match(text)
        or (goes_on and below.lstrip()[0] != "#")
    ):
        return ()
    start = source.line_start(number) + length
    return (Edit(Span(source, start, start + len(text)), quoted(text)),)


def lead_length(line: str) -> int:
    """How many characters of ``line`` stand before its text: indentation, dashes and a key with its colon."""
    found = _LEAD.match(line)
    return found.end() if found else 0


def indentation(line: str) -> int:
    """How many spaces and tabs stand before the text of ``line``."""
    return len(line) - len(line.lstrip(" \t"))


def line_at(source: Source, offset: int) -> str:
    """The line of ``source`` in which ``offset`` stands, without its end."""
    return source.line(source.position(offset)[0])
