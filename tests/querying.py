"""What DuckDB, which shares nothing with the program, reads in files of data."""

from __future__ import annotations

from typing import Any, NamedTuple

import duckdb


class Answer(NamedTuple):
    """The columns of an answer with the types that DuckDB gives them, and its rows."""

    columns: list[str]
    types: list[str]
    rows: list[tuple[Any, ...]]


def query(sql: str) -> Answer:
    """The answer to ``sql``, in a database that holds nothing."""
    with duckdb.connect() as connection:
        described: list[tuple[Any, ...]] = connection.execute(f"describe {sql}").fetchall()
        rows: list[tuple[Any, ...]] = connection.execute(sql).fetchall()
    return Answer([column[0] for column in described], [column[1] for column in described], rows)
