"""Products of rows: the department that hands one in takes part in the work."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from cchc.checks.assigned import LEAD, SUPPORT, cell_span, key_of
from cchc.checks.context import Context
from cchc.diagnostics import Diagnostic, Example, Related, Rule, Severity, Wording, excerpt
from cchc.export.rows import PlanRow
from cchc.model.blocks import Block, sentences
from cchc.patterns import deferred
from cchc.registry.facts import Level
from cchc.registry.reading import Mention, read_bodies
from cchc.registry.succession import is_gone, successor_on
from cchc.source import KeyPath

PRODUCT_OF_ANOTHER = Rule(
    "G115",
    "product-of-another-body",
    Severity.NOTE,
    Wording(
        "sản phẩm là của “{name}”, mà cơ quan này không chủ trì, không phối hợp việc này",
        "the output is one of “{name}”, which neither leads this work nor takes part in it",
    ),
    Wording(
        "sửa “output”, hoặc ghi cơ quan này ở “lead” hay “support”",
        "change “output”, or name the body under “lead” or “support”",
    ),
    Wording(
        "Dòng chép từ dòng khác thường còn tên cơ quan cũ ở sản phẩm: cơ quan chủ trì mới không biết phải nộp gì. Chỉ "
        "xét sở và cơ quan ngang sở ghi sau “của”.",
        "A row that was copied often keeps the other body in its output, and the lead does not know what to hand in. "
        "Only departments behind “của” are looked at.",
    ),
    Example(
        "lead: Sở Giáo dục và Đào tạo\noutput: Báo cáo của Sở Y tế",
        "lead: Sở Giáo dục và Đào tạo\noutput: Báo cáo của Sở Giáo dục và Đào tạo",
    ),
)
_HERE = Wording("chủ trì ghi ở đây", "the lead stands here")
_OUTPUT = "output"
_OF = deferred(r"\bcủa (?P<bodies>(?:Sở|Ban|Văn phòng|Thanh tra)\b[^;.\n]*)")
_OF_ALL = "của "
"""What every match has."""
_DEPARTMENTS: frozenset[Level] = frozenset(("so", "so_equiv"))


def check_products(context: Context) -> Iterator[Diagnostic]:
    """Outputs "của" a department that neither the row nor one around it names."""
    around: dict[KeyPath, frozenset[str]] = {}
    read: dict[Hashable, tuple[Mention, ...]] = {}
    said: set[int] = set()
    for row in context.rows:
        if row.holds_rows:
            around[row.path] = _named(row, context)
        output = row.written.get(_OUTPUT)
        if LEAD not in row.written or not isinstance(output, str | Block) or _OUTPUT in row.merged:
            continue
        if isinstance(output, str) and _OF_ALL not in output:
            continue
        key = key_of(output)
        if key not in read:
            read[key] = tuple(_departments(output, context))
        if not read[key]:
            continue
        here = _named(row, context).union(*(around.get(row.path[:end], ()) for end in range(2, len(row.path), 2)))
        yield from _said(row, [each for each in read[key] if not _is_in(each, here)], said, context)


def _said(row: PlanRow, others: list[Mention], said: set[int], context: Context) -> Iterator[Diagnostic]:
    """The first of ``others``, at its place; a cell that many rows have from one place is said once."""
    if not others:
        return
    span = cell_span(row, _OUTPUT, context.places).of(others[0].printed)
    if span.start not in said:
        said.add(span.start)
        related = (Related(cell_span(row, LEAD, context.places), _HERE),)
        yield PRODUCT_OF_ANOTHER.at(span, name=excerpt(others[0].printed), related=related)


def _departments(output: str | Block, context: Context) -> Iterator[Mention]:
    """The departments behind "của"; of those that are gone G113 speaks."""
    for text in sentences(output):
        for found in _OF.finditer(text) if _OF_ALL in text else ():
            for mention in read_bodies(found["bodies"], context.registry, context.day):
                body = context.registry.known(mention.id)
                if body and body.level in _DEPARTMENTS and not is_gone(body, context.day, context.registry):
                    yield mention


def _named(row: PlanRow, context: Context) -> frozenset[str]:
    """The ids of the bodies that lead ``row`` or take part, as they are on the plan's day; "" stands for a class."""
    found = set()
    for field in (LEAD, SUPPORT):
        value = row.written.get(field)
        for mention in context.assigned.cell(field, value).mentions if value is not None else ():
            body = context.registry.known(mention.id)
            if body:
                found.add(successor_on(body, context.day, context.registry).id)
            elif field == LEAD:
                found.add("")
    return frozenset(found)


def _is_in(mention: Mention, named: frozenset[str]) -> bool:
    """Whether ``named`` holds the body; a class of bodies that leads, or a name that is not known, may stand for it."""
    return mention.id in named or "" in named
