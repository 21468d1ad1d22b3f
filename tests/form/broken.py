"""One rule broken at a time: in the style sheet, a template, the plan or the file; and which rules must see it."""

from __future__ import annotations

import re
from typing import NamedTuple

STYLES = "styles.yaml"
LETTERHEAD = "letterhead.xml.j2"
DECISION = "decision.xml.j2"
LINES = "lines.xml.j2"
APPENDIX = "appendix.xml.j2"
PLAN = "plan"
DOCUMENT = "word/document.xml"


class Broken(NamedTuple):
    """The first ``old`` (a regular expression) in ``file`` becomes ``new``, and exactly ``seen_by`` see it.

    ``file`` is a template or the style sheet, the plan, or a part of the built file.
    """

    name: str
    document: str
    file: str
    old: str
    new: str
    seen_by: str

    def of(self, text: str) -> str:
        """``text`` with the one change."""
        changed = re.sub(self.old, self.new, text, count=1)
        assert changed != text, self.old
        return changed


def _style(style: str, old: str, new: str) -> tuple[str, str, str]:
    return STYLES, rf"(?m)^(  {style}: .*?){old}", rf"\g<1>{new}"


def _run(properties: str) -> str:
    """What puts direct formatting on the run whose text is group 1."""
    return rf"<w:r><w:rPr>{properties}</w:rPr>\g<1>"


_BODY = "body-decides"

IN_STYLES = (
    Broken("paper of another size", _BODY, *_style("portrait", "297", "279"), "PG1"),
    Broken("a right margin of 850 twips", _BODY, *_style("portrait", "right: 18", "right: 14.99"), "PG3"),
    Broken("a low margin on pages across", _BODY, *_style("landscape", "bottom: 20", "bottom: 15"), "PG3"),
    Broken("a left margin too wide", _BODY, *_style("landscape", "left: 30", "left: 36"), "PG3"),
    Broken("another face", _BODY, STYLES, "face: Times New Roman", "face: Arial", "PG5"),
    Broken("sizes of two sets", _BODY, *_style("motto", "size: 14", "size: 13"), "PG7"),
    Broken("a page number below its margin", _BODY, *_style("portrait", "header: 10", "header: 22"), "PG8"),
    Broken("a small Quốc hiệu", _BODY, *_style("national-name", "size: 13", "size: 11"), "PG7 T1"),
    Broken("a Tiêu ngữ of 12.5 pt", _BODY, *_style("motto", "size: 14", "size: 12.5"), "PG7 T2"),
    Broken("a bold superior body", "department", *_style("parent", "size: 13", "size: 13, bold: true"), "T3"),
    Broken("a regular issuer", _BODY, *_style("issuer", "bold: true, ", ""), "T4"),
    Broken("a number in italics", _BODY, *_style("number", "size: 13", "size: 13, italic: true"), "T5"),
    Broken("a number of 14 pt", _BODY, *_style("number", "size: 13", "size: 14"), "T5"),
    Broken("an upright date", _BODY, *_style("place-date", "italic: true, ", ""), "T6"),
    Broken("a large type", _BODY, *_style("type-name", "size: 14", "size: 15"), "T7"),
    Broken("a regular trích yếu", _BODY, *_style("subject", "bold: true, ", ""), "T8"),
    Broken("a regular authority", _BODY, *_style("authority", "bold: true, ", ""), "T10"),
    Broken("upright bases", _BODY, *_style("basis", "italic: true, ", ""), "T11"),
    Broken("small enacting words", _BODY, *_style("enacting", "size: 14", "size: 12"), "T12"),
    Broken("a regular Phần", "department", *_style("part", "bold: true, ", ""), "T13"),
    Broken("a Phần that is not centred", "department", *_style("part", "align: center", "align: justify"), "T13a"),
    Broken("a regular mục", _BODY, *_style("section-1", "bold: true, ", ""), "T16"),
    Broken("a regular title of a khoản", _BODY, *_style("section-2", "bold: true, ", ""), "T17"),
    Broken("a bold khoản without a title", _BODY, *_style("clauses", "size: 14", "size: 14, bold: true"), "T18"),
    Broken("a bold title of a điểm", "draft", *_style("section-3", "size: 14", "size: 14, bold: true"), "T19"),
    Broken("italic points", _BODY, *_style("points", "size: 14", "size: 14, italic: true"), "T19"),
    Broken("a large text", _BODY, *_style("bullets-1", "size: 14", "size: 15"), "T20"),
    Broken("a regular title of who signs", _BODY, *_style("capacity", "bold: true, ", ""), "T21"),
    Broken("an italic name", _BODY, *_style("signatory", "size: 14", "size: 14, italic: true"), "T22"),
    Broken("a large Nơi nhận", _BODY, *_style("recipients-head", "size: 12", "size: 14"), "T23"),
    Broken("italic recipients", _BODY, *_style("recipient", "size: 11", "size: 11, italic: true"), "T24"),
    Broken("a small Phụ lục", _BODY, *_style("appendix-name", "size: 14", "size: 13"), "T26"),
    Broken("an upright Kèm theo", _BODY, *_style("appendix-attached-to", "italic: true, ", ""), "T28"),
    Broken("a bold Kèm theo of the plan", _BODY, *_style("attached-to", "italic: true", "bold: true"), "T28a"),
    Broken("a small page number", _BODY, *_style("page-number", "size: 14", "size: 12"), "T31"),
    Broken("a gap between the lines of the issuer", _BODY, *_style("issuer", "size: 13", "size: 13, after: 6"), "H6"),
    Broken("a date lower than the number", _BODY, *_style("place-date", "before: 8", "before: 14"), "H13"),
    Broken("a gap below the type", _BODY, *_style("type-name", "size: 14", "size: 14, after: 6"), "B1"),
    Broken("bases without an indent", _BODY, *_style("basis", "first_line: 12.7", "first_line: 0"), "B9 N2"),
    Broken("bases close together", _BODY, *_style("basis", "before: 6", "before: 4"), "B9 N3"),
    Broken("enacting words at the left", _BODY, *_style("enacting", "align: center", "align: left"), "B10"),
    Broken("a ragged text", _BODY, *_style("paragraph", "align: justify", "align: left"), "N1"),
    Broken("two indents", _BODY, *_style("bullets-1", "first_line: 12.7", "first_line: 10"), "N2"),
    Broken("a text moved in", _BODY, *_style("bullets-2", "size: 14", "size: 14, left: 5"), "N2"),
    Broken("paragraphs close together", _BODY, *_style("points", "before: 6", "before: 3"), "N3"),
    Broken("lines far apart", _BODY, *_style("bullets-1", "line: 1.1", "line: 1.6"), "N4"),
    Broken(
        "Nơi nhận lower than the signature", _BODY, *_style("recipients-head", "size: 12", "size: 12, before: 6"), "S1"
    ),
    Broken("Nơi nhận in the middle", _BODY, *_style("recipients-head", "size: 12", "size: 12, align: center"), "R1"),
    Broken("recipients moved in", _BODY, *_style("recipient", "size: 11", "size: 11, left: 5"), "R2"),
)

