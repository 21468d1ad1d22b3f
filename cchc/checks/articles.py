"""The articles of a decision: one of them at most carries the plan, one at most says who must carry the act out."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.checks.context import Context
from cchc.diagnostics import Diagnostic, Rule, Severity, Wording
from cchc.language.folding import fold
from cchc.model.act import Article
from cchc.model.blocks import Statement, Verbatim, sentences
from cchc.model.plan import Plan
from cchc.source import KeyPath, SourceMap

CARRIES_TWICE = Rule(
    "A107",
    "carries-twice",
    Severity.ERROR,
    Wording(
        "kế hoạch đã nằm trong Điều {number}, sẽ in hai lần",
        "Điều {number} carries the plan already, so it would print twice",
    ),
    Wording("chỉ để “carries: plan” ở một điều", "keep “carries: plan” on one article"),
)
CARRIES_NOTHING = Rule(
    "A108",
    "carries-nothing",
    Severity.ERROR,
    Wording("không có nội dung kế hoạch để in trong điều này", "there is no plan to print in this article"),
    Wording("thêm “body”, hoặc bỏ “carries: plan”", "add a “body”, or leave “carries: plan” out"),
)
NO_PLACE_FOR_THEME = Rule(
    "A109",
    "theme-of-a-plan-inside",
    Severity.ERROR,
    Wording(
        "kế hoạch nằm trong một điều thì chủ đề không in ra",
        "the theme of a plan that an article carries does not print",
    ),
    Wording("bỏ khóa này, hoặc viết chủ đề vào “opening”", "leave it out, or write it into “opening”"),
)
ENFORCED_TWICE = Rule(
    "A110",
    "enforced-twice",
    Severity.WARNING,
    Wording(
        "trách nhiệm thi hành đã nêu ở Điều {number}, in ra hai lần",
        "Điều {number} says already who must carry the act out, so it prints twice",
    ),
    Wording("chỉ để ở một chỗ", "keep it in one place"),
)
_ENFORCING = fold("chịu trách nhiệm thi hành Quyết định này")


def check_articles(context: Context) -> Iterator[Diagnostic]:
    """A plan that two articles carry or none could, and what must be carried out said twice."""
    plan, places = context.plan, context.places
    if plan.act.kind != "decision":
        return
    yield from _carrying(plan, places)
    yield from _enforcing(plan, places)


def _carrying(plan: Plan, places: SourceMap) -> Iterator[Diagnostic]:
    first = plan.act.carrying
    if first is None:
        return
    for index, article in enumerate(plan.act.articles):
        if index > first and isinstance(article, Article) and article.carries:
            yield CARRIES_TWICE.at(places.value(("act", "articles", index, "carries")), number=first + 1)
    if not (plan.body or plan.opening or plan.closing):
        yield CARRIES_NOTHING.at(places.value(("act", "articles", first, "carries")))
    if plan.theme:
        yield NO_PLACE_FOR_THEME.at(places.key(("theme",)))


def _enforcing(plan: Plan, places: SourceMap) -> Iterator[Diagnostic]:
    """Every place but the first that says who must carry the act out, where one of them is an ``enforcement``."""
    found = list(enforcements(plan))
    if any(path[-1] == "enforcement" for path in found):
        for path in found[1:]:
            yield ENFORCED_TWICE.at(places.value(path), number=int(found[0][2]) + 1)


def enforcements(plan: Plan) -> Iterator[KeyPath]:
    """The places that say who must carry the decision out: an ``enforcement``, or an article in these words."""
    for index, article in enumerate(plan.act.articles):
        path: KeyPath = ("act", "articles", index)
        if any(_ENFORCING in fold(text) for text in sentences(article)):
            yield (*path, "text") if isinstance(article, Article) and article.text else path
        if isinstance(article, Article) and _words(article.enforcement):
            yield (*path, "enforcement")


def _words(written: Statement | None) -> str:
    return written.printed if isinstance(written, Verbatim) else written or ""
