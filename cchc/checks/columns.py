"""Fields that rows carry, against the columns of the layout that draws them: nothing may vanish unseen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cchc.diagnostics import Diagnostic, Rule, Severity, Wording
from cchc.model.inheritance import placed_rows
from cchc.model.layout import Layout
from cchc.model.plan import Plan
from cchc.source import SourceMap

NOT_SHOWN = Rule(
    "C101",
    "field-without-column",
    Severity.WARNING,
    Wording("không cột nào của bố cục “{layout}” in “{field}”", "no column of the layout “{layout}” shows “{field}”"),
    Wording(
        "bỏ khóa này, hoặc thêm cột “show: {field}” vào bố cục",
        "leave the key out, or add a column “show: {field}” to the layout",
    ),
)


def check_columns(plan: Plan, places: SourceMap, layouts: Mapping[str, Layout]) -> Iterator[Diagnostic]:
    """Every field that a row of ``plan`` writes and no column shows, at the row."""
    for index, appendix in enumerate(plan.appendices):
        layout = layouts.get(appendix.layout)
        if layout is None:
            continue
        shown = frozenset(layout.shown)
        for placed in placed_rows(appendix):
            for name in sorted(placed.row.own_fields - shown):
                path = ("appendices", index, *placed.path, name)
                yield NOT_SHOWN.at(places.key(path), layout=appendix.layout, field=name)
