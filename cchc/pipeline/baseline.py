"""Findings that a project knows already and works off by and by: kept in a file, and left out of what is said."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple, TypeAlias

from cchc.diagnostics import Diagnostic, Rule, Severity, Wording
from cchc.workspace.creating import refresh
from cchc.workspace.projects import Project
from cchc.workspace.reading import read_file

NAME = "_baseline.json"
"""The file's name in the folder of plans, unless the settings name another: no plan's, for it begins with ``_``."""

ACROSS = ""
"""Stands for the id of a plan where a finding comes of several plans."""

UNREADABLE = Rule(
    "Q106",
    "unreadable-baseline",
    Severity.ERROR,
    Wording("không đọc được tệp phát hiện đã biết {path}", "the baseline {path} cannot be read"),
    Wording("xóa tệp rồi chạy: cchc validate --write-baseline", "delete it and run: cchc validate --write-baseline"),
    Wording(
        "tệp này nói những cảnh báo nào đã biết; hỏng thì mọi cảnh báo cũ hiện lại như mới",
        "it tells which findings are known; damaged, it would let all old ones look new",
    ),
)
GONE = Rule(
    "Q107",
    "baseline-outdated",
    Severity.NOTE,
    Wording(
        "{n} phát hiện đã biết của kế hoạch “{plan}” không còn nữa",
        "{n} known finding(s) of the plan “{plan}” are gone",
    ),
    Wording("ghi lại: cchc validate --write-baseline", "write it anew: cchc validate --write-baseline"),
    Wording(
        "phát hiện đã sửa mà còn ghi là đã biết thì khi lặp lại sẽ không được báo",
        "a finding that was corrected and still counts as known would not be said when it returns",
    ),
)

Known: TypeAlias = Counter[tuple[str, str]]
"""How often a code was said of a line with this text. The line's number changes too easily to know a finding by."""


class Split(NamedTuple):
    """Findings that are ``fresh``, how many were known, and what the baseline holds besides."""

    fresh: tuple[Diagnostic, ...]
    known: int
    gone: int


class Baseline(NamedTuple):
    """The known findings of each plan by its id, and the file that holds them."""

    path: Path
    plans: Mapping[str, Known] = {}

    def split(self, plan: str, found: Iterable[Diagnostic]) -> Split:
        """What is new among ``found``, said of ``plan``. Errors are never known: they must be corrected."""
        if plan not in self.plans:
            return Split(tuple(found), known=0, gone=0)
        left = Counter(self.plans[plan])
        fresh: list[Diagnostic] = []
        known = 0
        for each in found:
            key = _key(each)
            if each.severity is not Severity.ERROR and left[key] > 0:
                left[key] -= 1
                known += 1
            else:
                fresh.append(each)
        return Split(tuple(fresh), known, sum((+left).values()))

    def with_plans(self, found: Mapping[str, Iterable[Diagnostic]]) -> "Baseline":
        """The baseline in which each plan of ``found`` has just these findings; errors are left out."""
        fresh = {
            plan: Counter(_key(each) for each in said if each.severity is not Severity.ERROR)
            for plan, said in found.items()
        }
        return self._replace(plans={plan: known for plan, known in {**self.plans, **fresh}.items() if known})

    def write(self) -> None:
        """Put it into its file, whole; lines in a steady order, so that two versions compare. Raises WorkspaceError."""
        plans = {
            plan: [{"code": code, "text": text, "times": times} for (code, text), times in sorted(known.items())]
            for plan, known in sorted(self.plans.items())
        }
        text = json.dumps({"version": 1, "plans": plans}, ensure_ascii=False, indent=1)
        refresh(self.path, f"{text}\n".encode())


def baseline_path(project: Project) -> Path:
    """The file that holds the known findings of ``project``, if there are any."""
    named = project.settings.baseline
    return project.root / named if named else project.plans / NAME


def read_baseline(project: Project) -> tuple[Baseline, tuple[Diagnostic, ...]]:
    """The baseline of ``project``, empty where it has none. Raises WorkspaceError where it cannot be opened."""
    named, path = project.settings.baseline, baseline_path(project)
    if not path.is_file():
        return Baseline(path), ()
    try:
        data = json.loads(read_file(path).decode("utf-8-sig"))
        plans = {str(plan): _known(entries) for plan, entries in data["plans"].items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Baseline(path), (UNREADABLE.at(None, path=named or f"{project.plans.name}/{NAME}"),)
    return Baseline(path, plans), ()


def _known(entries: Iterable[Mapping[str, object]]) -> Known:
    known: Known = Counter()
    for entry in entries:
        known[str(entry["code"]), str(entry["text"])] += int(str(entry["times"]))
    return known


def _key(found: Diagnostic) -> tuple[str, str]:
    span = found.span
    return found.code, span.source.line(span.line).strip() if span else ""
