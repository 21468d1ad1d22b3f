"""What can be wrong with the shape of a file: the rules, in the author's words."""

from __future__ import annotations

from cchc.diagnostics import Rule, Severity, Wording


def _rule(code: str, name: str, vi: str, en: str, hint_vi: str, hint_en: str) -> Rule:
    return Rule(code, name, Severity.ERROR, Wording(vi, en), Wording(hint_vi, hint_en))


UNKNOWN_KEY = _rule(
    "S101",
    "unknown-key",
    "không có khóa “{key}” ở đây",
    "there is no key “{key}” here",
    "bỏ khóa này",
    "leave the key out",
)
MISSING_KEY = _rule(
    "S102",
    "missing-key",
    "thiếu khóa {keys}",
    "missing: {keys}",
    "thêm dòng “{key}: …”",
    "add a line “{key}: …”",
)
NO_TEXT = _rule(
    "S103",
    "text-expected",
    "{what_vi} cần một đoạn chữ, không phải {found_vi}",
    "{what_en} takes text, not {found_en}",
    "viết nội dung vào đây trên cùng dòng, hoặc bỏ dòng này",
    "write the text here on this line, or leave the line out",
)
NO_LIST = _rule(
    "S104",
    "list-expected",
    "{what_vi} cần một danh sách, không phải {found_vi}",
    "{what_en} takes a list, not {found_en}",
    "viết mỗi mục trên một dòng riêng, bắt đầu bằng “- ”; nếu chưa có mục nào thì bỏ khóa này",
    "write each entry on a line of its own that begins with “- ”; leave the key out while there is none",
)
NO_MAPPING = _rule(
    "S105",
    "mapping-expected",
    "{what_vi} cần các khóa bên trong, không phải {found_vi}",
    "{what_en} takes keys of its own, not {found_en}",
    "viết các khóa ở những dòng dưới, lùi vào hai dấu cách: {keys}",
    "write the keys on the lines below, two spaces further in: {keys}",
)
NO_CHOICE = _rule(
    "S106",
    "unknown-value",
    "“{key}” không nhận giá trị “{value}”",
    "“{key}” does not take “{value}”",
    "chọn một trong các giá trị có sẵn",
    "choose one of the values that there are",
)
NO_NUMBER = _rule(
    "S107",
    "number-expected",
    "“{key}” cần một số, không phải “{value}”",
    "“{key}” takes a number, not “{value}”",
    "viết số bằng chữ số, ví dụ 12 hoặc 12.5",
    "write it in digits, such as 12 or 12.5",
)
NO_ID = _rule(
    "S108",
    "bad-id",
    "mã “{value}” không hợp lệ",
    "“{value}” is no id",
    "mã chỉ gồm a–z, 0–9 và dấu gạch nối, ví dụ so-hoa",
    "an id has only a–z, 0–9 and hyphens, such as so-hoa",
)
NO_DATE = _rule(
    "S109",
    "bad-date",
    "“{value}” không phải ngày hợp lệ",
    "“{value}” is no date",
    "viết ngày như 2024-12-30; khi dự thảo có thể chỉ viết tháng: 12/2024",
    "write a day like 2024-12-30; a draft may give only the month: 12/2024",
)
NO_PERIOD = _rule(
    "S110",
    "bad-period",
    "“{value}” không phải kỳ kế hoạch",
    "“{value}” is no period",
    "viết một năm (2025) hoặc một giai đoạn (2021-2025)",
    "write a year (2025) or a span of years (2021-2025)",
)
NO_EXAMPLE = _rule(
    "S111",
    "bad-example",
    "nhãn mẫu “{value}” không có gì để đếm",
    "nothing counts in the example label “{value}”",
    "viết nhãn của dòng đầu tiên, kết thúc bằng số, ví dụ Nhiệm vụ 1",
    "write the label of the first row, which ends in a number, such as Nhiệm vụ 1",
)
EMPTY_COLUMN = _rule(
    "S112",
    "empty-column",
    "cột “{label}” không in ra gì",
    "the column “{label}” shows nothing",
    "thêm “show: …” (một trường của dòng), hoặc các cột con trong “columns:”",
    "add “show: …” (a field of the rows), or columns of its own in “columns:”",
)
NO_WIDTH = _rule(
    "S113",
    "column-without-width",
    "cột “{label}” chưa có độ rộng",
    "the column “{label}” has no width",
    "thêm “width: …”, phần của chiều ngang trang tính trên 100",
    "add “width: …”, its share of the page's width, of 100",
)
OUT_OF_RANGE = _rule(
    "S114",
    "number-out-of-range",
    "“{key}” không thể là {value}",
    "“{key}” cannot be {value}",
    "giá trị được nhận: {allowed}",
    "it takes: {allowed}",
)
NO_TITLES = _rule(
    "S115",
    "layout-without-titles",
    "không cột nào in nội dung (title) của các dòng",
    "no column shows the title of the rows",
    "thêm “show: title” vào một cột",
    "add “show: title” to a column",
)
SHOWN_TWICE = _rule(
    "S116",
    "field-shown-twice",
    "hai cột cùng in trường “{detail}”",
    "two columns show the field “{detail}”",
    "để mỗi trường ở một cột",
    "show each field in one column",
)
NO_SUM = _rule(
    "S117",
    "sum-of-no-numbers",
    "cột “{label}” cộng một trường không phải số",
    "the column “{label}” adds up a field that is no number",
    "bỏ “sum”, hoặc in một trường số hay tiền (budget, score.max, hoặc một trường khai báo type: number)",
    "leave “sum” out, or show a number or money (budget, score.max, or a field declared with type: number)",
)
STRAY_BRACE = _rule(
    "S118",
    "stray-brace",
    "dấu ngoặc {{ }} trong “{value}” không chứa tên trường nào",
    "a brace in “{value}” holds no field",
    "viết tên một trường, chữ thường, giữa hai dấu ngoặc, như {{lead}}; tiêu đề cột chỉ có {{year}}, {{last_year}}",
    "write the name of a field between two braces, as in {{lead}}; a column's heading has {{year}} and {{last_year}}",
)
NO_CHOICES = _rule(
    "S119",
    "choice-without-choices",
    "trường chọn một giá trị (type: choice) chưa có các giá trị",
    "a field of the type choice has no choices",
    "thêm “choices:”, mỗi giá trị một dòng; hoặc bỏ “type”",
    "add “choices:” with one value a line, or leave “type” out",
)
NO_WORDS = _rule(
    "S120",
    "total-without-words",
    "dòng tổng chưa có chữ nào",
    "a total row has no words",
    "thêm “label: Tổng” (ở cột đầu) hoặc “title: Tổng” (ở cột nội dung)",
    "add “label: …” (in the column of labels) or “title: …” (in that of titles)",
)
NO_ALPHABET = _rule(
    "S121",
    "bad-alphabet",
    "“{value}” không phải các chữ cái để đếm điểm",
    "points cannot be counted with the letters “{value}”",
    "viết liền các chữ thường, khác nhau, bắt đầu bằng a, ví dụ abcdđefghi",
    "write small letters that all differ, one behind the other, beginning with a, such as abcdđefghi",
)
NO_FIELD_NAME = _rule(
    "S122",
    "bad-field-name",
    "“{value}” không thể là khóa của một trường",
    "“{value}” cannot be the key of a field",
    "khóa bắt đầu bằng một chữ a–z, sau đó chỉ gồm a–z, 0–9, “-” và “_”, ví dụ nguon-von",
    "begin it with a letter a–z, then only a–z, 0–9, “-” and “_”, such as nguon-von",
)
TAKEN_NAME = _rule(
    "S123",
    "field-name-taken",
    "mọi dòng đã có khóa “{value}”, không khai báo lại được",
    "every row has a key “{value}”, which no layout can declare",
    "bỏ khai báo này nếu dùng khóa đã có; trường khác thì đặt tên khác",
    "leave the declaration out to use that key, or give another field another name",
)
NO_KEY = _rule(
    "S124",
    "bad-footnote-key",
    "“{value}” không thể là khóa của một chú thích",
    "“{value}” cannot be the key of a footnote",
    "khóa chỉ gồm a–z, 0–9 và dấu gạch nối, ví dụ dti; trong lời văn viết [^dti]",
    "a key has only a–z, 0–9 and hyphens, such as dti; texts then have [^dti]",
)
NO_YEARS = _rule(
    "S125",
    "years-of-one-value",
    "cột “{label}” lặp theo năm, nhưng không in riêng một trường có giá trị theo năm",
    "the column “{label}” is repeated by year, but does not show a field by year alone",
    "ở “show” chỉ ghi một trường khai báo “by: year”, ở mỗi cột con cũng vậy; hoặc bỏ “each”",
    "let “show” be one field that is declared “by: year”, that of each column under a heading too; or leave “each” out",
)
YEARS_UNSEEN = _rule(
    "S126",
    "years-without-column",
    "trường “{field}” có giá trị theo năm, nhưng cột này không theo năm nào",
    "the field “{field}” has values by year, but this column is of no year",
    "thêm “each: year” vào cột, hoặc ghi một năm, ví dụ {field}.2026",
    "add “each: year” to the column, or name one year, such as {field}.2026",
)
BEYOND_COLUMNS = _rule(
    "S127",
    "cells-beyond-columns",
    "ô này nằm ngoài cột cuối của bảng",
    "this cell lies beyond the last column",
    "bỏ bớt ô, hoặc thu ngắn “to” của ô trước",
    "leave cells out, or let “to” of those before reach less far",
)
TOTALS_OF_LINES = _rule(
    "S128",
    "totals-of-lines",
    "bố cục “form: lines” không có dòng tổng",
    "a layout with “form: lines” has no total rows",
    "bỏ “totals” và viết tổng thành câu; hoặc bỏ “form”",
    "leave “totals” out and write the sum as a sentence, or leave “form” out",
)
NOTHING_SUMMED = _rule(
    "S129",
    "totals-of-nothing",
    "có dòng tổng nhưng không cột nào có “sum”",
    "there are total rows, but no column has “sum”",
    "thêm “sum: rows” vào cột cần cộng, hoặc bỏ “totals”",
    "add “sum: rows” to the column that is to be added up, or leave “totals” out",
)
TOO_MANY_COLUMNS = _rule(
    "S130",
    "too-many-columns",
    "bảng có {count} cột, Word chỉ mở được {most}",
    "the table has {count} columns, and Word opens {most}",
    "chia thành nhiều bảng, hoặc bớt cột",
    "divide it into several tables, or leave columns out",
)
