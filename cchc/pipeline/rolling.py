"""``cchc new ID --from PLAN``: the plan of the next period, made out of the last one; nothing there is overwritten."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from cchc.diagnostics import Diagnostic, Rule, Severity, Wording, has_errors
from cchc.edit.changing import with_changes
from cchc.edit.encoded import Encoded
from cchc.language.dates import Period, read_period
from cchc.loader.allowances import TO_REVIEW
from cchc.patterns import deferred
from cchc.pipeline.beginning import fit_id, month_of, named_id, no_longer, today_of, years_named
from cchc.pipeline.checking import Reading, read_text
from cchc.pipeline.opening import Opened, open_plans
from cchc.pipeline.outcomes import Outcome, Surroundings
from cchc.registry.jurisdiction import jurisdiction_of
from cchc.registry.registry import Registry
from cchc.registry.succession import successor_on
from cchc.rolling.moving import Counts, Move, moved
from cchc.source import Source
from cchc.syntax.decoding import decode
from cchc.workspace.creating import Refreshed, create, place_of
from cchc.workspace.reading import read_file
from cchc.workspace.trouble import WorkspaceError

OTHER_LENGTH = Rule(
    "S212",
    "period-does-not-follow",
    Severity.ERROR,
    Wording(
        "không chuyển được kế hoạch {old} sang {new}: kỳ mới phải ở sau và dài bằng kỳ cũ",
        "the plan of {old} cannot move to {new}: the new period comes after the old one and is as long",
    ),
    Wording("ghi kỳ mới bằng --period, ví dụ {example}", "give the new period with --period, for example {example}"),
    reason=Wording(
        "năm, tháng và giai đoạn được dời đi cùng một khoảng; hai kỳ dài khác nhau thì không có khoảng nào đúng "
        "cho mọi chỗ",
        "years, months and spans all move by the same distance, and between periods of different length there is none "
        "that is right everywhere",
    ),
)
ONE_PLAN = Rule(
    "S213",
    "from-one-plan",
    Severity.ERROR,
    Wording("--from nhận một kế hoạch, “{operand}” là {count}", "--from takes one plan, “{operand}” is {count}"),
    Wording("ghi mã hoặc tệp của một kế hoạch, ví dụ {example}", "give the id or file of one plan, such as {example}"),
    reason=Wording("một kế hoạch mới soạn từ một kế hoạch cũ", "a new plan is made out of one old plan"),
)
NOT_PROVED = Rule(
    "E104",
    "change-not-proved",
    Severity.ERROR,
    Wording(
        "không chuyển được {name} mà chỉ đổi đúng những chỗ định đổi; không có gì được ghi",
        "{name} cannot be moved on without changing something else; nothing was written",
    ),
    Wording(
        "viết lại các neo và bí danh (&, *) của YAML thành lời, rồi chạy lại",
        "write out the anchors and aliases (&, *) of YAML, then run it again",
    ),
    Wording(
        "kế hoạch mới được đọc lại và so từng giá trị với kế hoạch cũ cùng những thay đổi đã tính; khác một chữ cũng "
        "không ghi",
        "the new plan is read again and compared, value by value, with the old one and the changes that were meant; if "
        "a letter differs, nothing is written",
    ),
)

_MODELINE = deferred(r"(?m)^(?P<before>[ \t]*#[ \t]*yaml-language-server:[ \t]*\$schema=)(?P<path>[^\s:]+)(?=\s|$)")
_SAYING = deferred(r"(?m)^[ \t]*#(?![ \t]*yaml-language-server:)[ \t]*\w")
_KEY = deferred(r"(?m)^[^\s#]")


class Rolling(NamedTuple):
    """What was asked for: the new plan's id as typed, the old plan, the day; what is absent follows from these."""

    id: str
    source: str
    today: date
    period: str | None = None
    jurisdiction: str | None = None


class Prepared(NamedTuple):
    """A plan that can be moved on.

    ``period`` is the new one. ``unit`` is what took over from the old plan's unit and has another name: somebody has to
    say whether the new plan is that unit's; absent where nothing is to be asked.
    """

    id: str
    path: Path
    period: Period
    month_day: date
    unit: str | None
    reading: Reading
    encoded: Encoded
    name: str
    opened: Opened
    renamed: bool


class Left(NamedTuple):
    """A row that was left behind: its line in the old plan, its words, why, and how many rows went with it."""

    line: int
    title: str
    why: Wording
    rows: int


class Rolled(NamedTuple):
    """A plan that was made out of ``source``: what was changed, what is marked, what was left behind.

    ``warnings`` counts what ``validate`` finds besides the marks; ``outcome`` holds what is to be said now.
    """

    id: str
    path: Path
    source: str
    period: str
    counts: Counts
    marks: int
    left: tuple[Left, ...]
    warnings: int
    schema: Path
    refreshed: Refreshed | None
    renamed: bool
    outcome: Outcome


