from __future__ import annotations

import unicodedata
from decimal import Decimal
from fractions import Fraction
from itertools import takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.language.amounts import ZeroTens, in_words, money_in_words

ONES = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
AFTER_TEN = {word: digit for word, digit in ONES.items() if digit != 5} | {"lăm": 5}
AFTER_TENS = {word: digit for word, digit in AFTER_TEN.items() if digit != 1} | {"mốt": 1, "tư": 4}
TENS = {word: digit for word, digit in ONES.items() if digit != 1}
ANY_DIGIT = {"không": 0} | ONES


class Misspoken(Exception):  # noqa: N818  (the words are what is wrong)
    """Words that are no number in careful speech."""


def read_below_hundred(words: list[str], after_hundred: bool) -> int:
    try:
        match words:
            case []:
                return 0
            case ["linh" | "lẻ", one] if after_hundred:
                return ONES[one]
            case [one] if not after_hundred and one in ONES:
                return ONES[one]
            case ["mười"]:
                return 10
            case ["mười", one]:
                return 10 + AFTER_TEN[one]
            case [ten, "mươi"]:
                return TENS[ten] * 10
            case [ten, "mươi", one]:
                return TENS[ten] * 10 + AFTER_TENS[one]
    except KeyError:
        pass
    raise Misspoken(words)


def read_group(words: list[str], leads: bool) -> int:
    """A group of three; one that does not lead says its hundreds: "một nghìn năm" would be fifteen hundred."""
    if words[1:2] == ["trăm"]:
        hundreds = (ONES if leads else ANY_DIGIT)[words[0]]
        value = hundreds * 100 + read_below_hundred(words[2:], after_hundred=True)
    elif leads:
        value = read_below_hundred(words, after_hundred=False)
    else:
        raise Misspoken(words)
    if not value:
        raise Misspoken(words)
    return value


def read_below_billion(words: list[str], leads: bool) -> int:
    total = 0
    for name, size in (("triệu", 10**6), ("nghìn", 10**3)):
        if name in words:
            place = words.index(name)
            total += read_group(words[:place], leads) * size
            words, leads = words[place + 1 :], False
    return total + read_group(words, leads) if words else total


def read_integer(words: list[str]) -> int:
    if words == ["không"]:
        return 0
    if "tỷ" not in words:
        return read_below_billion(words, leads=True)
    place = words.index("tỷ")
    rest = words[place + 1 :]
    return read_below_billion(words[:place], leads=True) * 10**9 + (read_below_billion(rest, False) if rest else 0)


def read_fraction(words: list[str]) -> str:
    """The digits after the point: each word one, or zeros and then a number."""
    if all(word in ANY_DIGIT for word in words):
        return "".join(str(ANY_DIGIT[word]) for word in words)
    zeros = len(list(takewhile(lambda word: word == "không", words)))
    return "0" * zeros + str(read_integer(words[zeros:]))


def read_words(text: str) -> Decimal:
    """The number that ``text`` says, by the grammar of number words alone."""
    words = text.split(" ")
    negative = words[0] == "âm"
    words = words[1:] if negative else words
    whole, fraction = words, ""
    if "phẩy" in words:
        place = words.index("phẩy")
        whole, fraction = words[:place], "." + read_fraction(words[place + 1 :])
    return Decimal(("-" if negative else "") + str(read_integer(whole)) + fraction)


@pytest.mark.parametrize(
    ("text", "value"),
    [("hai mươi bốn", 24), ("một trăm lẻ năm", 105), ("mười phẩy không năm", "10.05"), ("âm ba", -3)],
)
def test_the_grammar_of_this_test_reads(text: str, value: str | int) -> None:
    assert read_words(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        *("một nghìn năm", "một trăm năm", "một nghìn không trăm", "một triệu không nghìn năm trăm"),
        *("hai mươi một", "hai mươi năm", "mười năm", "mười mốt", "một mươi", "không mươi", "năm trăm lăm"),
        *("linh năm", "không trăm linh năm"),
    ],
)
def test_the_grammar_of_this_test_refuses(text: str) -> None:
    with pytest.raises((Misspoken, KeyError)):
        read_words(text)


