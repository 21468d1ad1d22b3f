"""Bordered tables: fixed columns, header rows that repeat, rows that do not split unless they are told to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate

from cchc.backends.docx.comments import Comments
from cchc.backends.docx.grid import Place, placed_rows
from cchc.backends.docx.header_heights import header_heights
from cchc.backends.docx.measures import split, twips
from cchc.backends.docx.paragraphs import SPACER_STYLE, Paragraphs, spacer
from cchc.document.nodes import Row, Table

DATA_TABLE_STYLE = "DataTable"
"""The id of the style with the borders and cell margins of bordered tables."""

_ROW_OPENING = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
_SPLIT_ROW_OPENING = '<w:tr><w:trPr><w:cantSplit w:val="0"/></w:trPr>'
# Whoever reads a row sees what a place of a vertical span is; the paragraph is there because a cell needs one.
_CONTINUED = f'<w:p><w:pPr><w:pStyle w:val="{SPACER_STYLE}"/></w:pPr></w:p></w:tc>'
_PROPERTIES_CLOSED = "</w:trPr>"
_NUMBERED = 'w:id="'
"""In the XML of footnotes, comments and revisions, each of which has a number of its own."""
_KNOWN = 4_096
"""Pieces of XML, of some 500 characters each, that are kept for cells which may come again."""


def table_opening(style: str, widths: tuple[int, ...]) -> str:
    """The start of a ``w:tbl`` of fixed columns, ``widths`` in twips, up to its first row."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )


def _header_opening(height: int | None) -> str:
    least = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{least}<w:tblHeader/></w:trPr>"


class Tables:
    """Writes bordered tables. ``padding`` is the space left and right in their cells, in millimetres."""

    def __init__(self, paragraphs: Paragraphs, padding: float, comments: Comments) -> None:
        self._paragraphs = paragraphs
        self._padding = twips(padding)
        self._comments = comments

    def table(self, table: Table, width: int) -> Iterator[str]:
        """The XML of ``table`` as a stream of rows; ``width`` is the text width in twips.

        Raises ValueError when the spans of a row do not add up to the grid.
        """
        widths = split(width, table.widths)
        cells = _Cells(self._paragraphs, widths, self._padding)
        yield table_opening(DATA_TABLE_STYLE, widths)
        heights = header_heights(table, cells.room, self._paragraphs.styles)
        for number, (row, places) in enumerate(placed_rows(table)):
            whole = _SPLIT_ROW_OPENING if row.splits else _ROW_OPENING
            opening = _header_opening(heights.get(number)) if row.header else whole
            if row.revision:
                mark = self._paragraphs.revisions.row(row.revision)
                opening = opening.replace(_PROPERTIES_CLOSED, mark + _PROPERTIES_CLOSED)
            content = cells.flat(row) if places is None else cells.placed(row, places)
            yield f"{opening}{self._comments.along(content, row.comments) if row.comments else content}</w:tr>"
        yield "</w:tbl>"


class _Cells:
    """Writes the cells of one table; what cells of a place have in common is made once."""

    def __init__(self, paragraphs: Paragraphs, widths: tuple[int, ...], padding: int) -> None:
        self._paragraphs = paragraphs
        self._edges = (0, *accumulate(widths))
        self._padding = padding
        self._openings: dict[tuple[int, int, bool, str], str] = {}
        self._written: defaultdict[tuple[bool, bool], dict[tuple[int, int], str]] = defaultdict(dict)

    # Two cells in three stand elsewhere in their column too, as one object: their XML is made once, which takes
    # a third from a long table. The document keeps them, so no other object can come to this number.

    def placed(self, row: Row, places: tuple[Place, ...]) -> str:
        """The XML of the cells of ``row``, which stand at ``places``."""
        known = self._written[row.header, row.keep_next]
        pieces = [known.get((place.column, id(place.cell))) or self._new(known, row, place) for place in places]
        return "".join(pieces)

    def flat(self, row: Row) -> str:
        """As ``placed``, for a flat row; a place is made only for a cell that is new, two in five of a long table."""
        known = self._written[row.header, row.keep_next]
        pieces = []
        column = 0
        for cell in row.cells:
            piece = known.get((column, id(cell)))
            pieces.append(piece or self._new(known, row, Place(column, cell.colspan, cell)))
            column += cell.colspan
        return "".join(pieces)

    def _new(self, known: dict[tuple[int, int], str], row: Row, place: Place) -> str:
        """The XML of a cell that is not ``known``; now it is, if it can be the same at another place."""
        piece = self._cell(row, place)
        if place.cell and _NUMBERED not in piece:
            if len(known) == _KNOWN:
                known.clear()  # what repeats comes back at once, and memory stays flat
            known[place.column, id(place.cell)] = piece
        return piece

    def room(self, place: Place) -> int:
        """The width for the text of ``place``."""
        return self._edges[place.column + place.colspan] - self._edges[place.column] - 2 * self._padding

    def _cell(self, row: Row, place: Place) -> str:
        cell = place.cell
        if cell is None:
            opening = self._opening(place, row.header, "continue")
            return opening + (_CONTINUED if row.revision is None else f"{self._empty(row)}</w:tc>")
        opening = self._opening(place, row.header, "restart" if cell.rowspan > 1 else "")
        write, room, kept = self._paragraphs.paragraph, self.room(place), row.keep_next
        if len(cell.paragraphs) == 1:
            return f"{opening}{write(cell.paragraphs[0], room, kept)}</w:tc>"
        content = "".join([write(paragraph, room, kept) for paragraph in cell.paragraphs])
        return f"{opening}{content or self._empty(row)}</w:tc>"

    def _empty(self, row: Row) -> str:
        return spacer(row.keep_next, mark=self._paragraphs.revisions.mark(row.revision))

    def _opening(self, place: Place, header: bool, merge: str) -> str:
        key = (place.column, place.colspan, header, merge)
        opening = self._openings.get(key)
        if opening is None:
            opening = self._openings[key] = self._new_opening(place, header, merge)
        return opening

    def _new_opening(self, place: Place, header: bool, merge: str) -> str:
        span = f'<w:gridSpan w:val="{place.colspan}"/>' if place.colspan > 1 else ""
        down = f'<w:vMerge w:val="{merge}"/>' if merge else ""
        align = '<w:vAlign w:val="center"/>' if header else ""
        width = self._edges[place.column + place.colspan] - self._edges[place.column]
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{down}{align}</w:tcPr>'
