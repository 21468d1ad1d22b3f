"""What a reviewer is told of each plan of a run: everything that ``cchc validate`` finds in the same plans."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from cchc.diagnostics import Diagnostic
from cchc.pipeline.across import Said, differing, said_in
from cchc.pipeline.baseline import ACROSS
from cchc.pipeline.checking import Judged
from cchc.pipeline.implemented import Readings
from cchc.pipeline.opening import Opened
from cchc.workspace.projects import PlanFile


class Review:
    """Judges the plans of ``opened``, each beside the plan that it implements and the others of the run."""

    def __init__(self, opened: Opened, cwd: Path) -> None:
        self._opened = opened
        self._readings = Readings(opened, cwd)

    def check(self, file: PlanFile) -> Judged:
        """The plan of ``file`` and everything that is wrong with it; what it contradicts other plans in comes last."""
        checked, found = self._readings.check(file)
        return checked, (*found, *self._across.get(file.name, ()))

    @cached_property
    def _across(self) -> Mapping[str, Sequence[Diagnostic]]:
        """What is found across the plans and not yet known, by the name of the file that it points at.

        Every plan is judged for it once more: to keep them all would be too many.
        """
        compared: list[Said] = []
        for file in self._opened.plans if len(self._opened.plans) > 1 else ():
            checked, _ = self._readings.check(file)
            if checked:
                compared.append(said_in(checked))
        said: dict[str, list[Diagnostic]] = defaultdict(list)
        for each in self._opened.baseline.split(ACROSS, differing(compared, self._opened.policy)).fresh:
            if each.span:
                said[each.span.source.name].append(each)
        return said
