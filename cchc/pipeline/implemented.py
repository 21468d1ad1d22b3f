"""The plans that others carry out (``implements``): found in their project by id, each read once a run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path

from cchc.checks.context import Context
from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording
from cchc.language.folding import nfc
from cchc.pipeline.checking import Judged, judged, read_plan
from cchc.pipeline.opening import Opened
from cchc.suggestions import suggestion
from cchc.workspace.projects import PlanFile, is_folder, plan_files, qualified_id
from cchc.workspace.trouble import WorkspaceError

NO_SUCH_PLAN = Rule(
    "S202",
    "implements-no-plan",
    Severity.WARNING,
    Wording(
        "không có kế hoạch nào khác mang mã “{id}” trong thư mục kế hoạch",
        "no other plan in the folder of plans has the id “{id}”",
    ),
    Wording(
        "ghi tên tệp của kế hoạch ấy, không có .yaml; chưa có tệp thì bỏ “implements”",
        "write the name of that plan's file without .yaml; where there is no file, leave “implements” out",
    ),
    Wording(
        "mục tiêu chỉ so được với kế hoạch đang được thực hiện khi tìm thấy kế hoạch ấy",
        "targets can be compared with those of the plan that is carried out only where it is found",
    ),
    Example(
        wrong="implements: 2021_2025\n# 2021-2025.yaml\nperiod: 2021-2025",
        right="implements: 2021-2025\n# 2021-2025.yaml\nperiod: 2021-2025",
    ),
)
NOT_READ = Rule(
    "S203",
    "implements-broken-plan",
    Severity.WARNING,
    Wording(
        "kế hoạch “{id}” có lỗi nên không so được mục tiêu với kế hoạch ấy",
        "the plan “{id}” has errors, so targets could not be compared with its own",
    ),
    Wording("sửa các lỗi của kế hoạch ấy trước: cchc validate {id}", "mend that plan first: cchc validate {id}"),
    Wording(
        "chưa so được thì không có cảnh báo nào không có nghĩa là mọi mục tiêu đều đạt mức của kế hoạch ấy",
        "nothing is compared then, and silence would say that every target keeps up with that plan",
    ),
    Example(
        wrong="implements: 2021-2025\n# 2021-2025.yaml\nperiod: 2021-",
        right="implements: 2021-2025\n# 2021-2025.yaml\nperiod: 2021-2025",
    ),
)


_KEPT = 8


class Readings:
    """The plans of a run. The last few are kept for those that carry them out: all would be too many."""

    def __init__(self, opened: Opened, cwd: Path) -> None:
        self._opened = opened
        self._cwd = cwd
        self._of = lru_cache(maxsize=_KEPT)(lambda file: read_plan(file, opened))

    def check(self, file: PlanFile) -> Judged:
        """The plan of ``file`` and everything that is wrong with it, beside the plan that it implements."""
        policy = self._opened.policy
        reading = self._of(file)
        if reading.context is None or not reading.context.plan.implements:
            return judged(reading, policy)
        said = self._implemented(file, reading.context)
        return judged(reading._replace(diagnostics=(*reading.diagnostics, *said)), policy)

    def _implemented(self, file: PlanFile, context: Context) -> tuple[Diagnostic, ...]:
        """Give ``context`` the plan that it implements; what keeps it from that."""
        name = nfc(context.plan.implements or "")
        place = context.places.value(("implements",))
        found = self._named(name, file)
        if found is None:
            others = (plan.id for plan in self._plans if plan.path != file.path)
            return (NO_SUCH_PLAN.at(place, id=name, hint=suggestion(name, others)),)
        reading = self._of(found)
        if not reading.sound:
            return (NOT_READ.at(place, id=name),)
        context.implemented = reading.context
        return ()

    def _named(self, name: str, file: PlanFile) -> PlanFile | None:
        """The plan with the id ``name``, with or without its folder; of several the one beside ``file``."""
        short, whole = (
            [plan for plan in plans.get(name, ()) if plan.path != file.path] for plans in (self._short, self._whole)
        )
        beside = [plan for plan in short if plan.path.parent == file.path.parent]
        return next((plans[0] for plans in (beside, whole, short) if len(plans) == 1), None)

    @cached_property
    def _short(self) -> Mapping[str, list[PlanFile]]:
        """The plans by their ids without folders."""
        return _by(self._plans, lambda plan: (plan.id.rpartition("/")[2],))

    @cached_property
    def _whole(self) -> Mapping[str, list[PlanFile]]:
        """The plans by their ids, with folders whether or not they need them."""
        return _by(self._plans, lambda plan: {plan.id, qualified_id(plan, self._opened.project.plans)})

    @cached_property
    def _plans(self) -> tuple[PlanFile, ...]:
        """The plans of the project; none where its folder cannot be listed: who names a plan hears of that one."""
        if not is_folder(self._opened.project.plans):
            return ()
        try:
            return plan_files(self._opened.project.plans, self._cwd)
        except WorkspaceError:
            return ()


def _by(plans: Iterable[PlanFile], names: Callable[[PlanFile], Iterable[str]]) -> Mapping[str, list[PlanFile]]:
    """``plans`` by their ``names``: in a run over thousands each asks for one."""
    found: dict[str, list[PlanFile]] = defaultdict(list)
    for plan in plans:
        for name in names(plan):
            found[name].append(plan)
    return found
