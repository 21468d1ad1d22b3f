"""Texts that tell where they print: in a trial print, words that stand for a numbered text bear its number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Self

from cchc.patterns import deferred

_OPENING = "\ufdd2"
_DIGITS = "\ufde0\ufde1\ufde2\ufde3\ufde4\ufde5\ufde6\ufde7\ufde8\ufde9"
"""Noncharacters, which a file cannot hold (``syntax.characters``): nothing that an author typed is taken for them."""

_NUMBER = deferred(f"{_OPENING}([{_DIGITS}]+)")
_WRITTEN = str.maketrans("0123456789", _DIGITS)
_READ = str.maketrans(_DIGITS, "0123456789")


class Anchored(str):
    """A text with a number. Whoever compares, looks up or parses it cannot tell it from any other."""

    number: int

    def __new__(cls, text: str, number: int) -> Self:
        anchored = super().__new__(cls, text)
        anchored.number = number
        return anchored

    def split(self, *arguments: Any, **named: Any) -> list[str]:
        """Its parts, each with the number: of a text of several paragraphs each tells where it prints."""
        return [Anchored(part, self.number) for part in super().split(*arguments, **named)]


def bearing(value: object, text: str) -> str:
    """``text``, which prints for ``value``, with the number that this may have; nothing stays nothing."""
    if not text or not isinstance(value, Anchored):
        return text
    return f"{_OPENING}{str(value.number).translate(_WRITTEN)}{text}"


def numbers_in(text: str) -> Iterator[int]:
    """The numbers that ``text`` bears, in their order."""
    return (int(match[1].translate(_READ)) for match in _NUMBER.finditer(text))


def located(text: str) -> tuple[str, list[tuple[int, int]]]:
    """``text`` without the numbers that it bears, and these with the characters at which they stood."""
    found: list[tuple[int, int]] = []
    taken = 0
    for match in _NUMBER.finditer(text):
        found.append((int(match[1].translate(_READ)), match.start() - taken))
        taken += match.end() - match.start()
    return _NUMBER.sub("", text), found
