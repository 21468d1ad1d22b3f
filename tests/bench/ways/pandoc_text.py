"""The rows as a text that pandoc reads: ``python -m tests.bench.ways.pandoc_text ROWS OUT``."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from html import escape
from pathlib import Path

from tests.bench.ways.table import HEAD, read_rows


def main() -> None:
    """Write the rows of the first argument as a table of HTML: Markdown's has no cells of two paragraphs."""
    source, target = map(Path, sys.argv[1:])
    head = _row(HEAD, "th")
    body = "\n".join(_row(row, "td") for row in read_rows(source))
    target.write_text(f"<table><thead>{head}</thead><tbody>\n{body}\n</tbody></table>\n", encoding="utf-8")


def _row(texts: Iterable[str], kind: str) -> str:
    cells = (escape(text).replace("\n", "<br>") for text in texts)
    return f"<tr>{''.join(f'<{kind}>{cell}</{kind}>' for cell in cells)}</tr>"


if __name__ == "__main__":
    main()
