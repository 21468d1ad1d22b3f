"""The words of an indicator made comparable, and how surely two names mean the same one."""

from __future__ import annotations

from functools import lru_cache

from cchc.language.abbreviations import TERMS
from cchc.language.folding import fold
from cchc.patterns import deferred

_IDLE = frozenset(("các", "số", "và", "của", "thông"))
"""Words that come and go where the same indicator is named: “thực hiện qua”, “thực hiện thông qua”."""
_RATES = ("tỷ lệ ", "tỉ lệ ", "số lượng ")
_LIKE = 0.85
_SHORTEST = 4
"""Words that a name has at least where another may go on behind it and still be the same indicator."""
_GLOSSES = deferred(r"\([^()]*\)")


@lru_cache(maxsize=4096)
def indicator_words(name: str) -> tuple[str, ...]:
    """The words of an indicator under which two spellings of it are equal.

    Letter case, commas, glosses in parentheses, usual abbreviations, idle words and a “tỷ lệ” before it do not count.
    """
    plain = signs_to_spaces(fold(_GLOSSES.sub(" ", name)))
    for rate in _RATES:
        plain = plain.removeprefix(rate)
    words: list[str] = []
    for word in plain.split():
        if word in TERMS:
            words += TERMS[word]
        elif word not in _IDLE:
            words.append(word)
    return tuple(words)


def signs_to_spaces(text: str) -> str:
    """``text`` with spaces for the signs between the words of an indicator."""
    return text.replace(",", " ").replace(";", " ").replace(":", " ")


def likeness(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    """How surely two names mean the same indicator: 1 for equal ones, 0 for others; in between where one goes on
    behind the other or nearly all words are shared."""
    if first == second:
        return 1.0
    short, long = sorted((first, second), key=len)
    if len(short) >= _SHORTEST and long[: len(short)] == short:
        return 0.95
    shared = 2 * len(set(short) & set(long)) / (len(set(short)) + len(set(long)) or 1)
    return shared * 0.9 if len(short) >= _SHORTEST and shared >= _LIKE else 0.0
