"""The table of KPIs: a row for each figure that the plan's objectives aim at, and that its rows state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from cchc.export.around import REFORM_WORDS, reform_told, table_titles
from cchc.export.kpis import row_kpis
from cchc.export.naming import digest, path_text
from cchc.export.origin import ORIGIN, Subject, origin_of
from cchc.export.rows import PlanRow, as_printed
from cchc.language.figures import Figure
from cchc.lower.names import reference_names
from cchc.model.blocks import KpiNote
from cchc.model.objectives import Objective
from cchc.model.plan import Plan
from cchc.model.reforms import Reform
from cchc.model.sums import figure_if_any
from cchc.source import KeyPath
from cchc.tables.columns import Column, Row, Table, Value

_SOURCES = {"objective": "mục tiêu", "indicator": "yêu cầu, chỉ số", "measures": "nhiệm vụ, giải pháp"}
_BOUNDS = {
    "target": "đạt",
    "at_least": "ít nhất",
    "at_most": "nhiều nhất",
    "above": "trên",
    "below": "dưới",
    "about": "khoảng",
    "between": "từ … đến …",
}
_LEVELS = {"tinh": "province", "huyen": "district", "xa": "commune"}
_RATES = {"năm": "year", "quý": "quarter"}

KPIS = Table(
    "kpis",
    "Chỉ tiêu (KPI)",
    (
        *ORIGIN,
        Column("source", "text", "Nêu ở", 14, _SOURCES),
        Column("reform", "text", "Nội dung cải cách", 22, REFORM_WORDS),
        Column("name", "text", "Chỉ tiêu", 46),
        Column("bound", "text", "Chiều so sánh", 13, _BOUNDS),
        Column("value", "number", "Giá trị", 10),
        Column("upper", "number", "Đến giá trị", 10),
        Column("unit", "text", "Đơn vị", 9),
        Column("change", "text", "Tăng, giảm", 9, {"increase": "tăng", "decrease": "giảm"}),
        Column("compared_with", "text", "So với", 18),
        Column("rate", "text", "Mỗi", 7, {"year": "năm", "quarter": "quý"}),
        Column("scope", "texts", "Cấp", 9, {"province": "tỉnh", "district": "huyện", "commune": "xã"}),
        Column("year", "whole", "Năm phải đạt", 9),
        Column("due_year", "whole", "Năm ghi trong câu", 9),
        Column("baseline", "number", "Giá trị gốc", 10),
        Column("baseline_text", "text", "Giá trị gốc, nguyên văn", 14),
        Column("baseline_year", "whole", "Năm gốc", 9),
        Column("text", "text", "Nguyên văn", 60),
        Column("lead_in", "text", "Lời dẫn", 30),
        Column("task_title", "text", "Nhiệm vụ", 40),
        Column("kpi_id", "text", "Mã chỉ tiêu", 14),
        Column("objective_id", "text", "Mã mục tiêu", 14),
        Column("number", "whole", "Thứ tự trong câu", 9),
        Column("path", "text", "Vị trí trong tệp", 30),
        Column("task_path", "text", "Vị trí của nhiệm vụ", 30),
        Column("digest", "text", "Dấu vân tay", 34),
    ),
)


class _Stated(NamedTuple):
    """A figure with the sentence that states it, as it prints, and what stands around that."""

    source: str
    path: KeyPath
    text: str
    figure: Figure
    reform: Reform | None
    lead_in: str = ""
    task: PlanRow | None = None


def kpi_rows(
    subject: Subject, objectives: Iterable[Objective], rows: Iterable[PlanRow], notes: Mapping[str, KpiNote]
) -> Iterator[Row]:
    """The rows of ``KPIS`` for a plan: figures of its objectives, then of its rows, in printing order.

    ``notes`` are what the plan says of its KPIs besides their sentences, by their ids.
    """
    origin, last = origin_of(subject), subject.period.last
    path: KeyPath = ()
    number = 0
    for stated in chain(_of_objectives(subject.plan, objectives), _of_rows(subject.plan, rows)):
        number = number + 1 if stated.path == path else 1
        path = stated.path
        yield (*origin, *_values(stated, number, notes.get(stated.figure.id or ""), subject.plan, last))


def _of_objectives(plan: Plan, objectives: Iterable[Objective]) -> Iterator[_Stated]:
    names = reference_names(plan)
    for each in objectives:
        text, lead_in = (" ".join(as_printed(words, names)) for words in (each.text, each.lead_in))
        for figure in each.figures:
            yield _Stated("objective", each.path, text, figure, each.reform, lead_in)


def _of_rows(plan: Plan, rows: Iterable[PlanRow]) -> Iterator[_Stated]:
    names, tables = reference_names(plan), dict(table_titles(plan))
    read = tuple(rows)
    titles = {row.path: " ".join(row.title) for row in read if row.holds_rows}
    of_table = [tables.get(path, "") for path, _ in plan.tables()]
    for kpi in row_kpis(read, plan.decimal):
        row = kpi.row
        around = (titles.get(row.path[:length], "") for length in range(len(row.path) - 2, 0, -2))
        reform = reform_told((" ".join(row.title), *around, of_table[row.table]))
        text = " ".join(as_printed(kpi.sentence, names))
        yield _Stated(kpi.field, (*row.path, kpi.field), text, kpi.figure, reform, task=row)


def _values(stated: _Stated, number: int, note: KpiNote | None, plan: Plan, last: int) -> Iterator[Value]:
    """The values behind ``ORIGIN``, in the order of the columns."""
    figure, task = stated.figure, stated.task
    baseline = note.baseline if note else None
    title = " ".join(task.title) if task else None
    yield from (stated.source, stated.reform, (note.name if note else None) or figure.name or title)
    yield (note.bound if note else None) or figure.bound
    yield from (figure.value, figure.upper, figure.unit or None, figure.change, figure.compared_with)
    yield _RATES[figure.rate] if figure.rate else None
    yield tuple(_LEVELS[level] for level in figure.scope) or None
    yield from (figure.due_year or last, figure.due_year)
    yield from (figure_if_any(baseline, plan.decimal) if baseline else None, baseline, figure.baseline_year)
    yield from (stated.text, stated.lead_in or None, title)
    yield from (figure.id, _objective_id(plan, stated.path) if task is None else None, number)
    yield from (path_text(stated.path), path_text(task.path) if task else None, digest([stated.text, number]))


def _objective_id(plan: Plan, path: KeyPath) -> str | None:
    """The id of the innermost part around an objective that has one, up to the section's list of objectives."""
    part: Any = plan
    found: str | None = None
    inside = False
    for step in path:
        part = part[step] if isinstance(step, int) else getattr(part, step)
        inside = inside or step == "objectives"
        found = (getattr(part, "id", None) or found) if inside else None
    return found
