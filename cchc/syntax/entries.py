"""The entries of a mapping while it is read: keys that differ, and merge keys."""

from __future__ import annotations

from cchc.diagnostics import Diagnostic, Example, Related, Rule, Severity, Wording
from cchc.patterns import deferred
from cchc.source import Span
from cchc.syntax.nodes import Entry, Mapping, Node, Scalar, Sequence
from cchc.syntax.spacing import ODD_SPACES, odd_space_at

DUPLICATE_KEY = Rule(
    code="Y024",
    name="duplicate-key",
    severity=Severity.ERROR,
    message=Wording("khóa “{key}” đã có ở dòng {line}", "the key “{key}” stands already in line {line}"),
    hint=Wording(
        "gộp hai phần làm một, hoặc xóa một phần; nếu đây là một mục khác thì bắt đầu mục đó bằng dấu “- ”",
        "join the two, or delete one; if another item begins here, begin it with “- ”",
    ),
    reason=Wording(
        "YAML chỉ giữ một trong hai; nội dung của khóa kia mất",
        "YAML keeps only one of the two, and what the other held is lost",
    ),
    example=Example(wrong="title: Cải cách hành chính\ntitle: Cải cách thể chế", right="title: Cải cách hành chính"),
)

_FIRST_HERE = Wording("khóa này xuất hiện lần đầu ở đây", "the key stands here first")

KEY_NOT_TEXT = Rule(
    code="Y025",
    name="key-not-text",
    severity=Severity.ERROR,
    message=Wording(
        "một danh sách hoặc nhóm trong ngoặc đứng ở chỗ của khóa",
        "a list or a mapping stands where a key belongs",
    ),
    hint=Wording(
        "đặt cả câu trong dấu ngoặc kép nếu dấu ngoặc [ hoặc {{ thuộc về câu",
        "put the whole text in double quotes if the bracket [ or {{ belongs to it",
    ),
    reason=Wording(
        "dấu ngoặc ở đầu dòng mở một danh sách, và YAML lấy cả danh sách làm khóa",
        "a bracket at the beginning opens a list, and YAML takes the whole list for a key",
    ),
    example=Example(
        wrong="body:\n  - title: Giải pháp\n    bullets:\n      - [Dự thảo]: Kế hoạch",
        right='body:\n  - title: Giải pháp\n    bullets:\n      - "[Dự thảo]: Kế hoạch"',
    ),
)

EMPTY_KEY = Rule(
    code="Y026",
    name="empty-key",
    severity=Severity.ERROR,
    message=Wording("thiếu khóa trước dấu hai chấm", "no key stands before the colon"),
    hint=Wording(
        "viết khóa vào trước dấu hai chấm, hoặc đặt cả câu trong dấu ngoặc kép",
        "write a key before the colon, or put the whole text in double quotes",
    ),
    reason=Wording(
        "không có khóa thì không biết nội dung này thuộc phần nào", "without a key nobody knows where this belongs"
    ),
    example=Example(
        wrong="act:\n  kind: decision\n  ?\n  : Ban hành Kế hoạch",
        right="act:\n  kind: decision\n  subject: Ban hành Kế hoạch",
    ),
)

BAD_MERGE = Rule(
    code="Y027",
    name="merge-of-no-mapping",
    severity=Severity.ERROR,
    message=Wording(
        "sau “<<:” phải là một nhóm khóa hoặc một danh sách các nhóm khóa",
        "“<<:” takes a mapping or a list of mappings",
    ),
    hint=Wording(
        "tham chiếu đến một nhóm khóa (“<<: *tên”), hoặc đặt “<<” trong dấu ngoặc kép",
        "refer to a mapping (“<<: *name”), or put “<<” in double quotes",
    ),
    reason=Wording(
        "“<<” gộp các khóa của một nhóm khác vào đây; từ một câu văn thì không có khóa nào để gộp",
        "“<<” takes over the keys of another mapping, and a sentence has none",
    ),
    example=Example(wrong="<<: Cải cách hành chính", right="title: Cải cách hành chính"),
)

