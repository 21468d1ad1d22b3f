"""Pages of a PDF as poppler sees them: lines and words with their places, faces, pixels. Lengths in points."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

MILLIMETRE = 72 / 25.4
_XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or the words of one line of one column or cell; ``top`` counts downwards from the page's top."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def centre(self) -> float:
        """How far its middle is from the left edge of the page."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its size, and its lines column by column, each column's from top to bottom."""

    width: float
    height: float
    lines: tuple[Piece, ...]
    words: tuple[Piece, ...]

    def across(self) -> list[str]:
        """The words that stand at one height, from left to right, as one text for each height."""
        by_height = sorted(self.words, key=lambda word: (round(word.bottom), word.left))
        return [
            " ".join(word.text for word in words) for _, words in groupby(by_height, lambda word: round(word.bottom))
        ]

    def line(self, text: str) -> Piece:
        """The only line that is ``text``."""
        [found] = [line for line in self.lines if line.text == text]
        return found

    def has(self, text: str) -> bool:
        """Whether a line is ``text``."""
        return any(line.text == text for line in self.lines)


def read_pages(pdf: Path) -> list[Page]:
    """The pages of ``pdf``."""
    root = ElementTree.fromstring(_output("pdftotext", "-bbox-layout", "-enc", "UTF-8", str(pdf), "-"))
    return [_page(element) for element in root.iter(f"{_XHTML}page")]


def _page(element: Element) -> Page:
    lines = tuple(_piece(line, [_text(word) for word in line]) for line in element.iter(f"{_XHTML}line"))
    words = tuple(_piece(word, [_text(word)]) for word in element.iter(f"{_XHTML}word"))
    return Page(float(element.get("width", "")), float(element.get("height", "")), lines, words)


def _text(word: Element) -> str:
    return (word.text or "").replace("\u00a0", " ").replace("\u2011", "-")


def _piece(element: Element, words: Sequence[str]) -> Piece:
    left, top, right, bottom = (float(element.get(name, "")) for name in ("xMin", "yMin", "xMax", "yMax"))
    return Piece(" ".join(words), left, top, right, bottom)


def documents(pages: Sequence[Page]) -> list[list[Page]]:
    """The documents in a file: each begins with a page that shows no number."""
    found: list[list[Page]] = []
    for page in pages:
        if page_number(page) is None or not found:
            found.append([])
        found[-1].append(page)
    return found


def page_number(page: Page) -> Piece | None:
    """The number in the top margin; None where there is none."""
    first = min(page.words, key=lambda word: word.top)
    return first if first.text.isdigit() and first.bottom < 20 * MILLIMETRE else None


def faces(pdf: Path) -> dict[str, bool]:
    """The faces in ``pdf``, without the mark of a subset, and whether each is embedded."""
    rows = _output("pdffonts", str(pdf)).decode("utf-8").splitlines()[2:]
    return {row.split()[0].rpartition("+")[2]: row.split()[-5] == "yes" for row in rows}


def rules(pdf: Path, number: int) -> Iterator[Piece]:
    """The horizontal rules of a page (the first is 1), found in its pixels: rows dark for 10 mm and more."""
    scale = 2
    shot = _output("pdftoppm", "-gray", "-r", str(72 * scale), "-f", str(number), "-l", str(number), str(pdf))
    _, size, _, pixels = shot.split(b"\n", 3)
    width, height = map(int, size.split())
    for row in range(height):
        stretches = pixels[row * width : (row + 1) * width].translate(_DARK).split(b" ")
        column = 0
        for stretch in stretches:
            if len(stretch) > 10 * MILLIMETRE * scale:
                yield Piece("", column / scale, row / scale, (column + len(stretch)) / scale, (row + 1) / scale)
            column += len(stretch) + 1


_DARK = bytes(b"#"[0] if grey < 160 else b" "[0] for grey in range(256))


def _output(*command: str) -> bytes:
    return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout
