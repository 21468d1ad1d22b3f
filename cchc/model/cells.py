"""The cells that a row may carry, and what may stand in them."""

from typing import Annotated, Any, TypeAlias

from pydantic import Discriminator, Field, Tag, ValidationInfo, model_validator
from typing_extensions import TypeAliasType

from cchc.model.base import Line, Part
from cchc.model.blocks import Block, Prose, Sentence
from cchc.model.fields import CELL_FIELDS, SCORE_PARTS

_CELL_SET = frozenset(CELL_FIELDS)
DECLARED = "\0declared"
"""The key under which a row hands on the cells whose names its layout declares; no file can hold it."""


class Printed(Part):
    """Words that print exactly as they stand, with the bodies that they mean; without words it only names bodies.

    ``Verbatim`` is the same for a sentence of the act, where bodies would say nothing.
    """

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


def words_of(value: CellValue | None) -> Prose | None:
    """What prints of ``value``: the words of a ``Printed``, else itself."""
    return value.printed if isinstance(value, Printed) else value


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

    # Made anew, not copied: pydantic copies what can change with all the care of ``deepcopy``, for every row.
    fields: dict[str, Value | None] = Field(
        default_factory=dict,
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

    def own_cells(self) -> dict[str, CellValue | None]:
        """The cells written here by the names under which columns show them, in the order of the vocabulary."""
        written = self.model_fields_set
        cells: dict[str, CellValue | None] = {}
        # Half of all rows have a title alone.
        for field in CELL_FIELDS if not _CELL_SET.isdisjoint(written) else ():
            if field not in written:
                continue
            if field == "score":
                cells.update({f"score.{part}": getattr(self.score, part, None) for part in SCORE_PARTS})
            else:
                cells[field] = getattr(self, field)
        for name, value in self.fields.items():
            if isinstance(value, dict):
                cells.update({f"{name}.{year}": text for year, text in value.items()})
            else:
                cells[name] = value
        return cells
