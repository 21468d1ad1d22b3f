"""How high the header rows of a table must be for the cells that reach down over them.

An office program makes a row as high as the cells that end in it ask for, but LibreOffice forgets to where a header
row stands anew on a later page, and cuts the text. So the height is said.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import takewhile

from cchc.backends.docx.grid import Place, flat_places, placed_rows
from cchc.backends.docx.lines import line_count
from cchc.backends.docx.measures import millimetres, point_twips
from cchc.document.nodes import Cell, Table
from cchc.document.style import ParagraphStyle

_LINE = 1.15
"""The height of a single line of the face, as a share of its size."""


def header_heights(table: Table, room: Callable[[Place], int], styles: Mapping[str, ParagraphStyle]) -> dict[int, int]:
    """The least height in twips of those header rows, by number, that a spanning cell needs higher than the others do.

    ``room`` gives the width for the text of a place, in twips.
    """
    rows = list(takewhile(lambda placed: placed[0].header, placed_rows(table)))
    own = [0] * len(rows)
    spanning: list[tuple[int, int, int]] = []
    for number, (row, places) in enumerate(rows):
        for place in flat_places(row) if places is None else places:
            if place.cell is None:
                continue
            height = _height(place.cell, room(place), styles)
            if place.cell.rowspan == 1:
                own[number] = max(own[number], height)
            else:
                spanning.append((number, number + place.cell.rowspan - 1, height))
    least: dict[int, int] = {}
    for first, last, height in spanning:
        missing = height - sum(own[first : last + 1])
        if missing > 0:
            own[last] += missing
            least[last] = own[last]
    return least


def _height(cell: Cell, width: int, styles: Mapping[str, ParagraphStyle]) -> int:
    points = 0.0
    for paragraph in cell.paragraphs:
        style = styles[paragraph.style]
        lines = line_count(paragraph, style, millimetres(width))
        points += style.before + style.after + lines * style.size * style.line * _LINE
    return point_twips(points)
