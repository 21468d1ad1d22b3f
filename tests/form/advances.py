"""How wide a text is in the bold and the italic Times, from the advances of a font of the same metrics."""

from __future__ import annotations

import re
import unicodedata

_EM = 2048
_MILLIMETRES = 25.4 / 72
_HORN = "\u031b"
_BOLD = {
    512: " .,",
    569: "il/",
    682: "fjt-():;",
    797: "Is",
    909: "cerz",
    1024: "Jagovxy0123456789“”–",
    1134: "ơ",
    1139: "Sbdhknpquđ",
    1229: "ư",
    1251: "FP",
    1366: "BELTZ",
    1479: "ACDNRUVXYĐw",
    1593: "GHKOQƠ",
    1630: "Ư",
    1706: "m&",
    1933: "M",
    2048: "W%",
}
_ITALIC = {
    512: " .,",
    569: "fijlt/",
    682: "I-():;",
    797: "rsz",
    909: "Jcekvxy",
    1024: "Sabdghnopquđ0123456789–",
    1093: "ơ",
    1117: "ư",
    1139: "LTYZ“”",
    1251: "ABEFPRVX",
    1366: "CKNw",
    1479: "DGHOQUĐƠm",
    1544: "Ư",
    1593: "&",
    1706: "MW%",
}
_ADVANCES = {
    True: {letter: advance for advance, letters in _BOLD.items() for letter in letters},
    False: {letter: advance for advance, letters in _ITALIC.items() for letter in letters},
}


def width(text: str, size: float, bold: bool) -> float:
    """The width of ``text`` in millimetres, bold or else italic; ``size`` in points. KeyError for other letters."""
    advances = _ADVANCES[bold]
    return sum(advances[_base(letter)] for letter in text) * size / _EM * _MILLIMETRES


def lines(text: str, size: float, bold: bool, room: float) -> list[str]:
    """The lines that ``text`` makes in ``room``, in millimetres. No-break spaces hold words together."""
    made = [""]
    for word in re.split(" ", text):
        longer = f"{made[-1]} {word}" if made[-1] else word
        if made[-1] and width(longer.replace("\u00a0", " "), size, bold) > room:
            made.append(word)
        else:
            made[-1] = longer
    return [line.replace("\u00a0", " ") for line in made]


def _base(letter: str) -> str:
    """A letter without the marks of its tone and vowel, which take no room; the horn does."""
    plain, *marks = tuple(unicodedata.normalize("NFD", letter))
    return unicodedata.normalize("NFC", plain + _HORN) if _HORN in marks else plain
