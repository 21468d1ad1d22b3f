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
        "Chỗ kia: “hai lần” (2025.yaml:2)",
        "Cách sửa: bỏ “b”",
        "X101 (2025.yaml:2)",
    ]
    assert comment_text(found, "en").split("\n") == [
        "Warning: “b” is wrong",
        "The other place: “hai lần” (2025.yaml:2)",
        "Way out: leave “b” out",
        "X101 (2025.yaml:2)",
    ]


def test_other_places_of_which_the_same_is_said_stand_on_one_line() -> None:
    """Words that the line already has are not quoted again."""
    elsewhere = Source("plans/2024.yaml", "\nhai   lần")
    named = Wording("“hai lần” ở đây", "“hai lần” here")
    spans = [Span(SOURCE, 0, 4), Span(SOURCE, 8, 17), Span(SOURCE, 8, 17), Span(elsewhere, 1, 10)]
    first, *others = [Related(span, named) for span in spans]
    found = RULE._replace(hint=None).at(Span(SOURCE, 5, 6), value="b", related=(first, *others, OTHER))
    assert comment_text(found, "vi").split("\n")[1:-1] == [
        "“hai lần” ở đây: “a: 1” (2025.yaml:1)",
        "“hai lần” ở đây (2025.yaml:2)",
        "“hai lần” ở đây (2024.yaml:2)",
        "Chỗ kia: “hai lần” (2025.yaml:2)",
    ]
    twice = RULE._replace(hint=None).at(None, value="b", related=(OTHER, OTHER._replace(span=Span(SOURCE, 8, 17))))
    assert comment_text(twice, "en").split("\n")[1] == "The other place: “hai lần” (2025.yaml:2)"
    lines = [Related(Span(SOURCE, at, at + 2), Wording("cũng ở đây: “{x}”", "x").fill({"x": "a: b:"})) for at in (0, 5)]
    joined = RULE._replace(hint=None).at(None, value="b", related=tuple(lines))
    assert comment_text(joined, "vi").split("\n")[1] == "Cũng ở đây: “a: b:” (2025.yaml:1, 2)"


def test_what_has_no_place_and_no_way_out() -> None:
    bare = RULE._replace(hint=None, severity=Severity.NOTE).at(None, value="b")
    assert comment_text(bare, "vi").split("\n") == ["Lưu ý: “b” không đúng", "X101"]


def test_text_of_a_file_is_shown_and_not_obeyed() -> None:
    found = RULE._replace(hint=None).at(None, value="a\nb\x07\u202e")
    assert comment_text(found, "en") == "Warning: “a␊b␇U+202E” is wrong\nX101"
