from __future__ import annotations

import unicodedata

import pytest

from cchc.language.width import columns


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("cải cách", 8),
        (unicodedata.normalize("NFD", "Ủy ban nhân dân"), 15),
        ("漢字", 4),
        ("a\u200bb\ufeff", 2),
        ("\ta\x1b", 1),
        ("“…”", 3),
    ],
)
def test_columns(text: str, width: int) -> None:
    assert columns(text) == width
