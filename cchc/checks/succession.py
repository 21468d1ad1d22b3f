"""Bodies that are not there on the plan's day, and such as end before the work they are given is done."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from cchc.checks.assigned import cell_span, cell_spans, duty_span
from cchc.checks.context import Context
from cchc.checks.other_province import is_another_province
from cchc.checks.times import last_day
from cchc.diagnostics import Diagnostic, Example, Related, Rule, Severity, Wording, excerpt
from cchc.export.rows import PlanRow
from cchc.lower.derived import act_day
from cchc.registry.facts import Body
from cchc.registry.reading import Mention
from cchc.registry.succession import (
    FIRST_LOCAL,
    LAST_LOCAL,
    differs_locally,
    ends_between,
    goes_on,
    is_gone,
    is_to_come,
    successors_on,
)
from cchc.source import Span

GONE = Rule(
    "G104",
    "body-gone",
    Severity.WARNING,
    Wording(
        "“{name}” không còn từ ngày {end}{local_vi}; {dated_vi} {day}",
        "“{name}” is gone since {end}{local_en}; {dated_en} {day}",
    ),
    Wording("ghi tên cơ quan kế thừa", "write the name of the body that took over"),
    Wording(
        "Giao việc cho cơ quan không còn thì không ai thực hiện. Tên được đọc theo ngày của văn bản (bản chưa có ngày: "
        "ngày chạy chương trình). Ngày sáp nhập của từng tỉnh có thể khác vài ngày: ghi ở plans/_registry.yaml.",
        "Nobody carries out what is given to a body that is gone. Names are read as of the act's date (without one, "
        "the day of the run). Days of mergers may differ from province to province: write your own into "
        "plans/_registry.yaml.",
    ),
    Example(
        "act: {kind: decision, date: 2025-12-30}\n# …\nlead: Sở Thông tin và Truyền thông",
        "act: {kind: decision, date: 2025-12-30}\n# …\nlead: Sở Khoa học và Công nghệ",
    ),
)
TO_COME = Rule(
    "G105",
    "body-to-come",
    Severity.WARNING,
    Wording(
        "“{name}” chưa có vào ngày {day} của kế hoạch: có từ ngày {begin}",
        "“{name}” is not there on {day}, the plan's day: it begins on {begin}",
    ),
    Wording(
        "xem lại ngày của văn bản, hoặc ghi tên cơ quan vào ngày đó",
        "look at the act's date, or write how the body was called on that day",
    ),
    Wording(
        "Một văn bản chỉ giao việc cho cơ quan đã thành lập; tên mới trong văn bản cũ thường do chép từ kế hoạch năm "
        "sau.",
        "An act gives work to bodies that exist; a new name in an old act was mostly copied from a later plan.",
    ),
    Example(
        "act: {kind: decision, date: 2024-12-30}\n# …\nlead: Sở Nông nghiệp và Môi trường",
        "act: {kind: decision, date: 2024-12-30}\n# …\nlead: Sở Tài nguyên và Môi trường",
    ),
)
ENDS_BEFORE_TASK = Rule(
    "G106",
    "body-ends-before-task",
    Severity.NOTE,
    Wording(
        "“{name}” không còn từ ngày {end}{local_vi}, mà còn việc sau ngày ấy ({count} dòng)",
        "“{name}” is gone since {end}{local_en}, and has work after that day (rows: {count})",
    ),
    Wording("hỏi cơ quan kế thừa khi theo dõi việc này", "ask its successor when you follow this up"),
    Wording(
        "Cơ quan được giao việc còn hoạt động khi ký nhưng kết thúc trước thời hạn của việc: khi theo dõi, đôn đốc "
        "phải hỏi cơ quan kế thừa. Mỗi cơ quan được báo một lần.",
        "The body was there when the act was signed and ends before the work is due: whoever follows it up asks the "
        "successor. Each body is said once.",
    ),
    Example(
        "act: {kind: decision, date: 2024-12-30}\n# …\nlead: Sở Kế hoạch và Đầu tư\nstart: 1\nend: 12",
        "act: {kind: decision, date: 2024-12-30}\n# …\nlead: Sở Kế hoạch và Đầu tư\nstart: 1\nend: 2",
    ),
)
_SPREAD = f"{FIRST_LOCAL.day}/{FIRST_LOCAL.month}–{LAST_LOCAL.day}/{LAST_LOCAL.month}/{LAST_LOCAL.year}"
ACT_DATE = Wording("ngày của văn bản", "the act's date")
_HEAD_OF_SO = {"truong-ban": "Giám đốc", "pho-truong-ban": "Phó Giám đốc"}
"""What heads of a Ban are called where a Sở took over."""


class Named(NamedTuple):
    """A body or unit of territory, and the words that name it."""

    body: Body
    words: str
    mention: Mention

    @property
    def called(self) -> str:
        """The words where they hold a word of the registry's name, else that name: "KH&ĐT" alone says too little."""
        return self.words if self.words.partition(" ")[2] else self.body.name


