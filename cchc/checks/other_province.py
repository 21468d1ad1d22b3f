"""Another province than the plan's own, where the plan speaks of itself."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from cchc.checks.around import is_in_cited_act, is_of_the_past, is_quoted, sentence_at
from cchc.checks.assigned import LEAD, cell_spans
from cchc.checks.context import Context
from cchc.checks.inside import inside
from cchc.checks.texts import occurrences
from cchc.diagnostics import Diagnostic, Example, Related, Rule, Severity, Wording, excerpt
from cchc.language.folding import fold
from cchc.registry.citation_dates import Stretch
from cchc.registry.facts import Body
from cchc.registry.jurisdiction import Jurisdiction, jurisdiction_of, proper_name
from cchc.registry.registry import Registry
from cchc.source import KeyPath, Span

OTHER_PROVINCE = Rule(
    "G114",
    "another-province",
    Severity.WARNING,
    Wording(
        "ghi “{name}”, kế hoạch này của {own}{count_vi}",
        "it says “{name}”, and this plan is of {own}{count_en}",
    ),
    Wording("sửa tên tỉnh, hoặc sửa “jurisdiction”", "put the plan's own province, or mend “jurisdiction”"),
    Wording(
        "Kế hoạch soạn từ kế hoạch của tỉnh khác, hoặc của tỉnh trước khi sáp nhập, thường còn tên tỉnh cũ ở trích "
        "yếu, Điều 1, tên kế hoạch, tên phụ lục. Viện dẫn, câu nói về học tập, phối hợp với tỉnh khác không tính.",
        "A plan made out of another province's, or of one's own before a merger, often keeps the old name in the "
        "subject, Điều 1, the title, titles of appendices. Citations and sentences about learning from or working with "
        "other provinces do not count.",
    ),
    Example.within(
        "jurisdiction: Lâm Đồng\nact:\n  kind: decision\n  date: 2025-12-30\ntitle: Cải cách hành chính ___ năm 2026",
        wrong="tỉnh Đắk Nông",
        right="tỉnh Lâm Đồng",
    ),
)
_HERE = Wording("kế hoạch của nơi này", "whose plan it is")
_KINDS = ("tỉnh", "thành phố")
_BEFORE = (
    *("trên địa bàn ", "ubnd ", "ủy ban nhân dân ", "uỷ ban nhân dân ", "hđnd ", "hội đồng nhân dân ", "của "),
    *("toàn ", "nội bộ "),
)
"""What stands before a province in running text that means the plan's own."""
_SAID = frozenset(("lead", "support", "agency", "duty_of", "enforcement", "recipients", "issuer", "jurisdiction"))
"""Keys that name bodies: columns are read as such, and of the others G104 and A106 speak."""
_TOGETHER = (
    *("học tập", "kinh nghiệm", "phối hợp với", "phối hợp giữa", "giáp ", "liên kết", "ký kết", "hợp tác", "tham quan"),
    *("so với", "các tỉnh", "các địa phương", "giao lưu", "kết nghĩa", "mô hình của", "liên tỉnh", "chuyển đến"),
)
"""Words of sentences that name other provinces by right."""


class _Found(NamedTuple):
    """A province that a text names: its entry, the ways to the text, the text, where the name stands."""

    body: Body
    paths: list[KeyPath]
    text: str
    at: Stretch


def check_other_province(context: Context) -> Iterator[Diagnostic]:
    """Other provinces in names of the plan, each; in running text, each province once; in columns of bodies."""
    unit = own_province(context)
    if unit is None:
        return
    own = fold(unit.name)
    in_prose: dict[str, list[_Found]] = {}
    for found in _other(context, own):
        named = [path for path in found.paths if _is_name(path)]
        for path in named:
            yield _said(inside(context.places.value(path), found.text, found.at), unit.unit, 1, context)
        if len(named) < len(found.paths) and _is_of_plan(found):
            kept = [path for path in found.paths if not _is_name(path)]
            in_prose.setdefault(fold(proper_name(found.body.name)), []).append(found._replace(paths=kept))
    for each in in_prose.values():
        first = each[0]
        span = inside(context.places.value(first.paths[0]), first.text, first.at)
        yield _said(span, unit.unit, sum(len(found.paths) for found in each), context)
    yield from _columns(context, own, unit.unit)


def own_province(context: Context) -> Jurisdiction | None:
    """The province whose plan it is; None where it is a lower unit's, or nobody's that is known."""
    words = context.plan.jurisdiction
    unit = jurisdiction_of(words, context.registry, context.act_day) if words else None
    return unit if unit and unit.body else None


