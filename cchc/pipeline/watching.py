"""``cchc build --watch``: plans built again whenever something that decides their outputs was saved."""

from __future__ import annotations

import gc
from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, TypeAlias

from cchc.diagnostics import Wording
from cchc.pipeline.baseline import baseline_path
from cchc.pipeline.building import build
from cchc.pipeline.many import crashed
from cchc.pipeline.outcomes import Announce, BuildRequest, Outcome, PlanOutcome, Surroundings
from cchc.pipeline.own_bodies import OWN_REGISTRY
from cchc.workspace.operands import folders_in, project_of, resolve
from cchc.workspace.resources import shipped_templates
from cchc.workspace.settings import FILES
from cchc.workspace.trouble import WorkspaceError, is_trouble, shown_from
from cchc.workspace.watching import changes, stamps

Unwritten: TypeAlias = tuple[Wording, ...]

RETRY = 2.0
"""Seconds after which an output that could not be written, since it is open in Word, is tried again."""


class Round(NamedTuple):
    """One build of a watch. ``changed`` are the names of the files because of which it is; none for the first.

    ``again``: nothing has changed, but some outputs could not be written before. ``results`` are to be taken before
    the next round is asked for.
    """

    changed: tuple[str, ...]
    again: bool
    results: Generator[PlanOutcome | Outcome, None, None]


def watch(
    request: BuildRequest, surroundings: Callable[[], Surroundings], announce: Announce
) -> Generator[Round, None, None]:
    """Build what ``request`` names, and again what has changed, for ever. ``surroundings`` are asked for each time."""
    plans: dict[str, Unwritten] = {}
    names, only = frozenset[str](), frozenset[str]()
    again = False
    while True:
        around = surroundings()
        if not only:
            plans.clear()
            places = _places(request, around)
            # Before anything is read: what is saved while the build is at work is seen afterwards.
            before = stamps(places)
        results = _surviving(build(request, around, announce, only=only or None), request.operands)
        with closing(_told(results, plans, again=again)) as told:
            yield Round(tuple(sorted(names)), again, told)
        gc.collect()
        waiting = frozenset(plan for plan, unwritten in plans.items() if unwritten)
        before, changed = changes(before, places, RETRY if waiting else None)
        names = frozenset(shown_from(path, around.cwd) for path in changed.files)
        again = not names
        # What is no plan that was built concerns all of them, and so does a file that has come or gone: ids may change.
        of_plans = not changed.others and names <= plans.keys() and not request.annotate
        only = names | waiting if of_plans else frozenset()


def _surviving(
    results: Generator[PlanOutcome | Outcome, None, None], operands: tuple[str, ...]
) -> Generator[PlanOutcome | Outcome, None, None]:
    """``results``, and a mistake of the program as what came of them: the next save may go around it."""
    try:
        with closing(results):
            yield from results
    except Exception as error:
        yield Outcome(diagnostics=(crashed(", ".join(operands) or "plans", error),))


def _told(
    results: Generator[PlanOutcome | Outcome, None, None], plans: dict[str, Unwritten], *, again: bool
) -> Generator[PlanOutcome | Outcome, None, None]:
    """``results``; of a round that only tries ``again``, what is other than before. ``plans`` gets what they left."""
    with closing(results):
        for result in results:
            if isinstance(result, Outcome):
                yield Outcome() if again else result
                continue
            former = plans.get(result.file)
            plans[result.file] = _unwritten(result)
            if not (again and former and former == plans[result.file]):
                yield result


def _unwritten(plan: PlanOutcome) -> Unwritten:
    """What kept the plan from being read or its outputs from being written, and may not keep them long."""
    return tuple(each.message for each in plan.diagnostics if is_trouble(each) and each.code.startswith(("W0", "W1")))


def _places(request: BuildRequest, around: Surroundings) -> tuple[Path, ...]:
    """Where something may change that decides what ``request`` builds."""
    folders = folders_in(request.operands, around.cwd)
    try:
        project = project_of(request.operands, around.cwd)
        plans, problems = resolve(request.operands, project, around.cwd)
    except WorkspaceError:
        return (*(around.cwd / name for name in FILES), around.cwd / "plans", *folders)
    named = [plan.path for plan in plans] if request.operands and not problems else [project.plans]
    return (
        *(*named, *folders, *([project.plans] if request.annotate else ())),
        *(project.root / name for name in FILES),
        *(project.plans / OWN_REGISTRY, baseline_path(project)),
        *(project.templates or project.root / "templates", shipped_templates()),
        *([request.templates] if request.templates else ()),
    )
