"""Edits at their places: the file's own bytes, and no value but those that they touch."""

from __future__ import annotations

from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from yaml import YAMLError

from cchc.diagnostics import Diagnostic, Edit, Severity, Wording
from cchc.edit.applying import Applied, apply_fixes, fixes_in
from cchc.edit.encoded import Encoded
from cchc.edit.positions import Positions
from cchc.source import Source, Span
from cchc.syntax.decoding import decode
from tests.edit.plain_yaml import plain
from tests.edit.texts import layouts

_WORD, _MENDED = "Uỷ ban", "Ủy ban"
_SENTENCES = st.lists(
    st.sampled_from(["Đắk Nông", _WORD, "của", "“một cửa”", "100%", "hai  ba", "ế", "x"]), min_size=1, max_size=6
).map(" ".join)
_FORMS = ("{}", "'{}'", '"{}"', "|\n    {}", ">-\n    {}\n    đuôi", "{}\n    đuôi", '"{}\n    \\"đuôi\\""')


def diagnostic(*edits: Edit, code: str = "N101") -> Diagnostic:
    return Diagnostic(code, Severity.WARNING, Wording("một", "one"), edits[0].span, edits=edits)


def applied(data: bytes, *diagnostics_of: Any) -> Applied:
    """``data`` with the edits that each function gives for its source."""
    source, found = decode(data, "test.yaml")
    assert source is not None, found
    encoded = Encoded.of(data)
    said = [each for make in diagnostics_of for each in make(source)]
    return apply_fixes(fixes_in(said, source, encoded), source, encoded)


def replacing(old: str, new: str) -> Any:
    """A diagnostic for each place of ``old``."""

    def make(source: Source) -> list[Diagnostic]:
        found, at = [], source.text.find(old)
        while at >= 0:
            found.append(diagnostic(Edit(Span(source, at, at + len(old)), new)))
            at = source.text.find(old, at + len(old))
        return found

    return make


@given(
    st.lists(st.tuples(_SENTENCES, st.sampled_from(_FORMS)), min_size=1, max_size=6),
    st.sampled_from(["NFC", "NFD"]),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)
@settings(deadline=None)
def test_a_word_is_mended_and_every_other_byte_stays(
    written: list[tuple[str, str]], form: Any, line_end: str, mark: bool
) -> None:
    def file(word: str) -> bytes:
        lines = "".join(f"- {shape.format(text.replace(_WORD, word))}\n" for text, shape in written)
        return (b"\xef\xbb\xbf" if mark else b"") + lines.replace("\n", line_end).encode()

    data = normalize(form, file("\0").decode()).replace("\0", normalize(form, _WORD)).encode()
    expected = normalize(form, file("\0").decode()).replace("\0", _MENDED).encode()
    result = applied(data, replacing(_WORD, _MENDED))
    assert not result.refused
    assert result.encoded.data == expected
    assert not applied(expected, replacing(_WORD, _MENDED)).made


@given(layouts(), st.data())
@settings(deadline=None, max_examples=300)
def test_whatever_an_edit_is_no_value_changes_that_it_does_not_touch(text: str, data: DataObject) -> None:
    try:
        before = dict(_leaves(plain(text.encode()), ()))
    except YAMLError:
        assume(False)
    read = normalize("NFC", text)
    start = data.draw(st.integers(0, len(read)))
    end = data.draw(st.integers(start, min(len(read), start + 6)))
    new = data.draw(st.sampled_from(["", " ", "đ", ": ", " #", '"', "'", "- ", "\n", "x\n  y", "[", "~", "\\", "&a "]))

    def make(source: Source) -> list[Diagnostic]:
        return [diagnostic(Edit(Span(source, start, end), new))]

    result = applied(text.encode(), make)
    if not result.made:
        return
    after = dict(_leaves(plain(result.encoded.data), ()))
    signs = "".join(set(read[start:end] + new) - set(" \n\"'\\"))
    if signs:  # else words were put in quotes or apart, which makes other values of the same words
        assert len(before) == len(after)
        assert sum(before.get(path, "") != value for path, value in after.items()) <= 1


