from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.language.enumerators import Enumerator, NoCounter, letters, read_roman, roman

FIRST_LABELS = [
    *("A", "I", "1", "I.", "1.", "a)", "(1)", "1.1", "1.1.", "I.1", "1.1.1", "01", "1/", "[1]", "i)", "A.1.a"),
    *("Nhiệm vụ 1", "Hoạt động 1.1", "LĨNH VỰC I", "Kết quả 1.1", "Hoạt động 1.1.1", "Bảng 1:", "Phụ lục I"),
    *("Điều 1.", "HĐ-1", "Phụ lục 01", "I-A"),
]


@pytest.mark.parametrize("label", FIRST_LABELS)
def test_the_example_is_the_first_label(label: str) -> None:
    enumerator = Enumerator.read(label)
    assert enumerator.label([1] * enumerator.depth) == label


@pytest.mark.parametrize(
    ("example", "numbers", "label"),
    [
        ("A", [2], "B"),
        ("A", [5], "Đ"),
        ("I", [4], "IV"),
        ("I.", [12], "XII."),
        ("1", [10], "10"),
        ("01", [2], "02"),
        ("01", [100], "100"),
        ("a)", [5], "đ)"),
        ("a)", [6], "e)"),
        ("a)", [7], "g)"),
        ("a)", [10], "k)"),
        ("a)", [23], "y)"),
        ("a)", [24], "aa)"),
        ("(1)", [3], "(3)"),
        ("1.1", [2, 3], "2.3"),
        ("1.1.", [2, 3], "2.3."),
        ("I.1", [3, 2], "III.2"),
        ("1.1.1", [1, 2, 3], "1.2.3"),
        ("Nhiệm vụ 1", [7, 3], "Nhiệm vụ 3"),
        ("Hoạt động 1.1", [1, 4, 2], "Hoạt động 4.2"),
        ("LĨNH VỰC I", [5], "LĨNH VỰC V"),
        ("Bảng 1:", [2], "Bảng 2:"),
        ("Phụ lục I", [2], "Phụ lục II"),
        ("i)", [2], "ii)"),
        ("C", [1], "C"),
        ("C", [2], "D"),
        ("D", [2], "Đ"),
        ("VI", [2], "VII"),
        ("XL", [2], "XLI"),
        ("3.", [1], "3."),
        ("3.", [3], "5."),
        ("1.4", [2, 1], "2.4"),
    ],
)
def test_counting_on(example: str, numbers: list[int], label: str) -> None:
    assert Enumerator.read(example).label(numbers) == label


def test_missing_ancestors_are_left_out() -> None:
    enumerator = Enumerator.read("Hoạt động 1.1.1")
    assert enumerator.label([2]) == "Hoạt động 2"
    assert enumerator.label([3, 2]) == "Hoạt động 3.2"
    with pytest.raises(ValueError, match="own number"):
        enumerator.label([])


def test_parts_of_an_enumerator() -> None:
    enumerator = Enumerator.read("Kết quả I.1:")
    assert (enumerator.prefix, enumerator.separators, enumerator.suffix, enumerator.depth) == (
        "Kết quả ",
        (".",),
        ":",
        2,
    )
    assert [(counter.kind, counter.first) for counter in enumerator.counters] == [("roman", 1), ("digits", 1)]
    assert [Enumerator.read("3.").number(ordinal) for ordinal in (1, 2)] == [3, 4]


@pytest.mark.parametrize(
    "example", ["", "Nhiệm vụ", "TT", "none", "...", "Nhiệm vụ1", "IIII", "ă)", "1" * 10, "I" + "." * 300]
)
def test_an_example_that_counts_nothing(example: str) -> None:
    with pytest.raises(NoCounter) as caught:
        Enumerator.read(example)
    assert caught.value.example == example


def test_an_example_may_be_decomposed() -> None:
    assert Enumerator.read(unicodedata.normalize("NFD", "đ)")).label([2]) == "e)"
    assert Enumerator.read(unicodedata.normalize("NFD", "Nhiệm vụ 1")).label([2]) == "Nhiệm vụ 2"


@given(st.sampled_from(FIRST_LABELS), st.lists(st.integers(1, 49), min_size=3, max_size=3))
def test_a_label_is_an_example_that_goes_on_from_there(example: str, numbers: list[int]) -> None:
    """Reading a label back gives the next one; not from L, C, D, M, which alone are letters, and from aa, I or V."""
    enumerator = Enumerator.read(example)
    for place, counter in enumerate(reversed(enumerator.counters), start=1):
        if "letter" in counter.kind:
            numbers[-place] = 2
    label = enumerator.label(numbers)
    again = Enumerator.read(label)
    following = [*numbers[:-1], 2]
    assert again.label(following[-again.depth :]) == enumerator.label([*numbers[:-1], numbers[-1] + 1])


