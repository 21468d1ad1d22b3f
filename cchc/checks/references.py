"""References between parts of a plan: ids are unique, and ``<#id>`` points at one that has a printed name."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.diagnostics import Diagnostic, Related, Rule, Severity, Wording
from cchc.lower.names import REFERENCE, reference_names
from cchc.model.plan import Plan
from cchc.model.rows import Row
from cchc.model.walk import ids, parts, texts
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
SERVES_NOTHING = Rule(
    "R103",
    "serves-nothing",
    Severity.ERROR,
    Wording("không phần nào của kế hoạch có mã “{id}”", "no part of the plan has the id “{id}”"),
    Wording("đặt “id: {id}” cho mục tiêu mà dòng này phục vụ", "give the objective that this row serves “id: {id}”"),
)


def check_references(plan: Plan, places: SourceMap) -> Iterator[Diagnostic]:
    """Ids that stand twice, and references (``<#id>``, ``serves``) that point nowhere."""
    yield from _duplicate_ids(plan, places)
    yield from _serves_nothing(plan, places)
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


def _serves_nothing(plan: Plan, places: SourceMap) -> Iterator[Diagnostic]:
    known = {name for _, name in ids(plan)}
    for path, part in parts(plan.appendices, ("appendices",)):
        for index, name in enumerate(part.serves if isinstance(part, Row) else ()):
            if name not in known:
                here = places.value((*path, "serves", index))
                yield SERVES_NOTHING.at(here, id=name, hint=suggestion(name, known))


def _dead_references(path: KeyPath, text: str, names: dict[str, str], places: SourceMap) -> Iterator[Diagnostic]:
    for match in REFERENCE.finditer(text):
        if match[1] in names:
            continue
        hint = suggestion(match[1], names, "<#{}>")
        yield DEAD_REFERENCE.at(places.value(path).of(match[0]), id=match[1], hint=hint)
