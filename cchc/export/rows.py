"""The walk over a plan's rows: each with its words as they print and its typed months and bodies."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from cchc.language.dates import NotADate, Period, YearMonth, read_month, read_period
from cchc.language.footnotes import without_marks
from cchc.language.marks import printed
from cchc.lower.names import reference_names, resolved
from cchc.model.blocks import Prose, sentences
from cchc.model.cells import CellValue, Printed, Who, words_of
from cchc.model.fields import TIME_FIELDS, RowKey
from cchc.model.inheritance import PlacedRow, placed_rows
from cchc.model.plan import Plan
from cchc.registry.reading import Mention, read_bodies
from cchc.registry.registry import Registry
from cchc.source import KeyPath

if TYPE_CHECKING:
    from cchc.language.timing import Timing


_ASSIGNING = frozenset({"lead", "support", *TIME_FIELDS})


class PlanRow(NamedTuple):
    """A printed row of a table.

    ``table`` counts the plan's tables from 0. ``title`` and ``cells`` hold paragraphs as they print, by field; months
    stand there as typed. ``written`` has the cells as the plan holds them. ``carries``: it is a task of its own, with
    no rows below or with a word on who does it or when. ``merged`` are the fields in which the cell above goes on.
    """

    table: int
    path: KeyPath
    key: RowKey
    depth: int
    holds_rows: bool
    carries: bool
    title: tuple[str, ...]
    cells: Mapping[str, tuple[str, ...]]
    written: Mapping[str, CellValue]
    merged: frozenset[str]
    period: Period

    @property
    def start(self) -> YearMonth | None:
        """The month in which it starts; None without one, or for one that a check reports."""
        return _month(self.cells.get("start"), self.period)

    @property
    def end(self) -> YearMonth | None:
        """The month in which it ends; None without one, or for one that a check reports."""
        return _month(self.cells.get("end"), self.period)

    @property
    def timing(self) -> "Timing | None":
        """What the free phrase of its time means; None where it has none."""
        if "when" not in self.cells:
            return None
        # Only who exports or compares asks for it, and its patterns cost every build some milliseconds.
        from cchc.language.timing import read_timing

        return read_timing(" ".join(self.cells["when"]), self.period)


def plan_rows(plan: Plan) -> Iterator[PlanRow]:
    """Every row of ``plan`` in printing order."""
    period = read_period(plan.period)
    words = _Words(reference_names(plan))
    for index, (path, table) in enumerate(plan.tables()):
        for placed in placed_rows(table):
            yield _row(index, path, placed, period, words)


class _Words(dict[str, tuple[str, ...]]):
    """What texts print; rows repeat leads and months, so each is read once."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names

    def __missing__(self, text: str) -> tuple[str, ...]:
        self[text] = found = as_printed(text, self._names)
        return found

    def of(self, value: Prose | Who | None) -> tuple[str, ...]:
        """The paragraphs of ``value``."""
        return self[value] if isinstance(value, str) else as_printed(value, self._names)


def _row(table: int, path: KeyPath, placed: PlacedRow, period: Period, words: _Words) -> PlanRow:
    return PlanRow(
        table,
        (*path, *placed.path),
        placed.key,
        placed.depth,
        placed.holds_rows,
        not placed.continues and (not placed.holds_rows or not _ASSIGNING.isdisjoint(placed.cells)),
        words.of(placed.row.title),
        {name: text for name, value in placed.cells.items() if (text := words.of(value))},
        placed.cells,
        placed.merged,
        period,
    )


def as_printed(value: Prose | Who | None, names: Mapping[str, str]) -> tuple[str, ...]:
    """The paragraphs of ``value`` with marks and references replaced by what they print; most cells have none."""
    if isinstance(value, str) and not ("<" in value or "\n" in value or "[^" in value):
        return (value.strip(),)
    return tuple(without_marks(resolved(printed(text), names)).strip() for text in sentences(words_of(value)))


def _month(typed: tuple[str, ...] | None, period: Period) -> YearMonth | None:
    try:
        return read_month(typed[0], period) if typed else None
    except NotADate:
        # A check reports it; the row still has its other cells.
        return None


def bodies_of(value: Prose | Who | None, registry: Registry, on: date | None = None) -> tuple[Mention, ...]:
    """The bodies, office-holders and classes that a lead or support names, in their order."""
    if isinstance(value, Printed) and value.bodies:
        return tuple(mention for name in value.bodies for mention in read_bodies(name, registry, on))
    return tuple(mention for text in sentences(words_of(value)) for mention in read_bodies(text, registry, on))


def leads(rows: Iterable[PlanRow], registry: Registry) -> tuple[str, ...]:
    """The different bodies and classes that lead one of ``rows``, each once, in their order.

    A body is named by its id in the registry, whatever words call it, and by its words where it has none.
    """
    different = dict.fromkeys(row.written["lead"] for row in rows if "lead" in row.written)
    mentions = (mention for value in different for mention in bodies_of(value, registry))
    return tuple(dict.fromkeys(mention.id or mention.printed for mention in mentions))
