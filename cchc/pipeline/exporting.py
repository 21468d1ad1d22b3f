"""``cchc export``: the rows of all plans as tables for people and for programs, written together or not at all."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from cchc.diagnostics import Diagnostic, Severity, has_errors
from cchc.export.kpi_table import KPIS, kpi_rows
from cchc.export.origin import Subject
from cchc.export.task_table import TASKS, task_rows
from cchc.pipeline.checking import Checked, check_file
from cchc.pipeline.export_files import ExportFiles, Format
from cchc.pipeline.opening import Opened, open_plans
from cchc.pipeline.outcomes import Announce, Outcome, PlanOutcome, Surroundings, unannounced
from cchc.tables.columns import Row
from cchc.workspace.clock import source_date_epoch
from cchc.workspace.growing import growing, scratch_folder
from cchc.workspace.projects import PlanFile
from cchc.workspace.publishing import Published
from cchc.workspace.trouble import WorkspaceError

_UNDATED = datetime(1980, 1, 1)


class ExportRequest(NamedTuple):
    """What ``cchc export`` was asked for; ``draft`` takes in plans that have errors of meaning."""

    operands: tuple[str, ...]
    formats: tuple[Format, ...]
    out: Path | None = None
    templates: Path | None = None
    draft: bool = False
    force: bool = False


class Exported(NamedTuple):
    """What came of a run: its outcome, the files, how many rows of each table they hold, of how many plans.

    ``left_out`` are the ids of plans whose rows are not among them.
    """

    outcome: Outcome
    files: tuple[Published, ...] = ()
    tasks: int = 0
    kpis: int = 0
    plans: int = 0
    left_out: tuple[str, ...] = ()


def export(
    request: ExportRequest, surroundings: Surroundings, announce: Announce = unannounced
) -> Generator[PlanOutcome | Exported, None, None]:
    """Export what ``request`` names: one PlanOutcome for each plan as it is done, then what came of the run.

    The outcomes tell errors, and what is not in the tables as the plan has it; all else is for who checks.
    """
    try:
        opened = open_plans(request.operands, request.templates, surroundings)
        created = source_date_epoch(surroundings.environ)
        with ExitStack() as stack:
            outputs = stack.enter_context(growing(request.out or opened.out))
            scratch = stack.enter_context(scratch_folder()) if "xlsx" in request.formats else None
            bears = created.replace(tzinfo=None) if created else _UNDATED
            files = ExportFiles(outputs, (TASKS, KPIS), scratch, bears)
            stack.callback(files.abandon)
            yield from _exported(request, opened, files, announce)
    except WorkspaceError as error:
        yield Exported(Outcome(diagnostics=(error.diagnostic,)))


def _exported(
    request: ExportRequest, opened: Opened, files: ExportFiles, announce: Announce
) -> Iterator[PlanOutcome | Exported]:
    outcomes: list[PlanOutcome] = []
    counts = [0, 0]
    held: set[str] = set()
    for name in request.formats if opened.plans else ():
        files.open(name)
    for number, file in enumerate(opened.plans if files.are_open else (), 1):
        announce(file.id, number, len(opened.plans))
        checked, found = check_file(file, opened)
        errors = tuple(each for each in found if each.severity is Severity.ERROR)
        said: tuple[Diagnostic, ...] = ()
        if checked is not None and checked.complete and (request.draft or not has_errors(errors)):
            tables = _tables(file, checked, opened)
            for number_of_table, rows in enumerate(tables):
                counts[number_of_table] += files.add(number_of_table, rows)
            held.add(file.id)
            said = files.cut(file.id)
        outcomes.append(PlanOutcome(file.id, (*errors, *said), file=file.name))
        yield outcomes[-1]
    # Nothing is read and nothing is said where there is nothing to write.
    published = files.publish(force=request.force) if held else ()
    outcome = Outcome(tuple(outcomes), (*opened.problems, *files.problems)).without_notes()
    left_out = tuple(each.id for each in outcomes if each.id not in held)
    yield Exported(outcome, published, tasks=counts[0], kpis=counts[1], plans=len(held), left_out=left_out)


def _tables(file: PlanFile, checked: Checked, opened: Opened) -> tuple[Iterator[Row], Iterator[Row]]:
    """The rows of the tasks and of the KPIs of a plan."""
    context = checked.context
    subject = Subject(file.id, checked.plan, checked.layouts, opened.registry, context.day)
    notes = {name: note for _, _, said in context.described for name, note in said.items()}
    return task_rows(subject, checked.rows), kpi_rows(subject, context.objectives, checked.rows, notes)
