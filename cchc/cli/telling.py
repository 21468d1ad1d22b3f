"""How a run over plans tells what it found: as it goes, for people, or whole at its end, for machines."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cchc.diagnostics import Language, Severity

if TYPE_CHECKING:
    from cchc.pipeline.outcomes import Outcome
    from cchc.report.result import Result

FORMATS = ("terminal", "json", "sarif", "github")
"""The first is for people."""


class Telling(NamedTuple):
    """The form of what is told, the severity from which the exit code is 1, and how much is told.

    ``quiet``: nothing but what was found. ``notes``: whether people are told of notes.
    """

    format: str
    fail_on: Severity
    quiet: bool
    notes: bool = True

    @property
    def for_machines(self) -> bool:
        return self.format != FORMATS[0]

    @property
    def without_notes(self) -> bool:
        """Whether notes are left out; what makes a run fail is always told."""
        return (self.quiet or not (self.notes or self.for_machines)) and self.fail_on is not Severity.NOTE


class Fixing(NamedTuple):
    """How ``--fix`` goes about it: ``dry`` shows the changes and writes nothing, ``signed`` reaches signed acts too."""

    dry: bool
    signed: bool


def formatted(telling: Telling, command: str, outcome: "Outcome", language: Language, cwd: Path) -> str:
    """All that a run came to, in the format that was asked for."""
    from cchc import __version__
    from cchc.pipeline.findings import findings
    from cchc.pipeline.rules import all_rules, rules_of_meaning
    from cchc.report.result import Result

    told = [
        found
        for found in findings(outcome)
        if not (telling.without_notes and found.diagnostic.severity is Severity.NOTE)
    ]
    code = outcome.code_from(telling.fail_on)
    rules = all_rules()
    result = Result(
        command, __version__, language, cwd, code, outcome.plans, told, rules, applied=len(rules_of_meaning())
    )
    return _written(telling.format, result)


def _written(name: str, result: "Result") -> str:
    if name == "json":
        from cchc.report.json_document import json_document

        return json_document(result)
    if name == "sarif":
        from cchc.report.sarif_log import sarif_log

        return sarif_log(result)
    from cchc.report.github_commands import github_commands

    return github_commands(result)
