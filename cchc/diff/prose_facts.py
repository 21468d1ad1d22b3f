"""Facts about sections, paragraphs, articles and the lists of an act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cchc.diff.bodies import Named
from cchc.diff.cells import Comparing, body_facts
from cchc.diff.facts import Fact, Kind, Pair, Side, What
from cchc.diff.kpis import kpi_facts
from cchc.diff.matches import Matching
from cchc.diff.matching import matched
from cchc.diff.prose import ProseNode, Written, notes_of
from cchc.diff.splitting import merger_fact, mergers, split_fact, splits
from cchc.diff.structure import Told, pairs_of, structure_facts
from cchc.diff.texts import Place
from cchc.model.blocks import Block
from cchc.model.body import Section

_WITH_FIGURES: frozenset[What] = frozenset(("objective", "paragraph"))


def prose_facts(
    old: Sequence[ProseNode], new: Sequence[ProseNode], by: Comparing
) -> tuple[list[Fact], tuple[Pair, ...]]:
    """What changed between two walks over prose, and which parts are the same."""
    matching = matched([each.node for each in old], [each.node for each in new])
    divided, joined = splits(matching), mergers(matching)
    told = Told(
        {each.whole for each in divided} | {i for each in joined for i in each.pieces},
        {each.whole for each in joined} | {j for each in divided for j in each.pieces},
    )
    facts = list(structure_facts(matching, told))
    facts += (split_fact(matching, each, rows=False) for each in divided)
    facts += (merger_fact(matching, each, rows=False) for each in joined)
    for i, match in sorted(matching.of_old.items()):
        facts += _inside(matching, i, match.new, old[i], new[match.new], by, reworded=i not in told.old)
    return facts, tuple(pairs_of(matching))


def _inside(
    matching: Matching, i: int, j: int, old: ProseNode, new: ProseNode, by: Comparing, *, reworded: bool
) -> Iterator[Fact]:
    if isinstance(old.part, Section) and isinstance(new.part, Section):
        yield from _sections(old.part, new.part, old, new, by)
        return
    if isinstance(old.part, Written) and isinstance(new.part, Written):
        if reworded and matching.new[j].named and matching.old[i].named:
            yield from _reworded(old.node.what, old.part, new.part, by)
        yield from _described(old.part, new.part, by)


def _sections(old: Section, new: Section, at: ProseNode, there: ProseNode, by: Comparing) -> Iterator[Fact]:
    ours, theirs = at.node.path, there.node.path
    if old.title or new.title:
        yield from by.texts.changed(
            _at(ours, "title", old.title), _at(theirs, "title", new.title), "reworded", "section"
        )
    if old.agency and new.agency:
        before, after = Place((*ours, "agency"), old.agency), Place((*theirs, "agency"), new.agency)
        yield from body_facts("lead", "section", "agency", (before, Named(old.agency)), (after, Named(new.agency)), by)
    elif old.agency or new.agency:
        yield from by.texts.changed(
            _at(ours, "agency", old.agency), _at(theirs, "agency", new.agency), "changed", "section", "agency"
        )
    for name, before_, after_ in (
        ("reform", old.reform, new.reform),
        ("numbering", "; ".join(old.numbering or ()), "; ".join(new.numbering or ())),
    ):
        what: What = "numbering" if name == "numbering" else "section"
        yield from by.texts.changed(_at(ours, name, before_), _at(theirs, name, after_), "changed", what, name)
    yield from _block(old, new, ours, theirs, by)


def _at(path: tuple[str | int, ...], key: str, text: str | None) -> Place | None:
    return Place((*path, key), text) if text else None


def _reworded(what: What, ours: Written, theirs: Written, by: Comparing) -> Iterator[Fact]:
    facts: Iterable[Fact] = ()
    before, after = Place(ours.path, ours.text), Place(theirs.path, theirs.text)
    if what in _WITH_FIGURES and ours.text != theirs.text:
        facts = kpi_facts(before, after, by.texts, by.signs, what, lead_ins=(ours.lead_in, theirs.lead_in))
    yield from facts or by.texts.changed(before, after, "reworded", what)


def _described(old: Written, new: Written, by: Comparing) -> Iterator[Fact]:
    """What the blocks around two paragraphs say of figures, duties and labels; once for each pair of blocks."""
    if old.block is None or new.block is None or isinstance(old.block, Section):
        return
    first = (*old.block_path, "text"), (*old.block_path, "text", 0)
    if old.path in first or old.path == old.block_path:
        yield from _block(old.block, new.block, old.block_path, new.block_path, by)


def _block(
    old: Block, new: Block, ours: tuple[str | int, ...], theirs: tuple[str | int, ...], by: Comparing
) -> Iterator[Fact]:
    yield from by.texts.changed(
        _at(ours, "label", old.label), _at(theirs, "label", new.label), "changed", "numbering", "label"
    )
    if old.duty_of and new.duty_of:
        before, after = Place((*ours, "duty_of"), old.duty_of), Place((*theirs, "duty_of"), new.duty_of)
        yield from body_facts("lead", "duty", "duty_of", (before, Named(old.duty_of)), (after, Named(new.duty_of)), by)
    else:
        yield from by.texts.changed(
            _at(ours, "duty_of", old.duty_of), _at(theirs, "duty_of", new.duty_of), "changed", "duty", "duty_of"
        )
    yield from _notes(Written((), "", old, ours), Written((), "", new, theirs))


def _notes(old: Written, new: Written) -> Iterator[Fact]:
    before, after = notes_of(old), notes_of(new)
    for name in dict.fromkeys((*before, *after)):
        for key in ("name", "baseline", "bound"):
            ours, theirs = getattr(before.get(name), key, None), getattr(after.get(name), key, None)
            kind: Kind = "kpi-bound" if key == "bound" else "kpi-changed"
            if ours != theirs:
                path = ("kpis", name, key)
                sides = (
                    Side((*old.block_path, *path), ours) if ours else None,
                    Side((*new.block_path, *path), theirs) if theirs else None,
                )
                yield Fact(kind, "kpi", *sides, field=key)
