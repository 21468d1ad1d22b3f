"""Turn the transcription of Quyết định 1982/QĐ-UBND into `text.txt` (running text) and `rows.tsv` (rows of the table).

The words stay as transcribed; slips of the transcription are corrected by whoever applies `corrections.tsv`, and what
templates derive is named in `derived.tsv` and `derived-cells.tsv`. The program imports nothing of the compiler, so that
what it writes can judge the compiler's output.

Usage, from the root: python -m tests.acts.2018.extract TRANSCRIPTION [FOLDER]
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.acts.transcription import ABOVE, ACROSS, cell, heading, paragraphs, without, write, write_rows

COLUMNS = ("label", "title", "indicator", "verification", "budget", "responsible", "start", "end", "note")
KIND = "@kind"
START, END = COLUMNS.index("start"), COLUMNS.index("end")
CELL = "\t"
"""A line that begins with it begins a cell; one that follows an empty line and begins with it, a row."""

NOISE = ((re.compile(r"(?<= ) +"), "a second space between two words"),)

# A paragraph of a cell that begins so goes on with the one before it: the narrow cell broke its line, "Tháng" and "12",
# "Quyết định ban" and "hành Đề án".
BROKEN_OFF = re.compile(r"[a-zđ]|[0-9]+$")

HEADING_ROWS = 3
TOTALS = ("Tổng", "Tổng cộng", "(Bằng chữ:")


def opens_paragraph(_line: str, _previous: str) -> bool:
    """No page breaks a line of this transcription: each is a paragraph."""
    return True


def tagged(paragraph: str) -> str:
    """Mark what the templates print otherwise, so that it can be compared apart."""
    if paragraph.startswith("(Ban hành kèm theo"):
        return f"@kem-theo {paragraph}"
    if paragraph.startswith("VỀ VIỆC"):
        return f"@subject {paragraph}"
    if paragraph == "CẢI CÁCH HÀNH CHÍNH TỈNH ĐẮK NÔNG NĂM 2018":
        return f"@title {paragraph}"
    return paragraph


def running_text(lines: list[str]) -> Iterator[str]:
    """Decision and plan, one paragraph a line under a `## part` line; cells around the signature are lines too."""
    title, plan, table = lines.index("QUYẾT ĐỊNH"), lines.index("KẾ HOẠCH"), lines.index(f"{CELL}Stt")
    plain = [line.removeprefix(CELL).strip() for line in lines]
    yield "## decision"
    yield from (f"@letterhead {line}" for line in plain[:title] if line)
    yield from map(tagged, paragraphs(plain[title:plan], opens_paragraph))
    yield "## plan"
    yield from map(tagged, paragraphs(plain[plan:table], opens_paragraph))
    yield from map(heading, merged_heading(lines[table:]))
    yield "@table rows"


def cells(lines: list[str]) -> Iterator[list[list[str]]]:
    """The rows of the table, each a list of cells, each a list of paragraphs."""
    row: list[list[str]] = []
    ended = True
    for line in lines:
        if line.startswith(CELL):
            if ended and row:
                yield row
                row = []
            row.append([line.removeprefix(CELL)])
        elif line and BROKEN_OFF.match(line):
            row[-1][-1] += f" {line}"
        elif line:
            row[-1].append(line)
        ended = not line
    yield row


def merged_heading(lines: list[str]) -> Iterator[list[str]]:
    """The heading: the time covers its two columns, all others cover the row below."""
    first, second, numbers = ([cell(found) for found in row] for row in list(cells(lines))[:HEADING_ROWS])
    time = first.index("Thời gian thực hiện")
    yield [*first[: time + 1], ACROSS, *first[time + 1 :]]
    yield [text or ABOVE for text in second]
    yield numbers


def rows(lines: list[str]) -> Iterator[list[str]]:
    """The rows below the heading, as wide as the table.

    The last cell of a row that has fewer than all, and of a result, covers the columns to its right; a total's word
    covers label and title, and a time without an end covers the column of ends.
    """
    width = len(COLUMNS)
    for found in list(cells(lines))[HEADING_ROWS:]:
        row = [cell(texts) for texts in found]
        total = row[0].startswith(TOTALS)
        if total and len(row) == width - 1:
            row.insert(1, ACROSS)
        while len(row) > 1 and len(row) < width and not row[-1]:
            row.pop()
        row += [ACROSS] * (width - len(row))
        if row[START] and not row[END]:
            row[END] = ACROSS
        yield [*row, "total" if total else ""]


def main(arguments: list[str]) -> None:
    """Write both files into the folder given second, by default the one of this program."""
    folder = Path(arguments[1]) if len(arguments) > 1 else Path(__file__).parent
    lines = [without(line, NOISE) for line in Path(arguments[0]).read_text(encoding="utf-8").splitlines()]
    write(folder / "text.txt", running_text(lines))
    table = lines[lines.index(f"{CELL}Stt") :]
    write_rows(folder / "rows.tsv", (*COLUMNS, KIND), rows(table))


if __name__ == "__main__":
    main(sys.argv[1:])
