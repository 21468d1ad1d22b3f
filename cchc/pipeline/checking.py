"""A plan's file to a checked plan: read, parse, shape, rules; each stage as far as it can go."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from cchc.checks.context import Context
from cchc.checks.families import DATED, LEANING, check
from cchc.diagnostics import Diagnostic, has_errors, in_order
from cchc.export.rows import PlanRow, leads
from cchc.language.dates import read_period
from cchc.loader.declared import own_layouts
from cchc.loader.loading import load
from cchc.model.layout import Layout
from cchc.model.plan import Plan
from cchc.pipeline.opening import Opened
from cchc.pipeline.outcomes import Statistics
from cchc.pipeline.policy import Policy, allowed
from cchc.pipeline.texts import read_source
from cchc.registry.registry import Registry
from cchc.source import Source, SourceMap
from cchc.syntax.nodes import Node
from cchc.workspace.projects import PlanFile


class Checked(NamedTuple):
    """A plan that has the right shape, with what its rules saw and its text.

    ``complete``: every layout that it names is there, so the plan can be printed.
    """

    context: Context
    source: Source
    complete: bool

    @property
    def plan(self) -> Plan:
        """The plan itself."""
        return self.context.plan

    @property
    def rows(self) -> tuple[PlanRow, ...]:
        """The rows of its tables."""
        return self.context.rows

    @property
    def places(self) -> SourceMap:
        """Where its values stand."""
        return self.context.places

    @property
    def layouts(self) -> Mapping[str, Layout]:
        """The layouts of its tables by name."""
        return self.context.layouts


class Reading(NamedTuple):
    """A plan's file once it is read, before it is judged.

    ``context`` is absent where its text or shape leaves nothing to judge. ``incomplete``: parts of it could not be
    read, ``undated``: its years or its day could not. ``sound``: its text and shape have no error. ``drawable``: every
    layout that it names is there.
    """

    source: Source | None
    diagnostics: tuple[Diagnostic, ...]
    context: Context | None = None
    incomplete: bool = False
    undated: bool = False
    sound: bool = False
    drawable: bool = False


Judged: TypeAlias = tuple[Checked | None, tuple[Diagnostic, ...]]


def check_file(file: PlanFile, opened: Opened) -> Judged:
    """The plan of ``file`` and everything that is wrong with it today; no plan where its text or shape has errors.

    The plan that it implements is not read: ``implemented.Readings`` does that.
    """
    return judged(read_plan(file, opened), opened.policy)


def read_plan(file: PlanFile, opened: Opened) -> Reading:
    """The plan of ``file`` with what is wrong with its text, its shape and its layouts."""
    source, found = read_source(file.path, file.name)
    if source is None:
        return Reading(None, tuple(found))
    return read_text(source, found, opened)


def read_text(source: Source, found: Iterable[Diagnostic], opened: Opened) -> Reading:
    """As ``read_plan``, of a text in which ``found`` was found when it was decoded."""
    own: set[str] = set()

    def declared(root: Node) -> frozenset[str]:
        own.update(own_layouts(root))
        return opened.looks.declared_fields(root)

    loaded = load(source, Plan, declared)
    said = (*found, *loaded.diagnostics)
    if loaded.judgeable is None or loaded.places is None:
        return Reading(source, said)
    plan, places = loaded.judgeable, loaded.places
    found_layouts, of_layouts = opened.looks.layouts(plan, places, unsound=own - plan.layouts.keys())
    period = read_period(plan.period)
    layouts = {name: layout.drawn_for(period) for name, layout in found_layouts.items()}
    context = Context(plan, places, layouts, opened.registry, opened.today)
    return Reading(
        source,
        (*said, *of_layouts),
        context,
        incomplete=loaded.incomplete,
        undated=loaded.undated,
        sound=loaded.value is not None,
        drawable=not has_errors(of_layouts),
    )


def judged(reading: Reading, policy: Policy, *, meaning: bool = True) -> Judged:
    """The plan of ``reading`` and everything that is wrong with it; without ``meaning``: with its text and shape."""
    source, context = reading.source, reading.context
    if source is None:
        return None, tuple(policy.judged(reading.diagnostics))
    if context is None:
        return None, in_order(policy.judged(reading.diagnostics), source)
    found = _meaning(reading, context) if meaning else ()
    everything = tuple(policy.judged((*reading.diagnostics, *found)))
    said = in_order(policy.judged(allowed(everything, source, context.places)), source)
    context.forget()
    if not reading.sound:
        return None, said
    return Checked(context, source, complete=reading.drawable), said


def _meaning(reading: Reading, context: Context) -> tuple[Diagnostic, ...]:
    """What the rules of meaning find, but for those that lean on what could not be read."""
    meaning = tuple(check(context))
    if reading.incomplete:
        meaning = tuple(each for each in meaning if each.code not in LEANING)
    if reading.undated:
        meaning = tuple(each for each in meaning if each.code not in DATED)
    return meaning


def statistics(checked: Checked, registry: Registry) -> Statistics:
    """How much a plan holds."""
    return Statistics(
        tasks=sum(row.carries for row in checked.rows),
        kpis=sum(len(objective.figures) for objective in checked.context.objectives),
        leads=len(leads(checked.rows, registry)),
    )
