"""A decision with its plan and its appendix: every form that the back end draws, in made-up words."""

from datetime import UTC, datetime

from cchc.backends.docx.writer import Properties, write
from cchc.document.nodes import Block, Break, Cell, Columns, Document, Paragraph, Row, Section, Table, Text
from tests.backends.sheet import SHEET

PROPERTIES = Properties(
    title="Quyết định về kế hoạch thử",
    author="Ủy ban nhân dân tỉnh Thử",
    created=datetime(2024, 12, 30, tzinfo=UTC),
    digests={"plan": "a" * 64, "templates": "b" * 64},
)
TASK_WIDTHS = (10, 60, 35, 30, 30, 17, 17, 31, 22)


def line(style: str, text: str, rule: float = 0.0, keep_next: bool = False) -> Paragraph:
    return Paragraph(style, (Text(text),), rule, keep_next)


def letterhead(dated: bool = True) -> tuple[Block, ...]:
    names = Columns(
        (65, 100),
        (
            (line("issuer", "ỦY BAN NHÂN DÂN"), line("issuer", "TỈNH THỬ NGHIỆM", rule=0.4)),
            (
                line("motto-nation", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                line("motto", "Độc lập - Tự do - Hạnh phúc", rule=1),
            ),
        ),
    )
    date = Columns(
        (65, 100),
        (
            (line("number", "Số:        /QĐ\u2011UBND"),),
            (line("place-date", "Thử Nghiệm, ngày 30 tháng 12 năm 2024"),),
        ),
    )
    return (names, date) if dated else (names,)


def signature() -> Columns:
    recipients = ("Như Điều 2;", "Bộ Nội vụ;", "Thường trực Tỉnh ủy;", "Các sở, ban, ngành;")
    return Columns(
        (65, 100),
        (
            (
                line("recipients-title", "Nơi nhận:"),
                *(line("recipient", f"- {name}") for name in recipients),
                line("recipient", "- Lưu: VT, TH (Dg)."),
            ),
            (
                line("signer-title", "TM. ỦY BAN NHÂN DÂN"),
                line("signer-title", "CHỦ TỊCH"),
                *(Paragraph("signer-space", ()) for _ in range(4)),
                line("signer-name", "Nguyễn Văn Thử"),
            ),
        ),
    )


def decision() -> Section:
    article = "Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính năm 2025 của tỉnh Thử Nghiệm. "
    bases = [
        line("basis", f"Căn cứ Luật số {n} ngày 19 tháng 6 năm 2015 và các văn bản có liên quan;") for n in range(4)
    ]
    return Section(
        (
            *letterhead(),
            line("type", "QUYẾT ĐỊNH"),
            line("subject", "Ban hành Kế hoạch cải cách hành chính năm 2025", rule=0.4),
            line("authority", "ỦY BAN NHÂN DÂN TỈNH THỬ NGHIỆM"),
            *bases,
            line("basis", "Theo đề nghị của Giám đốc Sở Nội vụ."),
            line("formula", "QUYẾT ĐỊNH:"),
            Paragraph("body", (Text("Điều\u00a01. ", bold=True), Text(article * 4))),
            Paragraph("body", (Text("Điều\u00a02. ", bold=True), Text(article * 3 + "./.")), keep_next=True),
            signature(),
        )
    )


def plan(length: int = 5) -> Section:
    paragraphs: list[Block] = []
    for number in ("I", "II", "III"):
        paragraphs.append(line("part", f"{number}. MỤC TIÊU VÀ NHIỆM VỤ"))
        text = "- Phấn đấu từ 80% đến 100% hồ sơ được giải quyết đúng hạn & trước hạn, <không> chậm. " * 3
        paragraphs += [line("body", text) for _ in range(length)]
    return Section(
        (
            *letterhead(dated=False),
            line("type", "KẾ HOẠCH"),
            line("subject", "Cải cách hành chính năm 2025 của tỉnh Thử Nghiệm"),
            line(
                "attached", "(Kèm theo Quyết định số         /QĐ-UBND ngày      tháng 12 năm 2024 của", keep_next=True
            ),
            line("attached", "Ủy ban nhân dân tỉnh Thử Nghiệm)", rule=0.4),
            *paragraphs,
        )
    )


def _head(text: str, colspan: int = 1, rowspan: int = 1) -> Cell:
    return Cell((line("cell-head", text),), colspan, rowspan)


def header_rows() -> tuple[Row, ...]:
    names = ("STT", "Nhiệm vụ", "Chỉ số thành phần", "Cơ quan chủ trì", "Cơ quan phối hợp")
    return (
        Row(
            (
                *(_head(name, rowspan=2) for name in names),
                _head("Thời gian", colspan=2),
                _head("Sản phẩm", rowspan=2),
                _head("Ghi chú", rowspan=2),
            ),
            header=True,
        ),
        Row((_head("Bắt đầu"), _head("Kết thúc")), header=True),
        Row(tuple(_head(f"({number})") for number in range(1, 10)), header=True),
    )


def task_row(number: int) -> Row:
    texts = (
        "Rà soát, đánh giá thủ tục hành chính thuộc phạm vi quản lý của ngành",
        "Chỉ số thành phần",
        "Sở Nội vụ",
        "Các sở, ban, ngành; UBND các huyện",
        "01/2025",
        "12/2025",
        "Báo cáo",
        "",
    )
    cells = tuple(Cell((line("cell", text),)) for text in texts)
    return Row((Cell((line("cell-center", str(number)),)), *cells))


def group_row(text: str) -> Row:
    return Row((Cell((line("cell-group", text),), colspan=9),), keep_next=True)


def appendix(tasks: int = 40) -> Section:
    rows: list[Row] = []
    for number in range(tasks):
        if number % 10 == 0:
            rows.append(group_row(f"LĨNH VỰC {number // 10 + 1}"))
        rows.append(task_row(number + 1))
    return Section(
        (
            line("type", "Phụ lục"),
            line("subject", "DANH MỤC NHIỆM VỤ"),
            Paragraph(
                "attached",
                (Text("(Kèm theo Quyết định số 15/QĐ-UBND"), Break(), Text("của Ủy ban nhân dân tỉnh)")),
                0.4,
            ),
            line("body", "Gồm các nhiệm vụ sau:", keep_next=True),
            Table(TASK_WIDTHS, (*header_rows(), *rows)),
        ),
        orientation="landscape",
    )


def document(tasks: int = 40, length: int = 5) -> Document:
    """``tasks`` rows in the appendix, ``length`` paragraphs under each heading of the plan."""
    return Document("Quyết định về kế hoạch thử", (decision(), plan(length), appendix(tasks)))


def file(tasks: int = 40, length: int = 5) -> bytes:
    return write(document(tasks, length), SHEET, PROPERTIES)
