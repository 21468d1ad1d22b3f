"""Tables as the sheets of one XLSX workbook, for people: Vietnamese headings and words, filters, days as days."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, BinaryIO

from cchc.backends.tables.limits import MOST_ROWS, SheetFullError, cut
from cchc.patterns import deferred
from cchc.tables.columns import Column, Kind, Row, Table

_FORMULA = deferred(r"[=+\-@]")
_DAY = "dd/mm/yyyy"
_EXACT_DIGITS = 15
"""Digits that a number of a spreadsheet keeps."""
_FIRST_YEAR = 1900
_RICH = ("<r>", "</r>")
"""How XlsxWriter's own rich text begins and ends: a text that does so too would go into the file as XML."""


class Workbook:
    """Writes ``tables`` as sheets into ``file``, the rows of each in their order.

    Raises ImportError without XlsxWriter. Rows wait in files in the folder ``scratch`` until ``close``, not in memory.
    ``created`` is the time that the file bears, without a zone. ``cut`` counts the texts that were longer than a cell
    takes.
    """

    def __init__(self, file: BinaryIO, tables: Sequence[Table], scratch: str, created: datetime) -> None:
        import xlsxwriter

        options = {"constant_memory": True, "tmpdir": scratch, "use_zip64": True}
        self._book: Any = xlsxwriter.Workbook(file, options)
        self._book.set_properties({"created": created, "author": "cchc"})
        formats = _formats(self._book)
        self.sheets = tuple(Sheet(self._book.add_worksheet(table.heading), table, formats) for table in tables)

    @property
    def cut(self) -> int:
        return sum(sheet.cut for sheet in self.sheets)

    def close(self) -> None:
        """Put the sheets together. Raises OSError."""
        from xlsxwriter.exceptions import FileCreateError

        for sheet in self.sheets:
            sheet.close()
        try:
            self._book.close()
        except FileCreateError as error:
            raise error.args[0] if isinstance(error.args[0], OSError) else OSError(str(error)) from error

    def abandon(self) -> None:
        """Let the files go in which rows wait."""
        for sheet in self._book.worksheets():
            sheet.row_data_fh.close()


class Sheet:
    """One sheet of a ``Workbook``: its header stays in sight and filters, every text is written as text."""

    def __init__(self, sheet: Any, table: Table, formats: Mapping[str, Any]) -> None:
        self._sheet = sheet
        self._table = table
        self._formats = formats
        self._rows = 0
        self.cut = 0
        self._writers: dict[Kind, Callable[[int, Column, Any], None]] = {
            "text": self._text,
            "whole": self._plain_number,
            "number": self._number,
            "day": self._day,
            "truth": self._truth,
            "texts": self._lines,
            "pairs": self._titled,
        }
        self._columns = [(number, column, self._writers[column.kind]) for number, column in enumerate(table.columns)]
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.repeat_rows(0)
        for number, column, _ in self._columns:
            sheet.set_column(number, number, column.width)
            sheet.write_string(0, number, column.heading, formats["heading"])

    def add(self, row: Row) -> None:
        """Write one row. Raises SheetFullError where no sheet takes so many."""
        if self._rows == MOST_ROWS:
            raise SheetFullError(self._table.heading)
        self._rows += 1
        for (number, column, write), value in zip(self._columns, row, strict=True):
            if value is not None:
                write(number, column, value)

    def close(self) -> None:
        """Let the header filter all rows; years and codes are texts, of which Excel need not warn."""
        last = self._rows, len(self._columns) - 1
        self._sheet.autofilter(0, 0, *last)
        self._sheet.ignore_errors({"number_stored_as_text": f"A1:{_cell_name(*last)}"})

    def _text(self, number: int, column: Column, value: str) -> None:
        text = column.words.get(value, value)
        fitting = cut(text)
        self.cut += fitting is not text
        look = self._formats["quoted" if _FORMULA.match(fitting) else "text"]
        if fitting.startswith(_RICH[0]) and fitting.endswith(_RICH[1]):
            self._sheet.write_rich_string(self._rows, number, look, fitting[:1], look, fitting[1:], look)
        else:
            self._sheet.write_string(self._rows, number, fitting, look)

    def _plain_number(self, number: int, _: Column, value: int) -> None:
        self._sheet.write_number(self._rows, number, value, self._formats["whole"])

    def _number(self, number: int, column: Column, value: Decimal) -> None:
        if len(value.as_tuple().digits) > _EXACT_DIGITS:
            self._text(number, column, f"{value:f}")
        else:
            self._sheet.write_number(self._rows, number, float(value), self._formats["number"])

    def _day(self, number: int, column: Column, value: Any) -> None:
        if value.year < _FIRST_YEAR:
            self._text(number, column, f"{value:%d/%m/}{value.year:04}")
        else:
            self._sheet.write_datetime(self._rows, number, value, self._formats["day"])

    def _truth(self, number: int, column: Column, value: bool) -> None:
        self._text(number, column, "true" if value else "false")

    def _lines(self, number: int, column: Column, value: Any) -> None:
        self._text(number, column, "\n".join(column.words.get(text, text) if text else "" for text in value))

    def _titled(self, number: int, column: Column, value: Any) -> None:
        self._text(number, column, "\n".join(f"{pair.title}: {pair.text}" for pair in value))


def _cell_name(row: int, column: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell

    name: str = xl_rowcol_to_cell(row, column)
    return name


def _formats(book: Any) -> Mapping[str, Any]:
    body = {"valign": "top", "font_name": "Times New Roman", "font_size": 11}
    return {
        "heading": book.add_format({**body, "bold": True, "text_wrap": True, "bg_color": "#DDE6F0", "bottom": 1}),
        "text": book.add_format({**body, "text_wrap": True}),
        # Whoever edits such a cell and leaves it again would otherwise make a formula of it.
        "quoted": book.add_format({**body, "text_wrap": True, "quote_prefix": True}),
        "whole": book.add_format({**body, "num_format": "0"}),
        "number": book.add_format(body),
        "day": book.add_format({**body, "num_format": _DAY, "align": "left"}),
    }
