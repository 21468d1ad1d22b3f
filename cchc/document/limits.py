"""What a page can bear: the limits of a style sheet that has the right shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields

from cchc.diagnostics import Diagnostic, Rule, Severity, Wording
from cchc.document.style import DeclaredSheet, PageStyle, ParagraphLook
from cchc.document.style_names import check_names
from cchc.source import KeyPath, SourceMap

OUT_OF_RANGE = Rule(
    "T302",
    "style-out-of-range",
    Severity.ERROR,
    Wording("“{key}” không thể là {value}", "“{key}” cannot be {value}"),
    Wording("giá trị được nhận: {allowed}", "it takes: {allowed}"),
    reason=Wording(
        "với con số này chữ không đọc được hoặc không vừa trang",
        "with such a number the text cannot be read, or does not fit the page",
    ),
)
NO_PAGE = Rule(
    "T303",
    "page-missing",
    Severity.ERROR,
    Wording("thiếu khổ giấy “{name}”", "the page “{name}” is missing"),
    Wording("thêm “{name}: {{width: …, …}}” vào “pages”", "add “{name}: {{width: …, …}}” to “pages”"),
    reason=Wording(
        "văn bản có trang dọc và trang ngang (NĐ 30/2020, Phụ lục I, Mục I.2), bảng rộng cần trang ngang",
        "acts have upright and landscape pages (NĐ 30/2020, Phụ lục I, Mục I.2), and wide tables need the latter",
    ),
)
NO_STYLE = Rule(
    "T304",
    "named-style-missing",
    Severity.ERROR,
    Wording("không có kiểu “{name}” trong “paragraphs”", "there is no style “{name}” in “paragraphs”"),
    Wording("ghi tên một kiểu có trong “paragraphs”", "name one of the styles of “paragraphs”"),
    reason=Wording(
        "số trang hay chú thích sẽ in theo mặc định của Word, không theo thể thức",
        "the page number or the notes would print as Word pleases, not in the form of the decree",
    ),
)

_PAGES = ("portrait", "landscape")
_OF_STYLE: Mapping[str, tuple[float, float]] = {
    "size": (6, 72),
    "before": (0, 200),
    "after": (0, 200),
    "line": (0.5, 5),
    "first_line": (0, 100),
    "left": (0, 100),
    "hanging": (0, 100),
    "outline": (0, 9),
}
_OF_PAGE: Mapping[str, tuple[float, float]] = {
    "width": (100, 1000),
    "height": (100, 1000),
    **dict.fromkeys(("top", "bottom", "left", "right", "header"), (0, 45)),
}
_CELL_PADDING = (0, 20)


def check_styles(sheet: DeclaredSheet, places: SourceMap) -> Iterator[Diagnostic]:
    """Numbers that no page can bear, missing pages, a page number in no style, names and labels unfit for Word."""
    yield from check_names(sheet.paragraphs, places)
    for name, style in sheet.paragraphs.items():
        yield from _out_of_range(style, _OF_STYLE, ("paragraphs", name), places)
    for name, page in sheet.pages.items():
        yield from _out_of_range(page, _OF_PAGE, ("pages", name), places)
    yield from _outside("cell_padding", sheet.cell_padding, _CELL_PADDING, ("cell_padding",), places)
    for name in _PAGES:
        if name not in sheet.pages:
            yield NO_PAGE.at(places.key(("pages",)), name=name)
    for key in ("page_number", "footnote"):
        named: str | None = getattr(sheet, key)
        if named is not None and named not in sheet.paragraphs:
            yield NO_STYLE.at(places.value((key,)), name=named)


def _out_of_range(
    style: ParagraphLook | PageStyle, ranges: Mapping[str, tuple[float, float]], path: KeyPath, places: SourceMap
) -> Iterator[Diagnostic]:
    for entry in fields(style):
        if entry.name in ranges:
            value = getattr(style, entry.name)
            yield from _outside(entry.name, value, ranges[entry.name], (*path, entry.name), places)


def _outside(
    key: str, value: float, bounds: tuple[float, float], path: KeyPath, places: SourceMap
) -> Iterator[Diagnostic]:
    low, high = bounds
    if not low <= value <= high:
        yield OUT_OF_RANGE.at(places.value(path), key=key, value=f"{value:g}", allowed=f"{low:g}–{high:g}")
