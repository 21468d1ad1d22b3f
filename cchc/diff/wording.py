"""The texts of a plan as two plans are compared by them: printed, folded, with the plan's own years set aside."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from cchc.diff.facts import Extent
from cchc.language.abbreviations import spelled_out
from cchc.language.dates import Period, read_period
from cchc.language.folding import fold
from cchc.language.footnotes import without_marks
from cchc.language.marks import printed
from cchc.language.own_years import SAME, counted_years, moved_on
from cchc.lower.names import reference_names, resolved
from cchc.model.blocks import Prose, sentences
from cchc.model.cells import Value, words_of
from cchc.model.plan import Plan
from cchc.patterns import deferred

_WORD = deferred(r"[^\W_]+|\ue000")
_SPOKEN = deferred(r"[^\W_]+(?:[.,/](?=\d)\d+)*%?|[<>≥≤+%]")
_DAY = deferred(r"(?<!\d)0?(\d{1,2})(?: tháng |/)0?(\d{1,2})(?: năm |/)(\d{4})(?!\d)")
_MARKED = deferred(r"<|\[\^")
# Rows share their words: folding each anew would take most of the time.
_fold_word = lru_cache(maxsize=16384)(fold)


class Wording(NamedTuple):
    """A text and its keys: ``written`` as typed, ``text`` as it prints.

    ``counted`` is folded, with the plan's own years counted from its first; ``neutral`` has one sign for all of them.
    ``words`` are those of ``neutral``, abbreviations spelled out. ``first_year`` is the first of the plan's.
    """

    written: str
    text: str
    counted: str
    neutral: str
    words: tuple[str, ...]
    first_year: int


class Wordings:
    """The wordings of one plan's texts."""

    def __init__(self, plan: Plan) -> None:
        self.period: Period = read_period(plan.period)
        self._names = reference_names(plan)
        self._known: dict[str, Wording] = {}

    def of(self, text: str) -> Wording:
        """The wording of ``text`` as the plan holds it."""
        if text not in self._known:
            self._known[text] = self._read(text)
        return self._known[text]

    def _read(self, text: str) -> Wording:
        shown = text
        if _MARKED.search(text):
            shown = without_marks(resolved(printed(text), self._names))
        folded = _folded(shown)
        counted, neutral = counted_years(folded, self.period)
        words = spelled_out(_WORD.findall(neutral))
        return Wording(text, shown, counted, neutral, words, self.period.first)


def _folded(text: str) -> str:
    return " ".join(map(_fold_word, text.split()))


def text_of(value: Value | None) -> str:
    """The words of a cell, its paragraphs on lines of their own; a cell that only names bodies has their names."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return "\n".join(f"{year}: {text}" for year, text in value.items() if text)
    words: Prose | None = words_of(value)
    bodies = getattr(value, "bodies", ())
    return "\n".join(sentences(words)) if words is not None else "; ".join(bodies)


def extent_of(old: Wording, new: Wording) -> Extent | None:
    """In what two texts differ; None where they print the same, or say the same by the same letters.

    A reference that prints another number because something was put before what it points at is no difference.
    """
    if old.text == new.text or old.written == new.written:
        return None
    years = new.first_year - old.first_year
    if old.counted == new.counted:
        return "years" if years and SAME in old.counted else "spelling"
    before, after = _folded(old.text), _folded(new.text)
    if before == after:
        return "spelling"
    if moved_on(before, after, years):
        return "years"
    before, after = _said(before), _said(after)
    if before == after:
        return "spelling"
    return "years" if moved_on(before, after, years) else "words"


def _said(folded: str) -> str:
    """The words of a text without signs between them, abbreviations spelled out, days in figures."""
    dated = _DAY.sub(r"\1/\2/\3", folded)
    return " ".join(spelled_out(_SPOKEN.findall(dated)))
