"""Stretches of plans that the examples of several rules share: every one ends with its line."""

from __future__ import annotations

TASKS = "appendices:\n  - title: Nhiệm vụ\n    layout: tasks\n    tasks:\n"
"""An appendix of tasks, up to its rows."""

COSTS = "appendices:\n  - title: Dự toán\n    layout: du-toan\n    tasks:\n"
"""An appendix with an estimate, up to its rows."""

COST_LAYOUT = "layouts:\n  du-toan:\n    columns:\n      - {label: Nội dung, show: title, width: 60}\n"
"""The layout of that estimate, up to its column of money."""

COST_ROWS = '    rows: {tasks: "1"}\n'
"""The rows of that layout, behind its columns."""

SUMMED_COSTS = (
    COST_LAYOUT + "      - {label: Kinh phí, show: budget, unit: triệu đồng, sum: rows, width: 40}\n" + COST_ROWS
)
"""The whole layout with a column of money that is added up."""
