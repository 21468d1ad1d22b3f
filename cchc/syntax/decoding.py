"""The bytes of a file → text in which messages can point."""

from __future__ import annotations

import codecs
from unicodedata import is_normalized, normalize

from cchc.diagnostics import Diagnostic, Edit, Example, Rule, Severity, Wording
from cchc.patterns import deferred
from cchc.source import Source, Span
from cchc.syntax.bounds import DEFAULT, TOO_LARGE, Bounds
from cchc.syntax.characters import refused_character

_SAMPLE = 4096
"""How many bytes show in which encoding a file is."""

_WIDE_MARKS = (
    ("UTF-32", codecs.BOM_UTF32_LE),
    ("UTF-32", codecs.BOM_UTF32_BE),
    ("UTF-16", codecs.BOM_UTF16_LE),
    ("UTF-16", codecs.BOM_UTF16_BE),
)

_TCVN3_VOWELS = "¨©ª«¬\xad®µ¶·¸¹»¼½¾"
# It begins with what is rare: every file is searched, and letters are everywhere.
_TCVN3_WORD = deferred(f"[{_TCVN3_VOWELS}](?<=[A-Za-z].)[{_TCVN3_VOWELS}]*[A-Za-z]")
"""TCVN3 draws its vowels in the places of signs: “hµnh” is “hành”. No Vietnamese word holds a sign."""

_TCVN3_WORDS = 3

SAVE_AS_UTF_8 = Wording(
    "lưu lại bằng mã UTF-8. Notepad: Tệp > Lưu dưới dạng, ở ô Mã hóa chọn UTF-8; "
    "VS Code: bấm tên bảng mã ở góc dưới bên phải, chọn Save with Encoding > UTF-8",
    "save it as UTF-8. Notepad: File > Save as, choose UTF-8 under Encoding; "
    "VS Code: click the name of the encoding at the lower right, choose Save with Encoding > UTF-8",
)

WIDE_ENCODING = Rule(
    code="Y004",
    name="utf-16-or-utf-32",
    severity=Severity.ERROR,
    message=Wording(
        "tệp {name} được lưu bằng mã {encoding}, không phải UTF-8",
        "the file {name} is saved as {encoding}, not as UTF-8",
    ),
    hint=SAVE_AS_UTF_8,
    reason=Wording(
        "văn bản dùng Unicode theo TCVN 6909:2001 (NĐ 30/2020, Phụ lục I, Mục I.4), và mọi chương trình quanh kế "
        "hoạch đọc UTF-8",
        "acts are in Unicode, TCVN 6909:2001 (NĐ 30/2020, Phụ lục I, Mục I.4), and all programs around a plan "
        "read UTF-8",
    ),
)

NOT_UTF_8 = Rule(
    code="Y005",
    name="not-utf-8",
    severity=Severity.ERROR,
    message=Wording(
        "tệp không phải mã UTF-8: byte {byte} ở đây không thuộc chữ nào (có thể tệp dùng bảng mã windows-1258)",
        "the file is not UTF-8: the byte {byte} here belongs to no letter (the file may be in windows-1258)",
    ),
    hint=Wording(
        "mở tệp bằng chương trình đã soạn ra nó (chữ phải hiện đúng) rồi " + SAVE_AS_UTF_8.vi,
        "open it in the program that wrote it (the letters must look right), then " + SAVE_AS_UTF_8.en,
    ),
    reason=Wording(
        "đoán bảng mã thì chữ có dấu có thể thành chữ khác mà không ai thấy",
        "if the encoding were guessed, accented letters might become others unseen",
    ),
)

TCVN3 = Rule(
    code="Y008",
    name="tcvn3",
    severity=Severity.ERROR,
    message=Wording(
        "tệp được gõ bằng bảng mã TCVN3 (ABC), không phải Unicode: chữ “{word}” không đọc được",
        "the file is typed in TCVN3 (ABC), not in Unicode: the word “{word}” cannot be read",
    ),
    hint=Wording(
        "chuyển mã TCVN3 sang Unicode (UniKey: chép văn bản, bấm Ctrl+Shift+F6, chọn TCVN3 → Unicode), dán lại "
        "và lưu bằng mã UTF-8",
        "convert it from TCVN3 to Unicode (UniKey: copy the text, press Ctrl+Shift+F6, TCVN3 → Unicode), paste it "
        "back and save it as UTF-8",
    ),
    reason=Wording(
        "chữ TCVN3 chỉ đọc được với phông .VnTime; văn bản dùng Unicode theo TCVN 6909:2001 (NĐ 30/2020, Phụ lục "
        "I, Mục I.4)",
        "TCVN3 can be read with the .VnTime fonts alone; acts are in Unicode, TCVN 6909:2001 (NĐ 30/2020, Phụ lục "
        "I, Mục I.4)",
    ),
    example=Example(
        wrong="title: KÕ ho¹ch c¶i c¸ch hµnh chÝnh n¨m 2025", right="title: Kế hoạch cải cách hành chính năm 2025"
    ),
)

