"""The bytes of a file → text with offsets that messages can point at."""

from __future__ import annotations

import codecs
from unicodedata import normalize

from cchc.diagnostics import Diagnostic, Rule, Severity, Wording
from cchc.source import Source, Span
from cchc.syntax.bounds import DEFAULT, TOO_LARGE, Bounds
from cchc.syntax.characters import refused_character

_SAVE_AS_UTF_8 = Wording(
    "lưu lại bằng mã UTF-8. Notepad: Tệp > Lưu dưới dạng, ở ô Mã hóa chọn UTF-8; "
    "VS Code: bấm tên bảng mã ở góc dưới bên phải, chọn Save with Encoding > UTF-8",
    "save it as UTF-8. Notepad: File > Save as, choose UTF-8 under Encoding; "
    "VS Code: click the name of the encoding at the lower right, choose Save with Encoding > UTF-8",
)
