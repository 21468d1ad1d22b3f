"""The reform contents of Nghị quyết 76/NQ-CP (15/7/2021) and the titles under which plans speak of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, TypeAlias

from cchc.language.folding import fold

Reform: TypeAlias = Literal["the-che", "thu-tuc", "bo-may", "cong-vu", "tai-chinh", "chinh-quyen-so", "chi-dao"]
"""A reform content; ``chi-dao`` is the direction of the reform itself."""

TITLES: Mapping[Reform, tuple[str, ...]] = {
    "the-che": ("cải cách thể chế",),
    "thu-tuc": ("cải cách thủ tục hành chính", "cải cách tthc"),
    "bo-may": ("cải cách tổ chức bộ máy", "cải cách bộ máy", "sắp xếp tổ chức bộ máy"),
    "cong-vu": (
        "cải cách chế độ công vụ",
        "cải cách công vụ",
        "xây dựng và nâng cao chất lượng đội ngũ cán bộ",
        "nâng cao chất lượng đội ngũ cán bộ",
    ),
    "tai-chinh": ("cải cách tài chính công",),
    "chinh-quyen-so": (
        "xây dựng và phát triển chính quyền điện tử",
        "xây dựng, phát triển chính quyền điện tử",
        "phát triển chính quyền số",
        "xây dựng chính quyền điện tử",
        "hiện đại hóa nền hành chính",
        "hiện đại hóa hành chính",
    ),
    "chi-dao": ("công tác chỉ đạo, điều hành", "chỉ đạo, điều hành", "công tác chỉ đạo điều hành"),
}


def reform_of(title: str) -> Reform | None:
    """The reform content of which ``title`` speaks: the one with whose name it begins."""
    beginnings = _beginnings()
    first = title[:1]
    if first.isalpha() and first.casefold() not in _first_letters():
        return None
    words = fold(title)
    if not words.startswith(tuple(beginnings)):
        return None
    return next(reform for beginning, reform in beginnings.items() if words.startswith(beginning))


@cache
def _first_letters() -> frozenset[str]:
    return frozenset(beginning[0] for beginning in _beginnings())


@cache
def _beginnings() -> Mapping[str, Reform]:
    return {fold(title): reform for reform, titles in TITLES.items() for title in titles}
