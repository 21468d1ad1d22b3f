"""Capitals of bodies, units and cited parts (Nghị định 30/2020/NĐ-CP, Phụ lục II)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from cchc.checks.context import Context
from cchc.checks.texts import Texts
from cchc.diagnostics import Diagnostic, Example, Related, Rule, Severity, Wording, excerpt
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
    texts = context.texts
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
def _names(registry: Registry) -> tuple[tuple[str, str], ...]:
    """Names whose capitals are settled, the longest first, each with itself in small letters."""
    names = {body.name for body in registry.bodies if body.name.startswith(_KINDS) and body.level in ("so", "ministry")}
    return tuple((name, name.lower()) for name in (*sorted(names, key=len, reverse=True), *_ALWAYS))


_OTHER_WORD = {
    "sở": frozenset(("cơ", "trụ", "hội", "xứ", "công", "tại", "trạm", "các")),
    "bộ": frozenset(("cán", "nội", "đồng", "toàn", "tiến", "cục", "đội", "bách", "chi", "đảng", "quân", "sơ", "một")),
}
"""Words before “sở” and “bộ” that make another word of them: “cơ sở y tế”, “cán bộ tư pháp”."""


def _bodies(texts: Texts, small: str, registry: Registry) -> Iterator[Diagnostic]:
    taken: set[int] = set()
    for name, folded in _names(registry):
        # Most names stand in the plan as they should or not at all, which is counted faster than read.
        if small.count(folded) == texts.joined.count(name):
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(folded)}(?!\w)", small):
            start, end = match.span()
            words = texts.joined[start:end]
            if start in taken or words in (name, name.upper()) or not _means_body(texts.joined, start, words, name):
                continue
            taken.add(start)
            for span in texts.spans((start, end)):
                yield BODY.at(span, words=words, right=name)


def _means_body(text: str, start: int, words: str, name: str) -> bool:
    """Whether ``words`` at ``start``, spelled like ``name``, can be nothing else."""
    kind, _, rest = words.partition(" ")
    if kind.lower() not in _OTHER_WORD:
        return True
    before = text[max(0, start - 12) : start].split()
    if kind[0].islower():
        # “bộ y tế” may be the end of “cán bộ y tế”; “sở Y tế” is meant as a name.
        if before and before[-1].lower().strip("“(,;") in _OTHER_WORD[kind]:
            return False
        return kind == "sở" or rest == name.partition(" ")[2]
    return True


@cache
def _provinces(registry: Registry) -> tuple[tuple[str, str, bool], ...]:
    """The wrong and the right form of the provinces' names, and whether the wrong one is right where a sentence "
    "begins."""
    units = (body.name for body in registry.bodies if body.level == "province_unit")
    found = [(name, name[0].lower() + name[1:], True) for name in units if not name.endswith(_MINH)]
    found.append((f"thành phố {_MINH}", f"Thành phố {_MINH}", False))
    found.append(("thủ đô Hà Nội", "Thủ đô Hà Nội", False))
    return tuple(found)


_MINH = "Hồ Chí Minh"


def _units(texts: Texts, registry: Registry) -> Iterator[Diagnostic]:
    if not any(word in texts.joined for word in ("Tỉnh ", "Thành phố ", "thành phố Hồ", "thủ đô Hà")):
        return
    for wrong, right, begins in _provinces(registry):
        if wrong not in texts.joined:
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(wrong)}(?!\w)", texts.joined):
            if begins and not _amid(texts.joined, match.start()):
                continue
            for span in texts.found(match):
                yield UNIT.at(span, words=wrong, right=right)


def _amid(text: str, start: int) -> bool:
    """Whether a word stands before ``start`` in the same sentence, so that no capital is due there."""
    before = text[max(0, start - 2) : start]
    return len(before) == 2 and before[1] == " " and (before[0].isalnum() or before[0] == ",")


@cache
def _part_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?<=[\w,] )(?:(?P<small>(?:Khoản(?= \d)|Điểm(?= [a-zđ]\b(?! \w+ \w+ là))))"
        r"|(?P<capital>điều(?= \d{1,3}\b(?!\.\d|[%/]| (?:kiện|lệ|phối)))|(?:chương|tiểu mục)(?= (?:[IVX]+|\d+)\b)"
        r"|(?:mục|phần)(?= [IVX]+\b))) [\w]+"
    )


def _parts(texts: Texts) -> Iterator[Diagnostic]:
    joined = texts.joined
    if not any(word in joined for word in ("Khoản ", "Điểm ", "điều ", "chương ", "mục ", "phần ")):
        return
    for match in _part_pattern().finditer(joined):
        words = match[0]
        first = words[0].lower() if match["small"] else words[0].upper()
        for span in texts.found(match):
            yield PART.at(span, words=words, right=first + words[1:])


@cache
def _state_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:Đảng,|Đảng và|của Đảng -|của|giữa) nhà nước(?! pháp quyền| ta\b)"
        r"|(?<!chính )(?:của|vì|do|phục vụ|giữa|cho|và|với) nhân dân(?! tệ))(?!\w)"
    )


def _state(texts: Texts) -> Iterator[Diagnostic]:
    joined = texts.joined
    if " nhà nước" not in joined and " nhân dân" not in joined:
        return
    for match in _state_pattern().finditer(joined):
        start = match.end() - len("nhân dân")
        words = joined[start : match.end()]
        for span in texts.spans(match.span(), (start, match.end())):
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
    for phrase in _PHRASES:
        found = [list(re.finditer(rf"(?<!\w){phrase} {state} nước(?!\w)", joined)) for state in ("nhà", "Nhà")]
        if not all(found):
            continue
        few, many = sorted(found, key=lambda matches: _times(texts, matches))
        spans = sorted((span for match in few for span in texts.found(match)), key=lambda span: span.start)
        yield TWO_CAPITALS.at(
            spans[0],
            rare=excerpt(few[0][0]),
            usual=excerpt(many[0][0]),
            few=_times(texts, few),
            many=_times(texts, many),
            related=tuple(
                Related(span, Wording(f"“{span.text}” ở đây", f"“{span.text}” here")) for span in spans[1:20]
            ),
        )


def _times(texts: Texts, matches: Iterable[re.Match[str]]) -> int:
    return sum(texts.times(match.start()) for match in matches)
