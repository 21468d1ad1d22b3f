"""A Word file as its reader sees it: parts with paper and page numbers, lines with their letters and their setting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from zipfile import ZipFile

from docx.oxml.ns import qn

from tests.form.cascade import Cascade, Element, Letters, Setting, parsed

_CHARACTERS = {"t": "", "tab": "\t", "br": "\n", "noBreakHyphen": "-", "fldChar": "", "instrText": "", "rPr": ""}
_INSIDE_PARAGRAPHS = ("pPr", "bookmarkStart", "bookmarkEnd", "r")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of letters that look the same."""

    text: str
    letters: Letters


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; ``room`` is the width of its column in millimetres, ``raw`` has the no-break spaces."""

    raw: str
    pieces: tuple[Piece, ...]
    setting: Setting
    room: float

    @property
    def text(self) -> str:
        return self.raw.replace("\u00a0", " ").strip(" ")

    @property
    def letters(self) -> set[Letters]:
        """How its letters look; those of spaces cannot be seen."""
        return {piece.letters for piece in self.pieces if piece.text.strip()}

    @property
    def rule(self) -> float | None:
        """How long the line is that it draws above itself, in millimetres; None where it draws none."""
        if not self.setting.line_above or self.text:
            return None
        return self.room - self.setting.left - self.setting.right


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of cells of lines; ``repeats`` tells a table of data, whose first rows stand on every page.

    ``whole``: no row of it is split over two pages.
    """

    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    repeats: bool
    whole: bool

    def column(self, index: int) -> list[Line]:
        return [line for row in self.rows for line in row[index]]

    def lines(self) -> Iterator[Line]:
        yield from (line for row in self.rows for cell in row for line in cell)


@dataclass(frozen=True, slots=True)
class Paper:
    """A section's paper, margins and headers. Lengths in twips, as written."""

    width: int
    height: int
    landscape: bool
    margins: dict[str, int]
    first_differs: bool
    starts_at: str | None
    begins: str
    headers: dict[str, tuple[Line, ...]] = field(default_factory=dict)
    number_field: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class WordPart:
    """A section: its blocks in order and its paper."""

    blocks: tuple[Line | Table, ...]
    paper: Paper

    def lines(self) -> list[Line]:
        """Every line that has letters, those of tables where the tables stand."""
        return [line for line in self.all_lines() if line.text.strip()]

    def all_lines(self) -> Iterator[Line]:
        for block in self.blocks:
            yield from [block] if isinstance(block, Line) else block.lines()


class WordAct:
    """A file, read from its XML."""

    def __init__(self, path: Path) -> None:
        with ZipFile(path) as package:
            self._parts = {name: package.read(name) for name in package.namelist() if name.endswith((".xml", ".rels"))}
        self.cascade = Cascade(parsed(self._parts["word/styles.xml"]))
        self.parts = tuple(self._sections(parsed(self._parts["word/document.xml"])[0]))

    def xml(self) -> str:
        """Everything that the package says, for what must stand nowhere in it."""
        return "".join(data.decode("utf-8") for data in self._parts.values())

    def _sections(self, body: Element) -> Iterator[WordPart]:
        blocks: list[Element] = []
        inherited: dict[str, str] = {}
        for block in body:
            ends = block if block.tag == qn("w:sectPr") else block.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
            if block is not ends:
                blocks.append(block)
            if ends is not None:
                inherited = {**inherited, **_header_ids(ends)}
                paper = self._paper(ends, inherited)
                room = _millimetres(paper.width - paper.margins["left"] - paper.margins["right"])
                yield WordPart(tuple(self._block(element, room) for element in blocks), paper)
                blocks = []

    def _block(self, element: Element, room: float) -> Line | Table:
        return self._table(element) if element.tag == qn("w:tbl") else self._line(element, room, None)

    def _table(self, element: Element) -> Table:
        properties = element.find(qn("w:tblPr"))
        style = properties.find(qn("w:tblStyle")).get(qn("w:val"))
        assert properties.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed", "else Word chooses the widths"
        rows = element.findall(qn("w:tr"))
        return Table(
            tuple(tuple(self._cell(cell, style) for cell in row.findall(qn("w:tc"))) for row in rows),
            any(row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows),
            all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows),
        )

    def _cell(self, cell: Element, style: str) -> tuple[Line, ...]:
        room = _millimetres(int(cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").get(qn("w:w"))))
        return tuple(self._line(paragraph, room, style) for paragraph in cell.findall(qn("w:p")))

    def _line(self, paragraph: Element, room: float, table_style: str | None) -> Line:
        strange = {child.tag for child in paragraph} - {qn(f"w:{name}") for name in _INSIDE_PARAGRAPHS}
        assert not strange, strange
        pieces = tuple(
            Piece(_text(run), self.cascade.letters(paragraph, run, table_style)) for run in paragraph.findall(qn("w:r"))
        )
        setting = self.cascade.setting(paragraph, table_style)
        return Line("".join(piece.text for piece in pieces), pieces, setting, room)

    def _paper(self, properties: Element, headers: dict[str, str]) -> Paper:
        size, margins = properties.find(qn("w:pgSz")), properties.find(qn("w:pgMar"))
        start = properties.find(qn("w:pgNumType"))
        names = {kind: f"word/{self._target(identity)}" for kind, identity in headers.items()}
        bare = Paper(
            width=int(size.get(qn("w:w"))),
            height=int(size.get(qn("w:h"))),
            landscape=size.get(qn("w:orient")) == "landscape",
            margins={side: int(margins.get(qn(f"w:{side}"))) for side in ("top", "right", "bottom", "left", "header")},
            first_differs=properties.find(qn("w:titlePg")) is not None,
            begins=properties.find(qn("w:type")).get(qn("w:val")),
            starts_at=None if start is None else start.get(qn("w:start")),
        )
        roots = {kind: parsed(self._parts[name]) for kind, name in names.items()}
        return replace(
            bare,
            headers={
                kind: tuple(self._line(paragraph, 0, None) for paragraph in root.findall(qn("w:p")))
                for kind, root in roots.items()
            },
            number_field=frozenset(kind for kind, root in roots.items() if _has_page_field(root)),
        )

    def _target(self, identity: str) -> str:
        relations = parsed(self._parts["word/_rels/document.xml.rels"])
        return next(str(relation.get("Target")) for relation in relations if relation.get("Id") == identity)


def _text(run: Element) -> str:
    return "".join(
        (child.text or "") if child.tag == qn("w:t") else _CHARACTERS[child.tag.rpartition("}")[2]] for child in run
    )


def _header_ids(properties: Element) -> dict[str, str]:
    references = properties.findall(qn("w:headerReference"))
    return {reference.get(qn("w:type")): reference.get(qn("r:id")) for reference in references}


def _has_page_field(header: Element) -> bool:
    return [instruction.text.strip() for instruction in header.iter(qn("w:instrText"))] == ["PAGE"]


def _millimetres(twips: int) -> float:
    return twips / 1440 * 25.4
