"""What an author typed although it prints by itself: labels, signs, names of parts, quotation marks, the issuer."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cchc.checks.context import Context
from cchc.diagnostics import Diagnostic, Edit, Example, Rule, Severity, Wording, excerpt
from cchc.model.act import Article
from cchc.model.blocks import Block, ListKind, Prose, Verbatim, paragraphs
from cchc.model.body import Section
from cchc.model.plan import Plan
from cchc.model.rows import Appendix, Row
from cchc.source import KeyPath, SourceMap, Span

TYPED_LABEL = Rule(
    "D101",
    "typed-label",
    Severity.WARNING,
    Wording(
        "nhãn được tự đánh; “{typed}” gõ trong câu thì in thêm lần nữa",
        "labels are counted by themselves; “{typed}”, typed, prints besides",
    ),
    Wording("chỉ viết: {rest}; nhãn khác thì viết ở “label”", "write only: {rest}; another label goes into “label”"),
    reason=Wording(
        "số thứ tự được đếm khi in, để thêm bớt một mục không phải đánh lại; số gõ tay thì in thành hai số",
        "labels are counted when the act prints, so that a part can be added without renumbering; one typed by "
        "hand prints as a second",
    ),
    example=Example(wrong="body:\n  - title: I. Mục tiêu", right="body:\n  - title: Mục tiêu"),
)
TYPED_WORDS = Rule(
    "D102",
    "typed-words",
    Severity.WARNING,
    Wording(
        "“{typed}” được tự in ở đây; gõ nữa thì in hai lần", "“{typed}” prints here by itself; typed, it prints twice"
    ),
    Wording("chỉ viết: {rest}", "write only: {rest}"),
    reason=Wording(
        "mẫu in sẵn những chữ mà thể thức đòi hỏi (NĐ 30/2020, Phụ lục III); gõ nữa thì thành “Điều 1. Điều 1.”",
        "templates print the words that the decree's forms ask for (NĐ 30/2020, Phụ lục III); typed too, they "
        "make “Điều 1. Điều 1.”",
    ),
    example=Example(
        wrong="act:\n  kind: decision\n  articles:\n    - Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.",
        right="act:\n  kind: decision\n  articles:\n    - Ban hành kèm theo Quyết định này Kế hoạch.",
    ),
)
TYPED_ISSUER = Rule(
    "D103",
    "typed-issuer",
    Severity.WARNING,
    Wording(
        "tên cơ quan ban hành được tự in sau chức danh; “{typed}” gõ nữa thì in hai lần",
        "the issuer's name prints behind the office by itself; “{typed}”, typed, prints twice",
    ),
    Wording("chỉ viết: {rest}", "write only: {rest}"),
    reason=Wording(
        "dòng thẩm quyền gồm chức vụ và tên cơ quan (NĐ 30/2020, Phụ lục III, Mẫu 1.2); tên được suy từ "
        "“jurisdiction”, “issuer”",
        "the authority line has the office and the body (NĐ 30/2020, Phụ lục III, Mẫu 1.2); the body follows from "
        "“jurisdiction” or “issuer”",
    ),
    example=Example(
        wrong="jurisdiction: Đắk Nông\nact:\n  kind: decision\n  authority: Chủ tịch UBND tỉnh Đắk Nông",
        right="jurisdiction: Đắk Nông\nact:\n  kind: decision\n  authority: Chủ tịch",
    ),
)
TYPED_QUOTES = Rule(
    "D104",
    "typed-quotes",
    Severity.WARNING,
    Wording(
        "dấu ngoặc kép quanh chủ đề được tự in; gõ nữa thì in hai lần",
        "the quotation marks around the theme print by themselves; typed, they print twice",
    ),
    Wording("chỉ viết: {rest}", "write only: {rest}"),
    reason=Wording(
        "mẫu in chủ đề trong dấu ngoặc kép; gõ thêm thì thành ““…””",
        "the template prints the theme in quotation marks; with more of them it reads ““…””",
    ),
    example=Example(wrong="theme: “Chính quyền số”", right="theme: Chính quyền số"),
)
_NOTHING_LEFT = Wording("bỏ phần này, hoặc viết nội dung của nó", "leave it out, or write what it is about")

_NO_LABEL = "none"


class _Printed(NamedTuple):
    """Something that prints by itself, as people type it: its pattern.

    ``words``, in lower case, are those with which it may begin. Few texts do, and a pattern that none reaches is not
    compiled: compiling all of them takes longer than judging a plan.
    """

    pattern: str
    words: tuple[str, ...] = ("",)


# Letter case counts in numerals. A number needs a sign behind it ("1.500 hồ sơ", "24/7" are prose), or a capital, which
# the group "bare" asks for ("Nhiệm vụ 5 năm" is prose).
_NUMBER = r"\d{1,2}(?:\.\d{1,2})*"
_COUNTED = rf"\s+(?:{_NUMBER}|[IVX]{{1,6}})(?:\s*[.:)/](?!\d)\s*|\s+[-–—]\s+|(?P<bare>\s+)|$)"
_LETTER_NEXT = r"\s*(?!\w\.)(?=[^\W\d_])"
_COUNTING = ("phần", "mục", "nhóm", "lĩnh vực", "kết quả", "nhiệm vụ", "hoạt động", "tiêu chí", "chỉ số")
"""The words with which labels of sections and rows begin."""
_DASH = (_Printed(r"[-–—+•*]\s+", ("-", "–", "—", "+", "•", "*")),)
_LABELS = (
    _Printed(
        rf"(?:{_NUMBER}|[IVX]{{1,6}})(?:\.{_LETTER_NEXT}|[)/]\s+)|[IVX]{{1,6}}\s+[-–—]\s+"
        rf"|[A-Za-zĐđ](?:\.(?=\s){_LETTER_NEXT}|\){_LETTER_NEXT})|\(\d{{1,2}}\)\s*"
    ),
    _Printed(r"\d{1,2}(?:\.\d{1,2})+(?P<bare>\s+)", tuple("0123456789")),
    _Printed(rf"(?i:{'|'.join(_COUNTING)}){_COUNTED}", _COUNTING),
)
_ITEMS: dict[ListKind, tuple[_Printed, ...]] = {
    "bullets": _DASH,
    "points": (_Printed(r"[a-zđ](?:\)\s*|\.\s+)"),),
    "clauses": (_Printed(rf"{_NUMBER}[.)]\s*(?=[^\W\d_])", tuple("0123456789")),),
    "numbers": (_Printed(r"\(\d{1,2}\)\s*", ("(",)),),
}
_ARTICLE = (_Printed(r"(?i:điều)\s+\d{1,2}\s*[.:]\s*", ("điều ",)),)
_ARCHIVE = (_Printed(r"(?i:lưu)(?:\s*:\s*|\s+(?!(?i:trữ)))", ("lưu",)),)
_APPENDIX = (_Printed(rf"(?i:phụ lục)(?:{_COUNTED}|\s*:\s*|(?P<unnumbered>\s+))", ("phụ lục",)),)
_PLAN = (_Printed(r"(?i:kế hoạch)\s*(?::\s*|\s(?!(?i:hóa|hoá|và)\b))", ("kế hoạch",)),)
_THEME = (_Printed(r"(?i:chủ đề)(?:\s+(?i:năm)\s+\d{4})?\s*(?::\s*|(?=[“\"«]))", ("chủ đề",)),)
_COMMITTEE = r"(?i:\b(?:UBND|HĐND|ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân)\b)"
_QUOTES = frozenset('“”"«»')


class _Place(NamedTuple):
    """A text, and what prints before it by itself."""

    rule: Rule
    path: KeyPath
    text: str
    printed: tuple[_Printed, ...]


def check_typed(context: Context) -> Iterator[Diagnostic]:
    """Beginnings of texts that the program prints by itself, the theme's quotation marks, the issuer in its head."""
    plan, places = context.plan, context.places
    for place in _places(context):
        typed = _typed(place.text, place.printed)
        if typed:
            span, rest = places.value(place.path), place.text[len(typed) :]
            # A dash or “Lưu:” says nothing; a number may be one that the text speaks of elsewhere.
            sure = bool(rest.strip()) and place.printed in (_DASH, _ARCHIVE)
            yield _said(place.rule, span, typed, rest, _without(span, typed) if sure else ())
    yield from _theme(plan, places)
    yield from _authority(plan, places)


