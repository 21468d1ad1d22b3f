"""What can be wrong with the shape of a file: the rules, in the author's words."""

from __future__ import annotations

from cchc.diagnostics import Example, Rule, Severity, Wording

LAYOUT = "layouts:\n  viec:\n    columns:\n"
"""How an example declares a layout, up to its columns."""

TITLE = "      - {label: Nội dung, show: title, width: 60}\n"
"""The column that every layout has."""

ROWS = '    rows: {tasks: "1"}'
"""What stands behind the columns; it may be the end of the example."""


def wrong_shape(
    code: str, name: str, vi: str, en: str, hint_vi: str, hint_en: str, reason: Wording, example: Example
) -> Rule:
    return Rule(code, name, Severity.ERROR, Wording(vi, en), Wording(hint_vi, hint_en), reason, example)


UNKNOWN_KEY = wrong_shape(
    "S101",
    "unknown-key",
    "không có khóa “{key}” ở đây",
    "there is no key “{key}” here",
    "bỏ khóa này",
    "leave the key out",
    reason=Wording(
        "nội dung dưới một khóa viết sai sẽ mất khỏi văn bản mà không ai hay",
        "what stands under a misspelled key would be missing from the act unnoticed",
    ),
    example=Example(
        wrong="act:\n  kind: decision\n  subjct: Ban hành Kế hoạch",
        right="act:\n  kind: decision\n  subject: Ban hành Kế hoạch",
    ),
)
MISSING_KEY = wrong_shape(
    "S102",
    "missing-key",
    "thiếu khóa {keys}",
    "missing: {keys}",
    "thêm dòng “{key}: …”",
    "add a line “{key}: …”",
    reason=Wording(
        "thiếu phần này thì không in được: chương trình không đoán thay người soạn",
        "without it the document cannot be made, and the program guesses nothing in its author's place",
    ),
    example=Example.within(
        "appendices:\n  - title: Nhiệm vụ\n    layout: tasks\n    tasks:\n      - ___",
        wrong="lead: Sở Nội vụ",
        right="{title: Rà soát thủ tục, lead: Sở Nội vụ}",
    ),
)
NO_TEXT = wrong_shape(
    "S103",
    "text-expected",
    "{what_vi} cần một đoạn chữ, không phải {found_vi}",
    "{what_en} takes text, not {found_en}",
    "viết nội dung vào đây trên cùng dòng, hoặc bỏ dòng này",
    "write the text here on this line, or leave the line out",
    reason=Wording(
        "ở đây in ra một đoạn chữ; danh sách hay khóa con không biết in thành câu thế nào",
        "words print here, and a list or keys cannot be printed as a sentence",
    ),
    example=Example(
        wrong="act:\n  kind: decision\n  subject: {a: Ban hành Kế hoạch}",
        right="act:\n  kind: decision\n  subject: Ban hành Kế hoạch",
    ),
)
NO_LIST = wrong_shape(
    "S104",
    "list-expected",
    "{what_vi} cần một danh sách, không phải {found_vi}",
    "{what_en} takes a list, not {found_en}",
    "viết mỗi mục trên một dòng riêng, bắt đầu bằng “- ”; nếu chưa có mục nào thì bỏ khóa này",
    "write each entry on a line of its own that begins with “- ”; leave the key out while there is none",
    reason=Wording(
        "mỗi mục in thành một dòng riêng (căn cứ, nơi nhận: NĐ 30/2020, Phụ lục I, Mục II.6 và II.9), nên phải "
        "biết mục nào bắt đầu ở đâu",
        "each entry prints on a line of its own (bases, recipients: NĐ 30/2020, Phụ lục I, Mục II.6 and II.9), so "
        "it must be known where one begins",
    ),
    example=Example(
        wrong="act:\n  kind: decision\n  recipients: Bộ Nội vụ",
        right="act:\n  kind: decision\n  recipients:\n    - Bộ Nội vụ",
    ),
)
NO_MAPPING = wrong_shape(
    "S105",
    "mapping-expected",
    "{what_vi} cần các khóa bên trong, không phải {found_vi}",
    "{what_en} takes keys of its own, not {found_en}",
    "viết các khóa ở những dòng dưới, lùi vào hai dấu cách: {keys}",
    "write the keys on the lines below, two spaces further in: {keys}",
    reason=Wording(
        "phần này gồm nhiều thành phần có tên; một câu văn không cho biết đâu là thành phần nào",
        "this part has named pieces, and a sentence does not say which is which",
    ),
    example=Example(wrong="act: Quyết định", right="act:\n  kind: decision"),
)
NO_CHOICE = wrong_shape(
    "S106",
    "unknown-value",
    "“{key}” không nhận giá trị “{value}”",
    "“{key}” does not take “{value}”",
    "chọn một trong các giá trị có sẵn",
    "choose one of the values that there are",
    reason=Wording(
        "chỉ những giá trị này có cách in; giá trị lạ thì không biết phải làm gì",
        "only these values have an effect; of another nobody knows what it should do",
    ),
    example=Example(wrong="act:\n  kind: quyet-dinh", right="act:\n  kind: decision"),
)
NO_NUMBER = wrong_shape(
    "S107",
    "number-expected",
    "“{key}” cần một số, không phải “{value}”",
    "“{key}” takes a number, not “{value}”",
    "viết số bằng chữ số, ví dụ 12 hoặc 12.5",
    "write it in digits, such as 12 or 12.5",
    reason=Wording(
        "con số này dùng để tính độ rộng, cỡ chữ hay khoảng cách nên phải đọc được",
        "widths, sizes and distances are computed from this number, so it has to be one",
    ),
    example=Example.within(
        LAYOUT + "      - {label: Nội dung, show: title, width: ___}\n" + ROWS, wrong="rộng", right="60"
    ),
)
NO_ID = wrong_shape(
    "S108",
    "bad-id",
    "mã “{value}” không hợp lệ",
    "“{value}” is no id",
    "mã chỉ gồm a–z, 0–9 và dấu gạch nối, ví dụ so-hoa",
    "an id has only a–z, 0–9 and hyphens, such as so-hoa",
    reason=Wording(
        "mã được gõ trong <#…> và trong tên tệp, nên chỉ gồm những ký tự gõ giống nhau ở mọi máy",
        "ids are typed inside <#…> and elsewhere, so they hold only what every keyboard types alike",
    ),
    example=Example(
        wrong="body:\n  - {id: Mục tiêu, title: Mục tiêu}", right="body:\n  - {id: muc-tieu, title: Mục tiêu}"
    ),
)
NO_DATE = wrong_shape(
    "S109",
    "bad-date",
    "“{value}” không phải ngày hợp lệ",
    "“{value}” is no date",
    "viết ngày như 2024-12-30; khi dự thảo có thể chỉ viết tháng: 12/2024",
    "write a day like 2024-12-30; a draft may give only the month: 12/2024",
    reason=Wording(
        "ngày của văn bản in ra đầy đủ ngày, tháng, năm (NĐ 30/2020, Phụ lục I, Mục II.4) và quyết định cơ quan "
        "nào đang tồn tại",
        "the act's date prints with day, month and year (NĐ 30/2020, Phụ lục I, Mục II.4) and tells which bodies exist",
    ),
    example=Example(
        wrong="act:\n  kind: decision\n  date: 31/02/2025", right="act:\n  kind: decision\n  date: 2025-02-28"
    ),
)
NO_PERIOD = wrong_shape(
    "S110",
    "bad-period",
    "“{value}” không phải kỳ kế hoạch",
    "“{value}” is no period",
    "viết một năm (2025) hoặc một giai đoạn (2021-2025)",
    "write a year (2025) or a span of years (2021-2025)",
    reason=Wording(
        "từ kỳ kế hoạch suy ra năm của mọi tháng, tên kế hoạch và các cột theo năm",
        "the year of every month, the plan's title and the columns by year follow from the period",
    ),
    example=Example(wrong="period: 2025-2021", right="period: 2021-2025"),
)
OUT_OF_RANGE = wrong_shape(
    "S114",
    "number-out-of-range",
    "“{key}” không thể là {value}",
    "“{key}” cannot be {value}",
    "giá trị được nhận: {allowed}",
    "it takes: {allowed}",
    reason=Wording("độ rộng này không có trang giấy nào chứa được", "no page has room for such a width"),
    example=Example.within(
        LAYOUT + "      - {label: Nội dung, show: title, width: ___}\n" + ROWS, wrong="0", right="60"
    ),
)
NO_KEY = wrong_shape(
    "S124",
    "bad-footnote-key",
    "“{value}” không thể là khóa của một chú thích",
    "“{value}” cannot be the key of a footnote",
    "khóa chỉ gồm a–z, 0–9 và dấu gạch nối, ví dụ dti; trong lời văn viết [^dti]",
    "a key has only a–z, 0–9 and hyphens, such as dti; texts then have [^dti]",
    reason=Wording(
        "dấu [^…] trong lời văn tìm chú thích theo khóa này",
        "a mark [^…] in the words finds its footnote by this key",
    ),
    example=Example(
        wrong="title: Cải cách hành chính[^dti]\nfootnotes: {Chỉ số DTI: Chỉ số chuyển đổi số.}",
        right="title: Cải cách hành chính[^dti]\nfootnotes: {dti: Chỉ số chuyển đổi số.}",
    ),
)
