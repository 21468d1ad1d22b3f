"""The levels of government that a figure is for: tỉnh, huyện, xã."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

Level: TypeAlias = Literal["tinh", "huyen", "xa"]

LEVELS: tuple[Level, ...] = ("tinh", "huyen", "xa")

_NAMES: dict[str, Level] = {"tỉnh": "tinh", "huyện": "huyen", "xã": "xa"}
_AT = (("đối", "với"), ("tại",), ("ở",), ("trên",))
_ALL = (("cả",), ("các",))
_JOINTS = frozenset((",", "và"))
_COUNTS = frozenset(("2", "3", "02", "03", "hai", "ba"))

_FIRST_WORDS = frozenset((*(phrase[0] for phrase in (*_AT, *_ALL)), *_COUNTS, "từ", "cấp"))


class Scope(NamedTuple):
    """Levels named by the words ``start`` to ``end``; ``placed`` where "tại", a count or a range shows a place."""

    levels: tuple[Level, ...]
    start: int
    end: int
    placed: bool


def scope_at(keys: Sequence[str], start: int) -> Scope | None:
    """The scope whose words begin at ``start``.

    "tại cấp tỉnh, cấp huyện", "từ cấp tỉnh đến cấp huyện và cấp xã", "03 cấp tỉnh, huyện, xã", "cấp xã".
    """
    after_place = _skip_any(keys, start, _AT)
    position = _skip_any(keys, after_place, _ALL)
    counted = position < len(keys) and keys[position] in _COUNTS
    position += counted
    if position < len(keys) and keys[position] == "từ":
        return _range_at(keys, start, position)
    level = _level_at(keys, position, named=True)
    if level is None:
        return None
    levels, end = _further_levels(keys, position + 2, (level,))
    return Scope(levels, start, end, placed=counted or after_place > start)


def find_scope(keys: Sequence[str], *, placed: bool = True) -> Scope | None:
    """The first scope among ``keys``; unless ``placed`` is false, only one that is shown as a place."""
    if "cấp" not in keys:
        return None
    scopes = (scope_at(keys, start) for start in range(len(keys)) if keys[start] in _FIRST_WORDS)
    return next((scope for scope in scopes if scope and (scope.placed or not placed)), None)


def scope_before(keys: Sequence[str]) -> Scope | None:
    """The scope whose words end where ``keys`` end: one shown as a place, or one that is all they say."""
    if "cấp" not in keys:
        return None
    scopes = (scope_at(keys, start) for start in range(len(keys)) if keys[start] in _FIRST_WORDS)
    at_end = (scope for scope in scopes if scope and scope.end == len(keys))
    return next((scope for scope in at_end if scope.placed or _JOINTS.issuperset(keys[: scope.start])), None)


def _skip_any(keys: Sequence[str], start: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    return next(
        (start + len(phrase) for phrase in phrases if tuple(keys[start : start + len(phrase)]) == phrase), start
    )


def _level_at(keys: Sequence[str], position: int, *, named: bool) -> Level | None:
    """The level at ``position``: "cấp tỉnh" if ``named``, else "tỉnh"."""
    if named and keys[position : position + 1] != ["cấp"]:
        return None
    position += named
    return _NAMES.get(keys[position]) if position < len(keys) else None


def _range_at(keys: Sequence[str], start: int, position: int) -> Scope | None:
    """từ cấp A đến cấp B (và cấp C): every level from A to B, and C."""
    first = _level_at(keys, position + 1, named=True)
    last = _level_at(keys, position + 4, named=True) if keys[position + 3 : position + 4] == ["đến"] else None
    if first is None or last is None:
        return None
    between = LEVELS[LEVELS.index(first) : LEVELS.index(last) + 1]
    levels, end = _further_levels(keys, position + 6, between)
    return Scope(levels, start, end, placed=True)


def _further_levels(keys: Sequence[str], position: int, levels: tuple[Level, ...]) -> tuple[tuple[Level, ...], int]:
    """``levels`` with those that a comma or "và" adds, and where their words end."""
    while position < len(keys) and keys[position] in _JOINTS:
        ahead = position + 1
        ahead += keys[ahead : ahead + 1] == ["và"]
        named = keys[ahead : ahead + 1] == ["cấp"]
        level = _level_at(keys, ahead, named=named)
        if level is None or level in levels:
            break
        levels = tuple(sorted({*levels, level}, key=LEVELS.index))
        position = ahead + 1 + named
    return levels, position
