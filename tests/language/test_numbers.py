from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.language.numbers import (
    LONGEST,
    DecimalSign,
    NotANumber,
    Unsettled,
    read_decimal,
    read_prose_decimal,
    write_decimal,
)

SIGNS: tuple[DecimalSign, ...] = (",", ".")
signs = st.sampled_from(SIGNS)
OTHER: dict[DecimalSign, DecimalSign] = {",": ".", ".": ","}
# Every number that is read: digits and their decimals, of either sign, zero among them.
values = st.builds(
    lambda negative, digits, decimals: Decimal((negative, tuple(map(int, digits)), -min(decimals, LONGEST - 1))),
    st.booleans(),
    st.text("0123456789", min_size=1, max_size=LONGEST).map(lambda digits: digits.lstrip("0") or "0"),
    st.integers(0, 4) | st.integers(0, LONGEST - 1),
)


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("1500", ",", "1500"),
        ("1.500", ",", "1500"),
        ("1.500.000", ",", "1500000"),
        ("1,5", ",", "1.5"),
        ("1,500", ",", "1.500"),
        ("1.234,5", ",", "1234.5"),
        ("0,25", ",", "0.25"),
        ("-3,5", ",", "-3.5"),
        (" 42 ", ",", "42"),
        ("+1,5", ",", "1.5"),
        ("\u22121.500", ",", "-1500"),
        ("-1,500", ".", "-1500"),
        ("0,0", ",", "0.0"),
        ("007", ",", "7"),
        ("1.4784", ".", "1.4784"),
        ("1,234.50", ".", "1234.50"),
        ("1.500", ".", "1.500"),
    ],
)
def test_reading_a_typed_number(text: str, decimal: DecimalSign, value: str) -> None:
    read = read_decimal(text, decimal)
    assert (read, str(read)) == (Decimal(value), value)


@pytest.mark.parametrize(
    ("text", "decimal", "readings"),
    [
        ("1.5", ",", ("15", "1.5")),
        ("1.4784", ",", ("14784", "1.4784")),
        ("0.500", ",", ("500", "0.500")),
        ("1500.000", ",", ("1500000", "1500.000")),
        ("1,5", ".", ("15", "1.5")),
        ("1,234.5", ",", ("1.2345", "1234.5")),
    ],
)
def test_an_unsettled_number_shows_both_readings(text: str, decimal: DecimalSign, readings: tuple[str, str]) -> None:
    with pytest.raises(Unsettled) as caught:
        read_decimal(text, decimal)
    assert caught.value.readings == tuple(map(Decimal, readings))
    assert caught.value.text == text


NO_NUMBERS = [
    "",
    "x",
    "1.23.4",
    "1,2,3",
    "5,",
    ",5",
    "1e5",
    "1_000",
    "+-1",
    "١٢",
    "NaN",
    "12 triệu",
    "9" * 5000,
    "1." * 5000,
]


@pytest.mark.parametrize("text", NO_NUMBERS)
@pytest.mark.parametrize("decimal", [",", "."])
def test_what_is_no_number(text: str, decimal: DecimalSign) -> None:
    with pytest.raises(NotANumber) as caught:
        read_decimal(text, decimal)
    assert len(str(caught.value)) < 60
    with pytest.raises(NotANumber):
        read_prose_decimal(text, decimal)


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("99.5", ",", "99.5"),
        ("99,5", ".", "99.5"),
        ("85.42", ",", "85.42"),
        ("1.500", ",", "1500"),
        ("1.500", ".", "1.500"),
        ("1,500", ",", "1.500"),
        ("1,500", ".", "1500"),
        ("0.500", ",", "0.500"),
        ("1.234.567", ",", "1234567"),
        ("1,234.56", ",", "1234.56"),
        ("1.234,56", ".", "1234.56"),
    ],
)
def test_reading_a_number_in_prose(text: str, decimal: DecimalSign, value: str) -> None:
    read = read_prose_decimal(text, decimal)
    assert (read, str(read)) == (Decimal(value), value)


@given(values, signs)
def test_numbers_read_back(value: Decimal, decimal: DecimalSign) -> None:
    """The same sign, digits and number of decimals, grouped or not."""
    assert read_decimal(write_decimal(value, decimal), decimal).as_tuple() == value.as_tuple()
    assert read_decimal(f"{value:f}".replace(".", decimal), decimal).as_tuple() == value.as_tuple()
    assert read_prose_decimal(write_decimal(value, decimal), decimal) == value


