"""Numbers and amounts of money in Vietnamese words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, TypeAlias

from cchc.language.folding import nfc
from cchc.language.numbers import LONGEST

ZeroTens: TypeAlias = Literal["linh", "lẻ"]
"""The word for a zero between hundreds and ones: 105 is "một trăm linh năm" or "một trăm lẻ năm"."""

LARGEST = 10**15
"""The largest absolute value that is said: one "triệu tỷ"."""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TEN = {5: "lăm"}
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
_SIZES = ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"), (1, ""))

_ZEROS_OF_UNIT = {
    "đồng": 0,
    "nghìn đồng": 3,
    "ngàn đồng": 3,
    "1000 đồng": 3,
    "1.000 đồng": 3,
    "triệu đồng": 6,
    "1.000.000 đồng": 6,
    "tỷ đồng": 9,
    "tỉ đồng": 9,
}
"""The units that count đồng, with the zeros each stands for; tables head their columns with figures too."""


def in_words(value: Decimal | int, *, zero_tens: ZeroTens = "linh") -> str:
    """``value`` in words, in lower case; ValueError beyond ``LARGEST`` or with more than ``LONGEST`` decimals.

    A group of three that is zero is left out, and one after a larger group is said whole: 1.000.005 is "một triệu
    không trăm linh năm". From twenty on a one is "mốt", a four "tư", a five "lăm" (24: "hai mươi tư"); everywhere
    else a four is "bốn". Above the billion the count of "tỷ" is a number of its own: "một nghìn tỷ".
    Up to three decimals are a number after their zeros (0,05: "không phẩy không năm"; 12,75: "mười hai phẩy bảy
    mươi lăm"), more are said digit by digit; all that ``value`` holds are said, zeros at the end too.
    """
    number = Decimal(value)
    _check(number)
    whole, _, fraction = f"{number.copy_abs():f}".partition(".")
    words = ["âm"] if number < 0 else []
    words += _integer(int(whole), zero_tens)
    if fraction:
        words += ["phẩy", *_decimals(fraction, zero_tens)]
    return " ".join(words)


def money_in_words(value: Decimal, unit: str, *, zero_tens: ZeroTens = "linh") -> str:
    """``value`` of ``unit`` in words that begin with a capital: 720 triệu đồng is "Bảy trăm hai mươi triệu đồng".

    What is counted in đồng, or in thousands, millions or billions of them, is said in đồng, down to its fraction;
    any other ``unit`` ("USD", "điểm") stands after the words as it is. Zeros at the end of the decimals are not
    said. ValueError where ``in_words`` raises it for the number said, here that of đồng.
    """
    unit = " ".join(nfc(unit).split())
    zeros = _ZEROS_OF_UNIT.get(unit.lower())
    if zeros is not None:
        value, unit = _shifted(value, zeros), "đồng"
    _check(value)
    whole, point, fraction = f"{value:f}".partition(".")
    shortest = Decimal((whole + point + fraction.rstrip("0")).rstrip("."))
    words = in_words(shortest, zero_tens=zero_tens)
    return f"{words[0].upper()}{words[1:]} {unit}".rstrip()


def _check(number: Decimal) -> None:
    """ValueError where ``number`` is not said; what this lets through is short when written out."""
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or number.copy_abs() > LARGEST or -exponent > LONGEST:
        raise ValueError(f"words say no number like {number}: at most {LARGEST} and {LONGEST} decimals")


def _shifted(number: Decimal, zeros: int) -> Decimal:
    """``number`` with its point ``zeros`` places further right; not by arithmetic, which would round long ones."""
    sign, digits, exponent = number.as_tuple()
    return Decimal((sign, digits, exponent + zeros)) if isinstance(exponent, int) else number


def _integer(number: int, zero_tens: ZeroTens) -> list[str]:
    words: list[str] = []
    for size, name in _SIZES:
        count, number = divmod(number, size)
        if count > 999:
            words += _integer(count, zero_tens)
        elif count:
            words += _group(count, zero_tens, whole=bool(words))
        if count and name:
            words.append(name)
    return words or [_DIGITS[0]]


def _group(number: int, zero_tens: ZeroTens, *, whole: bool) -> Iterator[str]:
    """The words of ``number``, 1 to 999; ``whole`` says its hundreds also where they are zero."""
    hundreds, below = divmod(number, 100)
    tens, ones = divmod(below, 10)
    if hundreds or whole:
        yield from (_DIGITS[hundreds], "trăm")
    if tens > 1:
        yield from (_DIGITS[tens], "mươi")
    elif tens:
        yield "mười"
    elif ones and (hundreds or whole):
        yield zero_tens
    if ones:
        special = _AFTER_TENS if tens > 1 else _AFTER_TEN if tens else {}
        yield special.get(ones, _DIGITS[ones])


def _decimals(fraction: str, zero_tens: ZeroTens) -> list[str]:
    significant = fraction.lstrip("0")
    if len(fraction) > 3 or not significant:
        return [_DIGITS[int(digit)] for digit in fraction]
    return [_DIGITS[0]] * (len(fraction) - len(significant)) + _integer(int(significant), zero_tens)
