"""What a column or cell prints of a row: a field, or words around fields."""

import re
from functools import lru_cache
from typing import Annotated, Any, NamedTuple, TypeAlias

from pydantic import AfterValidator, Discriminator, Tag

from cchc.model.base import Line
from cchc.patterns import deferred

_FIELD = deferred(r"\{([a-z][a-z0-9_.\-]*)\}")
_YEAR = deferred(r"\{(?:last_)?year\}")


def _with_fields(text: str) -> str:
    return _closed(text, _FIELD)


def _with_years(text: str) -> str:
    return _closed(text, _YEAR)


def _closed(text: str, known: re.Pattern[str]) -> str:
    if re.search(r"[{}]", known.sub("", text)):
        raise ValueError("brace")
    return text


WithFields: TypeAlias = Annotated[Line, AfterValidator(_with_fields)]
"""Words with ``{field}`` in them, or a field's name alone."""

WithYears: TypeAlias = Annotated[Line, AfterValidator(_with_years)]
"""Words in which ``{year}`` and ``{last_year}`` may stand."""


def _kind_of_shown(value: Any) -> str:
    return "lines" if isinstance(value, list | tuple) else "one"


Shown: TypeAlias = Annotated[
    Annotated[WithFields, Tag("one")] | Annotated[tuple[WithFields, ...], Tag("lines")], Discriminator(_kind_of_shown)
]
"""A field's name, a text with ``{field}`` in it, or a list of such lines."""


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
