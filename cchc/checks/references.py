"""References between parts of a plan: ids are unique, and ``<#id>`` points at one that has a printed name."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.diagnostics import Diagnostic, Related, Rule, Severity, Wording
from cchc.lower.names import REFERENCE, reference_names
from cchc.model.plan import Plan
from cchc.model.walk import ids, texts
from cchc.source import KeyPath, SourceMap
from cchc.suggestions import suggestion

DUPLICATE_ID = Rule(
    "R101",
    "duplicate-id",
    Severity.ERROR,
    Wording("mã “{id}” đã dùng ở dòng {line}", "the id “{id}” stands on line {line} already"),
    Wording(
        "mỗi mã chỉ đặt cho một phần của kế hoạch; đổi một trong hai",
        "an id names one part of the plan; change one of the two",
    ),
)
_FIRST_USE = Wording("mã này đặt lần đầu ở đây", "first used here")
DEAD_REFERENCE = Rule(
    "R102",
    "dead-reference",
    Severity.ERROR,
    Wording("“<#{id}>” không trỏ tới phần nào của kế hoạch", "“<#{id}>” points at no part of the plan"),
    Wording(
        "đặt “id: {id}” cho điều, mục hoặc phụ lục được nhắc tới", "give the article, section or appendix “id: {id}”"
    ),
)


def check_references(plan: Plan, places: SourceMap) -> Iterator[Diagnostic]:
    """Ids that stand twice, and references that point nowhere."""
    yield from _duplicate_ids(plan, places)
    names = reference_names(plan)
    for path, text in texts(plan):
        if "<#" in text:
            yield from _dead_references(path, text, names, places)


def _duplicate_ids(plan: Plan, places: SourceMap) -> Iterator[Diagnostic]:
    first: dict[str, KeyPath] = {}
    for path, name in ids(plan):
        if name not in first:
            first[name] = path
            continue
        before = places.value(first[name])
        related = (Related(before, _FIRST_USE),)
        yield DUPLICATE_ID.at(places.value(path), id=name, line=before.line, related=related)


def _dead_references(path: KeyPath, text: str, names: dict[str, str], places: SourceMap) -> Iterator[Diagnostic]:
    for match in REFERENCE.finditer(text):
        if match[1] in names:
            continue
        hint = suggestion(match[1], names, "<#{}>")
        yield DEAD_REFERENCE.at(places.value(path).of(match[0]), id=match[1], hint=hint)
