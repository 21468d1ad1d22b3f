"""The advance widths of a TrueType font, read from its tables, to hold the back end's figures against."""

import struct
from pathlib import Path


def advances(path: Path) -> dict[str, int]:
    """The advance of each character of the basic plane, in units of the em."""
    data = path.read_bytes()
    tables = _tables(data)
    count = _short(data, tables["hhea"] + 34)
    by_glyph = [_short(data, tables["hmtx"] + 4 * glyph) for glyph in range(count)]
    glyphs = _glyphs(data, _subtable(data, tables["cmap"]))
    return {char: by_glyph[min(glyph, count - 1)] for char, glyph in glyphs.items()}


def _short(data: bytes, offset: int) -> int:
    return int.from_bytes(data[offset : offset + 2], "big")


def _long(data: bytes, offset: int) -> int:
    return int.from_bytes(data[offset : offset + 4], "big")


def _tables(data: bytes) -> dict[str, int]:
    records = range(12, 12 + 16 * _short(data, 4), 16)
    return {data[record : record + 4].decode("ascii"): _long(data, record + 8) for record in records}


def _subtable(data: bytes, cmap: int) -> int:
    """The character map of format 4: segments of the basic plane."""
    records = range(cmap + 4, cmap + 4 + 8 * _short(data, cmap + 2), 8)
    return next(at for record in records if _short(data, at := cmap + _long(data, record + 4)) == 4)


def _glyphs(data: bytes, at: int) -> dict[str, int]:
    segments = _short(data, at + 6) // 2
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{segments}H", data, at + 14 + skipped + 2 * segments * part)
        for part, skipped in enumerate((0, 2, 2, 2))
    )
    glyphs: dict[str, int] = {}
    for segment, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        place = at + 16 + 2 * segments * 3 + 2 * segment + offset
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = _short(data, place + 2 * (code - start)) if offset else code
            if glyph:
                glyphs[chr(code)] = (glyph + delta) & 0xFFFF
    return glyphs
