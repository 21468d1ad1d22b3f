"""The rows that a plan leaves behind in the old period, and those that it cannot leave although they have ended."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from cchc.diagnostics import Wording
from cchc.model.blocks import sentences
from cchc.model.inheritance import placed_rows
from cchc.model.plan import Plan
from cchc.model.rows import Row, Table
from cchc.model.walk import ids, parts, texts
from cchc.rolling.endings import Ending, falls, goes_on, months_of, why_it_ends
from cchc.rolling.years import Shift
from cchc.source import KeyPath

_NOTHING_LEFT = Wording("không còn dòng nào bên dưới", "no row is left below it")


class Staying(NamedTuple):
    """A row that stays although it ended, or goes on beyond the period: the way to it, why, and what keeps it."""

    path: KeyPath
    why: str
    kept: str


class Leaving(NamedTuple):
    """What goes: ``paths`` to rows and lists, and the ``endings`` that are the reason; what was marked and stays."""

    paths: tuple[KeyPath, ...]
    endings: tuple[Ending, ...]
    staying: tuple[Staying, ...]
    going_on: frozenset[KeyPath]

    def covers(self, path: KeyPath) -> bool:
        """Whether what stands at ``path`` goes, or is a month of work that takes years and stays as it is."""
        if path[:-1] in self.going_on and path[-1] in ("start", "end"):
            return True
        return _below(path, self.paths)


def leaving(plan: Plan, shift: Shift) -> Leaving:
    """The rows of ``plan`` that end with the old period of ``shift``."""
    paths: list[KeyPath] = []
    endings: list[Ending] = []
    staying: list[Staying] = []
    on: set[KeyPath] = set()
    for path, table in plan.tables():
        ended = dict(_ended(table, path, shift))
        kept = {here: why for here in ended if (why := _kept_by(plan, table, path, here))}
        staying += [Staying(here, ended[here].why.vi, why) for here, why in kept.items()]
        going = {here: ending.why.vi for here, ending in ended.items() if here not in kept}
        gone = list(falls(table, path, going))
        if gone and all((*path, key) in gone for key, _, _ in table.children()):
            staying += [Staying(here, why, "cả bảng đã xong, nên chưa bỏ") for here, why in going.items()]
            continue
        paths += gone
        headings = [here for here in gone if here not in going and isinstance(here[-1], int)]
        endings += sorted([*(ended[here] for here in going), *_headings(table, path, headings, going)], key=_place)
        for here in _going_on(table, path, shift):
            on.add(here)
            staying.append(Staying(here, "việc kéo dài sang kỳ mới", "giữ nguyên tháng"))
    return Leaving(tuple(paths), tuple(endings), tuple(staying), frozenset(on))


def _ended(table: Table, path: KeyPath, shift: Shift) -> Iterator[tuple[KeyPath, Ending]]:
    """The outermost rows that end, with the way to each."""
    outer: list[KeyPath] = []
    for placed in placed_rows(table):
        here = (*path, *placed.row_path)
        if placed.continues or _below(here, outer):
            continue
        why = why_it_ends(placed, shift)
        if why:
            outer.append(here)
            yield here, Ending(here, " ".join(sentences(placed.row.title)), why, _count(placed.row))


def _headings(table: Table, path: KeyPath, gone: list[KeyPath], ended: Collection[KeyPath]) -> Iterator[Ending]:
    """The rows in ``gone`` that headed none but such as ``ended``, and those inside them."""
    for placed in placed_rows(table):
        here = (*path, *placed.row_path)
        if _below(here, gone) and not _below(here, ended):
            yield Ending(here, " ".join(sentences(placed.row.title)), _NOTHING_LEFT, 1)


def _below(path: KeyPath, outer: Collection[KeyPath]) -> bool:
    """Whether ``path`` is one of ``outer``, or leads on from it."""
    return any(path[: len(each)] == each for each in outer)


def _place(ending: Ending) -> tuple[tuple[int, str], ...]:
    return tuple((step, "") if isinstance(step, int) else (0, step) for step in ending.path)


def _count(row: Row) -> int:
    return 1 + sum(_count(child) for _, _, child in row.children())


def _kept_by(plan: Plan, table: Table, path: KeyPath, here: KeyPath) -> str | None:
    """What would break without the row at ``here``: words that refer to it, the row below that goes on with it."""
    row = next((part for place, part in parts(table, path) if place == here), None)
    if not isinstance(row, Row):
        return None
    named = {name for _, name in ids(parts(row))}
    outside = [(place, text) for place, text in texts(plan) if place[: len(here)] != here]
    serving = {text for place, text in outside if "serves" in place}
    if any(name in serving or any(f"<#{name}>" in text for _, text in outside) for name in named):
        return "còn được nhắc tới bằng id, nên chưa bỏ"
    if any("[^" in text for _, text in texts(row)):
        return "có chú thích cuối trang, nên chưa bỏ"
    index = here[-1]
    below = (*here[:-1], index + 1) if isinstance(index, int) else here
    after = next((part for place, part in parts(table, path) if place == below), None)
    if isinstance(after, Row) and after.as_above not in (None, "false"):
        return "dòng dưới lấy ô của dòng này, nên chưa bỏ"
    return None


def _going_on(table: Table, path: KeyPath, shift: Shift) -> Iterator[KeyPath]:
    for placed in placed_rows(table):
        here = (*path, *placed.row_path)
        if goes_on(months_of(placed, shift.old), shift):
            yield here
