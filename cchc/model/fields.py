"""The vocabulary of rows: what a row may be, the fields that it may have, and what kind of value each is."""

from collections.abc import Mapping
from typing import Annotated, Literal, Self, TypeAlias, get_args

from pydantic import AfterValidator, Field, model_validator

from cchc.model.base import Line, Part
from cchc.patterns import deferred

RowKey: TypeAlias = Literal["groups", "results", "tasks", "activities", "criteria", "indicators", "items"]
"""What a row is, in the plan's words."""
ROW_KEYS: tuple[RowKey, ...] = get_args(RowKey)

CellField: TypeAlias = Literal[
    "indicator",
    "output",
    "verification",
    "measures",
    "budget",
    "score",
    "lead",
    "support",
    "start",
    "end",
    "when",
    "note",
]
"""The cells of a row besides its label and title, by the terms of the logical framework."""
CELL_FIELDS: tuple[CellField, ...] = get_args(CellField)

ScorePart: TypeAlias = Literal["max", "achieved", "target"]
SCORE_PARTS: tuple[ScorePart, ...] = get_args(ScorePart)

FieldKind: TypeAlias = Literal["text", "number", "money", "body", "citation", "when", "choice"]
"""What the value of a field is: prose, a decimal, an amount, bodies, acts, a time, one of a few words."""

NUMERIC: frozenset[FieldKind] = frozenset({"number", "money"})

LABEL, TITLE = "label", "title"
TIME_FIELDS: frozenset[str] = frozenset({"start", "end", "when"})

_KINDS: Mapping[str, FieldKind] = {
    "budget": "money",
    **{f"score.{part}": "number" for part in SCORE_PARTS},
    "lead": "body",
    "support": "body",
    **dict.fromkeys(("start", "end", "when"), "when"),
}
NUMERIC_FIELDS: frozenset[str] = frozenset(name for name, kind in _KINDS.items() if kind in NUMERIC)
NUMERIC_CELLS: frozenset[str] = frozenset(name.partition(".")[0] for name in NUMERIC_FIELDS)
"""The keys of a row below which ``NUMERIC_FIELDS`` stand."""
"""The fields of the vocabulary that hold a number."""
SHOWN_FIELDS: tuple[str, ...] = (
    LABEL,
    TITLE,
    *(shown for name in CELL_FIELDS for shown in ([f"score.{p}" for p in SCORE_PARTS] if name == "score" else [name])),
)
"""What a column may show of every row; a layout's own fields come on top."""


ROW_WORDS: frozenset[str] = frozenset(
    (*CELL_FIELDS, *ROW_KEYS, LABEL, TITLE, "id", "serves", "as_above", "parts", "total", "defaults", "rows")
)
"""The keys that every row has: no layout declares a field under one of them."""

_FIELD_NAME = deferred(r"[a-z][a-z0-9_-]*")


def _own_name(name: str) -> str:
    if not _FIELD_NAME.fullmatch(name):
        raise ValueError("field name")
    if name in ROW_WORDS:
        raise ValueError("field taken")
    return name


FieldName: TypeAlias = Annotated[str, AfterValidator(_own_name)]
"""The key of a field that a layout declares: no key of rows, and in letters that ``{field}`` reads."""


class FieldDeclaration(Part):
    """A field that the vocabulary lacks, declared by the layout that shows it."""

    title: Line = Field(title="Tên trường", description="Tên tiếng Việt, ví dụ Nguồn kinh phí.")
    type: FieldKind = Field(
        "text",
        title="Loại giá trị",
        description="text: chữ; number: số; money: tiền; body: cơ quan; citation: văn bản; when: thời gian; "
        "choice: một trong các giá trị của “choices”.",
    )
    by: Literal["year"] | None = Field(None, title="Theo", description="year: mỗi năm của kỳ kế hoạch một giá trị.")
    choices: tuple[Line, ...] = Field((), title="Các giá trị", description="Những giá trị được nhận, với choice.")

    @model_validator(mode="after")
    def _has_choices(self) -> Self:
        if self.type == "choice" and not self.choices:
            raise ValueError("no choices")
        return self


Declared: TypeAlias = Mapping[str, FieldDeclaration]


def kind_of(name: str, declared: Declared) -> FieldKind:
    """The kind of the field ``name`` ("score.max", "target.2026"); text for one that nobody declares."""
    if name in _KINDS:
        return _KINDS[name]
    own = declared.get(name.partition(".")[0])
    return own.type if own else "text"
