"""What a column or cell prints of a row: a field, or words around fields."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_FIELD = re.compile(r"\{([a-z][a-z0-9_.\-]*)\}")


class ShowLine(NamedTuple):
    """A line of words around fields: ``words`` has one entry more than ``fields``, as they alternate."""

    words: tuple[str, ...]
    fields: tuple[str, ...]

    @property
    def bare(self) -> str | None:
        """The field of a line that has no words of its own."""
        return self.fields[0] if self.words == ("", "") else None


class Show(NamedTuple):
    """What stands in a cell, line by line.

    ``field`` is the one field that is shown without words, empty where there is more to it; ``fields`` are all.
    """

    lines: tuple[ShowLine, ...]
    field: str
    fields: tuple[str, ...]


@lru_cache(maxsize=512)
def read_show(written: str | tuple[str, ...] | None) -> Show:
    """What ``show`` says: a field's name, a text with ``{field}`` in it, or a list of such lines."""
    texts = () if written is None else (written,) if isinstance(written, str) else written
    lines = tuple(map(_line, texts))
    bare = lines[0].bare if len(lines) == 1 else None
    return Show(lines, bare or "", tuple(field for line in lines for field in line.fields))


def _line(written: str) -> ShowLine:
    if "{" not in written:
        return ShowLine(("", ""), (written,))
    pieces = _FIELD.split(written)
    return ShowLine(tuple(pieces[::2]), tuple(pieces[1::2]))
