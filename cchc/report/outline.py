"""The parts of a plan as lines: the place in the file, then label and title, further in the deeper they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from cchc.language.width import columns
from cchc.report.plain import plain
from cchc.report.terminal import Styled
from cchc.source import Span

_NARROWEST = 24
"""Columns that a label with its title get, however narrow the terminal is."""

_ELLIPSIS = "…"
_STEP = "  "


class Listed(Protocol):
    """A part that bears a number or a name."""

    @property
    def depth(self) -> int: ...
    @property
    def label(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def span(self) -> Span: ...


def outline_lines(entries: Sequence[Listed], depth: int | None, width: int | None) -> Iterator[list[Styled]]:
    """The lines of ``entries``, down to ``depth`` levels (absent: all), cut to ``width`` columns (absent: whole)."""
    chosen = [entry for entry in entries if depth is None or entry.depth < depth]
    places = [plain(f"{entry.span.source.name}:{entry.span.line}") for entry in chosen]
    margin = max(map(columns, places), default=0) + len(_STEP)
    for entry, place in zip(chosen, places, strict=True):
        gap = " " * (margin - columns(place))
        indent = _STEP * entry.depth
        room = None if width is None else max(width - margin - len(indent), _NARROWEST)
        label, title = _fitted(plain(entry.label), plain(entry.title), room)
        yield [Styled(place + gap, "dim"), Styled(indent + label, "bold" if label else ""), Styled(title)]


def _fitted(label: str, title: str, room: int | None) -> tuple[str, str]:
    """``label`` and ``title`` with what parts them, in ``room`` columns."""
    if label and title:
        label += _STEP if label[-1].isalnum() else " "
    return label, title if room is None else cut(title, room - columns(label))


def cut(text: str, room: int) -> str:
    """``text`` in at most ``room`` columns, its end left out where it has more."""
    if columns(text) <= room:
        return text
    kept = text[: max(room, 0)]
    while kept and columns(kept) >= room:
        kept = kept[:-1]
    return kept.rstrip() + _ELLIPSIS
