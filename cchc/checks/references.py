"""References between parts of a plan: ids are unique, and ``<#id>`` points at one that has a printed name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cchc.checks.context import Context
from cchc.checks.frames import TASKS
from cchc.diagnostics import Diagnostic, Example, Related, Rule, Severity, Wording, excerpt
from cchc.language.folding import slug
from cchc.lower.names import REFERENCE, reference_names
from cchc.model.base import Part
from cchc.model.rows import Row
from cchc.model.walk import ids
from cchc.patterns import deferred
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
    reason=Wording(
        "tham chiếu tới một mã có hai nơi mang thì không biết in tên nơi nào",
        "a reference to an id that two parts bear cannot tell whose name to print",
    ),
    example=Example(
        wrong="body:\n  - {id: muc-tieu, title: Mục tiêu}\n  - {id: muc-tieu, title: Nhiệm vụ}",
        right="body:\n  - {id: muc-tieu, title: Mục tiêu}\n  - {id: nhiem-vu, title: Nhiệm vụ}",
    ),
)
_FIRST_USE = Wording("mã này đặt lần đầu ở đây", "first used here")
_REFERRING = (
    "act:\n"
    "  kind: decision\n"
    "  articles:\n"
    "    - {id: thi-hanh, text: Chánh Văn phòng chịu trách nhiệm thi hành.}\n"
    "  recipients:\n"
    "    - Như ___"
)
DEAD_REFERENCE = Rule(
    "R102",
    "dead-reference",
    Severity.ERROR,
    Wording("“<#{id}>” không trỏ tới phần nào của kế hoạch", "“<#{id}>” points at no part of the plan"),
    Wording(
        "đặt “id: {id}” cho điều, mục hoặc phụ lục được nhắc tới", "give the article, section or appendix “id: {id}”"
    ),
    reason=Wording(
        "chỗ này in “Điều 2”, “Phụ lục I” theo mã; mã không có thì văn bản dẫn tới một nơi không tồn tại",
        "“Điều 2”, “Phụ lục I” print here by the id; without its bearer the act would point at a place that is "
        "not there",
    ),
    example=Example.within(_REFERRING, wrong="<#thi-hanhh>", right="<#thi-hanh>"),
)
SERVES_NOTHING = Rule(
    "R103",
    "serves-nothing",
    Severity.ERROR,
    Wording("không phần nào của kế hoạch có mã “{id}”", "no part of the plan has the id “{id}”"),
    Wording("đặt “id: {id}” cho mục tiêu mà dòng này phục vụ", "give the objective that this row serves “id: {id}”"),
    reason=Wording(
        "nhiệm vụ phải phục vụ một mục tiêu có thật, nếu không thì bảng đối chiếu mục tiêu với nhiệm vụ sai",
        "a task serves an objective that is there, or the comparison of objectives and tasks is wrong",
    ),
    example=Example.within(
        "body:\n"
        "  - title: Mục tiêu\n"
        "    objectives:\n"
        "      - {id: so-hoa, text: 80% hồ sơ được số hóa.}\n" + TASKS + "      - {title: Số hóa hồ sơ, serves: [___]}",
        wrong="so-hoaa",
        right="so-hoa",
    ),
)
BROKEN_REFERENCE = Rule(
    "R104",
    "broken-reference",
    Severity.ERROR,
    Wording("“{written}” không phải tham chiếu đọc được", "“{written}” is no reference that can be read"),
    Wording(
        "viết <#ma>, với mã gồm a–z, 0–9 và dấu gạch nối, không dấu cách, kết thúc bằng “>”",
        "write <#id>: a–z, 0–9 and hyphens, no spaces, “>” at its end",
    ),
    reason=Wording(
        "một tham chiếu viết hỏng in nguyên ký hiệu <#…> ra văn bản",
        "a reference that is badly written prints its signs <#…> in the act",
    ),
    example=Example.within(_REFERRING, wrong="<#Thi hành>", right="<#thi-hanh>"),
)
NO_SIGN = Rule(
    "R105",
    "reference-without-sign",
    Severity.WARNING,
    Wording(
        "“<{id}>” in nguyên như vậy, dù “{id}” là một mã", "“<{id}>” prints as it stands, although “{id}” is an id"
    ),
    Wording("để in tên của phần đó, viết <#{id}>", "to print the name of that part, write <#{id}>"),
    reason=Wording(
        "thiếu dấu # thì <…> là chữ thường và in nguyên; trùng với một mã thì chắc là quên #",
        "without # the words <…> are plain text and print as they stand; where they are an id, the # was probably "
        "forgotten",
    ),
    example=Example.within(_REFERRING, wrong="<thi-hanh>", right="<#thi-hanh>"),
)
_OPENED = deferred(r"<#(?![a-z0-9-]+>)(?:(?P<inside>[^<>\n]{0,60})>|(?P<unclosed>[^\s<>]{0,60}))")
"""``<#`` that begins no reference: what stands up to its ``>``, or where that is missing, the word behind it."""
# A digit begins a figure's mark.
_WITHOUT_SIGN = deferred(r"<([a-z-][a-z0-9-]*)>")


