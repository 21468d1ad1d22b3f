"""The rows of a table: groups, tasks and activities with their cells; appendices, whose page they fill."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import (
    Discriminator,
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    Tag,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from typing_extensions import TypeAliasType

from cchc.model.base import Apart, FootnoteKey, Id, Line, Part
from cchc.model.blocks import Block, Paragraphs, Prose, Sentence
from cchc.model.fields import CELL_FIELDS, ROW_KEYS, SCORE_PARTS, RowKey
from cchc.model.row_rules import RowRules

_CELL_SET = frozenset(CELL_FIELDS)
DECLARED = "\0declared"
"""The key under which a row hands on the cells whose names its layout declares; no file can hold it."""


class Printed(Part):
    """Words that print exactly as they stand, with the bodies that they mean; without words it only names bodies."""

    printed: Prose | None = Field(
        None, title="Lời văn", description="In nguyên văn; bỏ trống: không in gì, chỉ cho biết các cơ quan."
    )
    bodies: tuple[Line, ...] = Field((), title="Các cơ quan", description="Tên từng cơ quan mà lời văn nói đến.")


def _kind_of_who(value: Any) -> str:
    if isinstance(value, dict) and ("printed" in value or "bodies" in value):
        return "printed"
    return "sentence" if isinstance(value, str) or value is None else "block"


Who = TypeAliasType(
    "Who",
    Annotated[
        Annotated[Sentence, Tag("sentence")] | Annotated[Block, Tag("block")] | Annotated[Printed, Tag("printed")],
        Discriminator(_kind_of_who),
    ],
)


def _kind_of_value(value: Any) -> str:
    years = isinstance(value, dict) and value and all(len(key) == 4 and key.isdigit() for key in value)
    return "years" if years else _kind_of_who(value)


Value = TypeAliasType(
    "Value",
    Annotated[
        Annotated[Sentence, Tag("sentence")]
        | Annotated[Block, Tag("block")]
        | Annotated[Printed, Tag("printed")]
        | Annotated[dict[str, Line | None], Tag("years")],
        Discriminator(_kind_of_value),
    ],
)
"""A cell of a field that a layout declares: words, or one text a year."""

CellValue: TypeAlias = Prose | Who
"""What stands in one cell."""


class Score(Part):
    """The points of a criterion, as typed."""

    max: Line | None = Field(None, title="Điểm tối đa", description="Điểm theo bộ tiêu chí.")
    achieved: Line | None = Field(None, title="Điểm đạt được", description="Điểm của năm trước.")
    target: Line | None = Field(None, title="Mục tiêu", description="Điểm phấn đấu đạt.")


class Cells(Part):
    """The cells that a row may carry besides its title, by the terms of the logical framework."""

    indicator: Prose | None = Field(
        None, title="Yêu cầu, chỉ số", description="Tổ chức thực hiện hoặc chỉ số phải đạt."
    )
    output: Prose | None = Field(None, title="Sản phẩm", description="Kết quả, sản phẩm.")
    verification: Prose | None = Field(None, title="Phương tiện xác minh", description="Tài liệu kiểm chứng.")
    measures: Prose | None = Field(None, title="Nhiệm vụ, giải pháp", description="Cách thực hiện.")
    budget: Line | None = Field(
        None, title="Kinh phí", description="Theo đơn vị của cột; 1.500 là một nghìn năm trăm, 1,5 là một phẩy năm."
    )
    score: Score | None = Field(None, title="Điểm", description="Điểm tối đa, đạt được, mục tiêu.")
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

    fields: dict[str, Value | None] = Field(
        {},
        validation_alias=DECLARED,
        title="Trường riêng",
        description="Các trường do bố cục khai báo, theo tên của chúng.",
    )

    @model_validator(mode="before")
    @classmethod
    def _declared_apart(cls, value: Any, info: ValidationInfo) -> Any:
        """Cells whose names a layout declares stand among the others in a file, and apart from them here."""
        declared: frozenset[str] | None = info.context
        if not declared or not isinstance(value, dict) or declared.isdisjoint(value):
            return value
        own = {name: cell for name, cell in value.items() if name in declared}
        return {**{name: cell for name, cell in value.items() if name not in declared}, DECLARED: own}

    @property
    def own_fields(self) -> frozenset[str]:
        """The cells that the author wrote here, empty ones included."""
        named = _CELL_SET & self.model_fields_set
        return named | self.fields.keys() if self.fields else named

    def own_cells(self) -> Iterator[tuple[str, CellValue | None]]:
        """The cells written here by the names under which columns show them, in the order of the vocabulary."""
        for field in CELL_FIELDS:
            if field not in self.model_fields_set:
                continue
            if field == "score":
                for part in SCORE_PARTS:
                    yield f"score.{part}", getattr(self.score, part, None)
            else:
                yield field, getattr(self, field)
        for name, value in self.fields.items():
            if isinstance(value, dict):
                yield from ((f"{name}.{year}", text) for year, text in value.items())
            else:
                yield name, value


class RowHolder(Part):
    """What holds rows of the table's own, by the key that says what they are."""

    defaults: Cells | None = Field(None, title="Giá trị chung", description="Dùng cho các dòng bên dưới.")
    rows: Annotated[RowRules, Apart()] | None = Field(
        None, title="Nhãn của các dòng dưới", description="Thay cách đánh nhãn bên dưới."
    )
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

    def relabellings(self) -> Iterator[RowRules]:
        """What this and the rows inside it say of the labels below them."""
        if self.rows is not None:
            yield self.rows
        for _, _, row in self.children():
            yield from row.relabellings()


