"""Turn the transcription of Quyết định 1629/QĐ-UBND into `text.txt` (running text) and `rows.tsv` (appendix rows).

The words stay as transcribed; slips of the scan are corrected by whoever applies `corrections.tsv`. The program
imports nothing of the compiler, so that what it writes can judge the compiler's output.

Usage, from the root: python -m tests.acts.2025.extract TRANSCRIPTION [FOLDER]
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.acts.transcription import ACROSS, heading, paragraphs, title_across, without, write, write_rows

COLUMNS = ("label", "title", "indicator", "output", "lead", "support", "start", "end", "note")
START, END = COLUMNS.index("start"), COLUMNS.index("end")

NOISE = (
    (re.compile(r" ?\*\*05\*\*$"), "initials in ink after the last sign of the decision and of the archive line"),
    (re.compile(r"(?<=\./\.)4b$"), "initials in ink after the last sign of the plan"),
    (re.compile(r"\*\*"), "marks of bold type"),
)

# A line of its own although no empty line follows it.
TYPE_NAMES = ("QUYẾT ĐỊNH", "PHỤ LỤC")

# As transcribed on each page, where an empty cell may be covered by another one; and as merged in the act.
TRANSCRIBED_HEADING = (
    "TT|Nội dung|Tổ chức thực hiện|Kết quả, sản phẩm|Trách nhiệm tham mưu, thực hiện||Thời gian||Ghi chú",
    "||||Chủ trì|Phối hợp|Bắt đầu|Kết thúc|",
    "(1)|(2)|(3)|(4)|(5)|(6)|(7)|(8)|(9)",
)
TABLE_HEADING = (
    "TT|Nội dung|Tổ chức thực hiện|Kết quả, sản phẩm|Trách nhiệm tham mưu, thực hiện|<|Thời gian|<|Ghi chú",
    "^|^|^|^|Chủ trì|Phối hợp|Bắt đầu|Kết thúc|^",
    "(1)|(2)|(3)|(4)|(5)|(6)|(7)|(8)|(9)",
)


def opens_paragraph(line: str, previous: str) -> bool:
    """Whether a line that follows another one without an empty line between them begins a paragraph."""
    return line.startswith(("- ", "(Kèm theo")) or previous in TYPE_NAMES


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
    head = [line for line in lines[appendix:] if "\t" not in line]
    yield "## decision"
    yield from (f"@letterhead {line}" for line in lines[:title] if line)
    yield from map(tagged, paragraphs(lines[title:plan], opens_paragraph))
    yield "## plan"
    yield from map(tagged, paragraphs(lines[plan:appendix], opens_paragraph))
    yield "## appendix"
    yield from map(tagged, paragraphs(head, opens_paragraph))
    yield from (heading(line.split("|")) for line in TABLE_HEADING)
    yield "@table rows"


def cells(line: str) -> list[str]:
    """The nine cells of a table line; some pages carry empty columns to the right."""
    found = [cell.strip(" ") for cell in line.split("\t")]
    if any(found[len(COLUMNS) :]):
        raise ValueError(f"words outside the nine columns: {line!r}")
    return (found + [""] * len(COLUMNS))[: len(COLUMNS)]


def rows(lines: list[str]) -> Iterator[list[str]]:
    """The rows of the appendix without the headings that stand anew on each page.

    The title of a row that has no other cell covers them, and a time without an end covers the column of ends.
    """
    repeated = [text.split("|") for text in TRANSCRIBED_HEADING]
    for line in lines:
        if "\t" not in line or (row := cells(line)) in repeated:
            continue
        if not any(row[2:]):
            row = title_across(row)
        elif row[START] and not row[END]:
            row[END] = ACROSS
        yield row


def main(arguments: list[str]) -> None:
    """Write both files into the folder given second, by default the one of this program."""
    folder = Path(arguments[1]) if len(arguments) > 1 else Path(__file__).parent
    lines = [without(line, NOISE) for line in Path(arguments[0]).read_text(encoding="utf-8").splitlines()]
    write(folder / "text.txt", running_text(lines))
    write_rows(folder / "rows.tsv", COLUMNS, rows(lines))


if __name__ == "__main__":
    main(sys.argv[1:])
