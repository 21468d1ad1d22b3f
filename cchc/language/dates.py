"""Days, months and periods as acts write them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple, Self, overload

from cchc.language.folding import fold
from cchc.patterns import deferred

_DAY_FIRST = deferred(r"(?:ngày )?([0-9]{1,2})([/.\-])([0-9]{1,2})\2([0-9]{4})")
_YEAR_FIRST = deferred(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_IN_WORDS = deferred(r"(?:ngày )?([0-9]{1,2}) tháng ([0-9]{1,2}) năm ([0-9]{4})")
_MONTH = deferred(r"(?:tháng )?([0-9]{1,2})(?:(?: ?/ ?| năm )([0-9]{4}))?")
_ISO_MONTH = deferred(r"([0-9]{4})-([0-9]{2})")
_PERIOD = deferred(r"(?:năm |giai đoạn )?([0-9]{4})(?: ?- ?([0-9]{4}))?")


class NotADate(ValueError):  # noqa: N818  (the text is what is wrong)
    """A text that is not written as a day, month or period."""

    def __init__(self, text: str) -> None:
        super().__init__(f"not a date: {text!r}")
        self.text = text


class NoSuchDate(NotADate):
    """A text that is written as a date but names a day or month that does not exist, such as 31/2/2025."""


class YearNeeded(NotADate):
    """A month without its year, in a period that has several."""


class _YearMonth(NamedTuple):
    year: int
    month: int


class YearMonth(_YearMonth):
    """A month of a year, in their order; ``str`` writes it as acts do: 6/2025. Raises ValueError for month 13."""

    __slots__ = ()

    def __new__(cls, year: int, month: int) -> Self:
        if not (1 <= month <= 12 and 1 <= year <= 9999):
            raise ValueError(f"no such month: {month}/{year}")
        return super().__new__(cls, year, month)

    @staticmethod
    def of(day: date) -> "YearMonth":
        return YearMonth(day.year, day.month)

    @property
    def first_day(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        if self.month == 12:
            return date(self.year, 12, 31)
        return date(self.year, self.month + 1, 1) - timedelta(days=1)

    def __add__(self, months: int) -> "YearMonth":  # type: ignore[override]
        years, month = divmod(self.month - 1 + months, 12)
        return YearMonth(self.year + years, month + 1)

    @overload
    def __sub__(self, other: int) -> "YearMonth": ...
    @overload
    def __sub__(self, other: "YearMonth") -> int: ...
    def __sub__(self, other: "int | YearMonth") -> "YearMonth | int":
        """``months`` earlier, or the number of months from ``other`` to this one."""
        if isinstance(other, YearMonth):
            return (self.year - other.year) * 12 + self.month - other.month
        return self + -other

    def __str__(self) -> str:
        return f"{self.month}/{self.year}"


@dataclass(frozen=True, slots=True)
class Period:
    """The years ``first`` to ``last`` (inclusive); ``str`` writes 2025 or 2021-2025."""

    first: int
    last: int

    def __post_init__(self) -> None:
        if not 1 <= self.first <= self.last <= 9999:
            raise ValueError(f"no such period: {self.first}-{self.last}")

    @property
    def only_year(self) -> int | None:
        """The year of a period that has just one."""
        return self.first if self.first == self.last else None

    @property
    def first_day(self) -> date:
        return date(self.first, 1, 1)

    @property
    def last_day(self) -> date:
        return date(self.last, 12, 31)

    def __contains__(self, when: YearMonth | date) -> bool:
        return self.first <= when.year <= self.last

    def __iter__(self) -> Iterator[int]:
        """The years, in their order."""
        return iter(range(self.first, self.last + 1))

    def __str__(self) -> str:
        return f"{self.first:04}" if self.only_year else f"{self.first:04}-{self.last:04}"


def read_date(text: str) -> date:
    """The day that ``text`` writes: 30/12/2024, 2024-12-30, ngày 30 tháng 12 năm 2024.

    Raises NotADate, and NoSuchDate for a day that the calendar lacks.
    """
    folded = fold(text)
    if found := _YEAR_FIRST.fullmatch(folded):
        year, month, day = found.groups()
    elif found := _DAY_FIRST.fullmatch(folded):
        day, _, month, year = found.groups()
    elif found := _IN_WORDS.fullmatch(folded):
        day, month, year = found.groups()
    else:
        raise NotADate(text)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise NoSuchDate(text) from None


def long_date(day: date) -> str:
    """``day`` as acts print it: ngày 05 tháng 3 năm 2020.

    Days below 10 and the months 1 and 2 take a leading zero, other months none
    (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.4b).
    """
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


@lru_cache(maxsize=4096)
def read_month(text: str, period: Period | None = None) -> YearMonth:
    """The month that ``text`` writes: 6, 09, 12/2024, Tháng 6, tháng 12 năm 2025, 2025-12.

    A month without a year lies in the only year of ``period``. Raises NotADate, NoSuchDate for month 13, and
    YearNeeded where the year is missing and ``period`` does not settle it.
    """
    folded = fold(text)
    if found := _ISO_MONTH.fullmatch(folded):
        year, month = found.groups()
    elif found := _MONTH.fullmatch(folded):
        month, year = found.groups()
    else:
        raise NotADate(text)
    if not 1 <= int(month) <= 12 or year == "0000":
        raise NoSuchDate(text)
    if year is not None:
        return YearMonth(int(year), int(month))
    if period is None or period.only_year is None:
        raise YearNeeded(text)
    return YearMonth(period.only_year, int(month))


def read_period(text: str) -> Period:
    """The years that ``text`` writes: 2025, 2021-2025, 2021 - 2025, giai đoạn 2021 - 2025.

    Raises NotADate, and NoSuchDate where the last year lies before the first.
    """
    found = _PERIOD.fullmatch(fold(text))
    if found is None:
        raise NotADate(text)
    first = int(found[1])
    last = int(found[2] or first)
    if not 1 <= first <= last:
        raise NoSuchDate(text)
    return Period(first, last)
