"""Indicators that stand in sentences which are not the same: told as raised or lowered, and not as gone and come."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence, Set

from cchc.diff.facts import Fact, FigureChange
from cchc.diff.kpis import KpiSigns, figures_of, kind_of
from cchc.diff.loose_figures import Loose, name_of
from cchc.diff.texts import Texts
from cchc.language.dates import Period
from cchc.language.numbers import DecimalSign
from cchc.language.word_changes import WordChange

_SHORTEST = 5
"""Words that a name has at least where another one is only like it: “hồ sơ đúng hạn” is said of everything."""
_LIKE = 0.75
"""Which part of two names' words is shared at least, each counted once."""
_BEGIN = 9
"""Words with which two names begin, where what follows may be another condition."""
_LEAST = 0.7
"""How sure it is where one name says more of the same, for the same bodies."""
_MOST_COMPARED = 40_000
"""Pairs of names that are compared at most; beyond, only equal names count."""


def across(
    facts: Sequence[Fact], old: Iterable[Loose], new: Iterable[Loose], texts: Texts, signs: KpiSigns
) -> list[Fact]:
    """``facts``, those about a figure that stands in another sentence now told as what became of it.

    ``old`` and ``new`` are the figures of sentences that only one plan has.
    """
    ours = [*old, *_told(facts, "kpi-removed", texts, signs.old)]
    theirs = [*new, *_told(facts, "kpi-added", texts, signs.new)]
    if not ours or not theirs:
        return list(facts)
    found: list[Fact] = []
    settled: list[Fact] = []
    for before, after in _paired(ours, theirs, texts.old.period, texts.new.period):
        settled += (each.told for each in (before, after) if each.told is not None)
        kind = kind_of(before.figure, after.figure, texts.old.period, texts.new.period)
        if kind is None:
            continue
        places = (before.figure.start, before.figure.end), (after.figure.start, after.figure.end)
        change = FigureChange(after.figure.name, *places)
        words = (WordChange(*places[0], *places[1]),)
        what, field = (after.what, after.field) if after.field == before.field else (after.what, None)
        found.append(Fact(kind, what, before.side, after.side, before.row, after.row, field, "words", words,
                          figure=change))  # fmt: skip
    return [*_left(facts, settled), *found]


def _told(facts: Iterable[Fact], kind: str, texts: Texts, decimal: DecimalSign) -> Iterator[Loose]:
    """The figures of which facts say that their sentence lost or got them."""
    for fact in facts:
        if fact.kind == kind and fact.figure is not None:
            gone = kind == "kpi-removed"
            side, row, at = (
                (fact.old, fact.old_row, fact.figure.old) if gone else (fact.new, fact.new_row, fact.figure.new)
            )
            if side is None or at is None:
                continue
            wording = (texts.old if gone else texts.new).of(side.text)
            for figure in figures_of(wording, decimal):
                if (figure.start, figure.end) == at:
                    yield Loose(figure, name_of(fact.figure.name), side, row, fact.what, fact.field, fact)


def _left(facts: Iterable[Fact], settled: Sequence[Fact]) -> Iterator[Fact]:
    """The facts without those that are told otherwise; a sentence of which nothing else is told was reworded."""
    gone = Counter(settled)
    if not gone:
        yield from facts
        return
    facts = list(facts)
    said = Counter((fact.old, fact.new) for fact in facts if fact not in gone)
    for fact in facts:
        if fact not in gone:
            yield fact
        elif not said[fact.old, fact.new]:
            said[fact.old, fact.new] += 1
            kind = "reworded" if fact.field is None else "indicator" if fact.field == "indicator" else "cell"
            yield fact._replace(kind=kind, figure=None, reworded=False)  # type: ignore[arg-type]


def _paired(
    old: Sequence[Loose], new: Sequence[Loose], old_period: Period, new_period: Period
) -> Iterator[tuple[Loose, Loose]]:
    """Figures of one indicator: equal names before like ones, unchanged figures before others; each once."""
    unchanged = list(_equal(old, new, _stating(old_period.first, new_period.first)))
    yield from unchanged
    settled = {id(each) for pair in unchanged for each in pair}
    ours, theirs = _only(old, settled), _only(new, settled)
    named = list(_equal(ours, theirs, _name))
    yield from named
    settled.update(id(each) for pair in named for each in pair)
    ours, theirs = _only(ours, settled), _only(theirs, settled)
    if len(ours) * len(theirs) <= _MOST_COMPARED:
        yield from _like(ours, theirs)


def _only(figures: Sequence[Loose], settled: Set[int]) -> list[Loose]:
    """Figures of indicators that one of them has; what several sentences aim at is none of its own ("đúng hạn")."""
    left = [each for each in figures if id(each) not in settled]
    often = Counter(_name(each, False) for each in left)
    return [each for each in left if often[_name(each, False)] == 1]


def _stating(old_year: int, new_year: int) -> Callable[[Loose, bool], Hashable]:
    """The key of an indicator with its figure, by when it is to be reached counted from the plan's own years."""

    def key(each: Loose, is_new: bool) -> Hashable:
        figure, first = each.figure, new_year if is_new else old_year
        due = figure.due_year - first if figure.due_year else None
        return _name(each, is_new), figure.value, figure.upper, figure.bound, figure.change, figure.rate, due

    return key


def _name(each: Loose, _is_new: bool) -> Hashable:
    return each.figure.unit, each.figure.scope, each.name


def _equal(
    old: Sequence[Loose], new: Sequence[Loose], key: Callable[[Loose, bool], Hashable]
) -> Iterator[tuple[Loose, Loose]]:
    """Those of one key, in the order of their sentences where there are several."""
    ours: dict[Hashable, list[Loose]] = defaultdict(list)
    theirs: dict[Hashable, list[Loose]] = defaultdict(list)
    for held, figures, is_new in ((ours, old, False), (theirs, new, True)):
        for each in sorted(figures, key=lambda loose: loose.side.text):
            if each.name:
                held[key(each, is_new)].append(each)
    for same, figures in ours.items():
        yield from zip(figures, theirs.get(same, ()), strict=False)


def _like(old: Sequence[Loose], new: Sequence[Loose]) -> Iterator[tuple[Loose, Loose]]:
    """The likest names first."""
    weighed: list[tuple[float, list[str], int, int]] = []
    for i, ours in enumerate(old):
        for j, theirs in enumerate(new):
            if (ours.figure.unit, ours.figure.scope) == (theirs.figure.unit, theirs.figure.scope):
                like = _likeness(ours, theirs)
                if like:
                    weighed.append((-like, sorted((ours.side.text, theirs.side.text)), i, j))
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for _, _, i, j in sorted(weighed):
        if i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            yield old[i], new[j]


def _likeness(old: Loose, new: Loose) -> float:
    """How surely two figures for the same bodies are of one indicator: 1 for equal names, 0 where they are of two."""
    first, second = old.name, new.name
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    if min(len(first), len(second)) < _SHORTEST:
        return 0.0
    one, two = set(first), set(second)
    shared = 2 * len(one & two) / (len(one) + len(two))
    if shared >= _LIKE:
        return round(shared, 3)
    within = bool(old.figure.scope) and (one <= two or two <= one)
    begin = first[:_BEGIN] == second[:_BEGIN] and min(len(first), len(second)) > _BEGIN
    return _LEAST if within or begin else 0.0
