"""What is said of parts of two plans that cannot be compared, since only one has the form for them."""

from __future__ import annotations

from cchc.compare.comparison import LeftOut
from cchc.compare.names import WHATS, field_name
from cchc.diagnostics import Wording

NOT_COMPARED = Wording("Không so được", "Not compared")
"""What stands over or before such sentences."""
_SIDES = {
    "old": (Wording("kế hoạch cũ", "the old plan"), Wording("kế hoạch mới", "the new one")),
    "new": (Wording("kế hoạch mới", "the new plan"), Wording("kế hoạch cũ", "the old one")),
}
_ROWS = Wording(
    "{rows} {what} của {one} (“{tables}”): {other} không có loại dòng này",
    "rows of the kind {what} in {one} (“{tables}”, {rows}): {other} has no such rows",
)
_CELLS = Wording(
    "{what} ở {rows} dòng của {one} (“{tables}”): {other} không có cột này",
    "{what} of {rows} row(s) of {one} (“{tables}”): {other} has no such column",
)


def left_out(part: LeftOut) -> Wording:
    """The sentence about ``part``, without a capital and a stop."""
    one, other = _SIDES[part.side]
    what = field_name(part.field) if part.field else WHATS[part.what]
    tables = "”, “".join(part.tables)
    wording = _CELLS if part.field else _ROWS
    return Wording(
        wording.vi.format(rows=part.rows, what=what.vi, one=one.vi, other=other.vi, tables=tables),
        wording.en.format(rows=part.rows, what=what.en, one=one.en, other=other.en, tables=tables),
    )
