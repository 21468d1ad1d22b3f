"""Facts about when something is done, as months of the plan's own time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cchc.diff.facts import Extent, Fact, Kind, Side, What
from cchc.diff.texts import Place, Texts
from cchc.language.dates import NotADate, Period, YearMonth, read_month
from cchc.language.timing import read_timing
from cchc.language.word_changes import word_changes
from cchc.source import KeyPath

_DATED = frozenset(("months", "within", "on"))
"""Two ways of one kind: months in cells of their own, or in words."""


class Times(NamedTuple):
    """When a row is done: what stands in its cells, absent where it has none."""

    start: Place | None
    end: Place | None
    when: Place | None


class _Read(NamedTuple):
    kind: str
    first: YearMonth | None
    last: YearMonth | None


def time_facts(old: Times, new: Times, texts: Texts, what: What, rows: tuple[KeyPath, KeyPath]) -> Iterator[Fact]:
    """Start or end earlier or later, relative to each plan's years; another kind of time; other words for it."""
    if not any(old) and not any(new):
        return
    before, after = _read(old, texts.old.period), _read(new, texts.new.period)
    if not any(old) or not any(new) or not _alike(before, after):
        yield _fact("time-kind", what, _whole(old), _whole(new))._replace(old_row=rows[0], new_row=rows[1])
        return
    told: list[Fact] = []
    shift = _shift(texts.old.period, texts.new.period)
    for field, ours, theirs in (("start", before.first, after.first), ("end", before.last, after.last)):
        if ours is not None and theirs is not None and theirs - ours != shift:
            sides = _place(old, field), _place(new, field)
            kind: Kind = "start" if field == "start" else "end"
            told.append(_fact(kind, what, *sides, months=theirs - ours - shift))
    yield from told or _reworded(old, new, texts, what)


def _read(times: Times, period: Period) -> _Read:
    if times.when is not None:
        timing = read_timing(times.when.text, period)
        first, last = timing.first, timing.last
        kind = "months" if timing.kind in _DATED and timing.stretches else timing.kind
        return _Read(kind, YearMonth.of(first) if first else None, YearMonth.of(last) if last else None)
    return _Read("months", _month(times.start, period), _month(times.end, period))


def _month(place: Place | None, period: Period) -> YearMonth | None:
    try:
        return read_month(place.text, period) if place else None
    except NotADate:
        return None


def _alike(before: _Read, after: _Read) -> bool:
    """Whether both are one kind of time, with the same ends stated."""
    if before.kind != after.kind:
        return False
    return (before.first is None, before.last is None) == (after.first is None, after.last is None)


def _shift(old: Period, new: Period) -> int:
    """How many months the new plan's time lies behind the old one's; of periods of other lengths months are compared
    as they are."""
    same_length = old.last - old.first == new.last - new.first
    return 12 * (new.first - old.first) if same_length else 0


def _place(times: Times, field: str) -> Place:
    found = times.when or (times.start if field == "start" else times.end) or times.start or times.end
    assert found is not None
    return found


def _whole(times: Times) -> Place | None:
    if times.when is not None or not (times.start and times.end):
        return times.when or times.start or times.end
    return times.start._replace(text=f"{times.start.text} – {times.end.text}")


def _reworded(old: Times, new: Times, texts: Texts, what: What) -> Iterator[Fact]:
    """The same time in other words, or in months that are typed otherwise."""
    if old.when is not None and new.when is not None:
        yield from texts.changed(old.when, new.when, "when", what, "when")
        return
    if old.when is not None or new.when is not None:
        yield _fact("when", what, _whole(old), _whole(new), extent="spelling")
        return
    shifted = texts.old.period != texts.new.period
    for field, ours, theirs in (("start", old.start, new.start), ("end", old.end, new.end)):
        if ours is not None and theirs is not None and ours.text != theirs.text:
            kind: Kind = "start" if field == "start" else "end"
            yield _fact(kind, what, ours, theirs, extent="years" if shifted else "spelling")


def _fact(
    kind: Kind,
    what: What,
    old: Place | None,
    new: Place | None,
    *,
    months: int | None = None,
    extent: Extent | None = None,
) -> Fact:
    field = kind if kind in ("start", "end") else "when"
    ours, theirs = Side(old.path, old.text) if old else None, Side(new.path, new.text) if new else None
    rows = old.row if old else None, new.row if new else None
    words = word_changes(old.text, new.text) if old and new else ()
    return Fact(kind, what, ours, theirs, *rows, field, extent or "words", words, months=months)
