"""The content model: text, lists and what closes them, wherever a plan holds prose."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Discriminator, Field, StringConstraints, Tag, model_validator
from typing_extensions import TypeAliasType

from cchc.model.base import Id, Line, Part

ListKind: TypeAlias = Literal["bullets", "points", "clauses", "numbers"]
LIST_KINDS: tuple[ListKind, ...] = ("bullets", "points", "clauses", "numbers")

Sentence: TypeAlias = Annotated[str, StringConstraints(min_length=1)]
"""Prose as it prints; a line break in it ends a paragraph."""


def kind_of_paragraphs(value: Any) -> str:
    """The tag of what was written as ``text``: one paragraph or a list of them."""
    return "several" if isinstance(value, list | tuple) else "one"


Paragraphs = TypeAliasType(
    "Paragraphs",
    Annotated[
        Annotated[Sentence, Tag("one")] | Annotated[tuple[Sentence, ...], Tag("several")],
        Discriminator(kind_of_paragraphs),
    ],
)


def kind_of_prose(value: Any) -> str:
    """The tag of what was written as prose: a sentence, or a block with a structure."""
    return "sentence" if isinstance(value, str) or value is None else "block"


Prose = TypeAliasType(
    "Prose",
    Annotated[
        Annotated[Sentence, Tag("sentence")] | Annotated["Block", Tag("block")],
        Discriminator(kind_of_prose),
    ],
)
"""A sentence (kept as ``str``: a plan of 10,000 rows has 90,000 of them) or a block."""


class Verbatim(Part):
    """Words that print exactly so, where templates would put words or signs around a sentence."""

    printed: Sentence = Field(title="In nguyên văn", description="In đúng như gõ: không thêm chữ đầu, nhãn, dấu cuối.")


def kind_of_statement(value: Any) -> str:
    """The tag of what was written as a statement: a sentence, or words that print exactly so."""
    as_it_is = "printed" in value if isinstance(value, dict) else isinstance(value, Verbatim)
    return "verbatim" if as_it_is else "sentence"


Statement: TypeAlias = Annotated[
    Annotated[Sentence, Tag("sentence")] | Annotated[Verbatim, Tag("verbatim")],
    Discriminator(kind_of_statement),
]
"""A sentence around which templates put words and signs ("Căn cứ … ;"), or one that they leave alone."""


class KpiNote(Part):
    """What no word of the sentence says about a figure."""

    name: Line | None = Field(None, title="Tên chỉ tiêu", description="Tên của chỉ tiêu (KPI) khi câu không nêu.")
    baseline: Line | None = Field(None, title="Giá trị gốc", description="Kết quả của năm trước, ví dụ 72%.")
    bound: Literal["target", "at_least", "at_most", "above", "below", "about", "between"] | None = Field(
        None, title="Chiều so sánh", description="Chiều của chỉ tiêu khi lời văn không nói rõ."
    )


class Block(Part):
    """Text, one list, then what closes it; or an ordered ``content`` of blocks where that order does not do.

    A bare sentence stands for ``text``, a bare list for ``bullets``.
    """

    short_forms = ({"type": "string"}, {"type": "array", "items": {"type": ["string", "object", "array"]}})

    id: Id | None = Field(None, title="Mã", description="Mã cố định, không in ra.")
    text: Paragraphs | None = Field(None, title="Đoạn văn", description="Một đoạn, hoặc danh sách nhiều đoạn.")
    bullets: tuple[Prose, ...] | None = Field(None, title="Gạch đầu dòng", description="Các mục “- ”, dưới nữa “+ ”.")
    points: tuple[Prose, ...] | None = Field(None, title="Điểm", description="Các điểm a) b) c) d) đ) e).")
    clauses: tuple[Prose, ...] | None = Field(None, title="Khoản", description="Các khoản 1. 2. 3.")
    numbers: tuple[Prose, ...] | None = Field(None, title="Số trong ngoặc", description="Các mục (1) (2) (3).")
    content: tuple[Prose, ...] | None = Field(
        None, title="Nội dung theo thứ tự", description="Các khối theo đúng thứ tự viết."
    )
    closing: Paragraphs | None = Field(None, title="Đoạn kết", description="In sau danh sách.")
    kpis: dict[str, KpiNote] | None = Field(
        None, title="Bổ sung chỉ tiêu (KPI)", description="Điều lời văn không nói, theo tên đặt trong <tên=80%>."
    )
    duty_of: Line | None = Field(
        None, title="Trách nhiệm của", description="Cơ quan có trách nhiệm, khi câu văn đã nêu; không in ra."
    )
    label: Line | None = Field(None, title="Nhãn riêng", description="Thay nhãn tự tính; none: không in nhãn.")

    @model_validator(mode="before")
    @classmethod
    def _spelled_out(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"text": value}
        if isinstance(value, list | tuple):
            return {"bullets": value}
        return value

    def lists(self) -> Iterator[tuple[ListKind, tuple[Prose, ...]]]:
        """The lists of this block with their kinds, in printing order."""
        for kind in LIST_KINDS:
            items: tuple[Prose, ...] | None = getattr(self, kind)
            if items is not None:
                yield kind, items


def paragraphs(text: Paragraphs | None) -> tuple[str, ...]:
    """The paragraphs of ``text``, one string each: a line break ends a paragraph, as it does in Word."""
    match text:
        case None:
            return ()
        case str():
            return (text,) if "\n" not in text else tuple(line for line in text.split("\n") if line.strip())
        case _:
            return tuple(line for part in text for line in paragraphs(part))


def sentences(prose: Prose | None) -> Iterator[str]:
    """Every paragraph of ``prose`` in reading order, lists of any depth included."""
    match prose:
        case None:
            return
        case str():
            yield from paragraphs(prose)
        case Block():
            yield from paragraphs(prose.text)
            for _, items in prose.lists():
                for item in items:
                    yield from sentences(item)
            for part in prose.content or ():
                yield from sentences(part)
            yield from paragraphs(prose.closing)
