"""Where the texts of a plan stand in its document, and the rows of its tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from cchc.compare.alignment import PlacedBlock, placed_blocks
from cchc.document.nodes import Document, Paragraph, Table
from cchc.model.inheritance import placed_rows
from cchc.model.plan import Plan
from cchc.source import KeyPath

_INHERITED = "defaults"


class Print(NamedTuple):
    """A text of a plan in a paragraph of its document, by its number: the first character and the last (exclusive).

    A line break and a footnote count for one character each; what stands before the first text of a paragraph counts
    to it.
    """

    path: KeyPath
    paragraph: int
    start: int
    end: int


class Printed:
    """A document with the ``prints`` of the plan that it was made from; none where nobody knows them."""

    def __init__(self, document: Document, plan: Plan | None = None, prints: Iterable[Print] = ()) -> None:
        self.document = document
        self.blocks: tuple[PlacedBlock, ...] = placed_blocks(document)
        self.paragraphs: tuple[Paragraph, ...] = tuple(document.paragraphs())
        self._plan = plan
        self._below: dict[KeyPath, list[Print]] = defaultdict(list)
        self._of: dict[int, list[Print]] = defaultdict(list)
        for each in prints:
            self._of[each.paragraph].append(each)
            for length in range(1, len(each.path) + 1):
                self._below[each.path[:length]].append(each)

    @property
    def known(self) -> bool:
        """Whether anything is known of where the plan prints."""
        return bool(self._of)

    def below(self, path: KeyPath) -> Sequence[Print]:
        """The prints of the text at ``path`` and of those inside it."""
        return self._below.get(path, ())

    def by_paragraph(self) -> Iterable[tuple[int, Sequence[Print]]]:
        """What prints in each paragraph in which anything does."""
        return self._of.items()

    def row_at(self, paragraph: int) -> KeyPath | None:
        """The plan's row that prints in ``paragraph``, also by what it has from others; None where none does."""
        return self._rows_at.get(paragraph)

    def table_at(self, paragraphs: Iterable[int]) -> KeyPath | None:
        """The plan's table of which a row prints in ``paragraphs``."""
        row = next((row for number in paragraphs if (row := self.row_at(number))), ())
        return next((path for path in self._tables if row[: len(path)] == path), None)

    @cached_property
    def _rows_at(self) -> Mapping[int, KeyPath]:
        found: dict[int, KeyPath] = {}
        line: KeyPath | None = None
        for block in self.blocks:
            for row in block.rows:
                path = self._row_in(row.paragraphs)
                if path is not None and not row.row.header:
                    found.update(dict.fromkeys(row.paragraphs, path))
            if not isinstance(block.block, Table):
                # A line of a row may say nothing but what all rows of its group have.
                own = self._row_in(block.paragraphs)
                inherited = any(
                    _INHERITED in each.path for number in block.paragraphs for each in self._of.get(number, ())
                )
                line = own if own is not None and not inherited else line if inherited else None
                if line is not None:
                    found.update(dict.fromkeys(block.paragraphs, line))
        return found

    def _row_in(self, paragraphs: Iterable[int]) -> KeyPath | None:
        """The last row of which a text prints: cells come from rows above, and never from one below."""
        paths = {each.path for number in paragraphs for each in self._of.get(number, ())}
        rows = (path[:end] for path in paths for end in range(len(path), 0, -1) if path[:end] in self._order)
        return max(rows, key=self._order.__getitem__, default=None)

    @cached_property
    def _tables(self) -> tuple[KeyPath, ...]:
        return tuple(path for path, _ in self._plan.tables()) if self._plan else ()

    @cached_property
    def _order(self) -> Mapping[KeyPath, int]:
        """Each row's place in the order of printing."""
        order: dict[KeyPath, int] = {}
        for path, table in self._plan.tables() if self._plan else ():
            for placed in placed_rows(table):
                order.setdefault((*path, *placed.row_path), len(order))
        return order
