"""What an export wrote: the files, how much they hold, which plans are not among it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from cchc.diagnostics import Language, Wording
from cchc.report.plain import plain
from cchc.report.summary import kept_line, taken
from cchc.report.terminal import Styled

_WRITTEN = Wording("đã ghi {files}", "written {files}")
_UNCHANGED = Wording("không đổi {files}", "unchanged {files}")
_NOTHING = Wording("không ghi bảng nào vì lỗi đã báo", "no table was written, because of the errors told")
_HELD = Wording(
    "{plans} kế hoạch; {tasks} dòng nhiệm vụ, hoạt động; {kpis} chỉ tiêu (KPI); {seconds}",
    "{plans} plan(s); {tasks} rows of tasks and activities; {kpis} KPIs; {seconds}",
)
_LEFT_OUT = Wording(
    "không có trong bảng vì lỗi đã báo: {plans}", "not in the tables, because of the errors told: {plans}"
)
_SHOWN = 10
"""Ids that are named; of thousands, the errors above name all."""


class File(Protocol):
    """An output in its place."""

    @property
    def path(self) -> Path: ...
    @property
    def kept_aside(self) -> Path | None: ...
    @property
    def unchanged(self) -> bool: ...


class Result(Protocol):
    """What came of an export."""

    @property
    def files(self) -> Sequence[File]: ...
    @property
    def tasks(self) -> int: ...
    @property
    def kpis(self) -> int: ...
    @property
    def plans(self) -> int: ...
    @property
    def left_out(self) -> Sequence[str]: ...


def exported(
    result: Result, shown: Callable[[Path], str], seconds: float, language: Language
) -> Iterator[list[Styled]]:
    """The lines about the tables of a run; ``shown`` gives a path as the user would type it."""
    if not result.files:
        yield [Styled(_NOTHING.in_(language), "red")]
        return
    for wording, unchanged in ((_WRITTEN, False), (_UNCHANGED, True)):
        files = ", ".join(plain(shown(file.path)) for file in result.files if file.unchanged is unchanged)
        if files:
            yield [Styled(wording.fill({"files": files}).in_(language), "green")]
    values = {
        "plans": result.plans,
        "tasks": result.tasks,
        "kpis": result.kpis,
        "seconds": taken(seconds, language),
    }
    yield [Styled(f"  {_HELD.fill(values).in_(language)}")]
    if result.left_out:
        more = ", …" if len(result.left_out) > _SHOWN else ""
        names = ", ".join(map(plain, result.left_out[:_SHOWN])) + more
        yield [Styled(f"  {_LEFT_OUT.fill({'plans': names}).in_(language)}", "yellow")]
    for file in result.files:
        if file.kept_aside:
            yield kept_line(shown(file.kept_aside), language)
