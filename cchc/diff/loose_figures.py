"""The figures of sentences that only one of two plans has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import Literal, NamedTuple

from cchc.diff.cells import KPI_FIELDS
from cchc.diff.facts import Fact, Pair, Side, What
from cchc.diff.kpis import figures_of
from cchc.diff.prose import ProseNode, Written
from cchc.diff.rows import RowNode
from cchc.diff.wording import Wordings, text_of
from cchc.language.abbreviations import spelled_out
from cchc.language.figures import Figure
from cchc.language.indicators import indicator_words
from cchc.language.numbers import DecimalSign
from cchc.source import KeyPath


class Loose(NamedTuple):
    """A figure of a sentence that the other plan does not have, or has without it.

    ``told`` is the fact that says so, where the sentence itself is in both.
    """

    figure: Figure
    name: tuple[str, ...]
    side: Side
    row: KeyPath | None
    what: What
    field: str | None
    told: Fact | None = None


class Only(NamedTuple):
    """What one plan alone has: not its parts that are ``known``, but ``cells`` of those."""

    known: Set[KeyPath]
    cells: Sequence[Fact]


def name_of(indicator: str) -> tuple[str, ...]:
    """The words by which an indicator is known."""
    return spelled_out(indicator_words(indicator))


def only_in(side: Literal["old", "new"], facts: Sequence[Fact], pairs: Sequence[Pair]) -> Only:
    """What ``facts`` and ``pairs`` say of the other plan: pieces of what was split or merged are known there too."""
    known = {getattr(pair, side) for pair in pairs}
    cells: list[Fact] = []
    for fact in facts:
        if fact.kind in ("split", "merged"):
            known.update(fact.others_old if side == "old" else fact.others_new)
            known.update(path for path in (fact.old_row, fact.new_row) if path)
            known.update(each.path for each in (fact.old, fact.new) if each)
        elif fact.field in KPI_FIELDS and getattr(fact, side) and None in (fact.old, fact.new) and not fact.figure:
            cells.append(fact)
    return Only(known, cells)


def loose_figures(
    rows: Sequence[RowNode], prose: Sequence[ProseNode], only: Only, wordings: Wordings, decimal: DecimalSign
) -> Iterator[Loose]:
    """The figures of sentences of one plan that ``only`` it has."""
    for each in prose:
        if isinstance(each.part, Written) and each.node.path not in only.known:
            side = Side(each.node.path, each.node.wording.text)
            for figure in figures_of(each.node.wording, decimal, each.part.lead_in):
                yield Loose(figure, name_of(figure.name), side, None, each.node.what, None)
    for row in rows:
        if row.node.path not in only.known:
            yield from _of_row(row, wordings, decimal)
    for fact in only.cells:
        side_, path = (fact.old, fact.old_row) if fact.old else (fact.new, fact.new_row)
        assert side_ is not None
        for figure in figures_of(wordings.of(side_.text), decimal):
            yield Loose(figure, name_of(figure.name), side_, path, fact.what, fact.field)


def _of_row(row: RowNode, wordings: Wordings, decimal: DecimalSign) -> Iterator[Loose]:
    for line in row.lines:
        for name in sorted(KPI_FIELDS & line.cells.keys()):
            wording = wordings.of(text_of(line.cells[name]))
            for figure in figures_of(wording, decimal):
                side = Side((*line.path, name), wording.text)
                yield Loose(figure, name_of(figure.name), side, row.node.path, row.node.what, name)
