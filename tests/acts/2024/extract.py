"""Turn the transcription of Kế hoạch 475/KH-UBND into `text.txt`, `rows-1.tsv` and `rows-2.tsv` (Phụ lục 01 and 02).

The words stay as transcribed; slips are corrected by whoever applies `corrections.tsv`. The transcription has no
tables: each paragraph of a cell is a paragraph, and an empty cell is none. Which column a paragraph belongs to follows
from rules that the functions state; where none decides, `LEADS` does. The program imports nothing of the compiler.

Usage: python -m tests.acts.2024.extract TRANSCRIPTION [FOLDER]
"""

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.acts.transcription import ABOVE, ACROSS, cell, heading, title_across, write, write_rows

FIRST, LAST = "ỦY BAN NHÂN DÂN", "Văn bản này chưa cập nhật nội dung Tiếng Anh"
"""The first line of the act, and the first of the page around it that follows the act."""
RULE = re.compile(r"-+")
"""The lines that the letterhead draws under the issuer and the motto."""
APPENDICES = ("PHỤ LỤC 01", "PHỤ LỤC 02")

SCORES = ("max", "achieved", "target")
CELLS = ("measures", "lead", "support", "note")
SCORECARD = ("label", "title", *SCORES, *CELLS)
OPINION = ("label", "title", "lead", "support", "when", "note")
KIND = "@kind"
"""A last column that is no cell: `total` marks the row that is computed."""

