"""The outline of a plan: everything that bears a derived number or name, in printing order.

The labels come from the functions that number what is printed, so they are those of the Word file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from cchc.language.footnotes import without_notes
from cchc.lower.act import lower_article
from cchc.lower.names import appendix_name
from cchc.lower.numbering import SECTION_NUMBERING, numbered
from cchc.lower.prose import prose_of
from cchc.lower.row_labels import RowLabels
from cchc.lower.views import LineView
from cchc.model.body import Section, insets
from cchc.model.inheritance import placed_rows
from cchc.model.layout import Layout
from cchc.model.plan import Plan
from cchc.model.row_rules import RowRules
from cchc.model.rows import Table
from cchc.registry.act_types import DECISION, PLAN
from cchc.source import KeyPath


class OutlineEntry(NamedTuple):
    """A part with its ``label`` and ``title`` as they print; ``depth`` counts the parts around it, documents have 0."""

    depth: int
    label: str
    title: str
    path: KeyPath


def outline_of(plan: Plan, layouts: Mapping[str, Layout]) -> Iterator[OutlineEntry]:
    """The parts of ``plan``; rows of a layout that ``layouts`` lacks have no labels."""
    writer = _Outline(plan, layouts)
    if plan.act.kind == "decision":
        yield from writer.decision()
    if plan.title is not None or plan.body:
        yield OutlineEntry(0, PLAN.name, writer.line(plan.title or ""), ("title",) if plan.title else ("body",))
        yield from writer.sections(plan.body, plan.counted.sections or SECTION_NUMBERING, (), ("body",), 1)
    for index, appendix in enumerate(plan.appendices):
        name = appendix_name(index, len(plan.appendices), plan.counted.appendices)
        yield OutlineEntry(0, name, writer.line(appendix.title), ("appendices", index))
        yield from writer.rows(appendix, ("appendices", index), 1)


class _Outline:
    """What the parts of one outline share."""

    def __init__(self, plan: Plan, layouts: Mapping[str, Layout]) -> None:
        self._plan = plan
        self._layouts = layouts
        self._prose = prose_of(plan)

    def line(self, text: str) -> str:
        """A title as it prints, its footnotes left out."""
        return without_notes(self._prose.line(text))

    def decision(self) -> Iterator[OutlineEntry]:
        """The decision and its articles."""
        act = self._plan.act
        yield OutlineEntry(0, DECISION.name, self.line(act.subject or ""), ("act",))
        for index in range(len(act.articles)):
            article = lower_article(act, index, self._prose)
            yield OutlineEntry(1, article.label, _words(article.lines[:1]), ("act", "articles", index))

    def sections(
        self,
        sections: tuple[Section, ...],
        numbering: tuple[str, ...],
        around: tuple[int, ...],
        path: KeyPath,
        depth: int,
    ) -> Iterator[OutlineEntry]:
        """The headings of ``sections`` and of what they hold; the arguments as in ``numbered``."""
        found = numbered(sections, numbering, around, self._prose.alphabet)
        for index, (section, label, numbers, inner) in enumerate(found):
            here = (*path, index)
            if section.heading is not None:
                yield OutlineEntry(depth, label, self.line(section.heading), here)
            for holder, _, table in insets(section, here):
                if table is not None:
                    yield from self.rows(table, (*holder, "table"), depth + 1)
            yield from self.sections(section.sections, inner, numbers, (*here, "sections"), depth + 1)

    def rows(self, table: Table, path: KeyPath, depth: int) -> Iterator[OutlineEntry]:
        """The rows of ``table``, a row of several lines once."""
        layout = self._layouts.get(table.layout)
        labels = RowLabels(layout.rows if layout else RowRules.model_construct(), table.rows, self._prose.alphabet)
        for placed in placed_rows(table):
            _, label = labels.of(placed)
            if not placed.continues:
                title = _words(self._prose.prose(placed.row.title))
                yield OutlineEntry(depth + placed.depth, label, title, (*path, *placed.row_path))


def _words(lines: Iterable[LineView]) -> str:
    return without_notes(" ".join(f"{line.label} {line.text}".strip() for line in lines))
