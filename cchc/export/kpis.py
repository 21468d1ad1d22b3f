"""The walk over a plan's KPIs: the figures of its objectives, and those that rows state as indicator or measures."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from cchc.export.rows import PlanRow
from cchc.language.figures import Figure, read_figures
from cchc.language.footnotes import without_marks
from cchc.language.numbers import DecimalSign
from cchc.model.blocks import Block, sentences

KpiField: TypeAlias = Literal["indicator", "measures"]
KPI_FIELDS: tuple[KpiField, ...] = ("indicator", "measures")


class RowKpi(NamedTuple):
    """A figure that a row states: the row, by its place among those asked for (from 0), the field and the figure.

    ``sentence`` is the one that states it, as typed.
    """

    number: int
    row: PlanRow
    field: KpiField
    figure: Figure
    sentence: str


def row_kpis(rows: Iterable[PlanRow], decimal: DecimalSign = ",") -> Iterator[RowKpi]:
    """The figures of ``rows`` in printing order; a cell that goes on from the row above counts there.

    ``decimal`` settles a sign before exactly three digits, as a plan's own ``decimal`` does.
    """
    for number, row in enumerate(rows):
        for field in KPI_FIELDS:
            written = None if field in row.merged else row.written.get(field)
            if isinstance(written, str | Block):
                for sentence in sentences(written):
                    for figure in read_figures(without_marks(sentence), decimal=decimal):
                        yield RowKpi(number, row, field, figure, sentence)
