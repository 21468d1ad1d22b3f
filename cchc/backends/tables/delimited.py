"""A table as CSV: RFC 4180 in UTF-8, with a byte order mark by which Excel knows the letters."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from typing import Any, BinaryIO

from cchc.patterns import deferred
from cchc.tables.columns import Kind, Row, Table

_MARK = b"\xef\xbb\xbf"
_FORMULA = deferred(r"'*[=+\-@\t\r＝＋－＠]")
"""What a spreadsheet takes for a formula, and what looks like such a text already made safe."""


class CsvWriter:
    """Writes the rows of one table into ``file``: a header, then a record for each, lines ended by CR and LF.

    Nothing is an empty field; several texts stand on lines of their own in one field, named texts as a JSON object.
    A text that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises, and so does one
    that begins with apostrophes before such a sign: taking one off again gives every text back.
    """

    def __init__(self, file: BinaryIO, table: Table) -> None:
        file.write(_MARK)
        self._records = csv.writer(_Encoded(file), lineterminator="\r\n")
        self._records.writerow(column.name for column in table.columns)
        self._fields = [_FIELDS[column.kind] for column in table.columns]

    def add(self, row: Row) -> None:
        """Write one row."""
        self._records.writerow(
            "" if value is None else field(value) for field, value in zip(self._fields, row, strict=True)
        )

    def close(self) -> None:
        """Every row is written already."""

    def abandon(self) -> None:
        """Nothing is held."""


class _Encoded:
    """Takes text for a file of bytes."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def write(self, text: str) -> int:
        return self._file.write(text.encode("utf-8"))


def _truth(value: Any) -> str:
    return "true" if value else "false"


def _number(value: Any) -> str:
    return f"{value:f}"


def _lines(value: Any) -> str:
    return _harmless("\n".join(text or "" for text in value))


def _object(value: Any) -> str:
    return json.dumps({pair.name: pair.text for pair in value}, ensure_ascii=False)


def _harmless(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


_FIELDS: dict[Kind, Callable[[Any], str]] = {
    "text": _harmless,
    "whole": str,
    "number": _number,
    "day": str,
    "truth": _truth,
    "texts": _lines,
    "pairs": _object,
}
