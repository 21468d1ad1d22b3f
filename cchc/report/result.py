"""A whole run as the formats for machines tell it: what was checked, what was found, how it ended."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from cchc.diagnostics import Diagnostic, Language, Rule
from cchc.report.summary import Done
from cchc.source import Span


class Told(Done, Protocol):
    """What came of one plan, with the name of its file."""

    @property
    def file(self) -> str: ...


class Found(Protocol):
    """A diagnostic, the plans of which it was said (none: it belongs to no plan), whether the surroundings failed."""

    @property
    def diagnostic(self) -> Diagnostic: ...
    @property
    def plans(self) -> Sequence[Told]: ...
    @property
    def trouble(self) -> bool: ...


class Result(NamedTuple):
    """A run of ``command`` by the program's ``version``, over and done.

    ``rules`` are all rules of the program, ``applied`` counts those of meaning. ``cwd`` is the folder from which the
    files of ``plans`` were written, an absolute path that no format shows.
    """

    command: str
    version: str
    language: Language
    cwd: Path
    exit_code: int
    plans: Sequence[Told]
    found: Sequence[Found]
    rules: Sequence[Rule]
    applied: int

    @property
    def tasks(self) -> int:
        """The tasks and activities of the plans that could be read."""
        return sum(plan.statistics.tasks for plan in self.plans if plan.statistics)

    def shown(self, path: Path) -> str:
        """A file that was written, as ``portable`` names are."""
        return portable(str(path.relative_to(self.cwd) if path.is_relative_to(self.cwd) else path))


class Region(NamedTuple):
    """Lines and columns, counted from 1; columns count Unicode code points, the end stands behind the last one."""

    line: int
    column: int
    end_line: int
    end_column: int


def region_of(span: Span) -> Region:
    """The place of ``span``; line ends and spaces behind its last word, as a block of prose has them, are left out."""
    words = span.text.rstrip()
    return exact_region_of(span._replace(end=span.start + len(words)) if words else span)


def exact_region_of(span: Span) -> Region:
    """The place of ``span`` with every character of it, as whoever changes it must know."""
    return Region(*span.source.position(span.start), *span.source.position(span.end))


def portable(name: str) -> str:
    """The name of a file with slashes: the same on Windows as elsewhere."""
    return name.replace("\\", "/")
