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
FMT = Wording(
    "Trình bày lại tệp kế hoạch theo một kiểu: thứ tự khóa, thụt lề, dấu ngoặc, dòng trống; không đổi giá trị nào.",
    "Lay out plans in one style: order of keys, indentation, quotes, blank lines; no value changes.",
)
NEW = Wording(
    "Viết một kế hoạch khung để bắt đầu soạn thảo, kèm lược đồ JSON cho trình soạn thảo.",
    "Write a starting plan to work from, and the JSON Schema for editors beside it.",
)
OUTLINE = Wording(
    "In số thứ tự của các mục, điều, phụ lục, nhiệm vụ kèm số dòng trong tệp kế hoạch.",
    "Print the numbers of sections, articles, appendices and rows with their lines in the plan's file.",
)
SCHEMA = Wording(
    "In lược đồ JSON của kế hoạch, để trình soạn thảo giải thích và gợi ý các khóa.",
    "Print the JSON Schema of plans, by which editors explain and complete keys.",
)
COMPARE = Wording(
    "So sánh hai kế hoạch: thêm, bỏ, chuyển, đổi cơ quan, chỉ tiêu, thời hạn. Mã thoát 1 nếu có khác biệt.",
    "Compare two plans: what is new, gone, moved, whose it is, targets, deadlines. Exit code 1 for differences.",
)
OPERANDS = Wording(
    "Hai kế hoạch, cũ rồi mới: mã (2024), đường dẫn, hoặc bản trong git (HEAD~3:2025, v1.0:2025).",
    "Two plans, the old one first: an id (2024), a path, or a version in git (HEAD~3:2025, v1.0:2025).",
)
ONLY = Wording(
    "Chỉ in và chỉ tính: substantive (nội dung) hoặc editorial (biên tập).",
    "Tell and count these alone: substantive or editorial.",
)
FAIL_ON_KIND = Wording(
    "Mã thoát chỉ là 1 khi có loại khác biệt này; ghi nhiều loại cách nhau bằng dấu phẩy: substantive, lead, end, …",
    "Exit with 1 only for differences of these kinds, parted by commas: substantive, lead, end, …",
)
EXIT_ZERO = Wording("Mã thoát 0 cả khi có khác biệt.", "Exit with 0 although there are differences.")
DIFF_FORMAT = Wording(
    "Dạng kết quả: terminal (mặc định); json; markdown, cho yêu cầu hợp nhất; table, tệp Word của bảng so sánh kèm Tờ "
    "trình; redline, tệp Word của văn bản mới có dấu sửa đổi (track changes) so với văn bản cũ.",
    "The form of the result: terminal (the default); json; markdown, for a merge request; table, the Word file of the "
    "comparison that goes with a Tờ trình; redline, the Word file of the new act with tracked changes.",
)
NEVER_A_PLAN = Wording("không ghi kết quả đè lên tệp kế hoạch: -o {name}", "no plan is written over: -o {name}")
NEEDS_DOCX = Wording(
    "--format {name} tạo một tệp Word: ghi thêm -o TÊN.docx",
    "--format {name} makes a Word file: add -o NAME.docx",
)
AUTHOR = Wording(
    "Với redline: tên người sửa đổi ghi trong tệp (mặc định: cchc).",
    "With redline: who the changes are by in the file (cchc by default).",
)
A_NAME = "Nguyễn Văn A"
DATE = Wording(
    "Với redline: ngày giờ của các sửa đổi, 2025-03-01 hoặc 2025-03-01T08:00+07:00; không ghi thì không có.",
    "With redline: when the changes were made, 2025-03-01 or 2025-03-01T08:00+07:00; by default it is not said.",
)
NEEDS_REDLINE = Wording("{name} chỉ dùng với --format redline", "{name} goes with --format redline")
FOR_GIT = Wording(
    "Cho git gọi (diff.cchc.command): nhận các tham số của git, mã thoát luôn là 0.",
    "For git to call (diff.cchc.command): takes git's arguments, always exits with 0.",
)
EXPORT = Wording(
    "Xuất nhiệm vụ và chỉ tiêu của các kế hoạch thành bảng để tổng hợp: Excel, CSV, JSON Lines, Parquet.",
    "Export the tasks and KPIs of plans as tables for analysis: Excel, CSV, JSON Lines, Parquet.",
)
EXPLAIN = Wording(
    "Giải thích các quy tắc: vì sao, cách sửa, ví dụ. Không ghi mã: liệt kê mọi quy tắc.",
    "Explain rules: why they are there, the way out, examples. Without a code: list them all.",
)
CODES = Wording("Mã (L103) hoặc tên của quy tắc.", "A rule's code (L103) or name.")
EXPLAIN_FORMAT = Wording("Dạng kết quả: terminal (mặc định) hoặc json.", "The form: terminal (the default) or json.")
PLANS = Wording("Mã kế hoạch (2025), đường dẫn hoặc thư mục.", "A plan's id (2025), a path or a folder.")
OUT = Wording("Thư mục ghi kết quả (mặc định: out/).", "The folder for the results (out/ by default).")
TEMPLATES = Wording(
    "Thư mục mẫu của đơn vị, phủ lên mẫu gốc.", "A folder of your own templates, laid over the shipped ones."
)
NEW_ID = Wording(
    "Mã kế hoạch, là tên tệp trong plans/: 2026, hoặc kèm thư mục: tinh/2026.",
    "The plan's id, its file's name in plans/: 2026, or with a folder: tinh/2026.",
)
PERIOD = Wording(
    "Năm (2026) hoặc giai đoạn (2026-2030); không ghi thì suy từ mã và ngày hôm nay.",
    "A year (2026) or several (2026-2030); by default from the id and today's date.",
)
JURISDICTION = Wording(
    'Địa phương, ví dụ "Lâm Đồng", "xã Tuy Đức"; không ghi thì suy từ mã.',
    "The unit, in Vietnamese letters: a province, or the kind and name of another unit; by default from the id.",
)
KIND = Wording(
    "decision: Quyết định ban hành kế hoạch (mặc định); plan: Kế hoạch là văn bản chính.",
    "decision: a decision that issues the plan (the default); plan: the plan is the act itself.",
)
FROM = Wording(
    "Soạn từ kế hoạch kỳ trước: dời năm, thay cơ quan đã sáp nhập, đánh dấu chỗ phải xem lại.",
    "Make it out of the last period's plan: years move on, bodies that merged are exchanged, the rest is marked.",
)
DEPTH = Wording("Chỉ in N cấp ngoài cùng.", "Print the outermost N levels only.")
OUTPUT = Wording("Ghi vào tệp này, thay toàn bộ.", "Write it to this file, whole.")
DRAFT = Wording(
    "Đóng dấu DỰ THẢO, ghi vào tệp .du-thao.docx; in cả khi còn lỗi nội dung.",
    "Mark it DỰ THẢO, in a file .du-thao.docx; print despite errors of meaning.",
)
ROUND = Wording("Lần dự thảo: DỰ THẢO (LẦN N).", "The round of the draft: DỰ THẢO (LẦN N).")
TO = Wording(
    "Định dạng: docx, hoặc docx,pdf (PDF cần LibreOffice).", "Formats: docx, or docx,pdf (a PDF needs LibreOffice)."
)
EXPORT_TO = Wording(
    "Định dạng, cách nhau bằng dấu phẩy (mặc định: csv); xlsx và parquet cần: pip install cchc[export].",
    "Formats, separated by commas (csv by default); xlsx and parquet need pip install cchc[export].",
)
EXPORT_DRAFT = Wording("Lấy cả kế hoạch còn lỗi nội dung.", "Take in plans that have errors of meaning.")
EXPORT_FORCE = Wording("Thay hẳn bảng đã sửa tay.", "Replace a table that was edited by hand.")
ANNOTATE = Wording(
    "Ghi lỗi, cảnh báo, lưu ý thành nhận xét (comment) bên lề tệp Word, trong tệp .nhan-xet.docx.",
    "Write errors, warnings and notes as comments beside the text, in a file .nhan-xet.docx.",
)
FORCE = Wording("Thay hẳn tệp Word đã sửa tay.", "Replace a Word file that was edited by hand.")
FIX = Wording(
    "Sửa ngay trong tệp những lỗi chỉ có một cách sửa, rồi kiểm tra lại.",
    "Mend in the files what can be mended in one way only, then check them again.",
)
DRY_RUN = Wording("Với --fix: chỉ cho xem sẽ sửa gì, không ghi.", "With --fix: show what would change, write nothing.")
SIGNED = Wording(
    "Với --fix: sửa cả văn bản đã ký (có số và ngày).", "With --fix: change signed acts too (with number and date)."
)
CHECK = Wording(
    "Không ghi; mã thoát 1 nếu có tệp cần trình bày lại.", "Write nothing; exit code 1 if a file would change."
)
DIFF = Wording("Như --check, và in những dòng sẽ đổi.", "As --check, and print the lines that would change.")
QUIET = Wording("Chỉ in lỗi và cảnh báo.", "Print only errors and warnings.")
FORMAT = Wording(
    "Dạng kết quả: terminal (mặc định), json, sarif hoặc github (GitHub Actions).",
    "The form of the findings: terminal (the default), json, sarif or github (GitHub Actions).",
)
FAIL_ON = Wording(
    "Mã thoát là 1 khi có lỗi (error, mặc định), từ cảnh báo (warning) hoặc từ lưu ý (note) trở lên.",
    "Exit with 1 for errors (the default), from warnings on, or from notes on.",
)
WRITE_BASELINE = Wording(
    "Ghi các cảnh báo, lưu ý hiện có vào plans/_baseline.json; từ đó chỉ báo những gì mới.",
    "Write the warnings and notes that there are to plans/_baseline.json; from then on only new ones are told.",
)
SCHEMA_OF = Wording(
    "Lược đồ của kế hoạch (plan, mặc định), hay của --format json: của build, validate (diagnostics), của diff (diff).",
    "The schema of plans (plan, the default), or of --format json: of build, validate (diagnostics), of diff (diff).",
)
LANG = Wording("Ngôn ngữ thông báo: vi hoặc en.", "The language of messages: vi or en.")
VERSION = Wording("In phiên bản rồi thoát.", "Print the version and exit.")
HELP = Wording("In phần trợ giúp này rồi thoát.", "Print this help and exit.")
INSTALL_COMPLETION = Wording("Cài gợi ý lệnh cho shell đang dùng.", "Install completion for the current shell.")
SHOW_COMPLETION = Wording("In mã gợi ý lệnh cho shell đang dùng.", "Print the completion code of the current shell.")

