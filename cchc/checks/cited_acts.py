"""The acts that a plan and the plans of a run cite: one act has one date, one number and one type, and is there by "
"then."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain

from cchc.checks.context import Cited, Context
from cchc.checks.inside import inside
from cchc.checks.stated import ActKey, Stated, is_slip_of, reference, stated
from cchc.diagnostics import Diagnostic, Example, Related, Rule, Severity, Wording, excerpt
from cchc.language.folding import fold
from cchc.patterns import deferred

_DATES_REASON = Wording(
    "Một văn bản chỉ có một ngày ban hành; hai ngày khác nhau thì có một ngày sai, hoặc số, ký hiệu sai.",
    "An act has one date; of two that differ one is wrong, or the number is.",
)
TWO_DATES = Rule(
    "V110",
    "two-dates",
    Severity.WARNING,
    Wording("{label} ghi ngày {day}, chỗ khác ghi ngày {other}", "{label} is dated {day} here, and {other} elsewhere"),
    Wording("xem lại văn bản, sửa ngày ở một trong hai chỗ", "look at the act and mend the date in one of the places"),
    _DATES_REASON,
    Example(
        "bullets:\n  - Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ\n  - Nghị quyết số 76/NQ-CP ngày 05/7/2021",
        "bullets:\n  - Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ\n  - Nghị quyết số 76/NQ-CP ngày 15/7/2021",
    ),
)
TWO_DATES_ACROSS = Rule(
    "V111",
    "two-dates-across-plans",
    Severity.WARNING,
    Wording(
        "{label} ghi ngày {day}, kế hoạch khác ghi ngày {other}",
        "{label} is dated {day} here, and {other} in another plan",
    ),
    Wording(
        "xem lại văn bản, sửa ngày ở kế hoạch ghi sai", "look at the act and mend the date in the plan that is wrong"
    ),
    _DATES_REASON,
    Example.within(
        "opening: ___\n# 2018.yaml\nopening: Thực hiện Nghị định số 130/2005/NĐ-CP ngày 17/10/2005",
        wrong="Thực hiện Nghị định số 130/2005/NĐ-CP ngày 17/5/2005",
        right="Thực hiện Nghị định số 130/2005/NĐ-CP ngày 17/10/2005",
    ),
)
_OTHER_PLACE = Wording("ở đây ghi ngày {day}", "dated {day} here")
TWO_TYPES = Rule(
    "V114",
    "two-types",
    Severity.WARNING,
    Wording(
        "{label}: chỗ khác ghi cùng số, cùng cơ quan là {other}",
        "{label}: elsewhere the same number and issuer are {other}",
    ),
    Wording(
        "xem lại văn bản, sửa tên loại và ký hiệu ở một trong hai chỗ",
        "look at the act; mend type and symbol in one place",
    ),
    Wording(
        "Cùng số, cùng ngày và cùng cơ quan mà khác loại thì gần như chắc chắn là một văn bản gõ sai.",
        "The same number, day and issuer with another type is almost surely one act, once badly typed.",
    ),
    Example(
        "bullets:\n  - Kế hoạch số 584/KH-UBND ngày 14/10/2022\n  - Quyết định số 584/QĐ-UBND ngày 14/10/2022",
        "bullets:\n  - Kế hoạch số 584/KH-UBND ngày 14/10/2022\n  - Kế hoạch số 584/KH-UBND ngày 14/10/2022",
    ),
)
_OTHER_TYPE = Wording("ở đây ghi {label}", "{label} here")
TWO_NUMBERS = Rule(
    "V115",
    "two-numbers",
    Severity.WARNING,
    Wording(
        "{label}: chỗ khác ghi cùng ngày, cùng trích yếu là {other}",
        "{label}: elsewhere the same day and subject are of {other}",
    ),
    Wording("xem lại văn bản, sửa số ở một trong hai chỗ", "look at the act; mend the number in one place"),
    Wording(
        "Cùng loại, cùng ngày, cùng trích yếu mà khác số thì một trong hai số gõ sai.",
        "The same type, day and subject with another number: one of the numbers is a slip.",
    ),
    Example.within(
        "bullets:\n  - Quyết định số 1271/QĐ-UBND ngày 18/8/2021 về việc ban hành Kế hoạch CCHC tỉnh\n"
        "  - Quyết định số ___ ngày 18/8/2021 về việc ban hành Kế hoạch CCHC tỉnh",
        wrong="1217/QĐ-UBND",
        right="1271/QĐ-UBND",
    ),
)
_LEADING = frozenset(["về", "việc", "ban", "hành", "phê", "duyệt", "quy", "định"])
"""Words with which a subject may begin or not."""
_FURTHEST = 60
"""How far behind a citation its subject begins, in characters: the issuer stands between."""
_LEAST_WORDS, _MOST_WORDS = 5, 7
_LONG_NUMBER = 3
"""From how many digits on two acts of one body seldom share a number by chance."""


_ABOUT = deferred(r"\b(?:về(?: việc)?|ban hành|phê duyệt|sửa đổi|quy định)\b[^;.(“”\n]*", re.IGNORECASE)
"""The subject of an act that is cited."""


def check_cited_acts(context: Context) -> Iterator[Diagnostic]:
    """Two dates, types or numbers of one act inside the plan."""
    if not context.citations:
        return
    places = stated(context, own=_cites_itself(context))
    for key, held in _by(places, lambda each: each.key).items():
        yield from _two_dates(key, held)
    for held in _by(places, lambda each: each.bearer).values():
        yield from _two_types(held)
    yield from _two_numbers(context)


def _cites_itself(context: Context) -> bool:
    """Whether an act of the plan's own number is cited: its symbol takes time to derive."""
    number = (context.plan.act.number or "").lstrip("0")
    return any(cited.citation.number == number for cited in context.citations)


