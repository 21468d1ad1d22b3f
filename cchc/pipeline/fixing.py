"""``cchc validate --fix``: what a rule knows how to mend without anybody's judgement, mended in the plan's own text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from cchc.diagnostics import Diagnostic, Rule, Severity, Wording
from cchc.edit.applying import Applied, apply_fixes, fixes_in
from cchc.edit.encoded import Encoded
from cchc.edit.signed import is_signed
from cchc.pipeline.checking import check_source
from cchc.pipeline.looks import Looks
from cchc.pipeline.opening import open_plans
from cchc.pipeline.outcomes import Announce, Outcome, PlanOutcome, Surroundings, unannounced
from cchc.source import Source
from cchc.syntax.decoding import decode
from cchc.workspace.projects import PlanFile
from cchc.workspace.reading import read_file
from cchc.workspace.rewriting import rewrite
from cchc.workspace.trouble import WorkspaceError

ROUNDS = 200
"""How often a text is judged anew at most: a syntax error hides those below it, so each of them takes a round."""

AT_ODDS = Rule(
    code="E103",
    name="fixes-at-odds",
    severity=Severity.ERROR,
    message=Wording(
        "các cách sửa tự động của tệp {name} trái ngược nhau ({codes}); tệp được giữ nguyên",
        "the fixes for {name} undo each other ({codes}); the file is left as it is",
    ),
    hint=Wording("sửa bằng tay những chỗ đã báo", "mend by hand what was told"),
    reason=Wording(
        "hai quy tắc sửa qua sửa lại cùng một chỗ thì không cách nào là chắc chắn",
        "where two rules mend one place back and forth, neither way is certain",
    ),
)


class FixRequest(NamedTuple):
    """What ``cchc validate --fix`` was asked for; ``dry`` writes nothing, ``signed`` reaches signed acts too."""

    operands: tuple[str, ...] = ()
    templates: Path | None = None
    dry: bool = False
    signed: bool = False


class Fixed(NamedTuple):
    """What came of one plan: how many fixes were ``made`` (would be, when dry), ``wait`` for leave, were ``refused``.

    ``refused`` are those of which it could not be proved that they change nothing else. ``before`` and ``after`` are
    the texts of the file; equal where it stays. ``outcome`` tells what is left in the file as it is now.
    """

    name: str
    outcome: PlanOutcome
    made: int = 0
    waiting: int = 0
    refused: int = 0
    before: str = ""
    after: str = ""


def fix(request: FixRequest, surroundings: Surroundings, announce: Announce = unannounced) -> Iterator[Fixed | Outcome]:
    """Mend the plans that ``request`` names: one Fixed for each as it is done, then the Outcome of the run."""
    try:
        opened = open_plans(request.operands, request.templates, surroundings)
    except WorkspaceError as error:
        yield Outcome(diagnostics=(error.diagnostic,))
        return
    outcomes: list[PlanOutcome] = []
    for number, file in enumerate(opened.plans, start=1):
        announce(file.id, number, len(opened.plans))
        fixed = _fix_file(file, request, opened.looks, surroundings)
        outcomes.append(fixed.outcome)
        yield fixed
    yield Outcome(tuple(outcomes), opened.problems)


def _fix_file(file: PlanFile, request: FixRequest, looks: Looks, surroundings: Surroundings) -> Fixed:
    try:
        data = read_file(file.path)
    except WorkspaceError as error:
        return Fixed(file.name, PlanOutcome(file.id, (error.diagnostic,)))
    source, found = decode(data, file.name)
    if source is None:
        return Fixed(file.name, PlanOutcome(file.id, tuple(found)))
    mending = _Mending(file.name, looks, surroundings)
    mended = mending.mended(Encoded.of(data), source, tuple(found))
    untouched = Fixed(file.name, PlanOutcome(file.id, mended.first), refused=mended.refused)
    if mended.at_odds:
        said = AT_ODDS.at(None, name=file.name, codes=mended.at_odds)
        return untouched._replace(outcome=PlanOutcome(file.id, (*mended.first, said)))
    if mended.encoded.data == data:
        return untouched
    if is_signed(source) and not request.signed:
        return untouched._replace(waiting=mended.made)
    if not request.dry:
        try:
            rewrite(file.path, data, mended.encoded.data)
        except WorkspaceError as error:
            return untouched._replace(outcome=PlanOutcome(file.id, (*mended.first, error.diagnostic)))
    left = mended.first if request.dry else mended.last
    before, after = Encoded.of(data).text, mended.encoded.text
    return untouched._replace(outcome=PlanOutcome(file.id, left), made=mended.made, before=before, after=after)


class _Mended(NamedTuple):
    """A text in which nothing is left to mend; ``first`` and ``last`` is what is said of it before and after.

    ``at_odds`` names the rules whose fixes undo each other, and is empty where there are none.
    """

    encoded: Encoded
    made: int
    refused: int
    first: tuple[Diagnostic, ...]
    last: tuple[Diagnostic, ...]
    at_odds: str = ""


@dataclass(frozen=True)
class _Mending:
    """What is needed to judge the texts of one plan."""

    name: str
    looks: Looks
    surroundings: Surroundings

    def mended(self, encoded: Encoded, source: Source, found: tuple[Diagnostic, ...]) -> _Mended:
        """``encoded`` with its fixes, round by round until none is left."""
        said = first = self._judged(source, found)
        seen = {encoded.text}
        made, applied = 0, Applied(encoded, (), ())
        for _ in range(ROUNDS):
            applied = apply_fixes(fixes_in(said, source, encoded), source, encoded)
            if not applied.made:
                break
            encoded, made = applied.encoded, made + len(applied.made)
            if encoded.text in seen:
                codes = ", ".join(sorted({each.code for each in applied.made}))
                return _Mended(encoded, made, len(applied.refused), first, said, codes)
            seen.add(encoded.text)
            after, found_now = decode(encoded.data, self.name)
            if after is None:
                raise AssertionError("a text that was proved cannot be read")
            source, said = after, self._judged(after, tuple(found_now))
        return _Mended(encoded, made, len(applied.refused), first, said)

    def _judged(self, source: Source, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
        return check_source(source, self.looks, self.surroundings.today, found)[1]
