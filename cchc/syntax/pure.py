"""PyYAML's Python parser, brought to read what libyaml reads, for an installation without libyaml."""

from __future__ import annotations

from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner


class PureParser(Reader, Scanner, Parser):
    """Gives the events of libyaml, fifty times slower.

    One difference is left: a ``?`` inside an unquoted text in ``[…]`` or ``{…}`` ends that text here, which is
    a syntax error and never other data.
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
