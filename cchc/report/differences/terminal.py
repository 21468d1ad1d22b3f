"""A comparison for a terminal: the summary, then what changed in content by field, then what was only edited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from cchc.compare.comparison import Comparison, Entry
from cchc.compare.grouping import fields
from cchc.compare.names import PARTS
from cchc.diagnostics import Language, Wording
from cchc.report.differences.details import Details
from cchc.report.differences.lines import wrapped
from cchc.report.differences.summary import summary_lines
from cchc.report.terminal import Styled

_EDITORIAL = Wording("Biên tập: nội dung không đổi", "Editorial: the same in other words or signs")


def difference_lines(
    shown: Comparison, whole: Comparison, language: Language, width: int | None
) -> Iterator[list[Styled]]:
    """The lines about ``shown``, which has some or all entries of ``whole``, in ``width`` columns (absent: whole)."""
    yield from summary_lines(shown, whole, language, width)
    details = Details(language, width)
    weighty = [entry for entry in shown.entries if entry.weight == "substantive"]
    for part, entries in groupby(weighty, key=lambda entry: entry.part):
        yield from _part(PARTS[part].in_(language), tuple(entries), details, width)
    edited = [entry for entry in shown.entries if entry.weight == "editorial"]
    if edited:
        yield from _part(_EDITORIAL.in_(language), edited, details, width)


def _part(title: str, entries: Sequence[Entry], details: Details, width: int | None) -> Iterator[list[Styled]]:
    yield []
    yield from wrapped([Styled(f"{title.upper()} ({len(entries)})", "bold")], width, 0, 2)
    before: tuple[str, ...] = ()
    for field in fields(entries):
        yield from details.field(field, before)
        before = field.way
