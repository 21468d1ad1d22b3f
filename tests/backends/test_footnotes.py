"""Footnotes in a package: one mark for each, in their order, and the words that belong to it."""

from pathlib import Path
from zipfile import ZipFile

from cchc.backends.docx.readback import read_back
from cchc.backends.docx.writer import write
from cchc.document.nodes import Cell, Document, Note, Paragraph, Row, Section, Table, Text
from tests.backends.demo import PROPERTIES, line
from tests.backends.package_checks import all_problems
from tests.backends.sheet import SHEET
from tests.backends.wordml import attributes, find_all, parsed, text_of

NOTED = Paragraph("body", (Text("Tỷ lệ"), Note("Một & <hai>"), Text(" hồ sơ"), Note("  cách  ")))
IN_TABLE = Table((1,), (Row((Cell((Paragraph("cell", (Note("trong ô"), Text("x"))),)),)),))
DATA = write(Document("x", (Section((NOTED,)), Section((IN_TABLE, line("body", "y"))))), SHEET, PROPERTIES)


def part(name: str, tmp_path: Path) -> str:
    path = tmp_path / "a.docx"
    path.write_bytes(DATA)
    with ZipFile(path) as package:
        return package.read(name).decode("utf-8").partition("?>")[2]


def test_the_package_is_sound() -> None:
    assert all_problems(DATA) == []


def test_each_mark_leads_to_its_words_in_the_order_of_the_text(tmp_path: Path) -> None:
    marks = [
        attributes(mark, ".")["id"]
        for mark in parsed(part("word/document.xml", tmp_path)).iter()
        if mark.tag.endswith("}footnoteReference")
    ]
    notes = find_all(parsed(part("word/footnotes.xml", tmp_path)), "w:footnotes/w:footnote")
    words = {attributes(note, ".")["id"]: text_of(note) for note in notes}
    assert [words[mark] for mark in marks] == [" Một & <hai>", "   cách  ", " trong ô"]
    assert [words[number] for number in ("0", "1")] == ["", ""]


def test_they_are_read_back_apart_from_the_text() -> None:
    reading = read_back(DATA)
    assert reading.notes == ("Một & <hai>", "cách", "trong ô")
    assert ("Nội dung", "Tỷ lệ hồ sơ") in reading.paragraphs
    assert reading.tables[0][0].cells == ("x",)


def test_numbers_begin_anew_with_each_document_and_go_on_inside_it(tmp_path: Path) -> None:
    data = write(
        Document("x", (Section((NOTED,)), Section((line("body", "y"),), opens_document=False))), SHEET, PROPERTIES
    )
    (tmp_path / "b.docx").write_bytes(data)
    with ZipFile(tmp_path / "b.docx") as package:
        body = parsed(package.read("word/document.xml").decode("utf-8").partition("?>")[2])
    restarts = [attributes(each, ".")["val"] for each in body.iter() if each.tag.endswith("}numRestart")]
    assert restarts == ["eachSect", "continuous"]