def _leaves(value: Any, path: tuple[Any, ...]) -> Any:
    match value:
        case list():
            for index, item in enumerate(value):
                yield from _leaves(item, (*path, index))
        case dict():
            for index, (key, item) in enumerate(value.items()):
                yield (*path, index, "key"), key
                yield from _leaves(item, (*path, index))
        case _:
            yield path, value


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("- Sở Nội vụ\n", "Nội", "Nội: #"),
        ("- Sở Nội vụ\n", "Nội", "Nội #"),
        ("- 'Sở Nội vụ'\n", "Nội", "'"),
        ('- "Sở Nội vụ"\n', "Nội", '"'),
        ("- Sở Nội vụ\n- x\n", "vụ\n- x", "vụ x"),
        ("- Sở\n- x\n", "Sở", ""),
        ("- – Sở\n", "– Sở", "- Sở"),
        ("a: Sở\nb: x\n", "a", "b"),
        ("- [a, b]\n", "a", "a, c"),
        ("- &a x\n- *a\n", "*a", "*b"),
        ("- x\n# y\n- z\n", "\n- z", "- z"),
        ("- x\n# y\n- z\n", "y\n", "y "),
    ],
)
def test_what_would_change_more_than_its_words_is_refused(text: str, old: str, new: str) -> None:
    result = applied(text.encode(), replacing(old, new))
    assert (len(result.made), len(result.refused), result.encoded.text) == (0, 1, text)


def test_one_refused_fix_keeps_back_no_other() -> None:
    text = "- một\n- hai\n- ba\n- bốn\n"
    edits = [replacing("một", "1 một"), replacing("hai", "hai: x"), replacing("ba", "3 ba"), replacing("bốn", "[")]
    result = applied(text.encode(), *edits)
    assert result.encoded.text == "- 1 một\n- hai\n- 3 ba\n- bốn\n"
    assert (len(result.made), len(result.refused)) == (2, 2)


def test_of_two_fixes_of_one_place_the_first_is_made_whatever_their_order() -> None:
    text = b"- abcd\n"
    one, two = replacing("abc", "x"), replacing("cd", "y")
    assert applied(text, one, two).encoded.text == applied(text, two, one).encoded.text == "- xd\n"


def test_the_edits_of_one_diagnostic_are_made_together_or_not_at_all() -> None:
    def both(source: Source) -> list[Diagnostic]:
        places = [Span(source, *each) for each in ((2, 3), (6, 7))]
        return [diagnostic(Edit(places[0], "x"), Edit(places[1], ": "))]

    assert applied(b"- abc d\n", both).encoded.text == "- abc d\n"


def test_an_edit_of_another_file_is_none() -> None:
    other = Source("khac.yaml", "- một\n")
    assert not applied(b"- mot\n", lambda _: [diagnostic(Edit(Span(other, 2, 3), "x"))]).made


def test_letters_typed_apart_are_joined_by_an_edit_of_what_they_read_as() -> None:
    text = normalize("NFD", "- Đắk Nông\n- của\n")
    result = applied(text.encode(), replacing("Đắk Nông", "Đắk Nông"))
    assert result.encoded.text == "- Đắk Nông\n" + normalize("NFD", "- của\n")
    assert not applied("- Đắk Nông\n".encode(), replacing("Đắk Nông", "Đắk Nông")).made


@pytest.mark.parametrize("text", ["- Đắk Nông\n- của\n", "- Đắk Nông\r\n- của\r\n", "- Đắk Nông\r\n- của\n- x\n"])
def test_a_whole_text_is_joined(text: str) -> None:
    result = applied(normalize("NFD", text).encode(), replacing(text, text), replacing("của", "của"))
    assert result.encoded.text == text


def test_ten_thousand_fixes_are_made_at_once() -> None:
    text = "- Uỷ ban\n" * 10_000
    assert applied(text.encode(), replacing("Uỷ", "Ủy")).encoded.text == text.replace("Uỷ", "Ủy")


def test_lines_that_an_edit_brings_end_as_the_files_do() -> None:
    result = applied(b"- |\r\n  a\r\n  b\r\n", replacing("a", "a\n  c"))
    assert result.encoded.data == b"- |\r\n  a\r\n  c\r\n  b\r\n"


@given(st.text(st.sampled_from("aàáạđĐeêếệoơớ \n\u0300\u0301\u0323\u0302\u031b\u1100\u1161\u11a8\u2126“"), max_size=30))
@example("e\u0323\u0302")
@example("\u0301a")
def test_every_place_in_nfc_is_one_in_the_text_typed(typed: str) -> None:
    positions, nfc = Positions(typed), normalize("NFC", typed)
    for start in range(len(nfc) + 1):
        for end in range(start, len(nfc) + 1):
            at = positions.stretch(start, end)
            whole = at.before + nfc[start:end] + at.behind
            assert normalize("NFC", typed[at.start : at.end]) == whole
            around = typed[: at.start] + at.before + nfc[start:end] + at.behind + typed[at.end :]
            assert normalize("NFC", around) == nfc
