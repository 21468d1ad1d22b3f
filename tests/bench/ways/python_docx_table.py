"""The rows through python-docx, as its guide shows it: ``python -m tests.bench.ways.python_docx_table ROWS OUT``."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.bench.ways.laps import Laps
from tests.bench.ways.table import headed_table, landscape, read_rows


def main() -> None:
    """Write the rows of the first argument to the Word file that the second one names."""
    source, target = map(Path, sys.argv[1:])
    laps = Laps()
    rows = read_rows(source)
    with laps.lap("table"):
        document = landscape()
        table = headed_table(document)
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        document.save(target)
    laps.say()


if __name__ == "__main__":
    main()
