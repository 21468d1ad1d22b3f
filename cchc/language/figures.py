"""The figures of a sentence as indicators: value and bound, what they count, for whom, until when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from cchc.language.bounds import Bound, Change, read_before, read_change
from cchc.language.clauses import Clause, Found, Word, flatten, read_clauses
from cchc.language.comparisons import Rate, read_comparison, read_due_year, read_rate, read_year
from cchc.language.marks import printed
from cchc.language.numbers import DecimalSign
from cchc.language.parts import Part, deal, keys
from cchc.language.scopes import Level
from cchc.patterns import deferred

__all__ = ["Figure", "printed", "read_figures"]


class Figure(NamedTuple):
    """A figure of a sentence, with what the words around it say.

    ``value`` is the number before the ``unit`` ("%", "bậc"; of a rank such as 40/63 the "/63"), ``upper`` the second
    one where ``bound`` is "between". A "target" is reached when at least that much is. ``name`` is the indicator,
    ``id`` the name of its mark. ``start`` and ``end`` are the figure's characters in the text, without the signs
    of a mark.
    """

    value: Decimal
    upper: Decimal | None
    unit: str
    bound: Bound
    change: Change | None
    compared_with: str | None
    scope: tuple[Level, ...]
    baseline_year: int | None
    due_year: int | None
    rate: Rate | None
    id: str | None
    name: str
    start: int
    end: int


@dataclass(slots=True)
class _Context:
    """What a sentence has said so far, for the clauses that leave it out."""

    lead: str
    lead_due: int | None
    name: str = ""
    words: str = ""
    due: int | None = None


@lru_cache(maxsize=1024)
def read_figures(text: str, *, lead_in: str = "", decimal: DecimalSign = ",") -> tuple[Figure, ...]:
    """The percentages of ``text`` and the figures of its marks, in their order.

    ``text`` is NFC. ``lead_in`` is the paragraph that leads in to it ("Phấn đấu đến hết năm 2025:"): it gives the due
    year, and the name where the clause of a figure holds nothing but figures, cue words and scopes. ``decimal`` is
    the plan's decimal sign. Marks that cannot be read are left out here: ``marks.read_marks`` reports them.
    Objectives are what communes copy from their province, and reading one takes 0.3 ms.
    """
    if "%" not in text and "<" not in text:
        return ()
    flat = flatten(text)
    lead = flatten(lead_in).strip().rstrip(":")
    context = _Context(_trim(lead), read_due_year(lead))
    return tuple(figure for clause in read_clauses(flat, decimal) for figure in _read_clause(flat, clause, context))


def _read_clause(text: str, clause: Clause, context: _Context) -> Iterator[Figure]:
    """The figures of ``clause``; ``context`` goes on to what the next clause needs."""
    if clause.opened_by == ":":
        context.lead, context.lead_due = context.name or context.words, context.due or context.lead_due
    if clause.opened_by in (":", ".", "\n"):
        context.name, context.words, context.due = "", "", None
    if not clause.figures:
        words = clause.gaps[0]
        context.words = _trim(_join(text, words[: read_before(keys(words)).kept])) or context.words
        context.due = context.due or read_due_year(text[clause.start : clause.end])
        return
    parts = deal(clause)
    comparisons = _comparisons(text, parts)
    previous: Figure | None = None
    for part, name, compared_with in zip(parts, _names(text, parts), comparisons, strict=True):
        own = name or context.name or (context.words if clause.opened_by in ("(", ")") else "")
        context.name = own or context.lead
        for figure in _read_part(text, clause, part, compared_with, context, previous):
            previous = figure
            yield figure


def _comparisons(text: str, parts: Sequence[Part]) -> list[str | None]:
    """With what each part is compared; one that goes on in the next shares what that one says."""
    said: list[str | None] = []
    behind: Part | None = None
    for part in reversed(parts):
        own = read_comparison(_behind(text, part)) or read_comparison(_join(text, part.words_before))
        shared = said[-1] if said and behind and behind.continues else None
        said.append(own or shared)
        behind = part
    return said[::-1]


def _read_part(
    text: str, clause: Clause, part: Part, compared_with: str | None, context: _Context, previous: Figure | None
) -> Iterator[Figure]:
    before, after = _join(text, part.words_before), text[part.figures[-1].outer_end : clause.end]
    context.due = read_due_year(before, _behind(text, part)) or context.due
    like = previous if part.continues else None
    change = read_change(keys(part.before)) or (like.change if like else None)
    for found, levels in zip(part.figures, part.levels, strict=True):
        yield Figure(
            value=found.value,
            upper=found.upper,
            unit=found.unit,
            bound=_bound(found, part, like),
            change=change,
            compared_with=compared_with,
            scope=levels,
            baseline_year=read_year(compared_with) if compared_with else None,
            due_year=context.due or context.lead_due,
            rate=read_rate(before, after),
            id=found.id,
            name=context.name,
            start=found.start,
            end=found.end,
        )


def _bound(found: Found, part: Part, like: Figure | None) -> Bound:
    """How ``found`` binds; a rank is reached from above, so that at least this rank is at most its number."""
    if found.upper is not None:
        return "between"
    bound = part.bound or ("at_least" if found.sign == "≥" else "at_most" if found.sign == "≤" else None)
    bound = bound or (like.bound if like and like.bound != "between" else "target")
    ranked = found.unit.startswith("/") or keys(part.before)[-2:] == ["trong", "nhóm"]
    return "at_most" if ranked and bound in ("at_least", "target") else bound


_LEADING = deferred(
    r"(?:(?:và|hoặc|trong (?:số )?đó|đồng thời|phấn đấu|(?:tính )?(?:đến|vào) (?:hết |cuối )?năm [0-9]{4})"
    r"(?:[\s,–-]++|$)|[\s,–-]++)++",
    re.IGNORECASE,
)
_TRAILING = deferred(r"(?:[\s,]++(?:và|hoặc|trong (?:số )?đó|cho đến khi)?+)++$", re.IGNORECASE)
_PURPOSE = deferred(r"(?:để|nhằm)\s", re.IGNORECASE)
_IDLE = deferred(r"(?:^|,\s*)(?:đảm bảo|bảo đảm|phấn đấu)$", re.IGNORECASE)


def _names(text: str, parts: Sequence[Part]) -> list[str]:
    """The indicator of each part; one without words of its own shares those of the part that it is joined to."""
    names: list[str] = []
    joined = False
    for part in reversed(parts):
        own = _name(text, part)
        names.append(own or (names[-1] if joined else ""))
        joined = not _trim(_join(text, part.before))
    return names[::-1]


def _name(text: str, part: Part) -> str:
    """The indicator's words: those before and those after the figure, without cues and connectors.

    Where a comma stands right before the figure, it begins a statement of its own with the words behind it. A purpose
    right behind the figure ("đạt 100% để đảm bảo …") is none of the indicator's words.
    """
    before, after = _IDLE.sub(",", _join(text, part.before)), _trim(_behind(text, part))
    if _PURPOSE.match(after):
        after = ""
    if after and before.rstrip().endswith(","):
        return after
    return _trim(f"{_trim(before)} {after}")


def _trim(words: str) -> str:
    """``words`` without the connectors and commas at their ends."""
    stripped = words.strip(" ,–-")
    leading = _LEADING.match(stripped)
    return _TRAILING.sub("", stripped[leading.end() :] if leading else stripped)


def _behind(text: str, part: Part) -> str:
    """The words behind the figures of ``part``."""
    after = _join(text, part.after)
    return f"{after} {_join(text, part.closing)}" if part.closing else after


def _join(text: str, words: Sequence[Word]) -> str:
    """``words``, which stand side by side, as written, one space between them."""
    return " ".join(text[words[0].start : words[-1].end].split()) if words else ""
