"""Size, weight, slope and case of every element (Phụ lục I, Mục II and the table of Mục V)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from tests.form.anatomy import LABEL, Act, label_of
from tests.form.cascade import Letters
from tests.form.rules.rule import RULES, Check, Rule
from tests.form.word_act import Line


class Type(NamedTuple):
    """How an element is set. ``case``: upper, sentence (a capital first, not all capitals) or any."""

    name: str
    clause: str
    element: str
    lines: Callable[[Act], Iterable[Line]]
    sizes: tuple[float, float]
    bold: bool = False
    italic: bool = False
    case: str = "sentence"


def _of_own_name(act: Act) -> Iterator[Line]:
    for part in act.headed:
        yield from (line for line in act.issuer(part) if line.text)


def _titles(act: Act, kind: str) -> Iterator[Line]:
    return (line for line in act.labelled(kind) if act.is_title(line))


def _untitled(act: Act, kind: str) -> Iterator[Line]:
    """Lines of a kind that are text, in the body and in articles."""
    found = [*act.labelled(kind), *(line for line in _of_articles(act) if label_of(line, kind))]
    return (line for line in found if not act.is_title(line))


def _of_articles(act: Act) -> list[Line]:
    return act.articles if act.known.kind == "decision" else []


def _unlabelled(act: Act) -> Iterator[Line]:
    """Paragraphs of the body and of articles without a label."""
    lines = [*act.body, *(line for line in _of_articles(act) if not line.text.startswith("Điều "))]
    return (line for line in lines if not LABEL.match(line.text))


def _if_decision(lines: Callable[[Act], Iterable[Line]]) -> Callable[[Act], Iterable[Line]]:
    return lambda act: lines(act) if act.known.kind == "decision" else ()


def _attached_lines(act: Act, to_plan: bool) -> Iterator[Line]:
    return (line for part, line in act.attached_lines if (part is act.plan) == to_plan)


def _appendix_heads(act: Act, index: int) -> Iterator[Line]:
    return (act.appendix_head(appendix)[index] for appendix in act.appendices)


TYPES = (
    Type("T1", "Mục II.1a", "Quốc hiệu", lambda a: map(a.national_name, a.headed), (12, 13), bold=True, case="upper"),
    Type("T2", "Mục II.1b", "Tiêu ngữ", lambda a: map(a.motto, a.headed), (13, 14), bold=True),
    Type(
        "T3",
        "Mục II.2b",
        "Tên cơ quan chủ quản",
        lambda a: (line for part in a.headed for line in a.parent(part)),
        (12, 13),
        case="upper",
    ),
    Type("T4", "Mục II.2b", "Tên cơ quan ban hành", _of_own_name, (12, 13), bold=True, case="upper"),
    Type("T5", "Mục II.3c", "Số, ký hiệu", lambda a: [a.number], (13, 13)),
    Type("T6", "Mục II.4c", "Địa danh và thời gian", lambda a: [a.place_and_date], (13, 14), italic=True),
    Type("T7", "Mục II.5b", "Tên loại", lambda a: map(a.type_name, a.headed), (13, 14), bold=True, case="upper"),
    Type("T8", "Mục II.5b", "Trích yếu", lambda a: map(a.subject, a.headed), (13, 14), bold=True),
    Type(
        "T10",
        "Phụ lục III, Mẫu 1.2 và 1.3",
        "Thẩm quyền ban hành",
        _if_decision(lambda a: [a.authority]),
        (13, 14),
        bold=True,
        case="upper",
    ),
    Type("T11", "Mục II.6a", "Căn cứ", _if_decision(lambda a: a.bases), (13, 14), italic=True),
    Type(
        "T12",
        "Phụ lục III, Mẫu 1.2 và 1.3",
        "QUYẾT ĐỊNH:",
        _if_decision(lambda a: [a.enacting]),
        (13, 14),
        bold=True,
        case="upper",
    ),
    Type("T13", "Mục II.6đ", "Phần và tiêu đề", lambda a: a.labelled("part"), (13, 14), bold=True, case="any"),
    Type("T16", "Mục V", "I. TÊN MỤC", lambda a: a.labelled("muc"), (13, 14), bold=True, case="upper"),
    Type("T17", "Mục II.6đ", "Khoản có tiêu đề", lambda a: _titles(a, "khoan"), (13, 14), bold=True),
    Type("T18", "Mục II.6đ", "Khoản không có tiêu đề", lambda a: _untitled(a, "khoan"), (13, 14)),
    Type("T19", "Mục II.6đ", "Điểm", lambda a: [*_titles(a, "diem"), *_untitled(a, "diem")], (13, 14)),
    Type("T20", "Mục II.6e", "Nội dung", _unlabelled, (13, 14), case="any"),
    Type("T21", "Mục II.7đ", "Quyền hạn, chức vụ", lambda a: a.capacity, (13, 14), bold=True, case="upper"),
    Type("T22", "Mục II.7đ", "Họ tên người ký", lambda a: [a.signatory], (13, 14), bold=True),
    Type("T23", "Mục II.9d", "Nơi nhận:", lambda a: [a.recipients_head], (12, 12), bold=True, italic=True),
    Type("T24", "Mục II.9d", "Danh sách nơi nhận", lambda a: a.recipients, (11, 11), case="any"),
    Type("T26", "Mục III.1b", "Phụ lục I", lambda a: _appendix_heads(a, 0), (14, 14), bold=True),
    Type(
        "T27",
        "Mục III.1b",
        "Tên phụ lục",
        lambda a: _appendix_heads(a, 1),
        (13, 14),
        bold=True,
        case="upper",
    ),
    Type(
        "T28",
        "Mục III.1c",
        "Kèm theo, của phụ lục",
        lambda a: _attached_lines(a, to_plan=False),
        (13, 14),
        italic=True,
        case="any",
    ),
    Type(
        "T28a",
        "Phụ lục III, Mẫu 1.3",
        "Kèm theo, của kế hoạch",
        lambda a: _attached_lines(a, to_plan=True),
        (13, 14),
        italic=True,
        case="any",
    ),
    Type(
        "T31",
        "Mục I.7",
        "Số trang",
        lambda a: (line for p in a.file.parts for line in p.paper.headers["default"]),
        (13, 14),
        case="any",
    ),
)


def _check(kind: Type) -> Check:
    def check(act: Act) -> Iterator[str]:
        for line in kind.lines(act):
            yield from (f"{line.text!r}: {fault}" for fault in _faults(line, kind))

    check.__doc__ = (
        f"{kind.element}: {kind.sizes[0]}–{kind.sizes[1]} pt, {'bold' if kind.bold else 'regular'}, "
        f"{'italic' if kind.italic else 'upright'}, {kind.case} case."
    )
    return check


def _faults(line: Line, kind: Type) -> Iterator[str]:
    for letters in line.letters:
        yield from _faults_of_letters(letters, kind)
    words = line.text.partition(":")[0] if kind.name == "T5" else LABEL.sub("", line.text, count=1)
    if kind.case == "upper" and words != words.upper():
        yield "not in capitals"
    if kind.case == "sentence" and (not words[:1].isupper() or words == words.upper()):
        yield "not in small letters with a capital first"


def _faults_of_letters(letters: Letters, kind: Type) -> Iterator[str]:
    if not kind.sizes[0] <= letters.size <= kind.sizes[1] or letters.size * 2 % 1:
        yield f"{letters.size} pt"
    if letters.bold != kind.bold:
        yield "weight"
    if letters.italic != kind.italic:
        yield "slope"


def _clause(kind: Type) -> str:
    return kind.clause if kind.clause.startswith("Phụ lục") else f"Phụ lục I, {kind.clause}"


RULES.update({kind.name: Rule(kind.name, _clause(kind), False, _check(kind)) for kind in TYPES})
