"""The rows of an appendix: groups, tasks and activities with their cells."""

from collections.abc import Iterator
from typing import Annotated, Any, Self

from pydantic import Discriminator, Field, ModelWrapValidatorHandler, PrivateAttr, Tag, model_validator
from typing_extensions import TypeAliasType

from cchc.model.base import Id, Line, Part
from cchc.model.blocks import Block, Prose, Sentence
from cchc.model.layout import CELL_FIELDS, ROW_KEYS, CellField, RowKey, RowRules

TIME_FIELDS: frozenset[CellField] = frozenset({"start", "end", "when"})
_CELL_SET = frozenset(CELL_FIELDS)


class Printed(Part):
    """Words that name bodies but cannot be read, with the bodies that they mean."""

    printed: Prose = Field(title="Lời văn", description="In nguyên văn.")
    bodies: tuple[Line, ...] = Field(title="Các cơ quan", description="Tên từng cơ quan mà lời văn nói đến.")


def _kind_of_who(value: Any) -> str:
    if isinstance(value, dict) and "printed" in value:
        return "printed"
    return "sentence" if isinstance(value, str) or value is None else "block"


Who = TypeAliasType(
    "Who",
    Annotated[
        Annotated[Sentence, Tag("sentence")] | Annotated[Block, Tag("block")] | Annotated[Printed, Tag("printed")],
        Discriminator(_kind_of_who),
    ],
)


class Cells(Part):
    """The cells that a row may carry besides its title, by the terms of the logical framework."""

    indicator: Prose | None = Field(
        None, title="Yêu cầu, chỉ số", description="Tổ chức thực hiện hoặc chỉ số phải đạt."
    )
    output: Prose | None = Field(None, title="Sản phẩm", description="Kết quả, sản phẩm.")
    verification: Prose | None = Field(None, title="Phương tiện xác minh", description="Tài liệu kiểm chứng.")
    measures: Prose | None = Field(None, title="Nhiệm vụ, giải pháp", description="Cách thực hiện.")
    lead: Who | None = Field(
        None, title="Cơ quan chủ trì", description="In nguyên văn; danh sách thì mỗi cơ quan một dòng."
    )
    support: Who | None = Field(None, title="Cơ quan phối hợp", description="In nguyên văn.")
    start: Line | None = Field(None, title="Tháng bắt đầu", description="6, hoặc 12/2024 khi khác năm của kế hoạch.")
    end: Line | None = Field(None, title="Tháng kết thúc", description="7, hoặc 12/2025.")
    when: Line | None = Field(
        None, title="Thời gian khác", description="Ví dụ Thường xuyên; in qua cả hai cột thời gian."
    )
    note: Prose | None = Field(None, title="Ghi chú", description="Ghi chú của dòng.")


class RowHolder(Part):
    """What holds rows of the table's own, by the key that says what they are."""

    defaults: Cells | None = Field(None, title="Giá trị chung", description="Dùng cho các dòng bên dưới.")
    groups: tuple["Row", ...] = Field((), title="Nhóm", description="Các nhóm bên trong.")
    results: tuple["Row", ...] = Field((), title="Kết quả", description="Các kết quả bên trong.")
    tasks: tuple["Row", ...] = Field((), title="Nhiệm vụ", description="Các nhiệm vụ bên trong.")
    activities: tuple["Row", ...] = Field((), title="Hoạt động", description="Các hoạt động bên trong.")
    criteria: tuple["Row", ...] = Field((), title="Tiêu chí", description="Các tiêu chí bên trong.")
    indicators: tuple["Row", ...] = Field((), title="Chỉ số", description="Các chỉ số bên trong.")
    items: tuple["Row", ...] = Field((), title="Mục", description="Các mục bên trong.")

    _order: tuple[RowKey, ...] = PrivateAttr(default=())

    @model_validator(mode="wrap")
    @classmethod
    def _in_written_order(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        holder = handler(value)
        if isinstance(value, dict):
            holder._order = tuple(key for key in value if key in ROW_KEYS)
        return holder

    def children(self) -> Iterator[tuple[RowKey, int, "Row"]]:
        """The rows held here as the author ordered them: the key that holds each, its place there (from 0), the row."""
        for key in self._order:
            for index, child in enumerate(getattr(self, key)):
                yield key, index, child


class Row(Cells, RowHolder):
    """A row: its title, its own cells, further rows, or both.

    ``defaults`` fills cells of the rows below that hold no rows; the nearest wins, an empty value cancels.
    """

    id: Id | None = Field(None, title="Mã", description="Mã cố định, không in ra.")
    title: Prose = Field(title="Nội dung", description="Tên nhóm, nhiệm vụ hoặc hoạt động; không gõ số thứ tự.")
    label: Line | None = Field(None, title="Nhãn riêng", description="Thay nhãn tự tính; none: không in nhãn.")
    serves: tuple[Id, ...] = Field((), title="Phục vụ mục tiêu", description="Mã các mục tiêu mà dòng này phục vụ.")
    rows: RowRules | None = Field(None, title="Nhãn của các dòng dưới", description="Thay cách đánh nhãn bên dưới.")

    @property
    def own_fields(self) -> frozenset[str]:
        """The cells that the author wrote on this row, empty ones included."""
        return _CELL_SET & self.model_fields_set


class Appendix(RowHolder):
    """An appendix: a title and a table of rows, drawn by a layout."""

    id: Id | None = Field(None, title="Mã", description="Mã cố định, không in ra.")
    title: Line = Field(title="Tên phụ lục", description="Không gõ chữ “Phụ lục”.")
    layout: Line = Field(title="Bố cục", description="Tên tệp trong templates/layouts, ví dụ tasks.")
