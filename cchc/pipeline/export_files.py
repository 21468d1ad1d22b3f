"""The files of an export: which there are of each format, who writes them, what keeps a format from being written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple, Protocol, TypeAlias, get_args

from cchc.backends.tables.delimited import CsvWriter
from cchc.backends.tables.json_lines import JsonLinesWriter
from cchc.backends.tables.limits import LONGEST_CELL, MOST_ROWS, SheetFullError
from cchc.backends.tables.parquet import ParquetWriter
from cchc.backends.tables.workbook import Workbook
from cchc.diagnostics import Diagnostic, Rule, Severity, Wording
from cchc.tables.columns import Row, Table
from cchc.workspace.growing import Growing
from cchc.workspace.publishing import Published
from cchc.workspace.writing import writing

Format: TypeAlias = Literal["xlsx", "csv", "jsonl", "parquet"]
FORMATS: tuple[Format, ...] = get_args(Format)

WORKBOOK = "tong-hop.xlsx"
"""The workbook has a sheet for each table; in other formats each table is a file, under its own name."""

NO_LIBRARY = Rule(
    "W551",
    "no-export-library",
    Severity.ERROR,
    Wording(
        "không ghi được .{format} vì thiếu thư viện {library}: {reason}",
        "no .{format} can be written without the library {library}: {reason}",
    ),
    Wording(
        'chạy pip install "cchc[export]" trong môi trường Python của cchc, hoặc pip install {library}; csv và jsonl '
        "không cần thư viện nào",
        'run pip install "cchc[export]" in the Python environment of cchc, or pip install {library}; csv and jsonl '
        "need no library",
    ),
    Wording(
        "đa số người dùng không xuất bảng, nên các thư viện này không được cài sẵn",
        "most people export no tables, so these libraries do not come with the program",
    ),
)
SHEET_FULL = Rule(
    "W552",
    "sheet-full",
    Severity.ERROR,
    Wording(
        "trang tính “{sheet}” không chứa được quá {most} dòng nên không ghi {file}",
        "the sheet “{sheet}” takes no more than {most} rows: {file} was not written",
    ),
    Wording(
        "xuất ít kế hoạch hơn mỗi lần, hoặc dùng --to parquet, csv hay jsonl",
        "export fewer plans at a time, or use --to parquet, csv or jsonl",
    ),
    Wording(
        "Excel có tối đa 1.048.576 dòng; bảng bị cắt bớt thì số liệu tổng hợp sai mà không ai biết",
        "Excel has 1,048,576 rows; sums over a table that was cut short would be wrong unseen",
    ),
)
TEXT_CUT = Rule(
    "W553",
    "cell-cut",
    Severity.WARNING,
    Wording(
        "{plan}: {n} ô dài quá {most} ký tự, trong {file} chỉ còn phần đầu và dấu “…”",
        "{plan}: {n} cell(s) longer than {most} characters; {file} has their beginnings and “…”",
    ),
    Wording("lấy nguyên văn từ tệp csv, jsonl hoặc parquet", "take the whole text from csv, jsonl or parquet"),
    Wording(
        "một ô của Excel chứa tối đa 32.767 ký tự; tệp có ô dài hơn thì Excel báo hỏng",
        "a cell of Excel holds 32,767 characters, and it calls a file with longer ones damaged",
    ),
)

_LIBRARIES: Mapping[Format, str] = {"xlsx": "XlsxWriter", "parquet": "pyarrow"}


class _Writer(Protocol):
    """Takes the rows of one table."""

    def add(self, row: Row) -> None: ...


class _Ending(Protocol):
    """Ends files, or lets them go unfinished."""

    def close(self) -> None: ...
    def abandon(self) -> None: ...


class _FileWriter(_Writer, _Ending, Protocol):
    """Takes the rows of the one table of its file."""


_WRITERS: Mapping[Format, Callable[[BinaryIO, Table], _FileWriter]] = {
    "csv": CsvWriter,
    "jsonl": JsonLinesWriter,
    "parquet": ParquetWriter,
}


class _Open(NamedTuple):
    """A format at work: the names of its files, a writer for each table, what ends its files."""

    names: tuple[str, ...]
    writers: tuple[_Writer, ...]
    endings: tuple[_Ending, ...]


class ExportFiles:
    """The files of one run for ``tables``; ``problems`` are why a format is not among them.

    ``scratch`` is a folder for what the workbook is put together from, ``created`` the time that it bears.
    """

    def __init__(self, outputs: Growing, tables: Sequence[Table], scratch: Path | None, created: datetime) -> None:
        self.problems: list[Diagnostic] = []
        self._outputs = outputs
        self._tables = tables
        self._scratch = scratch
        self._created = created
        self._open: list[_Open] = []
        self._workbook: Workbook | None = None
        self._told_cut = 0

    @property
    def are_open(self) -> bool:
        """Whether there is anything to be written."""
        return bool(self._open)

    def open(self, name: Format) -> None:
        """Begin the files of the format ``name``, unless its library is not there. Raises WorkspaceError."""
        names = (WORKBOOK,) if name == "xlsx" else tuple(f"{table.name}.{name}" for table in self._tables)
        files = [self._outputs.open(each) for each in names]
        try:
            self._open.append(self._begun(name, names, files))
        except ImportError as error:
            self._drop(names)
            self.problems.append(NO_LIBRARY.at(None, format=name, library=_LIBRARIES[name], reason=str(error)))

    def add(self, table: int, rows: Iterable[Row]) -> int:
        """Write ``rows`` of the table at ``table`` in every format. Returns how many. Raises WorkspaceError."""
        count = 0
        with writing(self._outputs.folder):
            for row in rows:
                count += 1
                for each in tuple(self._open):
                    try:
                        each.writers[table].add(row)
                    except SheetFullError as error:
                        self._abandon(each)
                        told = SHEET_FULL.at(None, sheet=error.args[0], most=MOST_ROWS, file=each.names[0])
                        self.problems.append(told)
        return count

    def cut(self, plan: str) -> tuple[Diagnostic, ...]:
        """What is to be said of texts that were cut since the last call, all of them of ``plan``."""
        count = self._workbook.cut - self._told_cut if self._workbook else 0
        self._told_cut += count
        return (TEXT_CUT.at(None, plan=plan, n=count, most=LONGEST_CELL, file=WORKBOOK),) if count else ()

    def publish(self, *, force: bool) -> tuple[Published, ...]:
        """End all files and give them their places. Raises WorkspaceError, all then being as it was."""
        with writing(self._outputs.folder):
            while self._open:
                for ending in self._open[0].endings:
                    ending.close()
                del self._open[0]
        return self._outputs.publish(force=force)

    def abandon(self) -> None:
        """Let everything go that has not taken its place."""
        while self._open:
            self._abandon(self._open[0])

    def _begun(self, name: Format, names: tuple[str, ...], files: Sequence[BinaryIO]) -> _Open:
        if name == "xlsx":
            self._workbook = Workbook(files[0], self._tables, str(self._scratch), self._created)
            return _Open(names, self._workbook.sheets, (self._workbook,))
        writers = tuple(_WRITERS[name](file, table) for file, table in zip(files, self._tables, strict=True))
        return _Open(names, writers, writers)

    def _abandon(self, opened: _Open) -> None:
        self._open.remove(opened)
        for ending in opened.endings:
            ending.abandon()
        self._drop(opened.names)

    def _drop(self, names: Iterable[str]) -> None:
        for name in names:
            self._outputs.drop(name)
