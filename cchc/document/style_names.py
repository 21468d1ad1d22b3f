"""The names and labels of paragraph styles: those that Word can tell apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cchc.diagnostics import Diagnostic, Related, Rule, Severity, Wording
from cchc.document.style import ParagraphLook
from cchc.patterns import deferred
from cchc.source import SourceMap, Span

RESERVED: Mapping[str, str] = {
    "Normal": "Normal",
    "TableNormal": "Normal Table",
    "Rule": "Đường kẻ",
    "Spacer": "Đoạn đệm",
    "Columns": "Khối nhiều cột",
    "DataTable": "Bảng có đường kẻ",
    "CommentReference": "annotation reference",
    "CommentText": "annotation text",
}
"""The styles that a document has besides those of its sheet: their names and labels. Word knows the last by theirs."""

BAD_NAME = Rule(
    "T305",
    "style-name-form",
    Severity.ERROR,
    Wording("“{name}” không thể là tên kiểu", "“{name}” cannot be the name of a style"),
    Wording(
        "tên kiểu chỉ gồm chữ cái không dấu, chữ số, “-” và “_”, bắt đầu bằng chữ cái, ví dụ ghi-chu; "
        "tên tiếng Việt ghi ở “label”",
        "a name has only unaccented letters, digits, “-” and “_”, and begins with a letter, such as ghi-chu; "
        "“label” takes any words",
    ),
    reason=Wording(
        "tên này thành mã kiểu trong tệp Word, nơi chỉ nhận những ký tự ấy",
        "the name becomes an id inside the Word file, which takes no other characters",
    ),
)
RESERVED_NAME = Rule(
    "T306",
    "style-name-reserved",
    Severity.ERROR,
    Wording("tên kiểu “{name}” đã dành riêng cho chương trình", "the program keeps the style name “{name}” for itself"),
    Wording("đặt tên khác", "choose another name"),
    reason=Wording(
        "tên ấy đã thuộc một phần của tệp; dùng lại thì một trong hai mất kiểu",
        "the name belongs to another part of the file, and one of the two would lose its look",
    ),
)
SAME_NAME = Rule(
    "T307",
    "style-names-alike",
    Severity.ERROR,
    Wording("tên kiểu “{name}” chỉ khác “{other}” ở chữ hoa", "“{name}” and “{other}” differ only in letter case"),
    Wording("đặt tên khác cho một trong hai kiểu", "choose another name for one of the two styles"),
    reason=Wording(
        "Word coi hai tên ấy là một, và một kiểu sẽ lấn kiểu kia",
        "Word takes the two names for one, and one style would override the other",
    ),
)
BAD_LABEL = Rule(
    "T308",
    "style-label-form",
    Severity.ERROR,
    Wording("“{label}” không thể là nhãn của kiểu “{name}”", "“{label}” cannot be the label of the style “{name}”"),
    Wording(
        "viết nhãn dài 1–{longest} ký tự trên một dòng, không có , ; \\ {{ }}, ví dụ Ghi chú",
        "write a label of 1–{longest} characters on one line, without , ; \\ {{ }}, such as Ghi chú",
    ),
    reason=Wording(
        "Word chia nhãn ở dấu phẩy và chấm phẩy, nên kiểu hiện ra với tên khác",
        "Word parts labels at commas and semicolons, so the style would show under other names",
    ),
)
RESERVED_LABEL = Rule(
    "T309",
    "style-label-reserved",
    Severity.ERROR,
    Wording("nhãn “{label}” đã có sẵn trong mọi tệp Word", "every Word file has a style labelled “{label}” already"),
    Wording("đặt nhãn khác", "choose another label"),
    reason=Wording(
        "Word đưa kiểu có sẵn của nó vào thay kiểu này", "Word would put its own style in the place of this one"
    ),
)
SAME_LABEL = Rule(
    "T310",
    "style-labels-alike",
    Severity.ERROR,
    Wording(
        "hai kiểu “{other}” và “{name}” cùng nhãn “{label}”", "“{other}” and “{name}” both have the label “{label}”"
    ),
    Wording("đặt nhãn khác cho một trong hai kiểu", "choose another label for one of the two styles"),
    reason=Wording(
        "trong Word hai kiểu hiện ra như nhau, và Word chỉ giữ một", "Word shows both alike and keeps only one"
    ),
)

_NAME = deferred(r"[A-Za-z][A-Za-z0-9_-]*")
_LABEL = deferred(r"[^,;\\{}\x00-\x1f\x85\u2028\u2029]*")
_LONGEST_LABEL = 253
"""As many characters as Word takes in a style's name."""
_FIRST = Wording("kiểu đầu tiên ở đây", "the first of them is here")


def _same_to_word(text: str) -> str:
    """The same for all names, and for all labels, that Word takes for one."""
    return " ".join(text.split()).casefold()


def check_names(styles: Mapping[str, ParagraphLook], places: SourceMap) -> Iterator[Diagnostic]:
    """Names that are no style ids, labels that are none in Word, and any that two styles have or that are reserved."""
    yield from _names(styles, places)
    yield from _labels(styles, places)


def _names(styles: Mapping[str, ParagraphLook], places: SourceMap) -> Iterator[Diagnostic]:
    reserved = set(map(_same_to_word, RESERVED))
    first: dict[str, str] = {}
    for name in styles:
        place = places.key(("paragraphs", name))
        if not _NAME.fullmatch(name):
            yield BAD_NAME.at(place, name=name)
        elif _same_to_word(name) in reserved:
            yield RESERVED_NAME.at(place, name=name)
        elif (other := first.setdefault(_same_to_word(name), name)) != name:
            yield SAME_NAME.at(place, name=name, other=other, related=_at(places.key(("paragraphs", other))))


def _labels(styles: Mapping[str, ParagraphLook], places: SourceMap) -> Iterator[Diagnostic]:
    reserved = set(map(_same_to_word, RESERVED.values()))
    first: dict[str, str] = {}
    for name, style in styles.items():
        label, place = style.label, places.value(("paragraphs", name, "label"))
        key = _same_to_word(label)
        if not key or len(label) > _LONGEST_LABEL or not _LABEL.fullmatch(label):
            yield BAD_LABEL.at(place, name=name, label=label, longest=_LONGEST_LABEL)
        elif key in reserved:
            yield RESERVED_LABEL.at(place, label=label)
        elif (other := first.setdefault(key, name)) != name:
            related = _at(places.value(("paragraphs", other, "label")))
            yield SAME_LABEL.at(place, name=name, other=other, label=label, related=related)


def _at(span: Span) -> tuple[Related, ...]:
    return (Related(span, _FIRST),)
