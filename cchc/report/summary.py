"""What a run did, in a few lines: files written, what they hold, what was kept, what went wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from cchc.diagnostics import Diagnostic, Language, Severity, Wording
from cchc.report.plain import plain
from cchc.report.terminal import Styled


class Held(Protocol):
    """What a plan holds."""

    @property
    def tasks(self) -> int: ...
    @property
    def kpis(self) -> int: ...
    @property
    def leads(self) -> int: ...


class Done(Protocol):
    """What came of one plan."""

    @property
    def id(self) -> str: ...
    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]: ...
    @property
    def statistics(self) -> Held | None: ...
    @property
    def written(self) -> tuple[Path, ...]: ...
    @property
    def kept_aside(self) -> tuple[Path, ...]: ...
    @property
    def unchanged(self) -> bool: ...
    @property
    def pages(self) -> tuple[int, ...]: ...
    @property
    def comments(self) -> int | None: ...


_WRITTEN = Wording("đã ghi", "written")
_UNCHANGED = Wording("không đổi", "unchanged")
_KEPT = Wording(
    "tệp cũ đã sửa tay hoặc không do cchc tạo, được giữ lại tại {path}; --force để thay hẳn",
    "the former file was edited by hand or not made by cchc and is kept as {path}; --force replaces it",
)
_KEPT_AS = Wording(
    "tệp cũ đã sửa tay hoặc không do cchc tạo, được giữ lại tại {path}",
    "the former file was edited by hand or not made by cchc and is kept as {path}",
)
_HELD = Wording(
    "{tasks} nhiệm vụ, hoạt động; {kpis} chỉ tiêu (KPI); {leads} cơ quan chủ trì",
    "{tasks} tasks and activities; {kpis} KPIs; {leads} lead bodies",
)
_PAGES = Wording("số trang: {pages}", "pages: {pages}")
_COMMENTED = Wording("{n} nhận xét bên lề", "{n} comment(s) in the margin")
_UNCOMMENTED = Wording("không có gì để nhận xét", "nothing to comment on")
_SECONDS = Wording("{seconds} giây", "{seconds} s")
_NOT_BUILT = Wording("không ghi tệp Word mới vì lỗi đã báo", "no new Word file, because of the errors told")
_KNOWN = Wording("{n} phát hiện đã biết không nhắc lại", "{n} known finding(s) not told again")
_REMEMBERED = Wording(
    "đã ghi vào {path}; từ nay chỉ báo những gì mới", "written to {path}; from now on only what is new is told"
)
_COUNTED = {
    Severity.ERROR: (Wording("{n} lỗi", "{n} error(s)")),
    Severity.WARNING: (Wording("{n} cảnh báo", "{n} warning(s)")),
    Severity.NOTE: (Wording("{n} lưu ý", "{n} note(s)")),
}
_SOUND = Wording("không có lỗi", "no error")
_CHECKED = Wording(
    "đã kiểm tra {plans} kế hoạch, {tasks} nhiệm vụ và hoạt động theo {rules} quy tắc nội dung",
    "{plans} plan(s) with {tasks} tasks and activities checked by {rules} rules of meaning",
)


def built(
    plan: Done, where: Sequence[str], kept: Sequence[str], seconds: float, language: Language
) -> Iterator[list[Styled]]:
    """The lines about a built plan; ``where`` and ``kept`` are its files as the user would type them."""
    if not plan.written:
        yield [Styled(f"{plain(plan.id)}: ", "bold"), Styled(_NOT_BUILT.in_(language), "red")]
        return
    verb = _UNCHANGED if plan.unchanged else _WRITTEN
    files = ", ".join(plain(path) for path in where)
    yield [Styled(f"{plain(plan.id)}: ", "bold"), Styled(f"{verb.in_(language)} {files}", "green")]
    yield [Styled(f"  {'; '.join(_facts(plan, seconds, language))}")]
    yield from (kept_line(path, language) for path in kept)


def kept_line(path: str, language: Language) -> list[Styled]:
    """The line about a former file that is kept at ``path``."""
    return [Styled(f"  {_KEPT.fill({'path': plain(path)}).in_(language)}", "yellow")]


def _facts(plan: Done, seconds: float, language: Language) -> Iterator[str]:
    if plan.statistics:
        held = plan.statistics
        yield _HELD.fill({"tasks": held.tasks, "kpis": held.kpis, "leads": held.leads}).in_(language)
    if plan.comments is not None:
        yield (_COMMENTED if plan.comments else _UNCOMMENTED).fill({"n": plan.comments}).in_(language)
    if plan.pages:
        yield _PAGES.fill({"pages": " + ".join(map(str, plan.pages))}).in_(language)
    yield taken(seconds, language)


def taken(seconds: float, language: Language) -> str:
    """How long something took."""
    figure = f"{seconds:.1f}"
    return _SECONDS.fill({"seconds": figure.replace(".", ",") if language == "vi" else figure}).in_(language)


def written(where: str, kept: str | None = None, *, unchanged: bool, language: Language) -> Iterator[list[Styled]]:
    """The lines about the one file that was asked for, and about the former one that is kept."""
    verb = _UNCHANGED if unchanged else _WRITTEN
    yield [Styled(f"{verb.in_(language)} {plain(where)}", "green")]
    if kept is not None:
        yield [Styled(f"  {_KEPT_AS.fill({'path': plain(kept)}).in_(language)}", "yellow")]


def counted(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """How many diagnostics of each severity there are."""
    counts = [(severity, sum(found.severity is severity for found in diagnostics)) for severity in Severity]
    parts = [_COUNTED[severity].fill({"n": count}).in_(language) for severity, count in counts if count]
    return ", ".join(parts) or _SOUND.in_(language)


def checked(
    plans: Sequence[Done], rules: int, diagnostics: Sequence[Diagnostic], known: int, language: Language
) -> list[Styled]:
    """The last line of a check; tasks are those of plans that could be read, ``known`` are in the baseline."""
    tasks = sum(plan.statistics.tasks for plan in plans if plan.statistics)
    what = _CHECKED.fill({"plans": len(plans), "tasks": tasks, "rules": rules}).in_(language)
    besides = f" ({_KNOWN.fill({'n': known}).in_(language)})" if known else ""
    return [Styled(f"{what}: {counted(diagnostics, language)}{besides}", "bold")]


def remembered(path: str, language: Language) -> list[Styled]:
    """The line about the baseline that was written to ``path``."""
    return [Styled(_REMEMBERED.fill({"path": plain(path)}).in_(language), "green")]
