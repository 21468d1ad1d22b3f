"""The year of another plan, left behind where a plan was made out of last year's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.checks.context import Context
from cchc.diagnostics import Diagnostic, Example, Related, Rule, Severity, Wording
from cchc.language.dates import Period
from cchc.language.folding import fold
from cchc.model.act import Article
from cchc.model.blocks import paragraphs
from cchc.model.body import walk
from cchc.patterns import deferred
from cchc.source import KeyPath, Span

OTHER_YEAR = Rule(
    "N117",
    "year-of-another-plan",
    Severity.WARNING,
    Wording("ghi năm {year}, kế hoạch này của năm {period}", "it says {year}, and this plan is for {period}"),
    Wording("sửa thành {period}, nếu không nói về kế hoạch khác", "make it {period}, unless another plan is meant"),
    reason=Wording(
        "kế hoạch thường được soạn từ kế hoạch năm trước; năm cũ sót lại ở tên, trích yếu, Điều 1 hoặc tên phụ lục "
        "làm văn bản mâu "
        "thuẫn với chính nó",
        "plans are usually made out of last year's; an old year left in the title, the subject, Điều 1 or the title "
        "of an "
        "appendix makes the document contradict itself",
    ),
    example=Example.within(
        "period: 2026\n"
        "jurisdiction: Lâm Đồng\n"
        "act:\n"
        "  kind: decision\n"
        "  subject: Ban hành Kế hoạch cải cách hành chính tỉnh Lâm Đồng năm 2026\n"
        "title: ___",
        wrong="Cải cách hành chính tỉnh Lâm Đồng năm 2025",
        right="Cải cách hành chính tỉnh Lâm Đồng năm 2026",
    ),
)
PAST_GOAL = Rule(
    "N118",
    "goal-of-a-past-year",
    Severity.WARNING,
    Wording(
        "mục tiêu đến năm {year}, trước khi kế hoạch {period} bắt đầu",
        "the goal is for {year}, before the plan of {period} begins",
    ),
    Wording("sửa năm, hoặc bỏ mục tiêu của kế hoạch cũ", "change the year, or take the old plan's goal out"),
    reason=Wording(
        "mục tiêu của một kế hoạch phải đạt trong kỳ của nó; năm đã qua thường còn lại từ kế hoạch trước",
        "a plan's goals are to be reached in its own years; a year that has passed is usually left from the plan "
        "before",
    ),
    example=Example.within(
        "period: 2026\nbody:\n  - title: Mục tiêu\n    objectives:\n      - Đến hết ___, 100% hồ sơ được số hóa",
        wrong="năm 2025",
        right="năm 2026",
    ),
)
_YEARS = deferred(r"(?:(?P<words>(?:\w+ ){1,6}))?(?P<lead>năm|giai đoạn) (?P<year>\d{4}(?: ?[-–] ?\d{4})?)")
_ANY_YEAR = deferred(r"\d{4}")
_UNTIL = deferred(r"(?:[Đđ]ến|[Tt]rước) (?:hết |cuối )?(?:năm|ngày 31/12/|31/12/)\s?(?P<year>20\d{2})(?! ?[-–/])")
_BACK = deferred(r"kết quả|khắc phục|đánh giá|tổng kết|tồn tại|báo cáo|rút kinh nghiệm|so với", re.IGNORECASE)
"""Words of titles that look back on another year by right."""

_NAMES: tuple[KeyPath, ...] = (("title",), ("act", "subject"))
"""Where the plan says its own name: a year there stands against the period even where no place has the right one."""

_SLIP = 2
"""Years by which an end of the plan's own range may have been mistyped."""
_PROGRAMME = deferred(r"chương trình|nghị quyết|đề án|chiến lược|quy hoạch|dự án", re.IGNORECASE)
"""What has years of its own."""

_NEAR = 6
"""Years away from the plan's own at which another plan's year may still have been left."""


def check_other_year(context: Context) -> Iterator[Diagnostic]:
    """Years in titles where the same words elsewhere have the plan's own, and goals of years that have passed."""
    yield from _titles(context)
    for objective in context.objectives:
        yield from _goal(context, context.places.value(objective.path), objective.text)
    for lead_in in dict.fromkeys(objective.lead_in for objective in context.objectives if objective.lead_in):
        start = context.wordings.joined.find(lead_in)
        for span in context.wordings.spans((start, start + len(lead_in))):
            yield from _goal(context, span, lead_in)


