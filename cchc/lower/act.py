"""The act to its view: letterhead, number and date or their blanks, articles, recipients, signature."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.language.as_typed import AsTyped
from cchc.language.dates import NotADate, long_date, read_date, read_month
from cchc.lower.derived import act_day, derived_place, derived_symbol, issuer_name, jurisdiction
from cchc.lower.names import article_name
from cchc.lower.prose import ProseLowering
from cchc.lower.statements import statement
from cchc.lower.views import ActView, ArticleView, LineView, SignatureView, plain_line
from cchc.model.act import Act, Article, Recipient, Signatory
from cchc.model.blocks import Block, Statement, Verbatim, paragraphs
from cchc.model.plan import Plan
from cchc.registry.act_types import DECISION, PLAN
from cchc.registry.issuer import authority, letterhead_lines, parent_lines, parent_of, short_name
from cchc.registry.registry import Registry

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
        parent_lines=_derived_lines(act.parent, _parent_lines(plan, issuer, registry), prose),
        issuer_lines=_derived_lines(act.issuer or plan.jurisdiction, letterhead_lines(issuer), prose),
        number=prose.derived(act.number, _number(act.number)),
        symbol=prose.derived(act.symbol, act.symbol or _proposed_symbol(plan, registry)),
        place=prose.derived(act.place, act.place or derived_place(plan, registry) or BLANK_NUMBER),
        date=prose.derived(act.date, _date(act.date)),
        subject=prose.line(act.subject or ""),
        authority=prose.derived(act.authority, authority(issuer, act.authority)),
        issued_by=prose.derived(act.issued_by, act.issued_by or short_name(issuer, act.authority)),
        bases=tuple(statement(basis, prose) for basis in act.bases),
        proposal=statement(act.proposal, prose),
        articles=tuple(lower_article(act, index, prose) for index in range(len(act.articles))),
        carries_plan=act.carrying is not None,
        recipients=tuple(line for recipient in act.recipients for line in _recipient(recipient, prose)),
        archive=statement(act.archive, prose),
        signature=_signature(act.signatory, prose),
    )


def act_number(plan: Plan, registry: Registry) -> str | None:
    """Number and symbol as they print after “Số:” ("15/QĐ-UBND"); None while the act has no number."""
    if plan.act.number is None:
        return None
    symbol = plan.act.symbol or _proposed_symbol(plan, registry)
    return f"{_number(plan.act.number)}/{symbol}".rstrip(f"{BLANK}-")


def _derived_lines(value: str | None, lines: tuple[str, ...], prose: ProseLowering) -> tuple[str, ...]:
    """``lines``, which print where the plan has ``value``."""
    return tuple(prose.derived(value, line) for line in lines)


def _proposed_symbol(plan: Plan, registry: Registry) -> str:
    return f"{_TYPES[plan.act.kind].abbreviation}-{derived_symbol(plan, registry) or BLANK_DAY}"


def _parent_lines(plan: Plan, issuer: str, registry: Registry) -> tuple[str, ...]:
    """The lines of the body above: as typed, else what follows; none where the plan says that there is none."""
    act = plan.act
    if act.parent == "none":
        return ()
    parent = act.parent or parent_of(issuer, jurisdiction(plan, registry), registry, act_day(act))
    return parent_lines(parent) if parent else ()


def ends_document(act: Act) -> bool:
    """Whether the plan's last paragraph is the last of a document: not where articles follow below it."""
    return act.carrying in (None, len(act.articles) - 1)


def _number(number: str | None) -> str:
    """The act's number; below 10 with a leading zero (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.3c)."""
    if number is None:
        return BLANK_NUMBER
    return f"0{number}" if len(number) == 1 and number.isdigit() else number


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


def lower_article(act: Act, index: int, prose: ProseLowering) -> ArticleView:
    """An article; one that begins with a list has its name on a line of its own."""
    article = act.articles[index]
    lines = list(prose.prose(article))
    if isinstance(article, Article):
        lines += _enforcement(article.enforcement, prose)
    if not lines or lines[0].label:
        lines.insert(0, LineView("paragraph", 0, "", "", keep_next=bool(lines)))
    return ArticleView(f"{article_name(index)}.", tuple(lines), carries=index == act.carrying)


def _enforcement(written: Statement | None, prose: ProseLowering) -> Iterator[LineView]:
    if not isinstance(written, Verbatim):
        yield from prose.prose(written)
        return
    for line in prose.prose(written.printed):
        yield line._replace(text=AsTyped(line.text))


def _recipient(recipient: Recipient, prose: ProseLowering) -> Iterator[LineView]:
    """A recipient behind its dash, those inside it behind "+"; what heads a group of recipients has no dash."""
    if isinstance(recipient, Verbatim):
        yield plain_line(statement(recipient, prose))
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


def _signature(signatory: Signatory | None, prose: ProseLowering) -> SignatureView:
    """The signature; while nobody is named its place stays, blank."""
    if signatory is None:
        return SignatureView((), "")
    return SignatureView(tuple(_capacity(signatory, prose)), prose.derived(signatory.name, signatory.name or ""))


def _capacity(signatory: Signatory, prose: ProseLowering) -> Iterator[str]:
    """The lines over the signature (Phụ lục I, Mục II.7b); a title typed on several lines has as many."""
    for prefix, title in (signatory.on_behalf or {}).items():
        yield prose.derived(title, f"{prefix}. {title}")
    for line in paragraphs(signatory.title):
        yield prose.derived(line, line)
