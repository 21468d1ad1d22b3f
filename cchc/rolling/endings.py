"""Which rows end with the old period and which recur: by the words of their titles and by their times.

A row ends with the period, with all rows below it,

- where its title closes something that is over: "tổng kết", "sơ kết", "nghiệm thu" of years that end in the old period
  and are not a period of the plan ("giai đoạn 2021 - 2025" in a plan of 2025), or of an act with its number;
- where its title prepares years that begin with the new period ("Kế hoạch giai đoạn 2026 - 2030" in the plan of 2025):
  by then that is done;
- where its time spans more than a year and ends in the old period.

Everything else recurs: work of one year comes again in the next. What is said to go on or to recur ("Thường xuyên",
"Hàng năm") never ends, whatever its title says.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from cchc.diagnostics import Wording
from cchc.language.dates import NotADate, Period, YearMonth, read_month
from cchc.language.timing import read_timing
from cchc.model.blocks import sentences
from cchc.model.inheritance import PlacedRow
from cchc.model.rows import RowHolder
from cchc.patterns import deferred
from cchc.registry.citations import citations
from cchc.rolling.years import Shift, Year, years_in
from cchc.source import KeyPath

_CLOSES = deferred(r"(?<!\w)(?:tổng kết|sơ kết|nghiệm thu|kết thúc)(?!\w)", 2)
_RECURS = deferred(r"(?<!\w)(?:(?:h[àằ]ng|mỗi) (?:năm|quý|tháng|tuần)|thường xuyên|định kỳ)(?!\w)", 2)
_ONE_YEAR = 14
"""Months that work of one year takes at most: from the December before to the January after."""


class Ending(NamedTuple):
    """A row that ends with the period: the way to it, its title, why, and how many rows go, those below it included."""

    path: KeyPath
    title: str
    why: Wording
    rows: int


class Times(NamedTuple):
    """The months of a row as typed years and months; absent where it has none."""

    start: YearMonth | None
    end: YearMonth | None


def why_it_ends(placed: PlacedRow, shift: Shift) -> Wording | None:
    """Why the row ``placed`` ends with the old period; None where it recurs."""
    title = " ".join(sentences(placed.row.title))
    when = placed.cells.get("when")
    time = " ".join(when.split()) if isinstance(when, str) else ""
    if _recurs(title, time, shift.old):
        return None
    return _by_title(title, shift) or _by_time(time, months_of(placed, shift.old), shift)


def _recurs(title: str, time: str, period: Period) -> bool:
    return bool(_RECURS.search(title)) or (bool(time) and read_timing(time, period).kind in ("always", "recurring"))


def _by_title(title: str, shift: Shift) -> Wording | None:
    years = list(years_in(title))
    foreign = [year for year in years if year.is_span and not shift.moves(year)]
    if _CLOSES.search(title):
        over = [year for year in years if _is_over(year, shift)]
        if over:
            return _filled(Wording("khép lại {years}", "it closes {years}"), over[0])
        own = any(not year.named and shift.near(year.first) for year in years)
        cited = next((each for each in citations(title) if each.number), None)
        if cited and not own:
            return Wording(f"khép lại văn bản {cited.label}", f"it closes the act {cited.label}")
    ahead = next((year for year in foreign if shift.old.last < year.first <= shift.new.last and not year.named), None)
    begun = Wording("chuẩn bị cho {years}, nay đã bắt đầu", "it prepares {years}, which have begun")
    return _filled(begun, ahead) if ahead else None


def _is_over(year: Year, shift: Shift) -> bool:
    """Whether ``year`` ends in the old period and is no year of the plan that comes again."""
    if year.is_span:
        return shift.ended(year) and not shift.moves(year)
    return year.named and shift.old.first <= year.first <= shift.old.last and not shift.moves(year)


def _by_time(time: str, months: Times, shift: Shift) -> Wording | None:
    span = next((year for year in years_in(time) if shift.ended(year) and not shift.moves(year)), None)
    if span:
        return _filled(Wording("thời hạn {years} đã hết", "its time, {years}, is over"), span)
    if shift.old.only_year is None or months.start is None or months.end is None:
        return None
    if months.end - months.start > _ONE_YEAR and months.end.year <= shift.old.last:
        done = Wording("làm từ {start} đến {end}, đã xong", "it took from {start} to {end}")
        return done.fill({"start": months.start, "end": months.end})
    return None


def goes_on(months: Times, shift: Shift) -> bool:
    """Whether work that takes years reaches into the new period, so that its months stay."""
    if shift.old.only_year is None or months.start is None or months.end is None:
        return False
    return months.end - months.start > _ONE_YEAR and months.end.year > shift.old.last


def months_of(placed: PlacedRow, period: Period) -> Times:
    """The first and the last month of ``placed``, where they can be read."""
    return Times(*(_month(placed.cells.get(name), period) for name in ("start", "end")))


def _month(typed: object, period: Period) -> YearMonth | None:
    try:
        return read_month(typed, period) if isinstance(typed, str) else None
    except NotADate:
        return None


def _filled(wording: Wording, year: Year) -> Wording:
    vi = f"giai đoạn {year.first} - {year.last}" if year.is_span else f"năm {year.first}"
    en = f"{year.first}-{year.last}" if year.is_span else str(year.first)
    return Wording(wording.vi.format(years=vi), wording.en.format(years=en))


def falls(holder: RowHolder, path: KeyPath, ended: Collection[KeyPath]) -> Iterator[KeyPath]:
    """What is to be taken out below ``holder`` at ``path``, outermost first: rows, and lists that become empty."""
    for key in dict.fromkeys(key for key, _, _ in holder.children()):
        rows = [((*path, key, index), row) for kind, index, row in holder.children() if kind == key]
        gone = [here for here, row in rows if here in ended or _empties(row, here, ended)]
        if len(gone) == len(rows) and path not in ended:
            yield (*path, key)
            continue
        yield from gone
        for here, row in rows:
            if here not in gone:
                yield from falls(row, here, ended)


def _empties(row: RowHolder, path: KeyPath, ended: Collection[KeyPath]) -> bool:
    """Whether a row that heads others loses all of them, and says nothing else itself."""
    inner = [((*path, key, index), child) for key, index, child in row.children()]
    if not inner or any(True for _ in getattr(row, "own_cells", tuple)()):
        return False
    return all(here in ended or _empties(child, here, ended) for here, child in inner)
