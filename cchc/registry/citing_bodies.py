"""Who issues an act: the bodies and offices of symbols, and how texts call them behind "của"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from cchc.language.folding import fold
from cchc.registry.facts import Body
from cchc.registry.registry import shipped_registry

_CALLED = (
    ("VPCP", ("văn phòng chính phủ",)),
    ("TTg", ("thủ tướng chính phủ", "thủ tướng", "phó thủ tướng chính phủ", "phó thủ tướng")),
    ("CP", ("chính phủ",)),
    ("UBTVQH", ("ủy ban thường vụ quốc hội", "ubtvqh")),
    ("QH", ("quốc hội",)),
    ("TW", ("ban chấp hành trung ương", "bch trung ương", "bộ chính trị", "ban bí thư")),
    ("TU", ("tỉnh ủy", "thành ủy")),
    ("HĐND", ("hđnd", "hội đồng nhân dân")),
    ("UBND", ("ubnd", "ủy ban nhân dân")),
)
"""Symbols with the folded words by which their bodies are called."""
_IN_FRONT = (
    *("ban thường vụ đảng bộ", "ban chấp hành đảng bộ", "ban thường vụ", "ban chấp hành", "thường trực", "bí thư"),
    *("chủ tịch", "phó chủ tịch", "bộ trưởng", "thứ trưởng", "chủ nhiệm", "quyền bộ trưởng"),
)
"""Words in front of a body's name: its head, or its inner circle."""
_CENTRAL = frozenset(("CP", "TTg", "VPCP", "QH", "UBTVQH", "TW"))
_LOCAL = frozenset(("TU", "HĐND", "UBND"))
_LONGEST, _LONGEST_NAME = 12, 8
"""How many words of an issuer are looked at, and how many a name has at most."""
_CONFERENCE = "hội nghị "
"""“Hội nghị lần thứ năm Ban Chấp hành Trung ương”."""


@cache
def _by_words() -> dict[str, str]:
    """The symbols of bodies by the folded words by which they are called."""
    ministries = {fold(body.name): body.symbols[0] for body in _ministries() if body.symbols}
    return ministries | {words: symbol for symbol, called in _CALLED for words in called}


def _ministries() -> Iterator[Body]:
    return (body for body in shipped_registry().bodies if body.level in ("ministry", "central"))


@cache
def _symbols() -> frozenset[str]:
    return frozenset(
        (*(symbol for symbol, _ in _CALLED), *(symbol for body in _ministries() for symbol in body.symbols))
    )


def known_symbol(symbol: str) -> bool:
    """Whether ``symbol`` is one whose bearer is called as everywhere: the centre's, a committee's, the Party's."""
    return symbol in _symbols()


def is_central(symbol: str) -> bool:
    """Whether one body of the whole country bears ``symbol``."""
    return symbol in _CENTRAL or (symbol in _symbols() and symbol not in _LOCAL)


def issuing_symbol(issuer: str) -> tuple[str, str] | None:
    """The symbol of the body with which ``issuer`` begins, and its words as typed; None where it is not known."""
    typed = issuer.split()[:_LONGEST]
    words = fold(" ".join(typed)).split()
    known = _by_words()
    for start in _starts(words):
        for end in range(min(len(words), start + _LONGEST_NAME), start, -1):
            symbol = known.get(" ".join(words[start:end]))
            if symbol is not None:
                named = " ".join(typed[:end])
                return symbol, named if issuer.startswith(named) else issuer
    return None


def _starts(words: list[str]) -> Iterator[int]:
    """At which word the body's name may begin."""
    yield 0
    line = " ".join(words)
    for front in _IN_FRONT:
        if line.startswith(front + " "):
            yield len(front.split())
    if line.startswith(_CONFERENCE) and "ban" in words:
        yield words.index("ban")
