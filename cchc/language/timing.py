"""What stands under "Thời gian": the words of a row's timing, read as days."""

import re
from datetime import date, timedelta
from typing import Literal, NamedTuple, TypeAlias

from cchc.language.dates import Period
from cchc.language.folding import nfc
from cchc.language.stretches import Named, Stretch, read_stretches
from cchc.patterns import deferred

TimingKind: TypeAlias = Literal[
    "always", "recurring", "within", "expected", "on", "before", "from", "after", "by_rule", "event"
]
Interval: TypeAlias = Literal["day", "week", "month", "quarter", "half", "year"]


class Timing(NamedTuple):
    """A timing as printed, with what its words say.

    ``stretches`` are the days that a part of the year covers, more than one for "Quý I, IV/2026"; empty where the
    year is open or no day is named. ``months`` are the first and last month that the words name, known also where
    the year is not. ``every`` is how often something recurs. ``rest`` is what follows the first phase ("; Quý IV:
    tổng kết"), untyped.

    In a "before", ``last`` is the last day that still counts: trước ngày 15/6/2026 ends on the 14th, chậm nhất ngày
    15/6/2026 on the 15th. An "after" or "from" has no ``last``.
    """

    kind: TimingKind
    printed: str
    stretches: tuple[Stretch, ...] = ()
    months: tuple[int, int] | None = None
    every: tuple[Interval, ...] = ()
    rest: str = ""

    @property
    def first(self) -> date | None:
        """The earliest day, None where the words set none."""
        if self.kind == "before" or not self.stretches:
            return None
        return min(stretch.first for stretch in self.stretches)

    @property
    def last(self) -> date | None:
        """The latest day, None where the words set none."""
        if self.kind in ("from", "after") or not self.stretches:
            return None
        return max(stretch.last for stretch in self.stretches)

    @property
    def year_open(self) -> bool:
        """Whether months are named whose year nothing settles."""
        return self.months is not None and not self.stretches


_ALWAYS = deferred(r"(?:thường xuyên|liên tục)\b", re.IGNORECASE)
_INTERVAL = r"(?:h[àằ]ng|mỗi|các) (?:ngày|tuần|tháng|quý|năm)|0?6 tháng(?! (?:đầu|cuối)\b)"
_OFTEN = ("định kỳ", "hàng ", "hằng ", "mỗi ")
"""What a recurring time begins with: a quick look, since its pattern is dear to compile."""
_RECURRING = deferred(
    rf"(?:định kỳ(?: {_INTERVAL})?|(?:h[àằ]ng|mỗi) (?:ngày|tuần|tháng|quý|năm))"
    rf"(?:(?:, | và |,| hoặc )(?:{_INTERVAL}|đột xuất))*(?!\w)",
    re.IGNORECASE,
)
_YEARLY = deferred(r",? ?(?:h[àằ]ng|mỗi|các) năm\b", re.IGNORECASE)
_BY_RULE = deferred(r"theo (?:quy định|hướng dẫn|kế hoạch|chương trình|lộ trình|tiến độ)\b", re.IGNORECASE)
_AFTER = deferred(r"(?:ngay )?sau (?:khi )?(?=\w)", re.IGNORECASE)
_CUES: tuple[tuple[TimingKind, re.Pattern[str]], ...] = (
    ("expected", deferred(r"dự kiến(?: (?:trong|vào|trước))?:? ", re.IGNORECASE)),
    ("before", deferred(r"(?:(?:hoàn thành|xong) )?trước ", re.IGNORECASE)),
    (
        "before",
        deferred(r"(?:(?:hoàn thành )?(?:chậm nhất|muộn nhất)(?: (?:là|đến|vào|trong))?|(?:cho )?đến(?: hết)?) ", re.I),
    ),
    ("from", deferred(r"(?:kể )?từ ", re.IGNORECASE)),
    ("within", deferred(r"(?:trong|vào|cả|trong các|các) ", re.IGNORECASE)),
    ("within", deferred("")),
)
_STRICTLY_BEFORE = deferred(r"trước ", re.IGNORECASE)
_ONWARDS = deferred(r",? trở (?:đi|về sau)\b", re.IGNORECASE)
_BETWEEN_PHASES = " ,;.:"