SAID = {
    "0": "không",
    "1": "một",
    "4": "bốn",
    "5": "năm",
    "10": "mười",
    "11": "mười một",
    "14": "mười bốn",
    "15": "mười lăm",
    "19": "mười chín",
    "20": "hai mươi",
    "21": "hai mươi mốt",
    "24": "hai mươi tư",
    "25": "hai mươi lăm",
    "31": "ba mươi mốt",
    "44": "bốn mươi tư",
    "55": "năm mươi lăm",
    "91": "chín mươi mốt",
    "99": "chín mươi chín",
    "100": "một trăm",
    "101": "một trăm linh một",
    "104": "một trăm linh bốn",
    "105": "một trăm linh năm",
    "110": "một trăm mười",
    "111": "một trăm mười một",
    "115": "một trăm mười lăm",
    "121": "một trăm hai mươi mốt",
    "124": "một trăm hai mươi tư",
    "500": "năm trăm",
    "555": "năm trăm năm mươi lăm",
    "999": "chín trăm chín mươi chín",
    "1000": "một nghìn",
    "1001": "một nghìn không trăm linh một",
    "1010": "một nghìn không trăm mười",
    "1015": "một nghìn không trăm mười lăm",
    "1021": "một nghìn không trăm hai mươi mốt",
    "1100": "một nghìn một trăm",
    "1405": "một nghìn bốn trăm linh năm",
    "2025": "hai nghìn không trăm hai mươi lăm",
    "10000": "mười nghìn",
    "10005": "mười nghìn không trăm linh năm",
    "15015": "mười lăm nghìn không trăm mười lăm",
    "24000": "hai mươi tư nghìn",
    "100000": "một trăm nghìn",
    "100005": "một trăm nghìn không trăm linh năm",
    "105000": "một trăm linh năm nghìn",
    "1000000": "một triệu",
    "1000005": "một triệu không trăm linh năm",
    "1000500": "một triệu năm trăm",
    "1005000": "một triệu không trăm linh năm nghìn",
    "1001001": "một triệu không trăm linh một nghìn không trăm linh một",
    "1021000": "một triệu không trăm hai mươi mốt nghìn",
    "54000000": "năm mươi tư triệu",
    "100000000": "một trăm triệu",
    "100000001": "một trăm triệu không trăm linh một",
    "900003842": "chín trăm triệu không trăm linh ba nghìn tám trăm bốn mươi hai",
    "1000000000": "một tỷ",
    "1000000001": "một tỷ không trăm linh một",
    "1000005000": "một tỷ không trăm linh năm nghìn",
    "1020300040": "một tỷ không trăm hai mươi triệu ba trăm nghìn không trăm bốn mươi",
    "1234567891": "một tỷ hai trăm ba mươi tư triệu năm trăm sáu mươi bảy nghìn tám trăm chín mươi mốt",
    "15000000000": "mười lăm tỷ",
    "101000000000": "một trăm linh một tỷ",
    "1000000000000": "một nghìn tỷ",
    "1000001000000": "một nghìn tỷ không trăm linh một triệu",
    "1005000000000": "một nghìn không trăm linh năm tỷ",
    "2500000000000": "hai nghìn năm trăm tỷ",
    "210000000000001": "hai trăm mười nghìn tỷ không trăm linh một",
    "1000000000000000": "một triệu tỷ",
    "-7": "âm bảy",
    "-1500000": "âm một triệu năm trăm nghìn",
    "0.5": "không phẩy năm",
    "0.05": "không phẩy không năm",
    "0.50": "không phẩy năm mươi",
    "0.001": "không phẩy không không một",
    "0.032": "không phẩy không ba mươi hai",
    "12.75": "mười hai phẩy bảy mươi lăm",
    "99.21": "chín mươi chín phẩy hai mươi mốt",
    "375.406": "ba trăm bảy mươi lăm phẩy bốn trăm linh sáu",
    "2002.08": "hai nghìn không trăm linh hai phẩy không tám",
    "1.4784": "một phẩy bốn bảy tám bốn",
    "-0.25": "âm không phẩy hai mươi lăm",
    "-0": "không",
    "2.0": "hai phẩy không",
}


@pytest.mark.parametrize(("value", "words"), SAID.items())
def test_numbers_as_they_are_said(value: str, words: str) -> None:
    assert in_words(Decimal(value)) == words
    assert unicodedata.is_normalized("NFC", words)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (105, "một trăm lẻ năm"),
        (1001, "một nghìn không trăm lẻ một"),
        (1_000_005, "một triệu không trăm lẻ năm"),
        (20, "hai mươi"),
    ],
)
def test_the_other_word_for_no_tens(value: int, words: str) -> None:
    assert in_words(value, zero_tens="lẻ") == words


# One in two groups of three is zero or small: that is where the words differ.
groups = st.lists(st.integers(0, 999) | st.sampled_from([0, 1, 4, 5, 10, 15, 21, 24, 100, 105]), min_size=1, max_size=5)
integers = groups.map(lambda sizes: sum(size * 1000**place for place, size in enumerate(sizes))) | st.just(10**15)
fractions = st.text("0123456789", max_size=24) | st.text("0123456789", max_size=4)
words_for_zero: st.SearchStrategy[ZeroTens] = st.sampled_from(["linh", "lẻ"])


@st.composite
def numbers(draw: st.DrawFn) -> Decimal:
    sign, whole = draw(st.sampled_from(["", "-"])), draw(integers)
    fraction = draw(fractions) if whole < 10**15 else ""
    return Decimal(f"{sign}{whole}.{fraction}".rstrip("."))


@given(numbers(), words_for_zero)
def test_words_read_back(value: Decimal, zero_tens: ZeroTens) -> None:
    words = in_words(value, zero_tens=zero_tens)
    read = read_words(words)
    assert read == value
    assert read.as_tuple().exponent == value.as_tuple().exponent
    assert ("linh" if zero_tens == "lẻ" else "lẻ") not in words.split()


