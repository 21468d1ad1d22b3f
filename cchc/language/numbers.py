"""Decimals made from the characters written, never from floats."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal, TypeAlias

from cchc.patterns import deferred

DecimalSign: TypeAlias = Literal[",", "."]

LONGEST = 24
"""Digits of a number at most: sums of such numbers stay exact, and no text can make reading them slow."""

_WRITTEN = deferred(r"[+\-−]?[0-9]+(?:[.,][0-9]+)*")
_GROUPS: dict[DecimalSign, re.Pattern[str]] = {
    ".": deferred(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+"),
    ",": deferred(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+"),
}


class NotANumber(ValueError):  # noqa: N818  (the text is what is wrong)
    """A text that no convention reads as a number."""

    def __init__(self, text: str) -> None:
        super().__init__(f"not a number: {text[:LONGEST]!r}")
        self.text = text


class Unsettled(ValueError):  # noqa: N818  (the figure is what is unsettled)
    """A figure that the convention does not settle; ``readings`` are the two numbers it may mean."""

    def __init__(self, text: str, readings: tuple[Decimal, Decimal]) -> None:
        super().__init__(f"{text!r} may mean {readings[0]} or {readings[1]}")
        self.text = text
        self.readings = readings


def read_decimal(text: str, decimal: DecimalSign = ",") -> Decimal:
    """The typed number ``text``: ``decimal`` is its decimal sign, the other sign stands between groups of three.

    With a comma, 1.500 is fifteen hundred and 1,5 one and a half. Raises Unsettled where the other sign stands
    elsewhere than between groups of three (1.5), NotANumber for everything else.
    """
    sign, digits = _split(text)
    whole, point, fraction = digits.partition(decimal)
    thousands = _other(decimal)
    if fraction.isdigit() == bool(point) and (whole.isdigit() or _grouped(whole, thousands)):
        return _make(sign, whole, fraction)
    if digits.count(thousands) > 1 or digits.count(decimal) > 1:
        raise NotANumber(text)
    as_thousands = _make(sign, whole, fraction.replace(thousands, ""))
    as_decimal = _make(sign, *digits.replace(decimal, "").split(thousands))
    raise Unsettled(text, (as_thousands, as_decimal))


def read_prose_decimal(text: str, decimal: DecimalSign = ",") -> Decimal:
    """The number ``text`` out of a sentence, where either sign is a decimal sign.

    Only before exactly three digits does ``decimal`` decide; of two different signs the last is the decimal one,
    and a sign that comes twice stands between groups of three. Raises NotANumber for everything else.
    """
    sign, digits = _split(text)
    signs: list[DecimalSign] = ["." if character == "." else "," for character in digits if not character.isdigit()]
    if not signs:
        return _make(sign, digits)
    last = signs[-1]
    if signs.count(last) == 1 and not (len(signs) == 1 and last != decimal and _grouped(digits, last)):
        whole, fraction = digits.split(last)
        if whole.isdigit() or _grouped(whole, _other(last)):
            return _make(sign, whole, fraction)
    elif _grouped(digits, last):
        return _make(sign, digits)
    raise NotANumber(text)


def write_decimal(value: Decimal, decimal: DecimalSign = ",") -> str:
    """``value`` with all its decimals, ``decimal`` before them and the other sign between groups of three."""
    return f"{value:,f}".translate({ord(","): _other(decimal), ord("."): decimal})


def _split(text: str) -> tuple[str, str]:
    """The sign ("-" or nothing) and the digits with what stands between them; raises NotANumber."""
    stripped = text.strip()
    digits = stripped.lstrip("+-−")
    within = len(digits) <= 2 * LONGEST and sum(map(str.isdigit, digits)) <= LONGEST
    if not (within and _WRITTEN.fullmatch(stripped)):
        raise NotANumber(text)
    return "-" if stripped[0] in "-−" else "", digits


def _other(decimal: DecimalSign) -> DecimalSign:
    return "." if decimal == "," else ","


def _grouped(digits: str, thousands: DecimalSign) -> bool:
    """Whether ``digits`` are groups of three with ``thousands`` between them."""
    return _GROUPS[thousands].fullmatch(digits) is not None


def _make(sign: str, whole: str, fraction: str = "") -> Decimal:
    """The number of these digits; signs between the groups of ``whole`` fall away."""
    return Decimal(f"{sign}{whole.replace('.', '').replace(',', '')}.{fraction}".rstrip("."))
