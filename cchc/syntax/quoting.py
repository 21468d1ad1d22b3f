"""Corrected lines: prose put in double quotes where YAML would read it as something else."""

from __future__ import annotations

import re

from cchc.source import Source

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_LEAD = re.compile(r"\s*(?:- +)*(?:[A-Za-z_][\w-]*:[ \t]+)?", re.ASCII)
"""What stands before the text of a line: indentation, dashes, and a key made of ASCII letters."""


def quoted(text: str) -> str:
    """``text`` as a double-quoted scalar on one line."""
    return f'"{text.translate(_ESCAPES)}"'


def quote_value(line: str) -> str:
    """``line`` with the text after its dashes and its key in double quotes."""
    lead = line[: lead_length(line)]
    text = line[len(lead) :].rstrip()
    return lead + quoted(text)


def lead_length(line: str) -> int:
    """How many characters of ``line`` stand before its text: indentation, dashes, an ASCII key with its colon."""
    found = _LEAD.match(line)
    return found.end() if found else 0


def line_at(source: Source, offset: int) -> str:
    """The line of ``source`` in which ``offset`` stands, without its end."""
    return source.line(source.position(offset)[0])
