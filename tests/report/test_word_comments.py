"""What a comment in a Word file says: all that a reviewer without the plan's file can use, in one language."""

from cchc.diagnostics import Related, Rule, Severity, Wording
from cchc.report.word_comments import comment_text
from cchc.source import Source, Span

SOURCE = Source("/nha/ai/plans\\2025.yaml", "a: 1\nb: hai   lần\n")
RULE = Rule(
    "X101",
    "some-rule",
    Severity.WARNING,
    Wording("“{value}” không đúng", "“{value}” is wrong"),
    Wording("bỏ “{value}”", "leave “{value}” out"),
)
OTHER = Related(Span(SOURCE, 8, 17), Wording("chỗ kia", "the other place"))


def test_it_says_severity_message_places_way_out_code_and_line() -> None:
    found = RULE.at(Span(SOURCE, 5, 6), value="b", related=(OTHER,))
    assert comment_text(found, "vi").split("\n") == [
        "Cảnh báo: “b” không đúng",
        "Chỗ kia: “hai lần”",
        "Cách sửa: bỏ “b”",
        "X101 (2025.yaml:2)",
    ]
    assert comment_text(found, "en").split("\n") == [
        "Warning: “b” is wrong",
        "The other place: “hai lần”",
        "Way out: leave “b” out",
        "X101 (2025.yaml:2)",
    ]


def test_what_has_no_place_and_no_way_out() -> None:
    bare = RULE._replace(hint=None, severity=Severity.NOTE).at(None, value="b")
    assert comment_text(bare, "vi").split("\n") == ["Lưu ý: “b” không đúng", "X101"]


def test_text_of_a_file_is_shown_and_not_obeyed() -> None:
    found = RULE._replace(hint=None).at(None, value="a\nb\x07\u202e")
    assert comment_text(found, "en") == "Warning: “a␊b␇U+202E” is wrong\nX101"
