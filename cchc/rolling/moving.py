"""A whole plan to the changes that make the next period's plan of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from cchc.edit.changes import Change, Dropped, Emptied, Noted, Piece, Renamed, Reworded
from cchc.language.dates import NotADate, Period, read_period
from cchc.language.folding import fold
from cchc.model.body import Section
from cchc.model.cells import Cells
from cchc.model.fields import FieldKind
from cchc.model.plan import Plan
from cchc.model.walk import parts, texts
from cchc.registry.registry import Registry
from cchc.rolling.endings import Ending
from cchc.rolling.leaving import Leaving, leaving
from cchc.rolling.naming import missing_ids
from cchc.rolling.roles import role_of
from cchc.rolling.succeeding import Days, with_pieces
from cchc.rolling.territory import Territory, territory
from cchc.rolling.wordings import Moving, Wording, reworded, words_of_title
from cchc.rolling.years import Shift
from cchc.source import KeyPath

_BLANK: tuple[KeyPath, ...] = (("act", "number"), ("act", "date"), ("act", "signatory", "name"))
_LOOK = "không tự đổi được chỗ này: {notes}"


class Move(NamedTuple):
    """Where a plan is to move: its new period, the day of the new act, the unit that was asked for, and from where.

    ``source`` is the name of the old plan's file; ``has_head``: comments stand above its first key.
    """

    new: Period
    day: date
    jurisdiction: str | None
    source: str
    has_head: bool


class Counts(NamedTuple):
    """How many places were changed by themselves: years, bodies, names of the unit, blanks, ids."""

    years: int
    bodies: int
    units: int
    blanks: int
    ids: int


class Moved(NamedTuple):
    """The changes of a plan, with the rows that end, and how many of each kind they are."""

    changes: tuple[Change, ...]
    endings: tuple[Ending, ...]
    counts: Counts


def moved(plan: Plan, old_day: date, move: Move, registry: Registry, declared: Mapping[str, FieldKind]) -> Moved:
    """The changes that make of ``plan``, whose names are read on ``old_day``, the plan of ``move``.

    ``declared`` are the kinds of the fields that its layouts bring.
    """
    shift = Shift(read_period(plan.period), move.new)
    days = Days(old_day, move.day)
    units = territory(plan.jurisdiction, move.jurisdiction, days, registry)
    moving = Moving(shift, days, registry, units, words_of_title(plan.title or ""))
    left = leaving(plan, shift)
    wordings = [(path, text, word) for path, text, word in _wordings(plan, moving, declared) if not left.covers(path)]
    ids = [named for named in missing_ids(plan) if not left.covers(named.path)]
    blanks = [Emptied(path) for path in _BLANK if _value(plan, path)]
    changes: list[Change] = [
        *_head(plan, move, shift),
        *_units(plan, units, move),
        *blanks,
        *(change for path, text, word in wordings for change in _changes(path, word)),
        *_merged(plan, wordings),
        *_figures(plan, shift, left),
        *_by_year(plan, shift, left),
        *(Dropped(path, f"việc này đã xong cùng kỳ {shift.old}: bỏ dòng này") for path in left.paths),
        *(Noted(ending.path, f"{ending.why}; {ending.kept}") for ending in left.staying),
        *ids,
    ]
    counts = Counts(
        sum(len(word.years) for _, _, word in wordings) + 1,
        sum(len(word.bodies) for _, _, word in wordings),
        sum(len(word.units) for _, _, word in wordings) + bool(units and units.renamed),
        len(blanks),
        len(ids),
    )
    return Moved(tuple(changes), left.endings, counts)


def _wordings(plan: Plan, moving: Moving, declared: Mapping[str, FieldKind]) -> Iterator[tuple[KeyPath, str, Wording]]:
    for path, text in texts(plan):
        role = role_of(path, declared)
        if role != "still":
            yield path, text, reworded(text, role, moving)


def _changes(path: KeyPath, word: Wording) -> Iterator[Change]:
    if word.pieces:
        wanted = ", ".join(f"“{piece.text}”" for piece in word.pieces)
        yield Reworded(path, word.pieces, _LOOK.format(notes=wanted))
    if word.notes:
        yield Noted(path, "; ".join(dict.fromkeys(word.notes)))


def _value(plan: Plan, path: KeyPath) -> object:
    value: object = plan
    for step in path:
        value = getattr(value, str(step), None)
    return value


def _head(plan: Plan, move: Move, shift: Shift) -> Iterator[Change]:
    """The period itself, and what stands around it: where the plan comes from, the plan that it carries out."""
    whole = plan.period
    first = whole.index(f"{shift.old.first:04}")
    pieces = [Piece(first, first + 4, f"{shift.new.first:04}")]
    if shift.old.only_year is None:
        last = whole.rindex(f"{shift.old.last:04}")
        pieces.append(Piece(last, last + 4, f"{shift.new.last:04}"))
    yield Reworded(("period",), tuple(pieces), "")
    if move.has_head:
        yield Noted(("period",), f"soạn từ {move.source}; chú thích ở đầu tệp còn nói về kế hoạch ấy")
    if plan.implements and _is_past(plan.implements, shift):
        yield Noted(("implements",), f"kế hoạch {plan.implements} không gồm {_years(shift.new)}")


def _is_past(plan_id: str, shift: Shift) -> bool:
    """Whether an id says the years of its plan, and these end before the new period."""
    try:
        return read_period(plan_id).last < shift.new.first
    except NotADate:
        return False


def _years(period: Period) -> str:
    return f"năm {period}" if period.only_year else f"giai đoạn {period.first} - {period.last}"


def _units(plan: Plan, units: Territory | None, move: Move) -> Iterator[Change]:
    """The unit of the plan: the one that was asked for; one that is gone stays, and is marked."""
    if units is None or plan.jurisdiction is None:
        return
    if move.jurisdiction and move.jurisdiction != plan.jurisdiction:
        yield Reworded(("jurisdiction",), (Piece(0, len(plan.jurisdiction), move.jurisdiction),), move.jurisdiction)
    if units.after is not None and units.old.body is not None and not move.jurisdiction:
        ended = units.old.body.valid_to
        since = f" từ {ended.day}/{ended.month}/{ended.year}" if ended else ""
        same = units.after.name.endswith(units.old.name)
        now = "vẫn tên ấy nhưng địa bàn khác: xem lại cả kế hoạch" if same else f"nay là {units.after.name}: sửa ở đây"
        yield Noted(("jurisdiction",), f"{units.old.unit} sắp xếp lại{since}, {now}, hoặc tạo lại với --jurisdiction")


def _merged(plan: Plan, wordings: list[tuple[KeyPath, str, Wording]]) -> Iterator[Change]:
    """Sections of one body side by side, once the body of one took over from the other's."""
    after = {path: with_pieces(text, word.pieces) for path, text, word in wordings}
    changed = {path for path, _, word in wordings if word.bodies}
    agencies: dict[tuple[KeyPath, str], list[KeyPath]] = {}
    for path, part in parts(plan.body, ("body",)):
        if isinstance(part, Section) and part.agency:
            here = (*path, "agency")
            agencies.setdefault((path[:-1], fold(after.get(here, part.agency))), []).append(here)
    for places in agencies.values():
        if len(places) > 1 and changed.intersection(places):
            for place in places:
                if place in changed:
                    yield Noted(place, f"đã có mục khác của {after[place].rstrip(' :')}: gộp hai mục")


def _figures(plan: Plan, shift: Shift, left: Leaving) -> Iterator[Change]:
    """Tables whose scores or budgets are those of the old period, each once."""
    for path, table in plan.tables():
        held = [part for here, part in parts(table, path) if isinstance(part, Cells) and not left.covers(here)]
        scores = any(part.score is not None and (part.score.achieved or part.score.target) for part in held)
        budgets = any(part.budget for part in held)
        what = [word for word, there in (("điểm", scores), ("kinh phí", budgets)) if there]
        if what:
            yield Noted(path, f"{' và '.join(what)} trong bảng này là của {_years(shift.old)}")


def _by_year(plan: Plan, shift: Shift, left: Leaving) -> Iterator[Change]:
    """Fields with a value for each year: the years move, and the values are marked."""
    for path, part in parts(plan):
        held = part.fields.items() if isinstance(part, Cells) and not left.covers(path) else ()
        for name, value in held:
            if isinstance(value, dict):
                here = (*path, "fields", name)
                yield from (Renamed((*here, year), f"{int(year) + shift.years:04}") for year in value)
                yield Noted(here, f"giá trị từng năm là của {_years(shift.old)}")
