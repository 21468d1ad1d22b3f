"""When each row is done, read once for all rules that ask: its months or the days that its words name."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from cchc.language.dates import NotADate, Period, YearMonth, read_month
from cchc.model.fields import TIME_FIELDS
from cchc.model.inheritance import PlacedRow, placed_rows
from cchc.model.plan import Plan
from cchc.patterns import deferred
from cchc.source import KeyPath, SourceMap, Span

if TYPE_CHECKING:
    from cchc.language.timing import Timing


class Window(NamedTuple):
    """The days from ``first`` to ``last`` in which a row is done, each None where the row sets none.

    ``start`` and ``end`` are its months, ``timing`` the reading of its free words.
    """

    first: date | None
    last: date | None
    start: YearMonth | None = None
    end: YearMonth | None = None
    timing: "Timing | None" = None


class RowTime(NamedTuple):
    """A row of the table at ``table`` that says when it is done."""

    table: KeyPath
    placed: PlacedRow
    window: Window

    @property
    def first_cell(self) -> str:
        """The cell that sets the first day."""
        return "start" if self.window.start else "when"

    @property
    def last_cell(self) -> str:
        """The cell that sets the last day."""
        return "end" if self.window.end else "when"

    @property
    def states_it(self) -> bool:
        """Whether the row itself says so, and no defaults."""
        return not TIME_FIELDS.isdisjoint(self.placed.row.model_fields_set)


def row_times(plan: Plan, period: Period) -> Iterator[RowTime]:
    """The rows that name a time which can be read, in printing order; a wrong one has its own diagnostic."""
    known: dict[tuple[object, ...], Window | None] = {}
    for path, table in plan.tables():
        for placed in placed_rows(table):
            cells = placed.cells
            key = (cells.get("start"), cells.get("end"), cells.get("when"))
            if key == (None, None, None) or (placed.merged and not TIME_FIELDS.isdisjoint(placed.merged)):
                continue
            if key not in known:
                known[key] = _window(*key, period=period)
            window = known[key]
            if window is not None:
                yield RowTime(path, placed, window)


def _window(start: object, end: object, when: object, *, period: Period) -> Window | None:
    if when is not None:
        if start is not None or end is not None:
            return None
        if month := plain_month(str(when), period):
            return Window(month.first_day, month.last_day)
        timing = timing_of(str(when), period)
        return Window(timing.first, timing.last, timing=timing) if timing else None
    try:
        first, last = read_month(str(start), period), read_month(str(end), period)
    except NotADate:
        return None
    return Window(first.first_day, last.last_day, first, last) if first <= last else None


_NO_TIME = deferred(r"[^0-9]*|(?:sau khi|theo) .*", re.IGNORECASE | re.DOTALL)
_AFTER_EVENT = deferred(r"(?:sau khi|theo) (?:[^0-9]|năm [12][0-9]{3}(?![0-9]))*", re.IGNORECASE)
_IN_A_MONTH = deferred(r"(?:(?:dự kiến )?trong )?tháng ([0-9]{1,2})", re.IGNORECASE)


def plain_month(text: str, period: Period) -> YearMonth | None:
    """The month of "Trong tháng 10" in the only year of ``period``; None for all other words.

    Most free times of yearly plans are such months, and reading all others costs a build some milliseconds.
    """
    found = _IN_A_MONTH.fullmatch(text) if period.only_year else None
    month = int(found[1]) if found else 0
    return YearMonth(period.first, month) if 1 <= month <= 12 else None


def names_no_day(text: str) -> bool:
    """Whether words such as "Thường xuyên" or "Sau khi công bố Chỉ số năm 2024" can name no day."""
    if _AFTER_EVENT.fullmatch(text):
        return True
    return not any(map(str.isdigit, text)) and "quý" not in text.casefold()


def last_day(text: str, period: Period, of_all: date) -> date | None:
    """The last day of work with the free time ``text``: ``of_all`` where it goes on or comes again, None for no day."""
    if month := plain_month(text, period):
        return month.last_day
    if _AFTER_EVENT.fullmatch(text) and "quý" not in text.casefold() and "năm " not in text.casefold():
        return None
    from cchc.language.timing import read_timing

    timing = read_timing(text, period)
    return timing.last or (of_all if timing.kind in ("always", "recurring") else None)


def timing_of(text: str, period: Period) -> "Timing | None":
    """What the free words of a time mean; None where they name no day."""
    if _NO_TIME.fullmatch(text) and "quý" not in text.casefold():
        return None
    from cchc.language.timing import read_timing

    return read_timing(text, period)


def cell_place(places: SourceMap, table: KeyPath, placed: PlacedRow, name: str) -> Span:
    """Where the cell ``name`` of a row was written: in the row, or in the nearest defaults around it."""
    own = (*table, *placed.where(name))
    if own in places.values:
        return places.values[own]
    for length in range(len(placed.row_path) - 2, -1, -2):
        inherited = (*table, *placed.row_path[:length], "defaults", name)
        if inherited in places.values:
            return places.values[inherited]
    return places.value(own)


def title_of(placed: PlacedRow) -> str:
    """The words of a row's title; empty for one with a structure."""
    title = placed.row.title
    return title if isinstance(title, str) else ""


def once(spans: Iterable[Span]) -> list[Span]:
    """``spans`` without those that begin where one before did: a cell of defaults stands for many rows."""
    return list({span.start: span for span in spans}.values())
