"""The bases of an act: each is cited with its date, a Luật by name, and none twice."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cchc.checks.context import Context
from cchc.checks.inside import inside
from cchc.checks.stated import ActKey, keys, own_unit
from cchc.diagnostics import Diagnostic, Example, Related, Rule, Severity, Wording, excerpt
from cchc.model.blocks import Statement, Verbatim
from cchc.patterns import deferred
from cchc.registry.citation_dates import DateState, Stretch
from cchc.registry.citations import Citation, citations
from cchc.source import KeyPath, Span

UNDATED = Rule(
    "V117",
    "basis-without-date",
    Severity.WARNING,
    Wording("căn cứ “{label}” không ghi ngày ban hành", "the basis “{label}” has no date"),
    Wording(
        "thêm “ngày … tháng … năm …” sau số, ký hiệu hoặc tên luật", "add its date behind the number or the law's name"
    ),
    Wording(
        "Viện dẫn lần đầu ghi đầy đủ tên loại, số, ký hiệu, ngày ban hành, cơ quan ban hành, trích yếu; luật, pháp "
        "lệnh "
        "ghi tên và ngày (Nghị định 30/2020/NĐ-CP, Phụ lục I mục II.6a, II.6b).",
        "What is cited first has type, number, symbol, date, issuer and subject; a Luật has name and date (Nghị định "
        "30/2020/NĐ-CP, Phụ lục I mục II.6a, II.6b).",
    ),
    Example.within(
        "act:\n  bases:\n"
        "    - Nghị quyết số 76/NQ-CP ___của Chính phủ ban hành Chương trình tổng thể cải cách hành chính",
        wrong="",
        right="ngày 15 tháng 7 năm 2021 ",
    ),
)
NUMBERED_LAW = Rule(
    "V118",
    "law-with-number",
    Severity.NOTE,
    Wording("căn cứ {name} ghi cả số {label}", "the basis {name} bears its number {label}"),
    Wording(
        "trong văn bản hành chính, viết tên luật và ngày thông qua, không ghi số, cơ quan ban hành",
        "in an administrative act, write the law's name and its day, without number and issuer",
    ),
    Wording(
        "Luật, pháp lệnh được viện dẫn không ghi số, ký hiệu, cơ quan ban hành (Nghị định 30/2020/NĐ-CP, Phụ lục I mục "
        "II.6a); văn bản quy phạm pháp luật gần đây thì có ghi số.",
        "A Luật or Pháp lệnh is cited without number, symbol and issuer (Nghị định 30/2020/NĐ-CP, Phụ lục I mục "
        "II.6a); "
        "recent normative acts do give the number.",
    ),
    Example(
        "act:\n  bases:\n    - Luật Tổ chức chính quyền địa phương số 72/2025/QH15",
        "act:\n  bases:\n    - Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
    ),
)
TWICE = Rule(
    "V119",
    "basis-twice",
    Severity.WARNING,
    Wording("căn cứ “{label}” đã có ở dòng {line}", "the basis “{label}” stands on line {line} already"),
    Wording("bỏ một trong hai", "leave one of the two out"),
    Wording("Mỗi văn bản chỉ nêu làm căn cứ một lần.", "An act is a basis once."),
    Example.within(
        "act:\n  bases:\n    - Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ___",
        wrong="\n    - Nghị quyết số 76/NQ-CP ngày 15/7/2021",
        right="",
    ),
)
_FIRST = Wording("căn cứ này nêu lần đầu ở đây", "first given here")
_LAW = deferred(r"\s*(?:căn cứ\s+)?(?P<law>(?:Bộ luật|Luật|Pháp lệnh)\s[^;.,(]+)", re.IGNORECASE)
_FURTHEST = 80
"""How far from the beginning of a basis its act is named: "Giám đốc Sở Nội vụ tại Tờ trình số 558/TTr-SNV"."""


class _Basis(NamedTuple):
    """One act among the bases: where it stands, and its citation, or the name of a law without number or date."""

    path: KeyPath
    text: str
    at: Stretch
    citation: Citation | None


def check_bases(context: Context) -> Iterator[Diagnostic]:
    """Bases without date, laws with numbers, bases that stand twice."""
    act = context.plan.act
    known: dict[ActKey, list[tuple[Citation, Span]]] = {}
    unit = own_unit(context)
    for index, written in enumerate(act.bases):
        for basis in _bases(("act", "bases", index), written):
            place = inside(context.places.value(basis.path), basis.text, basis.at)
            yield from _written(basis, place)
            yield from _twice(basis, place, unit, known)
    for basis in _bases(("act", "proposal"), act.proposal):
        yield from _written(basis, inside(context.places.value(basis.path), basis.text, basis.at))


def _bases(path: KeyPath, written: Statement | None) -> Iterator[_Basis]:
    """The acts that ``written`` gives as bases, one for each part between semicolons; what those are about is none."""
    text = written.printed if isinstance(written, Verbatim) else written or ""
    path = (*path, "printed") if isinstance(written, Verbatim) else path
    found = citations(text)
    start = 0
    for part in text.split(";"):
        end = start + len(part)
        first = next((each for each in found if start <= each.whole.start < end), None)
        law = _LAW.match(part)
        if first is not None and _leads(first, law, start):
            yield _Basis(path, text, first.written, first)
        elif law:
            yield _Basis(path, text, Stretch(start + law.start("law"), start + law.end("law")), None)
        start = end + 1


def _leads(first: Citation, law: re.Match[str] | None, start: int) -> bool:
    """Whether ``first`` is the basis itself, in a part that begins at ``start``: not an act that the basis is about."""
    if first.name:
        return True
    behind_law = law is not None and first.whole.start > start + law.start("law")
    return first.whole.start - start <= _FURTHEST and not behind_law


def _written(basis: _Basis, place: Span) -> Iterator[Diagnostic]:
    found = basis.citation
    label = found.label if found else " ".join(basis.at.of(basis.text).split())
    if found and found.name and found.number:
        yield NUMBERED_LAW.at(place, name=excerpt(found.name), label=found.label)
    elif found is None or (found.dated is DateState.NONE and found.number):
        yield UNDATED.at(place, label=excerpt(label))


def _twice(
    basis: _Basis, place: Span, unit: str, known: dict[ActKey, list[tuple[Citation, Span]]]
) -> Iterator[Diagnostic]:
    """The act of an earlier basis. Under another date it has its own diagnostic, or is another act."""
    found = basis.citation
    if found is None or not (found.number or found.name):
        return
    earlier = known.setdefault(keys(found, unit)[0], [])
    there = next((span for other, span in earlier if None in (found.day, other.day) or found.day == other.day), None)
    if there is not None:
        yield TWICE.at(place, label=excerpt(found.label), line=there.line, related=(Related(there, _FIRST),))
    else:
        earlier.append((found, place))