class RowPart(Cells):
    """A line among several under one number; what its row says itself is merged down over them."""

    id: Id | None = Field(None, title="Mã", description="Mã cố định, không in ra.")


def _kind_of_merge(value: Any) -> str:
    return "fields" if isinstance(value, list | tuple) else "all"


Merge: TypeAlias = Annotated[
    Annotated[Literal["true", "false"], Tag("all"), WithJsonSchema({"type": "boolean"})]
    | Annotated[tuple[Line, ...], Tag("fields")],
    Discriminator(_kind_of_merge),
]


class Row(Cells, RowHolder):
    """A row: its title, its own cells, further rows, or both.

    ``defaults`` fills cells of the rows below that hold no rows; the nearest wins, an empty value cancels.
    """

    id: Id | None = Field(None, title="Mã", description="Mã cố định, không in ra.")
    title: Prose = Field(title="Nội dung", description="Tên nhóm, nhiệm vụ hoặc hoạt động; không gõ số thứ tự.")
    label: Line | None = Field(None, title="Nhãn riêng", description="Thay nhãn tự tính; none: không in nhãn.")
    serves: tuple[Id, ...] = Field((), title="Phục vụ mục tiêu", description="Mã các mục tiêu mà dòng này phục vụ.")
    as_above: Merge | None = Field(
        None,
        title="Như dòng trên",
        description="true: những ô mà dòng này bỏ trống lấy của dòng trên, gộp ô; danh sách: chỉ các trường đó.",
    )
    parts: tuple[RowPart, ...] = Field(
        (), title="Các dòng cùng số", description="Nhiều dòng dưới một số thứ tự; ô riêng của dòng được gộp xuống."
    )
    total: Literal["none"] | None = Field(None, title="Dòng tổng", description="none: nhóm này không có dòng tổng.")


class Table(RowHolder):
    """A table of rows, drawn by a layout, with what stands over and under it."""

    _placed: Any = PrivateAttr(default=None)
    """Its printed rows, once somebody asked for them: every check, the print and the comparison do."""

    layout: Line = Field(title="Bố cục", description="Tên trong “layouts” của kế hoạch hoặc trong templates/layouts.")
    caption: Line | None = Field(None, title="Tên bảng", description="Không gõ “Bảng 1.”.")
    unit: Line | None = Field(None, title="Đơn vị tính", description="In bên phải, trên bảng, sau “Đơn vị tính:”.")
    notes: Paragraphs | None = Field(None, title="Chú thích bảng", description="In dưới bảng, sau “Ghi chú:”.")
    source: Line | None = Field(None, title="Nguồn", description="In dưới bảng, sau “Nguồn:”.")
    footnotes: dict[FootnoteKey, Sentence] | None = Field(
        None, title="Chú thích cuối trang", description="Theo khóa; trong lời văn viết [^khóa]."
    )


class Appendix(Table):
    """An appendix: a title and a table of rows."""

    id: Id | None = Field(None, title="Mã", description="Mã cố định, không in ra.")
    title: Line = Field(title="Tên phụ lục", description="Không gõ chữ “Phụ lục”.")
