"""The columns that say where an exported row comes from: its plan, for whom that holds, the act, the years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from cchc.language.dates import Period, read_period
from cchc.lower.act import act_number
from cchc.lower.derived import act_day, issuer_name, jurisdiction
from cchc.model.layout import Layout
from cchc.model.plan import Plan
from cchc.registry.issuer import letterhead_lines
from cchc.registry.jurisdiction import Jurisdiction, jurisdiction_of, proper_name
from cchc.registry.registry import Registry
from cchc.tables.columns import Column, Value

ORIGIN = (
    Column("plan", "text", "Mã kế hoạch", 14),
    Column("jurisdiction", "text", "Địa phương", 18),
    Column("province", "text", "Tỉnh, thành phố", 16),
    Column("province_code", "text", "Mã tỉnh", 9),
    Column("issuer", "text", "Cơ quan ban hành", 26),
    Column("act_kind", "text", "Loại văn bản", 13, {"decision": "Quyết định", "plan": "Kế hoạch"}),
    Column("act_number", "text", "Số, ký hiệu", 16),
    Column("act_date", "day", "Ngày ban hành", 14),
    Column("period", "text", "Kỳ kế hoạch", 12),
    Column("period_start", "whole", "Từ năm", 8),
    Column("period_end", "whole", "Đến năm", 8),
)


class Subject(NamedTuple):
    """A plan to be exported: under which id, drawn by which layouts, its bodies those of which day.

    ``layouts`` are by name, with their years filled in.
    """

    id: str
    plan: Plan
    layouts: Mapping[str, Layout]
    registry: Registry
    day: date

    @property
    def period(self) -> Period:
        """The years of the plan."""
        return read_period(self.plan.period)


def origin_of(subject: Subject) -> tuple[Value, ...]:
    """The values of ``ORIGIN``, which all rows of a plan share."""
    plan, registry, period = subject.plan, subject.registry, subject.period
    unit = jurisdiction(plan, registry)
    province = next((each.body for each in _units(plan, unit, subject) if each.body), None)
    return (
        subject.id,
        unit.unit if unit else None,
        proper_name(province.name) if province else None,
        province.gso_code if province else None,
        issuer_name(plan, registry) or None,
        plan.act.kind,
        act_number(plan, registry),
        act_day(plan.act),
        str(period),
        period.first,
        period.last,
    )


def _units(plan: Plan, unit: Jurisdiction | None, subject: Subject) -> Iterator[Jurisdiction]:
    """The units that may be the province: the plan's own, then those in the names of the issuer and of its parent."""
    if unit is not None:
        yield unit
    for name in (plan.act.issuer, plan.act.parent):
        for words in letterhead_lines(name)[1:] if name else ():
            yield jurisdiction_of(words, subject.registry, subject.day)
