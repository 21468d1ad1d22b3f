"""The whole plan."""

from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, Field

from cchc.language.dates import NotADate, read_period
from cchc.model.act import Act
from cchc.model.base import LabelExample, Line, Part
from cchc.model.blocks import Paragraphs
from cchc.model.body import Section
from cchc.model.rows import Appendix


def _period(text: str) -> str:
    try:
        read_period(text)
    except NotADate as error:
        raise ValueError("period") from error
    return text


PeriodText: TypeAlias = Annotated[str, AfterValidator(_period)]
"""A year (2025) or a span of years (2021-2025), as it was typed."""


class Plan(Part):
    """A plan with the act that issues it: what the author's YAML file holds."""

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
    numbering: tuple[LabelExample, ...] | None = Field(
        None, title="Cách đánh số", description='Nhãn đầu tiên của từng cấp mục, ví dụ ["1.", "a)"].'
    )
    decimal: Literal[",", "."] = Field(",", title="Dấu thập phân", description="Dấu thập phân trong lời văn.")
