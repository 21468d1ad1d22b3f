"""The words that touch a figure: how it binds (at least, at most, …) and whether it is a change."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

Bound: TypeAlias = Literal["target", "at_least", "at_most", "above", "below", "about", "between"]
Change: TypeAlias = Literal["increase", "decrease"]

DOWNWARD: frozenset[Bound] = frozenset(("at_most", "below"))
"""Bounds that a smaller figure keeps."""

_BOUNDS: dict[str, Bound | None] = {
    **dict.fromkeys(("tối thiểu", "ít nhất", "thấp nhất", "không dưới", "không thấp hơn", "không ít hơn"), "at_least"),
    **dict.fromkeys(("đạt và vượt", "≥"), "at_least"),
    **dict.fromkeys(("tối đa", "nhiều nhất", "không quá", "không vượt quá", "không cao hơn", "≤"), "at_most"),
    **dict.fromkeys(("trên", "hơn", "cao hơn", "vượt", "vượt quá", ">"), "above"),
    **dict.fromkeys(("dưới", "thấp hơn", "<"), "below"),
    **dict.fromkeys(("khoảng", "gần", "xấp xỉ"), "about"),
}
_FILLERS = frozenset(
    (
        *("đạt", "phải", "là", "có", "được", "từ", "bình quân", "trung bình", "ở mức"),
        *("tương ứng", "lần lượt", "cả tỉnh", "toàn tỉnh"),
    )
)
_NOUNS = frozenset(("tỷ lệ", "tỉ lệ", "chỉ số", "mức"))
"""Fillers too (đạt tỷ lệ 100%), but at the beginning of a statement they name the indicator (Tỷ lệ đạt 100%)."""
_LONGEST_CUE = 4
_CUE_ENDS = frozenset(cue.split()[-1] for cue in (*_BOUNDS, *_FILLERS, *_NOUNS))

_CHANGES: dict[str, Change] = {"tăng": "increase", "thêm": "increase", "giảm": "decrease"}
_NO_CHANGE_AFTER = ("lệ", "mức", "nhằm", "để")
_BETWEEN_CHANGE_AND_FIGURE = frozenset(
    (
        *("mỗi năm", "hàng năm", "hằng năm", "mỗi quý", "hàng quý", "hằng quý", "một năm"),
        *(", đơn giản hóa", "và đơn giản hóa"),
    )
)

_ENDS_BETWEEN = frozenset(words.split()[-1] for words in _BETWEEN_CHANGE_AND_FIGURE)


class Before(NamedTuple):
    """What the words before a figure say; ``kept`` is how many of them, from the first, are none of its cues."""

    kept: int
    bound: Bound | None
    since: bool
    """Whether "từ" is among the cues: a "trở lên" further on then belongs to the figure."""


def read_before(keys: Sequence[str]) -> Before:
    """The cue words at the end of ``keys``, read from the figure outwards: the nearest bound counts."""
    kept = len(keys)
    bound: Bound | None = None
    since = reached = False
    while cue := _cue_at_end(keys, kept):
        kept -= cue.count(" ") + 1
        bound = bound or _BOUNDS.get(cue)
        since = since or cue == "từ"
        reached = reached or cue == "đạt"
    if bound is None and since and (reached or (kept and keys[kept - 1] in _CHANGES)):
        bound = "at_least"
    return Before(kept, bound, since)


def _cue_at_end(keys: Sequence[str], end: int) -> str | None:
    """The longest cue that ends at ``end``."""
    if not end or keys[end - 1] not in _CUE_ENDS:
        return None
    for length in range(min(_LONGEST_CUE, end), 0, -1):
        phrase = " ".join(keys[end - length : end])
        if phrase in _BOUNDS or phrase in _FILLERS or (phrase in _NOUNS and length < end):
            return phrase
    return None


def read_after(keys: Sequence[str]) -> Bound | None:
    """The bound of "trở lên", "trở xuống" directly behind a figure."""
    if keys[:2] == ["trở", "lên"]:
        return "at_least"
    return "at_most" if keys[:2] == ["trở", "xuống"] else None


def find_upwards(keys: Sequence[str]) -> int | None:
    """The position of a "trở lên" further on, which closes a "từ F"."""
    return next((i for i in range(len(keys) - 1) if keys[i] == "trở" and keys[i + 1] == "lên"), None)


def read_change(keys: Sequence[str]) -> Change | None:
    """The change that the last of ``keys`` (a figure's words without its cues) say: tăng, thêm, giảm, cắt giảm.

    Not after "tỷ lệ", "mức", "nhằm": there the word belongs to the indicator or to its purpose.
    """
    end = _end_of_verb(keys)
    change = _CHANGES.get(keys[end - 1]) if end else None
    if change and end > 1 and keys[end - 2] in _CHANGES:  # tăng thêm, giảm thêm
        end -= 1
        change = _CHANGES[keys[end - 1]]
    return None if end > 1 and keys[end - 2] in _NO_CHANGE_AFTER else change


def _end_of_verb(keys: Sequence[str]) -> int:
    """Where the words end that stand before those between a change and its figure: a rate, "so với năm 2015"."""
    end = len(keys)
    while end:
        if end >= 4 and list(keys[end - 4 : end - 1]) == ["so", "với", "năm"] and keys[end - 1].isdigit():
            end -= 4
            continue
        if keys[end - 1] not in _ENDS_BETWEEN:
            break
        lengths = (length for length in (4, 3, 2) if length <= end)
        found = (length for length in lengths if " ".join(keys[end - length : end]) in _BETWEEN_CHANGE_AND_FIGURE)
        length = next(found, 0)
        if not length:
            break
        end -= length
    return end
