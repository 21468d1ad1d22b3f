"""Syntax errors in ``[…]`` and ``{…}``, and lists that begin on the line of their key."""

from __future__ import annotations

from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording
from cchc.syntax.scene import Scene

_CLOSING = {"[": "]", "{": "}"}

UNCLOSED_BRACKET = Rule(
    code="Y050",
    name="unclosed-bracket",
    severity=Severity.ERROR,
    message=Wording(
        "dấu ngoặc {bracket} mở ở đây không được đóng", "the bracket {bracket} that opens here is not closed"
    ),
    hint=Wording(
        "thêm dấu {closing}; nếu {bracket} thuộc về câu văn thì đặt cả câu trong dấu ngoặc kép",
        "add {closing}; if {bracket} belongs to a sentence, put the sentence in double quotes",
    ),
    reason=Wording(
        "YAML tìm dấu đóng qua các dòng sau và hiểu sai tất cả",
        "YAML looks for its end in the lines below and misreads all of them",
    ),
    example=Example(
        wrong="act: {kind: decision\ntitle: Cải cách hành chính",
        right="act: {kind: decision}\ntitle: Cải cách hành chính",
    ),
)


def unclosed_bracket(scene: Scene) -> Diagnostic | None:
    """A bracket that no other on its line or below closes."""
    start = scene.bracket
    if start is None or (scene.number(start) == scene.number(scene.offset) and _closed_later(scene)):
        return None
    bracket, line = scene.source.text[start], scene.line(start)
    closing = _CLOSING[bracket]
    fix = line.rstrip() + closing if closing not in line and "#" not in line else None
    return UNCLOSED_BRACKET.at(scene.span(start), bracket=bracket, closing=closing, fix=fix)


def _closed_later(scene: Scene) -> bool:
    line = scene.line(scene.offset)
    return bool(set("]}") & set(line[scene.column(scene.offset) :]))


BAD_ITEM = Rule(
    code="Y051",
    name="unreadable-item-in-brackets",
    severity=Severity.ERROR,
    message=Wording(
        "không đọc được mục này trong dấu ngoặc",
        "this item in brackets cannot be read",
    ),
    hint=Wording(
        "ngăn cách các mục bằng đúng một dấu phẩy, đặt văn bản trong dấu ngoặc kép, hoặc viết mỗi mục một dòng “- ”",
        "part the items by one comma each, put texts in double quotes, or write each item on a line with “- ”",
    ),
    reason=Wording(
        "trong ngoặc, dấu phẩy và dấu hai chấm ngăn các mục; thừa một dấu thì không biết mục nào ở đâu",
        "in brackets commas and colons part the items; one too many and no item can be told",
    ),
    example=Example(
        wrong="act:\n  kind: decision\n  recipients: [Bộ Nội vụ,, Sở Nội vụ]",
        right="act:\n  kind: decision\n  recipients: [Bộ Nội vụ, Sở Nội vụ]",
    ),
)


def bad_item(scene: Scene) -> Diagnostic | None:
    """Something between brackets that is no item: two commas, text beside quotes, a second colon."""
    return None if scene.bracket is None else BAD_ITEM.at(scene.span(scene.offset))


EXTRA_BRACKET = Rule(
    code="Y052",
    name="extra-bracket",
    severity=Severity.ERROR,
    message=Wording("thừa dấu đóng ngoặc {bracket}", "the closing bracket {bracket} closes nothing"),
    hint=Wording(
        "xóa dấu này; nếu nó thuộc về câu văn thì đặt cả câu trong dấu ngoặc kép",
        "delete it; if it belongs to a sentence, put the sentence in double quotes",
    ),
    reason=Wording(
        "dấu đóng thừa cho thấy một dấu mở bị mất, hoặc dấu này thuộc về câu văn",
        "one too many shows that an opening one is lost, or that it belongs to a sentence",
    ),
    example=Example(wrong="act: {kind: decision}}", right="act: {kind: decision}"),
)


def extra_bracket(scene: Scene) -> Diagnostic | None:
    """A closing bracket after the last open one was closed."""
    if scene.character not in ("]", "}") or scene.bracket is not None or scene.says("node content"):
        return None
    return EXTRA_BRACKET.at(scene.span(scene.offset), bracket=scene.character)
