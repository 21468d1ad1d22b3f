"""A table as Parquet, with the types of its columns: days are days, several texts are a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Context, Decimal
from typing import Any, BinaryIO

from cchc.tables.columns import Kind, Pair, Row, Table, Value

_BATCH = 1_000
"""Rows that are held as they come, and then as Arrow's columns, a tenth of the size."""
_GROUP = 10
"""Batches that are written as one row group: readers want few."""
_DECIMALS = Decimal("1e-6")
_PRECISION = 30
"""Digits of a number: as many before its sign as a plan may write, and six behind it."""
_EXACT = Context(prec=_PRECISION)


class ParquetWriter:
    """Writes the rows of one table into ``file``, in row groups. Raises ImportError without pyarrow."""

    def __init__(self, file: BinaryIO, table: Table) -> None:
        import pyarrow
        import pyarrow.parquet

        self._arrow: Any = pyarrow
        self._kinds = [column.kind for column in table.columns]
        types = _types(pyarrow)
        fields = [pyarrow.field(column.name, types[column.kind]) for column in table.columns]
        self._schema = pyarrow.schema(fields)
        self._writer = pyarrow.parquet.ParquetWriter(file, self._schema)
        self._rows: list[Row] = []
        self._batches: list[Any] = []

    def add(self, row: Row) -> None:
        """Take one row; what is held is written once it makes a row group."""
        self._rows.append(row)
        if len(self._rows) == _BATCH:
            self._pack()
            if len(self._batches) == _GROUP:
                self._write()

    def close(self) -> None:
        """Write what is still held, and the end of the file."""
        if self._rows:
            self._pack()
        if self._batches:
            self._write()
        self._writer.close()

    def abandon(self) -> None:
        """Let the file go unfinished, which the library would otherwise finish when nobody asks any more."""
        self._writer.is_open = False

    def _pack(self) -> None:
        columns = zip(*self._rows, strict=True)
        arrays = [
            self._arrow.array(_values(kind, column), field.type)
            for kind, column, field in zip(self._kinds, columns, self._schema, strict=True)
        ]
        self._batches.append(self._arrow.RecordBatch.from_arrays(arrays, schema=self._schema))
        self._rows.clear()

    def _write(self) -> None:
        self._writer.write_table(self._arrow.Table.from_batches(self._batches, schema=self._schema))
        self._batches.clear()


def _types(arrow: Any) -> dict[Kind, Any]:
    return {
        "text": arrow.string(),
        "whole": arrow.int32(),
        "number": arrow.decimal128(_PRECISION, 6),
        "day": arrow.date32(),
        "truth": arrow.bool_(),
        "texts": arrow.list_(arrow.string()),
        "pairs": arrow.map_(arrow.string(), arrow.string()),
    }


def _values(kind: Kind, column: Iterable[Value]) -> list[object]:
    as_arrow = _AS_ARROW.get(kind)
    return [as_arrow(value) if as_arrow and value is not None else value for value in column]


def _number(value: Value) -> object:
    return value.quantize(_DECIMALS, context=_EXACT) if isinstance(value, Decimal) else value


def _pairs(value: Value) -> object:
    named = value if isinstance(value, tuple) else ()
    return [(pair.name, pair.text) for pair in named if isinstance(pair, Pair)]


_AS_ARROW: dict[Kind, Callable[[Value], object]] = {"number": _number, "pairs": _pairs}
