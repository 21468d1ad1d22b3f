"""The plan's name: Điều 1, the act's subject and the plan's own title say the same."""

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from cchc.checks.context import Context
from cchc.checks.inside import inside
from cchc.checks.other_province import other_provinces
from cchc.checks.other_year import has_misdated_range, is_of_another_plan
from cchc.checks.stated import own_unit
from cchc.diagnostics import Diagnostic, Example, Related, Rule, Severity, Wording, excerpt
from cchc.language.folding import fold
from cchc.model.blocks import sentences
from cchc.patterns import deferred
from cchc.registry.citation_dates import Stretch
from cchc.source import Span

OTHER_PLAN_NAME = Rule(
    "V120",
    "plan-name-differs",
    Severity.WARNING,
    Wording(
        "tên kế hoạch ghi “{name}”, chỗ khác ghi “{other}”", "the plan is called “{name}” here, and “{other}” elsewhere"
    ),
    Wording(
        "ghi tên kế hoạch như nhau ở “subject”, Điều 1 và “title”",
        "call the plan the same in “subject”, Điều 1 and “title”",
    ),
    Wording(
        "Điều 1 ban hành đúng kế hoạch đính kèm: tên ở trích yếu, Điều 1 và dưới chữ KẾ HOẠCH là một (Nghị định "
        "30/2020/NĐ-CP, Phụ lục III, Mẫu 1.3).",
        "Điều 1 issues the very plan that is attached: its name is one in the subject, in Điều 1 and under KẾ HOẠCH "
        "(Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.3).",
    ),
    Example.within(
        "act:\n  subject: Ban hành Kế hoạch ___ tỉnh Đắk Nông năm 2025\n"
        "  articles:\n    - Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính tỉnh Đắk Nông năm 2025.\n"
        "title: Cải cách hành chính tỉnh Đắk Nông năm 2025",
        wrong="chuyển đổi số",
        right="cải cách hành chính",
    ),
)
_ELSEWHERE = Wording("ở đây ghi “{name}”", "“{name}” here")
_NAMED = deferred(r"(?P<opened>[“\"]?)\b[Kk]ế hoạch\s+(?P<name>[^;\n]+)")
_ISSUES = deferred(r"\b(?:[Bb]an hành|[Pp]hê duyệt)\b[^.;]*\b[Kk]ế hoạch\b")
_BEHIND = deferred(
    r"(?:\s*\((?:sau đây|gọi tắt|kèm|có)|,?\s*(?:với|gồm|kèm theo|ban hành kèm theo|như sau)\b|\.\s).*", re.DOTALL
)
_KIND = deferred(r"^\s*kế hoạch\s+", re.IGNORECASE)
_YEAR = deferred(r"\d{4}")
_UNSAID = frozenset(("về", "việc", "của", "trên", "địa", "bàn"))
"""Words that do not change the name of a plan."""


Units: TypeAlias = tuple[str, ...]
"""The folded names of units that do not count in a plan's name, its own first."""


class _Name(NamedTuple):
    """The plan's name at one place: as typed, comparable, and where it stands."""

    typed: str
    key: str
    place: Span


def check_plan_name(context: Context) -> Iterator[Diagnostic]:
    """The place at which the plan is called otherwise than at the others; where all differ, those behind the title."""
    plan = context.plan
    if plan.act.kind != "decision" or plan.title is None:
        return
    units = (own_unit(context), *other_provinces(context))  # of another province G114 speaks
    # D102 says that the kind is typed before the name.
    title = _Name(plan.title, _key(_KIND.sub("", plan.title, count=1), units), context.places.value(("title",)))
    named = [title, *_in_subject(context, units), *_in_articles(context, units)]
    keys = [each.key for each in named]
    right = max(named, key=lambda each: keys.count(each.key))
    for each in named:
        if each.key != right.key and not _is_year_left(each, right, context):
            related = (Related(right.place, _ELSEWHERE.fill({"name": excerpt(right.typed, 200)})),)
            yield OTHER_PLAN_NAME.at(
                each.place, name=excerpt(each.typed, 200), other=excerpt(right.typed, 200), related=related
            )


def _is_year_left(one: _Name, other: _Name, context: Context) -> bool:
    """Whether the names differ in nothing but the year of a plan near by, of which N117 speaks."""
    names = [_YEAR.split(each.key) for each in (one, other)]
    if names[0] != names[1]:
        return False
    return any(
        is_of_another_plan(set(_YEAR.findall(each.key)), context.period)
        or has_misdated_range(each.typed, context.period)
        for each in (one, other)
    )


def _in_subject(context: Context, units: Units) -> Iterator[_Name]:
    subject = context.plan.act.subject
    if subject and _ISSUES.search(subject):
        yield from _name(subject, context.places.value(("act", "subject")), units)


def _in_articles(context: Context, units: Units) -> Iterator[_Name]:
    """The name in the first article that issues the plan."""
    for index, article in enumerate(context.plan.act.articles):
        for text in sentences(article):
            issues = _ISSUES.search(text)
            if issues and ("kèm theo" in text or issues.start() == 0):
                yield from _name(text, context.places.value(("act", "articles", index)), units)
                return


def _name(text: str, span: Span, units: Units) -> Iterator[_Name]:
    found = _NAMED.search(text)
    if found is None:
        return
    typed = found["name"]
    if found["opened"]:
        typed = re.split('[”"]', typed, maxsplit=1)[0]
    typed = _BEHIND.sub("", typed).rstrip(' .:,”"')
    start = found.start("name")
    if typed:
        yield _Name(typed, _key(typed, units), inside(span, text, Stretch(start, start + len(typed))))


def _key(name: str, units: Units) -> str:
    """``name`` without letter case, signs, ``units``, and words that do not change it ("về", "của")."""
    level = units[0].partition(" ")[0]
    named = fold(name)
    for unit in filter(None, units):
        named = named.replace(unit, " ")
    words = (word for word in re.sub(r"\W+", " ", named).split() if word not in _UNSAID and word != level)
    return " ".join("cải cách hành chính" if word == "cchc" else word for word in words)
