"""What the last build made of which plans: one that would become the same again is not built again.

It is kept in the folder of the results, by contents and never by times, so that it holds on another machine and after
a checkout. Each plan is written down as it is done: a run that was cut off goes on where it stopped.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cchc.pipeline.baseline import Baseline
from cchc.pipeline.outcomes import PlanOutcome, Surroundings
from cchc.pipeline.own_bodies import OWN_REGISTRY
from cchc.pipeline.told import as_data, from_data
from cchc.workspace.clock import VARIABLE
from cchc.workspace.digests import digest_of, installed, program_digest
from cchc.workspace.journal import Journal
from cchc.workspace.projects import PlanFile
from cchc.workspace.trouble import WorkspaceError, is_trouble, renamed

if TYPE_CHECKING:
    from cchc.pipeline.building import Builder

NAME = ".cchc-built"
"""The file's name in the folder of the results."""

_SPARE = 100


class Inputs(NamedTuple):
    """All that decides what becomes of plans: ``run`` is a digest of what they share."""

    run: str
    baseline: Baseline

    def of(self, file: PlanFile) -> str:
        """A digest of all that decides what becomes of the plan in ``file``; empty where that cannot be read."""
        text = digest_of(file.path)
        if not text:
            return ""
        known = sorted((*key, times) for key, times in self.baseline.plans.get(file.id, {}).items())
        return _digest([self.run, file.id, text, known])


def inputs_of(builder: Builder) -> Inputs:
    """What decides what becomes of the plans that ``builder`` builds."""
    request, opened = builder.request, builder.opened
    shared = [
        program_digest(),
        builder.looks.digest,
        digest_of(opened.project.plans / OWN_REGISTRY),
        [(rule.code, rule.level) for rule in opened.project.settings.rules],
        [request.draft, request.round, _office(builder.surroundings) if request.pdf else None],
        builder.surroundings.environ.get(VARIABLE, ""),
    ]
    return Inputs(_digest(shared), opened.baseline)


class Memory:
    """What is known of former builds into the folder of ``builder``. Nothing of it is trusted that does not fit."""

    def __init__(self, builder: Builder) -> None:
        self.inputs = inputs_of(builder)
        self._builder = builder
        self._journal = Journal(builder.out / NAME)
        cwd = builder.surroundings.cwd
        # Every finding of a plan is in the same file.
        self._here = lru_cache(maxsize=64)(lambda name: renamed(str(name), builder.out, cwd))
        self._there = lru_cache(maxsize=64)(lambda name: renamed(name, cwd, builder.out))
        self._entries: dict[str, Any] = {}
        self._lines = 0
        for line in self._journal.lines():
            self._take(line)

    def outcome(self, file: PlanFile) -> PlanOutcome | None:
        """What became of the plan in ``file``, if it would be the same today and its outputs are still there."""
        try:
            targets = self._builder.targets(file)
            entry = self._entries[_slot(targets, self._builder.out)]
            if not self._holds(entry, targets) or entry["inputs"] != self.inputs.of(file):
                return None
            return from_data(_unpacked(entry["told"]), file.id, targets, self._here)._replace(file=file.name)
        except (WorkspaceError, LookupError, TypeError, ValueError, zlib.error):
            return None

    def keep(self, outcome: PlanOutcome, inputs: str) -> None:
        """Remember ``outcome`` of a plan with these ``inputs``, where all went well with its outputs."""
        if not inputs or not outcome.written or any(map(is_trouble, outcome.diagnostics)):
            return
        builder = self._builder
        entry = {
            "slot": _slot(outcome.written, builder.out),
            "inputs": inputs,
            "day": builder.surroundings.today.isoformat() if outcome.of_today else None,
            "outputs": outcome.digests,
            "told": _packed(as_data(outcome, self._there)),
        }
        line = _line(entry)
        self._journal.append(line)
        self._take(line)

    def tidy(self) -> None:
        """Let go what was remembered anew, or whose outputs are gone, once it is most of what is there."""
        if self._lines > 2 * len(self._entries) + _SPARE:
            out = self._builder.out
            kept = [entry for slot, entry in self._entries.items() if digest_of(out / slot.partition("\n")[0])]
            self._journal.rewrite(map(_line, kept))

    def _take(self, line: str) -> None:
        self._lines += 1
        entry = json.loads(line)
        self._entries[entry["slot"]] = entry

    def _holds(self, entry: Any, targets: Sequence[Path]) -> bool:
        """Whether the day does not count or is still the same, and the outputs are what was written."""
        if entry["day"] not in (None, self._builder.surroundings.today.isoformat()):
            return False
        return [*entry["outputs"]] == [digest_of(target) for target in targets]


def _line(entry: Any) -> str:
    return json.dumps(entry, ensure_ascii=False, separators=(",", ":"))


def _packed(data: Any) -> str:
    """``data`` in less than half its letters: what is told in two languages repeats itself."""
    return b64encode(zlib.compress(_line(data).encode("utf-8"), 1)).decode("ascii")


def _unpacked(text: Any) -> Any:
    return json.loads(zlib.decompress(b64decode(text)))


def _slot(targets: Sequence[Path], out: Path) -> str:
    return "\n".join(target.relative_to(out).as_posix() for target in targets)


def _digest(data: object) -> str:
    return sha256(json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


def _office(around: Surroundings) -> str:
    from cchc.workspace.office import find_office

    try:
        return installed(find_office(around.environ, around.platform, around.home))
    except WorkspaceError:
        return ""