def is_another_province(body: Body, context: Context) -> bool:
    """Whether ``body`` is a province, and not the one whose plan it is, as far as that is known."""
    unit = own_province(context) if body.level == "province_unit" else None
    return unit is not None and fold(proper_name(body.name)) != fold(unit.name)


def other_provinces(context: Context) -> tuple[str, ...]:
    """The folded names with their kind of all provinces but the plan's own; none where that is not known."""
    unit = own_province(context)
    if unit is None:
        return ()
    own = fold(unit.name)
    return tuple(
        f"{kind} {fold(name)}" for kind in _KINDS for name, _ in _others(kind, own, context.registry, context.day)
    )


def _said(span: Span, own: str, count: int, context: Context) -> Diagnostic:
    related = (Related(context.places.value(("jurisdiction",)), _HERE),)
    several = count > 1
    values: dict[str, object] = {
        "name": excerpt(" ".join(span.text.split())),
        "own": own,
        "count_vi": f" ({count} chỗ)" if several else "",
        "count_en": f" (places: {count})" if several else "",
    }
    return OTHER_PROVINCE.filled(span, values, related=related)


def _other(context: Context, own: str) -> Iterator[_Found]:
    """The provinces that texts name with their kind ("tỉnh Đắk Nông") and that are not the plan's own."""
    joined = context.wordings.joined
    names: dict[str, tuple[tuple[str, Body], ...]] = {}
    for kind in _KINDS:
        behind = f"{kind[1:]} "
        for at in occurrences(joined, behind):
            end = at + len(behind)
            if not joined[end : end + 1].isupper() or joined[at - 1 : at].lower() != kind[0]:
                continue
            if kind not in names:
                names[kind] = _others(kind, own, context.registry, context.day)
            following = joined[end : end + 30].lower()
            for name, body in names[kind]:
                if following.startswith(name) and not following[len(name) : len(name) + 1].isalnum():
                    yield from _found(body, at - 1, end + len(name), context)


def _found(body: Body, start: int, end: int, context: Context) -> Iterator[_Found]:
    text, begin = context.wordings.text_at(start)
    at = Stretch(start - begin, end - begin)
    paths = [path for path in context.wordings.paths(start) if path[0] != "layouts" and not _SAID.intersection(path)]
    if paths and not _is_by_right(text, at.start, context.period.first):
        yield _Found(body, paths, text, at)


@lru_cache(maxsize=8)
def _others(kind: str, own: str, registry: Registry, day: date) -> tuple[tuple[str, Body], ...]:
    """The names of other provinces of one ``kind``, in small letters; a city only while it is a province's equal."""
    names: dict[str, Body] = {}
    for body in registry.bodies:
        if body.level == "province_unit" and body.name.lower().startswith(f"{kind} "):
            name = proper_name(body.name)
            begun = body.valid_from is None or body.valid_from <= day
            if fold(name) != own and (begun or kind == "tỉnh"):
                names.setdefault(name.lower(), body)
    return tuple(names.items())


def _is_by_right(text: str, offset: int, first_year: int) -> bool:
    """Whether another province may be named at ``offset`` of ``text``."""
    sentence = sentence_at(text, offset)
    lowered = sentence.lower()
    return (
        any(words in lowered for words in _TOGETHER)
        or is_of_the_past(sentence, first_year)
        or is_quoted(text, offset)
        or is_in_cited_act(text, offset)
    )


def _is_name(path: KeyPath) -> bool:
    """Whether the plan says its own name there: subject, articles, title, theme, closing, titles of appendices."""
    return (
        path[0] in ("title", "theme", "closing")
        or path[:2] in (("act", "subject"), ("act", "articles"))
        or (path[0] == "appendices" and len(path) == 3 and path[2] == "title")
    )


def _is_of_plan(found: _Found) -> bool:
    """Whether the words before the province say that the plan's own is meant."""
    return found.text[: found.at.start].lower().endswith(_BEFORE)


def _columns(context: Context, own: str, unit: str) -> Iterator[Diagnostic]:
    """Bodies of another province that lead, as they may well take part; of what is gone or to come others speak."""
    said: dict[str, list[Span]] = {}
    for cell in context.assigned.cells(LEAD):
        for mention in cell.mentions:
            if mention.kind == "unknown":
                continue
            for body, _ in context.assigned.naming(mention).units:
                other = body.level == "province_unit" and fold(proper_name(body.name)) != own
                if other and body.exists_on(context.day):
                    spans = (span.of(mention.printed) for span in cell_spans(cell, context.places))
                    said.setdefault(mention.printed, []).extend(spans)
    for places in said.values():
        yield _said(places[0], unit, len(places), context)
