"""Syntax errors of prose: text that needs quotes, and quotes that do not end where they should."""

from __future__ import annotations

from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording
from cchc.patterns import deferred
from cchc.syntax.characters import refused_escape
from cchc.syntax.quoting import KEY, indentation, lead_length, quote_value, quoting
from cchc.syntax.scene import Scene
from cchc.syntax.traps import cut_at_comment

_NEXT_VALUE = deferred(rf"\n[ \t]*(?:- |(?:- +)*{KEY}:(?:\s|$))")
_WRONG_BACKSLASH = deferred(r'\\(?![0abtnvfre "/\\N_LP]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})')
_COLON = deferred(r":(?:\s|$)")
_KEY_LINE = deferred(rf"[ \t]*{KEY}\s*$")

UNCLOSED_QUOTE = Rule(
    code="Y030",
    name="unclosed-quote",
    severity=Severity.ERROR,
    message=Wording("dấu nháy {quote} mở ở đây không được đóng", "the quote {quote} that opens here is not closed"),
    hint=Wording(
        "thêm dấu {quote} ở cuối đoạn văn bản, hoặc bỏ dấu này nếu nó không mở một đoạn văn bản",
        "add {quote} at the end of the text, or delete this one if it opens none",
    ),
    reason=Wording(
        "từ dấu nháy này YAML đọc đến hết tệp như một đoạn văn bản",
        "from this quote on YAML reads the rest of the file as one text",
    ),
    example=Example(
        wrong='title: "Cải cách hành chính\ntheme: Chính quyền số',
        right='title: "Cải cách hành chính"\ntheme: Chính quyền số',
    ),
)


def unclosed_quote(scene: Scene) -> Diagnostic | None:
    """A quote that runs to the end of the file, or into the text of a later key or item."""
    if scene.reading("quoted scalar") and scene.says("end of stream", "document indicator"):
        start = scene.begin
    elif scene.last and scene.last.style in ("single", "double") and _NEXT_VALUE.search(scene.last.span.text):
        start = scene.last.span.start
    else:
        return None
    quote, line = scene.source.text[start], scene.line(start)
    fix = line.rstrip() + quote if line.count(quote) == 1 else None
    return UNCLOSED_QUOTE.at(scene.span(start), quote=quote, fix=fix)


TEXT_AFTER_QUOTE = Rule(
    code="Y031",
    name="text-after-quote",
    severity=Severity.ERROR,
    message=Wording(
        "còn chữ đứng sau dấu nháy đóng: dấu nháy phải bao cả đoạn văn bản",
        "more text stands after the closing quote: quotes go around the whole text",
    ),
    hint=Wording(
        'đặt cả đoạn trong dấu ngoặc kép và viết \\" cho mỗi dấu ngoặc kép ở bên trong, hoặc dùng “ ”',
        'put the whole text in double quotes and write \\" for every quote inside it, or use “ ”',
    ),
    reason=Wording(
        "với YAML đoạn văn bản hết ở dấu nháy đóng, phần sau không thuộc về đâu",
        "for YAML the text ends at its closing quote, and what follows belongs nowhere",
    ),
    example=Example(
        wrong='body:\n  - title: Giải pháp\n    bullets:\n      - "Một cửa" là đầu mối',
        right="body:\n  - title: Giải pháp\n    bullets:\n      - “Một cửa” là đầu mối",
    ),
)


def text_after_quote(scene: Scene) -> Diagnostic | None:
    """``"Một cửa" là …``: YAML ends the text at the second quote."""
    if not scene.last or scene.last.style not in ("single", "double") or scene.says("mapping values"):
        return None
    between = scene.source.text[scene.last.span.end : scene.offset]
    if between.strip(" \t") or scene.offset < scene.last.span.end or scene.character in ("", "\r", "\n"):
        return None
    fix = scene.quoting(scene.last.span.start) if scene.bracket is None else None
    edits = quoting(scene.source, scene.number(scene.offset)) if fix else ()
    return TEXT_AFTER_QUOTE.at(scene.span(scene.offset), fix=fix, edits=edits)


SPECIAL_START = Rule(
    code="Y032",
    name="special-first-character",
    severity=Severity.ERROR,
    message=Wording(
        "đoạn văn bản bắt đầu bằng {character}, ký tự mà YAML dành cho việc khác",
        "the text begins with {character}, which YAML keeps for something else",
    ),
    hint=Wording("đặt cả đoạn trong dấu ngoặc kép", "put the whole text in double quotes"),
    reason=Wording(
        "các ký tự %, @, `, *, &, !, |, >, [ ở đầu câu có nghĩa riêng trong YAML, nên câu không đọc được",
        "%, @, `, *, &, !, |, > and [ have a meaning of their own in YAML, so the sentence cannot be read",
    ),
    example=Example(
        wrong="body:\n  - title: Giải pháp\n    bullets:\n      - % hồ sơ đúng hạn",
        right='body:\n  - title: Giải pháp\n    bullets:\n      - "% hồ sơ đúng hạn"',
    ),
)


def special_start(scene: Scene) -> Diagnostic | None:
    """A text that begins with one of ``% @ ` * & ! | > [ { ] } ,`` and is not in quotes."""
    start = _special_start(scene)
    if start is None:
        return None
    character, fix = scene.source.text[start], scene.quoting(start)
    # An alias, an anchor, a tag or a bracket may be meant as such.
    edits = quoting(scene.source, scene.number(start)) if fix and character in "%@`>|" else ()
    return SPECIAL_START.at(scene.span(start), character=character, fix=fix, edits=edits)


