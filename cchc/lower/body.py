"""The body of a plan to lines and tables, in order, and these to pages of one orientation."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from cchc.lower.numbering import numbered
from cchc.lower.prose import ProseLowering
from cchc.lower.row_lines import row_lines
from cchc.lower.tables import lower_table
from cchc.lower.views import ItemView, LineView, Orientation, PageView, TableView
from cchc.model.body import Inset, Section
from cchc.model.layout import Layout
from cchc.model.rows import Table
from cchc.source import KeyPath


class TableLowering(NamedTuple):
    """Turns tables into what prints: ``layouts`` draw them, ``captions`` label them by their key paths."""

    prose: ProseLowering
    layouts: Mapping[str, Layout]
    captions: Mapping[KeyPath, str]

    def items(self, path: KeyPath, table: Table) -> Iterator[ItemView]:
        """The table at ``path`` as a table, or as lines where its layout says so."""
        layout = self.layouts[table.layout]
        prose = self.prose.with_notes(table.footnotes)
        if layout.form == "lines":
            yield from row_lines(table, layout, prose)
        else:
            yield lower_table(table, layout, prose, self.captions.get(path, ""))


def body_items(
    sections: tuple[Section, ...],
    numbering: tuple[str, ...],
    tables: TableLowering,
    around: tuple[int, ...] = (),
    path: KeyPath = ("body",),
    level: int = 1,
) -> Iterator[ItemView]:
    """The lines and tables of ``sections``, their headings of ``level``; the others as in ``numbered``."""
    prose = tables.prose
    for index, (section, label, numbers, inner) in enumerate(numbered(sections, numbering, around, prose.alphabet)):
        here = (*path, index)
        if section.heading is not None:
            yield LineView("section", level, label, prose.line(section.heading), keep_next=True)
        yield from prose.paragraph_lines(section.text)
        yield from prose.lists(section)
        for position, part in enumerate(section.content or ()):
            yield from prose.prose(part)
            if isinstance(part, Inset):
                yield from _inset(part, (*here, "content", position), tables)
        yield from _inset(section, here, tables)
        yield from body_items(section.sections, inner, tables, numbers, (*here, "sections"), level + 1)
        yield from prose.paragraph_lines(section.closing)


def _inset(holder: Inset | Section, path: KeyPath, tables: TableLowering) -> Iterator[ItemView]:
    yield from tables.prose.prose(holder.objectives)
    if holder.table is not None:
        yield from tables.items((*path, "table"), holder.table)


def paged(items: tuple[ItemView, ...]) -> tuple[PageView, ...]:
    """``items`` by the pages that they need: a landscape table takes the headings that lead to it along."""
    turned = _turned(items)
    groups = groupby(zip(items, turned, strict=True), key=lambda pair: pair[1])
    return tuple(PageView(orientation, tuple(item for item, _ in group)) for orientation, group in groups)


def _turned(items: tuple[ItemView, ...]) -> list[Orientation]:
    """The orientation of each item; what must keep with a table turns with it, but for the first item of all."""
    found: list[Orientation] = []
    for index in range(len(items) - 1, -1, -1):
        item = items[index]
        if isinstance(item, TableView):
            found.append(item.orientation)
        else:
            follows = found[-1] if item.keep_next and found and index else "portrait"
            found.append(follows)
    found.reverse()
    return found


def marked_last(items: tuple[ItemView, ...]) -> tuple[ItemView, ...]:
    """``items`` with the last of them marked as such: "./." follows a line, a table keeps with what stands below it."""
    if not items:
        return items
    last = items[-1]
    if isinstance(last, TableView):
        rows = (*last.rows[:-1], *(row._replace(keep_next=True) for row in last.rows[-1:]))
        return (*items[:-1], last._replace(rows=rows))
    return (*items[:-1], last._replace(last=True, keep_next=False))
