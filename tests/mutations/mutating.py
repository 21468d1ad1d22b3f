"""A mistake put into a real act, and what is newly said of it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import normalize

import yaml

from cchc.diagnostics import Diagnostic
from cchc.source import Source
from tests.pipeline.files import validated

HERE = Path(__file__).parent
PLANS = HERE.parents[1] / "plans"
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in PLANS.glob("[!_]*.yaml")}
_EXPECTED = re.compile(r"(?P<code>[A-Z]\d{3})(?:\+(?P<below>\d+)| @ (?P<words>.+))?")


class Said(NamedTuple):
    """A code, the plan and line it is said at, and the offset in the plan's text; zeros where it has no place."""

    code: str
    plan: str
    line: int
    offset: int


class Mutation(NamedTuple):
    """A change of the text of ``plan``, what is validated afterwards and what is to be said."""

    table: str
    number: int
    plan: str
    change: str
    to: str
    nth: int | None
    judge: str
    expect: tuple[str, ...]

    @property
    def id(self) -> str:
        return f"{self.table} {self.number}: {' '.join(self.expect)}"

    @property
    def start(self) -> int:
        """Where the change begins in the plan's text."""
        places = [found.start() for found in re.finditer(re.escape(self.change), TEXTS[self.plan])]
        assert places, f"{self.id}: “{self.change}” is not in {self.plan}"
        assert self.nth is not None or len(places) == 1, f"{self.id}: “{self.change}” stands {len(places)} times"
        return places[(self.nth or 1) - 1]

    @property
    def text(self) -> str:
        """The plan's text with the mistake in it."""
        text, start = TEXTS[self.plan], self.start
        return text[:start] + self.to + text[start + len(self.change) :]

    def moved(self, said: Said) -> tuple[str, str, int] | None:
        """By what ``said``, before the change, is known after it; None where it began in the words that are changed."""
        offset, end = said.offset, self.start + len(self.change)
        if said.plan != self.plan or offset < self.start:
            return said.code, said.plan, offset
        # Offsets are those of the composed text.
        longer = len(normalize("NFC", self.to)) - len(self.change)
        return (said.code, said.plan, offset + longer) if offset >= end else None

    def expected(self) -> Counter[tuple[str, str, int]]:
        """The code, plan and line of all that is to be said."""
        return Counter(self._expected(each) for each in self.expect)

    def _expected(self, expectation: str) -> tuple[str, str, int]:
        found = _EXPECTED.fullmatch(expectation)
        assert found, f"{self.id}: “{expectation}”"
        if found["words"] is None:
            first = TEXTS[self.plan].count("\n", 0, self.start) + 1
            return found["code"], self.plan, first + int(found["below"] or 0)
        plan = self.plan if self.judge == "all" else self.judge
        text = self.text if plan == self.plan else TEXTS[plan]
        lines = [number for number, line in enumerate(text.split("\n"), start=1) if found["words"] in line]
        assert len(lines) == 1, f"{self.id}: “{found['words']}” stands on {len(lines)} lines of {plan}"
        return found["code"], plan, lines[0]


def mutations() -> list[Mutation]:
    """The mistakes of all tables."""
    return [
        _mutation(path.stem, number, each)
        for path in sorted(HERE.glob("*.yaml"))
        for number, each in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")) or (), start=1)
    ]


def _mutation(table: str, number: int, each: dict[str, Any]) -> Mutation:
    plan = str(each.pop("plan"))
    judge = str(each.pop("judge", plan))
    made = Mutation(
        table, number, plan, each.pop("change"), each.pop("to"), each.pop("nth", None), judge, tuple(each.pop("expect"))
    )
    assert not each, f"{table} {number}: {sorted(each)}"
    return made


def project(folder: Path) -> Path:
    """A project in ``folder`` with the five plans."""
    (folder / "plans").mkdir()
    for plan, text in TEXTS.items():
        _write(folder, plan, text)
    return folder


def said_of(folder: Path, judge: str) -> Counter[Said]:
    """What is said of the plan ``judge``, or of all, in the project ``folder``."""
    outcome = validated(folder, *(() if judge == "all" else (judge,)))
    return Counter(_said(each, folder) for each in outcome.all_diagnostics())


def newly_said(folder: Path, mutation: Mutation, before: Counter[Said]) -> Counter[tuple[str, str, int]]:
    """The code, plan and line of what is said once the mistake is in the project, and was not said before.

    What was said before is known again by its code and its place, which the change may have moved.
    """
    _write(folder, mutation.plan, mutation.text)
    try:
        after = said_of(folder, mutation.judge)
    finally:
        _write(folder, mutation.plan, TEXTS[mutation.plan])
    known = Counter(mutation.moved(each) for each in before.elements())
    new: Counter[tuple[str, str, int]] = Counter()
    for each in sorted(after.elements()):
        key = each.code, each.plan, each.offset
        if known[key]:
            known[key] -= 1
        else:
            new[each.code, each.plan, each.line] += 1
    return new


def _said(diagnostic: Diagnostic, folder: Path) -> Said:
    span = diagnostic.span
    if span is None:
        return Said(diagnostic.code, "", 0, 0)
    # A run over several plans keeps the lines alone of which something is said.
    plan = Path(span.source.name).stem
    text = Source(plan, normalize("NFC", (folder / "plans" / f"{plan}.yaml").read_text(encoding="utf-8")))
    return Said(diagnostic.code, plan, span.line, text.line_start(span.line) + span.column - 1)


def _write(folder: Path, plan: str, text: str) -> None:
    (folder / "plans" / f"{plan}.yaml").write_text(text, encoding="utf-8", newline="\n")
