"""Layouts: how the rows of a table are drawn and labelled, as data."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, TypeAlias, get_args

from pydantic import BeforeValidator, Field, field_validator, model_validator

from cchc.model.base import LabelExample, Line, Part

RowKey: TypeAlias = Literal["groups", "results", "tasks", "activities", "criteria", "indicators", "items"]
"""What a row is, in the plan's words."""
ROW_KEYS: tuple[RowKey, ...] = get_args(RowKey)

CellField: TypeAlias = Literal[
    "indicator", "output", "verification", "measures", "lead", "support", "start", "end", "when", "note"
]
"""The cells of a row besides its label and title, by the terms of the logical framework."""
CELL_FIELDS: tuple[CellField, ...] = get_args(CellField)

ShownField: TypeAlias = Literal["label", "title", CellField]
"""What a column may show."""
SHOWN_FIELDS: tuple[ShownField, ...] = get_args(ShownField)


class RowRule(Part):
    """How rows of one depth are labelled and look; a bare string stands for ``label``."""

    short_forms = ({"type": "string"},)

    label: LabelExample | None = Field(None, title="Nhãn", description="Nhãn của dòng đầu tiên, ví dụ Nhiệm vụ 1.")
    style: Literal["plain", "upper"] = Field("plain", title="Kiểu chữ", description="upper: in chữ hoa.")

    @model_validator(mode="before")
    @classmethod
    def _spelled_out(cls, value: Any) -> Any:
        return {"label": value} if isinstance(value, str) else value


def _one_is_a_list_of_one(value: Any) -> Any:
    return [value] if isinstance(value, str | dict) else value


Depths: TypeAlias = Annotated[
    tuple[RowRule, ...],
    BeforeValidator(_one_is_a_list_of_one, json_schema_input_type=RowRule | tuple[RowRule, ...]),
]
"""The rules of one key by nesting depth; a single rule stands for all depths."""


class RowRules(Part):
    """The rules of a table's rows by the plan's keys; a list gives the nesting depths of one key."""

    groups: Depths | None = Field(None, title="Nhóm", description="Quy tắc theo từng cấp nhóm.")
    results: Depths | None = Field(None, title="Kết quả", description="Quy tắc của kết quả.")
    tasks: Depths | None = Field(None, title="Nhiệm vụ", description="Quy tắc của nhiệm vụ.")
    activities: Depths | None = Field(None, title="Hoạt động", description="Quy tắc của hoạt động.")
    criteria: Depths | None = Field(None, title="Tiêu chí", description="Quy tắc của tiêu chí.")
    indicators: Depths | None = Field(None, title="Chỉ số", description="Quy tắc của chỉ số.")
    items: Depths | None = Field(None, title="Mục", description="Quy tắc của mục.")


class Column(Part):
    """A column, or a heading over columns; a heading with ``show`` prints its field across them where a row has it."""

    label: Line = Field(title="Tiêu đề cột", description="In ở đầu bảng.")
    show: ShownField | None = Field(None, title="Nội dung", description="Trường của dòng mà cột in ra.")
    width: float | None = Field(None, ge=1, le=100, title="Độ rộng", description="Phần của chiều ngang, tính trên 100.")
    columns: tuple["Column", ...] = Field((), title="Cột con", description="Các cột dưới tiêu đề này.")

    @model_validator(mode="after")
    def _shows_something(self) -> "Column":
        if not self.columns and self.show is None:
            raise ValueError("shows nothing")
        if not self.columns and self.width is None:
            raise ValueError("no width")
        return self

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


class Layout(Part):
    """How a table is drawn: its orientation, columns and row rules."""

    orientation: Literal["portrait", "landscape"] = Field(
        "landscape", title="Hướng giấy", description="portrait, landscape"
    )
    column_numbers: LabelExample | None = Field(
        None, title="Dòng số cột", description="Số của cột đầu tiên dưới tiêu đề, ví dụ (1)."
    )
    columns: tuple[Column, ...] = Field(min_length=1, title="Các cột", description="Từ trái sang phải.")
    rows: RowRules = Field(title="Các dòng", description="Nhãn và kiểu của từng loại dòng.")

    @field_validator("columns")
    @classmethod
    def _show_titles_and_each_field_once(cls, columns: tuple[Column, ...]) -> tuple[Column, ...]:
        shown = _shown(columns)
        if "title" not in shown:
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
    def shown(self) -> tuple[str, ...]:
        """The fields that the columns show, from left to right, a heading's before those of its columns."""
        return _shown(self.columns)


def _shown(columns: tuple[Column, ...]) -> tuple[str, ...]:
    return tuple(column.show for top in columns for column in _all(top) if column.show is not None)


def _all(column: Column) -> "Iterator[Column]":
    yield column
    for inner in column.columns:
        yield from _all(inner)
