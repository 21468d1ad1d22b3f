"""Two plans to the facts about what changed between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from cchc.diff.act import act_facts, footnote_facts
from cchc.diff.cells import Comparing, comparing, row_facts
from cchc.diff.facts import Differences, Fact, NotCompared, Pair, Side
from cchc.diff.indicators import across
from cchc.diff.kpis import KpiSigns
from cchc.diff.loose_figures import loose_figures, only_in
from cchc.diff.matches import Matching
from cchc.diff.matching import matched
from cchc.diff.once import once
from cchc.diff.pieces import Pieces
from cchc.diff.prose import article_nodes, body_nodes, list_nodes
from cchc.diff.prose_facts import prose_facts
from cchc.diff.rows import RowNode, row_nodes
from cchc.diff.shared_fields import Levels, SharedFields
from cchc.diff.splitting import merger_fact, mergers, split_fact, splits
from cchc.diff.structure import Told, pairs_of, structure_facts
from cchc.diff.texts import Place, Texts
from cchc.diff.wording import Wordings
from cchc.language.dates import NotADate, Period, read_date, read_month
from cchc.model.blocks import paragraphs
from cchc.model.plan import Plan
from cchc.model.rows import Appendix, RowHolder, Table
from cchc.registry.registry import Registry
from cchc.source import KeyPath


def differences(old: Plan, new: Plan, registry: Registry) -> Differences:
    """What changed from ``old`` to ``new``, by places of both; bodies are those of the days of both acts."""
    ours, theirs = Wordings(old), Wordings(new)
    old_rows, new_rows = row_nodes(old, ours), row_nodes(new, theirs)
    days = _day(old, ours.period), _day(new, theirs.period)
    holders = _holders(old_rows), _holders(new_rows)
    by = comparing(Texts(ours, theirs), registry, days, KpiSigns(old.decimal, new.decimal), holders)
    facts = list(act_facts(old, new, by.texts))
    pairs: list[Pair] = []
    said = body_nodes(old, ours), body_nodes(new, theirs)
    for before, after in (
        (
            list_nodes(old.act.bases, ("act", "bases"), "basis", ours),
            list_nodes(new.act.bases, ("act", "bases"), "basis", theirs),
        ),
        (article_nodes(old.act, ours), article_nodes(new.act, theirs)),
        (
            list_nodes(old.act.recipients, ("act", "recipients"), "recipient", ours),
            list_nodes(new.act.recipients, ("act", "recipients"), "recipient", theirs),
        ),
        said,
    ):
        found, same = prose_facts(before, after, by)
        facts += found
        pairs += same
    in_rows, same, not_compared = _of_rows(old_rows, new_rows, by)
    facts, pairs = [*facts, *in_rows], [*pairs, *same]
    gone = loose_figures(old_rows, said[0], only_in("old", facts, pairs), ours, old.decimal)
    come = loose_figures(new_rows, said[1], only_in("new", facts, pairs), theirs, new.decimal)
    return Differences(tuple(across(facts, gone, come, by.texts, by.signs)), not_compared, tuple(pairs))


def _day(plan: Plan, period: Period) -> date:
    """The day of the act: of a draft that names a month alone its first, without any the first of the plan's years."""
    typed = plan.act.date or ""
    try:
        return read_date(typed)
    except NotADate:
        pass
    try:
        return read_month(typed, period).first_day
    except NotADate:
        return period.first_day


def _holders(rows: Sequence[RowNode]) -> Mapping[KeyPath, RowHolder]:
    return {row.node.path: row.part for row in rows}


