"""The act to its view: letterhead, number and date or their blanks, articles, recipients, signature."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cchc.language.dates import NotADate, long_date, read_date, read_month
from cchc.lower.names import article_name
from cchc.lower.prose import ProseLowering
from cchc.lower.statements import statement
from cchc.lower.views import ActView, ArticleView, LineView, SignatureView
from cchc.model.act import Act, Article, ArticleText, Recipient, Signatory
from cchc.model.blocks import Block, Statement, Verbatim, paragraphs
from cchc.model.plan import Plan
from cchc.registry.act_types import DECISION, PLAN
from cchc.registry.issuer import authority, letterhead_lines, short_name, symbol_of
from cchc.registry.jurisdiction import jurisdiction_of
from cchc.registry.registry import Registry
from cchc.templating.as_typed import AsTyped

BLANK = "\u00a0"
BLANK_NUMBER = BLANK * 8
BLANK_DAY = BLANK * 6
_DASH = "-"
_TYPES = {"decision": DECISION, "plan": PLAN}


def lower_act(plan: Plan, registry: Registry, prose: ProseLowering) -> ActView:
    """The view of the act of ``plan``."""
    act = plan.act
    issuer = issuer_name(plan, registry)
    return ActView(
        kind=act.kind,
        parent=act.parent or "",
        issuer_lines=letterhead_lines(issuer),
        number=_number(act.number),
        symbol=act.symbol or _symbol(act, issuer, registry),
        place=act.place or _place(plan, issuer, registry),
        date=_date(act.date),
        subject=prose.line(act.subject or ""),
        authority=authority(issuer, act.authority),
        issued_by=short_name(issuer, act.authority),
        bases=tuple(statement(basis, prose) for basis in act.bases),
        proposal=statement(act.proposal, prose),
        articles=tuple(_article(index, article, prose) for index, article in enumerate(act.articles)),
        recipients=tuple(line for recipient in act.recipients for line in _recipient(recipient, prose)),
        archive=statement(act.archive, prose),
        signature=_signature(act.signatory) if act.signatory else None,
    )


def issuer_name(plan: Plan, registry: Registry) -> str:
    """The full name of who issues the act: as typed, else that of the jurisdiction's committee."""
    if plan.act.issuer:
        return plan.act.issuer
    return jurisdiction_of(plan.jurisdiction, registry, act_day(plan.act)).issuer if plan.jurisdiction else ""


def _place(plan: Plan, issuer: str, registry: Registry) -> str:
    """The place before the date: that of the jurisdiction, else of the unit that the issuer's name ends in."""
    unit = plan.jurisdiction or (letterhead_lines(issuer)[1:] or [""])[-1]
    return jurisdiction_of(unit, registry, act_day(plan.act)).place if unit else BLANK_NUMBER


def act_day(act: Act) -> date | None:
    """The day of the act; None while it is not known to the day."""
    try:
        return read_date(act.date or "")
    except NotADate:
        return None


def _number(number: str | None) -> str:
    """The act's number; below 10 with a leading zero (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.3c)."""
    if number is None:
        return BLANK_NUMBER
    return f"0{number}" if len(number) == 1 and number.isdigit() else number


def _symbol(act: Act, issuer: str, registry: Registry) -> str:
    return f"{_TYPES[act.kind].abbreviation}-{symbol_of(issuer, registry, act_day(act)) or BLANK_DAY}"


def _date(typed: str | None) -> str:
    """The date in full, with blanks for what a draft leaves open (Phụ lục I, Mục II.4b)."""
    if typed is None:
        return f"ngày{BLANK_DAY}tháng{BLANK_DAY}năm{BLANK_DAY}"
    try:
        return long_date(read_date(typed))
    except NotADate:
        month = read_month(typed)
    first = long_date(month.first_day)
    return first.replace("ngày 01 ", f"ngày{BLANK_DAY}", 1)


def _article(index: int, article: ArticleText, prose: ProseLowering) -> ArticleView:
    lines = list(prose.prose(article))
    if isinstance(article, Article):
        lines += _enforcement(article.enforcement, prose)
    return ArticleView(f"{article_name(index)}.", tuple(lines) or (LineView("paragraph", 0, "", ""),))


def _enforcement(written: Statement | None, prose: ProseLowering) -> Iterator[LineView]:
    if not isinstance(written, Verbatim):
        yield from prose.prose(written)
        return
    for line in prose.prose(written.printed):
        yield line._replace(text=AsTyped(line.text))


def _recipient(recipient: Recipient, prose: ProseLowering) -> Iterator[LineView]:
    """A recipient behind its dash, those inside it behind "+"; what heads a group of recipients has no dash."""
    if isinstance(recipient, Verbatim):
        yield LineView("paragraph", 0, "", statement(recipient, prose))
    elif _heads_group(recipient):
        yield from prose.prose(recipient)
    else:
        own = recipient.label if isinstance(recipient, Block) else None
        yield from prose.prose(recipient, 1, own or _DASH, "bullets")


def _heads_group(recipient: Block | str) -> bool:
    """Whether other recipients stand below ``recipient`` and not inside it: "Gửi bản điện tử:"."""
    if isinstance(recipient, Block):
        return recipient.label == "none"
    return "".join(paragraphs(recipient)[-1:]).rstrip().endswith(":")


def _signature(signatory: Signatory) -> SignatureView:
    return SignatureView(tuple(_capacity(signatory)), signatory.name or "")


def _capacity(signatory: Signatory) -> Iterator[str]:
    """The lines over the signature (Phụ lục I, Mục II.7b)."""
    for prefix, title in (signatory.on_behalf or {}).items():
        yield f"{prefix}. {title}"
    if signatory.title:
        yield signatory.title
