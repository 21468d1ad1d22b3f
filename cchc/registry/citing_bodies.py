"""Who issues an act: the bodies and offices of symbols, and how texts call them behind "của"."""

from __future__ import annotations

import re
from functools import cache

from cchc.language.folding import fold
from cchc.registry.registry import shipped_registry

_CALLED = (
    ("VPCP", r"văn phòng chính phủ"),
    ("TTg", r"(?:phó )?thủ tướng(?: chính phủ)?"),
    ("CP", r"chính phủ"),
    ("UBTVQH", r"(?:ủy ban thường vụ quốc hội|ubtvqh)"),
    ("QH", r"quốc hội"),
    ("TW", r"(?:hội nghị \w+ \w+ )?(?:ban chấp hành trung ương|bch trung ương|bộ chính trị|ban bí thư)"),
    ("TU", r"(?:(?:ban thường vụ|ban chấp hành|thường trực|bí thư)(?: đảng bộ)? )?(?:tỉnh ủy|thành ủy)"),
    ("HĐND", r"(?:thường trực )?(?:hđnd|hội đồng nhân dân)"),
    ("UBND", r"(?:(?:phó )?chủ tịch )?(?:ubnd|ủy ban nhân dân)"),
)
"""Symbols with the folded words by which their bodies are called, what contains another before it."""

_CENTRAL = frozenset(("CP", "TTg", "VPCP", "QH", "UBTVQH", "TW"))
_HEAD = r"(?:(?:thứ trưởng|bộ trưởng|chủ nhiệm|quyền bộ trưởng) )?"


@cache
def _ministries() -> dict[str, str]:
    """The symbols of ministries by their folded names."""
    central = (body for body in shipped_registry().bodies if body.level in ("ministry", "central"))
    return {fold(body.name): body.symbols[0] for body in central if body.symbols}


@cache
def _symbols() -> frozenset[str]:
    ministries = (body.symbols for body in shipped_registry().bodies if body.level in ("ministry", "central"))
    return frozenset((*(symbol for symbol, _ in _CALLED), *(symbol for symbols in ministries for symbol in symbols)))


@cache
def _pattern() -> re.Pattern[str]:
    known = "|".join(f"(?P<{symbol.replace('Đ', 'D')}>{words})" for symbol, words in _CALLED)
    ministries = "|".join(sorted(map(re.escape, _ministries()), key=len, reverse=True))
    return re.compile(rf"(?:{known}|{_HEAD}(?P<ministry>{ministries}))(?!\w)")


def known_symbol(symbol: str) -> bool:
    """Whether ``symbol`` is one whose bearer is called as everywhere: the centre's, a committee's, the Party's."""
    return symbol in _symbols()


def is_central(symbol: str) -> bool:
    """Whether one body of the whole country bears ``symbol``."""
    return symbol in _CENTRAL or symbol in _symbols() - {called for called, _ in _CALLED}


def issuing_symbol(issuer: str) -> tuple[str, str] | None:
    """The symbol of the body with which ``issuer`` begins, and its words as typed; None where it is not known."""
    words = issuer.split()
    found = _pattern().match(fold(issuer))
    if found is None:
        return None
    symbol = _ministries().get(found["ministry"] or "") or str(found.lastgroup).replace("HDND", "HĐND")
    typed = " ".join(words[: len(found[0].split())])
    return symbol, typed if issuer.startswith(typed) else issuer