_INTERVALS: tuple[tuple[str, Interval], ...] = (
    ("ngày", "day"),
    ("tuần", "week"),
    ("6 tháng", "half"),
    ("tháng", "month"),
    ("quý", "quarter"),
    ("năm", "year"),
)


def read_timing(text: str, period: Period) -> Timing:
    """The timing that ``text`` states, in any letter case and normal form.

    A month, quarter or half without a year lies in the only year of ``period``; in a period of several years it
    stays open (``Timing.year_open``). What is not recognised is an "event" with its text: this raises nothing.
    """
    clean = " ".join(nfc(text).split())
    return (
        _read_habit(clean, text)
        or _read_days(clean, text, period)
        or Timing("after" if _AFTER.match(clean) else "event", text)
    )


def _read_habit(clean: str, printed: str) -> Timing | None:
    """Thường xuyên; Hàng năm, hàng quý; Theo quy định của …"""
    if always := _ALWAYS.match(clean):
        return Timing("always", printed, rest=_rest(clean, always.end()))
    if clean.lower().startswith(_OFTEN) and (recurring := _RECURRING.match(clean)):
        return Timing("recurring", printed, every=_intervals(recurring[0]), rest=_rest(clean, recurring.end()))
    return Timing("by_rule", printed) if _BY_RULE.match(clean) else None


def _intervals(words: str) -> tuple[Interval, ...]:
    found: list[Interval] = []
    for phrase in re.split(r",| và | hoặc ", words.casefold()):
        interval = next((interval for ending, interval in _INTERVALS if phrase.endswith(ending)), None)
        if interval and interval not in found:
            found.append(interval)
    return tuple(found)


def _read_days(clean: str, printed: str, period: Period) -> Timing | None:
    """A cue such as "trong" or "trước", and the days it speaks of."""
    if after := _AFTER.match(clean):
        return _read_after(clean, after.end(), printed, period)
    for kind, cue in _CUES:
        if found := cue.match(clean):
            named = read_stretches(clean, found.end(), period)
            if named is None:
                continue
            timing = Timing(kind, printed, named.stretches, named.months, rest=_rest(clean, named.end))
            return _settle(timing, found[0], clean, named)
    return None


def _read_after(clean: str, start: int, printed: str, period: Period) -> Timing | None:
    named = read_stretches(clean, start, period)
    if named is None:
        return None
    later = tuple(Stretch(day, day) for day in (stretch.last + timedelta(days=1) for stretch in named.stretches))
    return Timing("after", printed, later, named.months, rest=_rest(clean, named.end))


def _settle(timing: Timing, cue: str, clean: str, named: Named) -> Timing:
    """``timing`` with the kind that the words around its days give it."""
    if yearly := _YEARLY.match(clean, named.end):
        return timing._replace(kind="recurring", every=("year",), rest=_rest(clean, yearly.end()))
    if timing.kind == "from":
        onwards = _ONWARDS.match(clean, named.end)
        kind: TimingKind = "from" if onwards or not named.ranges else "within"
        return timing._replace(kind=kind, rest=_rest(clean, onwards.end() if onwards else named.end))
    if timing.kind == "before" and _STRICTLY_BEFORE.search(cue):
        eves = (stretch.first - timedelta(days=1) for stretch in timing.stretches)
        return timing._replace(stretches=tuple(Stretch(day, day) for day in eves))
    if timing.kind == "within" and named.unit == "day" and not named.ranges:
        return timing._replace(kind="on")
    return timing


def _rest(clean: str, end: int) -> str:
    """What follows the first phase, without the sign between them."""
    return clean[end:].strip(_BETWEEN_PHASES)