def _typed(text: str, printed: tuple[_Printed, ...]) -> str:
    """What ``text`` begins with and is one of ``printed``; empty where nothing is."""
    beginning = text[:20].lower()
    for pattern, words in printed:
        found = _pattern(pattern).match(text) if beginning.startswith(words) else None
        if found and (found.lastgroup is None or text[found.end() : found.end() + 1].isupper()):
            return found[0]
    return ""


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _said(rule: Rule, span: Span, typed: str, rest: str, edits: tuple[Edit, ...] = ()) -> Diagnostic:
    hint = None if rest.strip() else _NOTHING_LEFT
    return rule.at(span.of(typed.strip()), typed=typed.strip(), rest=excerpt(rest.strip()), hint=hint, edits=edits)


def _without(span: Span, typed: str) -> tuple[Edit, ...]:
    """The edit that takes away ``typed``, where it stands in ``span`` as it reads."""
    place = span.of(typed)
    return (Edit(place, ""),) if place.text == typed else ()


def _without_ends(span: Span, quoted: str) -> tuple[Edit, ...]:
    """The edits that take away the first and the last character of ``quoted``, as above."""
    place = span.of(quoted)
    if place.text != quoted:
        return ()
    first = Span(place.source, place.start, place.start + 1)
    last = Span(place.source, place.end - 1, place.end)
    return Edit(first, ""), Edit(last, "")


