"""What can be wrong in a template, as rules, and the exception that carries one to its place."""

from __future__ import annotations

from collections.abc import Iterable

from cchc.diagnostics import Rule, Severity, Wording
from cchc.suggestions import suggestion


def _rule(code: str, name: str, vi: str, en: str, hint_vi: str, hint_en: str) -> Rule:
    return Rule(code, name, Severity.ERROR, Wording(vi, en), Wording(hint_vi, hint_en))


SYNTAX = _rule(
    "T101",
    "template-syntax",
    "mẫu viết sai cú pháp: {reason}",
    "the template has a syntax error: {reason}",
    "kiểm tra các cặp {{{{ }}}}, {{% %}} và câu lệnh chưa đóng",
    "check the pairs {{{{ }}}}, {{% %}} and statements that are not closed",
)
UNDEFINED = _rule(
    "T102",
    "template-undefined",
    "không có giá trị nào tên “{name}”",
    "there is no value named “{name}”",
    "các giá trị mà mẫu dùng được nêu trong templates/README.md; mọi giá trị bắt đầu từ “document”",
    "templates/README.md names the values of templates; all of them begin at “document”",
)
MISSING = _rule(
    "T103",
    "template-missing",
    "không tìm thấy mẫu “{name}”",
    "there is no template “{name}”",
    "đặt tệp vào thư mục mẫu, hoặc sửa tên trong lệnh import, include",
    "put the file into the templates folder, or mend the name in import, include",
)
FORBIDDEN = _rule(
    "T104",
    "template-forbidden",
    "mẫu không được phép dùng “{name}”",
    "a template may not use “{name}”",
    "chỉ dùng các giá trị và bộ lọc nêu trong templates/README.md",
    "use only the values and filters of templates/README.md",
)
FAILED = _rule(
    "T105",
    "template-failed",
    "mẫu không chạy được: {reason}",
    "the template cannot run: {reason}",
    "kiểm tra kiểu của giá trị và vòng lặp tại dòng này",
    "check the kinds of the values and the loops on this line",
)
TOO_LONG = _rule(
    "T106",
    "template-too-long",
    "mẫu in ra quá {limit} ký tự",
    "the template prints more than {limit} characters",
    "kiểm tra vòng lặp trong mẫu",
    "check the loops of the template",
)
ENDLESS = _rule(
    "T107",
    "template-calls-itself",
    "mẫu gọi chính nó không dừng",
    "the template calls itself without end",
    "bỏ lệnh include hoặc macro gọi lại chính mẫu này",
    "take out the include or macro that calls this template again",
)
UNKNOWN_ELEMENT = _rule(
    "T201",
    "unknown-element",
    "không có phần tử <{name}>",
    "there is no element <{name}>",
    "các phần tử được nêu trong templates/README.md",
    "templates/README.md names the elements",
)
MISPLACED = _rule(
    "T202",
    "misplaced-element",
    "<{name}> không đứng trong <{parent}> được",
    "<{name}> cannot stand in <{parent}>",
    "trong <{parent}> chỉ có: {allowed}",
    "<{parent}> holds only: {allowed}",
)
UNKNOWN_ATTRIBUTE = _rule(
    "T203",
    "unknown-attribute",
    "<{element}> không có thuộc tính “{name}”",
    "<{element}> has no attribute “{name}”",
    "các thuộc tính được nêu trong templates/README.md",
    "templates/README.md names the attributes",
)
MISSING_ATTRIBUTE = _rule(
    "T204",
    "missing-attribute",
    "<{element}> thiếu thuộc tính “{name}”",
    "<{element}> lacks the attribute “{name}”",
    'thêm {name}="…"',
    'add {name}="…"',
)
BAD_VALUE = _rule(
    "T205",
    "bad-attribute-value",
    "thuộc tính “{name}” không nhận giá trị “{value}”",
    "the attribute “{name}” does not take “{value}”",
    "giá trị được nhận: {allowed}",
    "it takes: {allowed}",
)
UNKNOWN_STYLE = _rule(
    "T206",
    "unknown-style",
    "không có kiểu “{name}” trong styles.yaml",
    "there is no style “{name}” in styles.yaml",
    "thêm kiểu này vào “paragraphs” của styles.yaml, hoặc dùng kiểu có sẵn",
    "add it to “paragraphs” in styles.yaml, or use one that there is",
)
STRAY_TEXT = _rule(
    "T207",
    "stray-text",
    "chữ “{text}” đứng ngoài đoạn văn, trong <{parent}>",
    "the text “{text}” stands outside a paragraph, in <{parent}>",
    'đặt chữ trong <p style="…">',
    'put the text into <p style="…">',
)
UNCLOSED = _rule(
    "T208",
    "unclosed-element",
    "<{name}> mở ở đây chưa được đóng",
    "<{name}> is opened here and not closed",
    "thêm </{name}>",
    "add </{name}>",
)
NOT_MARKUP = _rule(
    "T209",
    "not-markup",
    "mẫu không tạo ra XML đúng: {reason}",
    "the template does not make sound XML: {reason}",
    "chữ “<” và “&” trong mẫu viết là &lt; và &amp;",
    "in a template “<” and “&” are written &lt; and &amp;",
)
GRID = _rule(
    "T210",
    "table-grid",
    "dòng có {found} ô lưới, bảng có {expected} cột",
    "the row takes {found} grid cells, the table has {expected} columns",
    "cộng colspan và rowspan của dòng cho đủ số cột trong widths",
    "let the colspan and rowspan of the row add up to the columns of widths",
)


class TemplateFault(Exception):  # noqa: N818  (an author's fault, not a program's error)
    """A fault of a template, before its place is known; ``hint`` replaces that of its rule."""

    def __init__(self, rule: Rule, hint: Wording | None = None, **values: object) -> None:
        super().__init__(rule.name)
        self.rule = rule
        self.hint = hint
        self.values = values


def unknown(rule: Rule, name: str, known: Iterable[str], **values: object) -> TemplateFault:
    """The fault of an unknown ``name``, with the nearest of the ``known`` ones as the way out."""
    return TemplateFault(rule, suggestion(name, known), name=name, **values)