def check_succession(context: Context) -> Iterator[Diagnostic]:
    """Bodies, provinces, kinds of unit that are gone or still to come on the plan's day, or gone before a row's end."""
    for cell in context.assigned.cells():
        if found := _judged(cell.mentions, context):
            for span in cell_spans(cell, context.places):
                yield from (_said(rule, named, span, context) for rule, named in found)
    for duty in context.assigned.duties:
        for rule, named in _judged(duty.bodies, context):
            yield _said(rule, named, duty_span(duty, context.places), context)
    for place in context.assigned.act_places():
        for rule, named in _judged(place.mentions, context):
            yield _said(rule, named, context.places.value(place.path), context)
    yield from _ending(context)


def _judged(mentions: tuple[Mention, ...], context: Context) -> list[tuple[Rule, Named]]:
    """What of ``mentions`` is not there on the plan's day."""
    found: list[tuple[Rule, Named]] = []
    for named in (each for mention in mentions for each in _named(mention, context)):
        if goes_on(named.body, context.registry):
            continue
        if is_gone(named.body, context.day, context.registry):
            found.append((GONE, named))
        elif is_to_come(named.body, context.day, context.registry):
            found.append((TO_COME, named))
    return found


def _named(mention: Mention, context: Context) -> Iterator[Named]:
    """The body of ``mention``, and the units in its place where the body itself, or the class, goes on without end."""
    body = context.registry.known(mention.id)
    if body is not None:
        yield Named(body, mention.printed, mention)
    if mention.kind != "unknown" and (body is None or body.valid_to is None):
        yield from (Named(unit, words, mention) for unit, words in context.assigned.naming(mention).units)


def _said(rule: Rule, named: Named, span: Span, context: Context) -> Diagnostic:
    dated = context.places.values.get(("act", "date"))
    related = (Related(dated, ACT_DATE),) if dated else ()
    hint = (_office_after(named, context) or after(named.body, context.day, context)) if rule is GONE else None
    return rule.filled(span.of(named.words), gone_values(named.body, named.called, context), related=related, hint=hint)


def gone_values(body: Body, called: str, context: Context) -> dict[str, object]:
    """What the messages say of ``body``, which the plan calls ``called``."""
    end, begin = body.valid_to, body.valid_from
    dated = act_day(context.plan.act) is not None
    local = end is not None and differs_locally(end) and body.id not in context.registry.own
    return {
        "name": excerpt(called),
        "day": _written(context.day),
        "dated_vi": "kế hoạch ghi ngày" if dated else "dự thảo tính theo hôm nay,",
        "dated_en": "the plan is of" if dated else "a draft is read as of today,",
        "end": _written(end) if end else "",
        "begin": _written(begin) if begin else "",
        "local_vi": f" (tùy nơi, {_SPREAD})" if local else "",
        "local_en": f" (by place, {_SPREAD})" if local else "",
    }