def _special_start(scene: Scene) -> int | None:
    if scene.reading("an alias", "an anchor", "a tag", "a block scalar", "a directive"):
        return scene.begin
    if scene.says("undefined tag handle", "incompatible YAML document"):
        return scene.begin
    if scene.says("cannot start any token", "node content") and scene.character not in ("", "\t", "\r", "\n", "-", "?"):
        return scene.offset if scene.bracket is None or scene.character in "%@`" else None
    start = scene.text_start(scene.offset)
    if scene.character == ":" and start == scene.offset:
        return start
    opens = scene.source.text[start : start + 1] in tuple("[{*&!") and not scene.says("mapping values")
    return start if opens and start < scene.offset and scene.bracket is None else None


COLON_IN_TEXT = Rule(
    code="Y033",
    name="colon-in-text",
    severity=Severity.ERROR,
    message=Wording(
        "dấu hai chấm thứ hai: YAML không biết đâu là khóa, đâu là văn bản",
        "a second colon: YAML cannot tell the key from the text",
    ),
    hint=Wording(
        "đặt đoạn văn bản có “: ” bên trong trong dấu ngoặc kép",
        "put a text that holds “: ” in double quotes",
    ),
    reason=Wording(
        "dấu hai chấm và dấu cách là chỗ khóa kết thúc; trong câu văn thì YAML thấy hai khóa trên một dòng",
        "a colon with a space ends a key; in a sentence YAML sees two keys on one line",
    ),
    example=Example(wrong="title: Nội dung: cải cách thể chế", right='title: "Nội dung: cải cách thể chế"'),
)


def colon_in_text(scene: Scene) -> Diagnostic | None:
    """``title: Nội dung: chi tiết``, on one line or with the second colon on a continuation line."""
    if not scene.says("mapping values"):
        return None
    line = scene.line(scene.offset)
    before = line[: scene.column(scene.offset)]
    if _COLON.search(before):
        if scene.bracket is not None:
            return COLON_IN_TEXT.at(scene.span(scene.offset))
        edits = quoting(scene.source, scene.number(scene.offset))
        return COLON_IN_TEXT.at(scene.span(scene.offset), fix=quote_value(line), edits=edits)
    if _KEY_LINE.match(before):
        return None
    prose = lead_length(line) > indentation(line)
    fix = quote_value(line) if prose else _joined(scene, scene.number(scene.offset))
    return COLON_IN_TEXT.at(scene.span(scene.offset), fix=fix) if fix else None


def _joined(scene: Scene, number: int) -> str | None:
    """The text of which line ``number`` is a part, in quotes on one line; None where its first line is not found."""
    first = number
    while first and _continues(scene.source.line(first)):
        first -= 1
    if not first:
        return None
    base, last = indentation(scene.source.line(first)), number
    while _continues(scene.source.line(last + 1)) and indentation(scene.source.line(last + 1)) > base:
        last += 1
    rest = [scene.source.line(each).strip() for each in range(first + 1, last + 1)]
    return quote_value(" ".join([scene.source.line(first).rstrip(), *rest]))


def _continues(line: str) -> bool:
    """Whether ``line`` holds text but neither a dash nor a key at its beginning."""
    return bool(line.strip()) and lead_length(line) == indentation(line)


def comment_in_text(scene: Scene) -> Diagnostic | None:
    """A ``#`` in the middle of a text over several lines, which so ends before its last line."""
    if not scene.says("could not find expected ':'", "expected key", "'-' indicator", "<block end>"):
        return None
    start = scene.begin if scene.reading("simple key") else scene.offset
    if not scene.last or scene.filled_above(scene.number(start)) != scene.number(scene.last.span.end):
        return None
    found = cut_at_comment(scene.last)
    return found._replace(fix=_joined(scene, scene.number(start))) if found else None


WRONG_ESCAPE = Rule(
    code="Y034",
    name="wrong-escape",
    severity=Severity.ERROR,
    message=Wording(
        "trong dấu ngoặc kép, dấu \\ phải đi với một mã mà YAML biết",
        "inside double quotes \\ must be followed by a code that YAML knows",
    ),
    hint=Wording("viết \\\\ để in một dấu \\", "write \\\\ to print one \\"),
    reason=Wording(
        "trong dấu ngoặc kép, dấu \\ đổi nghĩa ký tự liền sau; mã lạ thì YAML không đọc được",
        "inside double quotes \\ changes the character behind it, and a strange one stops the reading",
    ),
    example=Example(wrong='title: "Thư mục D:\\Kế hoạch"', right='title: "Thư mục D:\\\\Kế hoạch"'),
)


def wrong_escape(scene: Scene) -> Diagnostic | None:
    """A backslash in double quotes that is followed by nothing that YAML knows, or by no character at all."""
    if scene.says("Unicode character escape"):
        return refused_escape(scene.span(scene.begin, len(scene.source.text)))
    if not scene.says("unknown escape", "hexdecimal", "hexadecimal"):
        return None
    place = scene.source.text.rfind("\\", 0, scene.offset + 1)
    fix = _WRONG_BACKSLASH.sub(r"\\\\", scene.line(place))
    return WRONG_ESCAPE.at(scene.span(place, 2), fix=fix)
