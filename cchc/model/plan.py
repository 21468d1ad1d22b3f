"""The whole plan."""

from collections.abc import Iterator
from typing import Annotated, Any, TypeAlias

from pydantic import AfterValidator, Discriminator, Field, PrivateAttr, Tag, WithJsonSchema

from cchc.language.dates import NotADate, read_period
from cchc.language.folding import nfc
from cchc.language.numbers import DecimalSign
from cchc.model.act import Act
from cchc.model.base import Apart, FootnoteKey, LabelExample, Line, Part
from cchc.model.blocks import Paragraphs, Sentence
from cchc.model.body import Section, insets, walk
from cchc.model.layout import Layout
from cchc.model.rows import Appendix, Table
from cchc.source import KeyPath


def _period(text: str) -> str:
    try:
        read_period(text)
    except NotADate as error:
        raise ValueError("period") from error
    return text


PeriodText: TypeAlias = Annotated[str, AfterValidator(_period)]
"""A year (2025) or a span of years (2021-2025), as it was typed."""


def _alphabet(text: str) -> str:
    text = nfc(text)
    small = text.isalpha() and text == text.lower() and len(text) == len(text.upper())
    if not (small and text.startswith("a") and len(set(text)) == len(text) > 1):
        raise ValueError("letters")
    return text


Alphabet: TypeAlias = Annotated[
    str, AfterValidator(_alphabet), WithJsonSchema({"type": "string", "pattern": r"^a[^\W\d_]+$"})
]
"""Small letters in the order in which they count points."""


class Numbering(Part):
    """First labels by example, for an act that counts otherwise than the decree."""

    sections: tuple[LabelExample, ...] | None = Field(
        None, title="Các mục", description='Nhãn đầu tiên của từng cấp mục, ví dụ ["1.", "a)"].'
    )
    appendices: LabelExample | None = Field(
        None, title="Phụ lục", description="Tên phụ lục đầu tiên, ví dụ PHỤ LỤC 01; bỏ trống: Phụ lục I."
    )
    captions: LabelExample | None = Field(
        None, title="Tên bảng", description="Nhãn của bảng đầu tiên, ví dụ “Bảng 1:”; bỏ trống: Bảng 1."
    )
    letters: Alphabet | None = Field(
        None, title="Chữ cái của điểm", description="Các chữ cái đếm điểm; bỏ trống: abcdđeghiklmnopqrstuvxy."
    )


def _kind_of_numbering(value: Any) -> str:
    return "mapping" if isinstance(value, dict | Numbering) else "sections"


class Plan(Part):
    """A plan with the act that issues it: what the author's YAML file holds."""

    _names: dict[str, str] | None = PrivateAttr(default=None)
    """What references print, once somebody asked ``lower.names.reference_names``: all who read texts do."""

    period: PeriodText = Field(title="Kỳ kế hoạch", description="Một năm (2025) hoặc một giai đoạn (2021-2025).")
    jurisdiction: Line | None = Field(
        None, title="Địa phương", description="Ví dụ Đắk Nông; suy ra cơ quan ban hành, địa danh."
    )
    implements: Line | None = Field(
        None, title="Cụ thể hóa kế hoạch", description="Mã của kế hoạch cấp trên hoặc dài hạn."
    )
    act: Act = Field(title="Văn bản", description="Văn bản ban hành kế hoạch.")
    title: Line | None = Field(None, title="Tên kế hoạch", description="In dưới chữ KẾ HOẠCH.")
    theme: Line | None = Field(None, title="Chủ đề", description="Không gõ chữ “Chủ đề” và dấu ngoặc kép.")
    opening: Paragraphs | None = Field(None, title="Lời mở đầu", description="Các đoạn trước mục I.")
    body: tuple[Section, ...] = Field((), title="Nội dung", description="Các mục của kế hoạch.")
    closing: Paragraphs | None = Field(None, title="Lời kết", description="Đoạn cuối; không gõ “./.”.")
    appendices: tuple[Appendix, ...] = Field((), title="Phụ lục", description="Các phụ lục.")
    numbering: (
        Annotated[
            Annotated[tuple[LabelExample, ...], Tag("sections")] | Annotated[Numbering, Tag("mapping")],
            Discriminator(_kind_of_numbering),
        ]
        | None
    ) = Field(
        None,
        title="Cách đánh số",
        description='Nhãn đầu tiên của từng cấp mục, ví dụ ["1.", "a)"]; hoặc các khóa sections, appendices, captions.',
    )
    decimal: DecimalSign = Field(",", title="Dấu thập phân", description="Dấu thập phân trong lời văn.")
    layouts: dict[str, Annotated[Layout, Apart()]] = Field(
        {}, title="Bố cục riêng", description="Các bố cục bảng của riêng kế hoạch này, theo tên."
    )
    footnotes: dict[FootnoteKey, Sentence] | None = Field(
        None, title="Chú thích cuối trang", description="Theo khóa; trong lời văn viết [^khóa]."
    )

    @property
    def counted(self) -> Numbering:
        """How sections, appendices, captions and points are counted, where the plan says so."""
        if isinstance(self.numbering, Numbering):
            return self.numbering
        return Numbering.model_construct(sections=self.numbering, appendices=None, captions=None, letters=None)

    def tables(self) -> Iterator[tuple[KeyPath, Table]]:
        """Every table in printing order with its key path: those of the body, then the appendices."""
        for path, section in walk(self.body):
            for holder_path, _, table in insets(section, path):
                if table is not None:
                    yield (*holder_path, "table"), table
        for index, appendix in enumerate(self.appendices):
            yield ("appendices", index), appendix
