"""Words that stand twice: an item of a list, a heading, an objective, a basis or recipient of the act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cchc.checks.context import Context
from cchc.checks.likeness import beginning
from cchc.diagnostics import Diagnostic, Example, Related, Rule, Severity, Wording, excerpt
from cchc.language.folding import fold
from cchc.model.blocks import Block, Prose, Verbatim
from cchc.model.body import Section
from cchc.model.inheritance import placed_rows
from cchc.model.walk import parts
from cchc.source import KeyPath, SourceMap, Span

ITEM_TWICE = Rule(
    "P106",
    "item-twice",
    Severity.WARNING,
    Wording("mục này đã có ở trên: “{text}”", "this item stands above already: “{text}”"),
    Wording("bỏ một mục", "leave one out"),
    Wording(
        "ghép góp ý của nhiều nơi vào một danh sách thì một câu dễ vào hai lần",
        "where comments of several bodies are put into one list, a sentence easily comes in twice",
    ),
    Example(
        wrong="bullets:\n  - Rà soát văn bản quy phạm pháp luật.\n  - Công khai thủ tục hành chính.\n"
        "  - Rà soát văn bản quy phạm pháp luật.",
        right="bullets:\n  - Rà soát văn bản quy phạm pháp luật.\n  - Công khai thủ tục hành chính.",
    ),
)
HEADING_TWICE = Rule(
    "P107",
    "heading-twice",
    Severity.WARNING,
    Wording("đề mục “{text}” đã có ở trên, cùng cấp", "the heading “{text}” stands above already, beside this one"),
    Wording("gộp hai mục", "make one section of the two"),
    Wording(
        "nhiệm vụ của một cơ quan ở hai mục thì cơ quan đó dễ đọc sót; trích dẫn “mục …” cũng không rõ",
        "a body whose duties stand in two sections easily overlooks one of them, and references become unclear",
    ),
    Example(
        wrong="sections:\n  - agency: Sở Nội vụ\n    text: Chủ trì, đôn đốc.\n"
        "  - agency: Sở Nội vụ\n    text: Báo cáo.",
        right="sections:\n  - agency: Sở Nội vụ\n    bullets:\n      - Chủ trì, đôn đốc.\n      - Báo cáo.",
    ),
)
OBJECTIVE_TWICE = Rule(
    "P108",
    "objective-twice",
    Severity.WARNING,
    Wording("mục tiêu này đã có ở trên: “{text}”", "this objective stands above already: “{text}”"),
    Wording("bỏ một mục tiêu", "leave one out"),
    Wording(
        "mục tiêu ghi hai lần thì chỉ tiêu bị đếm hai lần; sửa một chỗ thì hai chỗ khác nhau",
        "an objective that stands twice counts twice, and once one of them is changed the two differ",
    ),
    Example(
        wrong="objectives:\n  - 100% văn bản được ký số.\n  - Từ 98% hồ sơ đúng hạn.\n  - 100% văn bản được ký số.",
        right="objectives:\n  - 100% văn bản được ký số.\n  - Từ 98% hồ sơ đúng hạn.",
    ),
)
RECIPIENT_TWICE = Rule(
    "P109",
    "recipient-twice",
    Severity.WARNING,
    Wording("“{text}” đã có ở trên", "“{text}” stands above already"),
    Wording("bỏ một dòng", "leave one out"),
    Wording(
        "mỗi nơi nhận ghi một lần (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II)",
        "each recipient is named once (Decree 30/2020/NĐ-CP, Annex I, part II)",
    ),
    Example(
        wrong="recipients:\n  - Bộ Nội vụ\n  - Thường trực Tỉnh ủy\n  - Bộ Nội vụ",
        right="recipients:\n  - Bộ Nội vụ\n  - Thường trực Tỉnh ủy",
    ),
)

_FEWEST_WORDS = 4
"""Items of fewer words may well stand twice: "Sở Nội vụ", "Không có"."""
_SIGNS = ' .;,:!"-+'
_Words = tuple[KeyPath, str]


def check_repeated(context: Context) -> Iterator[Diagnostic]:
    """Items, headings, objectives and recipients whose words stood before."""
    plan = context.plan
    for path, part in (*parts(plan.act, ("act",)), *parts(plan.body, ("body",))):
        if isinstance(part, Section):
            yield from _twice(HEADING_TWICE, _headings(part.sections, (*path, "sections")), context)
        # What is to be reached is compared in the whole plan.
        if isinstance(part, Block) and "objectives" not in path:
            yield from _in_block(part, path, context)
    yield from _twice(HEADING_TWICE, _headings(plan.body, ("body",)), context)
    for path, block in _in_rows(context):
        yield from _in_block(block, path, context)
    yield from _twice(OBJECTIVE_TWICE, ((each.path, each.text) for each in context.objectives), context, _FEWEST_WORDS)
    # A basis is known by the act that it names: V119.
    yield from _twice(RECIPIENT_TWICE, _lines(plan.act.recipients, ("act", "recipients")), context)


def _headings(sections: Iterable[Section], path: KeyPath) -> Iterator[_Words]:
    for index, section in enumerate(sections):
        if section.heading:
            yield (*path, index, "title" if section.title else "agency"), section.heading


def _in_rows(context: Context) -> Iterator[tuple[KeyPath, Block]]:
    """The cells of rows that hold lists."""
    for path, table in context.plan.tables():
        for placed in placed_rows(table):
            for name, value in placed.cells.items():
                # What comes from defaults or from the row above is judged where it was written.
                if isinstance(value, Block) and (*path, *placed.where(name)) in context.places.values:
                    yield (*path, *placed.where(name)), value


def _in_block(block: Block, path: KeyPath, context: Context) -> Iterator[Diagnostic]:
    if isinstance(block.text, tuple):
        items = (((*path, "text", index), text) for index, text in enumerate(block.text))
        yield from _twice(ITEM_TWICE, items, context, _FEWEST_WORDS)
    for kind, listed in block.lists():
        yield from _twice(ITEM_TWICE, _items(listed, (*path, kind)), context, _FEWEST_WORDS)


def _items(listed: Iterable[Prose], path: KeyPath) -> Iterator[_Words]:
    """The sentences of a list; one with items below is told apart by them."""
    for index, item in enumerate(listed):
        if isinstance(item, str):
            yield (*path, index), item


def _lines(listed: Iterable[object], path: KeyPath) -> Iterator[_Words]:
    for index, item in enumerate(listed):
        if isinstance(item, Verbatim):
            yield (*path, index, "printed"), item.printed
        elif isinstance(item, str) and not item.rstrip().endswith(":"):
            yield (*path, index), item


def _twice(rule: Rule, texts: Iterable[_Words], context: Context, fewest: int = 1) -> Iterator[Diagnostic]:
    """Those of ``texts`` that repeat one before them, without regard to signs at their ends."""
    alike: dict[str, list[_Words]] = {}
    for path, text in texts:
        alike.setdefault(beginning(text), []).append((path, text))
    for group in alike.values():
        if len(group) > 1:
            yield from _among(rule, group, context, fewest)


def _among(rule: Rule, group: list[_Words], context: Context, fewest: int) -> Iterator[Diagnostic]:
    """The repeated ones among texts that begin alike."""
    seen: dict[str, KeyPath] = {}
    for path, text in group:
        folded = fold(text).strip(_SIGNS)
        if folded.count(" ") + 1 < fewest:
            continue
        before = seen.setdefault(folded, path)
        if before is not path:
            first, again = _places(context.places, before, path, text)
            related = Related(first, Wording("lần trước", "the first time"))
            yield rule.at(again, related=(related,), text=excerpt(text))


def _places(places: SourceMap, before: KeyPath, path: KeyPath, text: str) -> tuple[Span, Span]:
    """Where ``text`` stands for the first time, and again; both may be paragraphs of the value at one path."""
    first, again = places.value(before), places.value(path)
    if first.start != again.start:
        return first, again
    first = first.of(text)
    return first, Span(again.source, first.end, again.end).of(text)
