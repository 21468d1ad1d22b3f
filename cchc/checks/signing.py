"""Who signs: in whose place, in what office, and as the authority above the bases says it."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.checks.context import Context
from cchc.diagnostics import Diagnostic, Rule, Severity, Wording
from cchc.lower.act import issuer_name
from cchc.model.act import Signatory
from cchc.registry.issuer import is_collective

NO_OFFICE = Rule(
    "A111",
    "no-office-of-who-signs",
    Severity.WARNING,
    Wording(
        "ký {prefix}. nhưng không có chức vụ của người ký",
        "signed {prefix}. without the office of who signs",
    ),
    Wording("thêm “title: …”, ví dụ Phó Chủ tịch", "add “title: …”, such as Phó Chủ tịch"),
)
TM_LATE = Rule(
    "A112",
    "tm-not-first",
    Severity.WARNING,
    Wording("TM. đứng trước mọi quyền hạn khác", "TM. stands before every other capacity"),
    Wording("viết TM trước, ví dụ {{TM: …, KT: …}}", "write TM first, as in {{TM: …, KT: …}}"),
)
NOT_COLLECTIVE = Rule(
    "A113",
    "head-signs-for-the-body",
    Severity.WARNING,
    Wording(
        "có “authority” là người đứng đầu ban hành, nhưng ký TM. tập thể",
        "“authority” says that the head decides, but TM. signs for the body",
    ),
    Wording("bỏ “authority”, hoặc bỏ TM", "leave out “authority”, or TM"),
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
        "thêm “authority: Chủ tịch”, hoặc “on_behalf: {{TM: Ủy ban nhân dân}}”",
        "add “authority: Chủ tịch”, or “on_behalf: {{TM: Ủy ban nhân dân}}”",
    ),
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
    if plan.act.kind != "decision" or not is_collective(issuer_name(plan, context.registry)):
        return
    collective = "TM" in (signatory.on_behalf or {})
    if plan.act.authority and collective:
        yield NOT_COLLECTIVE.at(places.key((*_PLACE, "on_behalf", "TM")))
    elif not plan.act.authority and not collective and (signatory.title or signatory.on_behalf):
        yield COLLECTIVE.at(places.key(_PLACE))
