"""What DuckDB, which shares nothing with the program, reads in files of data."""

from __future__ import annotations

import pickle
import subprocess
import sys
from typing import Any, NamedTuple


class Answer(NamedTuple):
    """The columns of an answer with the types that DuckDB gives them, and its rows."""

    columns: list[str]
    types: list[str]
    rows: list[tuple[Any, ...]]


def query(sql: str) -> Answer:
    """The answer to ``sql``, in a database that holds nothing.

    DuckDB runs in a process of its own: at the end of one it complains on stderr of what its own binding leaves behind.
    """
    done = subprocess.run([sys.executable, __file__, sql], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return Answer(*pickle.loads(done.stdout))


def _answer(sql: str) -> tuple[list[str], list[str], list[tuple[Any, ...]]]:
    import duckdb

    with duckdb.connect() as connection:
        described: list[tuple[Any, ...]] = connection.execute(f"describe {sql}").fetchall()
        rows: list[tuple[Any, ...]] = connection.execute(sql).fetchall()
    return [column[0] for column in described], [column[1] for column in described], rows


if __name__ == "__main__":
    sys.stdout.buffer.write(pickle.dumps(_answer(sys.argv[1])))
