"""The act: a number that is one, an issuer that is known, and nothing that its kind does not print."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cchc.checks.context import Context
from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording, excerpt
from cchc.language.folding import nearest
from cchc.lower.derived import act_day, derived_place, derived_symbol, issuer_name
from cchc.registry.issuer import not_existing
from cchc.registry.jurisdiction import Jurisdiction, jurisdiction_of
from cchc.registry.registry import Registry
from cchc.suggestions import did_you_mean

_LONGEST_NUMBER = 12

BAD_NUMBER = Rule(
    "A101",
    "bad-act-number",
    Severity.ERROR,
    Wording("“{number}” không phải số văn bản", "“{number}” is no number of an act"),
    Wording(
        "chỉ ghi số, ví dụ 1629 hoặc 30c; ký hiệu (QĐ-UBND) được tự tính, hoặc ghi ở “symbol”; khi dự thảo thì bỏ khóa",
        "write the number only, such as 1629 or 30c; the symbol (QĐ-UBND) follows by itself or stands under “symbol”; "
        "leave it out in a draft",
    ),
    reason=Wording(
        "ký hiệu được in sau số; gõ cả hai thì in hai lần. Số ghi bằng chữ số Ả Rập (NĐ 30/2020, Phụ lục I, Mục II.3)",
        "the symbol prints behind the number; with both typed it prints twice. A number is in Arabic digits (NĐ "
        "30/2020, Phụ lục I, Mục II.3)",
    ),
    example=Example(
        wrong="act:\n  kind: decision\n  number: 1629/QĐ-UBND", right="act:\n  kind: decision\n  number: 1629"
    ),
)


NOT_PRINTED = Rule(
    "A102",
    "key-of-a-decision",
    Severity.ERROR,
    Wording(
        "“{key}” chỉ có trong Quyết định; với “kind: plan” không in ra",
        "only a decision has “{key}”; “kind: plan” does not print it",
    ),
    Wording(
        "bỏ khóa này (nội dung viết ở “title”, “body”), hoặc đổi thành “kind: decision”",
        "leave the key out (its text goes into “title”, “body”), or make it “kind: decision”",
    ),
    reason=Wording(
        "Kế hoạch ban hành độc lập không có các điều và trích yếu của Quyết định (NĐ 30/2020, Phụ lục III, Mẫu "
        "1.4); chữ ghi ở đây mất mà không ai thấy",
        "a Kế hoạch issued by itself has neither articles nor a decision's subject (NĐ 30/2020, Phụ lục III, Mẫu "
        "1.4); words written here would vanish unseen",
    ),
    example=Example(
        wrong="act:\n  kind: plan\n  subject: Ban hành Kế hoạch cải cách hành chính",
        right="act:\n  kind: plan\ntitle: Cải cách hành chính năm 2025",
    ),
)
_OF_DECISIONS = ("subject", "articles")
UNKNOWN_UNIT = Rule(
    "A103",
    "unknown-jurisdiction",
    Severity.WARNING,
    Wording("“{name}” không phải tỉnh, thành phố nào đã biết", "“{name}” is no known province"),
    Wording(
        "với đơn vị khác, viết cả loại: huyện Đắk Song, xã Nam Dong",
        "of any other unit, write its kind too: huyện Đắk Song, xã Nam Dong",
    ),
    reason=Wording(
        "từ tên này suy ra cơ quan ban hành, ký hiệu và địa danh; tên không nhận ra thì cả ba in sai hoặc để trống",
        "the issuer, the symbol and the place follow from this name; from one that is not known all three come "
        "out wrong or blank",
    ),
    example=Example(wrong="jurisdiction: Đắk Song", right="jurisdiction: huyện Đắk Song"),
)
NO_ISSUER = Rule(
    "A104",
    "no-issuer",
    Severity.WARNING,
    Wording(
        "không có “jurisdiction” và “issuer”, tên cơ quan ban hành in ra để trống",
        "there is no “jurisdiction” and no “issuer”; the issuer's name prints blank",
    ),
    Wording(
        "thêm “jurisdiction: Đắk Nông”, hoặc “issuer: …” trong “act”",
        "add “jurisdiction: Đắk Nông”, or “issuer: …” in “act”",
    ),
    reason=Wording(
        "văn bản phải có tên cơ quan ban hành (NĐ 30/2020, Phụ lục I, Mục II.2); để trống thì không ký được",
        "an act bears the name of the body that issues it (NĐ 30/2020, Phụ lục I, Mục II.2); blank, it cannot be "
        "signed",
    ),
    example=Example(
        wrong="act:\n  kind: decision\n  date: 12/2024",
        right="jurisdiction: Đắk Nông\nact:\n  kind: decision\n  date: 12/2024",
    ),
)

NOT_DERIVED = Rule(
    "A105",
    "not-derived",
    Severity.WARNING,
    Wording(
        "không suy được “{key}” từ “{issuer}”, in ra để trống",
        "“{key}” does not follow from “{issuer}” and prints blank",
    ),
    Wording("thêm “{key}: …” trong “act”", "add “{key}: …” in “act”"),
    reason=Wording(
        "ký hiệu và địa danh là thành phần bắt buộc (NĐ 30/2020, Phụ lục I, Mục II.3 và II.4); từ cơ quan này "
        "chương trình không đoán được",
        "symbol and place are parts that every act has (NĐ 30/2020, Phụ lục I, Mục II.3 and II.4); of this body "
        "the program cannot tell them",
    ),
    example=Example(
        wrong="act:\n  kind: decision\n  issuer: Ban Quản lý các khu công nghiệp",
        right="act:\n  kind: decision\n  issuer: Ban Quản lý các khu công nghiệp\n  symbol: QĐ-BQL\n  place: Đắk Nông",
    ),
)
NO_LONGER = Rule(
    "A106",
    "issuer-not-on-that-day",
    Severity.WARNING,
    Wording("ngày {day} không có “{issuer}”", "there is no “{issuer}” on {day}"),
    Wording("xem lại ngày hoặc tên cơ quan", "look at the date or the name again"),
    reason=Wording(
        "văn bản của một cơ quan chưa thành lập hoặc đã giải thể thì không có hiệu lực; thường là nhầm ngày, hoặc "
        "tên cũ từ bản chép",
        "an act of a body that is not there yet or no longer has no force; mostly the date is wrong, or an old "
        "name was copied",
    ),
    example=Example(
        wrong="jurisdiction: Đắk Nông\nact:\n  kind: decision\n  date: 2026-01-05",
        right="jurisdiction: Lâm Đồng\nact:\n  kind: decision\n  date: 2026-01-05",
    ),
)


def check_act(context: Context) -> Iterator[Diagnostic]:
    """A number that is none: with the symbol in it, or endless (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.3).

    Keys that a Kế hoạch issued by itself has no place for (Phụ lục III, Mẫu 1.4). An issuer that does not follow.
    """
    act, places = context.plan.act, context.places
    yield from _issuer(context)
    yield from _derived(context)
    if act.number is not None and not _may_number(act.number):
        yield BAD_NUMBER.at(places.value(("act", "number")), number=excerpt(act.number))
    if act.kind == "plan":
        for key in _OF_DECISIONS:
            if getattr(act, key):
                yield NOT_PRINTED.at(places.key(("act", key)), key=key)


def _may_number(number: str) -> bool:
    """Whether ``number`` is digits and letters, perhaps with a full stop or hyphen, and short enough."""
    plain = all((sign.isascii() and sign.isalnum()) or sign in "Đđ.-" for sign in number)
    return plain and 0 < len(number) <= _LONGEST_NUMBER


def _issuer(context: Context) -> Iterator[Diagnostic]:
    """Nobody who issues the act, once more is said of it than its kind, or a unit that nobody knows."""
    plan, places, registry = context.plan, context.places, context.registry
    if plan.jurisdiction is None:
        if plan.act.issuer is None and plan.act.model_fields_set > {"kind"}:
            yield NO_ISSUER.at(places.key(("act",)))
        return
    unit = jurisdiction_of(plan.jurisdiction, registry)
    if unit.body is None and not unit.kind:
        near = nearest(unit.name, _provinces(registry))
        hint = did_you_mean(f"“{near}”") if near else None
        yield UNKNOWN_UNIT.at(places.value(("jurisdiction",)), name=excerpt(unit.name), hint=hint)


def _derived(context: Context) -> Iterator[Diagnostic]:
    """What a known issuer leaves blank; an issuer that did not exist on the act's day."""
    plan, places, registry = context.plan, context.places, context.registry
    day = act_day(plan.act)
    issuer = issuer_name(plan, registry)
    if not issuer:
        return
    span = places.value(("act", "issuer") if plan.act.issuer else ("jurisdiction",))
    derived = {"symbol": derived_symbol, "place": derived_place}
    for key, derive in derived.items():
        if plan.act.issuer and getattr(plan.act, key) is None and derive(plan, registry) is None:
            yield NOT_DERIVED.at(span, key=key, issuer=excerpt(issuer))
    unit = jurisdiction_of(plan.jurisdiction, registry, day) if plan.jurisdiction else None
    if day and unit and unit.body and not unit.body.exists_on(day):
        hint = _merged(unit, registry, day)
        yield NO_LONGER.at(places.value(("jurisdiction",)), issuer=unit.unit, day=f"{day:%d/%m/%Y}", hint=hint)
    elif day and not_existing(issuer, registry, day):
        yield NO_LONGER.at(span, issuer=excerpt(issuer), day=f"{day:%d/%m/%Y}")


def _merged(unit: Jurisdiction, registry: Registry, day: date) -> Wording | None:
    """The way out where the province was merged or renamed by ``day``: what it is now, and since when."""
    body = unit.body
    if body is None or body.valid_to is None or body.valid_to > day or not body.successors:
        return None
    now = jurisdiction_of(registry.body(body.successors[0].id).name, registry, body.valid_to).unit
    since = f"{body.valid_to:%d/%m/%Y}"
    return Wording(
        f"từ {since}, {unit.unit} nay là {now}: sửa “jurisdiction”, hoặc xem lại ngày của văn bản",
        f"since {since} {unit.unit} is {now}: change “jurisdiction”, or look at the act's date again",
    ).literal()


def _provinces(registry: Registry) -> Iterator[str]:
    """The proper names of the provinces, those that were merged included."""
    for body in registry.bodies:
        if body.level == "province_unit":
            yield jurisdiction_of(body.name, registry).name
