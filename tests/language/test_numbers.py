from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.language.numbers import (
    DecimalSign,
    NotANumber,
    Unsettled,
    read_decimal,
    read_prose_decimal,
    write_decimal,
)

signs = st.sampled_from([",", "."])
values = st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=4) | st.integers().map(
    lambda number: Decimal(number % 10**20)
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
    assert read_decimal(write_decimal(value, decimal), decimal) == value
    assert read_decimal(f"{value:f}".replace(".", decimal), decimal) == value


@given(st.text("0123456789.,-", max_size=12), signs)
def test_prose_reads_whatever_is_settled(text: str, decimal: DecimalSign) -> None:
    """What the typed convention settles, prose reads too, and differently only where a sign stands before no group."""
    try:
        typed = read_decimal(text, decimal)
    except ValueError:
        return
    assert read_prose_decimal(text, decimal) == typed


def test_writing() -> None:
    assert write_decimal(Decimal("1234567.50")) == "1.234.567,50"
    assert write_decimal(Decimal("1234.5"), ".") == "1,234.5"
    assert write_decimal(Decimal("-0.25")) == "-0,25"
