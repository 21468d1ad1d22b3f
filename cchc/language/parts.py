"""The words of a clause dealt out to its figures: which words speak of which figure."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from cchc.language.bounds import Bound, find_upwards, read_after, read_before
from cchc.language.clauses import Clause, Found, Word
from cchc.language.scopes import Level, find_scope, scope_at, scope_before

_JOINTS = frozenset((",", "và", "hoặc"))
_OPENINGS = tuple(
    tuple(opening.split())
    for opening in (
        *("trong đó", "trong số đó", "tỷ lệ", "tỉ lệ", "mức độ", "chỉ số", "số lượng", "có thêm", "đồng thời"),
        *("đảm bảo", "bảo đảm", "cắt giảm", "giảm", "tăng"),
    )
)
_VERBS = frozenset(("được", "đạt", "phải", "thực", "hoàn", "tăng", "giảm", "là", "có"))
_RESPECTIVELY = frozenset((("tương", "ứng"), ("lần", "lượt")))


class Part(NamedTuple):
    """The figures that share their words (one, or several joined: "30%, 20%, 15%"), and those words.

    ``before`` and ``after`` lack the cues and the scope that touches the figures; ``words_before`` are all of them.
    ``closing`` are the words behind a "trở lên" that stands apart: "từ 30% cơ quan trở lên được kiểm tra".
    ``levels`` holds the scope of each figure. ``continues`` says that only "và" stands between the figure and
    the words of the one before: it binds like that one.
    """

    figures: tuple[Found, ...]
    words_before: tuple[Word, ...]
    before: tuple[Word, ...]
    after: tuple[Word, ...]
    closing: tuple[Word, ...]
    bound: Bound | None
    levels: tuple[tuple[Level, ...], ...]
    continues: bool = False


def keys(words: Sequence[Word]) -> list[str]:
    """The comparison keys of ``words``."""
    return [word.key for word in words]


def deal(clause: Clause) -> list[Part]:
    """The parts of ``clause``, in their order; none where it has no figure."""
    parts: list[Part] = []
    groups = _group(clause)
    before = clause.gaps[0]
    for position, (figures, following) in enumerate(groups):
        cut = _boundary(keys(following)) if position + 1 < len(groups) else len(following)
        continues = bool(parts) and keys(before) == ["và"] and _VERBS.isdisjoint(keys(parts[-1].after))
        parts.append(_part(figures, before, following[:cut], continues=continues))
        before = following[cut:]
    return parts


def _group(clause: Clause) -> list[tuple[tuple[Found, ...], tuple[Word, ...]]]:
    """The figures, those that only a comma or "và" joins together; with the words behind each group."""
    groups: list[tuple[tuple[Found, ...], tuple[Word, ...]]] = []
    for figure, following in zip(clause.figures, clause.gaps[1:], strict=True):
        if groups and groups[-1][1] and _JOINTS.issuperset(keys(groups[-1][1])):
            groups[-1] = ((*groups[-1][0], figure), following)
        else:
            groups.append(((figure,), following))
    return groups


def _boundary(between: list[str]) -> int:
    """Where the words of the next figure begin among those between two figures.

    At the first joint that opens a new indicator ("trong đó", ", tỷ lệ …"), else at the last joint, else at the
    cues of the next figure.
    """
    start = _end_of_cues(between)
    end = read_before(between).kept
    joints = [i for i in range(start, end) if between[i] in _JOINTS]
    for joint in joints:
        following = tuple(between[joint + 1 : joint + 4])
        if any(following[: len(opening)] == opening for opening in _OPENINGS):
            return joint
    if not joints:
        return max(start, end)
    last = joints[-1]
    return last - 1 if last - 1 in joints else last


def _end_of_cues(after: list[str]) -> int:
    """How many of the words behind a figure are "trở lên", "/năm" and the scope that touches it."""
    start = 2 if read_after(after) else 0
    start += after[start : start + 1] in (["/năm"], ["/quý"])
    scope = scope_at(after, start)
    return scope.end if scope else start


def _part(figures: tuple[Found, ...], before: tuple[Word, ...], after: tuple[Word, ...], *, continues: bool) -> Part:
    said = read_before(keys(before))
    bound = read_after(keys(after)) or said.bound
    end = _end_of_cues(keys(after))
    rest: tuple[Word, ...] = after[end:]
    closing: tuple[Word, ...] = ()
    if said.since and (upwards := find_upwards(keys(rest))) is not None:
        bound = bound or "at_least"
        rest, closing = rest[:upwards], rest[upwards + 2 :]
    kept = said.kept
    if touching := scope_before(keys(before[:kept])):
        kept = read_before(keys(before[: touching.start])).kept
    levels = _levels(keys(before), keys(after), len(figures))
    return Part(figures, before, before[:kept], rest, closing, bound, levels, continues)


def _levels(before: list[str], after: list[str], count: int) -> tuple[tuple[Level, ...], ...]:
    """The scope of each of ``count`` figures: what touches them, else what is shown as a place around them."""
    if count > 1 and _RESPECTIVELY.intersection(pairwise(before)):
        named = find_scope(before, placed=False)
        if named and len(named.levels) == count:
            return tuple((level,) for level in named.levels)
    start = 2 if read_after(after) else 0
    said = read_before(before).kept
    found = scope_at(after, start) or scope_before(before[:said]) or find_scope(after) or find_scope(before)
    return (found.levels if found else (),) * count
