"""Nodes to a typed value, in rounds: what is wrong is said once and taken away, so that the rest is judged too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from pydantic import ValidationError

from cchc.diagnostics import Diagnostic, Rule
from cchc.loader import rules
from cchc.loader.repair import Change, Insert, LeaveOut, Rename, changed, node_at
from cchc.loader.shape import Refusal, refusals
from cchc.loader.validation import Shaped, validated
from cchc.source import KeyPath
from cchc.syntax.construct import construct
from cchc.syntax.nodes import Mapping, Node, Scalar
from cchc.syntax.traps import quoted_key, split_sentence

Value = TypeVar("Value")

_ROUNDS = 12
_STAND_INS = {"period": "2000", "act": None, "kind": "decision", "title": "…"}
"""What takes the place of a missing key while the rest is judged; nothing of it is ever printed."""

_LEANED_ON = frozenset({"id", "period", "kind", "on_behalf"})
"""Keys whose single value other parts are judged by."""


_DATES = frozenset({("period",), ("act", "date")})
"""The years and the day of a plan, by which its times, its bodies and what it cites are judged."""


def mended(node: Node, model: type[Value], declared: frozenset[str] = frozenset()) -> Shaped[Value]:
    """``node`` read as a ``model`` (a pydantic model or a dataclass).

    Unknown keys come first, and are read as the keys that they mean: what they hold is judged in the next round, and
    nothing is called missing that is there under a misspelled name.
    """
    told: list[Diagnostic] = []
    incomplete = undated = judged = False
    for _ in range(_ROUNDS):
        data, places = construct(node)
        try:
            return Shaped(validated(data, model, declared), places, tuple(told), incomplete, undated)
        except ValidationError as error:
            found = list(refusals(error, data, places, model))
        unknown = [refusal for refusal in found if refusal.unknown]
        current = [_as_prose(refusal, node) for refusal in unknown or found]
        if not judged:
            told += _merged(current)
            judged = not unknown
        changes = dict(_change(refusal, node) for refusal in current)
        incomplete = incomplete or any(_leaves_out_parts(path, change, node) for path, change in changes.items())
        undated = undated or not _DATES.isdisjoint(changes)
        sounder = changed(node, changes)
        if sounder is None:
            break
        node = sounder
    return Shaped(None, places, tuple(told), incomplete=True)


def _as_prose(refusal: Refusal, node: Node) -> Refusal:
    """``refusal``, or what is behind it: a key in curly quotes, a sentence that its colon split into a key."""
    path = refusal.path
    holder = node_at(node, path[:-1] if refusal.unknown else path)
    if not isinstance(holder, Mapping):
        return refusal
    if refusal.unknown:
        key = next(entry.key for entry in holder.entries if entry.key.text == path[-1])
        if in_quotes := quoted_key(key):
            return refusal._replace(diagnostic=in_quotes)
        if refusal.meant or len(path) < 2 or not {"text", "title"} & set(refusal.keys or ()):
            return refusal
        path = path[:-1]
    split = split_sentence(holder)
    if split is None:
        return refusal
    if "text" not in (refusal.keys or ("text",)):
        split = _titled(split)
    return Refusal(path, split)


def _titled(split: Diagnostic) -> Diagnostic:
    """``split`` where a row is expected: the sentence is its title."""
    if split.fix is None or split.span is None or "\n" in split.fix:
        return split._replace(fix=None, edits=())
    column = split.span.column - 1
    return split._replace(edits=(), fix=f"{split.fix[:column]}title: {split.fix[column:]}")


def _merged(found: Sequence[Refusal]) -> Iterator[Diagnostic]:
    """The diagnostics of ``found``, with one for all keys that one mapping lacks."""
    lacking: dict[KeyPath, list[str]] = {}
    for refusal in found:
        if refusal.missing:
            lacking.setdefault(refusal.path[:-1], []).append(refusal.missing)
    for refusal in found:
        if not refusal.missing:
            yield refusal.diagnostic
        elif names := lacking.pop(refusal.path[:-1], None):
            yield _all_missing(rules.MISSING_KEY, names, refusal.diagnostic)


def _all_missing(rule: Rule, names: Sequence[str], first: Diagnostic) -> Diagnostic:
    return rule.at(first.span, keys=", ".join(f"“{name}”" for name in names), key=names[0])


def _change(refusal: Refusal, node: Node) -> tuple[KeyPath, Change]:
    """Where and how the tree is to change so that ``refusal`` no longer applies."""
    holder = refusal.path[:-1]
    if refusal.missing in _STAND_INS:
        return refusal.path, Insert(_STAND_INS[refusal.missing])
    if refusal.missing:
        return holder, LeaveOut()
    if refusal.unknown and refusal.meant and node_at(node, (*holder, refusal.meant)) is None:
        return refusal.path, Rename(refusal.meant)
    return refusal.path, LeaveOut()


def _leaves_out_parts(path: KeyPath, change: Change, node: Node) -> bool:
    """Whether ``change`` takes something away on which other parts lean: an id, the period, what may hold an id."""
    if _LEANED_ON.intersection(path[-1:]):
        return True
    return isinstance(change, LeaveOut) and not isinstance(node_at(node, path), Scalar)
