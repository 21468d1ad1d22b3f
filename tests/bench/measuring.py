"""The runs: every program in turn, round after round, so that whatever else the computer does meets all of them."""

from __future__ import annotations

import json
import os
import shutil
import statistics
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from tests.bench.plans import REAL, ROOT, plan_text
from tests.bench.processes import FailedError, Run, TooLongError, run
from tests.bench.subjects import Files, Subject, beginnings, generated, prepared, real

REAL_PLAN = 0
"""Stands for the real plan where sizes are told."""
LIMIT = 300.0
"""Seconds that one run may take. What is expected to take longer is not begun."""
_ONCE = 30.0
"""What takes longer, in seconds, runs once."""
_ROUNDS = {REAL_PLAN: 9, 100: 7, 1_000: 5, 10_000: 3, 50_000: 2}


class Measured(NamedTuple):
    """A program on a plan: its runs in order, or the reason why there is none; the bytes of the file that it wrote."""

    runs: tuple[Run, ...] = ()
    absent: str = ""
    written: int | None = None

    def middle(self, of: Callable[[Run], float]) -> float:
        """The median over the runs."""
        return statistics.median(map(of, self.runs))

    def laps(self, kind: str) -> dict[str, float]:
        """The medians of what the process says of its parts: ``seconds`` or ``memory``."""
        told = [json.loads(each.output)[kind] for each in self.runs]
        return {name: statistics.median(each[name] for each in told) for name in told[0]} if told else {}


Results = dict[int, dict[str, Measured]]
"""By the number of tasks, then by the program's name."""


def ratio(one: Measured, other: Measured, of: Callable[[Run], float]) -> float | None:
    """How many times ``other`` the ``one`` is: the median over the rounds in which both ran; None where none did."""
    pairs = [of(a) / of(b) for a, b in zip(one.runs, other.runs, strict=False) if of(b)]
    return statistics.median(pairs) if pairs else None


class Bench:
    """Runs in ``folder``, which it fills; ``say`` is told what is being done."""

    def __init__(self, folder: Path, say: Callable[[str], object], rounds: int | None = None) -> None:
        self._folder = folder
        self._say = say
        self._rounds = rounds
        self._environ = environment(folder)
        shutil.copytree(REAL.parent, folder / "plans")
        (folder / "out").mkdir()

    def results(self, sizes: Iterable[int]) -> Results:
        """Everything measured on the real plan and on generated ones of ``sizes`` tasks."""
        results: Results = {}
        for size in (REAL_PLAN, *sorted(sizes)):
            results[size] = self._plan(size, results)
        return results

    def _plan(self, size: int, known: Results) -> dict[str, Measured]:
        files = self._files(size)
        if size:
            files.plan.write_text(plan_text(size), encoding="utf-8")
            subjects = generated(files)
            for command in prepared(files):
                self._prepare(command)
        else:
            subjects = [*beginnings(), *real(files)]
        found = dict(self._measured(subjects, size, known))
        # The copy of the plan would be one more to compare with for those that follow.
        if size:
            files.plan.unlink()
        return found

    def _files(self, size: int) -> Files:
        stem = str(size) if size else REAL.stem
        at = self._folder
        return Files(
            plan=at / "plans" / f"{stem}.yaml",
            rows=at / f"{stem}.json",
            docx=at / f"{stem}.docx",
            html=at / f"{stem}.html",
            template=at / "template.docx",
            out=at / "out",
        )

    def _prepare(self, command: tuple[str, ...]) -> None:
        try:
            self._run(command, LIMIT)
        except FailedError as error:
            # A way whose packages are missing cannot be prepared either, and is said to be missing.
            self._say(f"  {str(error).splitlines()[-1]}")

    def _measured(self, subjects: list[Subject], size: int, known: Results) -> Iterator[tuple[str, Measured]]:
        rounds = self._rounds or _ROUNDS.get(size, 3)
        runs: dict[str, list[Run]] = {subject.name: [] for subject in subjects}
        absent = {subject.name: absence(subject, size, known) for subject in subjects}
        # The first round is not counted while it is cheap: it compiles modules and warms the disk's cache.
        for number in range(0 if size <= 1_000 else 1, rounds + 1):
            for subject in subjects:
                before = runs[subject.name]
                if absent[subject.name] or (before and before[0].seconds > _ONCE):
                    continue
                self._say(f"{size or REAL.stem}: {subject.name} ({number} of {rounds})")
                try:
                    done = self._run(subject.command, LIMIT)
                except TooLongError as error:
                    absent[subject.name] = f"stopped after {error}"
                except FailedError as error:
                    if subject.ours:
                        raise
                    absent[subject.name] = f"failed: {str(error).splitlines()[-1][:80]}"
                else:
                    if number:
                        before.append(done)
        for subject in subjects:
            ran = tuple(runs[subject.name])
            written = subject.writes.stat().st_size if ran and subject.writes else None
            yield subject.name, Measured(ran, absent[subject.name], written)

    def _run(self, command: tuple[str, ...], limit: float) -> Run:
        return run(command, cwd=self._folder, environ=self._environ, limit=limit)


def absence(subject: Subject, size: int, known: Results) -> str:
    """Why ``subject`` is not run at ``size``; empty where it is."""
    if subject.missing:
        return f"not installed: {subject.missing}"
    smaller = [number for number in known if number and subject.name in known[number]]
    if not size or not smaller:
        return ""
    nearest = known[max(smaller)][subject.name]
    if not nearest.runs:
        return nearest.absent
    expected = nearest.middle(lambda each: each.seconds) * size / max(smaller)
    return f"not run: {expected:.0f} s or more to be expected" if expected > LIMIT and not subject.ours else ""


def environment(folder: Path) -> Mapping[str, str]:
    """That of this process for a run in ``folder``, without what steers the program.

    It has a cache of its own, and bytecode as users have it.
    """
    left_out = {"CCHC_LANG", "SOURCE_DATE_EPOCH", "PYTHONDONTWRITEBYTECODE", "PYTHONPROFILEIMPORTTIME"}
    inherited = {name: value for name, value in os.environ.items() if name not in left_out}
    return {**inherited, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(folder / "cache"), "CCHC_LANG": "en"}