def opinions(places: Iterable[Stated]) -> Iterator[Stated]:
    """What a plan mostly says of each act to which it gives a date."""
    for held in _by(places, lambda each: each.key).values():
        dated = [each for each in held if each.day is not None]
        if dated:
            yield reference(dated)


def compare_plans(plans: Iterable[Iterable[Stated]]) -> Iterator[Diagnostic]:
    """One act under two dates in different plans, each of which gives its ``opinions``."""
    of_acts: dict[ActKey, list[Stated]] = defaultdict(list)
    for each in chain.from_iterable(plans):
        of_acts[each.key].append(each)
    for key, held in of_acts.items():
        yield from _differing(TWO_DATES_ACROSS, key, held)


def _by(places: Iterable[Stated], key: Callable[[Stated], ActKey]) -> dict[ActKey, list[Stated]]:
    groups: dict[ActKey, list[Stated]] = defaultdict(list)
    for each in places:
        groups[key(each)].append(each)
    return groups


def _two_dates(key: ActKey, held: list[Stated]) -> Iterator[Diagnostic]:
    dated = [each for each in held if each.day is not None]
    if dated:
        yield from _differing(TWO_DATES, key, dated)


def _differing(rule: Rule, key: ActKey, held: list[Stated]) -> Iterator[Diagnostic]:
    right = reference(held)
    for each in held:
        if each.day and right.day and is_slip_of(each.day, right.day, key):
            day, other = short_date(each.day), short_date(right.day)
            related = (Related(right.place, _OTHER_PLACE.fill({"day": other})),)
            yield rule.at(each.place, label=excerpt(each.label), day=day, other=other, related=related)


def _two_types(held: list[Stated]) -> Iterator[Diagnostic]:
    """Places whose type is not that of the most; those without a day only where the number is long."""
    if len({each.key for each in held}) < 2:
        return
    keys_ = [each.key for each in held]
    right = max(held, key=lambda each: (each.own, each.day is not None, keys_.count(each.key)))
    for each in held:
        if each.key == right.key or not each.key[2] or not right.key[2]:
            continue
        same_day = each.day is not None and each.day == right.day
        undated = None in (each.day, right.day) and len(each.key[0]) >= _LONG_NUMBER
        if same_day or undated:
            related = (Related(right.place, _OTHER_TYPE.fill({"label": right.label})),)
            yield TWO_TYPES.at(each.place, label=each.label, other=right.label, related=related)


def _two_numbers(context: Context) -> Iterator[Diagnostic]:
    """Acts of one type, issuer, day and subject with two numbers."""
    groups: dict[tuple[str, ...], list[Cited]] = defaultdict(list)
    for cited in context.citations:
        found = cited.citation
        if found.number and found.day:
            groups[(found.symbol, str(found.day))].append(cited)
    for same_day in groups.values():
        if len({each.citation.label for each in same_day}) > 1:
            for held in _by_subject(same_day).values():
                numbers = [each.citation.label for each in held]
                right = max(held, key=lambda each: numbers.count(each.citation.label))
                others = (each for each in held if each.citation.label != right.citation.label)
                yield from (_other_number(each, right, context) for each in others)


def _by_subject(found: Iterable[Cited]) -> dict[str, list[Cited]]:
    """Citations by the first words of what the act is about, those that say too little left out."""
    groups: dict[str, list[Cited]] = defaultdict(list)
    for cited in found:
        subject = _subject(cited)
        if subject:
            groups[subject].append(cited)
    return groups


def _other_number(each: Cited, right: Cited, context: Context) -> Diagnostic:
    place, other = (inside(context.places.value(c.path), c.text, c.citation.written) for c in (each, right))
    related = (Related(other, _OTHER_TYPE.fill({"label": right.citation.label})),)
    return TWO_NUMBERS.at(place, label=each.citation.label, other=right.citation.label, related=related)


def _subject(cited: Cited) -> str:
    """The first words of what the act is about, folded; empty where too few are said."""
    behind = cited.text[cited.citation.whole.end :][:200]
    if not behind.lstrip(" ,").startswith(("của", "về", "ban hành", "phê duyệt", "sửa đổi", "quy định")):
        return ""
    found = _ABOUT.search(behind)
    if found is None or found.start() > _FURTHEST:
        return ""
    words = fold(found[0]).replace("cchc", "cải cách hành chính").split()
    while words and words[0] in _LEADING:
        words.pop(0)
    return " ".join(words[:_MOST_WORDS]) if len(words) >= _LEAST_WORDS else ""


def short_date(day: date) -> str:
    """``day`` as texts write it: 18/8/2021, 05/01/2022."""
    return f"{day.day:02}/{day.month:02}/{day.year}" if day.month <= 2 else f"{day.day:02}/{day.month}/{day.year}"
