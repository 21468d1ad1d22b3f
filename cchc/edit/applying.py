"""Edits of a plan's text: which of them go together, the text with them, and the proof that nothing else changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from cchc.diagnostics import Diagnostic, Edit
from cchc.edit.encoded import Encoded, with_line_ends
from cchc.edit.positions import Positions
from cchc.edit.proof import proved
from cchc.source import Source
from cchc.syntax.decoding import decode


class Fix(NamedTuple):
    """The edits of one diagnostic, in the order of the text: all of them are made, or none."""

    code: str
    edits: tuple[Edit, ...]


class Applied(NamedTuple):
    """What came of some fixes: the file with those ``made``; the ``refused`` would have changed something else."""

    encoded: Encoded
    made: tuple[Fix, ...]
    refused: tuple[Fix, ...]


def fixes_in(diagnostics: Iterable[Diagnostic], source: Source, encoded: Encoded) -> list[Fix]:
    """The fixes for ``source`` that do not touch each other; of two that do, the one that begins first.

    What is left waits for the next round. An edit that changes nothing is none, unless letters are typed in another
    form than NFC, in which messages speak of them.
    """
    positions = Positions(encoded.text)
    found = set()
    for diagnostic in diagnostics:
        edits = tuple(sorted(set(diagnostic.edits), key=lambda edit: (edit.span.start, edit.span.end, edit.text)))
        if edits and all(edit.span.source is source for edit in edits) and _changes(edits, positions, encoded):
            found.add(Fix(diagnostic.code, edits))
    chosen: list[Fix] = []
    taken: list[Edit] = []
    for fix in sorted(found, key=_order):
        inner = any(_touch(one, two) for one, two in pairwise(fix.edits))
        # Fixes come in the order of their first edits, so what ends above this one touches none that is to come.
        taken = [edit for edit in taken if edit.span.end >= fix.edits[0].span.start]
        if not inner and not any(_touch(one, two) for one in fix.edits for two in taken):
            chosen.append(fix)
            taken.extend(fix.edits)
    return chosen


def _order(fix: Fix) -> tuple[int, int, str, str]:
    first = fix.edits[0]
    return first.span.start, first.span.end, fix.code, first.text


def _touch(one: Edit, two: Edit) -> bool:
    """Whether two edits change the same characters or insert at the same place."""
    overlap = one.span.start < two.span.end and two.span.start < one.span.end
    return overlap or one.span.start == two.span.start


def _changes(edits: Sequence[Edit], positions: Positions, encoded: Encoded) -> bool:
    for edit in edits:
        at = positions.stretch(edit.span.start, edit.span.end)
        if encoded.text[at.start : at.end] != at.before + edit.text + at.behind:
            return True
    return False


def apply_fixes(fixes: Sequence[Fix], source: Source, encoded: Encoded) -> Applied:
    """The file with those of ``fixes`` of which it is proved that they change what they mean to and nothing else."""
    made: list[Fix] = []
    refused: list[Fix] = []
    best = encoded
    waiting = [list(fixes)] if fixes else []
    while waiting:
        group = waiting.pop(0)
        trial = _with_edits([*made, *group], encoded)
        if _is_sound([*made, *group], source, trial):
            made, best = [*made, *group], trial
        elif len(group) == 1:
            refused += group
        else:
            middle = len(group) // 2
            waiting[:0] = [group[:middle], group[middle:]]
    return Applied(best, tuple(made), tuple(refused))


def _is_sound(fixes: Sequence[Fix], source: Source, trial: Encoded) -> bool:
    after, _ = decode(trial.data, source.name)
    return after is not None and proved(source, after, _in_order(fixes))


def _in_order(fixes: Sequence[Fix]) -> list[Edit]:
    return sorted((edit for fix in fixes for edit in fix.edits), key=lambda edit: (edit.span.start, edit.span.end))


def _with_edits(fixes: Sequence[Fix], encoded: Encoded) -> Encoded:
    """The file with the edits of ``fixes`` at their places, in its own line ends."""
    return with_edits(_in_order(fixes), encoded)


def with_edits(edits: Sequence[Edit], encoded: Encoded) -> Encoded:
    """The file with ``edits``, in order and apart, at their places."""
    positions = Positions(encoded.text)
    pieces: list[str] = []
    done = 0
    for edit in edits:
        at = positions.stretch(edit.span.start, edit.span.end)
        start = max(at.start, done)
        text = with_line_ends(edit, encoded.line_end)
        pieces += [encoded.text[done:start], at.before if start == at.start else "", text, at.behind]
        done = max(at.end, start)
    return encoded.with_text("".join([*pieces, encoded.text[done:]]))
