"""What the parts, cells and kinds of differences are called, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from cchc.compare.comparison import Part
from cchc.compare.judgement import Weight
from cchc.diagnostics import Wording
from cchc.diff.facts import Kind, What

WHATS: Mapping[What, Wording] = {
    "group": Wording("nhóm", "group"),
    "result": Wording("kết quả", "result"),
    "task": Wording("nhiệm vụ", "task"),
    "activity": Wording("hoạt động", "activity"),
    "criterion": Wording("tiêu chí", "criterion"),
    "indicator": Wording("chỉ số", "indicator"),
    "item": Wording("mục", "item"),
    "line": Wording("dòng", "line"),
    "appendix": Wording("phụ lục", "appendix"),
    "table": Wording("bảng", "table"),
    "section": Wording("mục", "section"),
    "paragraph": Wording("đoạn", "paragraph"),
    "objective": Wording("mục tiêu", "objective"),
    "opening": Wording("lời mở đầu", "opening words"),
    "closing": Wording("lời kết", "closing words"),
    "basis": Wording("căn cứ", "legal basis"),
    "proposal": Wording("đề nghị của cơ quan trình", "proposal"),
    "article": Wording("điều", "article"),
    "recipient": Wording("nơi nhận", "recipient"),
    "archive": Wording("nơi lưu", "archive line"),
    "signatory": Wording("người ký", "signatory"),
    "act": Wording("văn bản", "act"),
    "title": Wording("tên kế hoạch", "title of the plan"),
    "subject": Wording("trích yếu", "subject of the act"),
    "theme": Wording("chủ đề", "theme"),
    "period": Wording("kỳ kế hoạch", "years of the plan"),
    "footnote": Wording("chú thích cuối trang", "footnote"),
    "numbering": Wording("cách đánh số", "numbering"),
    "layout": Wording("bố cục bảng", "layout of a table"),
    "duty": Wording("trách nhiệm", "duty"),
    "kpi": Wording("chỉ tiêu", "KPI"),
}
"""What one part is called, in the middle of a sentence."""

FIELDS: Mapping[str, Wording] = {
    "title": Wording("tên", "title"),
    "caption": Wording("tên bảng", "caption"),
    "unit": Wording("đơn vị tính", "unit"),
    "source": Wording("nguồn", "source"),
    "notes": Wording("chú thích bảng", "notes"),
    "layout": Wording("bố cục", "layout"),
    "indicator": Wording("yêu cầu", "indicator"),
    "output": Wording("sản phẩm", "output"),
    "verification": Wording("phương tiện xác minh", "means of verification"),
    "measures": Wording("nhiệm vụ, giải pháp", "measures"),
    "budget": Wording("kinh phí", "budget"),
    "score.max": Wording("điểm tối đa", "highest score"),
    "score.achieved": Wording("điểm đạt được", "score achieved"),
    "score.target": Wording("điểm mục tiêu", "target score"),
    "lead": Wording("cơ quan chủ trì", "lead"),
    "support": Wording("cơ quan phối hợp", "support"),
    "start": Wording("thời gian bắt đầu", "start"),
    "end": Wording("thời hạn", "deadline"),
    "when": Wording("thời hạn", "time"),
    "note": Wording("ghi chú", "note"),
    "label": Wording("nhãn", "label"),
    "serves": Wording("mục tiêu được phục vụ", "objectives served"),
    "total": Wording("dòng tổng", "total"),
    "agency": Wording("cơ quan có trách nhiệm", "body responsible"),
    "duty_of": Wording("cơ quan có trách nhiệm", "body responsible"),
    "reform": Wording("nội dung cải cách", "field of reform"),
    "numbering": Wording("cách đánh số", "numbering"),
    "name": Wording("tên", "name"),
    "baseline": Wording("giá trị gốc", "baseline"),
    "bound": Wording("chiều so sánh", "bound"),
    "kind": Wording("loại văn bản", "kind of act"),
    "issuer": Wording("cơ quan ban hành", "issuing body"),
    "parent": Wording("cơ quan chủ quản", "body above the issuer"),
    "issued_by": Wording("người ban hành", "issued by"),
    "authority": Wording("thẩm quyền ban hành", "issuing authority"),
    "symbol": Wording("ký hiệu", "symbol"),
    "place": Wording("địa danh", "place"),
    "number": Wording("số văn bản", "number"),
    "date": Wording("ngày ban hành", "date"),
    "subject": Wording("trích yếu", "subject"),
    "proposal": Wording("đề nghị của cơ quan trình", "proposal"),
    "archive": Wording("nơi lưu", "archive line"),
    "period": Wording("kỳ kế hoạch", "years of the plan"),
    "jurisdiction": Wording("địa phương", "jurisdiction"),
    "implements": Wording("kế hoạch được cụ thể hóa", "plan carried out"),
    "theme": Wording("chủ đề", "theme"),
    "decimal": Wording("dấu thập phân", "decimal sign"),
    "sections": Wording("cách đánh số các mục", "numbering of sections"),
    "appendices": Wording("cách gọi phụ lục", "naming of appendices"),
    "captions": Wording("cách đánh số bảng", "numbering of tables"),
    "letters": Wording("chữ cái của điểm", "letters of points"),
}
"""What a cell or key is called; a field that a layout declares is called as it is written."""

KINDS: Mapping[Kind, Wording] = {
    "added": Wording("thêm", "added"),
    "removed": Wording("bỏ", "removed"),
    "moved": Wording("chuyển", "moved"),
    "reordered": Wording("đổi thứ tự", "in another order"),
    "reworded": Wording("viết lại", "reworded"),
    "split": Wording("tách", "split"),
    "merged": Wording("gộp", "merged"),
    "changed": Wording("sửa", "changed"),
    "lead": Wording("đổi cơ quan chủ trì", "lead changed"),
    "support": Wording("đổi cơ quan phối hợp", "support changed"),
    "succession": Wording("kế thừa theo quy định", "succession by law"),
    "start": Wording("đổi thời gian bắt đầu", "start changed"),
    "end": Wording("đổi thời hạn", "deadline changed"),
    "when": Wording("đổi thời hạn (ghi bằng chữ)", "time reworded"),
    "time-kind": Wording("đổi loại thời hạn", "other kind of time"),
    "indicator": Wording("đổi yêu cầu", "indicator changed"),
    "output": Wording("đổi sản phẩm", "output changed"),
    "budget": Wording("đổi kinh phí", "budget changed"),
    "score": Wording("đổi điểm", "score changed"),
    "cell": Wording("đổi ô khác", "other cell changed"),
    "kpi-raised": Wording("nâng chỉ tiêu", "KPI raised"),
    "kpi-lowered": Wording("hạ chỉ tiêu", "KPI lowered"),
    "kpi-bound": Wording("đổi chiều chỉ tiêu", "KPI bound changed"),
    "kpi-changed": Wording("đổi chỉ tiêu", "KPI changed"),
    "kpi-added": Wording("thêm chỉ tiêu", "KPI added"),
    "kpi-removed": Wording("bỏ chỉ tiêu", "KPI dropped"),
}
"""What happened, as a count or a heading says it."""

PARTS: Mapping[Part, Wording] = {
    "targets": Wording("Mục tiêu, chỉ tiêu", "Objectives and KPIs"),
    "tasks": Wording("Nhiệm vụ", "Tasks"),
    "text": Wording("Lời văn", "Text"),
    "act": Wording("Văn bản ban hành", "The act"),
}

WEIGHTS: Mapping[Weight, Wording] = {
    "substantive": Wording("nội dung", "substantive"),
    "editorial": Wording("biên tập", "editorial"),
}


def field_name(field: str) -> Wording:
    """What the cell or key ``field`` is called."""
    known = FIELDS.get(field)
    if known is not None:
        return known
    name, _, year = field.partition(".")
    return Wording(f"{name} {year}", f"{name} {year}") if year else Wording(name, name)
