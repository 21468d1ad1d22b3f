"""What can be wrong with what a layout declares besides its columns: fields, years, totals, alphabets."""

from __future__ import annotations

from cchc.diagnostics import Example, Wording
from cchc.loader.rules import LAYOUT, ROWS, TITLE, wrong_shape

_SUMMED = "      - {label: Kinh phí, show: budget, sum: rows, width: 40}\n"
_EACH_YEAR = '      - {label: "{year}", show: muc, each: year, width: 20}\n'
_BY_YEAR = "\n    fields: {muc: {title: Mức, by: year}}"

STRAY_BRACE = wrong_shape(
    "S118",
    "stray-brace",
    "dấu ngoặc {{ }} trong “{value}” không chứa tên trường nào",
    "a brace in “{value}” holds no field",
    "viết tên một trường, chữ thường, giữa hai dấu ngoặc, như {{lead}}; tiêu đề cột chỉ có {{year}}, {{last_year}}",
    "write the name of a field between two braces, as in {{lead}}; a column's heading has {{year}} and {{last_year}}",
    reason=Wording(
        "chỗ để trống sẽ in ra nguyên dấu ngoặc, không có giá trị của dòng nào",
        "the place would print as braces, with no row's value in it",
    ),
    example=Example.within(
        LAYOUT + TITLE + '      - {label: Chủ trì, show: "Chủ trì: ___", width: 40}\n' + ROWS,
        wrong="{Lead}",
        right="{lead}",
    ),
)
NO_CHOICES = wrong_shape(
    "S119",
    "choice-without-choices",
    "trường chọn một giá trị (type: choice) chưa có các giá trị",
    "a field of the type choice has no choices",
    "thêm “choices:”, mỗi giá trị một dòng; hoặc bỏ “type”",
    "add “choices:” with one value a line, or leave “type” out",
    reason=Wording(
        "không có danh sách thì mọi giá trị đều lạ, không kiểm tra được",
        "without its list every value would be unknown, and none could be checked",
    ),
    example=Example.within(
        LAYOUT + TITLE + ROWS + "\n    fields: {muc-do: {title: Mức độ, ___}}",
        wrong="type: choice",
        right="type: choice, choices: [Cao, Thấp]",
    ),
)
NO_WORDS = wrong_shape(
    "S120",
    "total-without-words",
    "dòng tổng chưa có chữ nào",
    "a total row has no words",
    "thêm “label: Tổng” (ở cột đầu) hoặc “title: Tổng” (ở cột nội dung)",
    "add “label: …” (in the column of labels) or “title: …” (in that of titles)",
    reason=Wording(
        "một dòng số không có tên thì người đọc không biết là tổng của gì",
        "a row of figures without a name says nothing of what it adds up",
    ),
    example=Example.within(
        LAYOUT + TITLE + _SUMMED + ROWS + "\n    totals: [{___}]",
        wrong="at: end",
        right="at: end, label: Tổng",
    ),
)
NO_ALPHABET = wrong_shape(
    "S121",
    "bad-alphabet",
    "“{value}” không phải các chữ cái để đếm điểm",
    "points cannot be counted with the letters “{value}”",
    "viết liền các chữ thường, khác nhau, bắt đầu bằng a, ví dụ abcdđefghi",
    "write small letters that all differ, one behind the other, beginning with a, such as abcdđefghi",
    reason=Wording(
        "điểm a, b, c được đếm theo dãy này; thiếu hay lặp một chữ thì hai điểm trùng tên",
        "points are counted along these letters; with one twice, two points would have the same name",
    ),
    example=Example(
        wrong="numbering: {letters: aabc}",
        right="numbering: {letters: abcdđe}",
    ),
)
NO_FIELD_NAME = wrong_shape(
    "S122",
    "bad-field-name",
    "“{value}” không thể là khóa của một trường",
    "“{value}” cannot be the key of a field",
    "khóa bắt đầu bằng một chữ a–z, sau đó chỉ gồm a–z, 0–9, “-” và “_”, ví dụ nguon-von",
    "begin it with a letter a–z, then only a–z, 0–9, “-” and “_”, such as nguon-von",
    reason=Wording(
        "khóa này còn đứng trong “show” và trong mỗi dòng của bảng, nên phải là một từ không dấu",
        "the key stands in “show” and in every row too, so it has to be one word without marks",
    ),
    example=Example.within(
        LAYOUT + TITLE + ROWS + "\n    fields: {___: {title: Nguồn vốn}}",
        wrong="Nguồn vốn",
        right="nguon-von",
    ),
)
TAKEN_NAME = wrong_shape(
    "S123",
    "field-name-taken",
    "mọi dòng đã có khóa “{value}”, không khai báo lại được",
    "every row has a key “{value}”, which no layout can declare",
    "bỏ khai báo này nếu dùng khóa đã có; trường khác thì đặt tên khác",
    "leave the declaration out to use that key, or give another field another name",
    reason=Wording(
        "khai báo lại sẽ làm một khóa có hai nghĩa trong cùng một bảng",
        "declared again, one key would mean two things in the same table",
    ),
    example=Example.within(
        LAYOUT + TITLE + ROWS + "\n    fields: {___}",
        wrong="lead: {title: Cơ quan chủ trì}",
        right="dau-moi: {title: Cơ quan đầu mối}",
    ),
)
NO_YEARS = wrong_shape(
    "S125",
    "years-of-one-value",
    "cột “{label}” lặp theo năm, nhưng không in riêng một trường có giá trị theo năm",
    "the column “{label}” is repeated by year, but does not show a field by year alone",
    "ở “show” chỉ ghi một trường khai báo “by: year”, ở mỗi cột con cũng vậy; hoặc bỏ “each”",
    "let “show” be one field that is declared “by: year”, that of each column under a heading too; or leave “each” out",
    reason=Wording(
        "lặp theo năm một trường chỉ có một giá trị thì các cột năm giống hệt nhau",
        "repeated by year, a field with one value would fill every year's column with the same",
    ),
    example=Example(
        wrong=LAYOUT + TITLE + '      - {label: "{year}", show: lead, each: year, width: 20}\n' + ROWS,
        right=LAYOUT + TITLE + _EACH_YEAR + ROWS + _BY_YEAR,
    ),
)
YEARS_UNSEEN = wrong_shape(
    "S126",
    "years-without-column",
    "trường “{field}” có giá trị theo năm, nhưng cột này không theo năm nào",
    "the field “{field}” has values by year, but this column is of no year",
    "thêm “each: year” vào cột, hoặc ghi một năm, ví dụ {field}.2026",
    "add “each: year” to the column, or name one year, such as {field}.2026",
    reason=Wording(
        "cột không nói in giá trị của năm nào trong các năm",
        "the column does not say which of the years' values it prints",
    ),
    example=Example.within(
        LAYOUT + TITLE + "      - {label: ___, width: 20}\n" + ROWS + _BY_YEAR,
        wrong="Mức, show: muc",
        right="Mức năm 2025, show: muc.2025",
    ),
)
BEYOND_COLUMNS = wrong_shape(
    "S127",
    "cells-beyond-columns",
    "ô này nằm ngoài cột cuối của bảng",
    "this cell lies beyond the last column",
    "bỏ bớt ô, hoặc thu ngắn “to” của ô trước",
    "leave cells out, or let “to” of those before reach less far",
    reason=Wording(
        "ô nằm ngoài bảng không in được, nội dung của nó mất khỏi văn bản",
        "a cell beyond the table cannot print, and what it holds would be missing from the act",
    ),
    example=Example.within(
        LAYOUT + TITLE + '___    rows: {tasks: {label: "1", cells: [title, lead]}}',
        wrong="",
        right="      - {label: Chủ trì, show: lead, width: 40}\n",
    ),
)
TOTALS_OF_LINES = wrong_shape(
    "S128",
    "totals-of-lines",
    "bố cục “form: lines” không có dòng tổng",
    "a layout with “form: lines” has no total rows",
    "bỏ “totals” và viết tổng thành câu; hoặc bỏ “form”",
    "leave “totals” out and write the sum as a sentence, or leave “form” out",
    reason=Wording(
        "các đoạn văn không có cột để cộng, dòng tổng không có chỗ in",
        "paragraphs have no columns to add up, and a total row has no place among them",
    ),
    example=Example.within(
        "layouts:\n  viec:\n___    columns:\n" + TITLE + _SUMMED + ROWS + "\n    totals: [{at: end, label: Tổng}]",
        wrong="    form: lines\n",
        right="",
    ),
)
NOTHING_SUMMED = wrong_shape(
    "S129",
    "totals-of-nothing",
    "có dòng tổng nhưng không cột nào có “sum”",
    "there are total rows, but no column has “sum”",
    "thêm “sum: rows” vào cột cần cộng, hoặc bỏ “totals”",
    "add “sum: rows” to the column that is to be added up, or leave “totals” out",
    reason=Wording(
        "dòng tổng sẽ in ra mà không có số nào",
        "the total row would print without any figure",
    ),
    example=Example.within(
        LAYOUT
        + TITLE
        + "      - {label: Kinh phí, show: budget, ___}\n"
        + ROWS
        + "\n    totals: [{at: end, label: Tổng}]",
        wrong="width: 40",
        right="sum: rows, width: 40",
    ),
)
TOO_MANY_COLUMNS = wrong_shape(
    "S130",
    "too-many-columns",
    "bảng có {count} cột, Word chỉ mở được {most}",
    "the table has {count} columns, and Word opens {most}",
    "chia thành nhiều bảng, hoặc bớt cột",
    "divide it into several tables, or leave columns out",
    reason=Wording(
        "Word báo tệp hỏng khi một bảng có nhiều cột hơn mức này",
        "Word calls a file damaged in which a table has more columns",
    ),
    example=Example.within(
        "period: ___\n" + LAYOUT + TITLE + _EACH_YEAR + ROWS + _BY_YEAR + "\nappendices:\n"
        "  - title: Chỉ tiêu\n"
        "    layout: viec\n"
        "    tasks:\n"
        "      - {title: Tỷ lệ hồ sơ trực tuyến}",
        wrong="1960-2030",
        right="2021-2030",
    ),
)
