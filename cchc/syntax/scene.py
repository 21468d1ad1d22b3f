"""The place where reading stopped, and the lines around it."""

from __future__ import annotations

from dataclasses import dataclass

from cchc.source import Source, Span
from cchc.syntax.events import Failure
from cchc.syntax.nodes import Scalar
from cchc.syntax.quoting import lead_length, quote_value


@dataclass(frozen=True, slots=True)
class Scene:
    """A failure in its source: ``last`` is the scalar read before it, ``bracket`` the innermost one still open."""

    source: Source
    failure: Failure
    last: Scalar | None
    bracket: int | None

    @property
    def offset(self) -> int:
        return self.failure.offset

    @property
    def begin(self) -> int:
        """Where what could not be read begins."""
        around = self.failure.context_offset
        return self.failure.offset if around is None else around

    @property
    def character(self) -> str:
        """The character at the failure; empty at the end of the text."""
        return self.source.text[self.offset : self.offset + 1]

    def says(self, *problems: str) -> bool:
        """Whether the library's words for the problem hold one of ``problems``."""
        return any(problem in self.failure.problem for problem in problems)

    def reading(self, *contexts: str) -> bool:
        """Whether the library was reading one of ``contexts``."""
        return any(context in self.failure.context for context in contexts)

    def span(self, start: int, length: int = 1) -> Span:
        """``length`` characters from ``start`` on, as far as the text goes."""
        return Span(self.source, start, min(start + length, len(self.source.text)))

    def number(self, offset: int) -> int:
        """The number of the line that holds ``offset``."""
        return self.source.position(offset)[0]

    def line(self, offset: int) -> str:
        """The line that holds ``offset``."""
        return self.source.line(self.number(offset))

    def column(self, offset: int) -> int:
        """How many characters stand before ``offset`` in its line."""
        return self.source.position(offset)[1] - 1

    def text_start(self, offset: int) -> int:
        """Where in the line of ``offset`` its text begins, after indentation, dashes and key."""
        return offset - self.column(offset) + lead_length(self.line(offset))

    def quoting(self, start: int) -> str | None:
        """The line with its text in quotes, if its text begins at ``start``."""
        return quote_value(self.line(start)) if start == self.text_start(start) else None

    def filled_above(self, number: int) -> int:
        """The number of the next line above ``number`` that is neither blank nor a comment; 0 where there is none."""
        number -= 1
        while number and self.source.line(number).strip()[:1] in ("", "#"):
            number -= 1
        return number
