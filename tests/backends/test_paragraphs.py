"""Paragraphs, and the lines drawn under them."""

from dataclasses import replace

import pytest

from cchc.backends.docx.face import text_width
from cchc.backends.docx.footnotes import Footnotes
from cchc.backends.docx.measures import twips
from cchc.backends.docx.paragraphs import Paragraphs, spacer
from cchc.document.nodes import Break, Paragraph, Text
from cchc.document.style import Alignment
from tests.backends.sheet import NO_COMMENTS, SHEET
from tests.backends.wordml import attributes, find_all, has, parsed, text_of

WIDTH = 9355
MOTTO = "Độc lập - Tự do - Hạnh phúc"
write = Paragraphs(SHEET, Footnotes(SHEET), NO_COMMENTS).paragraph


def line(style: str, text: str, rule: float = 0, keep_next: bool = False) -> Paragraph:
    return Paragraph(style, (Text(text),), rule, keep_next)


def rule_of(paragraph: Paragraph, width: int = WIDTH, sheet: Paragraphs | None = None) -> tuple[int, int]:
    """Where the rule under a paragraph starts and how long it is, in twips."""
    _, rule = find_all(
        parsed((sheet or Paragraphs(SHEET, Footnotes(SHEET), NO_COMMENTS)).paragraph(paragraph, width)), "w:p"
    )
    assert attributes(rule, "w:pPr/w:pStyle") == {"val": "Rule"}
    assert text_of(rule) == ""
    indents = attributes(rule, "w:pPr/w:ind")
    left, right = int(indents["left"]), int(indents["right"])
    return left, width - left - right


def test_a_paragraph_names_its_style_and_carries_its_text() -> None:
    assert write(line("body", "a & b"), WIDTH) == (
        '<w:p><w:pPr><w:pStyle w:val="body"/></w:pPr><w:r><w:t>a &amp; b</w:t></w:r></w:p>'
    )


def test_an_empty_paragraph_stays() -> None:
    assert write(Paragraph("signer-space", ()), WIDTH) == '<w:p><w:pPr><w:pStyle w:val="signer-space"/></w:pPr></w:p>'


def test_a_style_that_the_sheet_does_not_have() -> None:
    with pytest.raises(KeyError, match="typo"):
        write(line("typo", "a"), WIDTH)


def test_keep_next_stands_where_the_style_does_not_say_it() -> None:
    assert has(parsed(write(line("body", "a", keep_next=True), WIDTH)), "w:p/w:pPr/w:keepNext")
    assert has(parsed(write(line("body", "a"), WIDTH, keep_next=True)), "w:p/w:pPr/w:keepNext")
    assert not has(parsed(write(line("part", "a", keep_next=True), WIDTH)), "w:p/w:pPr/w:keepNext")


def test_the_rule_under_the_motto_is_as_long_as_the_motto_and_in_the_middle() -> None:
    start, length = rule_of(line("motto", MOTTO, rule=1), width=5670)
    assert length == pytest.approx(twips(text_width(MOTTO, 14, bold=True)), abs=1)
    assert start == pytest.approx((5670 - length) / 2, abs=1)


@pytest.mark.parametrize("share", [1 / 3, 0.4, 0.5])
def test_a_rule_is_a_share_of_the_line(share: float) -> None:
    start, length = rule_of(line("issuer", "ỦY BAN NHÂN DÂN", rule=share))
    assert length == pytest.approx(share * 43.19 * 1440 / 25.4, abs=2)
    assert start + length / 2 == pytest.approx(WIDTH / 2, abs=1)


def test_a_rule_is_a_share_of_the_longest_line() -> None:
    two_lines = Paragraph("subject", (Text("Kế hoạch"), Break(), Text("cải cách hành chính năm 2025")), rule=0.5)
    assert rule_of(two_lines) == rule_of(line("subject", "cải cách hành chính năm 2025", rule=0.5))


def test_a_rule_under_a_text_that_wraps_is_not_longer_than_its_room() -> None:
    _, length = rule_of(line("subject", "cải cách hành chính " * 20, rule=1))
    assert 0.8 * WIDTH < length <= WIDTH


@pytest.mark.parametrize(("align", "middle"), [("left", 0.0), ("justify", 0.0), ("center", 0.5), ("right", 1.0)])
def test_a_rule_stands_in_the_middle_of_its_line_wherever_that_is(align: Alignment, middle: float) -> None:
    style = replace(SHEET.paragraphs["issuer"], align=align, left=10)
    sheet = Paragraphs(replace(SHEET, paragraphs={"issuer": style}), Footnotes(SHEET), NO_COMMENTS)
    text = twips(text_width("ỦY BAN NHÂN DÂN", 13, bold=True))
    start, length = rule_of(line("issuer", "ỦY BAN NHÂN DÂN", rule=0.5), sheet=sheet)
    assert start + length / 2 == pytest.approx(567 + (WIDTH - 567 - text) * middle + text / 2, abs=2)


def test_a_rule_stays_with_its_text_and_comes_before_the_space_below() -> None:
    style = replace(SHEET.paragraphs["issuer"], after=6)
    sheet = Paragraphs(replace(SHEET, paragraphs={"issuer": style}), Footnotes(SHEET), NO_COMMENTS)
    text, rule = find_all(parsed(sheet.paragraph(line("issuer", "A", rule=0.5), WIDTH)), "w:p")
    assert has(text, "w:pPr/w:keepNext")
    assert not has(rule, "w:pPr/w:keepNext")
    assert attributes(text, "w:pPr/w:spacing") == {"after": "0"}
    assert attributes(rule, "w:pPr/w:spacing") == {"after": "120"}


def test_a_rule_keeps_with_the_next_where_its_paragraph_does() -> None:
    for paragraph in (line("subject", "A", rule=0.5), line("issuer", "A", rule=0.5, keep_next=True)):
        _, rule = find_all(parsed(write(paragraph, WIDTH)), "w:p")
        assert has(rule, "w:pPr/w:keepNext")


def test_section_properties_stand_in_the_last_paragraph() -> None:
    section = "<w:sectPr/>"
    assert has(parsed(write(line("body", "a"), WIDTH, section=section)), "w:p/w:pPr/w:sectPr")
    *texts, last = find_all(parsed(write(line("subject", "a", rule=1), WIDTH, section=section)), "w:p")
    assert has(last, "w:pPr/w:sectPr")
    assert not any(has(text, "w:pPr/w:sectPr") for text in texts)
    assert has(parsed(spacer(section=section)), "w:p/w:pPr/w:sectPr")
