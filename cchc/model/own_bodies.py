"""What a province says of its own bodies: the file ``plans/_registry.yaml``."""

from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from cchc.language.dates import NotADate, read_date
from cchc.model.base import Line


def _day(text: str) -> str:
    try:
        read_date(text)
    except NotADate as error:
        raise ValueError("date") from error
    return text


Day: TypeAlias = Annotated[str, AfterValidator(_day)]
"""A day as it was typed."""

OwnLevel: TypeAlias = Literal[
    "province_unit",
    "central",
    "ministry",
    "provincial",
    "so",
    "so_equiv",
    "party",
    "front",
    "council",
    "vertical",
    "company",
    "media",
    "media_instance",
    "unit",
    "one_stop_province",
    "system",
    "district",
    "district_kind",
    "commune",
    "commune_kind",
    "one_stop_commune",
]
"""The levels of the registry, which stands above the model; a test holds the two together."""


# No Part: a plan and its schema have nothing of it.
class _Kept(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class OwnSuccessor(_Kept):
    """A body that took over, all of it or a part."""

    id: Line = Field(title="Mã cơ quan kế thừa")
    scope: Line = Field("all", title="Phần việc nhận")
    partial: bool = Field(False, title="Chỉ một phần")


class OwnBody(_Kept):
    """A body of the province's own, or what differs here of one that the program ships; empty keys take away."""

    id: Line = Field(title="Mã")
    name: Line | None = Field(None, title="Tên")
    level: OwnLevel | None = Field(None, title="Cấp")
    aliases: tuple[Line, ...] | None = Field(None, title="Cách gọi khác")
    misspelled: tuple[Line, ...] | None = Field(None, title="Cách viết sai")
    valid_from: Day | None = Field(None, title="Có từ ngày")
    valid_to: Day | None = Field(None, title="Không còn từ ngày")
    successors: tuple[OwnSuccessor, ...] | None = Field(None, title="Cơ quan kế thừa")
    symbols: tuple[Line, ...] | None = Field(None, title="Chữ viết tắt trong ký hiệu")
    optional: bool | None = Field(None, title="Tùy địa phương")
    province: Line | None = Field(None, title="Tỉnh")
    gso_code: Line | None = Field(None, title="Mã hành chính")
    named_after: Literal["person"] | None = Field(None, title="Mang tên người")
    confidence: Literal["verified", "secondary", "knowledge"] | None = Field(None, title="Độ tin cậy")
    note: Line | None = Field(None, title="Ghi chú")


class OwnBodies(_Kept):
    """The whole file."""

    agencies: tuple[OwnBody, ...] = Field(title="Cơ quan")
