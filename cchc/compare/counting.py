"""How many differences there are: by what happened, and who gains and loses tasks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cchc.compare.comparison import Entry
from cchc.compare.names import KINDS, WHATS
from cchc.diagnostics import Wording
from cchc.diff.facts import Kind, What

_TASKS: frozenset[What] = frozenset({"result", "task", "activity", "criterion", "indicator", "item", "line"})
_HEADINGS: frozenset[What] = frozenset({"group", "appendix", "table"})


class Count(NamedTuple):
    """How many differences are of one sort."""

    name: Wording
    number: int


class CountLine(NamedTuple):
    """The counts of one subject, those that are not zero."""

    subject: Wording
    counts: tuple[Count, ...]


class Balance(NamedTuple):
    """The tasks that a body leads now and did not, and the other way round; ``from_``: those that it has by law."""

    agency: str
    gained: int
    lost: int
    heir_of: tuple[tuple[str, int], ...] = ()
    heirs: tuple[tuple[str, int], ...] = ()


_ASSIGNED = Wording("phân công", "assignment")
_TIMES = Wording("thời gian", "time")
_KPIS = Wording("chỉ tiêu", "KPIs")
_ROWS = Wording("nhiệm vụ, hoạt động", "tasks and activities")
_GROUPS = Wording("nhóm, phụ lục", "groups, appendices")
_CELLS = Wording("nội dung nhiệm vụ", "content of tasks")
_TEXT = Wording("mục tiêu, lời văn", "objectives, text")
_ACT = Wording("văn bản ban hành", "the act")
_LATER = Wording("muộn hơn", "later")
_EARLIER = Wording("sớm hơn", "earlier")
_TIME_KINDS = {
    "time-kind": Wording("loại thời hạn khác", "another kind"),
    "when": Wording("ghi lại", "reworded"),
    "start": Wording("ghi lại", "reworded"),
    "end": Wording("ghi lại", "reworded"),
}
_CELL_KINDS: tuple[Kind, ...] = ("indicator", "output", "budget", "score", "cell", "changed")
_KPI_KINDS: tuple[Kind, ...] = ("kpi-raised", "kpi-lowered", "kpi-bound", "kpi-changed", "kpi-added", "kpi-removed")

_ORDER = {name: place for place, name in enumerate((*KINDS.values(), _EARLIER, _LATER, *WHATS.values()))}


def count_lines(entries: Sequence[Entry]) -> Iterator[CountLine]:
    """The counts of ``entries``, what people ask for first before the rest; a row that goes with another counts."""
    rows: dict[Wording, Counter[Wording]] = {}
    for entry in entries:
        for subject, name, number in _counted(entry):
            rows.setdefault(subject, Counter())[name] += number
    for subject in (_ROWS, _GROUPS, _ASSIGNED, _TIMES, _KPIS, _CELLS, _TEXT, _ACT):
        if subject in rows:
            found = sorted(rows[subject].items(), key=lambda pair: _ORDER.get(pair[0], len(_ORDER)))
            yield CountLine(subject, tuple(Count(name, number) for name, number in found))


def _counted(entry: Entry) -> Iterator[tuple[Wording, Wording, int]]:
    fact = entry.fact
    if fact.kind in _KPI_KINDS:
        yield _KPIS, KINDS[fact.kind], 1
    elif fact.kind in ("lead", "support", "succession"):
        yield _ASSIGNED, KINDS[fact.kind], 1
    elif fact.kind in ("start", "end", "when", "time-kind"):
        yield _TIMES, (_LATER if fact.months > 0 else _EARLIER) if fact.months else _TIME_KINDS[fact.kind], 1
    elif entry.part == "act":
        yield _ACT, WHATS[fact.what], 1
    elif entry.part == "tasks" and fact.kind in _CELL_KINDS:
        yield _CELLS, KINDS[fact.kind], 1
    elif entry.part == "tasks":
        yield from _rows(entry)
    else:
        yield _TEXT, KINDS[fact.kind], 1


def _rows(entry: Entry) -> Iterator[tuple[Wording, Wording, int]]:
    kind = KINDS[entry.fact.kind]
    whole = entry.fact.kind in ("added", "removed")
    for what in (entry.fact.what, *(held.what for held in entry.others if whole)):
        yield _ROWS if what in _TASKS else _GROUPS, kind, 1


def balances(entries: Iterable[Entry]) -> Iterator[Balance]:
    """Who gains and loses tasks, whom it concerns most before the others."""
    gained: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    by_law: Counter[tuple[str, str]] = Counter()
    for entry in entries:
        gained.update(entry.gained)
        lost.update(entry.lost)
        by_law.update(pair for pair in entry.succeeded if pair[0] in entry.lost and pair[1] in entry.gained)
    everybody = sorted(gained.keys() | lost.keys(), key=lambda name: (-gained[name] - lost[name], name))
    for agency in everybody:
        heir_of = tuple((was, number) for (was, now), number in by_law.items() if now == agency)
        heirs = tuple((now, number) for (was, now), number in by_law.items() if was == agency)
        yield Balance(agency, gained[agency], lost[agency], heir_of, heirs)