DECOMPOSED = Rule(
    code="N101",
    name="decomposed-letters",
    severity=Severity.NOTE,
    message=Wording(
        "tệp gõ theo Unicode tổ hợp, bắt đầu từ “{word}”: dấu là ký tự riêng; chương trình tự đọc thành dựng sẵn",
        "the file has decomposed letters, from “{word}” on: marks are characters of their own; they are read as "
        "composed",
    ),
    hint=Wording(
        "chạy “cchc validate --fix”, hoặc chọn bảng mã “Unicode dựng sẵn” trong bộ gõ rồi lưu lại",
        "run “cchc validate --fix”, or choose composed Unicode (“Unicode dựng sẵn”) in the input method and save it "
        "again",
    ),
    reason=Wording(
        "mỗi chữ là một ký tự theo TCVN 6909:2001 (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục I.4); với chữ tổ hợp, tìm "
        "kiếm và so "
        "sánh ở chương trình khác không thấy những từ trông giống hệt",
        "a letter is one character by TCVN 6909:2001 (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục I.4); with decomposed "
        "ones "
        "other programs neither find nor match words that look the same",
    ),
    example=Example(
        wrong="title: Ca\u0309i ca\u0301ch",
        right="title: Cải cách",
    ),
)


def decode(data: bytes, name: str, bounds: Bounds = DEFAULT) -> tuple[Source | None, list[Diagnostic]]:
    """The text of ``data`` under ``name``, or why there is none.

    A byte order mark is dropped, the text brought to NFC, line ends are kept.
    """
    if len(data) > bounds.size:
        return None, [TOO_LARGE.at(None, name=name, size=len(data), bound=bounds.size)]
    if encoding := _wide_encoding(data[:_SAMPLE]):
        return None, [WIDE_ENCODING.at(None, name=name, encoding=encoding)]
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_legacy(data, name, error.start)]
    composed = is_normalized("NFC", text)
    source = Source(name, text if composed else normalize("NFC", text))
    found = refused_character(source) or _tcvn3(source)
    if found:
        return None, [found]
    return source, [] if composed else [_decomposed(text, source)]


def _decomposed(text: str, source: Source) -> Diagnostic:
    """A note at the first letter of ``source`` that ``text``, as it stands in the file, has in several characters.

    Its edit writes the letter that messages show already: to write the source's text back composes the whole file.
    """
    offset = next((at for at, (first, other) in enumerate(zip(text, source.text, strict=False)) if first != other), 0)
    span = Span(source, offset, min(offset + 1, len(source.text)))
    words = source.text[:offset].replace("\n", " ").rpartition(" ")[2] + source.text[offset : offset + 20]
    return DECOMPOSED.at(span, word=words.split()[0] if words.split() else "", edits=(Edit(span, span.text),))


def _wide_encoding(sample: bytes) -> str | None:
    """UTF-16 or UTF-32, told by the byte order mark or by the zero bytes beside every ASCII character."""
    for encoding, mark in _WIDE_MARKS:
        if sample.startswith(mark):
            return encoding
    quarters = [sample[offset::4].count(0) for offset in range(4)]
    zeros = sum(quarters)
    if zeros * 5 < len(sample) or zeros < 2:
        return None
    if zeros * 2 > len(sample):
        return "UTF-32"
    even, odd = quarters[0] + quarters[2], quarters[1] + quarters[3]
    return "UTF-16" if max(even, odd) >= 10 * min(even, odd) else None


def _legacy(data: bytes, name: str, first: int) -> Diagnostic:
    """The diagnostic for bytes that are not UTF-8; ``first`` is where the first of them stands."""
    if tcvn3 := _tcvn3(Source(name, data.decode("latin-1"))):
        return tcvn3
    source = Source(name, normalize("NFC", data.decode("utf-8", errors="replace")))
    offset = len(normalize("NFC", data[:first].decode("utf-8")))
    return NOT_UTF_8.at(Span(source, offset, offset + 1), byte=f"{data[first]:02X}")


def _tcvn3(source: Source) -> Diagnostic | None:
    """An error at the first word of ``source`` that is typed in TCVN3, where there are several."""
    if not any(vowel in source.text for vowel in _TCVN3_VOWELS):
        return None
    words = [found for found, _ in zip(_TCVN3_WORD.finditer(source.text), range(_TCVN3_WORDS), strict=False)]
    if len(words) < _TCVN3_WORDS:
        return None
    start, end = words[0].span()
    while start and source.text[start - 1].isalpha():
        start -= 1
    while source.text[end : end + 1].isalpha():
        end += 1
    return TCVN3.at(Span(source, start, end), word=source.text[start:end])
