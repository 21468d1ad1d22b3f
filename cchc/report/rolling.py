"""What became of a plan that was moved on to the next period: changed, marked, left behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from cchc.diagnostics import Language, Wording
from cchc.report.beginning import Refreshed, schema_line
from cchc.report.plain import plain
from cchc.report.terminal import Styled

_MADE = Wording("đã tạo kế hoạch {plan} từ {source}", "written the plan {plan} from {source}")
_RENAMED = Wording(
    "mã kế hoạch là {id}, viết không dấu và không dấu cách", "its id is {id}, without diacritics and spaces"
)
_CHANGED = Wording("đã đổi: {what}", "changed: {what}")
_COUNTED = (
    Wording("năm ở {count} chỗ", "years (places: {count})"),
    Wording("cơ quan kế thừa ở {count} chỗ", "bodies to their successors (places: {count})"),
    Wording("tên địa phương ở {count} chỗ", "names of the unit (places: {count})"),
    Wording("để trống số, ngày, người ký ({count} mục)", "number, date, signatory's name blank ({count})"),
    Wording("thêm mã (id) cho {count} dòng", "ids given (rows: {count})"),
)
_MARKED = Wording(
    "đã đánh dấu {count} chỗ “# cchc: xem lại” cho người soạn", "marked for review, “# cchc: xem lại”: {count}"
)
_LEFT = Wording(
    "đã bỏ {count} việc đã xong cùng kỳ cũ, còn nguyên trong {source}:",
    "left behind as done with the old period, still in {source}: {count}",
)
_ROW = Wording("dòng {line}: {title}", "line {line}: {title}")
_WHY = Wording("{why} (bỏ {rows} dòng)", "{why} (rows: {rows})")
_WARNINGS = Wording("cchc validate còn {count} cảnh báo khác", "other warnings of cchc validate: {count}")
_NEXT = Wording(
    "tiếp theo: cchc validate {id} chỉ từng chỗ phải xem; sửa xong thì xóa dòng chú thích ấy",
    "next: cchc validate {id} shows each place to review; delete its comment once it is settled",
)
_LONGEST = 100


class RowLeft(Protocol):
    """A row that was left behind: its line, its words, why, and how many rows went with it."""

    @property
    def line(self) -> int: ...
    @property
    def title(self) -> str: ...
    @property
    def why(self) -> Wording: ...
    @property
    def rows(self) -> int: ...


class Rolled(Protocol):
    """A plan that was made out of ``source``."""

    @property
    def id(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def counts(self) -> Sequence[int]: ...
    @property
    def marks(self) -> int: ...
    @property
    def left(self) -> Sequence[RowLeft]: ...
    @property
    def warnings(self) -> int: ...
    @property
    def refreshed(self) -> Refreshed | None: ...
    @property
    def renamed(self) -> bool: ...


def rolled_lines(plan: Rolled, path: str, schema: str, language: Language) -> Iterator[list[Styled]]:
    """The lines about ``plan``, written to ``path``: what was changed, what was left behind, what is marked."""

    def line(wording: Wording, style: str = "", **values: object) -> list[Styled]:
        return [Styled(f"  {wording.fill(values).in_(language)}", style)]

    made = _MADE.fill({"plan": plain(path), "source": plain(plan.source)})
    yield [Styled(made.in_(language), "green")]
    if plan.renamed:
        yield line(_RENAMED, "yellow", id=plain(plan.id))
    counted = zip(_COUNTED, plan.counts, strict=True)
    what = [wording.fill({"count": count}).in_(language) for wording, count in counted if count]
    yield line(_CHANGED, what="; ".join(what))
    if plan.left:
        yield line(_LEFT, "yellow", count=len(plan.left), source=plain(plan.source))
        for row in plan.left:
            title = plain(row.title if len(row.title) <= _LONGEST else f"{row.title[: _LONGEST - 1]}…")
            yield [Styled("  "), *line(_ROW, line=row.line, title=title)]
            yield [Styled("    "), *line(_WHY, why=row.why.in_(language), rows=row.rows)]
    if plan.marks:
        yield line(_MARKED, "yellow", count=plan.marks)
    if plan.warnings:
        yield line(_WARNINGS, count=plan.warnings)
    if plan.refreshed and plan.refreshed != "unchanged":
        yield [Styled("  "), *schema_line(schema, plan.refreshed, language)]
    yield line(_NEXT, id=plain(plan.id))