def _of_rows(
    old: Sequence[RowNode], new: Sequence[RowNode], by: Comparing
) -> tuple[list[Fact], tuple[Pair, ...], tuple[NotCompared, ...]]:
    matching = matched([row.node for row in old], [row.node for row in new])
    divided, joined = splits(matching), mergers(matching)
    told = Told(
        {each.whole for each in divided} | {i for each in joined for i in each.pieces},
        {each.whole for each in joined} | {j for each in divided for j in each.pieces},
    )
    _nearest_pieces(matching, divided, joined, old, new)
    facts = list(structure_facts(matching, told, rows=True))
    facts += (split_fact(matching, each, rows=True) for each in divided)
    facts += (merger_fact(matching, each, rows=True) for each in joined)
    shared, levels = SharedFields(old, new), Levels(old, new)
    for i, match in sorted(matching.of_old.items()):
        ours, theirs = old[i], new[match.new]
        if isinstance(ours.part, Table) and isinstance(theirs.part, Table):
            facts += _tables(ours, theirs, by)
            continue
        inside = row_facts(ours, theirs, by, shared.only_one(ours, theirs) | levels.handed_on(i, match.new))
        facts += (fact for fact in inside if fact.kind != "reworded" or i not in told.old)
    return once(facts), tuple(pairs_of(matching)), (*_families(old, new), *shared.told(matching))


def _nearest_pieces(
    matching: Matching,
    divided: Sequence[Pieces],
    joined: Sequence[Pieces],
    old: Sequence[RowNode],
    new: Sequence[RowNode],
) -> None:
    """Of the rows that were split off or merged, the one with the most equal cells is the same row."""
    for each in divided:
        cells = old[each.whole].lines[0].cells
        nearest = max(each.pieces, key=lambda j: (_equal(cells, new[j].lines[0].cells), -j))
        matching.rematch(each.whole, nearest)
    for each in joined:
        cells = new[each.whole].lines[0].cells
        nearest = max(each.pieces, key=lambda i: (_equal(cells, old[i].lines[0].cells), -i))
        matching.rematch(nearest, each.whole)


def _equal(cells: Mapping[str, object], others: Mapping[str, object]) -> int:
    return sum(others.get(name) == value for name, value in cells.items())


def _side(row: RowNode) -> Side:
    return Side(row.node.text_path, row.node.wording.text)


def _tables(old: RowNode, new: RowNode, by: Comparing) -> Iterator[Fact]:
    """What stands over and under two tables, how they are drawn and labelled."""
    before, after = old.part, new.part
    assert isinstance(before, Table)
    assert isinstance(after, Table)
    ours, theirs = old.node.path, new.node.path
    titles = (
        before.title if isinstance(before, Appendix) else None,
        after.title if isinstance(after, Appendix) else None,
    )
    if isinstance(before, Appendix) != isinstance(after, Appendix):
        yield Fact("moved", "appendix", _side(old), _side(new))
        titles = None, None
    values = (
        ("title", *titles),
        ("caption", before.caption, after.caption),
        ("unit", before.unit, after.unit),
        ("source", before.source, after.source),
        ("notes", "\n".join(paragraphs(before.notes)), "\n".join(paragraphs(after.notes))),
        ("layout", before.layout, after.layout),
    )
    for name, mine, other in values:
        places = (
            Place((*ours, name), mine) if mine else None,
            Place((*theirs, name), other) if other else None,
        )
        kind = "reworded" if name in ("title", "caption") else "changed"
        what = "layout" if name == "layout" else old.node.what
        yield from by.texts.changed(*places, "reworded" if kind == "reworded" else "changed", what, name)
    yield from footnote_facts(before.footnotes, after.footnotes, ours, theirs, by.texts)


def _families(old: Sequence[RowNode], new: Sequence[RowNode]) -> Iterator[NotCompared]:
    """Rows of a family that the other plan has none of."""
    ours, theirs = ({row.node.family for row in rows if row.lines} for rows in (old, new))
    for side, rows, there in (("old", old, theirs), ("new", new, ours)):
        for family in sorted({row.node.family for row in rows if row.lines} - there):
            alone = [row for row in rows if row.node.family == family]
            tables = tuple(dict.fromkeys(row.table for row in alone))
            what = alone[-1].node.what
            yield NotCompared("old" if side == "old" else "new", what, tables, len(alone))
