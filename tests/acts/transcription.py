"""What the programs that extract an act from its transcription share; it imports nothing of the compiler."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

ACROSS = "<"
"""A cell that the cell to its left covers."""
ABOVE = "^"
"""A cell that is merged with the one above."""
BREAK = r"\n"
"""Stands between two paragraphs of a cell."""

Noise: TypeAlias = Sequence[tuple[re.Pattern[str], str]]
"""What is no word of the act, each with what it is, in the order in which it is taken away."""


def without(line: str, noise: Noise) -> str:
    """One line without the noise and without spaces around it; tabs stay, they are empty cells."""
    for pattern, _what in noise:
        line = pattern.sub("", line)
    return line.strip(" ")


def paragraphs(lines: Iterable[str], opens: Callable[[str, str], bool]) -> Iterator[str]:
    """Join the lines that the page broke; an empty line ends a paragraph.

    ``opens(line, previous)`` says whether a line begins a paragraph although none is empty before it.
    """
    for filled, chunk in groupby(lines, key=bool):
        if not filled:
            continue
        joined = ""
        previous = ""
        for line in chunk:
            if joined and opens(line, previous):
                yield joined
                joined = ""
            joined = f"{joined} {line}".strip()
            previous = line
        yield joined


def cell(texts: Iterable[str]) -> str:
    """A cell of several paragraphs, as a table of rows writes it."""
    return BREAK.join(texts)


def heading(cells: Iterable[str]) -> str:
    """A heading row of a table, as the running text writes it."""
    return f"@table-heading {'|'.join(cells)}"


def title_across(cells: Sequence[str]) -> list[str]:
    """A row of label and title: the title covers the empty cells to its right, up to the next that holds something."""
    label, title, *rest = cells
    filled = next((at for at, text in enumerate(rest) if text), len(rest))
    return [label, title, *[ACROSS] * filled, *rest[filled:]]


def write(path: Path, lines: Iterable[str]) -> None:
    """Write UTF-8 lines that end in LF on every system."""
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a table of rows below the names of its columns."""
    write(path, ("\t".join(cells) for cells in [columns, *rows]))
