"""What can be wrong with a layout: its columns, their widths, the labels that count."""

from __future__ import annotations

from cchc.diagnostics import Example, Wording
from cchc.loader.rules import LAYOUT, ROWS, TITLE, wrong_shape

NO_EXAMPLE = wrong_shape(
    "S111",
    "bad-example",
    "nhãn mẫu “{value}” không có gì để đếm",
    "nothing counts in the example label “{value}”",
    "viết nhãn của dòng đầu tiên, kết thúc bằng số, ví dụ Nhiệm vụ 1",
    "write the label of the first row, which ends in a number, such as Nhiệm vụ 1",
    reason=Wording(
        "nhãn của các dòng sau được đếm tiếp từ nhãn mẫu; không có số, chữ cái thì không đếm được",
        "the labels of the following rows are counted on from the example; without a number or letter nothing counts",
    ),
    example=Example.within(LAYOUT + TITLE + "    rows: {tasks: ___}", wrong="Nhiệm vụ", right="Nhiệm vụ 1"),
)
EMPTY_COLUMN = wrong_shape(
    "S112",
    "empty-column",
    "cột “{label}” không in ra gì",
    "the column “{label}” shows nothing",
    "thêm “show: …” (một trường của dòng), hoặc các cột con trong “columns:”",
    "add “show: …” (a field of the rows), or columns of its own in “columns:”",
    reason=Wording(
        "một cột luôn trống chiếm chỗ của các cột khác, thường do quên “show”",
        "a column that is always empty takes room from the others; mostly “show” was forgotten",
    ),
    example=Example.within(
        LAYOUT + "      - {label: TT, ___}\n" + TITLE + ROWS,
        wrong="width: 10",
        right="show: label, width: 10",
    ),
)
NO_WIDTH = wrong_shape(
    "S113",
    "column-without-width",
    "cột “{label}” chưa có độ rộng",
    "the column “{label}” has no width",
    "thêm “width: …”, phần của chiều ngang trang tính trên 100",
    "add “width: …”, its share of the page's width, of 100",
    reason=Wording(
        "độ rộng cố định giữ cho bảng in giống nhau trên Word và LibreOffice",
        "fixed widths make the table look alike in Word and LibreOffice",
    ),
    example=Example.within(
        LAYOUT + "      - {label: Nội dung, ___}\n" + ROWS,
        wrong="show: title",
        right="show: title, width: 60",
    ),
)
NO_TITLES = wrong_shape(
    "S115",
    "layout-without-titles",
    "không cột nào in nội dung (title) của các dòng",
    "no column shows the title of the rows",
    "thêm “show: title” vào một cột",
    "add “show: title” to a column",
    reason=Wording("bảng in ra sẽ không có tên nhiệm vụ nào", "the printed table would not name a single task"),
    example=Example.within(
        LAYOUT + "___      - {label: Chủ trì, show: lead, width: 40}\n" + ROWS,
        wrong="",
        right=TITLE,
    ),
)
SHOWN_TWICE = wrong_shape(
    "S116",
    "field-shown-twice",
    "hai cột cùng in trường “{detail}”",
    "two columns show the field “{detail}”",
    "để mỗi trường ở một cột",
    "show each field in one column",
    reason=Wording(
        "cùng một nội dung in hai lần trên một dòng; thường là chép cột rồi quên sửa “show”",
        "the same words would print twice in a row; mostly a column was copied and its “show” left as it was",
    ),
    example=Example.within(
        LAYOUT
        + TITLE
        + "      - {label: Chủ trì, show: lead, width: 20}\n      - {label: Phối hợp, show: ___, width: 20}\n"
        + ROWS,
        wrong="lead",
        right="support",
    ),
)
NO_SUM = wrong_shape(
    "S117",
    "sum-of-no-numbers",
    "cột “{label}” cộng một trường không phải số",
    "the column “{label}” adds up a field that is no number",
    "bỏ “sum”, hoặc in một trường số hay tiền (budget, score.max, hoặc một trường khai báo type: number)",
    "leave “sum” out, or show a number or money (budget, score.max, or a field declared with type: number)",
    reason=Wording(
        "dòng tổng chỉ cộng được số và tiền; cộng chữ thì tổng luôn sai",
        "only numbers and money can be added up; a sum of words is always wrong",
    ),
    example=Example.within(
        LAYOUT + TITLE + "      - {label: ___, width: 40, sum: rows}\n" + ROWS,
        wrong="Chủ trì, show: lead",
        right="Kinh phí, show: budget",
    ),
)