IN_TEMPLATES = (
    Broken("a short Quốc hiệu", _BODY, LETTERHEAD, "XÃ HỘI CHỦ NGHĨA", "XHCN", "H1"),
    Broken("dashes in the Tiêu ngữ", _BODY, LETTERHEAD, "lập -", "lập –", "H2"),
    Broken("a Tiêu ngữ with a short line", _BODY, LETTERHEAD, 'rule="1"', 'rule="0.9"', "H3"),
    Broken("a narrow column of Quốc hiệu", _BODY, LETTERHEAD, "(?s)39 61(.*)39 61", r"44 56\g<1>44 56", "H4"),
    Broken("a long line under the issuer", _BODY, LETTERHEAD, "0.4 if loop.last", "0.6 if loop.last", "H7"),
    Broken("a line under each name", _BODY, LETTERHEAD, "else 0", "else 0.4", "H7"),
    Broken("Số without a colon", _BODY, LETTERHEAD, "Số:", "Số", "A11 H9"),
    Broken("tháng 03", "own-plan", LETTERHEAD, "{{ act.date }}", "ngày 09 tháng 03 năm 2025", "H14"),
    Broken("tháng 2", _BODY, LETTERHEAD, "{{ act.date }}", "ngày 03 tháng 2 năm 2025", "H14"),
    Broken("a trích yếu with a short line", _BODY, DECISION, 'rule="0.4"', 'rule="0.2"', "B2"),
    Broken("another authority", _BODY, DECISION, r"\{\{ act.authority .*?\}\}", "CHỦ TỊCH", "B4 B5"),
    Broken("a comma after the last basis", _BODY, LINES, r'sign = "\."', 'sign = ","', "B6"),
    Broken(
        "a proposal before the bases",
        "department",
        LINES,
        r"(?s)(\{% for basis.*?endfor %\}\n)(\{% if act.proposal %\}.*?endif %\}\n)",
        r"\2\1",
        "B6 B7",
    ),
    Broken("articles that are not bold", _BODY, DECISION, r"<b>(.*?)</b>", r"\1", "B11"),
    Broken("articles bold as a whole", _BODY, DECISION, r"(\{\{ \(line.text.*?\}\})", r"<b>\1</b>", "B11 T18"),
    Broken("no ./. behind the decision", _BODY, DECISION, r'ended\("./."\)', 'ended(".")', "B13"),
    Broken("no ./. behind the plan", "own-plan", LINES, r'ended\("./."\)', 'ended(".")', "A2 B13"),
    Broken("./. behind a table", _BODY, APPENDIX, "</section>", '<p style="paragraph">./.</p></section>', "B13"),
    Broken("articles all called 1", _BODY, DECISION, r"article.label", '"Điều 1."', "N5"),
    Broken("a sign behind titles", _BODY, LINES, "upper if style", 'upper | ended(".") if style', "N10"),
    Broken("titles of mục in small letters", _BODY, LINES, r" \| upper if style", " if style", "T16"),
    Broken("a khoản on the level of a mục", "draft", LINES, '"123456789"', '"x"', "T17"),
    Broken("a điểm on the level of a khoản", "draft", LINES, r'closing == "\)"', 'closing == "x"', "T19"),
    Broken("a title of an appendix in small letters", _BODY, APPENDIX, r" \| upper", "", "T27"),
    Broken("PHỤ LỤC", _BODY, APPENDIX, r"appendix.name \| unbroken", "appendix.name | upper", "A4 A5 T26"),
    Broken("Phụ lục 01", "own-plan", APPENDIX, r"\{\{ appendix.name .*?\}\}", "Phụ lục 01", "A4 A5 B14"),
    Broken("a long line in an appendix", _BODY, APPENDIX, 'rule="0.4"', 'rule="0.8"', "A4"),
    Broken("appendices that count on", _BODY, APPENDIX, ' opens="document"', "", "PG8 PG9"),
    Broken("a plan that counts on", _BODY, "attached-plan.xml.j2", ' opens="document"', "", "PG10 PG8"),
    Broken("recipients with commas", _BODY, "signature.xml.j2", 'sign = ";"', 'sign = ","', "R2 R5"),
    Broken("groups with semicolons", "commune", "signature.xml.j2", r"recipient.text if .*? else ", "", "R2"),
    Broken(
        "a group inside another",
        "commune",
        "signature.xml.j2",
        "recipient.label }}",
        'recipient.label and "+" }}',
        "R2 R5",
    ),
    Broken("an office broken anywhere", "ministry", "signature.xml.j2", r" \| balanced\(29\)", "", "S3a"),
    Broken("a name broken anywhere", "carried", LETTERHEAD, r"(?s)(.*) \| balanced\(22\)", r"\1", "S3a"),
    Broken(
        "a signature alone on its page",
        _BODY,
        DECISION,
        r'\{% if end or line.keep_next %\} keep="next"\{% endif %\}',
        "",
        "S10",
    ),
    Broken("an open end of recipients", _BODY, "signature.xml.j2", r'ended\("\."\)', 'ended(";")', "R3"),
    Broken(
        "Kính gửi",
        _BODY,
        DECISION,
        "(  {% if act.authority)",
        r'<p style="authority">KÍNH GỬI: BỘ NỘI VỤ</p>\1',
        "B4 B5 B6 N1 N2 R7 T11 B9",
    ),
    Broken("number and date in the attached plan", _BODY, "attached-plan.xml.j2", "false", "true", "A1"),
    Broken(
        "a plan that decides",
        "own-plan",
        "plan.xml.j2",
        r"(  \{\{ pages)",
        r'<p style="enacting">QUYẾT ĐỊNH:</p>\1',
        "A2",
    ),
    Broken("số: in Kèm theo", _BODY, "attached-to.xml.j2", " số ", " số: ", "A6"),
    Broken(
        "two kinds of Kèm theo",
        _BODY,
        APPENDIX,
        r"\{% include .*?%\}",
        "(Kèm theo Quyết định số 06/QĐ-UBND ngày 03 tháng 02 năm 2025 của UBND tỉnh Đắk Nông)",
        "A11 A6",
    ),
    Broken(
        "a signed appendix",
        _BODY,
        APPENDIX,
        "</section>",
        '{% from "signature.xml.j2" import signature %}{{ signature(document.act) }}</section>',
        "A10",
    ),
)