def _places(context: Context) -> Iterator[_Place]:
    """Every text before which something prints by itself."""
    plan = context.plan
    yield from _of_act(plan)
    if plan.title:
        yield _Place(TYPED_WORDS, ("title",), plan.title, _PLAN)
    for path, part in context.parts:
        match part:
            case Row() if part.label != _NO_LABEL:
                yield from _opening(TYPED_LABEL, (*path, "title"), part.title, _LABELS)
            case Appendix():
                yield _Place(TYPED_WORDS, (*path, "title"), part.title, _APPENDIX)
            case Block():
                if isinstance(part, Section) and part.heading and part.label != _NO_LABEL:
                    yield _Place(TYPED_LABEL, (*path, "title" if part.title else "agency"), part.heading, _LABELS)
                yield from _items(path, part)


def _of_act(plan: Plan) -> Iterator[_Place]:
    for index, article in enumerate(plan.act.articles):
        path: KeyPath = ("act", "articles", index)
        if isinstance(article, Article) and article.text is None:
            yield from _opening(TYPED_WORDS, (*path, "enforcement"), article.enforcement, _ARTICLE)
        else:
            yield from _opening(TYPED_WORDS, path, article, _ARTICLE)
    for index, recipient in enumerate(plan.act.recipients):
        yield from _opening(TYPED_WORDS, ("act", "recipients", index), recipient, _DASH)
    yield from _opening(TYPED_WORDS, ("act", "archive"), plan.act.archive, _ARCHIVE)


def _items(path: KeyPath, block: Block) -> Iterator[_Place]:
    for kind, items in block.lists():
        for index, item in enumerate(items):
            if isinstance(item, str) or item.label != _NO_LABEL:
                yield from _opening(TYPED_LABEL, (*path, kind, index), item, _ITEMS[kind])


def _opening(
    rule: Rule, path: KeyPath, prose: Prose | Verbatim | None, printed: tuple[_Printed, ...]
) -> Iterator[_Place]:
    """The first paragraph of ``prose``, where it has one and something prints before it."""
    if isinstance(prose, Verbatim):
        return
    if isinstance(prose, Block):
        path = (*path, "text", *((0,) if isinstance(prose.text, tuple) else ()))
        prose = next(iter(paragraphs(prose.text)), None)
    if prose:
        yield _Place(rule, path, prose.lstrip(), printed)


def _theme(plan: Plan, places: SourceMap) -> Iterator[Diagnostic]:
    """The words before the theme, or the quotation marks around it."""
    if plan.theme is None:
        return
    typed = _typed(plan.theme, _THEME)
    bare = plan.theme[len(typed) :].strip()
    inside = bare[1:-1]
    quoted = bool(inside) and {bare[0], bare[-1]} <= _QUOTES and _QUOTES.isdisjoint(inside)
    if typed:
        yield _said(TYPED_WORDS, places.value(("theme",)), typed, inside if quoted else bare)
    elif quoted:
        span = places.value(("theme",))
        yield TYPED_QUOTES.at(span, rest=excerpt(inside), edits=_without_ends(span, bare))


def _authority(plan: Plan, places: SourceMap) -> Iterator[Diagnostic]:
    """The issuer's name inside that of its head, where the issuer prints at all."""
    authority, issuer = plan.act.authority, plan.act.issuer
    if authority is None or not (issuer or plan.jurisdiction):
        return
    found = re.search(_COMMITTEE, authority)
    start = found.start() if found else authority.casefold().find(issuer.casefold()) if issuer else -1
    if start >= 0:
        yield _said(TYPED_ISSUER, places.value(("act", "authority")), authority[start:], authority[:start])
