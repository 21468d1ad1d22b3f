"""Abbreviations that administrative texts use as freely as the words they stand for."""

from __future__ import annotations

from collections.abc import Sequence

_SPELLED = {
    "tthc": "thủ tục hành chính",
    "cchc": "cải cách hành chính",
    "qppl": "quy phạm pháp luật",
    "vbqppl": "văn bản quy phạm pháp luật",
    "cbcc": "cán bộ công chức",
    "cbccvc": "cán bộ công chức viên chức",
    "cbcc,vc": "cán bộ công chức viên chức",
    "dvc": "dịch vụ công",
    "dvctt": "dịch vụ công trực tuyến",
    "đvsncl": "đơn vị sự nghiệp công lập",
    "pakn": "phản ánh kiến nghị",
    "cntt": "công nghệ thông tin",
    "csdl": "cơ sở dữ liệu",
}
_OF_BODIES = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
}


def _in_words(*tables: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {short: tuple(words.split()) for table in tables for short, words in table.items()}


TERMS = _in_words(_SPELLED)
"""The words of each abbreviation of a term, folded."""
_EVERY = _in_words(_SPELLED, _OF_BODIES)
_SHORT = frozenset(_EVERY)


def spelled_out(words: Sequence[str]) -> tuple[str, ...]:
    """``words``, folded, with the words of abbreviations in their places."""
    if _SHORT.isdisjoint(words):
        return tuple(words)
    return tuple(word for each in words for word in _EVERY.get(each, (each,)))
