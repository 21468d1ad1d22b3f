"""What a watch says between its builds."""

from __future__ import annotations

from collections.abc import Sequence

from cchc.diagnostics import Language, Wording
from cchc.report.plain import plain
from cchc.report.terminal import Styled

_NAMED = 3
"""Changed files that are named; of more the rest is counted."""

_CHANGED = Wording("{time} đã đổi: {files}", "{time} changed: {files}")
_AND_MORE = Wording("{files} và {n} tệp khác", "{files} and {n} more")
_WAITING = Wording("đang chờ thay đổi; Ctrl-C để dừng", "waiting for changes; Ctrl-C ends it")
_ENDED = Wording("đã dừng theo dõi", "no longer watching")


def changed(files: Sequence[str], time: str, language: Language) -> list[Styled]:
    """The line that begins a build because of ``files``."""
    named = ", ".join(map(plain, files[:_NAMED]))
    if len(files) > _NAMED:
        named = _AND_MORE.fill({"files": named, "n": len(files) - _NAMED}).in_(language)
    return [Styled(_CHANGED.fill({"time": time, "files": named}).in_(language), "bold")]


def waiting(language: Language) -> list[Styled]:
    """The line behind the first build."""
    return [Styled(_WAITING.in_(language), "dim")]


def ended(language: Language) -> list[Styled]:
    """The last line."""
    return [Styled(f"\n{_ENDED.in_(language)}", "dim")]
