"""The act that issues a plan: letterhead, bases, articles, recipients, signatory."""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, Discriminator, Field, Tag

from cchc.language.dates import NotADate, read_date, read_month
from cchc.model.base import Line, Part
from cchc.model.blocks import Block, Sentence, Statement, Verbatim, kind_of_prose, kind_of_statement


def _act_date(text: str) -> str:
    for read in (read_date, read_month):
        try:
            read(text)
        except NotADate:
            continue
        return text
    raise ValueError("date")


ActDate: TypeAlias = Annotated[str, AfterValidator(_act_date)]
"""A day (2024-12-30, 30/12/2024) or, while drafting, a month (12/2024), as it was typed."""


class Article(Block):
    """An article of a decision; an ``enforcement`` paragraph says who must carry it out.

    One that ``carries`` the plan prints it below its own text, in place of a document attached.
    """

    enforcement: Statement | None = Field(
        None, title="Trách nhiệm thi hành", description="Đoạn “… chịu trách nhiệm thi hành Quyết định này”."
    )
    carries: Literal["plan"] | None = Field(
        None,
        title="Chứa kế hoạch",
        description="plan: in nội dung kế hoạch ngay trong điều này, không thành văn bản kèm theo.",
    )


class Signatory(Part):
    """Who signs: in whose place (``on_behalf``, in printing order), as what, and the name.

    Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.7.
    """

    on_behalf: dict[Literal["TM", "KT", "TL", "TUQ", "Q"], Line] | None = Field(
        None,
        title="Quyền hạn ký",
        description="TM, KT, TL, TUQ hoặc Q, kèm chức danh hoặc tên cơ quan, theo thứ tự in.",
    )
    title: Line | None = Field(
        None, title="Chức vụ", description="Chức vụ của người ký, ví dụ Chủ tịch; bỏ trống khi chỉ có Q."
    )
    name: Line | None = Field(None, title="Họ tên", description="Họ và tên, không kèm học hàm, học vị.")


def _kind_of_article(value: Any) -> str:
    return "article" if kind_of_prose(value) == "block" else "sentence"


ArticleText: TypeAlias = Annotated[
    Annotated[Sentence, Tag("sentence")] | Annotated[Article, Tag("article")],
    Discriminator(_kind_of_article),
]


def _kind_of_recipient(value: Any) -> str:
    return "verbatim" if kind_of_statement(value) == "verbatim" else kind_of_prose(value)


Recipient: TypeAlias = Annotated[
    Annotated[Sentence, Tag("sentence")] | Annotated[Block, Tag("block")] | Annotated[Verbatim, Tag("verbatim")],
    Discriminator(_kind_of_recipient),
]


class Act(Part):
    """The act. Everything but ``kind`` may be absent while drafting; its place is then printed blank."""

    kind: Literal["decision", "plan"] = Field(
        title="Loại văn bản", description="decision: Quyết định ban hành kế hoạch; plan: Kế hoạch là văn bản chính."
    )
    issuer: Line | None = Field(
        None, title="Cơ quan ban hành", description="Tên đầy đủ; bỏ trống thì suy từ jurisdiction."
    )
    parent: Line | None = Field(
        None,
        title="Cơ quan chủ quản",
        description="Cơ quan chủ quản trực tiếp; của sở thì suy từ jurisdiction; none: không có.",
    )
    issued_by: Line | None = Field(
        None,
        title="Cách gọi cơ quan ban hành",
        description="Trong dòng “Kèm theo … của …”; bỏ trống thì suy từ issuer và authority.",
    )
    authority: Line | None = Field(
        None,
        title="Thẩm quyền ban hành",
        description="Chức danh người đứng đầu ban hành; bỏ trống khi tập thể ban hành.",
    )
    symbol: Line | None = Field(
        None, title="Ký hiệu", description="Ví dụ QĐ-UBND; bỏ trống thì suy từ loại và cơ quan."
    )
    place: Line | None = Field(None, title="Địa danh", description="Bỏ trống thì suy từ jurisdiction.")
    number: Line | None = Field(None, title="Số", description="Số văn bản; bỏ trống khi dự thảo.")
    date: ActDate | None = Field(
        None, title="Ngày ban hành", description="2024-12-30; khi dự thảo có thể chỉ tháng: 12/2024."
    )
    subject: Line | None = Field(None, title="Trích yếu", description="Ban hành Kế hoạch …")
    bases: tuple[Statement, ...] = Field((), title="Căn cứ", description="Mỗi căn cứ một mục; không gõ chữ “Căn cứ”.")
    proposal: Statement | None = Field(None, title="Đề nghị", description="Không gõ “Theo đề nghị của”.")
    articles: tuple[ArticleText, ...] = Field((), title="Các điều", description="Không gõ “Điều 1.”.")
    recipients: tuple[Recipient, ...] = Field(
        (),
        title="Nơi nhận",
        description="Mỗi nơi nhận một mục, không gõ “-” và “;”; mục kết thúc bằng “:” là tên nhóm.",
    )
    archive: Statement | None = Field(None, title="Lưu", description="Phần sau chữ “Lưu:”, ví dụ VT, TH (Dg).")
    signatory: Signatory | None = Field(None, title="Người ký", description="Quyền hạn, chức vụ, họ tên.")

    @property
    def carrying(self) -> int | None:
        """The index of the article that carries the plan; None where the plan is a document of its own."""
        if self.kind != "decision":
            return None
        carry = (i for i, article in enumerate(self.articles) if isinstance(article, Article) and article.carries)
        return next(carry, None)
