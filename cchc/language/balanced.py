"""Where the lines of a name end well: an office or a body that is too long for one line of a narrow column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from cchc.language.folding import fold

_NO_BREAK_SPACE = "\u00a0"

_HEADS = frozenset(
    fold(words)
    for words in (
        *("Sở", "Bộ", "Vụ", "Cục", "Tổng cục", "Chi cục", "Ban", "Phòng", "Văn phòng", "Thanh tra", "Viện", "Trường"),
        *("Trung tâm", "Ủy ban", "Hội đồng", "tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "đặc khu"),
    )
)
"""Words with which a body or a unit begins: a line does, too."""

_PAIRS = frozenset(
    fold(words)
    for words in (
        *("Ủy ban", "nhân dân", "Hội đồng", "Chủ tịch", "Phó Chủ", "Giám đốc", "Phó Giám", "Bộ trưởng", "Thứ trưởng"),
        *("Vụ trưởng", "Cục trưởng", "Trưởng phòng", "Trưởng ban", "Phó Trưởng", "Văn phòng", "Chánh Văn", "Phó Chánh"),
        *(
            "Thanh tra",
            "Chánh Thanh",
            "Trung tâm",
            "Tổng cục",
            "Chi cục",
            "thành phố",
            "thị xã",
            "đặc khu",
            "phụ trách",
        ),
        *("hành chính", "cải cách", "thủ tục", "kiểm soát", "tổ chức", "cán bộ", "công chức", "chính quyền", "nội vụ"),
        *("ngoại vụ", "tư pháp", "tài chính", "kế hoạch", "đầu tư", "khoa học", "công nghệ", "thông tin", "văn hóa"),
        *("truyền thông", "thể thao", "du lịch", "nông nghiệp", "nông thôn", "phát triển", "môi trường", "tài nguyên"),
        *("giao thông", "vận tải", "xây dựng", "lao động", "thương binh", "xã hội", "dân tộc", "tôn giáo", "giáo dục"),
        *("đào tạo", "y tế", "công thương", "quy hoạch", "kiến trúc", "nhà nước", "chính phủ", "văn thư", "lưu trữ"),
        *("phục vụ", "chuyển đổi", "tổng hợp", "quản lý", "hợp tác", "quốc tế", "pháp chế", "biên chế", "quyền lợi"),
    )
)
"""Words of two syllables, or the first two of three, in which no line should end."""

_LIKED, _DISLIKED = -200, 400
"""What a break before a body's first word is worth in squared letters, and what one inside a word costs."""


@lru_cache(maxsize=64)
def balanced(text: str, limit: int) -> str:
    """``text`` whose lines, where it has more than ``limit`` characters, can end only at the best places.

    Everything else is joined by no-break spaces, so that no line holds a single word that the column happened to
    have no room for. A text that fits, or that no division makes fit, is left as it was.
    """
    words = text.split(" ")
    if len(text) <= limit or "" in words:
        return text
    for count in range(2, len(words) + 1):
        divisions = [lines for lines in _divisions(words, count) if max(map(len, lines)) <= limit]
        if divisions:
            best = min(divisions, key=_cost)
            return " ".join(line.replace(" ", _NO_BREAK_SPACE) for line in best)
    return text


def _divisions(words: Sequence[str], count: int) -> Iterator[tuple[str, ...]]:
    """Every way to set ``words`` in ``count`` lines."""
    if count == 1:
        yield (" ".join(words),)
        return
    for end in range(1, len(words) - count + 2):
        for rest in _divisions(words[end:], count - 1):
            yield (" ".join(words[:end]), *rest)


def _cost(lines: tuple[str, ...]) -> float:
    mean = sum(map(len, lines)) / len(lines)
    uneven = sum((len(line) - mean) ** 2 for line in lines)
    lonely = _DISLIKED * sum(" " not in line for line in lines)
    return uneven + lonely + sum(_price(above, below) for above, below in pairwise(lines))


def _price(above: str, below: str) -> int:
    """What it costs to end a line between ``above`` and ``below``."""
    before, behind = fold(above).split(), fold(below).split()
    opened = before[-1] in _HEADS and " ".join(before[-2:]) not in _PAIRS
    if f"{before[-1]} {behind[0]}" in _PAIRS or opened or before[-1] == "và":
        return _DISLIKED
    if {behind[0], " ".join(behind[:2])} & _HEADS:
        return _LIKED
    return _LIKED // 4 if behind[0] == "và" else 0
