"""Paper, margins, face and page numbers (Phụ lục I, Mục I)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from tests.form.anatomy import Act, one_look
from tests.form.rules.rule import rule
from tests.form.word_act import Line, Table

_TOLERANCE = 17
"""0.3 mm in twips: offices write 25.01 mm where they mean 25."""
_MARGINS = {"top": (1134, 1417), "bottom": (1134, 1417), "left": (1701, 1984), "right": (851, 1134)}


@rule("PG1", "Phụ lục I, Mục I.1")
def pg1(act: Act) -> Iterator[str]:
    """A4: 210 × 297 mm."""
    for part in act.file.parts:
        sides = sorted((part.paper.width, part.paper.height))
        if abs(sides[0] - 11906) > 20 or abs(sides[1] - 16838) > 20:
            yield f"paper of {sides} twips"


@rule("PG2", "Phụ lục I, Mục I.2")
def pg2(act: Act) -> Iterator[str]:
    """Upright pages; pages across only for a table, here that of an appendix."""
    for part in act.file.parts:
        across = part.paper.width > part.paper.height
        if across != part.paper.landscape:
            yield "the paper does not lie as it says"
        if across and part not in act.appendices:
            yield "a text on pages across"
        if across and not any(isinstance(block, Table) for block in part.blocks):
            yield "pages across without a table"


@rule("PG3", "Phụ lục I, Mục I.3")
def pg3(act: Act) -> Iterator[str]:
    """Margins: top and bottom 20–25 mm, left 30–35, right 15–20, on upright pages and on those across."""
    for part in act.file.parts:
        for side, (least, most) in _MARGINS.items():
            if not least - _TOLERANCE <= part.paper.margins[side] <= most + _TOLERANCE:
                yield f"{side} margin of {part.paper.margins[side]} twips"
        if part.paper.margins["right"] < 851:
            yield "a right margin below 15 mm"


@rule("PG5", "Phụ lục I, Mục I.4")
def pg5(act: Act) -> Iterator[str]:
    """Times New Roman, whatever the character: in all four slots of a run."""
    for line in _all_lines(act):
        for piece in line.pieces:
            if piece.letters.faces != {"Times New Roman"}:
                yield f"{set(piece.letters.faces)} in {line.text!r}"


@rule("PG6", "Phụ lục I, Mục I.4")
def pg6(act: Act) -> Iterator[str]:
    """Unicode, each letter with its marks one character; black."""
    for line in _all_lines(act):
        if not unicodedata.is_normalized("NFC", line.raw):
            yield f"letters in pieces: {line.text!r}"
        for piece in line.pieces:
            if piece.letters.colour.lower() not in ("000000", "auto") or piece.letters.hidden:
                yield f"not black and plain: {piece.text!r}"


@rule("PG7", "Phụ lục I, Mục V, ghi chú của bảng mẫu chữ")
def pg7(act: Act) -> Iterator[str]:
    """Quốc hiệu 13 goes with tiêu ngữ and date 14, Quốc hiệu 12 with 13."""
    for part in act.headed:
        lines = [act.national_name(part), act.motto(part), *([act.place_and_date] if part is act.first else [])]
        sizes = [one_look(line).size for line in lines]
        if sizes[0] not in (12, 13) or any(size != sizes[0] + 1 for size in sizes[1:]):
            yield f"sizes {sizes}"


@rule("PG8", "Phụ lục I, Mục I.7")
def pg8(act: Act) -> Iterator[str]:
    """Page numbers count from 1, upright, 13–14, centred in the top margin; the first page shows none."""
    for part in act.file.parts:
        paper = part.paper
        if "default" not in paper.number_field or paper.starts_at != "1":
            yield "no page number, or not from 1"
        if (
            not paper.first_differs
            or "first" in paper.number_field
            or any(line.text for line in paper.headers["first"])
        ):
            yield "the first page shows a number"
        if not 0 < paper.margins["header"] < paper.margins["top"]:
            yield "the number is not in the top margin"
        for line in paper.headers["default"]:
            if line.setting.align != "center" or line.setting.left or line.setting.first:
                yield "the number is not centred"


@rule("PG9", "Phụ lục I, Mục III.1đ")
def pg9(act: Act) -> Iterator[str]:
    """Each appendix is numbered by itself."""
    for appendix in act.appendices:
        if appendix.paper.starts_at != "1":
            yield f"the pages of {appendix.lines()[0].text!r} go on from those before"


@rule("PG10", "Phụ lục III, Mẫu 1.3", practice=True)
def pg10(act: Act) -> Iterator[str]:
    """The pages of an attached Kế hoạch are numbered by themselves."""
    if act.known.attached and act.plan.paper.starts_at != "1":
        yield "the pages of the Kế hoạch go on from those of the Quyết định"


def _all_lines(act: Act) -> Iterator[Line]:
    for part in act.file.parts:
        yield from part.all_lines()
        for header in part.paper.headers.values():
            yield from header