def prepare(asked: Rolling, surroundings: Surroundings) -> Prepared | Outcome:
    """The old plan of ``asked`` and what is to become of it, or what keeps it from moving on."""
    try:
        opened = open_plans((asked.source,), None, surroundings)
        if len(opened.plans) != 1 or has_errors(opened.problems):
            several = ONE_PLAN.at(None, operand=asked.source, count=len(opened.plans), example=_example(opened))
            return Outcome(diagnostics=(*opened.problems, *([several] if opened.plans[1:] else [])))
        plan_id = fit_id(asked.id)
        path = place_of(plan_id, opened.project)
        file = opened.plans[0]
        data = read_file(file.path)
    except WorkspaceError as error:
        return Outcome(diagnostics=(error.diagnostic,))
    source, found = decode(data, file.name)
    if source is None:
        return Outcome(diagnostics=tuple(found))
    reading = read_text(source, found, opened)
    if reading.context is None or not reading.sound:
        return Outcome(diagnostics=reading.diagnostics)
    old = reading.context.period
    period = _period(asked, plan_id, old)
    if period.first <= old.first or period.last - period.first != old.last - old.first:
        example = _next(old)
        return Outcome(diagnostics=(OTHER_LENGTH.at(None, old=old, new=period, example=example),))
    day = month_of(period, today_of(asked.today, surroundings)).last_day
    unit = None if asked.jurisdiction else _unit_after(reading, day, opened.registry)
    renamed = plan_id != named_id(asked.id)
    return Prepared(plan_id, path, period, day, unit, reading, Encoded.of(data), file.name, opened, renamed)


def _example(opened: Opened) -> str:
    return opened.plans[-1].id if opened.plans else ""


def _period(asked: Rolling, plan_id: str, old: Period) -> Period:
    """The period that was asked for, else the one in the new id, else the next."""
    if asked.period:
        return read_period(asked.period)
    return years_named(plan_id) or _next(old)


def _next(old: Period) -> Period:
    length = old.last - old.first + 1
    return Period(old.first + length, old.last + length)


def _unit_after(reading: Reading, day: date, registry: Registry) -> str | None:
    """The name of the unit that took over from the plan's, where that has another name."""
    context = reading.context
    words = context.plan.jurisdiction if context else None
    if context is None or words is None:
        return None
    body = jurisdiction_of(words, registry, context.day).body
    after = successor_on(body, day, registry) if body else None
    if body is None or after is None:
        return None
    name = jurisdiction_of(after.name, registry, day).name
    return None if name == jurisdiction_of(words, registry, context.day).name else name


def roll(prepared: Prepared, jurisdiction: str | None, surroundings: Surroundings) -> Rolled | Outcome:
    """Write the new plan of ``prepared`` for the unit ``jurisdiction`` (absent: the old plan's own, marked if gone)."""
    from cchc.pipeline.schemas import SCHEMA, write_schema

    context, source = prepared.reading.context, prepared.reading.source
    if context is None or source is None:
        raise ValueError("a plan that cannot be read was prepared")
    registry = prepared.opened.registry
    layouts = context.layouts.values()
    kinds = {name: field.type for layout in layouts for name, field in layout.fields.items()}
    move = Move(prepared.period, prepared.month_day, jurisdiction, prepared.name, _has_head(source))
    result = moved(context.plan, context.day, move, registry, kinds)
    schema = prepared.opened.project.plans / SCHEMA
    start = _with_schema(prepared.encoded, "../" * prepared.id.count("/") + SCHEMA)
    written = [change._replace(path=context.places.written(change.path)) for change in result.changes]
    changed = with_changes(start, prepared.name, written)
    if changed is None:
        return Outcome(diagnostics=(NOT_PROVED.at(None, name=prepared.name),))
    try:
        create(prepared.path, changed.encoded.data)
    except WorkspaceError as error:
        return Outcome(diagnostics=(error.diagnostic,))
    of_schema, refreshed = write_schema(schema, surroundings)
    kept = {change.path for change in changed.kept}
    left = tuple(
        Left(context.places.value(ending.path).line, ending.title, ending.why, ending.rows)
        for ending in result.endings
        if not any(ending.path[: len(path)] == path for path in kept)
    )
    found = (*prepared.opened.problems, *of_schema.diagnostics)
    unit = context.plan.jurisdiction if jurisdiction is None else None
    if unit:
        found = (*found, *no_longer(unit, prepared.month_day, registry))
    said = _checked(prepared.path, surroundings)
    told = tuple(each for each in said if each.severity is Severity.ERROR)
    others = sum(each.severity is Severity.WARNING and each.code != TO_REVIEW.code for each in said)
    return Rolled(
        *(prepared.id, prepared.path, prepared.name, str(prepared.period), result.counts, changed.notes, left),
        *(others, schema, refreshed, prepared.renamed, Outcome(diagnostics=(*found, *told))),
    )


def _checked(path: Path, surroundings: Surroundings) -> tuple[Diagnostic, ...]:
    """What ``cchc validate`` says of the new plan."""
    from cchc.pipeline.validating import validate

    *_, last = validate((str(path),), surroundings)
    return tuple(found for plan in last.plans for found in plan.diagnostics) if isinstance(last, Outcome) else ()


def _has_head(source: Source) -> bool:
    """Whether comments that say something stand above the first key."""
    first = _KEY.search(source.text)
    return _SAYING.search(source.text, 0, first.start() if first else 0) is not None


def _with_schema(encoded: Encoded, schema: str) -> Encoded:
    """The file whose line for editors points at the schema as seen from the new plan's folder."""
    found = _MODELINE.search(encoded.text)
    if found is None or not found["path"].endswith(schema.rpartition("/")[2]):
        return encoded
    return encoded.with_text(encoded.text[: found.start("path")] + schema + encoded.text[found.end("path") :])
