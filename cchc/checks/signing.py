"""Who signs: in whose place, in what office, and as the authority above the bases says it."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.checks.context import Context
from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording
from cchc.language.folding import fold
from cchc.lower.derived import issuer_name
from cchc.model.act import Signatory
from cchc.registry.issuer import is_collective, letterhead_lines, short_name

NO_OFFICE = Rule(
    "A111",
    "no-office-of-who-signs",
    Severity.WARNING,
    Wording(
        "ký {prefix}. nhưng không có chức vụ của người ký",
        "signed {prefix}. without the office of who signs",
    ),
    Wording("thêm “title: …”, ví dụ Phó Chủ tịch", "add “title: …”, such as Phó Chủ tịch"),
    reason=Wording(
        "người ký thay, thừa lệnh hay thay mặt phải ghi chức vụ của mình dưới dòng quyền hạn (NĐ 30/2020, Phụ lục "
        "I, Mục II.7b)",
        "whoever signs for somebody else gives the own office below the line of the capacity (NĐ 30/2020, Phụ lục "
        "I, Mục II.7b)",
    ),
    example=Example.within(
        "act:\n  kind: decision\n  signatory:\n    on_behalf: {KT: Chủ tịch}\n___    name: Hồ Văn Mười",
        wrong="",
        right="    title: Phó Chủ tịch\n",
    ),
)
TM_LATE = Rule(
    "A112",
    "tm-not-first",
    Severity.WARNING,
    Wording("TM. đứng trước mọi quyền hạn khác", "TM. stands before every other capacity"),
    Wording("viết TM trước, ví dụ {{TM: …, KT: …}}", "write TM first, as in {{TM: …, KT: …}}"),
    reason=Wording(
        "tập thể đứng trên người ký thay: TM. ỦY BAN NHÂN DÂN, rồi KT. CHỦ TỊCH (NĐ 30/2020, Phụ lục I, Mục II.7b)",
        "the body stands above who signs for its head: TM. ỦY BAN NHÂN DÂN, then KT. CHỦ TỊCH (NĐ 30/2020, Phụ "
        "lục I, Mục II.7b)",
    ),
    example=Example.within(
        "act:\n  kind: decision\n  signatory:\n    on_behalf: {___}\n    title: Phó Chủ tịch",
        wrong="KT: Chủ tịch, TM: Ủy ban nhân dân",
        right="TM: Ủy ban nhân dân, KT: Chủ tịch",
    ),
)
NOT_COLLECTIVE = Rule(
    "A113",
    "head-signs-for-the-body",
    Severity.WARNING,
    Wording(
        "có “authority” là người đứng đầu ban hành, nhưng ký TM. tập thể",
        "“authority” says that the head decides, but TM. signs for the body",
    ),
    Wording(
        "người đứng đầu ký thì bỏ TM; nếu là tập thể quyết định thì bỏ “authority”",
        "where the head signs, leave TM out; where the body decides, leave “authority” out",
    ),
    reason=Wording(
        "dòng thẩm quyền và chỗ ký phải cùng một người quyết định: CHỦ TỊCH … thì ký với tư cách Chủ tịch (NĐ "
        "30/2020, Phụ lục III, Mẫu 1.3)",
        "the authority line and the signature name one decider: under CHỦ TỊCH … the head signs as such (NĐ "
        "30/2020, Phụ lục III, Mẫu 1.3)",
    ),
    example=Example.within(
        "jurisdiction: Đắk Nông\nact:\n  kind: decision\n  authority: Chủ tịch\n  signatory:\n___    title: Chủ tịch",
        wrong="    on_behalf: {TM: Ủy ban nhân dân}\n",
        right="",
    ),
)
COLLECTIVE = Rule(
    "A114",
    "body-decides-without-tm",
    Severity.WARNING,
    Wording(
        "không có “authority” là tập thể ban hành, thì ký TM. tập thể đó",
        "without “authority” the body decides, and TM. signs for it",
    ),
    Wording(
        "không ghi “authority” nghĩa là {issuer} ban hành (tập thể); khi đó ký “on_behalf: {{TM: {body}}}”; nếu "
        "người đứng đầu ban hành thì thêm “authority: Chủ tịch”",
        "without “authority” it is {issuer} that issues, as a body; then sign “on_behalf: {{TM: {body}}}”; where its "
        "head issues, add “authority: Chủ tịch”",
    ),
    reason=Wording(
        "Ủy ban quyết định theo tập thể, nên người ký thay mặt Ủy ban: TM. (NĐ 30/2020, Phụ lục I, Mục II.7b)",
        "a committee decides as a body, so whoever signs does it on its behalf: TM. (NĐ 30/2020, Phụ lục I, Mục II.7b)",
    ),
    example=Example.within(
        "jurisdiction: Đắk Nông\nact:\n  kind: decision\n  signatory:\n___    title: Chủ tịch",
        wrong="",
        right="    on_behalf: {TM: Ủy ban nhân dân}\n",
    ),
)
_DEPUTY = Wording(
    "TM. chỉ đứng trước tên tập thể; cấp phó ký thay thì ghi “on_behalf: {{KT: {head}}}”",
    "TM. stands before the name of a body only; a deputy who signs for the head has “on_behalf: {{KT: {head}}}”",
)
_NEEDS_OFFICE = ("TM", "KT", "TL", "TUQ")
_PLACE = ("act", "signatory")


def check_signing(context: Context) -> Iterator[Diagnostic]:
    """Capacities without an office or out of order, and a signature that is not the authority's.

    Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.7b; Phụ lục III, Mẫu 1.3, note 6.
    """
    plan, places = context.plan, context.places
    signatory = plan.act.signatory
    if signatory is None:
        return
    prefixes = list(signatory.on_behalf or {})
    standing_in = [prefix for prefix in prefixes if prefix in _NEEDS_OFFICE]
    if standing_in and not signatory.title:
        yield NO_OFFICE.at(places.key((*_PLACE, "on_behalf")), prefix=standing_in[-1])
    if "TM" in prefixes[1:]:
        yield TM_LATE.at(places.key((*_PLACE, "on_behalf", "TM")))
    yield from _authority(context, signatory)


def _authority(context: Context, signatory: Signatory) -> Iterator[Diagnostic]:
    """A committee's decision: TM. stands where the committee itself decides, and nowhere else."""
    plan, places = context.plan, context.places
    issuer = issuer_name(plan, context.registry)
    if plan.act.kind != "decision" or not is_collective(issuer):
        return
    collective = "TM" in (signatory.on_behalf or {})
    if plan.act.authority and collective:
        deputy = "KT" in (signatory.on_behalf or {}) or fold(signatory.title or "").startswith("phó ")
        hint = _DEPUTY if deputy else None
        yield NOT_COLLECTIVE.at(places.key((*_PLACE, "on_behalf", "TM")), hint=hint, head=plan.act.authority)
    elif not plan.act.authority and not collective and (signatory.title or signatory.on_behalf):
        body = letterhead_lines(issuer)[0]
        yield COLLECTIVE.at(places.key(_PLACE), issuer=short_name(issuer), body=body)
