"""A table as JSON Lines: one object a line, in UTF-8, every column in every object."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, BinaryIO

from cchc.tables.columns import Kind, Row, Table


class JsonLinesWriter:
    """Writes the rows of one table into ``file``. Nothing is null, a day ISO 8601, a decimal a number as written."""

    def __init__(self, file: BinaryIO, table: Table) -> None:
        self._file = file
        self._keys = [(f'"{column.name}":', _JSON[column.kind]) for column in table.columns]

    def add(self, row: Row) -> None:
        """Write one row."""
        members = (
            f"{key}{'null' if value is None else json_of(value)}"
            for (key, json_of), value in zip(self._keys, row, strict=True)
        )
        self._file.write(f"{{{','.join(members)}}}\n".encode())

    def close(self) -> None:
        """Every row is written already."""

    def abandon(self) -> None:
        """Nothing is held."""


_plain = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _number(value: Any) -> str:
    """json would make a float of it."""
    return f"{value:f}"


def _day(value: Any) -> str:
    return f'"{value}"'


def _object(value: Any) -> str:
    return _plain({pair.name: pair.text for pair in value})


_JSON: dict[Kind, Callable[[Any], str]] = {
    "text": _plain,
    "whole": str,
    "number": _number,
    "day": _day,
    "truth": _plain,
    "texts": _plain,
    "pairs": _object,
}
