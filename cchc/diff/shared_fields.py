"""Which fields of two rows can be compared: those that both tables have the form for, and both rows the level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc.diff.facts import NotCompared
from cchc.diff.matches import Matching
from cchc.diff.nodes import children_of
from cchc.diff.rows import RowNode
from cchc.model.fields import TIME_FIELDS
from cchc.model.rows import Table
from cchc.source import KeyPath


class Levels:
    """Rows of which one holds rows and the other none: what one says itself, the other leaves to those inside it."""

    def __init__(self, old: Sequence[RowNode], new: Sequence[RowNode]) -> None:
        self._rows = old, new
        self._held = children_of([row.node for row in old]), children_of([row.node for row in new])

    def handed_on(self, i: int, j: int) -> frozenset[str]:
        """The fields that only the row without rows has, where the rows inside the other one have them."""
        if (i in self._held[0]) == (j in self._held[1]):
            return frozenset()
        side, holder, leaf = (0, i, self._rows[1][j]) if i in self._held[0] else (1, j, self._rows[0][i])
        own = self._fields(side, holder)
        inside = frozenset().union(*(self._fields(side, each) for each in self._below(side, holder)))
        said = frozenset().union(*(line.cells for line in leaf.lines))
        return _with_times(said - _with_times(own)) & _with_times(inside)

    def _fields(self, side: int, index: int) -> frozenset[str]:
        return frozenset().union(*(line.cells for line in self._rows[side][index].lines))

    def _below(self, side: int, index: int) -> Iterator[int]:
        for child in self._held[side].get(index, ()):
            yield child
            yield from self._below(side, child)


def _with_times(fields: frozenset[str]) -> frozenset[str]:
    """A row that says when by months says it as well as one that says it in words."""
    return fields | TIME_FIELDS if fields & TIME_FIELDS else fields


class SharedFields:
    """Which fields of rows only one of two tables has the form for: those of tables that are drawn by other layouts."""

    def __init__(self, old: Sequence[RowNode], new: Sequence[RowNode]) -> None:
        self._old, self._new = old, new
        self._fields = _fields(old), _fields(new)
        self._layouts = _layouts(old), _layouts(new)
        self._known: dict[tuple[KeyPath, KeyPath], frozenset[str]] = {}

    def only_one(self, old: RowNode, new: RowNode) -> frozenset[str]:
        """The fields that no row of the other table has."""
        key = old.table, new.table
        if key not in self._known:
            same = self._layouts[0][old.table] == self._layouts[1][new.table]
            apart = self._fields[0][old.table] ^ self._fields[1][new.table]
            times = frozenset(("start", "end", "when"))
            self._known[key] = frozenset() if same else frozenset(apart - times)
        return self._known[key]

    def told(self, matching: Matching) -> Iterator[NotCompared]:
        """The same, table by table."""
        for i, match in sorted(matching.of_old.items()):
            old, new = self._old[i], self._new[match.new]
            if isinstance(old.part, Table) and isinstance(new.part, Table):
                for name in sorted(self.only_one(old, new)):
                    mine = name in self._fields[0][old.table]
                    row = old if mine else new
                    count = sum(
                        each.table == row.table and any(name in line.cells for line in each.lines)
                        for each in (self._old if mine else self._new)
                    )
                    yield NotCompared("old" if mine else "new", row.node.what, (row.table,), count, name)


def _fields(rows: Sequence[RowNode]) -> dict[KeyPath, set[str]]:
    found: dict[KeyPath, set[str]] = {}
    for row in rows:
        held = found.setdefault(row.table, set())
        for line in row.lines:
            held.update(line.cells)
    return found


def _layouts(rows: Sequence[RowNode]) -> dict[KeyPath, str]:
    return {row.table: row.part.layout for row in rows if isinstance(row.part, Table)}
