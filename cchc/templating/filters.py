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


def whole(text: str) -> str:
    """``text`` on one line, whatever follows: its spaces become no-break spaces."""
    return text.replace(" ", "\u00a0")


def _of_text(function: Callable[..., str]) -> Callable[..., str]:
    """``function`` for what templates hand over: an undefined value speaks up when it is asked for its text."""
    return lambda value, *arguments: function(str(value), *arguments)


_FUNCTIONS: tuple[Callable[..., str], ...] = (ended, led, unbroken, whole)

FILTERS: dict[str, Callable[..., str]] = {function.__name__: _of_text(function) for function in _FUNCTIONS}
