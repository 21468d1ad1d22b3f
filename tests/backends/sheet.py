"""A style sheet for the tests of back ends, inside the decree's ranges."""

from datetime import UTC, datetime

from cchc.backends.docx.comments import Comments
from cchc.document.style import PageStyle, ParagraphStyle, StyleSheet


def _style(name: str, label: str, **looks: object) -> ParagraphStyle:
    return ParagraphStyle(name=name, label=label, **looks)  # type: ignore[arg-type]


STYLES = (
    _style("motto-nation", "Quốc hiệu", size=13, bold=True, align="center"),
    _style("motto", "Tiêu ngữ", size=14, bold=True, align="center"),
    _style("parent", "Cơ quan chủ quản", size=13, align="center"),
    _style("issuer", "Cơ quan ban hành", size=13, bold=True, align="center"),
    _style("number", "Số, ký hiệu", size=13, align="center", before=6),
    _style("place-date", "Địa danh, thời gian", size=14, italic=True, align="center", before=6),
    _style("type", "Tên loại", size=14, bold=True, align="center", before=18, keep_next=True, outline=1),
    _style("subject", "Trích yếu", size=14, bold=True, align="center", keep_next=True),
    _style("attached", "Kèm theo", size=14, italic=True, align="center", keep_next=True),
    _style("authority", "Thẩm quyền ban hành", size=14, bold=True, align="center", before=18, keep_next=True),
    _style("basis", "Căn cứ", size=14, italic=True, align="justify", before=6, first_line=10),
    _style("formula", "Lời quyết định", size=14, bold=True, align="center", before=6, keep_next=True),
    _style("body", "Nội dung", size=14, align="justify", before=6, first_line=10),
    _style("part", "Mục", size=14, bold=True, align="justify", before=6, first_line=10, keep_next=True, outline=2),
    _style("signer-title", "Chức vụ người ký", size=14, bold=True, align="center"),
    _style("signer-space", "Chỗ ký", size=14, align="center"),
    _style("signer-name", "Họ tên người ký", size=14, bold=True, align="center"),
    _style("recipients-title", "Nơi nhận", size=12, bold=True, italic=True),
    _style("recipient", "Nơi nhận: tên", size=11),
    _style("footnote", "Chú thích cuối trang", size=11, align="justify"),
    _style("page-number", "Số trang", size=14, align="center"),
    _style("cell", "Ô bảng", size=12),
    _style("cell-center", "Ô bảng: giữa", size=12, align="center"),
    _style("cell-head", "Ô bảng: tiêu đề", size=12, bold=True, align="center"),
    _style("cell-group", "Ô bảng: nhóm", size=12, bold=True, keep_next=True),
    _style("bulleted", "Gạch đầu dòng", size=13, align="justify", left=15, hanging=5, after=3, line=1.15),
)

SHEET = StyleSheet(
    face="Times New Roman",
    language="vi-VN",
    pages={
        "portrait": PageStyle(210, 297, top=20, bottom=20, left=30, right=15, header=10),
        "landscape": PageStyle(297, 210, top=20, bottom=20, left=30, right=15, header=10),
    },
    paragraphs={style.name: style for style in STYLES},
    page_number="page-number",
    footnote="footnote",
    cell_padding=1.5,
)

NO_COMMENTS = Comments(datetime(2024, 12, 30, tzinfo=UTC), expected=False)
"""What collects the comments of text that has none."""
