"""Acts that a plan cites against its own: none is of a later day, and with its own it bears one number."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from cchc.checks.cited_acts import short_date
from cchc.checks.context import Cited, Context
from cchc.checks.inside import inside
from cchc.checks.stated import own_symbol
from cchc.diagnostics import Diagnostic, Example, Related, Rule, Severity, Wording, excerpt
from cchc.language.dates import NotADate, read_month
from cchc.lower.derived import act_day
from cchc.patterns import deferred
from cchc.registry.citation_dates import DateState, Stretch
from cchc.registry.citations import Citation

LATER = Rule(
    "V112",
    "cited-after-the-plan",
    Severity.WARNING,
    Wording("{label} {of_vi}, sau ngày của kế hoạch ({own})", "{label} is of {of_en}, after the plan's day ({own})"),
    Wording(
        "xem lại ngày hoặc năm của văn bản được viện dẫn, hoặc ngày ban hành",
        "look at the date or year of the act that is cited, or at the plan's own date",
    ),
    Wording(
        "Văn bản không thể căn cứ hoặc viện dẫn một văn bản ra đời sau nó. Dự thảo chưa có ngày thì so với hôm nay, "
        "và chỉ là lưu ý.",
        "No act can cite one that was not there yet. A draft without a date is held to today, and it is a note.",
    ),
    Example(
        "act:\n  date: 2024-12-30\n  proposal: Giám đốc Sở Nội vụ tại Tờ trình số 558/TTr-SNV ngày 31/12/2024",
        "act:\n  date: 2024-12-30\n  proposal: Giám đốc Sở Nội vụ tại Tờ trình số 558/TTr-SNV ngày 20/12/2024",
    ),
)
OTHER_OWN_NUMBER = Rule(
    "V116",
    "own-number-differs",
    Severity.WARNING,
    Wording("ghi {label}, nhưng số của văn bản này là {own}", "it says {label}, but this act's own number is {own}"),
    Wording("sửa số ở đây hoặc ở “act”", "mend the number here, or under “act”"),
    Wording(
        "Số, ngày ghi ở các dòng “kèm theo” phải là của chính văn bản ban hành (Nghị định 30/2020/NĐ-CP, Phụ lục I "
        "mục III.1c).",
        "Number and date of a “kèm theo” are those of the act that issues (Nghị định 30/2020/NĐ-CP, Phụ lục I mục "
        "III.1c).",
    ),
    Example.within(
        "jurisdiction: Đắk Nông\nact: {kind: decision, number: 1629, date: 2024-12-30}\nclosing: ___",
        wrong="Kế hoạch này kèm theo Quyết định số 1692/QĐ-UBND",
        right="Kế hoạch này kèm theo Quyết định số 1629/QĐ-UBND",
    ),
)
_OWN_NUMBER = Wording("số của văn bản", "the act's number")


def check_cited_days(context: Context) -> Iterator[Diagnostic]:
    """Acts of a day after the plan's own, or still to come; another number where the plan's own act is meant."""
    if context.citations:
        yield from _later(context)
        yield from _own_number(context)


_ATTACHED_TO = deferred(
    r"(?:^|\(|\b(?:kế hoạch|phụ lục|biểu|bảng) này)\s*\(?(?:được\s+)?(?:ban hành\s+)?kèm theo\s+$", re.IGNORECASE
)
"""What stands before the act with which a plan, its appendix or a table is issued."""


def _later(context: Context) -> Iterator[Diagnostic]:
    """Acts of a day after the plan's. A draft may be signed after what is still to come: there it is a note."""
    limit = _last_day(context)
    for cited in context.citations:
        own = limit or context.today
        later = _day_after(cited, own) or _year_after(cited.citation, own)
        if later is None:
            continue
        place = inside(context.places.value(cited.path), cited.text, later.at)
        label = excerpt(cited.citation.label)
        said = LATER.at(place, label=label, of_vi=later.said.vi, of_en=later.said.en, own=short_date(own))
        yield said if limit else said._replace(severity=Severity.NOTE)


class _Later(NamedTuple):
    """The words that give an act a later time, and how a message says it."""

    at: Stretch
    said: Wording


def _day_after(cited: Cited, own: date) -> _Later | None:
    """The date of an act behind its number or before it, where that is after ``own``."""
    found = cited.citation
    day, at = (found.day, found.date_at) if found.dated is not DateState.NONE else _dated_before(cited)
    if day is None or day <= own or found.year not in (None, day.year):
        return None
    return _Later(at, Wording(f"ngày {short_date(day)}", short_date(day)))


def _year_after(found: Citation, own: date) -> _Later | None:
    """The number and symbol of an act, where they bear a year after that of ``own`` and no other date."""
    if found.year is None or found.year <= own.year or found.day is not None:
        return None
    return _Later(found.written, Wording(f"là văn bản của năm {found.year}", str(found.year)))


_ISSUED_ON = deferred(
    r"(?P<not>\b(?:trước|đến|từ|sau|hết|hạn|kể từ)\s+)?\bngày\s+(?P<date>(?P<day>\d{1,2})(?:\s?[/.-]\s?|\s+tháng\s+)"
    r"(?P<month>\d{1,2})(?:\s?[/.-]\s?|\s+năm\s+)(?P<year>\d{4}))\s?,?\s+(?:[^\s;:,.()\d]+\s+){1,12}?"
    r"(?:đã\s+|có\s+)?(?:ban hành|ký ban hành|ký|phê duyệt)\s+$",
    re.IGNORECASE,
)
"""A day on which somebody issues the act that follows: "Ngày 10/4/2025, Bộ Nội vụ ban hành "."""
_ISSUED = ("ban hành", "ký", "phê duyệt")
"""The ends of what it finds: a quick look before it is compiled."""


def _dated_before(cited: Cited) -> tuple[date | None, Stretch]:
    start = cited.citation.whole.start
    low = max(0, start - 160)
    before = cited.text[low:start]
    issued = cited.citation.number and before.rstrip().lower().endswith(_ISSUED)
    dates = list(_ISSUED_ON.finditer(before)) if issued else []
    found = dates[-1] if dates else None
    if found is None or found["not"]:
        return None, cited.citation.date_at
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None, cited.citation.date_at
    return day, Stretch(low + found.start("date"), low + found.end("date"))


def _last_day(context: Context) -> date | None:
    """The last day on which the plan may have been issued; None where it says none."""
    day = act_day(context.plan.act)
    if day is not None or context.plan.act.date is None:
        return day
    try:
        return read_month(context.plan.act.date).last_day
    except NotADate:
        return None


def _own_number(context: Context) -> Iterator[Diagnostic]:
    act = context.plan.act
    if act.number is None:
        return
    for cited in context.citations:
        found = cited.citation
        before = cited.text[: found.whole.start][-80:]
        if "kèm theo" not in before.lower() or found.number in ("", act.number.lstrip("0")):
            continue
        symbol = own_symbol(context)
        if found.symbol == symbol and _ATTACHED_TO.search(before):
            place = inside(context.places.value(cited.path), cited.text, found.written)
            here = (Related(context.places.value(("act", "number")), _OWN_NUMBER),)
            yield OTHER_OWN_NUMBER.at(place, label=found.label, own=f"{act.number}/{symbol}", related=here)
