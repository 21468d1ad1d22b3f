"""The rows of a table: groups, tasks and activities with their cells; appendices, whose page they fill."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import Discriminator, Field, ModelWrapValidatorHandler, PrivateAttr, Tag, WithJsonSchema, model_validator

from cchc.model.base import Apart, FootnoteKey, Id, Line, Part
from cchc.model.blocks import Paragraphs, Prose, Sentence
from cchc.model.cells import Cells
from cchc.model.fields import ROW_KEYS, RowKey
from cchc.model.row_rules import RowRules
from cchc.source import KeyPath

_HOLDING: frozenset[str] = frozenset(ROW_KEYS)
_NO_ORDER: Mapping[str, tuple[RowKey, ...]] = {"_order": ()}


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
        if isinstance(value, dict) and not _HOLDING.isdisjoint(value):
            holder._order = tuple(key for key in value if key in ROW_KEYS)
        return holder

    @property
    def _keys(self) -> tuple[RowKey, ...]:
        """The keys below which rows stand, in their order."""
        # Through its own name a private attribute costs pydantic a search, ten thousand times.
        keys: tuple[RowKey, ...] = (self.__pydantic_private__ or _NO_ORDER)["_order"]
        return keys

    @property
    def holds_rows(self) -> bool:
        """Whether there are rows below."""
        keys = self._keys
        return bool(keys) and any(getattr(self, key) for key in keys)

    def children(self) -> Iterator[tuple[RowKey, int, "Row"]]:
        """The rows held here as the author ordered them: the key that holds each, its place there (from 0), the row."""
        for key in self._keys:
            for index, child in enumerate(getattr(self, key)):
                yield key, index, child

    def relabellings(self) -> Iterator[RowRules]:
        """What this and the rows inside it say of the labels below them."""
        return (rules for _, rules in self.relabelled())

    def relabelled(self, path: KeyPath = ()) -> Iterator[tuple[KeyPath, RowRules]]:
        """The same with the key path of each, where this stands at ``path``."""
        if self.rows is not None:
            yield (*path, "rows"), self.rows
        for key, index, row in self.children():
            # Most rows hold none and say nothing of labels: they are not asked.
            if row.rows is not None or row._keys:
                yield from row.relabelled((*path, key, index))


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
    """Its printed rows, once somebody asked ``inheritance.placed_rows`` for them; their class is defined there."""

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
