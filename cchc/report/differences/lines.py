"""Stretches of styled text broken into lines that a terminal has room for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from cchc.language.width import columns
from cchc.report.plain import plain
from cchc.report.terminal import Styled

_columns = lru_cache(maxsize=16384)(columns)
# Plans repeat their words: to count each anew would take half of the time.

NARROWEST = 30
"""Columns that a text gets, however narrow the terminal is."""


def wrapped(
    stretches: Iterable[Styled], width: int | None, indent: int = 0, hanging: int | None = None
) -> Iterator[list[Styled]]:
    """The lines of ``stretches`` in ``width`` columns (absent: not broken but at line ends in the text).

    The first line begins behind ``indent`` columns, the others behind ``hanging`` (absent: the same). Lines break at
    spaces; a word that is longer than a line is cut.
    """
    hanging = indent if hanging is None else hanging
    line, used, room = _begun(indent, width)
    for word in _words(stretches):
        if word is None:
            yield _joined(line)
            line, used, room = _begun(hanging, width)
            continue
        # A terminal has widths to count; a file takes each text on one line.
        length = 1 if room is None else sum(_columns(piece.text) for piece in word)
        if room is not None and used and used + 1 + length > room:
            yield _joined(line)
            line, used, room = _begun(hanging, width)
        if used:
            line.append(Styled(" ", word[0].style if line[-1].style == word[0].style else ""))
            used += 1
        if room is not None and length > room:
            *whole, word = _cut(word, room)
            for piece in whole:
                yield _joined([*line, *piece])
                line, used, room = _begun(hanging, width)
            length = sum(_columns(piece.text) for piece in word)
        line += word
        used += length
    yield _joined(line)


def _begun(indent: int, width: int | None) -> tuple[list[Styled], int, int | None]:
    return [Styled(" " * indent)] * bool(indent), 0, None if width is None else max(width - indent, NARROWEST)


def _words(stretches: Iterable[Styled]) -> Iterator[list[Styled] | None]:
    """The words, of pieces in their styles; None where a line of the text ends."""
    word: list[Styled] = []
    for text, style in stretches:
        for number, line in enumerate(text.split("\n")):
            if number:
                yield from ([word] if word else [])
                yield None
                word = []
            for position, piece in enumerate(line.split(" ")):
                if position and word:
                    yield word
                    word = []
                if piece:
                    word.append(Styled(plain(piece), style))
    if word:
        yield word


def _cut(word: list[Styled], room: int) -> list[list[Styled]]:
    """A word in pieces of ``room`` columns at most."""
    pieces: list[list[Styled]] = [[]]
    used = 0
    for text, style in word:
        for character in text:
            width = columns(character)
            if used + width > room:
                pieces.append([])
                used = 0
            pieces[-1].append(Styled(character, style))
            used += width
    return [_joined(piece) for piece in pieces]


def _joined(pieces: Iterable[Styled]) -> list[Styled]:
    """``pieces`` with neighbours of one style in one."""
    found: list[Styled] = []
    for text, style in pieces:
        if found and found[-1].style == style:
            found[-1] = Styled(found[-1].text + text, style)
        else:
            found.append(Styled(text, style))
    return found