def _written(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def after(body: Body, day: date, context: Context) -> Wording | None:
    """Who took over, as they are called on ``day``; None where nobody is known to."""
    successors = successors_on(body, day, context.registry)
    if body.is_territory and body.level != "province_unit":
        kinds = ", ".join(each.name.lower() for each in successors.whole)
        return Wording(f"nay là {kinds}", f"now {kinds}").literal() if kinds else None
    whole = ", ".join(_called(each, vi=True) for each in successors.whole)
    whole_en = ", ".join(_called(each, vi=False) for each in successors.whole)
    parts = ", ".join(each.name for each in successors.parts)
    if not whole and not parts:
        return None
    of_parts = Wording(f"một phần việc chuyển sang {parts}", f"parts of its work went to {parts}")
    if not whole:
        return of_parts.literal()
    taken = Wording(f"cơ quan kế thừa: {whole}", f"its successor: {whole_en}")
    said = Wording(f"{taken.vi}; {of_parts.vi}", f"{taken.en}; {of_parts.en}") if parts else taken
    return said.literal()


def _office_after(named: Named, context: Context) -> Wording | None:
    """Who holds the office of ``named`` in what took over; None where no office is named, or nobody took over."""
    whole = successors_on(named.body, context.day, context.registry).whole
    if named.mention.kind != "office_holder" or named.mention.office is None or not whole:
        return None
    several = "các" in named.mention.printed.lower().split()
    committee = named.body.id == "ubnd-cap-huyen" or named.body.is_territory
    if committee and named.body.level != "province_unit":
        of = f"UBND {'các xã, phường, đặc khu' if several else 'cấp xã'}"
    elif named.body.is_territory:
        return None
    else:
        of = whole[0].name
    office = context.registry.office(named.mention.office)
    holder = _HEAD_OF_SO.get(office.id, office.name) if of.startswith("Sở ") else office.name
    shared = office.shared or ""
    said = f"{holder} {of.removeprefix(shared).strip() if shared else of}"
    return Wording(f"chức vụ kế thừa: {said}", f"who took over: {said}").literal()


def _called(body: Body, *, vi: bool) -> str:
    """A successor's name; not every province has one that is ``optional``."""
    where = (" (nơi có)" if vi else " (where there is one)") if body.optional else ""
    return f"{body.name}{where}"


def _ending(context: Context) -> Iterator[Diagnostic]:
    """Bodies that end between the plan's day and the end of rows that name them, each once."""
    late: dict[str, tuple[Named, str, list[PlanRow]]] = {}
    ends: dict[tuple[object, ...], date | None] = {}
    last = date(max(1, context.period.last), 12, 31)
    for cell in context.assigned.cells():
        named = [each for mention in cell.mentions for each in _named(mention, context)]
        ending = [
            each
            for each in named
            if ends_between(each.body, context.day, last, context.registry)
            and not (goes_on(each.body, context.registry) or is_another_province(each.body, context))
        ]
        for each in ending:
            end = each.body.valid_to or last
            rows = [row for row in cell.rows if (done := _end(row, last, ends)) is not None and done >= end]
            if rows:
                late.setdefault(each.body.id, (each, cell.field, []))[2].extend(rows)
    for each, field, rows in late.values():
        yield _noted(each, field, rows, context)


def _noted(named: Named, field: str, rows: list[PlanRow], context: Context) -> Diagnostic:
    first = rows[0]
    span = cell_span(first, field, context.places).of(named.words)
    time = next((name for name in ("end", "when") if name in first.cells), None)
    related: tuple[Related, ...] = ()
    if time:
        until = Wording("việc này làm đến sau ngày ấy", "this work goes on after that day")
        related = (Related(cell_span(first, time, context.places), until),)
    different = len({row.path for row in rows})
    values = gone_values(named.body, named.called, context) | {"count": different}
    hint = after(named.body, named.body.valid_to or context.day, context)
    return ENDS_BEFORE_TASK.filled(span, values, related=related, hint=hint)


def _end(row: PlanRow, last: date, known: dict[tuple[object, ...], date | None]) -> date | None:
    """The last day of ``row``; of work that goes on or comes again that of the period, None where no day is known."""
    key = (row.cells.get("end"), row.cells.get("when"))
    if key not in known:
        known[key] = _read_end(row, last)
    return known[key]


def _read_end(row: PlanRow, last: date) -> date | None:
    if row.end is not None:
        return row.end.last_day
    return last_day(" ".join(row.cells["when"]), row.period, last) if "when" in row.cells else None
