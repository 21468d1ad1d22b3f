"""Differences as they are read: under their headings, those of one row or one sentence together, none twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, TypeAlias

from cchc.compare.comparison import Entry, Held, Part
from cchc.diff.facts import Kind

_Key: TypeAlias = tuple[object, ...]
_ORDER: tuple[Kind, ...] = (
    *("added", "removed", "split", "merged", "moved", "reordered", "reworded"),
    *("succession", "lead", "support", "time-kind", "start", "end", "when"),
    *("kpi-raised", "kpi-lowered", "kpi-bound", "kpi-changed", "kpi-added", "kpi-removed", "indicator", "output"),
)


class Item(NamedTuple):
    """What is told together: all that changed in one row, section or sentence.

    ``shared``: one cell that several rows have from the same ``defaults``; the rows are those of the entries with
    their ``others``.
    """

    entries: tuple[Entry, ...]
    shared: bool = False


class Field(NamedTuple):
    """The items under one heading, given by the way of titles to it."""

    part: Part
    way: tuple[str, ...]
    items: tuple[Item, ...]


def fields(entries: Iterable[Entry]) -> Iterator[Field]:
    """``entries``, in the order of a comparison, heading by heading."""
    for (part, way), found in groupby(entries, key=lambda entry: (entry.part, entry.field)):
        yield Field(part, way, tuple(items(tuple(found))))


def items(entries: Sequence[Entry]) -> Iterator[Item]:
    """``entries`` of one heading, together what belongs together."""
    rows_of: dict[_Key, set[_Key]] = {}
    for entry in entries:
        rows_of.setdefault(_cell(entry), set()).add((entry.fact.old_row, entry.fact.new_row))
    found: dict[_Key, list[Entry]] = {}
    for entry in entries:
        cell = _cell(entry)
        shared = len(rows_of[cell]) > 1 or _is_shared(entry)
        found.setdefault(cell if shared else _part(entry), []).append(entry)
    for key, together in found.items():
        shared = len(rows_of.get(key, ())) > 1 or any(map(_is_shared, together))
        yield Item(tuple(together if shared else sorted(together, key=_rank)), shared)


def _rank(entry: Entry) -> int:
    """What is read first of one part: where it went, who does it by when, what has to come of it."""
    return _ORDER.index(entry.fact.kind) if entry.fact.kind in _ORDER else len(_ORDER)


def _is_shared(entry: Entry) -> bool:
    """Whether one fact tells a cell of several rows."""
    return entry.fact.field is not None and bool(entry.others)


def _cell(entry: Entry) -> _Key:
    """The same for rows whose cell comes from one place in both plans."""
    fact = entry.fact
    return "cell", fact.kind, fact.field, fact.old and fact.old.path, fact.new and fact.new.path


def _part(entry: Entry) -> _Key:
    fact = entry.fact
    if fact.old_row or fact.new_row:
        return "row", fact.old_row, fact.new_row
    return "text", fact.old and fact.old.path, fact.new and fact.new.path


def told_with(entry: Entry) -> Iterator[Held]:
    """What is told of the parts that came or went with another: of a whole appendix its groups, it is there to read."""
    of_appendix = entry.fact.what == "appendix"
    return (held for held in entry.others if not of_appendix or held.what == "group")