IN_PLANS = (
    Broken("a short name of the issuer", _BODY, PLAN, "act:\n", "act:\n  issuer: UBND tỉnh Đắk Nông\n", "B4 B5 H5 H6"),
    Broken("the symbol of another type", _BODY, PLAN, "act:\n", "act:\n  symbol: KH-UBND\n", "A6 H10 H9"),
    Broken(
        "a place that says what it is", _BODY, PLAN, "act:\n", "act:\n  place: Tỉnh Đắk Nông\n", "H13 H14 H15 PG7 T6"
    ),
    Broken("a trích yếu that issues nothing", _BODY, PLAN, "subject: Ban hành Kế", "subject: Kế", "B3"),
    Broken("an article that attaches nothing", _BODY, PLAN, "Ban hành kèm theo Quyết định này", "Ban hành", "B12"),
    Broken("an appendix that nothing points at", _BODY, PLAN, " và <#kinh-phi>", "", "B14"),
    Broken("a number left out", _BODY, PLAN, "(  - title: Nhiệm vụ\n)", r"\1    label: III.\n", "N6"),
    Broken("decimal labels", _BODY, PLAN, "body:\n", 'numbering: ["I.", "1.1.", "a)"]\nbody:\n', "N6 N7 T20"),
    Broken("a point f", _BODY, PLAN, "- Trả kết quả tại nhà.", "- {label: f), text: Trả kết quả}", "N6 N8"),
    Broken("a plan with articles", _BODY, PLAN, "Theo dõi, đôn đốc", "Điều 5 được theo dõi", "A3"),
    Broken("nobody in whose name", _BODY, PLAN, "on_behalf: {TM: Ủy ban nhân dân}, ", "", "B5 S2"),
    Broken("TL. without an office", "ministry", PLAN, r"title: Vụ trưởng.*?, ", "", "S2 S4"),
    Broken("Q. above another office", "agency", PLAN, "name: V", "title: Phó Cục trưởng, name: V", "S2 S4"),
    Broken("an article of items that are no khoản", "carried", PLAN, "- clauses:", "- bullets:", "B11"),
    Broken("KT. without a deputy", "own-plan", PLAN, "title: Phó Chủ tịch, ", "", "S2 S3 S4"),
    Broken(
        "KT. before TM.",
        "own-plan",
        PLAN,
        "{TM: Ủy ban nhân dân, KT: Chủ tịch}",
        "{KT: Chủ tịch, TM: Ủy ban nhân dân}",
        "S2 S3 S5",
    ),
    Broken("a degree before the name", _BODY, PLAN, "name: Ng", "name: TS. Ng", "S7"),
    Broken("recipients of another article", _BODY, PLAN, "Như <#thi-hanh>", "Như Điều 1", "R5"),
)

