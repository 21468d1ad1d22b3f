"""Capitals of bodies, units and cited parts (Nghị định 30/2020/NĐ-CP, Phụ lục II)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from cchc.checks.context import Context
from cchc.checks.texts import Texts, occurrences
from cchc.diagnostics import Diagnostic, Example, Related, Rule, Severity, Wording
from cchc.registry.registry import Registry

BODY = Rule(
    "N112",
    "capitals-of-a-body",
    Severity.WARNING,
    Wording("viết hoa sai tên cơ quan “{words}”", "the capitals of “{words}” are wrong"),
    Wording("viết: {right}", "write: {right}"),
    reason=Wording(
        "tên cơ quan viết hoa chữ đầu của từ chỉ loại hình và của từ chỉ chức năng, lĩnh vực: Sở Nội vụ, Bộ Tài "
        "chính; “nhân dân” "
        "trong tên cơ quan viết thường: Ủy ban nhân dân, Hội đồng nhân dân (Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục "
        "IV)",
        "the name of a body has a capital for the kind of body and for its function: Sở Nội vụ, Bộ Tài chính; “nhân "
        "dân” inside a "
        "body's name stays small: Ủy ban nhân dân, Hội đồng nhân dân (Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục IV)",
    ),
    example=Example(
        wrong="lead: Sở nội vụ\nsupport: Ủy ban Nhân dân cấp xã",
        right="lead: Sở Nội vụ\nsupport: Ủy ban nhân dân cấp xã",
    ),
)
PART = Rule(
    "N113",
    "capitals-of-a-cited-part",
    Severity.WARNING,
    Wording("viết hoa sai khi viện dẫn “{words}”", "the capital of the cited “{words}” is wrong"),
    Wording("viết: {right}", "write: {right}"),
    reason=Wording(
        "khi viện dẫn, Phần, Chương, Mục, Tiểu mục, Điều viết hoa; khoản, điểm viết thường: “điểm a khoản 2 Điều 103” "
        "(Nghị định "
        "30/2020/NĐ-CP, Phụ lục II, Mục V)",
        "in citations Phần, Chương, Mục, Tiểu mục, Điều have capitals; khoản and điểm are small: “điểm a khoản 2 Điều "
        "103” "
        "(Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục V)",
    ),
    example=Example(wrong="- Theo quy định tại Khoản 2 điều 5", right="- Theo quy định tại khoản 2 Điều 5"),
)
UNIT = Rule(
    "N114",
    "capitals-of-a-unit",
    Severity.WARNING,
    Wording("viết hoa sai “{words}”", "the capital of “{words}” is wrong"),
    Wording("viết: {right}", "write: {right}"),
    reason=Wording(
        "giữa câu, từ chỉ loại đơn vị viết thường trước tên riêng: tỉnh Nam Định, thành phố Thái Nguyên; riêng Thủ đô "
        "Hà Nội và "
        "Thành phố Hồ Chí Minh viết hoa (Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục III)",
        "amid a sentence the kind of a unit is small before its name: tỉnh Nam Định, thành phố Thái Nguyên; Thủ đô Hà "
        "Nội and "
        "Thành phố Hồ Chí Minh alone have a capital (Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục III)",
    ),
    example=Example(wrong="- Trên địa bàn Tỉnh Lâm Đồng", right="- Trên địa bàn tỉnh Lâm Đồng"),
)
STATE = Rule(
    "N115",
    "small-state-or-people",
    Severity.WARNING,
    Wording("“{words}” viết thường khi đứng riêng", "“{words}” is small although it stands alone"),
    Wording("viết: {right}", "write: {right}"),
    reason=Wording(
        "Nhân dân, Nhà nước luôn viết hoa khi là danh từ đứng riêng (Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục V); "
        "trong “quản lý "
        "nhà nước”, “ngân sách nhà nước” thì thường viết thường và không bị báo",
        "Nhân dân and Nhà nước have a capital where they stand alone (Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục V); in "
        "“quản lý "
        "nhà nước”, “ngân sách nhà nước” they are usually small, and nothing is said",
    ),
    example=Example(wrong="- Chính sách của Đảng, nhà nước", right="- Chính sách của Đảng, Nhà nước"),
)
TWO_CAPITALS = Rule(
    "N116",
    "two-capitalisations",
    Severity.NOTE,
    Wording(
        "“{rare}” {few} lần, “{usual}” {many} lần trong cùng kế hoạch",
        "“{rare}” {few} times and “{usual}” {many} times in one plan",
    ),
    Wording("viết thống nhất một cách", "keep to one"),
    reason=Wording(
        "một cụm từ trong một văn bản có một cách viết hoa; hai cách thường do ghép lời văn của nhiều văn bản",
        "a phrase has one capitalisation in a document; two usually come from words of several documents",
    ),
    example=Example(
        wrong="title: Cải cách hành chính Nhà nước\ntheme: Nền hành chính nhà nước hiện đại",
        right="title: Cải cách hành chính nhà nước\ntheme: Nền hành chính nhà nước hiện đại",
    ),
)


def check_capitals(context: Context) -> Iterator[Diagnostic]:
    """Wrong capitals where the decree leaves no choice, and two where it does."""
    texts = context.wordings
    small = texts.joined.lower()
    # A letter that is two in lower case would move every offset.
    if len(small) == len(texts.joined):
        yield from _bodies(texts, small, context.registry)
    yield from _units(texts, context.registry)
    yield from _parts(texts)
    yield from _state(texts)
    yield from _phrases(texts)


_KINDS = ("Sở ", "Bộ ")
_ALWAYS = ("Ủy ban nhân dân", "Uỷ ban nhân dân", "Hội đồng nhân dân", "Thủ tướng Chính phủ")


@cache
def _names(registry: Registry) -> dict[str, tuple[str, ...]]:
    """Names whose capitals are settled, in small letters, the longest first, by their first word."""
    names = {body.name for body in registry.bodies if body.name.startswith(_KINDS) and body.level in ("so", "ministry")}
    longest = sorted(names, key=len, reverse=True)
    return {kind: tuple(name for name in longest if name.startswith(kind)) for kind in _KINDS}


_OTHER_WORD = {
    "sở": frozenset(("cơ", "trụ", "hội", "xứ", "công", "tại", "trạm", "các")),
    "bộ": frozenset(("cán", "nội", "đồng", "toàn", "tiến", "cục", "đội", "bách", "chi", "đảng", "quân", "sơ", "một")),
}
"""Words before “sở” and “bộ” that make another word of them: “cơ sở y tế”, “cán bộ tư pháp”."""


def _bodies(texts: Texts, small: str, registry: Registry) -> Iterator[Diagnostic]:
    for kind, names in _names(registry).items():
        folded = {name.lower(): name for name in names}
        every = tuple(folded)
        for start in occurrences(small, kind.lower()):
            if small.startswith(every, start):
                name = next(name for low, name in folded.items() if small.startswith(low, start))
                yield from _body(texts, start, name)
    for name in _ALWAYS:
        for start in occurrences(small, name.lower()):
            yield from _body(texts, start, name)


def _body(texts: Texts, start: int, name: str) -> Iterator[Diagnostic]:
    """The words at ``start``, which are ``name`` but for their capitals, where they can be nothing else."""
    joined, end = texts.joined, start + len(name)
    words = joined[start:end]
    if words in (name, name.upper()) or joined[end : end + 1].isalnum() or joined[max(0, start - 1) : start].isalnum():
        return
    if _means_body(joined, start, words, name):
        for span in texts.spans((start, end)):
            yield BODY.at(span, words=words, right=name)


def _means_body(text: str, start: int, words: str, name: str) -> bool:
    """Whether ``words`` at ``start``, spelled like ``name``, can be nothing else."""
    kind, _, rest = words.partition(" ")
    small = kind.lower()
    if small not in _OTHER_WORD or not kind[0].islower():
        return True
    # “bộ y tế” may be the end of “cán bộ y tế”; “sở Y tế” is meant as a name.
    before = text[max(0, start - 12) : start].split()
    if before and before[-1].lower().strip("“(,;") in _OTHER_WORD[small]:
        return False
    return small == "sở" or rest == name.partition(" ")[2]


@cache
def _provinces(registry: Registry) -> dict[str, tuple[str, ...]]:
    """The names of the provinces with a capital for their kind, by that kind."""
    names = [body.name for body in registry.bodies if body.level == "province_unit" and not body.name.endswith(_MINH)]
    return {kind: tuple(name for name in names if name.startswith(kind)) for kind in ("Tỉnh ", "Thành phố ")}


_MINH = "Hồ Chí Minh"
_ALWAYS_CAPITAL = (f"Thành phố {_MINH}", "Thủ đô Hà Nội")


def _units(texts: Texts, registry: Registry) -> Iterator[Diagnostic]:
    joined = texts.joined
    for kind, names in _provinces(registry).items():
        for start in occurrences(joined, kind):
            if joined.startswith(names, start) and _amid(joined, start):
                name = next(name for name in names if joined.startswith(name, start))
                yield from _unit(texts, start, name, name[0].lower() + name[1:])
    for right in _ALWAYS_CAPITAL:
        wrong = right[0].lower() + right[1:]
        for start in occurrences(joined, wrong):
            yield from _unit(texts, start, wrong, right)


def _unit(texts: Texts, start: int, wrong: str, right: str) -> Iterator[Diagnostic]:
    end = start + len(wrong)
    if not texts.joined[end : end + 1].isalnum():
        for span in texts.spans((start, end)):
            yield UNIT.at(span, words=wrong, right=right)


def _amid(text: str, start: int) -> bool:
    """Whether a word stands before ``start`` in the same sentence, so that no capital is due there."""
    before = text[max(0, start - 2) : start]
    return len(before) == 2 and before[1] == " " and (before[0].isalnum() or before[0] == ",")


_SMALL_PARTS = {"Khoản ": r"\d+\b(?!\.)", "Điểm ": r"[a-zđ]\b"}
_CAPITAL_PARTS = {
    "điều ": r"\d{1,3}\b(?!\.\d|[%/])",
    "chương ": r"(?:[IVX]+|\d+)\b",
    "tiểu mục ": r"\d+\b",
    "mục ": r"[IVX]+\b",
    "phần ": r"[IVX]+\b",
}
"""The words before a number in a citation, with what the number looks like: Chương II, but “chương trình”."""


def _parts(texts: Texts) -> Iterator[Diagnostic]:
    joined = texts.joined
    for kind, number in (_SMALL_PARTS | _CAPITAL_PARTS).items():
        for start in occurrences(joined, kind):
            found = _pattern(number).match(joined, start + len(kind))
            if found and _amid(joined, start) and not (kind == "mục " and joined.endswith("tiểu ", 0, start)):
                words = joined[start : found.end()]
                right = (words[0].lower() if kind in _SMALL_PARTS else words[0].upper()) + words[1:]
                for span in texts.spans((start, found.end())):
                    yield PART.at(span, words=words, right=right)


@cache
def _pattern(number: str) -> re.Pattern[str]:
    return re.compile(number)


_STANDING = {
    "nhà nước": (" của ", "Đảng, ", "Đảng và ", " giữa "),
    "nhân dân": (" của ", " vì ", " do ", " cho ", " và ", " với ", " giữa ", "phục vụ ", "Phục vụ "),
}
"""Words that stand alone, with those behind which nothing else can be meant."""
_GOES_ON = (" pháp quyền", " ta ", " tệ", " các cấp")


def _state(texts: Texts) -> Iterator[Diagnostic]:
    joined = texts.joined
    for words, before in _STANDING.items():
        for start in occurrences(joined, words):
            end = start + len(words)
            if joined.endswith(before, 0, start) and not joined.startswith(_GOES_ON, end):
                for span in texts.spans((max(start - 2, texts.text_at(start)[1]), end), (start, end)):
                    yield STATE.at(span, words=words, right=words.capitalize())


_PHRASES = (
    *("hành chính", "quản lý", "ngân sách", "cơ quan", "doanh nghiệp", "vốn", "bộ máy"),
    *("Kho bạc", "kiểm toán", "bí mật"),
)
"""What stands before “nhà nước” in compounds that are written both ways."""


def _phrases(texts: Texts) -> Iterator[Diagnostic]:
    """Compounds with “nhà nước” that one plan writes both ways."""
    joined = texts.joined
    if " Nhà nước" not in joined or " nhà nước" not in joined:
        return
    both = [_compounds(joined, state) for state in (" nhà nước", " Nhà nước")]
    for phrase in _PHRASES:
        found = [compounds.get(phrase, []) for compounds in both]
        if all(found):
            few, many = sorted(found, key=lambda places: _times(texts, places))
            yield _two_capitals(texts, few, many)


def _compounds(joined: str, state: str) -> dict[str, list[tuple[int, int]]]:
    """Where each of the compounds stands with ``state`` written so."""
    found: dict[str, list[tuple[int, int]]] = {}
    for at in occurrences(joined, state):
        if joined.endswith(_PHRASES, 0, at):
            phrase = next(phrase for phrase in _PHRASES if joined.endswith(phrase, 0, at))
            found.setdefault(phrase, []).append((at - len(phrase), at + len(state)))
    return found


def _two_capitals(texts: Texts, few: list[tuple[int, int]], many: list[tuple[int, int]]) -> Diagnostic:
    spans = sorted((span for place in few for span in texts.spans(place)), key=lambda span: span.start)
    return TWO_CAPITALS.at(
        spans[0],
        rare=texts.joined[slice(*few[0])],
        usual=texts.joined[slice(*many[0])],
        few=_times(texts, few),
        many=_times(texts, many),
        related=tuple(Related(span, Wording(f"“{span.text}” ở đây", f"“{span.text}” here")) for span in spans[1:20]),
    )


def _times(texts: Texts, places: Iterable[tuple[int, int]]) -> int:
    return sum(texts.times(start) for start, _ in places)
