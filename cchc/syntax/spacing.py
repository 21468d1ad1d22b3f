"""Spaces that YAML needs and a line does not have: none after a colon or dash, or one of another kind."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.diagnostics import Diagnostic, Edit, Example, Rule, Severity, Wording
from cchc.patterns import deferred
from cchc.source import Source, Span
from cchc.syntax.nodes import Scalar
from cchc.syntax.quoting import KEY

ODD_SPACES = "".join(map(chr, (0xA0, 0x1680, *range(0x2000, 0x200E), 0x202F, 0x205F, 0x2060, 0x3000)))
"""No-break, wide, narrow and invisible spaces."""

_ODD_LEAD = deferred(rf"[ \t]*(?:- *)*(?:{KEY}:)?[ ]*([{ODD_SPACES}])")
_LEAD = deferred(rf"[ \t{ODD_SPACES}]*(?:-[ {ODD_SPACES}]*)*(?:{KEY}:[ {ODD_SPACES}]*)?")
_ODD_SPACES = deferred(rf"[{ODD_SPACES}]")
_MARK_WITHOUT_SPACE = deferred(rf"\s*(?:-\s+)*(?:{KEY}(?:(:)(?!//)(?=\S)|\s*(：)\s*)|(-)(?=[^\s-]))")

ODD_SPACE = Rule(
    code="Y043",
    name="odd-space",
    severity=Severity.ERROR,
    message=Wording(
        "ký tự {character} ở đây trông như dấu cách nhưng không phải",
        "the character {character} here looks like a space, or like nothing, and is none",
    ),
    hint=Wording(
        "thay bằng dấu cách thường; ký tự này hay lọt vào khi dán từ Word, Zalo hoặc trang web",
        "type a plain space instead; it comes with text pasted from Word, Zalo or a web page",
    ),
    reason=Wording(
        "dấu cách lạ từ Word hay Zalo trông như dấu cách thường, nhưng YAML không nhận ra khóa và cấp",
        "such a space from Word or a chat looks like a plain one, but YAML sees neither key nor level",
    ),
    example=Example(wrong="title:\u00a0Cải cách hành chính", right="title: Cải cách hành chính"),
)

NO_SPACE = Rule(
    code="Y044",
    name="no-space-after-mark",
    severity=Severity.ERROR,
    message=Wording("thiếu dấu cách sau “{mark}”", "no space stands after “{mark}”"),
    hint=Wording(
        "YAML chỉ hiểu dấu hai chấm và dấu gạch đầu dòng khi có dấu cách ngay sau đó",
        "YAML understands a colon and a dash only when a space follows",
    ),
    reason=Wording(
        "thiếu dấu cách thì cả dòng là một đoạn chữ; nội dung không tới đúng chỗ",
        "without the space the whole line is text, and its content does not reach its place",
    ),
    example=Example(wrong="title:Cải cách hành chính", right="title: Cải cách hành chính"),
)

WIDE_COLON = Rule(
    code="Y045",
    name="wide-colon",
    severity=Severity.ERROR,
    message=Wording(
        "“{mark}” là dấu hai chấm toàn khối, YAML không hiểu",
        "“{mark}” is a full-width colon, which YAML does not understand",
    ),
    hint=Wording("gõ lại bằng dấu hai chấm thường và một dấu cách", "type a plain colon and a space instead"),
    reason=Wording(
        "bộ gõ tiếng Trung, Nhật tạo dấu này; YAML chỉ biết dấu hai chấm thường",
        "Chinese and Japanese keyboards type it; YAML knows the plain colon only",
    ),
    example=Example(wrong="title：Cải cách hành chính", right="title: Cải cách hành chính"),
)


def odd_space_at(key: Scalar) -> Diagnostic:
    """The error for ``key``, which begins or ends with such a space."""
    source, text = key.span.source, key.span.text
    bare = text.strip(ODD_SPACES)
    offset = 0 if text[0] in ODD_SPACES else len(text.rstrip(ODD_SPACES))
    line, column = source.line(key.span.line), key.span.column - 1
    fix = line[:column] + " " * (text.index(bare) if bare else 0) + bare + line[column + len(text) :]
    start = key.span.start + offset
    return ODD_SPACE.at(Span(source, start, start + 1), character=f"U+{ord(text[offset]):04X}", fix=fix)


def odd_space_in(source: Source, number: int) -> Diagnostic | None:
    """A no-break, wide or invisible space before the text of line ``number``, where YAML takes it for text."""
    line = source.line(number)
    found = _ODD_LEAD.match(line)
    if not found:
        return None
    start = source.line_start(number) + found.start(1)
    lead = _LEAD.match(line)
    end = lead.end() if lead else found.end()
    fix = _ODD_SPACES.sub(" ", line[:end]) + line[end:]
    odd = [Span(source, start - found.start(1) + at, start - found.start(1) + at + 1) for at in _odd(line[:end])]
    # A no-break space is as wide as a space; what has no width may stand beside one.
    edits = tuple(Edit(span, " ") for span in odd) if all(span.text == "\xa0" for span in odd) else ()
    return ODD_SPACE.at(Span(source, start, start + 1), character=f"U+{ord(found[1]):04X}", fix=fix, edits=edits)


def _odd(lead: str) -> Iterator[int]:
    return (found.start() for found in _ODD_SPACES.finditer(lead))


def missing_space_in(source: Source, number: int) -> Diagnostic | None:
    """``key:value``, ``key：value`` or ``-text`` at the beginning of line ``number``."""
    line = source.line(number)
    found = _MARK_WITHOUT_SPACE.match(line)
    if not found:
        return None
    group = found.lastindex or 0
    mark, start = found[group], source.line_start(number) + found.start(group)
    before = line[: found.start(group)]
    marked = "" if mark == "-" and before.endswith("- ") else mark.replace("：", ":") + " "
    fix = before + marked + line[found.end() :]
    rule = WIDE_COLON if mark == "：" else NO_SPACE
    # A dash before a word begins an item; of a word before a colon only the keys of the place tell whether it is one.
    is_item = mark == "-" and bool(marked) and line[found.end()].isalpha()
    edits = (Edit(Span(source, start + 1, start + 1), " "),) if is_item else ()
    return rule.at(Span(source, start, start + 1), mark=mark, fix=fix, edits=edits)
