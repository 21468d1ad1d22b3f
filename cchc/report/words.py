"""The words of the terminal report, in both languages."""

from __future__ import annotations

from cchc.diagnostics import Severity, Wording

SEVERITIES = {
    Severity.ERROR: Wording("lỗi", "error"),
    Severity.WARNING: Wording("cảnh báo", "warning"),
    Severity.NOTE: Wording("lưu ý", "note"),
}
WAY_OUT = Wording("cách sửa", "way out")
CORRECTED = Wording("viết lại thành", "corrected")