IN_FILES = (
    Broken("an underlined Nơi nhận", _BODY, DOCUMENT, "<w:r>(<w:t>Nơi)", _run('<w:u w:val="single"/>'), "H17"),
    Broken("T/M", _BODY, DOCUMENT, r"TM\. ", "T/M ", "B5 S2 S6"),
    Broken("letters in red", _BODY, "word/styles.xml", 'w:color w:val="000000"', 'w:color w:val="FF0000"', "PG6"),
    Broken("letters in pieces", _BODY, DOCUMENT, "Bộ Nội vụ", "Bộ No\u0323\u0302i vụ", "PG6"),
    Broken("hidden letters", _BODY, DOCUMENT, "<w:r>(<w:t>- Bộ)", _run("<w:vanish/>"), "PG6"),
    Broken("pages that do not lie across", _BODY, DOCUMENT, ' w:orient="landscape"', "", "PG2"),
    Broken("an appendix on a page begun", _BODY, DOCUMENT, '(?s)(.*)"nextPage"', r'\1"continuous"', "A8"),
    Broken(
        "another face for other scripts", _BODY, DOCUMENT, "<w:r>(<w:t>- Bộ)", _run('<w:rFonts w:cs="Arial"/>'), "PG5"
    ),
)

BROKEN = (*IN_STYLES, *IN_TEMPLATES, *IN_PLANS, *IN_FILES)
