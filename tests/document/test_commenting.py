"""Comments put into a tree: at their words where these stand once, else at the paragraph; none is lost."""

from cchc.document.commenting import Remark, with_comments
from cchc.document.dump import dump
from cchc.document.nodes import Break, Cell, Columns, Comment, Document, Paragraph, Row, Section, Table, Text

TREE = Document(
    "x",
    (
        Section(
            (
                Paragraph("a", (Text("Điều\u00a01."), Text(" Sở Nội vụ, Sở Y tế", bold=True), Break(), Text("hết"))),
                Columns((1, 1), ((Paragraph("b", (Text("trái"),)),), (Paragraph("c", ()),))),
                Table((1,), (Row((Cell((Paragraph("d", (Text("một"),)), Paragraph("d", (Text("hai"),)))),)),)),
            )
        ),
        Section((Paragraph("e", (Text("cuối"),)),)),
    ),
)


def remark(text: str, words: str = "") -> Remark:
    return Remark(Comment("ai", "a", text), words)


def lines(*remarks: Remark, at: int = 0) -> list[str]:
    """The lines of the tree that are new with ``remarks`` at paragraph ``at``."""
    before = dump(TREE).splitlines()
    return [line.strip() for line in dump(with_comments(TREE, {at: remarks})).splitlines() if line not in before]


def test_a_tree_of_which_nothing_is_said_stays() -> None:
    assert with_comments(TREE, {}) == TREE
    assert not TREE.commented


def test_paragraphs_are_counted_as_they_are_read() -> None:
    said = {index: (remark(str(index)),) for index in range(6)}
    tree = with_comments(TREE, said)
    assert tree.commented
    found = [(paragraph.text[-3:], paragraph.comments[0].text) for paragraph in tree.paragraphs()]
    assert found == [("hết", "0"), ("rái", "1"), ("", "2"), ("một", "3"), ("hai", "4"), ("uối", "5")]


def test_words_bear_a_comment_and_keep_their_look() -> None:
    assert lines(remark("x", "Nội vụ")) == [
        "a: Điều␣1.** Sở ****Nội vụ**«comment by ai (a): x»**, Sở Y tế**⏎hết",
    ]


def test_words_are_found_through_no_break_spaces() -> None:
    assert lines(remark("x", "Điều 1.")) == ["a: Điều␣1.«comment by ai (a): x»** Sở Nội vụ, Sở Y tế**⏎hết"]


def test_words_that_stand_twice_over_two_runs_or_nowhere_leave_it_to_the_paragraph() -> None:
    for words in ("Sở", "1. Sở", "tế\nhết", "không có"):
        assert lines(remark("x", words)) == ["comment by ai (a): x"]


def test_several_comments_at_the_same_words_all_stand_there() -> None:
    assert lines(remark("x", "hết"), remark("y", "hết"), remark("z")) == [
        "a: Điều␣1.** Sở Nội vụ, Sở Y tế**⏎hết«comment by ai (a): x»«comment by ai (a): y»",
        "comment by ai (a): z",
    ]


def test_words_inside_others_and_around_them_leave_it_to_the_paragraph() -> None:
    assert lines(remark("x", "Nội vụ"), remark("y", "vụ"), remark("z", "Sở Nội vụ,")) == [
        "a: Điều␣1.** Sở ****Nội vụ**«comment by ai (a): x»**, Sở Y tế**⏎hết",
        "comment by ai (a): y",
        "comment by ai (a): z",
    ]


def test_rows_and_dumps_tell_comments_apart() -> None:
    row = Row((Cell((Paragraph("d", ()),)),), comments=(Comment("ai", "a", "«dòng»"),))
    tree = Document("x", (Section((Table((1,), (row,)),)),))
    assert tree.commented
    assert "comment by ai (a): \\«dòng»" in dump(tree)
