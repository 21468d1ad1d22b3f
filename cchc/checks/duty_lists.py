"""Duty lists against the rows: a body that has duties leads something, and one that leads has its duties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cchc.checks.assigned import LEAD, cell_span, duty_span
from cchc.checks.context import Context
from cchc.checks.frames import TASKS
from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording
from cchc.export.duties import Duty
from cchc.registry.reading import Mention
from cchc.source import Span

_THREE_BODIES = (
    "body:\n"
    "  - title: Tổ chức thực hiện\n"
    "    sections:\n"
    '      - {agency: Sở Nội vụ, points: ["Chỉ đạo, điều hành."]}\n'
    '      - {agency: Sở Tài chính, points: ["Chỉ đạo, điều hành."]}\n'
    '      - {agency: Sở Tư pháp, points: ["Chỉ đạo, điều hành."]}\n'
)
_TWO_ROWS = "      - {title: Rà soát thủ tục, lead: Sở Nội vụ}\n      - {title: Bố trí kinh phí, lead: Sở Tài chính}"
LEADS_NOTHING = Rule(
    "G111",
    "duties-without-rows",
    Severity.NOTE,
    Wording(
        "có mục nhiệm vụ riêng nhưng không chủ trì dòng nào trong các bảng: {names}",
        "these have a duty list and lead no row of the tables: {names}",
    ),
    Wording("xem bảng có thiếu việc của các cơ quan này không", "see whether their work is missing in the tables"),
    Wording(
        "Nhiệm vụ nêu ở phần tổ chức thực hiện mà bảng không có dòng nào thì khó theo dõi. Chỉ để đối chiếu: nhiều "
        "nhiệm vụ thường xuyên không cần dòng riêng. Báo một lần cho cả kế hoạch.",
        "Duties without a row are hard to follow up. For comparison only: much of everyday work needs no row. Said "
        "once for the whole plan.",
    ),
    Example.within(
        _THREE_BODIES + TASKS + _TWO_ROWS + "___",
        wrong="",
        right="\n      - {title: Thẩm định văn bản, lead: Sở Tư pháp}",
    ),
)
NO_DUTIES = Rule(
    "G112",
    "rows-without-duties",
    Severity.NOTE,
    Wording(
        "chủ trì việc trong bảng nhưng không có mục nhiệm vụ riêng: {names}",
        "these lead rows and have no duty list of their own: {names}",
    ),
    Wording(
        "thêm mục “agency”, nếu nhiệm vụ chung của các sở, ban, ngành chưa nói đủ",
        "add a section with “agency”, unless the duties of all departments say enough",
    ),
    Wording(
        "Phần tổ chức thực hiện của kế hoạch nêu nhiệm vụ từng cơ quan; cơ quan chủ trì trong bảng mà không được nêu "
        "có thể là sót. Báo một lần cho cả kế hoạch.",
        "A plan says each body's duties; one that leads and is not named may have been forgotten. Said once for the "
        "whole plan.",
    ),
    Example.within(
        _THREE_BODIES
        + "___"
        + TASKS
        + _TWO_ROWS
        + "\n      - {title: Thẩm định văn bản, lead: Sở Tư pháp}\n      - {title: Rà soát giá dịch vụ, lead: Sở Y tế}",
        wrong="",
        right='      - {agency: Sở Y tế, points: ["Chỉ đạo, điều hành."]}\n',
    ),
)


_LISTS = 3
"""With fewer lists a plan does not go through the bodies one by one."""


def check_duty_lists(context: Context) -> Iterator[Diagnostic]:
    """Bodies with a duty list that lead nothing, and the reverse; nothing where a plan has only lists or only rows."""
    listed = _first_places(
        (mention, duty_span(duty, context.places)) for duty in context.assigned.duties for mention in duty.bodies
    )
    leading = _first_places(
        (mention, cell_span(cell.rows[0], LEAD, context.places))
        for cell in context.assigned.cells(LEAD)
        for mention in cell.mentions
    )
    known = {body.id for body in context.registry.bodies}
    if len(context.assigned.duties) >= _LISTS and leading:
        own = {
            mention.id for duty in context.assigned.duties if not _is_of_all(duty, context) for mention in duty.bodies
        }
        idle = [listed[each] for each in listed if each in (known & own) - leading.keys()]
        yield from _said(LEADS_NOTHING, context, idle)
        yield from _said(NO_DUTIES, context, [leading[each] for each in leading if each in known - listed.keys()])


def _is_of_all(duty: Duty, context: Context) -> bool:
    """Whether a list is of a class of bodies or of all districts or communes, whose work stands in no single row."""
    bodies = [context.registry.known(mention.id) for mention in duty.bodies if mention.id]
    return any(body is None or body.tier in ("district", "commune") for body in bodies)


def _first_places(mentions: Iterable[tuple[Mention, Span]]) -> dict[str, tuple[Mention, Span]]:
    """The bodies and classes of ``mentions``, each where it is named first."""
    found: dict[str, tuple[Mention, Span]] = {}
    for mention, span in mentions:
        if mention.id:
            found.setdefault(mention.id, (mention, span.of(mention.printed)))
    return found


def _said(rule: Rule, context: Context, mentions: list[tuple[Mention, Span]]) -> Iterator[Diagnostic]:
    if mentions:
        yield rule.at(mentions[0][1], names="; ".join(_called(mention, context) for mention, _ in mentions))


def _called(mention: Mention, context: Context) -> str:
    """The body's name with its place as it stands; its full name where a list has said a part of it before."""
    body = context.registry.known(mention.id)
    return context.assigned.naming(mention).words or (body.name if body else mention.printed)
