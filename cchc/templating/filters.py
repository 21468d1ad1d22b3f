"""The filters that templates may use beside Jinja's own few."""

from __future__ import annotations

from collections.abc import Callable

from cchc.language.as_typed import AsTyped
from cchc.language.balanced import balanced
from cchc.language.folding import fold
from cchc.language.footnotes import CLOSING, OPENING, capitals
from cchc.language.unbroken import unbroken, unbroken_title

_SIGNS = ";.,:/ \u00a0"


def ended(text: str, sign: str) -> str:
    """``text`` with ``sign`` at its end, once: signs that were typed there are replaced, before a footnote too."""
    if text.endswith(CLOSING):
        at = text.rindex(OPENING)
        return text[:at].rstrip(_SIGNS) + text[at:] + sign
    return text.rstrip(_SIGNS) + sign


def upper(text: str) -> str:
    """``text`` in capitals; the footnotes that it carries stay as they are."""
    return capitals(text)


def led(text: str, lead: str, *unless: str) -> str:
    """``text`` after ``lead`` and a space, unless it already begins with that or with one of ``unless``."""
    begins = fold(text)
    if any(begins.startswith(fold(words)) for words in (lead, *unless)):
        return text
    return f"{lead} {text}"


def whole(text: str) -> str:
    """``text`` on one line, whatever follows: its spaces become no-break spaces."""
    return text.replace(" ", "\u00a0")


def _of_text(function: Callable[..., str], *, adds: bool) -> Callable[..., str]:
    """``function`` for what templates hand over: an undefined value speaks up when it is asked for its text.

    What is to print as typed stays so, through a filter that ``adds`` words or signs and behind any other.
    """

    def filtered(value: object, *arguments: str | int) -> str:
        if not isinstance(value, AsTyped):
            return function(str(value), *arguments)
        return value if adds else AsTyped(function(str(value), *arguments))

    return filtered


_ADDING: tuple[Callable[..., str], ...] = (ended, led)
_SHAPING: tuple[Callable[..., str], ...] = (balanced, unbroken, unbroken_title, upper, whole)

FILTERS: dict[str, Callable[..., str]] = {
    function.__name__: _of_text(function, adds=function in _ADDING) for function in (*_ADDING, *_SHAPING)
}
