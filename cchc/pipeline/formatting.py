"""``cchc fmt``: every plan's text in house style."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cchc.edit.encoded import Encoded
from cchc.edit.formatting import formatted
from cchc.pipeline.outcomes import Outcome, PlanOutcome, Surroundings
from cchc.syntax.decoding import decode
from cchc.workspace.operands import project_of, resolve
from cchc.workspace.projects import PlanFile
from cchc.workspace.reading import read_file
from cchc.workspace.rewriting import rewrite
from cchc.workspace.trouble import WorkspaceError


class Formatted(NamedTuple):
    """What came of one plan: the texts of its file ``before`` and ``after``, equal where it is in house style."""

    name: str
    outcome: PlanOutcome
    before: str = ""
    after: str = ""

    @property
    def differs(self) -> bool:
        return self.before != self.after


def format_plans(
    operands: tuple[str, ...], surroundings: Surroundings, *, write: bool
) -> Iterator[Formatted | Outcome]:
    """Format the plans that ``operands`` name: one Formatted for each as it is done, then the Outcome of the run.

    Without ``write`` no file is changed. A plan is formatted by its text alone: neither layouts nor templates count.
    """
    try:
        project = project_of(operands, surroundings.cwd)
        plans, problems = resolve(operands, project, surroundings.cwd)
    except WorkspaceError as error:
        yield Outcome(diagnostics=(error.diagnostic,))
        return
    outcomes: list[PlanOutcome] = []
    for file in plans:
        done = _format_file(file, write=write)
        outcomes.append(done.outcome)
        yield done
    yield Outcome(tuple(outcomes), (*project.problems, *problems))


def _format_file(file: PlanFile, *, write: bool) -> Formatted:
    try:
        data = read_file(file.path)
        source, found = decode(data, file.name)
        if source is None:
            return Formatted(file.name, PlanOutcome(file.id, tuple(found)))
        before = Encoded.of(data)
        after, said = formatted(before, file.name)
        if after is None:
            return Formatted(file.name, PlanOutcome(file.id, tuple(said)))
        if write and after.data != data:
            rewrite(file.path, data, after.data)
    except WorkspaceError as error:
        return Formatted(file.name, PlanOutcome(file.id, (error.diagnostic,)))
    return Formatted(file.name, PlanOutcome(file.id), before.text, after.text)
