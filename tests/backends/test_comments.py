"""Comments in a package: each with its stretch of text, its mark and its words, once."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element

import docx

from cchc.backends.docx.properties import UNDATED
from cchc.backends.docx.readback import read_back
from cchc.backends.docx.writer import write
from cchc.document.nodes import Block, Cell, Columns, Comment, Document, Note, Paragraph, Row, Section, Table, Text
from tests.backends import demo
from tests.backends.demo import PROPERTIES, line
from tests.backends.package_checks import all_problems
from tests.backends.packages import parts_of
from tests.backends.sheet import SHEET
from tests.backends.test_package import audit
from tests.backends.wordml import W, attributes, find_all, text_of


def said(text: str) -> tuple[Comment, ...]:
    return tuple(Comment("Người <rà> soát", "N&R", each) for each in text.split("|"))


def cell(text: str, remark: str = "", rowspan: int = 1) -> Cell:
    return Cell((line("cell", text)._replace(comments=said(remark) if remark else ()),), rowspan=rowspan)


SPECIAL = 'Một & <hai> "ba"\x00\x07\ud800\uffff\n\nđoạn\tcuối'
BLOCKS = (
    Paragraph(
        "body",
        (Text("cả "), Text("vài chữ", comments=said("chữ")), Text(" đoạn", bold=True)),
        comments=said("đoạn|nữa"),
    ),
    Columns(
        (1, 1),
        (
            (line("issuer", "có kẻ", rule=0.4)._replace(comments=said("kẻ")),),
            (Paragraph("body", (), comments=said("trống")),),
        ),
    ),
    Table(
        (1, 1),
        (
            Row((cell("gộp", "ô", rowspan=2), cell("a")), comments=said("dòng một")),
            Row((cell("b"),), comments=said("dòng hai")),
        ),
    ),
    Paragraph("body", (Text("có chú thích"), Note("chân trang")), comments=said(SPECIAL)),
)
DOCUMENT = Document("x", (Section(BLOCKS), Section((line("body", "cuối phần")._replace(comments=said("cuối")),))))
DATA = write(DOCUMENT, SHEET, PROPERTIES)
WORDS = ["đoạn", "nữa", "chữ", "kẻ", "trống", "dòng một", "ô", "dòng hai", SPECIAL, "cuối"]


def part(name: str, data: bytes = DATA) -> Element:
    from xml.etree import ElementTree

    return ElementTree.fromstring(parts_of(data)[name])


def test_the_package_is_sound(tmp_path: Path) -> None:
    assert audit(DATA, tmp_path) == []
    assert all_problems(DATA) == []


def test_python_docx_reads_every_comment() -> None:
    read = list(docx.Document(BytesIO(DATA)).comments)
    assert sorted(comment.text for comment in read if comment.text in WORDS) == sorted(set(WORDS) - {SPECIAL})
    assert len(read) == len(WORDS)
    assert {(comment.author, comment.initials) for comment in read} == {("Người <rà> soát", "N&R")}
    assert {str(comment.timestamp) for comment in read} == {"2024-12-30 00:00:00+00:00"}


def test_what_xml_cannot_carry_is_shown_by_its_number() -> None:
    [read] = [comment for comment in docx.Document(BytesIO(DATA)).comments if comment.text.startswith("Một")]
    assert [each.text for each in read.paragraphs] == [
        'Một & <hai> "ba"U+0000U+0007U+D800U+FFFF',
        "",
        "đoạnU+0009cuối",
    ]


def stretches(data: bytes = DATA) -> dict[str, str]:
    """The text between the beginning and the end of each comment, by its words; each mark stands behind its end."""
    words = {
        attributes(comment, ".")["id"]: "\n".join(map(text_of, find_all(comment, "w:p")))
        for comment in find_all(part("word/comments.xml", data), "w:comment")
    }
    open_: dict[str, list[str]] = {}
    found: dict[str, str] = {}
    marks: list[str] = []
    for element in part("word/document.xml", data).iter():
        number = element.get(f"{W}id", "")
        match element.tag.removeprefix(W):
            case "commentRangeStart":
                assert number not in found
                open_[number] = []
            case "commentRangeEnd":
                found[words[number]] = "".join(open_.pop(number))
            case "commentReference":
                marks.append(words[number])
            case "t":
                for texts in open_.values():
                    texts.append(element.text or "")
    assert open_ == {}
    assert sorted(marks) == sorted(words.values()) == sorted(found)
    return found


def test_each_speaks_of_its_stretch_of_text() -> None:
    found = stretches()
    assert found.pop(next(text for text in found if text.startswith("Một"))) == "có chú thích"
    assert found == {
        "đoạn": "cả vài chữ đoạn",
        "nữa": "cả vài chữ đoạn",
        "chữ": "vài chữ",
        "kẻ": "có kẻ",
        "trống": "",
        "dòng một": "gộpa",
        "ô": "gộp",
        "dòng hai": "b",
        "cuối": "cuối phần",
    }


def test_the_text_is_read_back_as_without_comments() -> None:
    bare = write(bare_tree(DOCUMENT), SHEET, PROPERTIES)
    assert read_back(DATA) == read_back(bare)


def bare_tree(document: Document) -> Document:
    """``document`` as if nobody had said anything."""
    blocks = (
        Paragraph("body", (Text("cả "), Text("vài chữ"), Text(" đoạn", bold=True))),
        Columns((1, 1), ((line("issuer", "có kẻ", rule=0.4),), (Paragraph("body", ()),))),
        Table((1, 1), (Row((cell("gộp", rowspan=2), cell("a"))), Row((cell("b"),)))),
        Paragraph("body", (Text("có chú thích"), Note("chân trang"))),
    )
    return document._replace(sections=(Section(blocks), Section((line("body", "cuối phần"),))))


def test_comments_of_a_file_without_a_date_have_none() -> None:
    data = write(DOCUMENT, SHEET, replace(PROPERTIES, created=UNDATED))
    assert {comment.timestamp for comment in docx.Document(BytesIO(data)).comments} == {None}
    assert all_problems(data) == []


def test_a_letterhead_with_comments_stands_below_an_empty_paragraph_one_point_high() -> None:
    """LibreOffice would put one of full height there, and the last line of a full page on the next."""
    letterhead = Columns((1, 1), ((line("issuer", "trái"),), (line("issuer", "phải"),)))
    signed = line("body", "x")

    def opening(*blocks: Block) -> str:
        data = write(Document("x", (Section(blocks),)), SHEET, PROPERTIES)
        first = find_all(part("word/document.xml", data), "w:body/*")[0]
        style = find_all(first, "w:pPr/w:pStyle")
        return attributes(style[0], ".")["val"] if style else first.tag.removeprefix(W)

    assert opening(letterhead, signed) == "tbl"
    assert opening(letterhead, signed._replace(comments=said("x"))) == "Spacer"
    assert opening(signed._replace(comments=said("x")), letterhead) == "body"


def test_a_document_without_comments_has_nothing_of_them() -> None:
    everything = b"".join(parts_of(demo.file(tasks=3, length=1)).values())
    assert b"omment" not in everything
    assert b"annotation" not in everything
