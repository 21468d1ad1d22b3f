"""Who leads a row: somebody does, one body and no mere class of them, and it is not asked to take part as well."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from cchc.checks.assigned import LEAD, SUPPORT, CellOf, cell_span, key_of
from cchc.checks.context import Context
from cchc.diagnostics import Diagnostic, Example, Related, Rule, Severity, Wording, excerpt
from cchc.export.rows import PlanRow
from cchc.language.folding import fold
from cchc.registry.reading import Mention
from cchc.source import Span

LEADS_AND_SUPPORTS = Rule(
    "G107",
    "lead-supports-itself",
    Severity.WARNING,
    Wording(
        "“{name}” vừa chủ trì vừa phối hợp trong cùng một việc",
        "“{name}” leads this work and is asked to take part in it as well",
    ),
    Wording("bỏ cơ quan này khỏi “support”, hoặc ghi đúng cơ quan", "take it out of “support”, or name the right body"),
    Wording(
        "Một cơ quan không phối hợp với chính mình; thường do chép từ dòng khác, nên cơ quan phối hợp thật bị sót.",
        "No body takes part in its own work: mostly the cell was copied, and the one that was meant is missing.",
    ),
    Example("lead: Sở Nội vụ\nsupport: Sở Tài chính; Sở Nội vụ", "lead: Sở Nội vụ\nsupport: Sở Tài chính"),
)
NO_LEAD = Rule(
    "G108",
    "no-lead",
    Severity.WARNING,
    Wording(
        "“{title}” không có cơ quan chủ trì, các dòng khác của bảng đều có",
        "“{title}” has no lead, as the other rows of the table do",
    ),
    Wording("thêm “lead: …”", "add “lead: …”"),
    Wording(
        "Việc không có cơ quan chủ trì thì không ai chịu trách nhiệm. Không tính dòng tiêu đề, và việc mà dòng ở trên "
        "đã có cơ quan chủ trì.",
        "Nobody answers for work without a lead. Headings do not count, nor rows below one that has a lead.",
    ),
    Example.within(
        "tasks:\n"
        "  - {title: Tuyên truyền, lead: Sở Nội vụ}\n"
        "  - {title: Công bố thủ tục, lead: Sở Tư pháp}\n"
        "  - {title: Rà soát thủ tục hành chính, ___}",
        wrong="end: 6",
        right="lead: Sở Tư pháp, end: 6",
    ),
)
CLASS_LEADS = Rule(
    "G109",
    "class-of-bodies-leads",
    Severity.NOTE,
    Wording(
        "chỉ giao “{name}” chủ trì, không nêu cơ quan nào ({count} dòng)",
        "only “{name}” lead, and no body by its name (rows: {count})",
    ),
    Wording(
        "nếu có một cơ quan đầu mối, ghi cơ quan đó ở “lead”",
        "if one body brings it together, name that one under “lead”",
    ),
    Wording(
        "Việc giao chung cho nhiều cơ quan thì mỗi nơi tự làm phần mình; ai tổng hợp, ai chịu trách nhiệm chung thì "
        "không rõ. Mỗi cách gọi được báo một lần.",
        "Of work given to many bodies at once each does its own part; who brings it together and answers for it is "
        "open. Each wording is said once.",
    ),
    Example("lead: Các sở, ban, ngành", "lead: Sở Nội vụ\nsupport: Các sở, ban, ngành"),
)
_HERE = Wording("chủ trì ghi ở đây", "the lead stands here")


def check_leads(context: Context) -> Iterator[Diagnostic]:
    """Rows that a body both leads and supports, that nobody leads, or that only a class of bodies does."""
    yield from _repeated(context)
    yield from _missing(context)
    yield from _classes(context)


def _repeated(context: Context) -> Iterator[Diagnostic]:
    pairs: dict[tuple[Hashable, Hashable], list[tuple[Mention, Mention]]] = {}
    said: set[Span] = set()  # a support that many rows have from the same defaults is said once
    for row in context.rows:
        lead, support = row.written.get(LEAD), row.written.get(SUPPORT)
        if lead is None or support is None or row.merged >= {LEAD, SUPPORT}:
            continue
        key = key_of(lead), key_of(support)
        if key not in pairs:
            cells = context.assigned.cell(LEAD, lead), context.assigned.cell(SUPPORT, support)
            pairs[key] = list(_in_both(*cells, context))
        for leading, supporting in pairs[key]:
            there = cell_span(row, LEAD, context.places).of(leading.printed)
            here = cell_span(row, SUPPORT, context.places).of(supporting.printed)
            if here not in said:
                said.add(here)
                related = (Related(there, _HERE),)
                yield LEADS_AND_SUPPORTS.at(here, name=excerpt(supporting.printed), related=related)


def _in_both(lead: CellOf, support: CellOf, context: Context) -> Iterator[tuple[Mention, Mention]]:
    for supporting in support.mentions:
        leading = next((each for each in lead.mentions if _is_same(each, supporting, context)), None)
        if leading is not None:
            yield leading, supporting


def _is_same(one: Mention, other: Mention, context: Context) -> bool:
    """Whether two mentions are of one body: the same, of the same place, or the same unread words."""
    if one.id is None or other.id is None:
        return one.id == other.id and fold(one.printed) == fold(other.printed)
    if one.id != other.id:
        return False
    places = {_place(each, context) for each in (one, other)}
    body = context.registry.known(one.id)
    # A province's own body is the same with and without the province's name.
    of_province = body is not None and body.tier not in ("district", "commune")
    return len(places - {()} if of_province else places) <= 1


def _place(mention: Mention, context: Context) -> tuple[str, ...]:
    return context.assigned.naming(mention).place if mention.kind != "class" else ()


def _missing(context: Context) -> Iterator[Diagnostic]:
    """Rows without a lead in tables where most rows of their kind have one."""
    shown = [LEAD in layout.shown for _, _, layout in context.tables()]
    if len(shown) != len({row.table for row in context.rows}):
        shown = []  # a layout is missing, and the tables can no longer be told apart
    kinds: dict[tuple[int, str], tuple[list[PlanRow], list[PlanRow]]] = defaultdict(lambda: ([], []))
    led: set[tuple[object, ...]] = set()
    for row in context.rows:
        if LEAD in row.written and row.holds_rows:
            led.add(row.path)
        if row.carries and not row.holds_rows and not _is_led(row, led):
            kinds[row.table, row.key][LEAD in row.written].append(row)
    for (table, _), (without, having) in kinds.items():
        if len(having) > len(without) and (table >= len(shown) or shown[table]):
            for row in without:
                span = context.places.value((*row.path, "title"))
                yield NO_LEAD.at(span, title=excerpt(" ".join(row.title)))


def _is_led(row: PlanRow, led: set[tuple[object, ...]]) -> bool:
    """Whether a row around ``row`` has a lead."""
    return bool(led) and any(row.path[:end] in led for end in range(len(row.path) - 2, 0, -2))


def _classes(context: Context) -> Iterator[Diagnostic]:
    found: dict[str, list[CellOf]] = {}
    for cell in context.assigned.cells(LEAD):
        if cell.mentions and all(_is_class(each, context) for each in cell.mentions):
            found.setdefault(str(cell.mentions[0].id), []).append(cell)
    for cells in found.values():
        first = min(cells, key=lambda cell: context.rows.index(cell.rows[0]))
        name = first.mentions[0].printed
        span = cell_span(first.rows[0], LEAD, context.places).of(name)
        yield CLASS_LEADS.at(span, name=excerpt(name), count=_count(cells))


def _is_class(mention: Mention, context: Context) -> bool:
    """Whether ``mention`` is of many bodies at once; "Thủ trưởng các sở, ban, ngành" are their heads."""
    return mention.kind == "class" or (mention.kind == "office_holder" and _names_class(mention, context))


def _names_class(mention: Mention, context: Context) -> bool:
    return mention.id is not None and context.registry.known(mention.id) is None


def _count(cells: Sequence[CellOf]) -> int:
    return sum(len(cell.rows) for cell in cells)
