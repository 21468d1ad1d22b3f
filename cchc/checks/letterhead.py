"""What stands over an act: its symbol, who issues it, the place, the subject."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.checks.context import Context
from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording, excerpt
from cchc.patterns import deferred
from cchc.registry.act_types import ACT_TYPES, DECISION, PLAN

NORMATIVE = Rule(
    "F107",
    "normative-symbol",
    Severity.WARNING,
    Wording(
        "“{symbol}” có năm ban hành, là ký hiệu của văn bản quy phạm pháp luật",
        "“{symbol}” holds a year, as the symbols of normative acts do",
    ),
    Wording("bỏ năm: {right}", "take the year out: {right}"),
    reason=Wording(
        "quyết định ban hành kế hoạch là văn bản hành chính, ký hiệu không có năm: 15/QĐ-UBND; 05/2026/QĐ-UBND là "
        "quyết định quy phạm "
        "pháp luật, ngoài Nghị định 30/2020/NĐ-CP (Phụ lục I, Mục II.3)",
        "a decision that issues a plan is an administrative act, whose symbol holds no year: 15/QĐ-UBND; "
        "05/2026/QĐ-UBND is a "
        "normative decision, outside Nghị định 30/2020/NĐ-CP (Phụ lục I, Mục II.3)",
    ),
    example=Example(
        wrong="act: {kind: decision, number: 5, symbol: 2026/QĐ-UBND}", right="act: {kind: decision, number: 5}"
    ),
)
ABBREVIATED = Rule(
    "F108",
    "abbreviated-issuer",
    Severity.WARNING,
    Wording("tên cơ quan ban hành có chữ viết tắt “{short}”", "the issuer's name holds the abbreviation “{short}”"),
    Wording("viết đầy đủ{full}", "write it in full{full}"),
    reason=Wording(
        "tên cơ quan ban hành là tên đầy đủ, chính thức; chỉ tên cơ quan chủ quản trực tiếp được viết tắt những cụm "
        "từ thông dụng (Nghị "
        "định 30/2020/NĐ-CP, Phụ lục I, Mục II.2a)",
        "the issuer's name is its full, official one; only the name of the body above may abbreviate common words "
        "(Nghị định "
        "30/2020/NĐ-CP, Phụ lục I, Mục II.2a)",
    ),
    example=Example(wrong="issuer: UBND xã Nam Dong", right="issuer: Ủy ban nhân dân xã Nam Dong"),
)
UNIT_IN_PLACE = Rule(
    "F112",
    "kind-of-unit-in-place",
    Severity.WARNING,
    Wording("địa danh “{place}” mang “{kind}”", "the place “{place}” bears “{kind}”"),
    Wording("viết: {right}", "write: {right}"),
    reason=Wording(
        "địa danh là tên riêng chính thức của đơn vị hành chính, không viết tắt: “Đắk Nông, ngày …”, “Thành phố Hồ "
        "Chí Minh, ngày …” "
        "(Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.4a)",
        "the place is the unit's official name, not abbreviated: “Đắk Nông, ngày …”, “Thành phố Hồ Chí Minh, ngày …” "
        "(Nghị "
        "định 30/2020/NĐ-CP, Phụ lục I, Mục II.4a)",
    ),
    example=Example(
        wrong="act: {kind: plan, place: TP. Hồ Chí Minh}", right="act: {kind: plan, place: Thành phố Hồ Chí Minh}"
    ),
)
ABOUT = Rule(
    "F113",
    "about-before-issuing",
    Severity.NOTE,
    Wording("trích yếu bắt đầu bằng “{typed}”", "the subject begins with “{typed}”"),
    Wording("mẫu của Nghị định viết: {right}", "the decree's form has: {right}"),
    reason=Wording(
        "quyết định ban hành, phê duyệt văn bản khác có trích yếu “Ban hành …”, “Phê duyệt …”; “Về việc …” là của "
        "quyết định trực tiếp "
        "(Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2, 1.3); cách có “Về việc” vẫn được dùng rộng rãi",
        "a decision that issues or approves another document has the subject “Ban hành …”, “Phê duyệt …”; “Về việc …” "
        "belongs to "
        "one that decides by itself (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2, 1.3); “Về việc” is widely seen "
        "all the same",
    ),
    example=Example(
        wrong="subject: Về việc ban hành Kế hoạch cải cách hành chính năm 2026",
        right="subject: Ban hành Kế hoạch cải cách hành chính năm 2026",
    ),
)
OTHER_KIND = Rule(
    "F119",
    "symbol-of-another-kind",
    Severity.WARNING,
    Wording(
        "ký hiệu “{symbol}” là của {other}, văn bản này là {kind}",
        "the symbol “{symbol}” belongs to a {other}; this is a {kind}",
    ),
    Wording(
        "viết {right}-…, hoặc bỏ “symbol” để ký hiệu tự suy ra",
        "write {right}-…, or leave “symbol” out and it follows by itself",
    ),
    reason=Wording(
        "ký hiệu gồm chữ viết tắt tên loại văn bản và tên cơ quan: QĐ-UBND, KH-UBND (Nghị định 30/2020/NĐ-CP, Phụ lục "
        "I, Mục II.3b; "
        "Phụ lục III, Mục I)",
        "a symbol is the abbreviation of the kind of act and that of the body: QĐ-UBND, KH-UBND (Nghị định "
        "30/2020/NĐ-CP, Phụ "
        "lục I, Mục II.3b; Phụ lục III, Mục I)",
    ),
    example=Example(wrong="act: {kind: plan, symbol: QĐ-UBND}", right="act: {kind: plan, symbol: KH-UBND}"),
)
_FULL = {
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
    "TP": "Thành phố",
    "VP": "Văn phòng",
    "BQL": "Ban Quản lý",
    "BCĐ": "Ban Chỉ đạo",
}
_SHORT = deferred(r"(?<!\w)(?:[A-ZĐ]{2,}(?:&[A-ZĐ]{2,})?(?!\w)|TP\.|Tp\.)")
_UNIT = deferred(r"(?P<kind>TP\.?|Tp\.?|T\.P\.?|TX\.?|TT\.?|[Tt]ỉnh|thành phố|[Hh]uyện|xã|phường|thị xã)\s+(?=\w)")
_ABOUTS = ("Về việc", "V/v", "về việc")
_ABOUT = deferred(rf"(?P<typed>(?:{'|'.join(_ABOUTS)})\s*:?)\s+(?P<does>ban hành|phê duyệt)\b")
_KINDS = {"decision": DECISION, "plan": PLAN}


def check_letterhead(context: Context) -> Iterator[Diagnostic]:
    """The symbol, the issuer, the place and the subject (Phụ lục I, Mục II.2 to II.5)."""
    act, places = context.plan.act, context.places
    if act.symbol:
        yield from _symbol(context, act.symbol)
    if act.issuer:
        # A name typed in capitals throughout tells no abbreviation from a word.
        found = None if act.issuer.isupper() else _SHORT.search(act.issuer)
        if found:
            full = _FULL.get(found[0].rstrip(".").upper())
            yield ABBREVIATED.at(
                places.value(("act", "issuer")).of(found[0]), short=found[0], full=f": {full}" if full else ""
            )
    if act.place:
        yield from _place(context, act.place)
    subject = act.subject or ""
    about = _ABOUT.match(subject) if subject.startswith(_ABOUTS) else None
    if about:
        rest = subject[about.start("does") :]
        span = places.value(("act", "subject")).of(about["typed"])
        yield ABOUT.at(span, typed=about["typed"], right=excerpt(rest[0].upper() + rest[1:]))


def _symbol(context: Context, symbol: str) -> Iterator[Diagnostic]:
    span = context.places.value(("act", "symbol"))
    year = re.match(r"/?\s*(?:19|20)\d{2}\s*/\s*", symbol)
    if year:
        yield NORMATIVE.at(span, symbol=excerpt(symbol), right=excerpt(symbol[year.end() :]))
        return
    right = _KINDS[context.plan.act.kind]
    first = re.split(r"[-/]", symbol.strip(" /"), maxsplit=1)[0].strip()
    other = next((kind for kind in ACT_TYPES if kind.abbreviation == first), None)
    if other and other != right:
        shown = excerpt(symbol)
        yield OTHER_KIND.at(span, symbol=shown, right=right.abbreviation, other=other.name, kind=right.name)


def _place(context: Context, place: str) -> Iterator[Diagnostic]:
    """An abbreviated unit, or a kind of unit in small letters; “Phường Điện Biên Phủ”, “Quận 1” are names."""
    found = _UNIT.match(place)
    if not found:
        return
    kind, name = found["kind"], place[found.end() :]
    city = kind.lower().startswith(("tp", "t.p", "thành")) and name == "Hồ Chí Minh"
    numbered = name[:1].isdigit()
    right = f"Thành phố {name}" if city else f"{kind[0].upper()}{kind[1:]} {name}" if numbered else name
    yield UNIT_IN_PLACE.at(
        context.places.value(("act", "place")), place=excerpt(place), kind=kind, right=excerpt(right)
    )
