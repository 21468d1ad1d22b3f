"""The pages that LibreOffice makes of a file."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc.backends.docx.writer import write
from cchc.document.nodes import Document, Paragraph, Row, Section, Table, Text
from tests.backends import demo
from tests.backends.sheet import SHEET
from tests.backends.test_tables import cell

pytestmark = pytest.mark.rendering

LAST_LINES = "Điều khoản thi hành của Quyết định này được giao cho các cơ quan. " * 4


def _rows_to_the_edge() -> Iterator[Section]:
    """Tables that end a few twips above and below the bottom of their page, each followed by a section."""
    for count in range(49, 53):
        rows = tuple(Row((cell(f"hàng {number}"), cell())) for number in range(count))
        yield Section((Table((1, 3), rows),))


def _signatures_at_the_edge() -> Iterator[Section]:
    """A text that pushes the signature over the end of its page, one line more each time."""
    for count in range(30, 36):
        lines = [demo.line("body", f"dòng {number}") for number in range(count)]
        last = Paragraph("body", (Text(LAST_LINES),), keep_next=True)
        yield Section((*lines, last, demo.signature()))


def _many_groups() -> Section:
    rows: list[Row] = list(demo.header_rows())
    for group in range(40):
        rows += [demo.group_row(f"LĨNH VỰC {group}"), *map(demo.task_row, range(group % 5 + 1))]
    return Section((Table(demo.TASK_WIDTHS, tuple(rows)),), orientation="landscape")


DOCUMENTS = {
    "demo": demo.document(),
    "tables": Document("tables", (*_rows_to_the_edge(), Section((demo.line("body", "HẾT"),)))),
    "signatures": Document("signatures", tuple(_signatures_at_the_edge())),
    "groups": Document("groups", (_many_groups(),)),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[str]]]:
    """The lines of each page of each document."""
    folder = tmp_path_factory.mktemp("pages")
    soffice, reader = shutil.which("soffice"), shutil.which("pdftotext")
    assert soffice, "LibreOffice is not installed"
    assert reader, "poppler is not installed"
    for name, document in DOCUMENTS.items():
        (folder / f"{name}.docx").write_bytes(write(document, SHEET, demo.PROPERTIES))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"{name}.docx") for name in DOCUMENTS]
    convert = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(convert, check=True, capture_output=True, timeout=120)
    return {name: _lines(reader, folder / f"{name}.pdf") for name in DOCUMENTS}


def _lines(reader: str, path: Path) -> list[list[str]]:
    command = [reader, "-layout", "-enc", "UTF-8", str(path), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    return [[line.strip() for line in page.splitlines() if line.strip()] for page in text.split("\f")[:-1]]


def _single_spaced(line: str) -> str:
    return " ".join(line.split())


def test_no_page_is_blank(pages: dict[str, list[list[str]]]) -> None:
    for name, of_document in pages.items():
        for number, page in enumerate(of_document, start=1):
            assert len(page) > 1 or page == ["HẾT"], f"{name}, page {number}"


def test_a_document_opens_with_the_letterhead_on_two_lines(pages: dict[str, list[list[str]]]) -> None:
    decision, plan = pages["demo"][0], pages["demo"][1]
    for page in (decision, plan):
        assert _single_spaced(page[0]) == "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        assert _single_spaced(page[1]) == "TỈNH THỬ NGHIỆM Độc lập - Tự do - Hạnh phúc"
    assert _single_spaced(decision[2]) == "Số: /QĐ-UBND Thử Nghiệm, ngày 30 tháng 12 năm 2024"


def test_pages_are_numbered_at_the_top_from_the_second_on(pages: dict[str, list[list[str]]]) -> None:
    decision, plan, plan_2, *appendix = pages["demo"]
    assert not decision[0].isdigit()
    assert not plan[0].isdigit()
    assert plan_2[0] == "2"
    assert [page[0] for page in appendix] == ["Phụ lục", *map(str, range(2, len(appendix) + 1))]


def test_header_rows_stand_on_every_page_of_a_table(pages: dict[str, list[list[str]]]) -> None:
    appendix = pages["demo"][3:]
    assert len(appendix) > 3
    for page in (*appendix, *pages["groups"]):
        assert sum(line.split() == [f"({number})" for number in range(1, 10)] for line in page) == 1
    tasks = [line.split()[0] for page in appendix for line in page if "thủ tục hành" in line]
    assert sum("Rà soát" in line for page in appendix for line in page) == 40
    assert len(tasks) == 40


def test_a_group_row_ends_no_page(pages: dict[str, list[list[str]]]) -> None:
    groups = pages["groups"]
    assert len(groups) > 8
    assert sum("LĨNH VỰC" in line for page in groups for line in page) == 40
    assert not any("LĨNH VỰC" in page[-1] for page in groups)


def test_rows_fill_a_page_and_the_next_section_follows(pages: dict[str, list[list[str]]]) -> None:
    rows = [sum("hàng" in line for line in page) for page in pages["tables"]]
    assert rows == [49, 50, 50, 1, 50, 2, 0]


def test_the_signature_takes_the_last_lines_along(pages: dict[str, list[list[str]]]) -> None:
    signed = [page for page in pages["signatures"] if any("Nguyễn Văn Thử" in line for line in page)]
    assert len(signed) == 6
    for page in signed:
        start = next(index for index, line in enumerate(page) if line.startswith("Nơi nhận:"))
        assert sum("thi hành" in line or "cơ quan" in line for line in page[:start]) >= 2
        assert any("CHỦ TỊCH" in line for line in page[start:])
