"""``cchc validate --fix``: what a rule knows how to mend without anybody's judgement, mended in the plan's own text."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from cchc.diagnostics import Diagnostic, Edit, Rule, Severity, Wording
from cchc.edit.applying import Applied, apply_fixes, fixes_in
from cchc.edit.encoded import Encoded
from cchc.edit.signed import is_signed
from cchc.pipeline.checking import judged, read_text
from cchc.pipeline.opening import Opened, open_plans
from cchc.pipeline.outcomes import Announce, Outcome, PlanOutcome, Surroundings, unannounced
from cchc.pipeline.validating import validate
from cchc.source import Source, Span
from cchc.syntax.decoding import DECOMPOSED, decode
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
    """What ``cchc validate --fix`` was asked for; ``dry`` writes nothing, ``signed`` reaches signed acts too.

    ``jobs`` is how many processes check the plans afterwards, and absent where the program is to choose.
    """

    operands: tuple[str, ...] = ()
    templates: Path | None = None
    dry: bool = False
    signed: bool = False
    jobs: int | None = None


class Fixed(NamedTuple):
    """What came of one plan: how many fixes were ``made`` (would be, when dry), ``wait`` for leave, were ``refused``.

    ``refused`` are those of which it could not be proved that they change nothing else. ``before`` and ``after`` are
    the texts of the file; equal where it stays. ``diagnostics`` say what kept it from being mended.
    """

    id: str
    name: str
    made: int = 0
    waiting: int = 0
    refused: int = 0
    before: str = ""
    after: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()


def fix(
    request: FixRequest, surroundings: Surroundings, announce: Announce = unannounced
) -> Generator[Fixed | PlanOutcome | Outcome, None, None]:
    """Mend the plans that ``request`` names, one Fixed for each, then say all that ``validate`` says of them now."""
    kept: dict[str, tuple[Diagnostic, ...]] = {}
    for fixed in _mend(request, surroundings, announce):
        kept[fixed.id] = fixed.diagnostics
        yield fixed
    with closing(validate(request.operands, surroundings, request.templates, announce, jobs=request.jobs)) as results:
        for result in results:
            if isinstance(result, PlanOutcome):
                yield _with(result, kept)
            else:
                yield result._replace(plans=tuple(_with(plan, kept) for plan in result.plans))


def _with(plan: PlanOutcome, kept: dict[str, tuple[Diagnostic, ...]]) -> PlanOutcome:
    return plan._replace(diagnostics=(*plan.diagnostics, *kept.get(plan.id, ())))


def _mend(request: FixRequest, surroundings: Surroundings, announce: Announce) -> Iterator[Fixed]:
    try:
        opened = open_plans(request.operands, request.templates, surroundings)
    except WorkspaceError:
        return  # the check that follows says it
    for number, file in enumerate(opened.plans, start=1):
        announce(file.id, number, len(opened.plans))
        yield _mend_file(file, request, opened)


def _mend_file(file: PlanFile, request: FixRequest, opened: Opened) -> Fixed:
    untouched = Fixed(file.id, file.name)
    try:
        data = read_file(file.path)
    except WorkspaceError:
        return untouched  # said by the check that follows, as what cannot be decoded
    source, found = decode(data, file.name)
    if source is None:
        return untouched
    mended = _Mending(file, opened).mended(Encoded.of(data), source, found)
    untouched = untouched._replace(refused=mended.refused)
    if mended.at_odds:
        return untouched._replace(diagnostics=(AT_ODDS.at(None, name=file.name, codes=mended.at_odds),))
    if mended.encoded.data == data:
        return untouched
    if is_signed(source) and not request.signed:
        return untouched._replace(waiting=mended.made)
    if not request.dry:
        try:
            rewrite(file.path, data, mended.encoded.data)
        except WorkspaceError as error:
            return untouched._replace(diagnostics=(error.diagnostic,))
    return untouched._replace(made=mended.made, before=Encoded.of(data).text, after=mended.encoded.text)


class _Mended(NamedTuple):
    """A text in which nothing is left to mend.

    ``at_odds`` names the rules whose fixes undo each other, and is empty where there are none.
    """

    encoded: Encoded
    made: int
    refused: int
    at_odds: str = ""


@dataclass(frozen=True)
class _Mending:
    """What is needed to judge the texts of one plan."""

    file: PlanFile
    opened: Opened

    def mended(self, encoded: Encoded, source: Source, found: Iterable[Diagnostic]) -> _Mended:
        """``encoded`` with its fixes, round by round until none is left."""
        seen = {encoded.text}
        made, applied = 0, Applied(encoded, (), ())
        for _ in range(ROUNDS):
            applied = apply_fixes(fixes_in(self._told(source, found), source, encoded), source, encoded)
            if not applied.made:
                break
            encoded, made = applied.encoded, made + len(applied.made)
            if encoded.text in seen:
                codes = ", ".join(sorted({each.code for each in applied.made}))
                return _Mended(encoded, made, len(applied.refused), codes)
            seen.add(encoded.text)
            after, found = decode(encoded.data, self.file.name)
            if after is None:
                raise AssertionError("a text that was proved cannot be read")
            source = after
        return _Mended(encoded, made, len(applied.refused))

    def _told(self, source: Source, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """What is to be mended in ``source``: what a check would tell of it, and nothing that may stand.

        Comments cannot be read in a text that is no YAML. There, only errors are mended, which none may allow.
        """
        reading = read_text(source, found, self.opened)
        told, _, _ = self.opened.baseline.split(self.file.id, judged(reading, self.opened.policy)[1])
        for each in told:
            if reading.context is not None or each.severity is Severity.ERROR:
                yield mendable(each, source)


def mendable(said: Diagnostic, source: Source) -> Diagnostic:
    """``said`` with edits of all that it speaks of.

    The note on letters typed apart points at the first of them. All are joined: each reads already as what it becomes.
    """
    if said.code != DECOMPOSED.code or said.span is None:
        return said
    rest = Span(source, said.span.start, len(source.text))
    return said._replace(edits=(Edit(rest, rest.text),))