def roman_by_place(number: int) -> str:
    """Another way to roman numerals: digit by digit from a table of the tens."""
    patterns = ("", "a", "aa", "aaa", "ab", "b", "ba", "baa", "baaa", "ac")
    written = "M" * (number // 1000)
    for place, (one, five, ten) in ((100, "CDM"), (10, "XLC"), (1, "IVX")):
        pattern = patterns[number // place % 10]
        written += pattern.translate(str.maketrans("abc", one + five + ten))
    return written


@given(st.integers(1, 4999))
def test_roman_numerals(number: int) -> None:
    assert roman(number) == roman_by_place(number)
    assert read_roman(roman(number)) == number


@given(st.text("IVXLCDM", max_size=6))
def test_only_the_usual_form_is_a_roman_numeral(text: str) -> None:
    value = read_roman(text)
    assert value is None or roman(value) == text


@given(st.integers(1, 2000))
def test_letters_count_without_gap(number: int) -> None:
    alphabet = "abcdđeghiklmnopqrstuvxy"
    value = 0
    for letter in letters(number):
        value = value * 23 + alphabet.index(letter) + 1
    assert value == number


def test_all_letters_of_points() -> None:
    """The order of the decree's own points, past the end like the columns of a spreadsheet."""
    first = [*"abcdđeghiklmnopqrstuvxy"]
    assert [letters(number) for number in range(1, 24)] == first
    assert [letters(number) for number in range(24, 24 + 23 * 23)] == [one + two for one in first for two in first]
    assert letters(24 + 23 * 23) == "aaa"


def test_no_two_points_bear_the_same_letters() -> None:
    written = [letters(number) for number in range(1, 20_000)]
    assert len(set(written)) == len(written)


ENGLISH = "abcdefghijklmnopqrstuvwxyz"
WITH_F = "abcdđefghijklmnopqrstuvwxyz"


@pytest.mark.parametrize(
    ("example", "alphabet", "numbers", "label"),
    [
        ("a)", WITH_F, [5], "đ)"),
        ("a)", WITH_F, [7], "f)"),
        ("a)", ENGLISH, [5], "e)"),
        ("a)", ENGLISH, [26], "z)"),
        ("a)", ENGLISH, [27], "aa)"),
        ("A", ENGLISH, [6], "F"),
        ("f)", ENGLISH, [2], "g)"),
        ("I.a", ENGLISH, [2, 6], "II.f"),
        ("a.1", ENGLISH, [6, 2], "f.2"),
        ("i)", ENGLISH, [2], "ii)"),
        ("a)", "aăâb", [2], "ă)"),
        ("1.", ENGLISH, [5], "5."),
        ("x", "x", [3], "xii"),
        ("a", "a", [3], "aaa"),
    ],
)
def test_counting_with_another_alphabet(example: str, alphabet: str, numbers: list[int], label: str) -> None:
    assert Enumerator.read(example, alphabet).label(numbers) == label
    assert Enumerator.read(example, unicodedata.normalize("NFD", alphabet)).label(numbers) == label


def test_alphabets_do_not_mix() -> None:
    """The same example, read with one alphabet after the other."""
    labels = [Enumerator.read("a)", alphabet).label([6]) for alphabet in (ENGLISH, WITH_F, ENGLISH)]
    assert [*labels, Enumerator.read("a)").label([7])] == ["f)", "e)", "f)", "g)"]
    with pytest.raises(NoCounter):
        Enumerator.read("f)")
    with pytest.raises(NoCounter):
        Enumerator.read("đ)", ENGLISH)


@pytest.mark.parametrize("alphabet", ["", "aa", "abA", "ABC", "a b", "a1", "aß"])
def test_what_is_no_alphabet(alphabet: str) -> None:
    with pytest.raises(ValueError, match="lower-case"):
        Enumerator.read("a)", alphabet)


@given(st.lists(st.sampled_from(WITH_F), min_size=1, max_size=27, unique=True).map("".join), st.integers(1, 3000))
def test_letters_of_any_alphabet_count_without_gap(alphabet: str, number: int) -> None:
    value = 0
    for letter in letters(number, alphabet):
        value = value * len(alphabet) + alphabet.index(letter) + 1
    assert value == number


@pytest.mark.parametrize("count", [letters, roman])
def test_nothing_counts_below_one(count: object) -> None:
    assert callable(count)
    with pytest.raises(ValueError, match="0"):
        count(0)
