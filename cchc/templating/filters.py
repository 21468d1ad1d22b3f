"""The filters that templates may use beside Jinja's own few."""

from __future__ import annotations

from collections.abc import Callable

from cchc.language.folding import fold
from cchc.language.unbroken import unbroken

_SIGNS = ";.,:/ \u00a0"


def ended(text: str, sign: str) -> str:
    """``text`` with ``sign`` at its end, once: signs that were typed there are replaced."""
    return text.rstrip(_SIGNS) + sign


def led(text: str, lead: str, *unless: str) -> str:
    """``text`` after ``lead`` and a space, unless it already begins with that or with one of ``unless``."""
    begins = fold(text)
    if any(begins.startswith(fold(words)) for words in (lead, *unless)):
        return text
    return f"{lead} {text}"


def without(text: str, lead: str) -> str:
    """``text`` without ``lead`` at its beginning."""
    return text[len(lead) :].lstrip() if fold(text).startswith(fold(lead)) else text


FILTERS: dict[str, Callable[..., object]] = {"ended": ended, "led": led, "unbroken": unbroken, "without": without}
