"""The tables of the real act as lists and mappings, slips corrected where asked; nothing here reads the compiler."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PLAN = ROOT / "plans" / "2025.yaml"
PARTS = ("decision", "plan", "appendix")
COLUMNS = ("label", "title", "indicator", "output", "lead", "support", "start", "end", "note")
"""The nine columns of the appendix, from left to right."""


class Correction(NamedTuple):
    """A slip of the scan, the words as printed, and how often it stands in the extracted text."""

    transcribed: str
    printed: str
    places: int


class Derived(NamedTuple):
    """Lines that a template derives: the act's own lines (none where it has none) and those of the decree's form."""

    part: str
    tag: str
    act: tuple[str, ...]
    printed: tuple[str, ...]


def text(name: str) -> str:
    """A fixture's characters."""
    return (HERE / name).read_text(encoding="utf-8")


def table(name: str) -> list[dict[str, str]]:
    """The lines of a fixture by its column names."""
    head, *lines = (line.split("\t") for line in text(name).removesuffix("\n").split("\n"))
    return [dict(zip(head, line, strict=True)) for line in lines]


@cache
def corrections() -> tuple[Correction, ...]:
    """The corrections in the order in which they apply."""
    rows = table("2025.corrections.tsv")
    return tuple(Correction(row["transcribed"], row["printed"], int(row["count"])) for row in rows)


def corrected(words: str) -> str:
    """The words as printed."""
    for correction in corrections():
        words = words.replace(correction.transcribed, correction.printed)
    return words


def printed_rows() -> list[dict[str, str]]:
    """The rows of the appendix as printed."""
    return [{column: corrected(cell) for column, cell in row.items()} for row in table("2025.rows.tsv")]


def tagged_lines(part: str) -> Iterator[tuple[str, str]]:
    """The lines of a part of the running text as printed, each with its tag, empty for prose."""
    lines = corrected(text("2025.txt")).partition(f"## {part}\n")[2].split("\n## ")[0].splitlines()
    for line in lines:
        if line.startswith("@"):
            tag, _, words = line.removeprefix("@").partition(" ")
            yield tag, words
        else:
            yield "", line


def prose(part: str) -> list[str]:
    """The paragraphs of a part of the act as printed, without what templates derive."""
    return [line for tag, line in tagged_lines(part) if not tag]


def derived() -> list[Derived]:
    """What templates derive and print otherwise than the act, in printing order."""
    return [
        Derived(row["part"], row["tag"], _lines(row["act"]), _lines(row["printed"]))
        for row in table("2025.derived.tsv")
    ]


def _lines(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def act_lines(part: str) -> list[str]:
    """All lines of a part of the act as printed, cells of the table's headings and rows included, none empty."""
    lines: list[str] = []
    for tag, line in tagged_lines(part):
        lines += line.split("|") if tag == "table-heading" else [line]
    if part == "appendix":
        lines += [row[column] for row in printed_rows() for column in COLUMNS]
    return [line for line in lines if line]


def expected_lines(part: str) -> list[str]:
    """The lines of a part as they are to be printed: the act's, what templates derive in the decree's form."""
    lines = act_lines(part)
    for item in derived():
        if item.part == part:
            at = lines.index(item.act[0]) if item.act else 0
            lines[at : at + len(item.act)] = item.printed
    return lines
