"""PyYAML's Python parser, brought to read what libyaml reads, for an installation without libyaml."""

from __future__ import annotations

from yaml.error import Mark
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError


class PureParser(Reader, Scanner, Parser):
    """Gives the events of libyaml, several times slower.

    Where a difference is left, one of the two refuses what the other takes, and neither reads other data: here a
    ``?`` inside an unquoted text in ``[…]`` is refused, there a ``:`` directly before the bracket.
    """

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def scan_to_next_token(self) -> None:
        """Skip what separates tokens: as in libyaml also tabs, but for those that would indent."""
        super().scan_to_next_token()
        while self.peek() == "\t" and (self.flow_level or not self.allow_simple_key):
            self.forward()
            super().scan_to_next_token()

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Mark) -> list[str]:
        """A part of a quoted text. Raises ScannerError, as libyaml does, for an escape that is no character."""
        try:
            chunks: list[str] = super().scan_flow_scalar_non_spaces(double, start_mark)
            "".join(chunks).encode("utf-8")
        except (ValueError, OverflowError) as error:  # chr() above U+10FFFF, or half of a surrogate pair
            problem = "found invalid Unicode character escape code"
            raise ScannerError("while parsing a quoted scalar", start_mark, problem, self.get_mark()) from error
        return chunks
