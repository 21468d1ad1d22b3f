"""Where the lines of a name end well: an office or a body that is too long for one line of a narrow column."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

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
_MOST_LINES = 8
"""No office and no body has a name of more."""


@lru_cache(maxsize=64)
def balanced(text: str, limit: int) -> str:
    """``text`` whose lines, where it has more than ``limit`` characters, can end only at the best places.

    Everything else is joined by no-break spaces, so that no line holds a single word that the column happened to
    have no room for. A text that fits, or that no division makes fit, is left as it was.
    """
    words = text.split(" ")
    if len(text) <= limit or "" in words or len(text) > _MOST_LINES * limit:
        return text
    for count in range(2, _MOST_LINES + 1):
        ends = _ends(words, count, limit)
        if ends:
            starts = (0, *ends[:-1])
            return " ".join(_NO_BREAK_SPACE.join(words[a:b]) for a, b in zip(starts, ends, strict=True))
    return text


def _ends(words: Sequence[str], count: int, limit: int) -> tuple[int, ...]:
    """Behind which words ``count`` lines end best; empty where they cannot be so few."""
    mean = len(" ".join(words)) / count

    @cache
    def cheapest(start: int, lines: int) -> tuple[float, tuple[int, ...]] | None:
        """The price of the words from ``start`` on in so many ``lines``, and where these end."""
        found: list[tuple[float, tuple[int, ...]]] = []
        for end in range(start + 1, len(words) - lines + 2) if lines > 1 else (len(words),):
            length = len(" ".join(words[start:end]))
            if length > limit:
                break
            rest = cheapest(end, lines - 1) if lines > 1 else (0.0, ())
            if rest is not None:
                own = (length - mean) ** 2 + (_DISLIKED if end == start + 1 else 0)
                found.append((own + _price(words[:end], words[end:]) + rest[0], (end, *rest[1])))
        return min(found, default=None)

    best = cheapest(0, count)
    return best[1] if best else ()


def _price(above: Sequence[str], below: Sequence[str]) -> int:
    """What it costs to end a line between the words ``above`` and ``below``."""
    if not below:
        return 0
    before, behind = [fold(word) for word in above[-2:]], [fold(word) for word in below[:2]]
    opened = before[-1] in _HEADS and " ".join(before) not in _PAIRS
    if f"{before[-1]} {behind[0]}" in _PAIRS or opened or before[-1] == "và":
        return _DISLIKED
    if {behind[0], " ".join(behind)} & _HEADS:
        return _LIKED
    return _LIKED // 4 if behind[0] == "và" else 0
