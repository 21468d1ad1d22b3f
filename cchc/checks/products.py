"""Products of rows: the department that hands one in takes part in the work."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from cchc.checks.assigned import LEAD, SUPPORT, cell_span, key_of
from cchc.checks.context import Context
from cchc.diagnostics import Diagnostic, Example, Related, Rule, Severity, Wording, excerpt
from cchc.export.rows import PlanRow
from cchc.model.blocks import Block, sentences
from cchc.model.cells import CellValue
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
_OF_ALL = "của "
_OF = deferred(rf"{_OF_ALL}(?<!\w{_OF_ALL})(?P<bodies>(?:Sở|Ban|Văn phòng|Thanh tra)\b[^;.\n]*)")
_DEPARTMENTS: frozenset[Level] = frozenset(("so", "so_equiv"))


def check_products(context: Context) -> Iterator[Diagnostic]:
    """Outputs "của" a department that neither the row nor one around it names."""
    named = _Named(context)
    around: dict[KeyPath, PlanRow] = {}
    read: dict[Hashable, tuple[Mention, ...]] = {}
    said: set[int] = set()
    for row in context.rows:
        if row.holds_rows:
            around[row.path] = row
        output = row.written.get(_OUTPUT)
        if LEAD not in row.written or not isinstance(output, str | Block) or _OUTPUT in row.merged:
            continue
        if isinstance(output, str) and _OF_ALL not in output:
            continue
        key = key_of(output)
        if key not in read:
            read[key] = tuple(_departments(output, context))
        others = [each for each in read[key] if not _is_in(each, named.by(row))]
        if others:
            over = [around[row.path[:end]] for end in range(2, len(row.path), 2) if row.path[:end] in around]
            here = frozenset[str]().union(*map(named.by, over))
            yield from _said(row, [each for each in others if not _is_in(each, here)], said, context)


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


class _Named:
    """The bodies that lead rows or take part, as they are on the plan's day; rows repeat them, so each is read once."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._known: dict[tuple[str, Hashable], frozenset[str]] = {}

    def by(self, row: PlanRow) -> frozenset[str]:
        """The ids of those that ``row`` names; "" stands for a class that leads."""
        lead, support = row.written.get(LEAD), row.written.get(SUPPORT)
        return self._cell(LEAD, lead) | self._cell(SUPPORT, support)

    def _cell(self, field: str, value: CellValue | None) -> frozenset[str]:
        if value is None:
            return frozenset()
        key = field, key_of(value)
        if key not in self._known:
            self._known[key] = frozenset(self._ids(field, value))
        return self._known[key]

    def _ids(self, field: str, value: CellValue) -> Iterator[str]:
        context = self._context
        for mention in context.assigned.cell(field, value).mentions:
            body = context.registry.known(mention.id)
            if body:
                yield successor_on(body, context.day, context.registry).id
            elif field == LEAD:
                yield ""


def _is_in(mention: Mention, named: frozenset[str]) -> bool:
    """Whether ``named`` holds the body; a class of bodies that leads, or a name that is not known, may stand for it."""
    return mention.id in named or "" in named
