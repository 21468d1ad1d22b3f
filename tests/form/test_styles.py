"""The shipped style sheet keeps every value inside the decree's ranges (Phụ lục I, Mục I, II and V)."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest
import yaml

from tests.form.documents import ROOT

SHEET: Any = yaml.safe_load((ROOT / "templates" / "styles.yaml").read_text(encoding="utf-8"))
PARAGRAPHS: dict[str, dict[str, Any]] = SHEET["paragraphs"]


class Range(NamedTuple):
    """What the decree asks of a style; sizes in points."""

    clause: str
    sizes: tuple[float, float]
    bold: bool = False
    italic: bool = False
    align: str = "center"


RANGES = {
    "national-name": Range("II.1a", (12, 13), bold=True),
    "motto": Range("II.1b", (13, 14), bold=True),
    "parent": Range("II.2b", (12, 13)),
    "issuer": Range("II.2b", (12, 13), bold=True),
    "number": Range("II.3c", (13, 13)),
    "place-date": Range("II.4c", (13, 14), italic=True),
    "type-name": Range("II.5b", (13, 14), bold=True),
    "subject": Range("II.5b", (13, 14), bold=True),
    "attached-to": Range("III.1c", (13, 14), italic=True),
    "authority": Range("II.6, Mẫu 1.3", (13, 14), bold=True),
    "basis": Range("II.6a", (13, 14), italic=True, align="justify"),
    "enacting": Range("II.6, Mẫu 1.3", (13, 14), bold=True),
    "article": Range("II.6đ", (13, 14), align="justify"),
    "part": Range("II.6đ", (13, 14), bold=True),
    "section-1": Range("V, 6b", (13, 14), bold=True, align="justify"),
    "section-2": Range("II.6đ", (13, 14), bold=True, align="justify"),
    "section-3": Range("II.6đ", (13, 14), align="justify"),
    "section-4": Range("II.6e", (13, 14), align="justify"),
    "paragraph": Range("II.6e", (13, 14), align="justify"),
    "bullets-1": Range("II.6e", (13, 14), align="justify"),
    "bullets-2": Range("II.6e", (13, 14), align="justify"),
    "points": Range("II.6đ", (13, 14), align="justify"),
    "clauses": Range("II.6đ", (13, 14), align="justify"),
    "numbers": Range("II.6e", (13, 14), align="justify"),
    "recipients-head": Range("II.9d", (12, 12), bold=True, italic=True, align="left"),
    "recipient": Range("II.9d", (11, 11), align="left"),
    "capacity": Range("II.7đ", (13, 14), bold=True),
    "signatory": Range("II.7đ", (13, 14), bold=True),
    "appendix-name": Range("III.1b", (14, 14), bold=True),
    "appendix-title": Range("III.1b", (13, 14), bold=True),
    "appendix-attached-to": Range("III.1c", (13, 14), italic=True),
    "page-number": Range("I.7", (13, 14)),
}
WITHOUT_RULE = {
    *("draft", "theme", "signature-space", "table-gap", "table-head", "table-number"),
    *("table-caption", "table-unit", "table-words", "table-note", "footnote"),
    *("cell", "cell-center", "cell-right", "cell-group", "cell-group-center", "cell-group-right"),
}
"""Styles of what the decree says nothing about."""

TEXT = [name for name, wanted in RANGES.items() if wanted.align == "justify"]
MARGINS = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}


def test_every_style_has_its_range_or_none() -> None:
    assert set(PARAGRAPHS) == set(RANGES) | WITHOUT_RULE
    assert not set(RANGES) & WITHOUT_RULE


@pytest.mark.parametrize("name", RANGES)
def test_size_weight_slope_and_place(name: str) -> None:
    style, wanted = PARAGRAPHS[name], RANGES[name]
    assert wanted.sizes[0] <= style["size"] <= wanted.sizes[1], wanted.clause
    assert style.get("bold", False) is wanted.bold, wanted.clause
    assert style.get("italic", False) is wanted.italic, wanted.clause
    assert style.get("align", "left") == wanted.align, wanted.clause


def test_sizes_of_the_letterhead_move_together() -> None:
    """Mục V, the note below the table: 13 with 14 and 14, or 12 with 13 and 13."""
    sizes = tuple(PARAGRAPHS[name]["size"] for name in ("national-name", "motto", "place-date"))
    assert sizes in ((13, 14, 14), (12, 13, 13))


@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_paper_and_margins(orientation: str) -> None:
    """Mục I.1 and I.3, on upright pages and on those across."""
    page = SHEET["pages"][orientation]
    assert (page["width"], page["height"]) == ((210, 297) if orientation == "portrait" else (297, 210))
    for side, (least, most) in MARGINS.items():
        assert least <= page[side] <= most, side
    assert 0 < page["header"] < page["top"]


@pytest.mark.parametrize("name", TEXT)
def test_the_text_is_set_in_its_ranges(name: str) -> None:
    """Mục II.6e: at least 6 pt between paragraphs, lines 1 to 1.5, no indent but that of the first line."""
    style = PARAGRAPHS[name]
    assert style.get("before", 0) >= 6
    assert 1 <= style.get("line", 1) <= 1.5
    assert not style.keys() & {"left", "hanging"}


def test_first_lines_have_one_indent() -> None:
    """Mục II.6e: 1 cm or 1.27 cm."""
    assert {PARAGRAPHS[name]["first_line"] for name in TEXT} in ({10}, {12.7})


def test_the_text_has_one_size() -> None:
    """Mục II.6đ: điều, khoản and điểm have the size of the text."""
    assert len({PARAGRAPHS[name]["size"] for name in TEXT}) == 1


def test_the_face() -> None:
    """Mục I.4."""
    assert SHEET["face"] == "Times New Roman"
