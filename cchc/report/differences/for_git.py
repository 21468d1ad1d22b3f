"""The answer to git about one file: the differences of two plans, or of two texts with one line why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from cchc.compare.comparison import Comparison
from cchc.diagnostics import Diagnostic, Language, Wording
from cchc.report.differences.lines import wrapped
from cchc.report.differences.terminal import difference_lines
from cchc.report.line_difference import line_difference
from cchc.report.plain import plain
from cchc.report.terminal import Styled

_UNMERGED = Wording(
    "* {file}: đang xung đột, chưa hợp nhất; hai bên: cchc diff :2:{file} :3:{file}",
    "* {file}: in conflict, not merged; its two sides: cchc diff :2:{file} :3:{file}",
)
_SAME_PLAN = Wording(
    "kế hoạch không đổi; chỉ chú thích, cách trình bày của tệp, hoặc mã không in ra là khác",
    "the same plan; only comments, the layout of the file or keys that do not print differ",
)
_STYLES = {"+": "green", "-": "red", "@": "cyan"}


class Answer(Protocol):
    """What became of the question about one file."""

    @property
    def old(self) -> str: ...
    @property
    def new(self) -> str: ...
    @property
    def comparison(self) -> Comparison | None: ...
    @property
    def texts(self) -> tuple[str | None, str | None] | None: ...
    @property
    def why(self) -> Diagnostic | None: ...
    @property
    def unmerged(self) -> bool: ...


def git_lines(answer: Answer, language: Language, width: int | None) -> Iterator[list[Styled]]:
    """The lines of ``answer`` in ``width`` columns (absent: not broken)."""
    if answer.unmerged:
        yield [Styled(plain(_UNMERGED.fill({"file": answer.new}).in_(language)), "yellow")]
        return
    yield [Styled(plain(f"diff --cchc {answer.old} {answer.new}"), "bold")]
    comparison = answer.comparison
    if comparison is not None and comparison.entries:
        yield from difference_lines(comparison, comparison, language, width)
        return
    if answer.why is not None:
        yield from wrapped([Styled(_why(answer.why, language), "yellow")], width, 0, 2)
    old, new = answer.texts or ("", "")
    if comparison is not None and old != new:
        yield from wrapped([Styled(_SAME_PLAN.in_(language), "yellow")], width, 0, 2)
    for line in "".join(line_difference(old, new, answer.old, answer.new)).split("\n")[:-1]:
        yield [Styled(plain(line), _STYLES.get(line[:1], ""))]


def _why(why: Diagnostic, language: Language) -> str:
    place = f"{why.span}: " if why.span else ""
    return f"{place}{why.message.in_(language)}"
