"""Facts about the cells of two rows that are the same task."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from datetime import date
from typing import NamedTuple

from cchc.diff.assignment import assigned
from cchc.diff.bodies import BodyReader, Named
from cchc.diff.facts import Fact, Kind, Side, What
from cchc.diff.kpis import KpiSigns, kpi_facts
from cchc.diff.rows import Line, RowNode, written_at
from cchc.diff.texts import Place, Texts
from cchc.diff.times import Times, time_facts
from cchc.diff.wording import extent_of, text_of
from cchc.language.word_changes import word_changes
from cchc.model.cells import CellValue, Printed
from cchc.model.fields import TIME_FIELDS
from cchc.model.rows import Row, RowHolder
from cchc.registry.registry import Registry
from cchc.source import KeyPath

_KINDS: Mapping[str, Kind] = {"indicator": "indicator", "output": "output", "budget": "budget"}
_BODIES: Mapping[str, Kind] = {"lead": "lead", "support": "support"}
_BARE = len("12")
KPI_FIELDS = frozenset(("indicator", "measures"))
"""Cells whose figures are targets."""
Holders = Mapping[KeyPath, RowHolder]


class Comparing(NamedTuple):
    """With what cells are compared: texts, bodies, decimal signs, and what holds the rows of each plan, by key path."""

    texts: Texts
    bodies: BodyReader
    signs: KpiSigns
    old_holders: Holders
    new_holders: Holders


class _Cell(NamedTuple):
    """A cell of a row: its text and place, absent where it is empty, and what the plan holds."""

    place: Place | None
    value: CellValue | None
    row: KeyPath


def comparing(
    texts: Texts, registry: Registry, days: tuple[date, date], signs: KpiSigns, holders: tuple[Holders, Holders]
) -> Comparing:
    return Comparing(texts, BodyReader(registry, *days), signs, *holders)


def row_facts(old: RowNode, new: RowNode, by: Comparing, not_shared: Set[str]) -> Iterator[Fact]:
    """What changed inside a row; ``not_shared`` are the fields that only one of both tables has."""
    what = old.node.what if old.node.what != "table" else new.node.what
    title = Place(old.node.text_path, old.node.wording.written, old.node.path)
    renamed = Place(new.node.text_path, new.node.wording.written, new.node.path)
    yield from by.texts.changed(title, renamed, "reworded", what, "title")
    if isinstance(old.part, Row) and isinstance(new.part, Row):
        yield from _typed(old, new, by)
    for ours, theirs in _lines(old, new):
        if ours is None or theirs is None:
            yield from _line_alone(old, new, ours, theirs, by)
        elif ours.cells is not theirs.cells:
            yield from _cells(old, new, (ours, theirs), by, not_shared)


def _typed(old: RowNode, new: RowNode, by: Comparing) -> Iterator[Fact]:
    """A label of its own, the objectives that a row serves."""
    what = old.node.what
    before, after = old.part, new.part
    assert isinstance(before, Row)
    assert isinstance(after, Row)
    for name, ours, theirs in (
        ("label", before.label, after.label),
        ("serves", ", ".join(before.serves), ", ".join(after.serves)),
        ("total", before.total, after.total),
    ):
        places = [
            Place((*row.node.path, name), value, row.node.path) if value else None
            for row, value in ((old, ours), (new, theirs))
        ]
        at = old.node.path, new.node.path
        yield from by.texts.changed(places[0], places[1], "changed", "numbering" if name == "label" else what, name, at)


def _lines(old: RowNode, new: RowNode) -> Iterator[tuple[Line | None, Line | None]]:
    """The lines of both rows: the rows' own, then those of ``parts`` by their ids, else the likest."""
    yield old.lines[0], new.lines[0]
    ours, theirs = list(old.lines[1:]), list(new.lines[1:])
    if not ours and not theirs:
        return
    costs = [[-_like(a, i, b, j) for j, b in enumerate(theirs)] for i, a in enumerate(ours)]
    pairs = [(i, j) for i, j in assigned(costs) if costs[i][j] < -0.2]
    yield from ((ours[i], theirs[j]) for i, j in pairs)
    yield from ((line, None) for i, line in enumerate(ours) if i not in {i for i, _ in pairs})
    yield from ((None, line) for j, line in enumerate(theirs) if j not in {j for _, j in pairs})


