"""What can be wrong in a template, as rules, and the exception that carries one to its place."""

from __future__ import annotations

from collections.abc import Iterable

from cchc.diagnostics import Rule, Severity, Wording
from cchc.suggestions import suggestion


def _rule(code: str, name: str, vi: str, en: str, hint_vi: str, hint_en: str, reason: Wording) -> Rule:
    return Rule(code, name, Severity.ERROR, Wording(vi, en), Wording(hint_vi, hint_en), reason)


SYNTAX = _rule(
    "T101",
    "template-syntax",
    "mẫu viết sai cú pháp: {reason}",
    "the template has a syntax error: {reason}",
    "kiểm tra các cặp {{{{ }}}}, {{% %}} và câu lệnh chưa đóng",
    "check the pairs {{{{ }}}}, {{% %}} and statements that are not closed",
    reason=Wording(
        "mẫu không đọc được thì không in được phần văn bản mà nó tạo ra",
        "a template that cannot be read prints nothing of its part of the act",
    ),
)
UNDEFINED = _rule(
    "T102",
    "template-undefined",
    "không có giá trị nào tên “{name}”",
    "there is no value named “{name}”",
    "các giá trị mà mẫu dùng được nêu trong templates/README.md; mọi giá trị bắt đầu từ “document”",
    "templates/README.md names the values of templates; all of them begin at “document”",
    reason=Wording(
        "một tên viết sai in ra chỗ trống, mà chỗ trống trong văn bản đã in thì không ai thấy",
        "a misspelled name would print as nothing, and nobody sees a gap in a printed act",
    ),
)
MISSING = _rule(
    "T103",
    "template-missing",
    "không tìm thấy mẫu “{name}”",
    "there is no template “{name}”",
    "đặt tệp vào thư mục mẫu, hoặc sửa tên trong lệnh import, include",
    "put the file into the templates folder, or mend the name in import, include",
    reason=Wording(
        "phần văn bản mà mẫu kia tạo ra sẽ thiếu", "the part of the act that the other template makes would be missing"
    ),
)
FORBIDDEN = _rule(
    "T104",
    "template-forbidden",
    "mẫu không được phép dùng “{name}”",
    "a template may not use “{name}”",
    "chỉ dùng các giá trị và bộ lọc nêu trong templates/README.md",
    "use only the values and filters of templates/README.md",
    reason=Wording(
        "mẫu có thể do người khác gửi tới, nên chỉ được in chữ: không đọc tệp, không gọi chương trình",
        "templates may come from others, so they print words and do nothing else: no files, no programs",
    ),
)
FAILED = _rule(
    "T105",
    "template-failed",
    "mẫu không chạy được: {reason}",
    "the template cannot run: {reason}",
    "kiểm tra kiểu của giá trị và vòng lặp tại dòng này",
    "check the kinds of the values and the loops on this line",
    reason=Wording(
        "mẫu dừng giữa chừng thì văn bản dở dang, nên không ghi tệp nào",
        "a template that stops midway leaves half an act, so no file is written",
    ),
)
TOO_LONG = _rule(
    "T106",
    "template-too-long",
    "mẫu in ra quá {limit} ký tự",
    "the template prints more than {limit} characters",
    "kiểm tra vòng lặp trong mẫu",
    "check the loops of the template",
    reason=Wording(
        "không văn bản nào dài như vậy; vòng lặp không dừng sẽ làm hết bộ nhớ",
        "no act is so long, and an endless loop would exhaust the memory",
    ),
)
ENDLESS = _rule(
    "T107",
    "template-calls-itself",
    "mẫu gọi chính nó không dừng",
    "the template calls itself without end",
    "bỏ lệnh include hoặc macro gọi lại chính mẫu này",
    "take out the include or macro that calls this template again",
    reason=Wording(
        "mẫu gọi lại chính nó thì không bao giờ in xong", "a template that calls itself never comes to an end"
    ),
)
UNKNOWN_ELEMENT = _rule(
    "T201",
    "unknown-element",
    "không có phần tử <{name}>",
    "there is no element <{name}>",
    "các phần tử được nêu trong templates/README.md",
    "templates/README.md names the elements",
    reason=Wording(
        "chỉ những thành phần này có cách in trong Word; thành phần lạ sẽ mất cùng chữ bên trong",
        "only these elements have a form in Word; another would be lost with its words",
    ),
)
MISPLACED = _rule(
    "T202",
    "misplaced-element",
    "<{name}> không đứng trong <{parent}> được",
    "<{name}> cannot stand in <{parent}>",
    "trong <{parent}> chỉ có: {allowed}",
    "<{parent}> holds only: {allowed}",
    reason=Wording(
        "Word không mở được tệp có bảng trong đoạn văn hay ô ngoài dòng",
        "Word opens no file with a table inside a paragraph, or a cell outside a row",
    ),
)
UNKNOWN_ATTRIBUTE = _rule(
    "T203",
    "unknown-attribute",
    "<{element}> không có thuộc tính “{name}”",
    "<{element}> has no attribute “{name}”",
    "các thuộc tính được nêu trong templates/README.md",
    "templates/README.md names the attributes",
    reason=Wording(
        "một thuộc tính viết sai không có tác dụng, và văn bản in khác ý người làm mẫu",
        "a misspelled attribute has no effect, and the act would look other than was meant",
    ),
)
MISSING_ATTRIBUTE = _rule(
    "T204",
    "missing-attribute",
    "<{element}> thiếu thuộc tính “{name}”",
    "<{element}> lacks the attribute “{name}”",
    'thêm {name}="…"',
    'add {name}="…"',
    reason=Wording(
        "không có thuộc tính này thì không biết in thành phần đó ra sao",
        "without this attribute nobody knows how the element prints",
    ),
)
BAD_VALUE = _rule(
    "T205",
    "bad-attribute-value",
    "thuộc tính “{name}” không nhận giá trị “{value}”",
    "the attribute “{name}” does not take “{value}”",
    "giá trị được nhận: {allowed}",
    "it takes: {allowed}",
    reason=Wording("giá trị lạ không có cách in trong Word", "Word has no form for another value"),
)
UNKNOWN_STYLE = _rule(
    "T206",
    "unknown-style",
    "không có kiểu “{name}” trong styles.yaml",
    "there is no style “{name}” in styles.yaml",
    "thêm kiểu này vào “paragraphs” của styles.yaml, hoặc dùng kiểu có sẵn",
    "add it to “paragraphs” in styles.yaml, or use one that there is",
    reason=Wording(
        "cỡ chữ, kiểu chữ theo NĐ 30/2020, Phụ lục I nằm trong styles.yaml; kiểu không có thì chữ in theo mặc "
        "định của Word",
        "the sizes and faces of NĐ 30/2020, Phụ lục I stand in styles.yaml; text of no style would print as Word "
        "pleases",
    ),
)
STRAY_TEXT = _rule(
    "T207",
    "stray-text",
    "chữ “{text}” đứng ngoài đoạn văn, trong <{parent}>",
    "the text “{text}” stands outside a paragraph, in <{parent}>",
    'đặt chữ trong <p style="…">',
    'put the text into <p style="…">',
    reason=Wording(
        "chữ ngoài đoạn văn không có chỗ trong tệp Word và sẽ mất",
        "text outside a paragraph has no place in a Word file and would be lost",
    ),
)
UNCLOSED = _rule(
    "T208",
    "unclosed-element",
    "<{name}> mở ở đây chưa được đóng",
    "<{name}> is opened here and not closed",
    "thêm </{name}>",
    "add </{name}>",
    reason=Wording(
        "không biết thành phần này hết ở đâu thì phần còn lại của văn bản nằm cả trong nó",
        "unless it is known where it ends, the rest of the act stands inside it",
    ),
)
NOT_MARKUP = _rule(
    "T209",
    "not-markup",
    "mẫu không tạo ra XML đúng: {reason}",
    "the template does not make sound XML: {reason}",
    "chữ “<” và “&” trong mẫu viết là &lt; và &amp;",
    "in a template “<” and “&” are written &lt; and &amp;",
    reason=Wording(
        "chữ được ghép vào mẫu phải giữ nguyên; một dấu < lạc làm hỏng mọi thứ sau nó",
        "words must come through a template unchanged, and a stray < spoils all that follows",
    ),
)
GRID = _rule(
    "T210",
    "table-grid",
    "dòng có {found} ô lưới, bảng có {expected} cột",
    "the row takes {found} grid cells, the table has {expected} columns",
    "cộng colspan và rowspan của dòng cho đủ số cột trong widths",
    "let the colspan and rowspan of the row add up to the columns of widths",
    reason=Wording(
        "dòng thiếu hay thừa ô làm lệch các cột: nhiệm vụ đứng dưới cột của cơ quan khác",
        "a row short of a cell shifts its columns: tasks stand below somebody else's heading",
    ),
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