def _titles(context: Context) -> Iterator[Diagnostic]:
    own = _own_years(context.period)
    titles = list(_named(context))
    right: dict[str, Span] = {}
    wrong: list[tuple[str, str, KeyPath]] = []
    for path, text in titles:
        years = set(_ANY_YEAR.findall(text))
        for match in _YEARS.finditer(text):
            phrase = fold(match["words"] or "")
            named = set(_ANY_YEAR.findall(match["year"]))
            if _is_misdated(match, context.period) and len(phrase.split()) >= 2:
                wrong.append((phrase, match["year"], path))
            elif named <= own:
                right.setdefault(phrase, context.places.value(path).of(match["year"]))
            elif (
                is_of_another_plan(years, context.period, named)
                and not _BACK.search(text[: match.start()])
                and len(phrase.split()) >= 2
            ):
                wrong.append((phrase, match["year"], path))
    for phrase, year, path in wrong:
        here = context.places.value(path)
        other = next((span for known, span in right.items() if known and _same_phrase(phrase, known)), None)
        # An index is determined in the year after its own.
        if other is None and path in _NAMES and "chỉ số" not in phrase:
            other = context.places.value(("period",))
        if other is not None:
            period = context.plan.period
            said = Wording(f"ở đây là {other.text}", f"here it is {other.text}")
            yield OTHER_YEAR.at(here.of(year), year=year, period=period, related=(Related(other, said),))


def _is_misdated(found: re.Match[str], period: Period) -> bool:
    """Whether the plan's own years are meant and one is wrong: “2020 - 2025” of a plan for 2021 to 2025.

    Years inside the plan's own are a part of them; programmes of ten years overlap it by right.
    """
    years = [int(year) for year in _ANY_YEAR.findall(found["year"])]
    if len(years) != 2 or found["lead"] != "giai đoạn" or period.first == period.last:
        return False
    first, last = years
    inside = period.first <= first and last <= period.last
    close = abs(first - period.first) <= _SLIP and abs(last - period.last) <= _SLIP
    return close and not inside and not _PROGRAMME.search(found.string[: found.start("year")])


def _same_phrase(first: str, second: str) -> bool:
    """Whether the last words before a year are the same: “Kế hoạch cải cách hành chính tỉnh X” and “cải cách … tỉnh "
    "X”."""
    words, others = first.split()[-3:], second.split()[-3:]
    length = min(len(words), len(others))
    return length >= 2 and words[-length:] == others[-length:]


def is_of_another_plan(years: set[str], period: Period, named: set[str] | None = None) -> bool:
    """Whether ``years``, those of a name, are not the plan's own, and ``named`` of them (absent: all) are near by."""
    own = _own_years(period)
    return bool(years) and not years & own and _near(years if named is None else named, own)


def has_misdated_range(name: str, period: Period) -> bool:
    """Whether ``name`` has the plan's own years with a slip in one of them, of which N117 speaks."""
    return any(_is_misdated(found, period) for found in _YEARS.finditer(name))


def _own_years(period: Period) -> set[str]:
    return {str(year) for year in range(period.first, period.last + 1)}


def _near(years: set[str], own: set[str]) -> bool:
    return all(min(abs(int(year) - int(each)) for each in own) <= _NEAR for year in years)


def _named(context: Context) -> Iterator[tuple[KeyPath, str]]:
    """The texts that name the plan: title, theme, subject, closing, articles, appendices, headings."""
    plan = context.plan
    for key, text in (("title", plan.title), ("theme", plan.theme)):
        if text:
            yield (key,), text
    if plan.act.subject:
        yield ("act", "subject"), plan.act.subject
    for index, article in enumerate(plan.act.articles):
        words = article.text if isinstance(article, Article) else article
        for text in paragraphs(words):
            yield ("act", "articles", index), text
    for text in paragraphs(plan.closing):
        yield ("closing",), text
    for index, appendix in enumerate(plan.appendices):
        yield ("appendices", index, "title"), appendix.title
    for path, section in walk(plan.body):
        if section.title:
            yield (*path, "title"), section.title


def _goal(context: Context, place: Span, text: str) -> Iterator[Diagnostic]:
    """A goal that names a year before the plan's first and none of its own."""
    for match in _UNTIL.finditer(text):
        year = int(match["year"])
        if year < context.period.first and not _own_years(context.period).intersection(_ANY_YEAR.findall(text)):
            span = place.of(match[0])
            yield PAST_GOAL.at(span.of(match["year"]), year=year, period=context.plan.period)