SCORECARD_HEADING = (
    (
        *("STT", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Điểm theo bộ tiêu chí", "Điểm đạt được năm 2023"),
        *("Mục tiêu năm 2024", "Nhiệm vụ, giải pháp", "Trách nhiệm thực hiện", ACROSS, "Ghi chú"),
    ),
    (*[ABOVE] * 6, "Chủ trì", "Phối hợp", ABOVE),
    tuple(f"({number})" for number in range(1, 10)),
)
OPINION_HEADING = (
    ("TT", "Nhiệm vụ", "Thực hiện", ACROSS, "Thời gian thực hiện", "Ghi chú"),
    (ABOVE, ABOVE, "Cơ quan chủ trì", "Cơ quan phối hợp", ABOVE, ABOVE),
)

SCORE = re.compile(r"[0-9]+(\.[0-9]+)?")
CRITERION = re.compile(r"[1-8](\.[0-9]){0,2}")
OFFICE = ("Giám đốc ", "Chánh Văn phòng ", "Thủ trưởng ", "Thù trường ", "Chủ tịch UBND ")
"""What a lead begins with, and no measure: the office of who is responsible ("Thù trường" is a slip)."""
LEADS = {"3.2.3": "Sở Thông tin và Truyền thông"}
"""Leads without an office. 3.2.3: a body alone, between two measures and three supports with dashes."""
SURVEYED = "Điều tra XHH"
"""The only note: support never holds it."""
TOTAL = "TỔNG ĐIỂM"
OPINION_LABEL = re.compile(r"[AB]|I|II|III|IV|V|[0-9]{1,2}")
ALWAYS = "Thường xuyên"


def running_text(act: Sequence[str]) -> Iterator[str]:
    """The plan and the heads of its appendices, one paragraph a line under a `## part` line."""
    title = act.index("KẾ HOẠCH")
    first, second = (act.index(name) for name in APPENDICES)
    yield "## plan"
    yield from (f"@letterhead {line}" for line in letterhead(act[:title]))
    yield act[title]
    yield f"@subject {act[title + 1]}"
    yield from act[title + 2 : first]
    for number, at, head in ((1, first, SCORECARD_HEADING), (2, second, OPINION_HEADING)):
        name, subject, attached = act[at : at + 3]
        yield f"## appendix-{number}"
        yield from (f"@label {name}", subject, f"@kem-theo {attached}")
        yield from map(heading, head)
        yield f"@table rows-{number}"


def letterhead(lines: Sequence[str]) -> Iterator[str]:
    """The columns that the transcription mixes: issuer and number on the left, motto, place and date on the right."""
    *issuer, state, motto, number, place = (line for line in lines if not RULE.fullmatch(line))
    yield from (*issuer, number, state, motto, place)


def below(table: Sequence[str], heads: Sequence[Sequence[str]]) -> Sequence[str]:
    """The paragraphs of a table under its heading; ValueError where the heading has other words."""
    words = [text for row in heads for text in row if text not in (ABOVE, ACROSS)]
    if sorted(table[: len(words)]) != sorted(words):
        raise ValueError(f"another heading: {table[: len(words)]}")
    return table[len(words) :]


# Phụ lục 01


def opens_criterion(at: int, table: Sequence[str]) -> bool:
    """Whether a row begins here: its number, a title that is no number, and three scores."""
    label, title, *scores = (*table[at : at + 5], *[""] * 5)[:5]
    return bool(
        CRITERION.fullmatch(label) and not SCORE.fullmatch(title) and all(SCORE.fullmatch(score) for score in scores)
    )


def scorecard(table: Sequence[str]) -> Iterator[list[str]]:
    """The 120 criteria and the total."""
    end = table.index(TOTAL)
    starts = [at for at in range(end) if opens_criterion(at, table)]
    above: list[str] = []
    for at, following in zip(starts, [*starts[1:], end], strict=True):
        label, title, *scores = table[at : at + 5]
        holds_rows = following < end and table[following].startswith(f"{label}.")
        cells = responsible(label, table[at + 5 : following])
        if not any(cells) and not holds_rows:
            cells = merged(above)
        yield [label, title, *scores, *cells, ""]
        above = cells
    yield ["", TOTAL, *table[end + 1 : end + 4], *[""] * len(CELLS), "total"]


def responsible(label: str, texts: Sequence[str]) -> list[str]:
    """The four cells behind the scores: measures up to the lead (one paragraph), then support, at the end the note."""
    note = [text for text in texts[-1:] if text == SURVEYED]
    texts = texts[: len(texts) - len(note)]
    leads = [at for at, text in enumerate(texts) if text.startswith(OFFICE) or text == LEADS.get(label)]
    if not texts:
        return [""] * len(CELLS)
    (lead,) = leads
    return [cell(texts[:lead]), texts[lead], cell(texts[lead + 1 :]), cell(note)]


def merged(above: Sequence[str]) -> list[str]:
    """The cells of a criterion that says nothing of its own and holds no others: those of the one above go on in it."""
    return [ABOVE if text else "" for text in above]


# Phụ lục 02


def opinion(table: Sequence[str]) -> Iterator[list[str]]:
    """The groups and the 16 tasks; a task ends with its time, the paragraph before is its support, the others lead."""
    starts = [at for at, text in enumerate(table) if OPINION_LABEL.fullmatch(text)]
    for at, following in zip(starts, [*starts[1:], len(table)], strict=True):
        label, title, *texts = table[at:following]
        if not texts:
            yield title_across([label, title, "", "", "", ""])
            continue
        *leads, support, when = texts
        if when != ALWAYS or (len(leads) > 1 and not all(text.startswith("- ") for text in leads)):
            raise ValueError(f"not lead, support and time: {texts}")
        yield [label, title, cell(leads), support, when, ""]


def main(arguments: Sequence[str]) -> None:
    """Write the three files into the folder given second, by default the one of this program."""
    folder = Path(arguments[1]) if len(arguments) > 1 else Path(__file__).parent
    lines = Path(arguments[0]).read_text(encoding="utf-8").splitlines()
    act = [line.strip(" ") for line in lines[lines.index(FIRST) : lines.index(LAST)] if line.strip(" ")]
    first, second = (act.index(name) + 3 for name in APPENDICES)
    criteria = below(act[first : second - 3], SCORECARD_HEADING)
    tasks = below(act[second:], OPINION_HEADING)
    write(folder / "text.txt", running_text(act))
    write_rows(folder / "rows-1.tsv", (*SCORECARD, KIND), scorecard(criteria))
    write_rows(folder / "rows-2.tsv", OPINION, opinion(tasks))


if __name__ == "__main__":
    main(sys.argv[1:])
