"""The articles of a decision: one of them at most carries the plan, one at most says who must carry the act out."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.checks.context import Context
from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording
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
    reason=Wording(
        "toàn bộ kế hoạch sẽ in hai lần trong cùng một Quyết định", "the whole plan would print twice in one decision"
    ),
    example=Example.within(
        "act:\n"
        "  kind: decision\n"
        "  articles:\n"
        "    - {text: Ban hành Kế hoạch như sau, carries: plan}\n"
        "    - ___\n"
        "body:\n"
        "  - title: Mục tiêu",
        wrong="{text: Nội dung, carries: plan}",
        right="Quyết định có hiệu lực từ ngày ký.",
    ),
)
_CARRYING = "act:\n  kind: decision\n  articles:\n    - {text: Phê duyệt Kế hoạch như sau, carries: plan}"
CARRIES_NOTHING = Rule(
    "A108",
    "carries-nothing",
    Severity.ERROR,
    Wording("không có nội dung kế hoạch để in trong điều này", "there is no plan to print in this article"),
    Wording("thêm “body”, hoặc bỏ “carries: plan”", "add a “body”, or leave “carries: plan” out"),
    reason=Wording(
        "điều này hứa một kế hoạch ở bên dưới, rồi không có gì được in",
        "the article promises a plan below it, and then nothing prints",
    ),
    example=Example(wrong=_CARRYING, right=_CARRYING + "\nbody:\n  - title: Mục tiêu"),
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
    reason=Wording(
        "chủ đề in dưới tên của một kế hoạch kèm theo; kế hoạch nằm trong một điều không có tên riêng nên chủ đề mất",
        "a theme prints below the title of an attached plan; a plan inside an article has no title of its own, so "
        "the theme is lost",
    ),
    example=Example.within(
        "___\n" + _CARRYING + "\nbody:\n  - title: Mục tiêu",
        wrong="theme: Chính quyền số",
        right="opening: Chủ đề năm là “Chính quyền số”.",
    ),
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
    reason=Wording(
        "một Quyết định giao trách nhiệm thi hành một lần, ở điều cuối (NĐ 30/2020, Phụ lục III, Mẫu 1.2); hai "
        "danh sách dễ lệch nhau",
        "a decision says once, in its last article, who must carry it out (NĐ 30/2020, Phụ lục III, Mẫu 1.2); two "
        "lists soon differ",
    ),
    example=Example.within(
        "act:\n  kind: decision\n  articles:\n    - ___\n    - enforcement: Chánh Văn phòng UBND tỉnh",
        wrong="Giám đốc Sở Nội vụ chịu trách nhiệm thi hành Quyết định này.",
        right="Quyết định này có hiệu lực từ ngày ký.",
    ),
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
