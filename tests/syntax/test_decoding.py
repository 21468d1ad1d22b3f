"""Bytes become text, or one clear message about how to save the file."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cchc.diagnostics import Diagnostic, has_errors
from cchc.syntax.bounds import Bounds
from cchc.syntax.decoding import decode
from cchc.syntax.parsing import parse
from tests.syntax.reading import place

PLAN = "period: 2025\r\ntitle: Cải cách hành chính tỉnh Đắk Nông\r\n"


def refusal(data: bytes) -> Diagnostic:
    source, diagnostics = decode(data, "plan.yaml")
    assert source is None
    assert len(diagnostics) == 1
    return diagnostics[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_with_or_without_mark_keeps_line_ends(encoding: str) -> None:
    source, diagnostics = decode(PLAN.encode(encoding), "plan.yaml")
    assert source is not None
    assert (source.text, diagnostics) == (PLAN, [])


def test_decomposed_letters_are_composed_and_counted_composed() -> None:
    source, _ = decode("tên: Đa\u0306\u0301k Nông \U0001f600: x\n".encode(), "plan.yaml")
    assert source is not None
    assert source.text == "tên: Đắk Nông 😀: x\n"
    _, diagnostics = parse(source)
    assert [place(each) for each in diagnostics] == [("Y033", 1, 16)]


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("utf-32-le", "UTF-32"),
        ("utf-32-be", "UTF-32"),
    ],
)
def test_wide_encodings_are_refused_with_the_way_to_save(encoding: str, named: str) -> None:
    found = refusal(PLAN.encode(encoding))
    assert found.code == "Y004"
    assert found.span is None
    assert named in found.message.vi
    assert "plan.yaml" in found.message.en
    assert found.hint is not None
    assert "Notepad" in found.hint.vi
    assert "VS Code" in found.hint.en


def test_windows_1258_is_refused_at_its_first_letter() -> None:
    found = refusal(b"# k\xc3\xa9\nissuer: \xd0\xe3k N\xf4ng\n")
    assert place(found) == ("Y005", 2, 9)
    assert "D0" in found.message.vi


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_tcvn3_is_refused_as_bytes_and_as_pasted_text(encoding: str) -> None:
    found = refusal("period: 2025\ntitle: C¶i c¸ch hµnh chÝnh tØnh §¾k N«ng\n".encode(encoding))
    assert place(found) == ("Y008", 2, 8)
    assert "C¶i" in found.message.vi
    assert found.hint is not None
    assert "UniKey" in found.hint.vi


def test_signs_of_ordinary_prose_are_not_taken_for_tcvn3() -> None:
    source, diagnostics = decode("a: ±0,5 m² «một» ©2025 Word® ½".encode(), "plan.yaml")
    assert diagnostics == []
    assert source is not None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("a: b\nc: d\x00", "U+0000"),
        ("a: b\nc: d\x0b", "U+000B"),
        ("a: b\nc: d\x1b[0m", "U+001B"),
        ("a: b\nc: d\x85", "U+0085"),
        ("a: b\nc: d\u2028", "U+2028"),
        ("a: b\nc: d\ufeff", "U+FEFF"),
        ("a: b\nc: d\uffff", "U+FFFF"),
    ],
)
def test_control_characters_are_refused_at_their_place(text: str, named: str) -> None:
    found = refusal(text.encode())
    assert place(found) == ("Y006", 2, 5)
    assert named in found.message.vi


def test_tabs_and_line_ends_are_no_control_characters() -> None:
    source, _ = decode(b"a:\tb\r\nc: d\n", "plan.yaml")
    assert source is not None


def test_a_file_that_is_too_large_is_refused_before_it_is_read() -> None:
    source, diagnostics = decode(b"\xff" * 11, "plan.yaml", Bounds(size=10))
    assert source is None
    assert [each.code for each in diagnostics] == ["Y001"]
    assert "11" in diagnostics[0].message.vi
    assert decode(b"a" * 10, "plan.yaml", Bounds(size=10))[0] is not None


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
@example("e\u0301".encode())
@example("\U0002f800".encode())  # an ideograph that NFC replaces by another
def test_no_bytes_raise(data: bytes) -> None:
    source, diagnostics = decode(data, "plan.yaml")
    assert (source is None) == has_errors(diagnostics)
    if source:
        found, said = parse(source)
        assert found is not None or said


@given(st.text(alphabet=":-# \n\t[]{}\"'&*!|>%@,?aĐ12\r\u00a0", max_size=60))
def test_no_text_made_of_what_yaml_obeys_raises(text: str) -> None:
    source, _ = decode(text.encode(), "plan.yaml")
    assert source is not None
    found, said = parse(source)
    assert found is not None or said
    assert all(each.span is not None and 0 <= each.span.start <= each.span.end <= len(text) for each in said)
