"""A table as its columns: their stable names, what their values are, and how people read them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal["text", "whole", "number", "day", "truth", "texts", "pairs"]
"""What the values of a column are: text, an integer, a decimal, a day, true or false, several texts, named texts."""


class Pair(NamedTuple):
    """A text under a name: ``name`` is for programs, ``title`` for people."""

    name: str
    title: str
    text: str


Value: TypeAlias = str | int | Decimal | date | tuple[str | None, ...] | tuple[Pair, ...] | None
"""A cell; None where there is nothing. No text in it is empty, and none of several texts holds a line break."""

Row: TypeAlias = tuple[Value, ...]
"""A value for each column of a table, in their order."""


class Column(NamedTuple):
    """A column: ``name`` is never given to anything else, ``heading`` and ``words`` are Vietnamese.

    ``words`` say the values of a column that has only a few. ``width`` is in characters, for people.
    """

    name: str
    kind: Kind
    heading: str
    width: int
    words: Mapping[str, str] = {}


class Table(NamedTuple):
    """A table: ``name`` is that of its file, ``heading`` that of its sheet."""

    name: str
    heading: str
    columns: tuple[Column, ...]