@pytest.mark.parametrize("zero_tens", ["linh", "lẻ"])
def test_every_group_reads_back(zero_tens: ZeroTens) -> None:
    for value in (*range(1000), *range(1_000_000, 1_001_000)):
        assert read_words(in_words(value, zero_tens=zero_tens)) == value


@given(integers, st.integers(0, 15))
def test_the_form_of_the_decimal_does_not_count(value: int, zeros: int) -> None:
    """An int, and a Decimal with a positive exponent, are said like the digits written out."""
    assert in_words(value) == in_words(Decimal(value))
    assert in_words(Decimal((0, (1,), zeros))) == in_words(10**zeros)


UNITS = {
    "đồng": 1,
    "nghìn đồng": 1000,
    "ngàn đồng": 1000,
    "1.000 đồng": 1000,
    "triệu đồng": 10**6,
    "Triệu đồng": 10**6,
    "1.000.000 đồng": 10**6,
    "tỷ đồng": 10**9,
    "tỉ đồng": 10**9,
}


@given(numbers(), st.sampled_from(sorted(UNITS)), words_for_zero)
def test_money_reads_back_in_dong(value: Decimal, unit: str, zero_tens: ZeroTens) -> None:
    dong = Fraction(value) * UNITS[unit]
    if abs(dong) > 10**15:
        with pytest.raises(ValueError, match="at most"):
            money_in_words(value, unit, zero_tens=zero_tens)
        return
    words = money_in_words(value, unit, zero_tens=zero_tens)
    assert words[0].isupper()
    assert words[1:].islower()
    assert words.endswith(" đồng")
    assert Fraction(read_words(words.removesuffix(" đồng").lower())) == dong
    assert ("phẩy" in words) == (dong.denominator != 1)


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("720", "triệu đồng", "Bảy trăm hai mươi triệu đồng"),
        ("1500", "triệu đồng", "Một tỷ năm trăm triệu đồng"),
        ("0.5", "triệu đồng", "Năm trăm nghìn đồng"),
        ("350", "triệu đồng", "Ba trăm năm mươi triệu đồng"),
        ("1234.567", "triệu đồng", "Một tỷ hai trăm ba mươi tư triệu năm trăm sáu mươi bảy nghìn đồng"),
        ("2.5", "tỷ đồng", "Hai tỷ năm trăm triệu đồng"),
        ("1000000", "tỷ đồng", "Một triệu tỷ đồng"),
        ("500", "nghìn đồng", "Năm trăm nghìn đồng"),
        ("500", "1.000 đồng", "Năm trăm nghìn đồng"),
        ("720.00", "triệu đồng", "Bảy trăm hai mươi triệu đồng"),
        ("0", "triệu đồng", "Không đồng"),
        ("0.00", "triệu đồng", "Không đồng"),
        ("-3", "triệu đồng", "Âm ba triệu đồng"),
        ("1500.50", "đồng", "Một nghìn năm trăm phẩy năm đồng"),
        ("0.0000005", "triệu đồng", "Không phẩy năm đồng"),
        ("5000", "đồng", "Năm nghìn đồng"),
        ("5", " Triệu  đồng ", "Năm triệu đồng"),
        ("5", unicodedata.normalize("NFD", "triệu đồng"), "Năm triệu đồng"),
        ("1200", "USD", "Một nghìn hai trăm USD"),
        ("12.5", "điểm", "Mười hai phẩy năm điểm"),
        ("12.50", "điểm", "Mười hai phẩy năm điểm"),
        ("100", "điểm", "Một trăm điểm"),
        ("4", "", "Bốn"),
    ],
)
def test_money_as_acts_say_it(value: str, unit: str, words: str) -> None:
    assert money_in_words(Decimal(value), unit) == words


def test_no_digit_of_a_long_amount_is_rounded() -> None:
    value = Decimal("999999999.123456789012345678901234")
    words = money_in_words(value, "triệu đồng").removesuffix(" đồng").lower()
    assert read_words(words) == Decimal("999999999123456.789012345678901234")


@pytest.mark.parametrize(
    "value",
    [
        "1000000000000000.1",
        "1000000000000001",
        "-1000000000000001",
        "1E+999999",
        "1E-25",
        "1E-999999",
        "NaN",
        "-Infinity",
    ],
)
def test_what_is_not_said(value: str) -> None:
    with pytest.raises(ValueError, match="at most"):
        in_words(Decimal(value))
    with pytest.raises(ValueError, match="at most"):
        money_in_words(Decimal(value), "điểm")


@pytest.mark.parametrize("value", ["1000000.1", "1E+999999", "1E-999999", "NaN"])
def test_money_is_bounded_in_dong(value: str) -> None:
    with pytest.raises(ValueError, match="at most"):
        money_in_words(Decimal(value), "tỷ đồng")
