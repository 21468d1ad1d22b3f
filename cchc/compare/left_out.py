"""What is said of parts of two plans that cannot be compared, since only one has the form for them."""

from __future__ import annotations

from cchc.compare.comparison import LeftOut
from cchc.compare.names import WHATS, field_name
from cchc.diagnostics import Wording

_SIDES = {
    "old": (Wording("kế hoạch cũ", "the old plan"), Wording("kế hoạch mới", "the new one")),
    "new": (Wording("kế hoạch mới", "the new plan"), Wording("kế hoạch cũ", "the old one")),
}
_ROWS = Wording(
    "không so sánh {rows} {what} của {one} ({tables}): {other} không có loại dòng này",
    "not compared: {rows} of {what} in {one} ({tables}), which {other} has no rows of",
)
_CELLS = Wording(
    "không so sánh {what} ở {rows} dòng của {one} ({tables}): {other} không có cột này",
    "not compared: {what} in {rows} row(s) of {one} ({tables}), which {other} has no column for",
)


def left_out(part: LeftOut) -> Wording:
    """The sentence about ``part``, without a stop at its end."""
    one, other = _SIDES[part.side]
    what = field_name(part.field) if part.field else WHATS[part.what]
    tables = "; ".join(part.tables)
    wording = _CELLS if part.field else _ROWS
    return Wording(
        wording.vi.format(rows=part.rows, what=what.vi, one=one.vi, other=other.vi, tables=tables),
        wording.en.format(rows=part.rows, what=what.en, one=one.en, other=other.en, tables=tables),
    )
