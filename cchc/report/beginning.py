"""What was written for a new plan, and what to do next; what became of a schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Protocol, TypeAlias

from cchc.diagnostics import Language, Wording
from cchc.report.plain import plain
from cchc.report.terminal import Styled

_BEGUN = Wording("đã tạo kế hoạch {plan}", "written the plan {plan}")
_RENAMED = Wording(
    "mã kế hoạch là {id}, viết không dấu và không dấu cách", "its id is {id}, without diacritics and spaces"
)
_NEXT = Wording(
    "tiếp theo: điền các chỗ “…”, rồi chạy cchc build {id}", "next: fill in the places “…”, then cchc build {id}"
)
_SCHEMA = {
    "written": Wording("đã ghi lược đồ {path}", "written the schema {path}"),
    "replaced": Wording(
        "đã thay toàn bộ lược đồ {path}: tệp này do chương trình tạo, sửa tay trong đó không được giữ",
        "replaced the schema {path} whole: the program makes it, and changes made in it by hand are not kept",
    ),
    "unchanged": Wording("lược đồ {path} không đổi", "the schema {path} is unchanged"),
}

Refreshed: TypeAlias = Literal["written", "replaced", "unchanged"]


class Begun(Protocol):
    """A plan that was written, and what became of the schema beside it (absent: not written)."""

    @property
    def id(self) -> str: ...
    @property
    def refreshed(self) -> Refreshed | None: ...


def begun(plan: Begun, path: str, schema: str, *, renamed: bool, language: Language) -> Iterator[list[Styled]]:
    """The lines about ``plan``, written to ``path``; ``renamed``: under another id than was typed."""
    yield [Styled(_BEGUN.fill({"plan": plain(path)}).in_(language), "green")]
    if renamed:
        yield [Styled(f"  {_RENAMED.fill({'id': plain(plan.id)}).in_(language)}", "yellow")]
    if plan.refreshed and plan.refreshed != "unchanged":
        yield [Styled("  "), *schema_line(schema, plan.refreshed, language)]
    yield [Styled(f"  {_NEXT.fill({'id': plain(plan.id)}).in_(language)}")]


def schema_line(path: str, refreshed: Refreshed, language: Language) -> list[Styled]:
    """The line about a schema in the file ``path``."""
    style = "yellow" if refreshed == "replaced" else ""
    return [Styled(_SCHEMA[refreshed].fill({"path": plain(path)}).in_(language), style)]
