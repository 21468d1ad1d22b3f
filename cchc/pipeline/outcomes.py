"""What a command asks for and what came of it, as plain values for whoever reports them."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from cchc.diagnostics import Diagnostic, Severity
from cchc.workspace.trouble import is_trouble

if TYPE_CHECKING:
    from cchc.workspace.publishing import Published


class Surroundings(NamedTuple):
    """What the outside gives a run: the folder it starts in, environment, platform, home folder and day."""

    cwd: Path
    environ: Mapping[str, str]
    platform: str
    home: Path
    today: date


Announce: TypeAlias = Callable[[str, int, int], object]
"""Told before each plan: its id, its number (from 1) and how many there are."""


def unannounced(plan: str, number: int, count: int) -> None:
    """The ``Announce`` of a run that nobody watches."""


class BuildRequest(NamedTuple):
    """What ``cchc build`` was asked for; ``round`` counts drafts and is absent where they are not counted.

    ``annotate`` gives the words of the comments that tell in the document what was found; without it there are none.
    ``jobs`` is how many processes are at work, and absent where the program is to choose.
    """

    operands: tuple[str, ...] = ()
    out: Path | None = None
    templates: Path | None = None
    draft: bool = False
    round: int | None = None
    pdf: bool = False
    force: bool = False
    annotate: Callable[[Diagnostic], str] | None = None
    jobs: int | None = None


class Statistics(NamedTuple):
    """What a plan holds: rows with cells of their own, KPIs of its objectives, different leads."""

    tasks: int
    kpis: int
    leads: int


class PlanOutcome(NamedTuple):
    """What came of one plan. ``pages`` counts those of each document, where a PDF was made.

    ``file`` is the name by which messages call the plan's file. ``known`` counts the findings that the project's
    baseline holds, which are not among ``diagnostics``. ``comments`` counts those in an annotated file, and is absent
    for any other. ``digests`` are those (SHA-256) of the files in ``written``. ``of_today``: what was found may differ
    tomorrow.
    """

    id: str
    diagnostics: tuple[Diagnostic, ...] = ()
    statistics: Statistics | None = None
    written: tuple[Path, ...] = ()
    kept_aside: tuple[Path, ...] = ()
    unchanged: bool = False
    pages: tuple[int, ...] = ()
    file: str = ""
    known: int = 0
    comments: int | None = None
    digests: tuple[str, ...] = ()
    of_today: bool = False

    def without_notes(self) -> "PlanOutcome":
        """The same outcome with errors and warnings alone."""
        return self._replace(diagnostics=_weighty(self.diagnostics))


class FileOutcome(NamedTuple):
    """What became of a file that a comparison is written to, or why it was not written."""

    diagnostics: tuple[Diagnostic, ...]
    published: "Published | None" = None


_WEIGHTS = tuple(Severity)
"""From the heaviest to the lightest."""


class Outcome(NamedTuple):
    """What came of a command. ``diagnostics`` are those that belong to no plan or come of several; ``baseline`` was
    written by it; ``known`` counts findings about several plans that the project's baseline holds.
    """

    plans: tuple[PlanOutcome, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    baseline: Path | None = None
    known: int = 0

    def all_diagnostics(self) -> tuple[Diagnostic, ...]:
        """Every diagnostic in the order of the run."""
        return (*self.diagnostics, *(found for plan in self.plans for found in plan.diagnostics))

    def all_known(self) -> int:
        """How many findings the project's baseline kept from being told."""
        return self.known + sum(plan.known for plan in self.plans)

    def without_notes(self) -> "Outcome":
        """The same outcome with errors and warnings alone."""
        plans = tuple(plan.without_notes() for plan in self.plans)
        return self._replace(plans=plans, diagnostics=_weighty(self.diagnostics))

    @property
    def exit_code(self) -> int:
        """0: no error; 1: a plan, layout or template has errors; 2: something cannot be read, written or called."""
        return self.code_from(Severity.ERROR)

    def code_from(self, threshold: Severity) -> int:
        """As ``exit_code``, but 1 from ``threshold`` on: for a warning too, or even for a note."""
        told = self.all_diagnostics()
        if any(map(is_trouble, told)):
            return 2
        counting = _WEIGHTS[: _WEIGHTS.index(threshold) + 1]
        return 1 if any(found.severity in counting for found in told) else 0


def _weighty(diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    return tuple(found for found in diagnostics if found.severity is not Severity.NOTE)
