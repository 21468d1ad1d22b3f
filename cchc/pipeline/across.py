"""What the plans of a run say of the same acts, compared once all of them were read."""

from __future__ import annotations

from cchc.checks.cited_acts import compare_plans
from cchc.checks.stated import Stated, stated
from cchc.diagnostics import Diagnostic
from cchc.loader.allowances import Allowance
from cchc.pipeline.checking import Checked
from cchc.pipeline.policy import NOT_IN_EVERY_RUN, Policy, granted


class Across:
    """What of each plan has to be compared with others, and which such findings its comments allow."""

    def __init__(self) -> None:
        self._stated: list[tuple[Stated, ...]] = []
        self._leave: list[Allowance] = []

    def add(self, checked: Checked) -> None:
        """Take ``checked`` into the comparison."""
        self._stated.append(stated(checked.context))
        given = granted(checked.source, checked.places)
        self._leave += [each for each in given if each.code in NOT_IN_EVERY_RUN]

    def found(self, policy: Policy) -> tuple[Diagnostic, ...]:
        """Where plans contradict each other, as ``policy`` and their own comments would have it."""
        said = policy.judged(compare_plans(self._stated))
        return tuple(each for each in said if not any(leave.covers(each) for leave in self._leave))
