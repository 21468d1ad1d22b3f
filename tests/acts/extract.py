"""Turn the transcription of Quyết định 1629/QĐ-UBND into `2025.txt` (running text) and `2025.rows.tsv` (appendix rows).

The words stay as transcribed; slips of the scan are corrected by whoever applies `2025.corrections.tsv`. The program
imports nothing of the compiler, so that what it writes can judge the compiler's output.

Usage: python extract.py TRANSCRIPTION [FOLDER]
"""

import re
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

COLUMNS = ("label", "title", "indicator", "output", "lead", "support", "start", "end", "note")
TIME = "time"
ACROSS = "across"

# Marks of the scan and of the pen that are no words of the act, in the order in which they are taken away.
NOISE = (
    (re.compile(r" ?\*\*05\*\*$"), "initials in ink after the last sign of the decision and of the archive line"),
    (re.compile(r"(?<=\./\.)4b$"), "initials in ink after the last sign of the plan"),
    (re.compile(r"\*\*"), "marks of bold type"),
)

# A line of its own although no empty line follows it.
TYPE_NAMES = ("QUYẾT ĐỊNH", "PHỤ LỤC")

TABLE_HEADING = (
    "TT|Nội dung|Tổ chức thực hiện|Kết quả, sản phẩm|Trách nhiệm tham mưu, thực hiện||Thời gian||Ghi chú",
    "||||Chủ trì|Phối hợp|Bắt đầu|Kết thúc|",
    "(1)|(2)|(3)|(4)|(5)|(6)|(7)|(8)|(9)",
)


def clean(line: str) -> str:
    """Take the noise away from one line."""
    for pattern, _reason in NOISE:
        line = pattern.sub("", line)
    return line.strip(" ")


def opens_paragraph(line: str, previous: str) -> bool:
    """Whether a line that follows another one without an empty line between them begins a paragraph."""
    return line.startswith(("- ", "(Kèm theo")) or previous in TYPE_NAMES


def paragraphs(lines: list[str]) -> Iterator[str]:
    """Join the lines that the page broke; an empty line ends a paragraph."""
    for filled, chunk in groupby(lines, key=bool):
        if not filled:
            continue
        joined = ""
        previous = ""
        for line in chunk:
            if joined and opens_paragraph(line, previous):
                yield joined
                joined = ""
            joined = f"{joined} {line}".strip()
            previous = line
        yield joined


def tagged(paragraph: str) -> str:
    """Mark what the templates derive, so that it can be compared apart."""
    if paragraph.startswith("(Kèm theo"):
        return f"@kem-theo {paragraph}"
    if paragraph == "PHỤ LỤC":
        return f"@label {paragraph}"
    return paragraph


def running_text(lines: list[str]) -> Iterator[str]:
    """Decision, plan and the head of the appendix: one paragraph a line under a `## part` line."""
    title = lines.index("QUYẾT ĐỊNH")
    plan = lines.index("KẾ HOẠCH")
    appendix = lines.index("PHỤ LỤC")
    yield "## decision"
    yield from (f"@letterhead {line}" for line in lines[:title] if line)
    yield from map(tagged, paragraphs(lines[title:plan]))
    yield "## plan"
    yield from map(tagged, paragraphs(lines[plan:appendix]))
    yield "## appendix"
    yield from map(tagged, paragraphs([line for line in lines[appendix:] if "\t" not in line]))
    yield from (f"@table-heading {line}" for line in TABLE_HEADING)


def cells(line: str) -> list[str]:
    """The nine cells of a table line; some pages carry empty columns to the right."""
    found = [cell.strip(" ") for cell in line.split("\t")]
    if any(found[len(COLUMNS) :]):
        raise ValueError(f"words outside the nine columns: {line!r}")
    return (found + [""] * len(COLUMNS))[: len(COLUMNS)]


def rows(lines: list[str]) -> Iterator[list[str]]:
    """The rows of the appendix without the headings that stand anew on each page, with the marker of merged time."""
    heading = [text.split("|") for text in TABLE_HEADING]
    for line in lines:
        if "\t" not in line:
            continue
        row = cells(line)
        if row in heading:
            continue
        start, end = row[COLUMNS.index("start")], row[COLUMNS.index("end")]
        yield [*row, ACROSS if start and not end else ""]


def main(arguments: list[str]) -> None:
    """Write both files into the folder given second, by default the one of this program."""
    folder = Path(arguments[1]) if len(arguments) > 1 else Path(__file__).parent
    # Tabs at a line's end are empty cells: only the noise goes.
    lines = [clean(line) for line in Path(arguments[0]).read_text(encoding="utf-8").splitlines()]
    table = [[*COLUMNS, TIME], *rows(lines)]
    write(folder / "2025.txt", running_text(lines))
    write(folder / "2025.rows.tsv", ("\t".join(row) for row in table))


def write(path: Path, lines: Iterator[str]) -> None:
    """Write UTF-8 lines that end in LF on every system."""
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