DECIMAL_COMMA = Rule(
    code="Y106",
    name="decimal-comma-in-braces",
    severity=Severity.ERROR,
    message=Wording(
        "dấu phẩy cắt “{number}” ra làm hai: trong {{ }} viết số thập phân bằng dấu chấm: {right}",
        "the comma cuts “{number}” in two: in {{ }} decimals are written with a point: {right}",
    ),
    hint=Wording(
        'viết {right}; nếu bảng dùng dấu phẩy thì đặt trong ngoặc kép: "{number}"',
        'write {right}; where the table has commas, put the number in quotes: "{number}"',
    ),
    reason=Wording(
        "trong ngoặc nhọn, dấu phẩy ngăn hai khóa: 1,45 thành số 1 và khóa 45",
        "in braces a comma parts two keys: 1,45 becomes the number 1 and a key 45",
    ),
    example=Example(
        wrong="score: {max: 2, achieved: 1,45}",
        right="score: {max: 2, achieved: 1.45}",
    ),
)
_ALSO_HERE = Wording("ở đây cũng vậy", "here too")
_REST = deferred(r"\d+(?:\.\d+)?\s?%?")


class EntryList:
    """Keys and values as they come, in turn; what is refused is left out and said in ``diagnostics``.

    ``flow``: they stand in ``{…}``, the only place where a comma can cut a number.
    """

    __slots__ = ("_cut", "_key", "_merged", "_own", "diagnostics", "flow")

    def __init__(self, diagnostics: list[Diagnostic], flow: bool) -> None:
        self.diagnostics = diagnostics
        self.flow = flow
        self._own: dict[str, Entry] = {}
        self._merged: dict[str, Entry] = {}
        self._key: Node | None = None
        self._cut: int | None = None
        """Where in ``diagnostics`` these entries have a number that a comma cut."""

    @property
    def awaits_value(self) -> bool:
        """Whether a key has come whose value has not."""
        return self._key is not None

    def take(self, node: Node) -> None:
        """Take the next key or value."""
        key = self._key
        if key is None:
            self._key = node
            return
        self._key = None
        if isinstance(key, Scalar):
            self._add(key, node)
        else:
            self.diagnostics.append(KEY_NOT_TEXT.at(key.span))

    def resolved(self) -> tuple[Entry, ...]:
        """What ``<<`` brings in and no key of its own replaces, then the keys of its own (YAML 1.1, merge key)."""
        if not self._merged:
            return tuple(self._own.values())
        return tuple({**self._merged, **self._own}.values())

    def _add(self, key: Scalar, value: Node) -> None:
        text = key.text
        if key.style == "plain" and not text.isascii():
            key = self._without_odd_spaces(key)
            text = key.text
        if self.flow and self._rejoined(key, value):
            return
        if not text and key.is_null:
            self.diagnostics.append(EMPTY_KEY.at(key.span))
        elif text == "<<" and key.style == "plain":
            self._merge(key, value)
        elif text in self._own:
            first = self._own[text].key.span
            related = Related(first, _FIRST_HERE)
            self.diagnostics.append(DUPLICATE_KEY.at(key.span, related=(related,), key=text, line=first.line))
        else:
            self._own[text] = Entry(key, value)

    def _without_odd_spaces(self, key: Scalar) -> Scalar:
        """``key`` without the no-break or invisible spaces around it, which pasted text brings; they are said."""
        bare = key.text.strip(ODD_SPACES)
        if bare == key.text:
            return key
        self.diagnostics.append(odd_space_at(key))
        return key._replace(text=bare)

    def _rejoined(self, key: Scalar, value: Node) -> bool:
        """Whether ``key`` is what a comma cut off the number before it: this is said, and the number made whole."""
        at, text = key.span.start, key.span.source.text
        if not self._own or text[at - 1 : at] != "," or not _REST.fullmatch(key.text):
            return False
        name, before = next(reversed(self._own.items()))
        number = before.value
        if not isinstance(number, Scalar) or number.span.end != at - 1 or not text[at - 2].isdigit():
            return False
        if number.style != "plain" or not (isinstance(value, Scalar) and value.is_null):
            return False
        whole = Span(key.span.source, number.span.start, key.span.end)
        right = f"{number.text}.{key.text}"
        self._own[name] = Entry(before.key, number._replace(text=right, span=whole))
        self._say_cut(whole, right)
        return True

    def _say_cut(self, number: Span, right: str) -> None:
        """Say it of the first number; of others in the same braces it is shown."""
        if self._cut is None:
            self._cut = len(self.diagnostics)
            self.diagnostics.append(DECIMAL_COMMA.at(number, number=number.text, right=right))
            return
        said = self.diagnostics[self._cut]
        self.diagnostics[self._cut] = said._replace(related=(*said.related, Related(number, _ALSO_HERE)))

    def _merge(self, key: Scalar, value: Node) -> None:
        mappings = value.items if isinstance(value, Sequence) else (value,)
        for mapping in mappings:
            if not isinstance(mapping, Mapping):
                self.diagnostics.append(BAD_MERGE.at(key.span))
                return
            for entry in mapping.entries:
                self._merged.setdefault(entry.key.text, entry)
