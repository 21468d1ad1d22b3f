"""The targets, and whether the figures of a run meet them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from tests.bench.measuring import REAL_PLAN, Measured, Results, ratio
from tests.bench.processes import Run
from tests.bench.subjects import BUILD, DOCXTPL, HELP, IMPORTS, STAGES, USUAL, VALIDATE, ZIPPED

MB = 1_000_000
_SMALL, _MIDDLE, _LARGE, _LARGEST = 100, 1_000, 10_000, 50_000
FLAT = 16 * MB
"""What a stage may take for itself and be called flat: room for the finished file, and for no table."""


class Target(NamedTuple):
    """What is wanted and what was found; ``met`` is absent where a figure is missing."""

    what: str
    wanted: str
    found: str
    met: bool | None


def targets(results: Results) -> Iterator[Target]:
    """Every target with what ``results`` say of it."""
    yield least("way from lowered plan to file (template, tree, DOCX), 10,000 tasks", 4, "docxtpl", _way(results))
    yield most("DOCX stage, 10,000 tasks", 3, "zip alone", _docx(results))
    yield _below("DOCX stage, memory of its own, 50,000 tasks", FLAT / MB, "MB", _docx_memory(results))
    large = results.get(_LARGE, {})
    yield _below("`build`, 10,000 tasks", 3.5, "s", _middle(large.get(BUILD), lambda run: run.seconds))
    yield _below("`build`, 10,000 tasks", 300, "MB", _peak(large.get(BUILD)))
    yield least("`build`, 10,000 tasks", 5, USUAL, _against(large, USUAL, BUILD))
    yield _below("`build`, 50,000 tasks", 1_200, "MB", _peak(results.get(_LARGEST, {}).get(BUILD)))
    yield most("cost of a row of `build`, 50,000 tasks", 1.3, "that at 1,000", _growth(results))
    plan = results.get(REAL_PLAN, {})
    yield most("`build` of the real plan of 2025", 2.0, IMPORTS, _against(plan, BUILD, IMPORTS))
    yield most("`validate` of it", 1.4, IMPORTS, _against(plan, VALIDATE, IMPORTS))
    yield most("`--help`", 0.7, IMPORTS, _against(plan, HELP, IMPORTS))


def least(what: str, times: float, other: str, found: float | None) -> Target:
    """That ``what`` is so many times faster than ``other``."""
    met = None if found is None else found >= times
    return Target(what, f"at least {times:g} times faster than {other}", _times(found), met)


def most(what: str, times: float, other: str, found: float | None) -> Target:
    """That ``what`` takes so many times what ``other`` takes."""
    met = None if found is None else found <= times
    return Target(what, f"at most {times:g} times {other}", _times(found), met)


def _below(what: str, most: float, unit: str, found: float | None) -> Target:
    said = "" if found is None else f"{found:.2f} {unit}" if unit == "s" else f"{found:.0f} {unit}"
    return Target(what, f"under {most:g} {unit}", said, None if found is None else found < most)


def _times(found: float | None) -> str:
    return "" if found is None else f"{found:.2f} times"


def _way(results: Results) -> float | None:
    ours, theirs = _laps(results, _LARGE, STAGES), _laps(results, _LARGE, DOCXTPL)
    return theirs["table"] / (ours["template"] + ours["write"]) if ours and theirs else None


def _docx(results: Results) -> float | None:
    ours, floor = _laps(results, _LARGE, STAGES), _laps(results, _LARGE, ZIPPED)
    return ours["write"] / floor["zip"] if ours and floor else None


def _docx_memory(results: Results) -> float | None:
    stages = results.get(_LARGEST, {}).get(STAGES)
    own = stages.laps("memory").get("write") if stages and stages.runs else None
    return None if own is None else own / MB


def _laps(results: Results, size: int, name: str) -> dict[str, float]:
    measured = results.get(size, {}).get(name)
    return measured.laps("seconds") if measured else {}


def _growth(results: Results) -> float | None:
    """The cost of a row of a large plan over that of a small one, without what every run begins with."""
    cost = {
        size: _middle(results.get(size, {}).get(BUILD), lambda run: run.cpu) for size in (_SMALL, _MIDDLE, _LARGEST)
    }
    beginning, middle, largest = cost.values()
    if beginning is None or middle is None or largest is None:
        return None
    return ((largest - beginning) / (_LARGEST - _SMALL)) / ((middle - beginning) / (_MIDDLE - _SMALL))


def _against(found: dict[str, Measured], one: str, other: str) -> float | None:
    if one not in found or other not in found:
        return None
    return ratio(found[one], found[other], lambda run: run.cpu)


def _middle(measured: Measured | None, of: Callable[[Run], float]) -> float | None:
    return measured.middle(of) if measured and measured.runs else None


def _peak(measured: Measured | None) -> float | None:
    """The most memory that a run took, in MB: a limit holds for all of them."""
    return max(run.peak for run in measured.runs) / MB if measured and measured.runs else None
