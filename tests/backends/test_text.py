"""Inline text as runs."""

import pytest

from cchc.backends.docx.text import escape, run
from cchc.document.nodes import Break, Text
from cchc.document.style import ParagraphStyle

PLAIN = ParagraphStyle(name="plain", label="Plain")
BOLD = ParagraphStyle(name="bold", label="Bold", bold=True)


def test_markup_is_escaped() -> None:
    assert escape("R&D <1> \"x\" 'y'") == "R&amp;D &lt;1&gt; &quot;x&quot; 'y'"
    assert run(Text("a & b"), PLAIN) == "<w:r><w:t>a &amp; b</w:t></w:r>"


@pytest.mark.parametrize("code", [0, 0x9, 0xA, 0xB, 0xD, 0x1F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF])
def test_a_character_that_no_text_may_have_is_refused_by_its_number(code: int) -> None:
    with pytest.raises(ValueError, match=f"U\\+{code:04X}"):
        run(Text(f"a{chr(code)}b"), PLAIN)


def test_no_break_characters() -> None:
    assert run(Text("30\u00a0tháng"), PLAIN) == "<w:r><w:t>30\u00a0tháng</w:t></w:r>"
    assert run(Text("QĐ\u2011UBND"), PLAIN) == "<w:r><w:t>QĐ</w:t><w:noBreakHyphen/><w:t>UBND</w:t></w:r>"
    assert run(Text("\u2011"), PLAIN) == "<w:r><w:noBreakHyphen/></w:r>"


@pytest.mark.parametrize("text", [" a", "a ", "a  b"])
def test_spaces_that_xml_would_lose_are_preserved(text: str) -> None:
    assert run(Text(text), PLAIN) == f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_a_break_and_an_empty_text() -> None:
    assert run(Break(), PLAIN) == "<w:r><w:br/></w:r>"
    assert run(Text(""), PLAIN) == ""


def test_a_run_carries_only_what_differs_from_its_style() -> None:
    assert run(Text("a", bold=True), BOLD) == run(Text("a", bold=None), BOLD) == "<w:r><w:t>a</w:t></w:r>"
    assert run(Text("a", bold=True), PLAIN) == "<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t>a</w:t></w:r>"
    assert run(Text("a", strike=True), BOLD) == "<w:r><w:rPr><w:strike/></w:rPr><w:t>a</w:t></w:r>"
    off = '<w:b w:val="0"/><w:bCs w:val="0"/>'
    assert run(Text("a", bold=False, italic=True), BOLD) == f"<w:r><w:rPr>{off}<w:i/><w:iCs/></w:rPr><w:t>a</w:t></w:r>"
