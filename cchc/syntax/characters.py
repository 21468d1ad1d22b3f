"""Characters that a plan cannot carry, as they stand in a file or as an escape in a quoted text."""

from __future__ import annotations

import re

from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording
from cchc.patterns import deferred
from cchc.source import Source, Span

# The ranges are tried in this order, so letters and spaces stand first; to run over what may stand takes half the time
# that a search for what may not takes.
_CARRIED = " -~\xa0-\u2027\n\r\t\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
_SOUND = deferred(f"[{_CARRIED}]*")
REFUSED = deferred(f"[^{_CARRIED}]")
"""What XML (and so Word) cannot carry, what YAML refuses, what ends a line for one program and not for another,
noncharacters, which are left to programs, and a byte order mark inside a text."""

_ESCAPE = deferred(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
_REFUSED_LETTERS = frozenset("0abvfeNLP")

CONTROL_CHARACTER = Rule(
    code="Y006",
    name="control-character",
    severity=Severity.ERROR,
    message=Wording(
        "ký tự điều khiển {character} không được có trong tệp",
        "the control character {character} cannot stand in a file",
    ),
    hint=Wording(
        "xóa ký tự này (nó có thể vô hình; xóa cả chữ đứng liền hai bên rồi gõ lại)",
        "delete it (it may be invisible: delete its two neighbours too and type them again)",
    ),
    reason=Wording(
        "ký tự này Word không chứa được, tệp in ra sẽ không mở được",
        "Word cannot hold this character: the printed file would not open",
    ),
    example=Example(wrong="title: Cải cách\x0b hành chính", right="title: Cải cách hành chính"),
)

REFUSED_ESCAPE = Rule(
    code="Y007",
    name="escape-of-a-control-character",
    severity=Severity.ERROR,
    message=Wording(
        "mã {escape} tạo ra một ký tự mà văn bản Word không chứa được",
        "the escape {escape} makes a character that a Word document cannot carry",
    ),
    hint=Wording(
        r"xóa mã này; nếu muốn in dấu gạch chéo ngược thì viết \\",
        r"delete it; to print a backslash write \\",
    ),
    reason=Wording(
        "ký tự này Word không chứa được, tệp in ra sẽ không mở được",
        "Word cannot hold this character: the printed file would not open",
    ),
    example=Example(wrong='title: "Cải cách\\b hành chính"', right='title: "Cải cách hành chính"'),
)


def refused_character(source: Source) -> Diagnostic | None:
    """The first character of ``source`` that a plan cannot carry."""
    sound = _SOUND.match(source.text)
    at = sound.end() if sound else 0
    if at == len(source.text):
        return None
    return CONTROL_CHARACTER.at(Span(source, at, at + 1), character=f"U+{ord(source.text[at]):04X}")


def refused_escape(span: Span) -> Diagnostic | None:
    """The first escape in the double-quoted text at ``span`` that makes a character which a plan cannot carry."""
    for escape in _ESCAPE.finditer(span.text) if "\\" in span.text else ():
        if _makes_refused(escape):
            place = Span(span.source, span.start + escape.start(), span.start + escape.end())
            return REFUSED_ESCAPE.at(place, escape=escape[0])
    return None


def _makes_refused(escape: re.Match[str]) -> bool:
    digits = escape[1] or escape[2] or escape[3]
    if not digits:
        return escape[4] in _REFUSED_LETTERS
    code = int(digits, 16)
    return code > 0x10FFFF or REFUSED.match(chr(code)) is not None
