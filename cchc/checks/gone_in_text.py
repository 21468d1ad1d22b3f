"""Bodies and levels in running text that are not there any more on the plan's day."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from cchc.checks.around import is_in_cited_act, is_of_the_past, is_quoted, sentence_at
from cchc.checks.context import Context
from cchc.checks.inside import inside
from cchc.checks.succession import ACT_DATE, after, gone_values
from cchc.checks.texts import occurrences
from cchc.diagnostics import Diagnostic, Example, Related, Rule, Severity, Wording
from cchc.patterns import deferred
from cchc.registry.citation_dates import Stretch
from cchc.registry.facts import Body
from cchc.registry.succession import is_gone
from cchc.source import KeyPath, Span

GONE_IN_TEXT = Rule(
    "G113",
    "gone-in-text",
    Severity.WARNING,
    Wording(
        "“{name}” không còn từ ngày {end}{local_vi}; {dated_vi} {day} mà câu chữ còn nhắc ({count} chỗ)",
        "“{name}” is gone since {end}{local_en}; {dated_en} {day}, and its text still names it (places: {count})",
    ),
    Wording("ghi tên cơ quan, cấp kế thừa", "write the name of the body or level that took over"),
    Wording(
        "Kế hoạch soạn từ kế hoạch năm trước thường còn tên cơ quan cũ, cấp huyện ở mục tiêu, nội dung, sản phẩm, phần "
        "kết: không ai thực hiện được. Tên trong viện dẫn, trong ngoặc kép và câu nói về việc đã qua thì không tính. "
        "Mỗi cơ quan được báo một lần.",
        "A plan made out of last year's often keeps bodies that are gone, and the district level, in goals, contents, "
        "outputs, the closing: nobody can carry that out. Names in citations and quotations, and sentences about what "
        "was, do not count. Each body is said once.",
    ),
    Example(
        "act: {kind: decision, date: 2025-12-30}\n# …\noutput: Báo cáo của Sở Kế hoạch và Đầu tư",
        "act: {kind: decision, date: 2025-12-30}\n# …\noutput: Báo cáo của Sở Tài chính",
    ),
)
_ALSO = Wording("ở đây cũng vậy", "here as well")
_SHOWN = 3
"""Places that are shown beside the first."""

_SAID_ELSEWHERE = frozenset(
    ("lead", "support", "agency", "duty_of", "enforcement", "recipients", "issuer", "jurisdiction", "place", "symbol")
)
"""Keys under which G104 and A106 speak of bodies that are gone."""
_COMMITTEES = ("ubnd ", "ủy ban nhân dân ", "uỷ ban nhân dân ")
_LEVEL, _COMMITTEE, _TOWNSHIP = "kind.huyen", "ubnd-cap-huyen", "kind.thi-tran"
_OF_LEVEL = ("huyện", "thị xã", "quận", "thành phố thuộc tỉnh")
_THREE = ("3 cấp", "ba cấp")
_THREE_LEVELS = deferred(
    r"(?<=chính quyền )(?:0?3|ba) cấp\b(?! học)|(?:0?3|ba) cấp (?=chính quyền\b|\(?(?:cấp )?tỉnh\b)"
)
_PRINTED = deferred(
    r"(?:(?:UBND|HĐND|[ỦU][ỷy] ban nhân dân|Hội đồng nhân dân|Công an|Phòng \w+(?: \w+)?) )?(?:(?:các|cấp|03|3) )*$"
)
_OTHERS = (" hđnd", " hội đồng", " của hđnd", " của hội đồng", " chính phủ", " trung ương", " và tôn giáo")
"""What behind a name makes it another body's: the Ban Dân tộc of the HĐND is one of its committees."""


class _Hit(NamedTuple):
    """Where a body is named in the joined texts."""

    start: int
    end: int


def check_gone_in_text(context: Context) -> Iterator[Diagnostic]:
    """Each body or level that is gone on the plan's day and stands in running text, once."""
    gone = {body.id: body for body in context.registry.bodies if is_gone(body, context.day, context.registry)}
    if not gone:
        return
    declared = (name for layout in context.layouts.values() for name, of in layout.fields.items() if of.type == "body")
    fields = _SAID_ELSEWHERE.union(declared)
    for id_, found in _hits(gone, context).items():
        yield from _said(gone.get(id_) or gone[_LEVEL], found, fields, context)


def _hits(gone: Mapping[str, Body], context: Context) -> dict[str, list[_Hit]]:
    """Where the joined texts name what is gone, by its id."""
    joined = context.wordings.joined
    lowered = joined.lower()
    if len(lowered) != len(joined):  # letters whose small form is longer: then only what is written as registered
        lowered = joined
    hits = {body.id: list(_named(body, joined, lowered)) for body in gone.values() if _is_named(body)}
    inner = {lowered.find("huyện", hit.start, hit.end) for found in hits.values() for hit in found}
    if _LEVEL in gone:
        for id_, hit in (*_of_district(context, lowered), *_of_cities(context, joined, lowered)):
            if hit.start not in inner:
                hits.setdefault(id_, []).append(hit)
    if _TOWNSHIP in gone:
        hits[_TOWNSHIP] = list(_whole(lowered, "thị trấn"))
    return hits


