"""What the act says of its own parts: the plan's name, its appendices, its articles."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cchc.checks.context import Context
from cchc.checks.inside import inside
from cchc.checks.texts import Texts
from cchc.diagnostics import Diagnostic, Example, Related, Rule, Severity, Wording, excerpt
from cchc.language.enumerators import read_roman
from cchc.language.folding import fold
from cchc.lower.names import appendix_name
from cchc.patterns import deferred
from cchc.registry.citation_dates import Stretch
from cchc.source import KeyPath, Span

ABSENT = Rule(
    "V121",
    "appendix-absent",
    Severity.WARNING,
    Wording(
        "nhắc tới “{words}”, nhưng kế hoạch không có phụ lục nào",
        "it speaks of “{words}”, but the plan has no appendix",
    ),
    Wording(
        "thêm phụ lục vào “appendices”, hoặc bỏ câu này", "add the appendix under “appendices”, or take the words out"
    ),
    Wording(
        "Người thực hiện tìm phần việc của mình ở phụ lục được nhắc tới; phụ lục quên kèm thì văn bản thiếu nội dung.",
        "Who has to act looks for the work in the appendix that is named; without it the act lacks a part.",
    ),
    Example("text: Nhiệm vụ của từng cơ quan tại Phụ lục kèm theo.", "text: Nhiệm vụ của từng cơ quan nêu dưới đây."),
)
UNANNOUNCED = Rule(
    "V122",
    "appendix-unannounced",
    Severity.WARNING,
    Wording("không chỗ nào trong văn bản nhắc tới {name}", "no text of the act speaks of {name}"),
    Wording(
        "thêm lời dẫn, ví dụ “(Chi tiết tại {reference})”, với “id: {id}” ở phụ lục",
        "point to it, such as “(Chi tiết tại {reference})”, with “id: {id}” on the appendix",
    ),
    Wording(
        "Văn bản có phụ lục thì trong văn bản phải có chỉ dẫn về phụ lục đó (Nghị định 30/2020/NĐ-CP, Phụ lục I mục "
        "III.1a).",
        "An act that has an appendix must point to it in its text (Nghị định 30/2020/NĐ-CP, Phụ lục I mục III.1a).",
    ),
    Example(
        "body:\n  - title: Nhiệm vụ\n    text: Các cơ quan thực hiện nhiệm vụ được giao.\n"
        "appendices:\n  - {title: Danh mục nhiệm vụ, layout: tasks, tasks: [{title: Rà soát thủ tục}]}",
        'body:\n  - title: Nhiệm vụ\n    text: "Các cơ quan thực hiện nhiệm vụ tại <#nhiem-vu>."\n'
        "appendices:\n  - {id: nhiem-vu, title: Danh mục nhiệm vụ, layout: tasks, tasks: [{title: Rà soát thủ tục}]}",
    ),
)
_TWO_LISTS = (
    "appendices:\n"
    "  - {title: Danh mục nhiệm vụ, layout: tasks, tasks: [{title: Rà soát thủ tục}]}\n"
    "  - {title: Danh mục văn bản, layout: tasks, tasks: [{title: Rà soát văn bản}]}"
)
_TWO_LISTS_NAMED = _TWO_LISTS.replace("{title: Danh mục nhiệm vụ,", "{id: nhiem-vu, title: Danh mục nhiệm vụ,")
OTHER_NAME = Rule(
    "V123",
    "no-such-appendix",
    Severity.WARNING,
    Wording("không có “{words}”: kế hoạch {has_vi}", "there is no “{words}”: the plan {has_en}"),
    Wording("ghi đúng phụ lục muốn nói", "name the appendix that is meant"),
    Wording(
        "Tên phụ lục được tự đánh (Phụ lục I, Phụ lục II; một phụ lục thì không có số); gõ tay thì chỉ tới chỗ "
        "không có.",
        "Appendices are named by themselves (Phụ lục I, Phụ lục II; a single one has no number); typed by hand, a name "
        "may be of none.",
    ),
    Example(
        wrong="opening: (Tại Phụ lục 01 kèm theo)\n" + _TWO_LISTS,
        right="opening: (Tại <#nhiem-vu> kèm theo)\n" + _TWO_LISTS_NAMED,
    ),
)
BY_HAND = Rule(
    "V124",
    "appendix-by-hand",
    Severity.NOTE,
    Wording("“{words}” gõ tay ({count} chỗ)", "“{words}” is typed by hand (places: {count})"),
    Wording("viết <#{id}>, với “id: {id}” ở phụ lục đó", "write <#{id}>, with “id: {id}” on that appendix"),
    Wording(
        "Số của phụ lục đổi khi thêm, bớt, đổi chỗ phụ lục; <#id> in số đúng, chữ gõ tay thì ở lại.",
        "An appendix's number changes when others come and go; <#id> prints the right one, what is typed stays.",
    ),
    Example(
        wrong="opening: Nhiệm vụ tại Phụ lục I\n" + _TWO_LISTS,
        right="opening: Nhiệm vụ tại <#nhiem-vu>\n" + _TWO_LISTS_NAMED,
    ),
)
_SEVERAL = Wording("có {count} phụ lục ({names})", "has {count} appendices ({names})")
_ONE = Wording(
    "chỉ có một phụ lục, in là “{names}”, không đánh số", "has one appendix, which prints as “{names}” without a number"
)
_UNNUMBERED = Wording(
    "viết “{named}”; nếu là phụ lục khác, thêm phụ lục đó vào “appendices”",
    "write “{named}”; where another is meant, add it under “appendices”",
)
_WRITE = Wording("viết: {named}", "write: {named}")
_HERE_TOO = Wording("ở đây cũng vậy", "here too")
NO_ARTICLE = Rule(
    "V113",
    "no-such-article",
    Severity.WARNING,
    Wording(
        "Quyết định này không có {words}, chỉ có {count} điều", "this decision has no {words}; its articles are {count}"
    ),
    Wording("sửa số của điều, hoặc viết <#id> của điều đó", "mend the number, or write the article's <#id>"),
    Wording(
        "Điều được đánh số theo thứ tự; số gõ tay không đổi theo khi thêm, bớt điều.",
        "Articles are counted in their order; a number typed by hand does not follow.",
    ),
    Example.within(
        "act:\n  kind: decision\n  articles:\n___",
        wrong="    - Các cơ quan nêu tại Điều 5 Quyết định này tổ chức thực hiện.\n"
        "    - Các sở, ngành chịu trách nhiệm thi hành Quyết định này.",
        right="    - Các cơ quan nêu tại <#thi-hanh> Quyết định này tổ chức thực hiện.\n"
        '    - {id: thi-hanh, text: "Các sở, ngành chịu trách nhiệm thi hành Quyết định này."}',
    ),
)

_APPENDIX = "phụ lục"
_OWN = frozenset(("quyết định", "kế hoạch", "văn bản"))
"""What this act may call itself: "ban hành kèm theo Kế hoạch này"."""
_NUMBER = deferred(r"\s+(?:số\s+)?(?P<number>[IVX]{1,6}|\d{1,2}|[A-Z])(?![\w.,]*\d|\w)")
_ANNOUNCING = frozenset(("tại", "theo", "trong", "ở", "xem"))
"""The word before an appendix that is there; "xây dựng phụ lục" is one still to be made."""
_LISTING = frozenset(("như", "có", "các", "và", "thuộc", "với", "này", "của", "từng", "sau"))
"""Words before an appendix that announce it where nothing more is said of it; "các phụ lục hợp đồng" are others."""
_ATTACHED = ("đính kèm", "kèm theo", "gửi kèm", "ban hành kèm", "được ban hành", "dưới đây", "này", "của kế hoạch này")
"""What stands behind an appendix of this act."""
_BETWEEN = frozenset(
    ("ban", "hành", "được", "đã", "của", "tại", "kèm", "theo", "thuộc", "phê", "duyệt", "đính", "gửi", "và", "số")
)
_ACTS = frozenset(
    (
        *("nghị định", "thông tư", "quyết định", "nghị quyết", "công văn", "chỉ thị", "kế hoạch", "đề án"),
        *("chương trình", "hướng dẫn", "văn bản", "luật", "hợp đồng"),
    )
)
"""What an appendix of another act has behind it: "ban hành kèm theo Thông tư"."""


_OTHER_WORDS = deferred(r"\b(?:danh mục|biểu|bảng|biểu mẫu)\b[^.;]{0,40}\b(?:kèm theo|đính kèm)", re.IGNORECASE)
"""An attachment that is not called an appendix."""


@cache
def _article() -> re.Pattern[str]:
    """An article of this decision."""
    behind = r"\s+(?:của\s+)?(?i:Quyết định) này|\s*(?:[.;,)]\s*)?$|\s+(?:chịu trách nhiệm|tổ chức thực hiện)"
    return re.compile(rf"\bĐiều (?P<number>\d{{1,3}})\b(?={behind})")


class _Mention(NamedTuple):
    """An appendix of this act that a text names: with its number as typed, or any of them."""

    path: KeyPath
    text: str
    at: Stretch
    number: str | None


def check_announced(context: Context) -> Iterator[Diagnostic]:
    """Appendices that are announced and absent, or there and never announced; names and numbers that nothing bears."""
    mentions = list(_mentions(context))
    if context.plan.appendices:
        yield from _names(mentions, context)
        yield from _unannounced(mentions, context)
    else:
        for each in mentions:
            place = inside(context.places.value(each.path), each.text, each.at)
            yield ABSENT.at(place, words=each.at.of(each.text))
    yield from _articles(context)


def _mentions(context: Context) -> Iterator[_Mention]:
    """Where the texts speak of appendices of this act."""
    # Both cases of the first letter; what is folded costs more than all the rest.
    for path, text in context.wordings.having("hụ lục", "HỤ LỤC"):
        if (path[-1] == "title" and path[:1] == ("appendices",) and len(path) == 3) or path[0] in (
            "numbering",
            "layouts",
        ):
            continue
        lowered = text.lower()
        start = lowered.find(_APPENDIX)
        while start >= 0:
            named = _NUMBER.match(text, start + len(_APPENDIX))
            end = named.end() if named else start + len(_APPENDIX)
            if _is_own(lowered, start, end, named is not None):
                yield _Mention(path, text, Stretch(start, end), named["number"] if named else None)
            start = lowered.find(_APPENDIX, end)


def _is_own(text: str, start: int, end: int, numbered: bool) -> bool:
    """Whether an appendix of this act is meant: not one of another act, nor one that is still to be made."""
    behind = text[end : end + 120]
    if _of_another(behind.replace(",", " ").replace("(", " ").split()):
        return False
    before = text[max(0, start - 30) : start].rstrip()
    word = before.split()[-1] if before else ""
    ends = not behind.strip() or behind.lstrip()[0] in ".,;)”"
    announced = not before or before[-1] in "(:;,“" or word in _ANNOUNCING or (word in _LISTING and ends)
    return numbered or announced or behind.lstrip().startswith(_ATTACHED)


def _of_another(words: list[str]) -> bool:
    """Whether ``words`` behind an appendix name the act to which it belongs, and that is not this one."""
    index = 0
    while index < len(words) and (words[index] in _BETWEEN or words[index].isdigit() or not words[index].strip("ivx")):
        index += 1
    for length in (1, 2):
        act = " ".join(words[index : index + length])
        if act in _ACTS:
            return act not in _OWN or not "".join(words[index + length : index + length + 1]).startswith("này")
    return False


def _printed(context: Context) -> list[str]:
    count = len(context.plan.appendices)
    return [appendix_name(index, count, context.plan.counted.appendices) for index in range(count)]


def _names(mentions: list[_Mention], context: Context) -> Iterator[Diagnostic]:
    names = _printed(context)
    by_name = {fold(name): index for index, name in enumerate(names)}
    typed: list[tuple[_Mention, int]] = []
    for each in mentions:
        if each.number is None:
            continue
        index = by_name.get(fold(each.at.of(each.text)))
        if index is not None:
            typed.append((each, index))
            continue
        place = inside(context.places.value(each.path), each.text, each.at)
        yield _other_name(each, names, place, context)
    if typed:
        places = [inside(context.places.value(each.path), each.text, each.at) for each, _ in typed]
        first, index = typed[0]
        related = tuple(Related(place, _HERE_TOO) for place in places[1:])
        words = first.at.of(first.text)
        yield BY_HAND.at(places[0], words=words, count=len(typed), id=_id(context, index), related=related)


def _other_name(mention: _Mention, names: list[str], place: Span, context: Context) -> Diagnostic:
    has = (_SEVERAL if len(names) > 1 else _ONE).fill({"count": len(names), "names": excerpt(", ".join(names))})
    meant = _meant(mention, names)
    named, hint = "", None
    if len(names) == 1:
        named, hint = names[0], _UNNUMBERED
    elif meant is not None:
        id_ = context.plan.appendices[meant].id
        named, hint = (f"<#{id_}>", _WRITE) if id_ else (f"“{names[meant]}”", _WRITE)
    words = mention.at.of(mention.text)
    return OTHER_NAME.at(place, hint=hint, words=words, has_vi=has.vi, has_en=has.en, named=named)


def _id(context: Context, index: int) -> str:
    return context.plan.appendices[index].id or f"phu-luc-{index + 1}"


def _unannounced(mentions: list[_Mention], context: Context) -> Iterator[Diagnostic]:
    """Appendices that no text points to. Words without a number, or with one that none has, may mean any."""
    names = _printed(context)
    told = {_meant(each, names) for each in mentions}
    if None in told:
        return
    for index, appendix in enumerate(context.plan.appendices):
        referred = appendix.id is not None and f"<#{appendix.id}>" in context.wordings.joined
        if referred or index in told or _in_other_words(context.wordings):
            continue
        place = context.places.value(("appendices", index, "title"))
        id_ = _id(context, index)
        yield UNANNOUNCED.at(place, name=f"{names[index]} “{excerpt(appendix.title)}”", id=id_, reference=f"<#{id_}>")


def _meant(mention: _Mention, names: list[str]) -> int | None:
    """Which appendix is meant, by its name or its number; None where it may be any."""
    typed = fold(mention.at.of(mention.text))
    number = mention.number or ""
    for index, name in enumerate(names):
        counted = int(number) if number.isdigit() else read_roman(number)
        if fold(name) == typed or counted == index + 1:
            return index
    return None


def _in_other_words(texts: Texts) -> bool:
    """Whether a text announces what is attached without calling it an appendix: "(danh mục kèm theo)"."""
    return any(_OTHER_WORDS.search(text) for _, text in texts.having("kèm"))


def _articles(context: Context) -> Iterator[Diagnostic]:
    act = context.plan.act
    count = len(act.articles)
    if act.kind != "decision" or not count:
        return
    for path, text in context.wordings.having("Điều "):
        # Whom “Như Điều 3” among the recipients names has a rule of its own.
        if path[:2] in (("act", "recipients"), ("act", "bases"), ("act", "proposal")):
            continue
        for found in _article().finditer(text):
            if int(found["number"]) > count:
                stretch = Stretch(found.start(), found.end())
                yield NO_ARTICLE.at(inside(context.places.value(path), text, stretch), words=found[0], count=count)
