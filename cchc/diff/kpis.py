"""Which figures of a sentence rose, fell, bind otherwise, came or went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cchc.diff.assignment import assigned
from cchc.diff.facts import Fact, FigureChange, Kind, Side, What
from cchc.diff.texts import Place, Texts
from cchc.diff.wording import Wording
from cchc.language.bounds import read_after, read_before
from cchc.language.dates import Period
from cchc.language.figures import Figure, read_figures
from cchc.language.folding import fold
from cchc.language.indicators import indicator_words, likeness
from cchc.language.numbers import DecimalSign
from cchc.language.word_changes import WordChange, word_changes
from cchc.patterns import deferred

_WORD = deferred(r"[^\W_]+|[<>≥≤]")
_LEAST = 0.35
"""Likeness from which two figures can be of one indicator."""


class KpiSigns(NamedTuple):
    """The decimal signs of two plans."""

    old: DecimalSign
    new: DecimalSign


class _Pair(NamedTuple):
    old: Figure | None
    new: Figure | None


def kpi_facts(
    old: Place,
    new: Place,
    texts: Texts,
    signs: KpiSigns,
    what: What,
    field: str | None = None,
    lead_ins: tuple[str, str] = ("", ""),
) -> tuple[Fact, ...]:
    """The facts about the figures of two sentences; each says whether other words changed too."""
    before, after = texts.wordings(old.text, new.text)
    ours, theirs = figures_of(before, signs.old, lead_ins[0]), figures_of(after, signs.new, lead_ins[1])
    if not ours and not theirs:
        return ()
    words = word_changes(before.text, after.text)
    sides = Side(old.path, before.text), Side(new.path, after.text)
    facts = []
    for pair in _paired(ours, theirs):
        kind = kind_of(pair.old, pair.new, texts.old.period, texts.new.period)
        if kind is not None:
            name = (pair.new or pair.old or _nobody()).name
            figure = FigureChange(name, _at(pair.old), _at(pair.new))
            facts.append(Fact(kind, what, *sides, old.row, new.row, field, "words", words, figure=figure))
    if facts and any(not _of_figures(change, before.text, after.text, ours, theirs) for change in words):
        facts = [fact._replace(reworded=True) for fact in facts]
    return tuple(facts)


def figures_of(wording: Wording, decimal: DecimalSign, lead_in: str = "") -> tuple[Figure, ...]:
    """The figures of a text with their places in it as it prints."""
    found = read_figures(wording.written, lead_in=lead_in, decimal=decimal)
    if wording.written == wording.text:
        return found
    placed, behind = [], 0
    for figure in found:
        start = wording.text.find(wording.written[figure.start : figure.end], behind)
        if start >= 0:
            behind = start + figure.end - figure.start
            placed.append(figure._replace(start=start, end=behind))
    return tuple(placed)


def _nobody() -> Figure:
    raise AssertionError("a pair has a figure")


def _at(figure: Figure | None) -> tuple[int, int] | None:
    return (figure.start, figure.end) if figure else None


def _paired(old: Sequence[Figure], new: Sequence[Figure]) -> Iterator[_Pair]:
    like = [[_alike(ours, theirs, i, j) for j, theirs in enumerate(new)] for i, ours in enumerate(old)]
    pairs = assigned([[-each for each in row] for row in like])
    pairs = [(i, j) for i, j in pairs if like[i][j] >= _LEAST]
    yield from (_Pair(old[i], new[j]) for i, j in pairs)
    yield from (_Pair(figure, None) for i, figure in enumerate(old) if i not in {i for i, _ in pairs})
    yield from (_Pair(None, figure) for j, figure in enumerate(new) if j not in {j for _, j in pairs})


def _alike(old: Figure, new: Figure, i: int, j: int) -> float:
    """How surely two figures of a sentence are of one indicator: by its words, for whom, and their places."""
    if old.unit != new.unit:
        return 0.0
    if old.id and new.id:
        return float(old.id == new.id)
    ours, theirs = indicator_words(old.name), indicator_words(new.name)
    shared = 2 * len(set(ours) & set(theirs)) / (len(set(ours)) + len(set(theirs)) or 1)
    named = max(likeness(ours, theirs), shared) if ours or theirs else 1.0
    return 0.6 * named + 0.2 * (old.scope == new.scope) + 0.15 * (i == j) + 0.05 * (old.value == new.value)


def kind_of(old: Figure | None, new: Figure | None, old_period: Period, new_period: Period) -> Kind | None:
    """What became of an indicator; None where it is as it was."""
    if old is None or new is None:
        return "kpi-added" if old is None else "kpi-removed"
    if old.bound != new.bound:
        return "kpi-bound" if (old.value, old.upper) == (new.value, new.upper) else _moved(old, new) or "kpi-bound"
    due_old = old.due_year - old_period.first if old.due_year else None
    due_new = new.due_year - new_period.first if new.due_year else None
    if _moved(old, new) is None and (due_old != due_new and old.due_year != new.due_year) and due_old and due_new:
        return "kpi-changed"
    if _moved(old, new) is None and (old.change, old.scope, old.rate) != (new.change, new.scope, new.rate):
        return "kpi-changed"
    return _moved(old, new)


def _moved(old: Figure, new: Figure) -> Kind | None:
    """Raised or lowered, by the number itself: what is better depends on the bound, and is not said here."""
    before, after = (old.value, old.upper or old.value), (new.value, new.upper or new.value)
    if before == after:
        return None
    return "kpi-raised" if (after[1], after[0]) > (before[1], before[0]) else "kpi-lowered"


def _of_figures(change: WordChange, old: str, new: str, ours: Sequence[Figure], theirs: Sequence[Figure]) -> bool:
    """Whether a change lies in a figure and the words that bind it ("ít nhất", "trở lên")."""
    return _inside(change.old_start, change.old_end, old, ours) and _inside(
        change.new_start, change.new_end, new, theirs
    )


def _inside(start: int, end: int, text: str, figures: Sequence[Figure]) -> bool:
    return start == end or any(first <= start and end <= last for first, last in (_reach(text, f) for f in figures))


def _reach(text: str, figure: Figure) -> tuple[int, int]:
    """The characters of a figure with its cue words."""
    before = list(_WORD.finditer(text, 0, figure.start))
    kept = read_before([fold(match[0]) for match in before]).kept
    first = before[kept].start() if kept < len(before) else figure.start
    after = list(_WORD.finditer(text, figure.end, min(len(text), figure.end + 20)))
    follows = read_after([fold(match[0]) for match in after])
    return first, after[1].end() if follows and len(after) > 1 else figure.end
