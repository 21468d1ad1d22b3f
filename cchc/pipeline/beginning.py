"""``cchc new``: a starting plan with its schema beside it; nothing that is there is overwritten."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording
from cchc.language.dates import NotADate, Period, YearMonth, read_period
from cchc.language.folding import fold, nfc, slug
from cchc.patterns import deferred
from cchc.pipeline.outcomes import Outcome, Surroundings
from cchc.pipeline.own_bodies import project_bodies
from cchc.registry.act_types import DECISION, PLAN, ActType
from cchc.registry.jurisdiction import Jurisdiction, jurisdiction_of
from cchc.registry.registry import Registry
from cchc.registry.succession import successor_on
from cchc.starting.text import KINDS, Kind, Start, starting_text
from cchc.workspace.clock import source_date_epoch
from cchc.workspace.creating import Refreshed, create, place_of
from cchc.workspace.operands import project_of
from cchc.workspace.projects import SUFFIXES
from cchc.workspace.trouble import WorkspaceError

NO_LONGER = Rule(
    "S211",
    "unit-no-longer-there",
    Severity.WARNING,
    Wording("{unit} không còn vào tháng {month}", "{unit} no longer exists in {month}"),
    Wording(
        "nếu kế hoạch là của đơn vị sau sắp xếp{after}, sửa “jurisdiction” trong tệp",
        "if the plan is of the unit that took over{after}, change “jurisdiction” in the file",
    ),
    reason=Wording(
        "kế hoạch mới không nên mang tên một đơn vị đã sáp nhập; văn bản của nó không còn ai ban hành",
        "a new plan should not bear the name of a unit that was merged: nobody is left to issue its act",
    ),
    example=Example(wrong="jurisdiction: Đắk Nông", right="jurisdiction: Lâm Đồng"),
)

UNKNOWN_PROVINCE = "tỉnh …"
_CALLED: Mapping[Kind, ActType] = {"decision": DECISION, "plan": PLAN}
_PLAIN = deferred(r"[A-Za-z0-9._-]+")
_NO_NAME = frozenset('<>:"|?*')
_YEARS = deferred(r"(?<!\d)((?:19|20)\d\d)(?:-((?:19|20)\d\d))?(?!\d)")
_PLANS = "plans/"
_AUTUMN = 10
"""From October on, offices write the plan of the next year."""

_LONGEST_UNIT = 100


class Beginning(NamedTuple):
    """What ``cchc new`` was asked for; what is absent follows from the id and from ``today``."""

    id: str
    today: date
    period: str | None = None
    jurisdiction: str | None = None
    kind: str | None = None


class Proposal(NamedTuple):
    """What a new plan is to be unless somebody says otherwise.

    ``id`` is the one that was typed, made fit; ``renamed``: it has other letters.
    """

    id: str
    period: str
    jurisdiction: str
    kind: Kind
    renamed: bool


class Begun(NamedTuple):
    """A plan that was written: its id and file, and what became of the schema beside it (absent: not written)."""

    id: str
    path: Path
    schema: Path
    refreshed: Refreshed | None
    renamed: bool
    outcome: Outcome


def propose(asked: Beginning, surroundings: Surroundings) -> Proposal | Outcome:
    """The plan that ``asked`` leads to, or what keeps it from being written."""
    try:
        project = project_of((), surroundings.cwd)
        plan_id = fit_id(asked.id)
        place_of(plan_id, project)
        today = today_of(asked.today, surroundings)
        registry = project_bodies(project.plans, surroundings.cwd).registry
    except WorkspaceError as error:
        return Outcome(diagnostics=(error.diagnostic,))
    period = read_period(asked.period) if asked.period else _period_of(plan_id, today)
    unit = asked.jurisdiction or _unit_of(plan_id, month_of(period, today).last_day, registry)
    return Proposal(plan_id, str(period), unit, kind_of(asked.kind or "") or KINDS[0], plan_id != named_id(asked.id))


def begin(proposal: Proposal, asked: Beginning, surroundings: Surroundings) -> Begun | Outcome:
    """Write the plan ``proposal`` and refresh the schema; the Outcome alone where no plan could be written."""
    from cchc.pipeline.schemas import SCHEMA, write_schema

    try:
        project = project_of((), surroundings.cwd)
        registry = project_bodies(project.plans, surroundings.cwd).registry
        path = place_of(proposal.id, project)
        period = read_period(proposal.period)
        month = month_of(period, today_of(asked.today, surroundings))
        start = Start(proposal.id, period, proposal.jurisdiction, proposal.kind, month)
        schema = "../" * proposal.id.count("/") + SCHEMA
        create(path, starting_text(start, schema, registry).encode("utf-8"))
    except WorkspaceError as error:
        return Outcome(diagnostics=(error.diagnostic,))
    of_schema, refreshed = write_schema(project.plans / SCHEMA, surroundings)
    found = (*project.problems, *no_longer(proposal.jurisdiction, month.last_day, registry), *of_schema.diagnostics)
    checked = _checked(path, surroundings)
    outcome = Outcome(checked.plans, found if checked.plans else (*found, *checked.diagnostics))
    return Begun(proposal.id, path, project.plans / SCHEMA, refreshed, proposal.renamed, outcome)


def _checked(path: Path, surroundings: Surroundings) -> Outcome:
    """What ``cchc validate`` says of the new plan: of a unit that nobody knows, of layouts that the project changed.

    Notes are about work, and this plan has none yet that anybody gave.
    """
    from cchc.pipeline.validating import validate

    *_, last = validate((str(path),), surroundings)
    return last.without_notes() if isinstance(last, Outcome) else Outcome()


def fit_id(typed: str) -> str:
    """``typed`` as the id of a file: its folders and name without diacritics and spaces where it has some.

    What no name could be made of stays, for the workspace to refuse.
    """
    return "/".join(map(_fit_part, named_id(typed).split("/")))


def named_id(typed: str) -> str:
    """The id in ``typed``, which may be a path to the file."""
    plan_id = nfc(typed).strip().replace("\\", "/").removeprefix("./").removeprefix(_PLANS)
    suffix = next((suffix for suffix in SUFFIXES if plan_id.lower().endswith(suffix)), "")
    return plan_id[: len(plan_id) - len(suffix)]


def _fit_part(part: str) -> str:
    if _PLAIN.fullmatch(part) or not part.isprintable() or not _NO_NAME.isdisjoint(part):
        return part
    return slug(part) or part


def period_of(typed: str) -> str | None:
    """The period that somebody typed, as plans write it; None where it is none."""
    try:
        return str(read_period(typed))
    except NotADate:
        return None


def unit_of(typed: str) -> str | None:
    """The name of a unit that somebody typed, on one line; None where it is none."""
    words = " ".join(nfc(typed).split())
    return words if words and words.isprintable() and len(words) <= _LONGEST_UNIT else None


def kind_of(typed: str) -> Kind | None:
    """The kind of act that somebody typed ("plan", "Kế hoạch", "KH"); None where there is no starting plan of it."""
    words = fold(typed)
    called = {kind: (kind, fold(act.name), fold(act.abbreviation)) for kind, act in _CALLED.items()}
    return next((kind for kind, names in called.items() if words in names), None)


def today_of(today: date, surroundings: Surroundings) -> date:
    """SOURCE_DATE_EPOCH where it is set, else the day that was handed in."""
    chosen = source_date_epoch(surroundings.environ)
    return chosen.date() if chosen else today


def _period_of(plan_id: str, today: date) -> Period:
    """The years in the name, else those of its folder, else the year for which plans are written now."""
    year = today.year + (today.month >= _AUTUMN)
    return years_named(plan_id) or Period(year, year)


def years_named(plan_id: str) -> Period | None:
    """The years in the name of a plan, else those of its folder."""
    for part in reversed(plan_id.split("/")):
        found = _YEARS.search(part)
        if found:
            first = int(found[1])
            return Period(first, max(first, int(found[2] or first)))
    return None


def month_of(period: Period, today: date) -> YearMonth:
    """The month of the act: the December before the period, or today's once the period has begun."""
    before = YearMonth(period.first, 1) - 1 if period.first > 1 else YearMonth(1, 1)
    return YearMonth.of(today) if today in period else before


def _unit_of(plan_id: str, day: date, registry: Registry) -> str:
    """The province of which the id speaks ("dak-lak-2025"), or what took over from it; else one to be filled in."""
    words = f"-{slug(plan_id)}-"
    provinces = (body for body in registry.bodies if body.level == "province_unit")
    names = (jurisdiction_of(body.name, registry, body.valid_from).name for body in provinces)
    named = max((name for name in names if f"-{slug(name)}-" in words), key=len, default="")
    body = registry.find(named, day) if named else None
    return jurisdiction_of(successor_on(body, day, registry).name, registry, day).name if body else UNKNOWN_PROVINCE


def no_longer(words: str, day: date, registry: Registry) -> tuple[Diagnostic, ...]:
    """A warning where the unit of the plan is not there any more on the last day of the act's month."""
    unit: Jurisdiction = jurisdiction_of(words, registry, day)
    body = unit.body or (registry.find(unit.kind, day) if unit.kind else None)
    if body is None or body.valid_to is None or body.valid_to > day:
        return ()
    after = successor_on(body, day, registry) if unit.body else body
    named = "" if after is body else f" ({after.name})"
    return (NO_LONGER.at(None, unit=unit.unit, month=str(YearMonth.of(day)), after=named),)
