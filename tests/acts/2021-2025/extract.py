"""Turn the transcription of Quyết định 1271/QĐ-UBND into `text.txt` (running text) and `rows.tsv` (appendix rows).

The words stay as transcribed; slips of the scan are corrected by whoever applies `corrections.tsv`. The program
imports nothing of the compiler, so that what it writes can judge the compiler's output.

Usage: python -m tests.acts.2021-2025.extract TRANSCRIPTION [FOLDER]
"""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tests.acts.transcription import heading, paragraphs, without, write, write_rows

COLUMNS = ("label", "title", "lead", "support", "when")
TABLE_HEADING = ("TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện")

# Marks of the scan that are no words of the act, in the order in which they are taken away.
NOISE = (
    (re.compile(r"\*"), "marks of bold and sloping type"),
    (re.compile(r"^ *- (?=\+ |[a-zđ]\) )"), "dashes of the transcription's own lists, before the act's own sign"),
    (re.compile(r"^4$"), "initials in ink beside the archive line"),
)

OWN_LINES = ("QUYẾT ĐỊNH", "TM. ỦY BAN NHÂN DÂN")
"""Lines that end a paragraph although no empty line follows."""

ITEM = re.compile(r"[-+] |[a-zđ]\) ")


def opens_paragraph(line: str, previous: str) -> bool:
    """Whether a line that follows another one without an empty line between them begins a paragraph."""
    return bool(ITEM.match(line)) or line.startswith("(Ban hành kèm theo") or previous in OWN_LINES


def whole(lines: list[str]) -> Iterator[str]:
    """The paragraphs, those that a page cut joined."""
    joined = ""
    for paragraph in paragraphs(lines, opens_paragraph):
        if joined and is_rest(paragraph):
            joined = f"{joined} {paragraph}"
            continue
        if joined:
            yield joined
        joined = paragraph
    yield joined


def is_rest(paragraph: str) -> bool:
    """Whether a paragraph goes on with the one before: it begins with a small letter, and with no point's sign."""
    return paragraph[0].islower() and not ITEM.match(paragraph)


def tagged(paragraph: str) -> str:
    """Mark what the templates derive, so that it can be compared apart."""
    if paragraph.startswith("(Ban hành kèm theo"):
        return f"@kem-theo {paragraph}"
    if paragraph == "PHỤ LỤC":
        return f"@label {paragraph}"
    if paragraph.startswith("Nhiệm vụ triển khai Kế hoạch"):
        return f"@title {paragraph}"
    return paragraph


def running_text(lines: list[str]) -> Iterator[str]:
    """Decision, plan and the appendix without its rows: one paragraph a line under a `## part` line."""
    title, plan, appendix = map(lines.index, ("QUYẾT ĐỊNH", "KẾ HOẠCH", "PHỤ LỤC"))
    yield "## decision"
    yield from (f"@letterhead {line}" for line in lines[:title] if line)
    yield from map(tagged, whole(lines[title:plan]))
    yield "## plan"
    yield from map(tagged, whole(lines[plan:appendix]))
    yield "## appendix"
    yield from map(tagged, whole([line for line in lines[appendix:] if "\t" not in line]))
    yield heading(TABLE_HEADING)
    yield "@table rows"


def rows(lines: Iterable[str]) -> Iterator[list[str]]:
    """The rows of the appendix; one without a number is the rest of the row above, which the page cut."""
    row: list[str] = []
    for line in lines:
        cells = [cell.strip(" ") for cell in line.split("\t")]
        if len(cells) == 1 or tuple(cells) == TABLE_HEADING or set("".join(cells)) == {"-"}:
            continue
        if cells[0]:
            if row:
                yield row
            row = cells
        else:
            row = joined(row, cells)
    yield row


def joined(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """The cells of a row that stands on two pages."""
    return [f"{first} {rest}".strip(" ") for first, rest in zip(above, below, strict=True)]


def main(arguments: list[str]) -> None:
    """Write both files into the folder given second, by default the one of this program."""
    folder = Path(arguments[1]) if len(arguments) > 1 else Path(__file__).parent
    lines = [without(line, NOISE) for line in Path(arguments[0]).read_text(encoding="utf-8").splitlines()]
    write(folder / "text.txt", running_text(lines))
    write_rows(folder / "rows.tsv", COLUMNS, rows(lines))


if __name__ == "__main__":
    main(sys.argv[1:])
