"""Layouts: how the rows of a table are drawn and labelled, as data."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field, field_validator, model_validator

from cchc.language.dates import Period
from cchc.language.numbers import DecimalSign
from cchc.model.base import LabelExample, Line, Part
from cchc.model.fields import LABEL, TITLE, FieldDeclaration, FieldName
from cchc.model.row_rules import RowRule, RowRules
from cchc.model.show import Show, Shown, WithFields, WithYears, read_show


class Column(Part):
    """A column, or a heading over columns; a heading with ``show`` prints its field across them where a row has it."""

    label: WithYears = Field(
        title="Tiêu đề cột", description="In ở đầu bảng; {year}, {last_year}: năm của kế hoạch, năm trước."
    )
    show: Shown | None = Field(
        None,
        title="Nội dung",
        description="Trường của dòng mà cột in ra; lời văn có {trường}; hoặc danh sách những dòng như vậy.",
    )
    width: float | None = Field(None, ge=1, le=100, title="Độ rộng", description="Phần của chiều ngang, tính trên 100.")
    columns: tuple["Column", ...] = Field((), title="Cột con", description="Các cột dưới tiêu đề này.")
    unit: Line | None = Field(
        None, title="Đơn vị tính", description="Đơn vị của các số trong cột, ví dụ triệu đồng; dùng khi viết bằng chữ."
    )
    sum: Literal["rows", "up"] | None = Field(
        None,
        title="Cộng",
        description="rows: cộng ở các dòng tổng; up: cộng cả lên các dòng cha để trống.",
    )
    align: Literal["left", "center", "right"] | None = Field(
        None, title="Căn lề", description="left, center, right; bỏ trống: số, nhãn và tháng ở giữa, chữ bên trái."
    )
    many: Line | None = Field(
        None,
        title="Nối nhiều giá trị",
        description="Dấu nối khi ô là danh sách, ví dụ “; ”; bỏ trống: mỗi giá trị một gạch đầu dòng.",
    )
    each: Literal["year"] | None = Field(
        None, title="Lặp cột", description="year: mỗi năm của kỳ kế hoạch một cột, tiêu đề có {year}."
    )

    @model_validator(mode="after")
    def _shows_something(self) -> "Column":
        if not self.columns and self.show is None:
            raise ValueError("shows nothing")
        if not self.columns and self.width is None:
            raise ValueError("no width")
        return self

    @property
    def prints(self) -> Show:
        """What stands in its cells."""
        return read_show(self.show)

    def leaves(self) -> "Iterator[Column]":
        """The columns of the grid under this one, itself where it has none."""
        if not self.columns:
            yield self
        for column in self.columns:
            yield from column.leaves()

    @property
    def depth(self) -> int:
        """The number of header rows that this column needs."""
        return 1 + max((column.depth for column in self.columns), default=0)


class Total(Part):
    """A derived row with the sums of the columns that have ``sum``; ``words`` spells the sum of a column out below."""

    at: Literal["groups", "results", "tasks", "activities", "criteria", "indicators", "items", "end"] = Field(
        title="Vị trí", description="end: cuối bảng; hoặc khóa của loại dòng, ví dụ groups: sau mỗi nhóm."
    )
    depth: int = Field(
        1, ge=1, le=9, title="Cấp", description="Cấp của nhóm khi nhóm nằm trong nhóm: 1 là nhóm ngoài cùng."
    )
    label: Line | None = Field(None, title="Chữ ở cột đầu", description="Ví dụ Tổng cộng.")
    title: Line | None = Field(None, title="Chữ ở cột nội dung", description="Ví dụ Tổng điểm.")
    words: WithFields | None = Field(
        None, title="Bằng chữ", description="Dòng viết số tổng bằng chữ, ví dụ “(Bằng chữ: {budget})”."
    )
    zero_tens: Literal["linh", "lẻ"] = Field(
        "linh", title="Đọc số không hàng chục", description="linh: một trăm linh năm; lẻ: một trăm lẻ năm."
    )

    @model_validator(mode="after")
    def _says_what_it_is(self) -> "Total":
        if self.label is None and self.title is None:
            raise ValueError("no words")
        return self


class Layout(Part):
    """How a table is drawn: its orientation, columns, row rules, totals, and the fields that it adds."""

    orientation: Literal["portrait", "landscape"] = Field(
        "landscape", title="Hướng giấy", description="portrait, landscape"
    )
    form: Literal["table", "lines"] = Field(
        "table", title="Hình thức", description="table: bảng; lines: mỗi dòng thành các đoạn văn."
    )
    mark: LabelExample | None = Field(
        None, title="Nhãn của đoạn", description="Với lines: nhãn đầu tiên của các đoạn, ví dụ a); bỏ trống: gạch."
    )
    decimal: DecimalSign = Field(",", title="Dấu thập phân", description="Dấu thập phân của các số trong bảng.")
    column_numbers: LabelExample | None = Field(
        None, title="Dòng số cột", description="Số của cột đầu tiên dưới tiêu đề, ví dụ (1)."
    )
    columns: tuple[Column, ...] = Field(min_length=1, title="Các cột", description="Từ trái sang phải.")
    rows: RowRules = Field(title="Các dòng", description="Nhãn và kiểu của từng loại dòng.")
    totals: tuple[Total, ...] = Field((), title="Các dòng tổng", description="Tự cộng từ các cột có “sum”.")
    fields: dict[FieldName, FieldDeclaration] = Field(
        {}, title="Trường riêng", description="Những trường của dòng mà ngôn ngữ kế hoạch chưa có, theo tên khóa."
    )

    @field_validator("columns")
    @classmethod
    def _show_titles_and_each_field_once(cls, columns: tuple[Column, ...]) -> tuple[Column, ...]:
        shown = _shown(columns)
        if TITLE not in shown:
            raise ValueError("no titles")
        twice = next((name for index, name in enumerate(shown) if name in shown[:index]), None)
        if twice is not None:
            raise ValueError(f"shown twice: {twice}")
        return columns

    @property
    def grid(self) -> tuple[Column, ...]:
        """The columns of the grid, from left to right."""
        return tuple(leaf for column in self.columns for leaf in column.leaves())

    @property
    def one_time(self) -> bool:
        """Whether months stand in the column of times, having none of their own."""
        return not {"start", "end"} & set(self.shown)

    @property
    def shown(self) -> tuple[str, ...]:
        """The fields that the columns show, from left to right, a heading's before those of its columns."""
        return _shown(self.columns)

    def shown_by(self, rule: RowRule) -> frozenset[str]:
        """The fields that have a cell in the rows of ``rule``."""
        if rule.cells == "across":
            return frozenset((LABEL, TITLE))
        if not isinstance(rule.cells, tuple):
            return frozenset(self.shown)
        columns = [column.prints for column in self.grid]
        cells = list(rule.reaching(columns))
        shows = (*(cell.show for cell in cells), *columns[cells[-1].stop if cells else 0 :])
        return frozenset(name for show in shows for name in show.fields)

    def drawn_for(self, period: Period) -> "Layout":
        """This layout with its years filled in: a column ``each: year`` repeated, ``{year}`` in labels replaced."""
        columns = tuple(made for column in self.columns for made in _for_years(column, period))
        if columns == self.columns:
            return self
        return self.model_copy(update={"columns": columns})


def _for_years(column: Column, period: Period, around: int | None = None) -> Iterator[Column]:
    """``column`` for each year in which it stands: that ``around`` it, where a heading is repeated by year."""
    for of in period if column.each else (around,):
        year = of or period.first
        label = column.label.replace("{year}", str(year)).replace("{last_year}", str(year - 1))
        inner = tuple(made for each in column.columns for made in _for_years(each, period, of))
        show = f"{column.show}.{year}" if of and isinstance(column.show, str) else column.show
        yield column.model_copy(update={"label": label, "columns": inner, "show": show, "each": None})


def _shown(columns: tuple[Column, ...]) -> tuple[str, ...]:
    return tuple(field for top in columns for column in _all(top) for field in column.prints.fields)


def _all(column: Column) -> "Iterator[Column]":
    yield column
    for inner in column.columns:
        yield from _all(inner)
