"""The rows of a plan's tables as they are matched, each with its cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from cchc.diff.facts import What
from cchc.diff.nodes import NO_PARENT, Node
from cchc.diff.wording import Wordings, text_of
from cchc.model.body import Section
from cchc.model.cells import CellValue
from cchc.model.inheritance import PlacedRow, placed_rows
from cchc.model.plan import Plan
from cchc.model.rows import Appendix, Row, RowHolder, Table
from cchc.source import KeyPath

WHAT: Mapping[str, What] = {
    "groups": "group",
    "results": "result",
    "tasks": "task",
    "activities": "activity",
    "criteria": "criterion",
    "indicators": "indicator",
    "items": "item",
}
"""What a row is, by the plan's word for it."""
_MARKS = ("lead", "output", "indicator")


class Line(NamedTuple):
    """A line of a row: the row's own cells, or those of one of its ``parts``, with the id of that part."""

    path: KeyPath
    id: str | None
    cells: Mapping[str, CellValue]
    placed: PlacedRow


class RowNode(NamedTuple):
    """A row, or the table that holds rows: what is matched of it, its lines, and the table's key path and layout.

    A row without ``parts`` has one line; with them the first holds the row's own cells alone. A table has none.
    """

    node: Node
    table: KeyPath
    part: Row | Table
    lines: tuple[Line, ...]


def row_nodes(plan: Plan, wordings: Wordings) -> list[RowNode]:
    """The tables of ``plan``, each before its rows, in printing order; a row stands before those that it holds."""
    nodes: list[RowNode] = []
    for path, table in plan.tables():
        family = _family(table)
        root = len(nodes)
        title = _title(plan, path, table)
        what: What = "appendix" if isinstance(table, Appendix) else "table"
        id_ = table.id if isinstance(table, Appendix) else None
        title_path = (*path, "title" if isinstance(table, Appendix) else "caption")
        node = Node(path, what, f"table:{family}", wordings.of(title), title_path, id=id_, named=False)
        nodes.append(RowNode(node, path, table, ()))
        positions: dict[KeyPath, int] = {(): root}
        for placed, lines in _rows(table):
            positions[placed.row_path] = len(nodes)
            parent = positions.get(placed.row_path[:-2], NO_PARENT)
            nodes.append(_row(placed, lines, path, parent, f"row:{family}", wordings))
    return nodes


def _rows(table: Table) -> Iterator[tuple[PlacedRow, list[PlacedRow]]]:
    """Each row once, with the lines of its ``parts``."""
    waiting: list[PlacedRow] = []
    for placed in placed_rows(table):
        if waiting and (placed.part is None or waiting[0].row is not placed.row):
            yield waiting[0], waiting
            waiting = []
        waiting.append(placed)
    if waiting:
        yield waiting[0], waiting


def _row(
    placed: PlacedRow, lines: list[PlacedRow], table: KeyPath, parent: int, family: str, wordings: Wordings
) -> RowNode:
    row = placed.row
    path = (*table, *placed.row_path)
    own = tuple(_lines(placed, lines, table))
    marks = tuple(_mark(own[0].cells.get(name), wordings) for name in _MARKS)
    title = wordings.of(text_of(row.title))
    node = Node(path, WHAT[placed.key], family, title, (*path, "title"), parent, row.id, marks)
    return RowNode(node, table, row, own)


def _lines(placed: PlacedRow, lines: list[PlacedRow], table: KeyPath) -> Iterator[Line]:
    path = (*table, *placed.row_path)
    if placed.part is None:
        cells = {name: value for name, value in placed.cells.items() if name not in placed.merged}
        yield Line(path, placed.row.id, cells, placed)
        return
    own = frozenset(placed.row.own_cells())
    yield Line(path, placed.row.id, {name: value for name, value in placed.cells.items() if name in own}, placed)
    for line in lines:
        cells = {name: value for name, value in line.cells.items() if name not in own}
        yield Line((*table, *line.path), line.part.id if line.part else None, cells, line)


def _mark(value: CellValue | None, wordings: Wordings) -> str:
    return wordings.of(text_of(value)).neutral if value is not None else ""


def _family(table: Table) -> str:
    """What the rows of a table are about: scores and KPIs are no tasks, and only like is compared with like."""
    found = next(_deepest(table), "tasks")
    return found if found in ("criteria", "indicators") else "tasks"


def _deepest(holder: RowHolder) -> Iterator[str]:
    for key, _, row in holder.children():
        if key != "groups":
            yield key
        yield from _deepest(row)


def _title(plan: Plan, path: KeyPath, table: Table) -> str:
    """What a table is called: its own title or caption, else the heading of the section that holds it."""
    own = table.title if isinstance(table, Appendix) else table.caption
    if own:
        return own
    heading = ""
    value: object = plan
    for step in path:
        value = getattr(value, step) if isinstance(step, str) else value[step]  # type: ignore[index]
        if isinstance(value, Section):
            heading = value.heading or heading
    return heading


def written_at(row: RowNode, line: Line, name: str, holders: Mapping[KeyPath, RowHolder]) -> KeyPath:
    """Where the cell ``name`` of a line was written: in it, in its row, or in the nearest ``defaults`` around that."""
    placed = line.placed
    steps = tuple(name.split("."))
    table = row.table
    if placed.part is not None and line.path != row.node.path and name in placed.part.own_cells():
        return (*line.path, *steps)
    if name in placed.row.own_cells():
        return (*row.node.path, *steps)
    for end in range(len(row.node.path) - 2, len(table) - 1, -2):
        holder = holders.get(row.node.path[:end])
        if holder and holder.defaults and name in holder.defaults.own_cells():
            return (*row.node.path[:end], "defaults", *steps)
    return (*line.path, *steps)
