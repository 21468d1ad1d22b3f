"""Turn the transcription of Đắk Lắk's draft decision and plan for 2025 into `text.txt`; the act has no table.

The words stay as transcribed; slips are corrected by whoever applies `corrections.tsv`. The program imports nothing of
the compiler, so that what it writes can judge the compiler's output.

Usage, from the root: python -m tests.acts.dak-lak-2025.extract TRANSCRIPTION [FOLDER]
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.acts.transcription import paragraphs, without, write

NOISE = (
    (re.compile(r"^ *\d+ *$"), "the number of a page"),
    (re.compile(r"^http://vbpl\.vn/daklak$"), "the address behind a link, which stands in the text as well"),
)

ENUMERATOR = re.compile(r"(?:[IVX]+\.|[0-9]+\.|[a-zđ]\)|-|Điều [0-9]\.) ")

# The transcription has an empty line behind each line, so that only words tell where a paragraph without an enumerator
# begins.
BEGINNINGS = (
    *("QUYẾT ĐỊNH", "Về việc ban hành", "CHỦ TỊCH ỦY BAN", "Căn cứ ", "Theo đề nghị", "Chánh Văn phòng", "Nơi nhận:"),
    *("KẾ HOẠCH", "Cải cách hành chính Nhà nước tỉnh", "(Ban hành kèm theo", "Chủ đề CCHC", "Để kế hoạch hoàn thành"),
    *("Chủ trì, phối hợp với các cơ quan có liên quan tham mưu", "Chủ trì, tham mưu UBND tỉnh thực hiện nhiệm vụ"),
    *("Thường xuyên cải tiến", "Thường xuyên cập nhật", "Trong quá trình tổ chức thực hiện Kế hoạch này"),
)

# Of a list that jumps from e) to f), where the decree has g).
AFTER_E = re.compile(r"[f-k]\) ")
NEW_LIST = re.compile(r"(?:a\)|[0-9IVX]+\.) ")


def opens_paragraph(line: str, _previous: str) -> bool:
    """Whether a line begins a paragraph."""
    return line.startswith(BEGINNINGS) or ENUMERATOR.match(line) is not None


def whole(lines: list[str]) -> Iterator[str]:
    """The lines with a symbol that was broken behind its hyphen joined again, without the empty ones."""
    held = ""
    for line in filter(None, lines):
        held += line
        if not line.endswith("NĐ-"):
            yield held
            held = ""


def tagged(lines: Iterator[str]) -> Iterator[str]:
    """Mark what the templates derive otherwise, so that it can be compared apart."""
    jumped = False
    for line in lines:
        jumped = line.startswith("f) ") or (jumped and not NEW_LIST.match(line))
        if line.startswith("(Ban hành kèm theo"):
            yield f"@kem-theo {line}"
        elif line == "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH":
            yield f"@authority {line}"
        elif jumped and AFTER_E.match(line):
            yield f"@enumerator {line}"
        else:
            yield line


def running_text(lines: list[str]) -> Iterator[str]:
    """Decision and plan: one paragraph a line under a `## part` line."""
    plan = lines.index("KẾ HOẠCH")
    for part, of_part in (("decision", lines[:plan]), ("plan", lines[plan:])):
        yield f"## {part}"
        yield from tagged(paragraphs(whole(of_part), opens_paragraph))


def main(arguments: list[str]) -> None:
    """Write the file into the folder given second, by default the one of this program."""
    folder = Path(arguments[1]) if len(arguments) > 1 else Path(__file__).parent
    lines = [without(line, NOISE) for line in Path(arguments[0]).read_text(encoding="utf-8").splitlines()]
    write(folder / "text.txt", running_text(lines))


if __name__ == "__main__":
    main(sys.argv[1:])