@given(values, signs)
def test_what_is_written_is_in_the_usual_form(value: Decimal, decimal: DecimalSign) -> None:
    written = write_decimal(value, decimal)
    whole, point, fraction = written.removeprefix("-").partition(decimal)
    first, *groups = whole.split(OTHER[decimal])
    assert 1 <= len(first) <= 3
    assert {len(group) for group in groups} <= {3}
    assert first == "0" or not first.startswith("0")
    assert bool(point) == bool(fraction)
    assert "".join((first, *groups, fraction)).isdigit()


@pytest.mark.parametrize("decimal", SIGNS)
def test_the_longest_number(decimal: DecimalSign) -> None:
    longest = Decimal("9" * LONGEST)
    assert read_decimal(write_decimal(-longest, decimal), decimal) == -longest
    with pytest.raises(NotANumber):
        read_decimal(write_decimal(Decimal("1" + "0" * LONGEST), decimal), decimal)


def test_a_decimal_with_zeros_in_its_exponent_is_written_out() -> None:
    assert write_decimal(Decimal("1.5E+6")) == "1.500.000"
    assert write_decimal(Decimal("15E-8")) == "0,00000015"


def is_settled(text: str, decimal: DecimalSign) -> bool:
    """Whether the convention reads ``text``: digits, or groups of three, and then decimals or none."""
    whole, *decimals = text.split(decimal)
    if len(decimals) > 1 or not all(map(str.isdigit, decimals)):
        return False
    first, *groups = whole.split(OTHER[decimal])
    if not groups:
        return first.isdigit()
    led = first.isdigit() and len(first) <= 3 and first[0] != "0"
    return led and all(len(group) == 3 and group.isdigit() for group in groups)


def is_unsettled(text: str, decimal: DecimalSign) -> bool:
    """Whether ``text`` is no number by the convention, but digits between which either sign stands once at most."""
    pieces = text.replace(",", ".").split(".")
    once = text.count(",") <= 1 and text.count(".") <= 1
    return once and all(piece.isdigit() for piece in pieces) and not is_settled(text, decimal)


def short_texts() -> Iterator[str]:
    """Every text of up to seven characters in which something other than the digits' values can decide."""
    for length in range(8):
        yield from map("".join, product("05.,", repeat=length))


@pytest.mark.parametrize("decimal", SIGNS)
def test_a_number_is_settled_unsettled_or_none(decimal: DecimalSign) -> None:
    """Unsettled is raised exactly where the sign between groups of three stands elsewhere, with both readings."""
    thousands = OTHER[decimal]
    for text in short_texts():
        as_thousands = text.replace(thousands, "").replace(decimal, ".")
        as_decimal = text.replace(decimal, "").replace(thousands, ".")
        try:
            outcome: object = read_decimal(text, decimal)
        except Unsettled as unsettled:
            outcome = unsettled.readings
        except NotANumber:
            outcome = None
        if is_settled(text, decimal):
            assert outcome == Decimal(as_thousands), text
        elif is_unsettled(text, decimal):
            assert outcome == (Decimal(as_thousands), Decimal(as_decimal)), text
        else:
            assert outcome is None, text


@given(st.text("0123456789.,", max_size=12), signs)
def test_the_two_conventions_mirror_each_other(text: str, decimal: DecimalSign) -> None:
    swapped = text.translate(str.maketrans(",.", ".,"))
    outcomes: list[object] = []
    for written, sign in ((text, decimal), (swapped, OTHER[decimal])):
        try:
            outcomes.append(read_decimal(written, sign))
        except Unsettled as unsettled:
            outcomes.append(unsettled.readings)
        except NotANumber:
            outcomes.append(None)
    assert outcomes[0] == outcomes[1]


@pytest.mark.parametrize("decimal", SIGNS)
def test_prose_reads_whatever_is_settled_and_what_is_not_by_its_last_sign(decimal: DecimalSign) -> None:
    """Prose never raises Unsettled; it differs from the typed convention only where that settles nothing."""
    for text in short_texts():
        try:
            read = read_prose_decimal(text, decimal)
        except NotANumber:
            read = None
        if is_settled(text, decimal):
            assert read == read_decimal(text, decimal), text
        elif is_unsettled(text, decimal) and not {",", "."} <= set(text):
            assert read == Decimal(text.replace(",", ".")), text


def test_writing() -> None:
    assert write_decimal(Decimal("1234567.50")) == "1.234.567,50"
    assert write_decimal(Decimal("1234.5"), ".") == "1,234.5"
    assert write_decimal(Decimal("-0.25")) == "-0,25"