def _like(old: Line, i: int, new: Line, j: int) -> float:
    if old.id and old.id == new.id:
        return 10.0
    fields = old.cells.keys() | new.cells.keys()
    same = sum(old.cells.get(name) == new.cells.get(name) for name in fields)
    return same / (len(fields) or 1) + (0.3 if i == j else 0.0)


def _line_alone(old: RowNode, new: RowNode, ours: Line | None, theirs: Line | None, by: Comparing) -> Iterator[Fact]:
    rows = old.node.path, new.node.path
    if ours is not None:
        yield Fact("removed", "line", Side(ours.path, by.texts.old.of(_said(ours)).text), None, *rows)
    if theirs is not None:
        yield Fact("added", "line", None, Side(theirs.path, by.texts.new.of(_said(theirs)).text), *rows)


def _said(line: Line) -> str:
    return "\n".join(text_of(value) for value in line.cells.values())


def _cells(old: RowNode, new: RowNode, lines: tuple[Line, Line], by: Comparing, not_shared: Set[str]) -> Iterator[Fact]:
    ours, theirs = lines[0].cells, lines[1].cells
    names = [name for name in dict.fromkeys((*ours, *theirs)) if name not in not_shared]
    # Most cells are as they were: only the others are worth a look at where they were written.
    changed = [name for name in names if ours.get(name) != theirs.get(name)]
    shifted = by.texts.old.period != by.texts.new.period
    timed = [name for name in names if name in TIME_FIELDS]
    if timed and (not TIME_FIELDS.isdisjoint(changed) or (shifted and not all(map(_is_bare, map(ours.get, timed))))):
        yield from _times(old, new, lines, by)
    for name in changed:
        if name not in TIME_FIELDS:
            before = _Cell(_place(old, lines[0], name, by.old_holders), ours.get(name), old.node.path)
            after = _Cell(_place(new, lines[1], name, by.new_holders), theirs.get(name), new.node.path)
            yield from _cell(name, before, after, by, old.node.what)


def _is_bare(value: object) -> bool:
    """Whether a month is typed without its year, so that it moves on with the plan's."""
    return isinstance(value, str) and len(value) <= _BARE


def _times(old: RowNode, new: RowNode, lines: tuple[Line, Line], by: Comparing) -> Iterator[Fact]:
    ours, theirs = (
        Times(*(_place(row, line, name, holders) for name in ("start", "end", "when")))
        for row, line, holders in ((old, lines[0], by.old_holders), (new, lines[1], by.new_holders))
    )
    yield from time_facts(ours, theirs, by.texts, old.node.what, (old.node.path, new.node.path))


def _place(row: RowNode, line: Line, name: str, holders: Holders) -> Place | None:
    value = line.cells.get(name)
    text = text_of(value) if value is not None else ""
    return Place(written_at(row, line, name, holders), text, row.node.path) if text else None


def _cell(name: str, old: _Cell, new: _Cell, by: Comparing, what: What) -> Iterator[Fact]:
    if name in _BODIES and old.place and new.place:
        named = (old.place, _named(old.place, old.value)), (new.place, _named(new.place, new.value))
        yield from body_facts(_BODIES[name], what, name, *named, by)
        return
    kind = _BODIES.get(name) or _KINDS.get(name) or ("score" if name.startswith("score.") else "cell")
    facts: Iterable[Fact] = ()
    if name in KPI_FIELDS and old.place and new.place:
        facts = kpi_facts(old.place, new.place, by.texts, by.signs, what, name)
    yield from facts or by.texts.changed(old.place, new.place, kind, what, name, (old.row, new.row))


def _named(place: Place, value: CellValue | None) -> Named:
    return Named(place.text, value.bodies if isinstance(value, Printed) else ())


def body_facts(
    kind: Kind, what: What, field: str, old: tuple[Place, Named], new: tuple[Place, Named], by: Comparing
) -> Iterator[Fact]:
    """The fact that two texts name other bodies, or the same ones otherwise; a succession where all of it is one."""
    changes = by.bodies.changes(old[1], new[1])
    before, after = by.texts.wordings(old[0].text, new[0].text)
    extent = extent_of(before, after)
    if changes:
        kind = "succession" if all(change.succeeds for change in changes) else kind
        extent = "words"
    elif extent == "words":
        extent = "names"
    if extent is not None:
        sides = Side(old[0].path, before.text), Side(new[0].path, after.text)
        words = word_changes(before.text, after.text)
        yield Fact(kind, what, *sides, old[0].row, new[0].row, field, extent, words, changes)