def _is_named(body: Body) -> bool:
    """Whether ``body`` is found by its name: provinces and levels are not, nor the committee of every district."""
    return not body.is_territory and body.id != _COMMITTEE


def _named(body: Body, joined: str, lowered: str) -> Iterator[_Hit]:
    for form in dict.fromkeys((body.name, *body.aliases)):
        short = form.replace(" cấp tỉnh", " tỉnh")
        for words in {form.lower(), short.lower()} if short != form else (form.lower(),):
            for hit in _whole(lowered, words):
                if joined[hit.start].isupper() and not lowered.startswith(_OTHERS, hit.end):
                    yield hit


def _whole(text: str, words: str) -> Iterator[_Hit]:
    """Where ``words`` stand in ``text`` with no letter before or behind them."""
    for at in occurrences(text, words):
        end = at + len(words)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            yield _Hit(at, end)


def _of_district(context: Context, lowered: str) -> Iterator[tuple[str, _Hit]]:
    """Where the district level, or its committee, is named; bodies that go on under such a name are left out."""
    going_on = tuple(
        body.name.lower().removesuffix(" cấp huyện")
        for body in context.registry.bodies
        if body.level == "district" and body.valid_to is None
    )
    for words in _OF_LEVEL:
        for hit in _whole(lowered, words):
            before = lowered[max(0, hit.start - 60) : hit.start].removesuffix("cấp ").removesuffix("các ")
            if before.rstrip().endswith(going_on):
                continue
            yield (_COMMITTEE if before.endswith(_COMMITTEES) else _LEVEL), hit
    for words in _THREE:
        for at in occurrences(lowered, words):
            found = _THREE_LEVELS.match(lowered, at - (lowered[at - 1 : at] == "0"))
            if found:
                yield _LEVEL, _Hit(*found.span())


def _of_cities(context: Context, joined: str, lowered: str) -> Iterator[tuple[str, _Hit]]:
    """Committees of cities that are no provinces ("UBND thành phố Gia Nghĩa")."""
    words = [f"{committee}thành phố " for committee in _COMMITTEES]
    found = [(at, at + len(each)) for each in words for at in occurrences(lowered, each)]
    if not found:
        return
    kind = "thành phố "
    names = (body.name.lower() for body in context.registry.bodies if body.level == "province_unit")
    own = tuple(name.removeprefix(kind) for name in names if name.startswith(kind))
    for _, end in found:
        if joined[end : end + 1].isupper() and not lowered.startswith(own, end):
            yield _COMMITTEE, _Hit(end - len(kind), end - 1)


def _said(body: Body, hits: list[_Hit], fields: frozenset[str], context: Context) -> Iterator[Diagnostic]:
    """One finding at the first place in the plan's order, with the next ones beside it."""
    count = 0
    shown: list[tuple[KeyPath, str, Stretch]] = []
    seen: set[int] = set()
    for hit in sorted(hits):
        text, begin = context.wordings.text_at(hit.start)
        if begin in seen:
            continue
        paths = [path for path in context.wordings.paths(hit.start) if not fields.intersection(path)]
        if not paths or _is_by_right(text, hit.start - begin, context):
            continue
        seen.add(begin)
        count += len(paths)
        if len(shown) <= _SHOWN:
            stretch = Stretch(hit.start - begin, hit.end - begin)
            shown += [(path, text, stretch) for path in paths[: 1 + _SHOWN - len(shown)]]
    if not shown:
        return
    spans = [_span(each, context) for each in shown]
    dated = context.places.values.get(("act", "date"))
    related = (*((Related(dated, ACT_DATE),) if dated else ()), *(Related(span, _ALSO) for span in spans[1:]))
    name = spans[0].text if "\n" not in spans[0].text else body.name
    values = gone_values(body, name, context) | {"count": count}
    yield GONE_IN_TEXT.filled(spans[0], values, related=related, hint=after(body, context.day, context))


def _is_by_right(text: str, offset: int, context: Context) -> bool:
    """Whether what is gone may be named at ``offset`` of ``text``."""
    return (
        is_of_the_past(sentence_at(text, offset), context.period.first)
        or is_quoted(text, offset)
        or is_in_cited_act(text, offset)
    )


def _span(place: tuple[KeyPath, str, Stretch], context: Context) -> Span:
    """The words in the file, with what belongs to them before them ("UBND các", "cấp")."""
    path, text, stretch = place
    before = _PRINTED.search(text, 0, stretch.start)
    start = before.start() if before else stretch.start
    return inside(context.places.value(path), text, Stretch(start, stretch.end))
