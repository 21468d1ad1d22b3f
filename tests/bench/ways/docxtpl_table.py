"""The rows through docxtpl: ``python -m tests.bench.ways.docxtpl_table TEMPLATE ROWS OUT``.

The template is the plainest that there is, one row for rows of any kind; ``--make FILE`` writes it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from docxtpl import DocxTemplate

from tests.bench.ways.laps import Laps
from tests.bench.ways.table import HEAD, headed_table, landscape, read_rows


def make_template(target: Path) -> None:
    """A Word file whose table has a heading and, between docxtpl's tags, a row."""
    document = landscape()
    table = headed_table(document)
    table.add_row().cells[0].text = "{%tr for row in rows %}"
    for number, cell in enumerate(table.add_row().cells):
        cell.text = f"{{{{ row[{number}] }}}}"
    table.add_row().cells[0].text = "{%tr endfor %}"
    document.save(target)


def write_table(template: Path, rows: list[list[str]], target: Path) -> None:
    """``rows`` printed through ``template``, their text escaped."""
    document = DocxTemplate(template)
    document.render({"rows": rows}, autoescape=True)
    document.save(target)


def main() -> None:
    """Make the template, or write the rows."""
    if sys.argv[1] == "--make":
        make_template(Path(sys.argv[2]))
        return
    template, source, target = map(Path, sys.argv[1:])
    laps = Laps()
    rows = read_rows(source)
    assert all(len(row) == len(HEAD) for row in rows)
    with laps.lap("table"):
        write_table(template, rows, target)
    laps.say()


if __name__ == "__main__":
    main()
