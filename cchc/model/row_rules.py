"""How the rows of a table are labelled and drawn, by the plan's keys."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias

from pydantic import BeforeValidator, Discriminator, Field, GetJsonSchemaHandler, Tag, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema
from typing_extensions import TypeAliasType

from cchc.model.base import Line, Part, RowLabel
from cchc.model.fields import ROW_KEYS, RowKey
from cchc.model.show import Show, Shown, read_show

END = "end"
"""What a cell reaches for that goes to the end of its row, and where a total of the whole table stands."""
NEVER = "never"
"""The ``restart`` of labels that count through the whole table."""


class RuleCell(Part):
    """A cell that a kind of rows has of its own, up to the column that shows ``to``."""

    show: Shown = Field(
        title="Nội dung ô", description="Trường của dòng, hoặc lời văn có {trường}, ví dụ “Chỉ số: {indicator}”."
    )
    to: Line | None = Field(
        None, title="Kéo đến", description="Trường của cột cuối mà ô chiếm; end: đến hết dòng; bỏ trống: một cột."
    )


class ReachingCell(NamedTuple):
    """A cell of a kind of rows in the grid: what it shows, and the columns ``start`` to ``stop`` (not included)."""

    show: Show
    start: int
    stop: int


def _kind_of_cells(value: Any) -> str:
    return "word" if isinstance(value, str) else "cells"


def _kind_of_cell(value: Any) -> str:
    return "field" if isinstance(value, str) else "cell"


_Cell: TypeAlias = Annotated[
    Annotated[Line, Tag("field")] | Annotated[RuleCell, Tag("cell")], Discriminator(_kind_of_cell)
]
RuleCells: TypeAlias = Annotated[
    Annotated[Literal["each", "across"], Tag("word")] | Annotated[tuple[_Cell, ...], Tag("cells")],
    Discriminator(_kind_of_cells),
]


class RowRule(Part):
    """How rows of one depth are labelled and look; a bare string stands for ``label``."""

    short_forms = ({"type": "string"},)

    label: RowLabel | None = Field(
        None, title="Nhãn", description="Nhãn của dòng đầu tiên, ví dụ Nhiệm vụ 1; hoặc một dấu cho mọi dòng, ví dụ -."
    )
    style: Literal["plain", "bold", "upper"] = Field(
        "plain", title="Kiểu chữ", description="bold: in đậm; upper: in đậm, chữ hoa."
    )
    restart: Line | None = Field(
        None,
        title="Đánh số lại",
        description="never: đánh số suốt cả bảng; một nhãn (ví dụ I): đánh số lại sau mỗi dòng có nhãn kiểu đó; "
        "bỏ trống: đánh số lại dưới mỗi dòng cha.",
    )
    cells: RuleCells | None = Field(
        None,
        title="Các ô",
        description="each: giữ từng ô; across: một ô cho cả dòng; danh sách: các ô riêng của loại dòng này.",
    )

    @model_validator(mode="before")
    @classmethod
    def _spelled_out(cls, value: Any) -> Any:
        return {"label": value} if isinstance(value, str) else value

    @property
    def own_cells(self) -> tuple[RuleCell, ...]:
        """The cells that this kind of rows has of its own, bare fields spelled out; none where columns give them."""
        if not isinstance(self.cells, tuple):
            return ()
        return tuple(
            RuleCell.model_construct(show=cell, to=None) if isinstance(cell, str) else cell for cell in self.cells
        )

    def reaching(self, columns: Sequence[Show]) -> Iterator[ReachingCell]:
        """Those of its own cells that have a place in a grid which shows ``columns``, from left to right.

        One that reaches for a column to its left takes a single one.
        """
        start = 0
        for cell in self.own_cells:
            if start == len(columns):
                return
            reached = (at for at in range(start + 1, len(columns) + 1) if cell.to in columns[at - 1].fields)
            stop = len(columns) if cell.to == END else next(reached, start + 1)
            yield ReachingCell(read_show(cell.show), start, stop)
            start = stop


def _one_is_a_list_of_one(value: Any) -> Any:
    return [value] if isinstance(value, str | dict) else value


class _OneOrMany:
    """Says to an editor that one entry may stand for a list of one."""

    @staticmethod
    def __get_pydantic_json_schema__(core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        listed = handler(core)
        return {"anyOf": [listed["items"], listed]}


Depths = TypeAliasType("Depths", Annotated[tuple[RowRule, ...], BeforeValidator(_one_is_a_list_of_one), _OneOrMany()])
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

    def each(self) -> Iterator[tuple[RowKey, int, RowRule]]:
        """Every rule with its key and its nesting depth (from 0)."""
        for key in ROW_KEYS:
            depths: tuple[RowRule, ...] | None = getattr(self, key)
            yield from ((key, depth, rule) for depth, rule in enumerate(depths or ()))

    @property
    def shown(self) -> frozenset[str]:
        """The fields that kinds of rows show in cells of their own."""
        return frozenset(
            name for _, _, rule in self.each() for cell in rule.own_cells for name in read_show(cell.show).fields
        )

    @property
    def leave_out_cells(self) -> bool:
        """Whether rows of some kind have other cells than the columns give them."""
        return any(rule.cells not in (None, "each") for _, _, rule in self.each())
