"""The bytes of a plan's file as text to change: its mark and its letters stay as they are, its line ends are known."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from cchc.diagnostics import Edit
from cchc.patterns import deferred

_BARE_END = deferred("(?<!\r)\n")
_LINE_END = deferred("\r\n|\r|\n")


def usual_line_end(text: str) -> str:
    """The end of most lines of ``text``."""
    return "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"


def with_line_ends(edit: Edit, line_end: str) -> str:
    """What ``edit`` brings, for a file whose lines end in ``line_end``; the ends of lines that were there stay."""
    return edit.text if line_end == "\n" or edit.text == edit.span.text else _BARE_END.sub(line_end, edit.text)


class Encoded(NamedTuple):
    """The characters of a file in UTF-8 as they were typed, whatever their normal form.

    ``mark`` is the byte order mark, or nothing; ``line_end`` that of most lines.
    """

    mark: bytes
    text: str
    line_end: str

    @classmethod
    def of(cls, data: bytes) -> Encoded:
        """What ``data`` holds. Raises UnicodeDecodeError; whoever reads plans has decoded them before."""
        bare = data.removeprefix(codecs.BOM_UTF8)
        text = bare.decode("utf-8")
        return cls(data[: len(data) - len(bare)], text, usual_line_end(text))

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.mark + self.text.encode("utf-8")

    def with_text(self, text: str) -> Encoded:
        """The same file with another text."""
        return self._replace(text=text)

    def with_lines(self, text: str) -> Encoded:
        """The same file with ``text``, whose lines end in ``\\n``, in its own line ends."""
        return self.with_text(text.replace("\n", self.line_end))

    @property
    def lines(self) -> str:
        """The text with lines that end in ``\\n``, as YAML reads them all."""
        return _LINE_END.sub("\n", self.text) if "\r" in self.text else self.text
