"""Tracked changes in a package: on runs, ends of paragraphs, rows and footnotes, each with an id of its own."""

from datetime import UTC, datetime
from pathlib import Path
from xml.etree.ElementTree import Element

from cchc.backends.docx.writer import write
from cchc.document.nodes import (
    Block,
    Break,
    Cell,
    Columns,
    Comment,
    Document,
    Note,
    Paragraph,
    Revision,
    Row,
    Section,
    Table,
    Text,
    Tracked,
)
from tests.backends.demo import PROPERTIES, line
from tests.backends.package_checks import all_problems
from tests.backends.packages import parts_of
from tests.backends.sheet import SHEET
from tests.backends.test_package import audit
from tests.backends.wordml import W, find_all, parsed

WHEN = datetime(2025, 3, 1, 8, tzinfo=UTC)
GONE = Revision("deleted", "Người <rà> soát", WHEN, 1)
COME = Revision("inserted", "cchc", None, 2)
WHY = (Comment("cchc", "cchc", "vì sao"),)


def whole(text: str, revision: Revision, style: str = "body", rule: float = 0.0) -> Paragraph:
    inlines = (Tracked(revision, (Text(text),), WHY),) if text else ()
    return Paragraph(style, inlines, rule, mark=revision)


def row(revision: Revision | None, *texts: str, rowspan: int = 1) -> Row:
    cells = (Cell((whole(text, revision, "cell") if revision else line("cell", text),)) for text in texts)
    first, *rest = cells
    return Row((first._replace(rowspan=rowspan), *rest), revision=revision)


BLOCKS: tuple[Block, ...] = (
    Paragraph(
        "body", (Text("giữ "), Tracked(GONE, (Text("cũ "), Break(), Note("chân cũ"))), Tracked(COME, (Text("mới"),)))
    ),
    whole("có kẻ", GONE, "issuer", rule=0.4),
    Columns((1, 1), ((whole("trái", COME),), (whole("", COME),)), COME),
    Table((1, 1), (row(None, "a", "b"), row(GONE, "x", ""), row(COME, "gộp", "1", rowspan=2), row(COME, "2"))),
    whole("giữa hai bảng", GONE),
    Table((1, 1), (row(None, "c", "d"),)),
    whole("cuối phần", COME),
)
DATA = write(Document("x", (Section(BLOCKS), Section((line("body", "sau"),)))), SHEET, PROPERTIES)


def body(data: bytes = DATA) -> Element:
    return parsed(parts_of(data)["word/document.xml"].decode("utf-8").partition("?>")[2])


def test_the_package_is_sound(tmp_path: Path) -> None:
    assert audit(DATA, tmp_path) == []
    assert all_problems(DATA) == []


def test_each_has_an_id_its_author_and_its_time_if_known() -> None:
    found = [each for each in body().iter() if each.tag in (f"{W}ins", f"{W}del")]
    ids = [each.get(f"{W}id") for each in found]
    assert len(ids) == len(set(ids)) > 20
    said = {(each.tag.removeprefix(W), each.get(f"{W}author"), each.get(f"{W}date")) for each in found}
    assert said == {("del", "Người <rà> soát", "2025-03-01T08:00:00Z"), ("ins", "cchc", None)}


def test_deleted_text_is_no_text() -> None:
    for deleted in body().iter(f"{W}del"):
        assert not list(deleted.iter(f"{W}t"))
    assert not [inserted for inserted in body().iter(f"{W}ins") if list(inserted.iter(f"{W}delText"))]
    assert [each.text for each in body().iter(f"{W}delText")][:2] == ["cũ ", "có kẻ"]
    [gone] = [each for each in body().iter(f"{W}del") if list(each.iter(f"{W}footnoteReference"))]
    assert list(gone.iter(f"{W}br"))


def test_a_row_that_goes_has_its_mark_behind_another_property_and_takes_all_paragraphs_along() -> None:
    rows = [each for each in body().iter(f"{W}tr") if find_all(each, "w:trPr/w:del") or find_all(each, "w:trPr/w:ins")]
    assert len(rows) == 4
    for each in rows:
        [properties] = find_all(each, "w:trPr")
        assert [child.tag.removeprefix(W) for child in properties] in (["cantSplit", "del"], ["cantSplit", "ins"])
        kind = properties[1].tag
        for paragraph in each.iter(f"{W}p"):
            assert [child.tag for child in find_all(paragraph, "w:pPr/w:rPr/*")] == [kind]


def test_the_line_under_a_paragraph_goes_with_it() -> None:
    ruled = [each for each in body().iter(f"{W}p") if find_all(each, "w:pPr/w:ind")]
    assert ruled
    assert all(find_all(each, "w:pPr/w:rPr/w:del") for each in ruled)


def test_comments_on_what_goes_are_points_inside_it() -> None:
    """LibreOffice 7.4 leaves an empty row where the row that goes holds a stretch of a comment."""
    assert not list(body().iter(f"{W}commentRangeStart"))
    inside = [
        each for kind in ("ins", "del") for each in body().iter(f"{W}{kind}") if list(each.iter(f"{W}commentReference"))
    ]
    assert len(inside) == len(list(body().iter(f"{W}commentReference"))) > 5


def test_tables_stay_apart_and_sections_end_when_a_paragraph_goes() -> None:
    def style(element: Element) -> str:
        [found] = find_all(element, "w:pPr/w:pStyle")
        return found.get(f"{W}val", "")

    [root] = find_all(body(), "w:document/w:body")
    tags = [each.tag.removeprefix(W) + (f":{style(each)}" if each.tag == f"{W}p" else "") for each in root]
    between = tags[tags.index("tbl") + 1 :]
    assert between == ["p:Spacer", "tbl", "p:body", "p:Spacer", "tbl", "p:body", "p:Spacer", "p:body", "sectPr"]
    ends = [each for each in root if find_all(each, "w:pPr/w:sectPr")]
    assert [style(each) for each in ends] == ["Spacer"]


def test_a_document_without_revisions_has_none() -> None:
    data = write(Document("x", (Section((line("body", "x"),)),)), SHEET, PROPERTIES)
    assert not [each for each in body(data).iter() if each.tag in (f"{W}ins", f"{W}del")]
