"""The words of the command line: help texts and usage errors, in both languages."""

from __future__ import annotations

from cchc.diagnostics import Language, Wording

PROGRAM = Wording(
    "Biên dịch kế hoạch cải cách hành chính từ YAML thành tệp Word đúng thể thức Nghị định 30/2020/NĐ-CP.",
    "Compile administrative-reform plans from YAML to a Word file in the form of Nghị định 30/2020/NĐ-CP.",
)
BUILD = Wording(
    "Tạo tệp Word của các kế hoạch. Không ghi gì thêm: mọi kế hoạch trong plans/.",
    "Make the Word files of plans. Without arguments: of every plan in plans/.",
)
VALIDATE = Wording(
    "Kiểm tra các kế hoạch, không tạo tệp nào.",
    "Check plans without making any file.",
)
PLANS = Wording("Mã kế hoạch (2025), đường dẫn hoặc thư mục.", "A plan's id (2025), a path or a folder.")
OUT = Wording("Thư mục ghi kết quả (mặc định: out/).", "The folder for the results (out/ by default).")
TEMPLATES = Wording(
    "Thư mục mẫu của đơn vị, phủ lên mẫu gốc.", "A folder of your own templates, laid over the shipped ones."
)
DRAFT = Wording(
    "Đóng dấu DỰ THẢO, ghi vào tệp .du-thao.docx; in cả khi còn lỗi nội dung.",
    "Mark it DỰ THẢO, in a file .du-thao.docx; print despite errors of meaning.",
)
ROUND = Wording("Lần dự thảo: DỰ THẢO (LẦN N).", "The round of the draft: DỰ THẢO (LẦN N).")
TO = Wording(
    "Định dạng: docx, hoặc docx,pdf (PDF cần LibreOffice).", "Formats: docx, or docx,pdf (a PDF needs LibreOffice)."
)
FORCE = Wording("Thay hẳn tệp Word đã sửa tay.", "Replace a Word file that was edited by hand.")
QUIET = Wording("Chỉ in lỗi và cảnh báo.", "Print only errors and warnings.")
LANG = Wording("Ngôn ngữ thông báo: vi hoặc en.", "The language of messages: vi or en.")
VERSION = Wording("In phiên bản rồi thoát.", "Print the version and exit.")
HELP = Wording("In phần trợ giúp này rồi thoát.", "Print this help and exit.")
INSTALL_COMPLETION = Wording("Cài gợi ý lệnh cho shell đang dùng.", "Install completion for the current shell.")
SHOW_COMPLETION = Wording("In mã gợi ý lệnh cho shell đang dùng.", "Print the completion code of the current shell.")

USAGE_HEADING = Wording("Cách dùng:", "Usage:")
OPTIONS_PLACE = Wording("[TÙY CHỌN]", "[OPTIONS]")
COMMAND_PLACE = Wording("LỆNH …", "COMMAND …")
PLANS_PLACE = Wording("[KẾ HOẠCH…]", "[PLANS…]")
COMMANDS_HEADING = Wording("Lệnh:", "Commands:")
ARGUMENTS_HEADING = Wording("Đối số:", "Arguments:")
OPTIONS_HEADING = Wording("Tùy chọn:", "Options:")

ERROR = Wording("lỗi", "error")
TRY_HELP = Wording("xem “{command} --help”", "see “{command} --help”")
NO_SUCH_COMMAND = Wording("không có lệnh “{name}”", "there is no command “{name}”")
NO_SUCH_OPTION = Wording("không có tùy chọn {name}", "there is no option {name}")
VALUE_MISSING = Wording("tùy chọn {name} cần một giá trị", "the option {name} takes a value")
NO_VALUE = Wording("tùy chọn {name} không nhận giá trị", "the option {name} takes no value")
PARAMETER_MISSING = Wording("thiếu {name}", "{name} is missing")
BAD_VALUE = Wording(
    "{name} không nhận giá trị “{value}”; nhận: {allowed}", "{name} does not take “{value}”; it takes {allowed}"
)
ROUND_NEEDS_DRAFT = Wording("--round chỉ dùng cùng --draft", "--round goes with --draft")
INTERRUPTED = Wording(
    "đã dừng theo yêu cầu; các tệp đã có không bị thay đổi dở dang", "interrupted; no file was left half written"
)
OUTPUT_LOST = Wording("lỗi: không in được kết quả: {reason}", "error: the output cannot be written: {reason}")

_BY_VIETNAMESE = {value.vi: value for value in list(globals().values()) if isinstance(value, Wording)}


def translated(vietnamese: str, language: Language) -> str:
    """A help text in ``language``; the commands declare theirs in Vietnamese."""
    wording = _BY_VIETNAMESE.get(vietnamese)
    return wording.in_(language) if wording else vietnamese
