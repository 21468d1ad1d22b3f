"""What reads one part of a package as its elements come, and the reading of the styles."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from cchc.backends.docx.guarded_xml import guarded_parser, parse

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
"""What begins the names of the elements and attributes that the parser tells."""

_NO_BORDER = frozenset({"nil", "none"})
_SIDES = ("top", "left", "start", "bottom", "right", "end", "insideH", "insideV")
_LOWEST_TEXT = 40
"""Twips: an empty line of an exact height up to this is no line of text."""

Attributes = dict[str, str]


class PartReader:
    """Calls ``starts`` and ``ends`` by element name while a part is parsed."""

    def __init__(self) -> None:
        self.starts: dict[str, Callable[[Attributes], None]] = {}
        self.ends: dict[str, Callable[[], None]] = {}
        self._parser = guarded_parser()

    def read(self, chunks: Iterable[bytes]) -> None:
        starts, ends = self.starts, self.ends

        def start(name: str, attributes: Attributes) -> None:
            if take := starts.get(name):
                take(attributes)

        def end(name: str) -> None:
            if take := ends.get(name):
                take()

        self._parser.StartElementHandler = start
        self._parser.EndElementHandler = end
        parse(self._parser, self.unread(chunks))
        # They hold this reader, and with it all that was read, of which a long run reads thousands.
        self._parser.StartElementHandler = self._parser.EndElementHandler = None
        starts.clear()
        ends.clear()

    def unread(self, chunks: Iterable[bytes]) -> Iterable[bytes]:
        """Of a part's ``chunks`` what the parser is to be given; asked for after each, when it has read it."""
        return chunks


class StylesReader(PartReader):
    """Reads the styles: their labels, which draw borders around tables, which are too low for text."""

    def __init__(self) -> None:
        super().__init__()
        self.labels: dict[str, str] = {}
        self.bordered: set[str] = set()
        self.low: set[str] = set()
        self._style = ""
        self._in_table_borders = False
        self.starts = {
            f"{WORD}style": self._style_starts,
            f"{WORD}name": self._name,
            f"{WORD}spacing": self._spacing,
            f"{WORD}tblBorders": lambda _: self._table_borders(True),
            **{f"{WORD}{side}": self._side for side in _SIDES},
        }
        self.ends = {f"{WORD}tblBorders": lambda: self._table_borders(False)}

    def _style_starts(self, attributes: Attributes) -> None:
        self._style = attributes.get(f"{WORD}styleId", "")

    def _name(self, attributes: Attributes) -> None:
        self.labels[self._style] = attributes.get(f"{WORD}val", "")

    def _spacing(self, attributes: Attributes) -> None:
        height = attributes.get(f"{WORD}line", "")
        exact = attributes.get(f"{WORD}lineRule") == "exact" and height.isdecimal()
        if exact and int(height) <= _LOWEST_TEXT:
            self.low.add(self._style)

    def _table_borders(self, inside: bool) -> None:
        self._in_table_borders = inside

    def _side(self, attributes: Attributes) -> None:
        if self._in_table_borders and attributes.get(f"{WORD}val") not in _NO_BORDER:
            self.bordered.add(self._style)