def check_references(context: Context) -> Iterator[Diagnostic]:
    """Ids that stand twice, and references (``<#id>``, ``serves``) that point nowhere or cannot be read."""
    plan, places = context.plan, context.places
    held = context.parts
    named = ids(held)
    yield from _duplicate_ids(named, places)
    yield from _serves_nothing(held, frozenset(name for _, name in named), places)
    names = reference_names(plan)
    for path, text in context.wordings.having("<"):
        yield from _dead_references(path, text, names, places)
        yield from _misspelled(path, text, names, places)


def _duplicate_ids(named: Iterable[tuple[KeyPath, str]], places: SourceMap) -> Iterator[Diagnostic]:
    first: dict[str, KeyPath] = {}
    for path, name in named:
        if name not in first:
            first[name] = path
            continue
        before = places.value(first[name])
        related = (Related(before, _FIRST_USE),)
        yield DUPLICATE_ID.at(places.value(path), id=name, line=before.line, related=related)


def _serves_nothing(
    held: Iterable[tuple[KeyPath, Part]], known: frozenset[str], places: SourceMap
) -> Iterator[Diagnostic]:
    for path, part in held:
        for index, name in enumerate(part.serves if isinstance(part, Row) else ()):
            if name not in known:
                here = places.value((*path, "serves", index))
                yield SERVES_NOTHING.at(here, id=name, hint=suggestion(name, known))


def _dead_references(path: KeyPath, text: str, names: dict[str, str], places: SourceMap) -> Iterator[Diagnostic]:
    for match in _once(REFERENCE, text):
        if match[1] in names:
            continue
        hint = suggestion(match[1], names, "<#{}>")
        yield DEAD_REFERENCE.at(places.value(path).of(match[0]), id=match[1], hint=hint)


def _misspelled(path: KeyPath, text: str, names: dict[str, str], places: SourceMap) -> Iterator[Diagnostic]:
    """What was meant as a reference and prints as typed."""
    for match in _once(_OPENED, text):
        meant = slug(match["inside"] or match["unclosed"] or "")
        hint = suggestion(meant, names, "<#{}>") if meant else None
        yield BROKEN_REFERENCE.at(places.value(path).of(match[0]), written=excerpt(match[0]), hint=hint)
    for match in _once(_WITHOUT_SIGN, text):
        if match[1] in names:
            yield NO_SIGN.at(places.value(path).of(match[0]), id=match[1])


def _once(pattern: re.Pattern[str], text: str) -> Iterable[re.Match[str]]:
    """The matches of ``pattern``, one of each wording: its place is found by its words."""
    return {match[0]: match for match in pattern.finditer(text)}.values()