USAGE_HEADING = Wording("Cách dùng:", "Usage:")
OPTIONS_PLACE = Wording("[TÙY CHỌN]", "[OPTIONS]")
COMMAND_PLACE = Wording("LỆNH …", "COMMAND …")
PLANS_PLACE = Wording("[KẾ HOẠCH…]", "[PLANS…]")
OPERANDS_PLACE = Wording("CŨ MỚI", "OLD NEW")
CODES_PLACE = Wording("[MÃ…]", "[CODE…]")
ID_PLACE = Wording("MÃ", "ID")
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
TOO_MANY = Wording(
    "chỉ nhận một mã; mã có dấu cách thì đặt trong ngoặc kép, hoặc dùng dấu “-”",
    "one id is all it takes; put one with spaces in quotation marks, or write “-” for them",
)
ASK_ID = Wording("Mã kế hoạch (tên tệp)", "The plan's id (its file's name)")
ASK_PERIOD = Wording("Năm hoặc giai đoạn", "The year, or the years")
ASK_JURISDICTION = Wording("Địa phương", "The unit, such as a province")
ASK_KIND = Wording(
    "Loại văn bản (decision: Quyết định; plan: Kế hoạch)", "The kind of act (decision, or plan: a plan by itself)"
)
KIND_OR_FROM = Wording(
    "--kind không dùng cùng --from: kế hoạch mới cùng loại văn bản với kế hoạch cũ",
    "--kind does not go with --from: the new plan is the same kind of act as the old one",
)
NOT_AN_ANSWER = Wording("không nhận “{value}”; ví dụ: {allowed}", "it cannot be “{value}”; for example {allowed}")
NEEDS_FIX = Wording("{name} chỉ dùng cùng --fix", "{name} goes with --fix")
FIX_OR_BASELINE = Wording(
    "--fix và --write-baseline không dùng cùng lúc: sửa trước, rồi ghi những gì còn lại",
    "--fix and --write-baseline go one after the other: mend first, then make known what is left",
)
DRY_RUN_IS_READ = Wording(
    "--dry-run in những dòng sẽ đổi cho người đọc, chỉ dùng với --format terminal; dạng khác thì bỏ --fix --dry-run: "
    "kết quả đã kèm cách sửa",
    "--dry-run prints the lines that would change for people, with --format terminal alone; in other forms leave out "
    "--fix --dry-run: the findings carry their edits",
)
TWO_PLANS = Wording(
    "cần hai kế hoạch, cũ rồi mới, ở đây có {n}; ví dụ: cchc diff 2024 2025",
    "it takes two plans, the old one first, and {n} were given; for example: cchc diff 2024 2025",
)
GIT_ALONE = Wording(
    "{name} không dùng cùng --git: git chỉ cần bản so sánh để đọc",
    "{name} does not go with --git: git only wants the comparison to read",
)
NO_SUCH_RULE = Wording("không có quy tắc “{name}”", "there is no rule “{name}”")
RULES_ARE_LISTED = Wording("cchc explain liệt kê mọi quy tắc", "cchc explain lists them all")
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
