"""Letters that are not what they look like: legacy code points, Ð for Đ, other alphabets, characters nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import name

from cchc.checks.context import Context
from cchc.checks.texts import Texts, replacing
from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording, excerpt
from cchc.language.letters import (
    ETHS,
    INVISIBLE,
    LEGACY_SIGNS,
    LOOK_ALIKES,
    ODD_SPACES,
    latin_of,
    legacy_words,
    mixed_words,
)
from cchc.source import Span

LEGACY = Rule(
    "N102",
    "legacy-letters",
    Severity.WARNING,
    Wording(
        "“{word}” được gõ bằng bảng mã cũ (TCVN3, VNI) hoặc bị đọc sai bảng mã",
        "“{word}” is typed in a legacy code (TCVN3, VNI) or was read in the wrong one",
    ),
    Wording(
        "chuyển mã đoạn này sang Unicode (UniKey: Ctrl+Shift+F6) rồi dán lại, hoặc gõ lại",
        "convert the passage to Unicode (UniKey: Ctrl+Shift+F6) and paste it again, or type it anew",
    ),
    reason=Wording(
        "văn bản dùng bộ mã Unicode theo TCVN 6909:2001 (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục I.4); chữ gõ bằng "
        "bảng mã "
        "cũ chỉ đọc được với phông của nó, còn ở đây in ra thành ký hiệu lạ",
        "documents are in Unicode by TCVN 6909:2001 (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục I.4); letters of a legacy "
        "code can be read in its own fonts only and print as odd signs here",
    ),
    example=Example(wrong="lead: Uû ban nhaân daân huyeän", right="lead: Ủy ban nhân dân huyện"),
)
ETH = Rule(
    "N103",
    "eth-for-dd",
    Severity.WARNING,
    Wording(
        "“{wrong}” (U+{code}) trông giống “{letter}” nhưng là chữ của tiếng khác",
        "“{wrong}” (U+{code}) looks like “{letter}” but is a letter of another language",
    ),
    Wording("gõ lại chữ “{letter}”", "type “{letter}” instead"),
    reason=Wording(
        "chữ Đ của tiếng Việt là U+0110, đ là U+0111 (TCVN 6909:2001); với chữ khác, tìm kiếm và so sánh không thấy "
        "từ này",
        "the Vietnamese Đ is U+0110 and đ is U+0111 (TCVN 6909:2001); with other letters neither a search nor a "
        "comparison "
        "finds the word",
    ),
    example=Example(wrong="lead: Sở Giáo dục và Ðào tạo", right="lead: Sở Giáo dục và Đào tạo"),
)
LOOK_ALIKE = Rule(
    "N104",
    "letter-of-another-alphabet",
    Severity.WARNING,
    Wording(
        "“{word}” có ký tự của bảng chữ khác: {characters}",
        "“{word}” holds characters of another alphabet: {characters}",
    ),
    Wording("gõ lại: {right}", "type it anew: {right}"),
    reason=Wording(
        "chữ Kirin, Hy Lạp và ký tự rộng gấp đôi trông giống chữ thường dùng nhưng có mã khác, nên tìm kiếm, sắp xếp "
        "và nhận "
        "tên cơ quan đều sai (TCVN 6909:2001)",
        "Cyrillic, Greek and full-width characters look like the usual ones but have other codes: searching, sorting "
        "and "
        "reading the names of bodies go wrong (TCVN 6909:2001)",
    ),
    example=Example(wrong="lead: Sở Тư pháp  # Т là chữ Kirin", right="lead: Sở Tư pháp"),
)
UNSEEN = Rule(
    "N105",
    "unseen-character",
    Severity.WARNING,
    Wording(
        "có ký tự không nhìn thấy {character} trong “{words}”",
        "there is a character that nobody sees, {character}, in “{words}”",
    ),
    Wording("xóa ký tự này", "delete it"),
    reason=Wording(
        "ký tự rộng bằng không, dấu gạch nối mềm và dấu đổi chiều chữ thường lẫn vào khi dán từ trang web hoặc PDF; "
        "chúng cắt từ "
        "làm đôi khi tìm kiếm và khi so tên cơ quan, ngắt dòng ở chỗ lạ",
        "characters without a width, soft hyphens and marks of direction come along when text is pasted from a web "
        "page or a "
        "PDF; they cut words in two for searches and for names of bodies, and end lines in odd places",
    ),
    example=Example(wrong="title: Cải cách hành\u200bchính  # U+200B", right="title: Cải cách hành chính"),
)
_MARKS = INVISIBLE | ODD_SPACES
_ODD = LEGACY_SIGNS.union(ETHS, LOOK_ALIKES, _MARKS)


def check_letters(context: Context) -> Iterator[Diagnostic]:
    """Characters that no Vietnamese word holds. A look at the letters of the plan shows whether there are any."""
    texts = context.wordings
    characters = frozenset(re.findall(f"[{re.escape(''.join(sorted(_ODD)))}]", texts.joined))
    if characters & LEGACY_SIGNS:
        yield from _legacy(texts)
    if characters & ETHS.keys():
        yield from _eths(texts)
    if characters & LOOK_ALIKES.keys():
        yield from _look_alikes(texts)
    if characters & _MARKS:
        yield from _unseen(texts)


def _legacy(texts: Texts) -> Iterator[Diagnostic]:
    """The first such word of each text: the others came with it."""
    said: set[int] = set()
    for match in legacy_words(texts.joined):
        _, begin = texts.text_at(match.start())
        if begin not in said and match[0].lower() not in _FOREIGN:
            said.add(begin)
            for span in texts.found(match):
                yield LEGACY.at(span, word=excerpt(match[0]))


_FOREIGN = frozenset(("naïve", "citroën", "noël"))


def _eths(texts: Texts) -> Iterator[Diagnostic]:
    for match in re.finditer(f"[{''.join(ETHS)}]", texts.joined):
        wrong, letter = match[0], ETHS[match[0]]
        for span in _around(texts, match):
            edits = replacing(span, wrong, letter)
            yield ETH.at(span, wrong=wrong, letter=letter, code=f"{ord(wrong):04X}", edits=edits)


def _look_alikes(texts: Texts) -> Iterator[Diagnostic]:
    for match in mixed_words(texts.joined):
        word, right = match[0], latin_of(match[0])
        characters = ", ".join(f"U+{ord(each):04X}" for each in dict.fromkeys(word) if each in LOOK_ALIKES)
        for span in texts.found(match):
            edits = replacing(span, word, right)
            yield LOOK_ALIKE.at(span, word=excerpt(word), characters=characters, right=excerpt(right), edits=edits)


def _unseen(texts: Texts) -> Iterator[Diagnostic]:
    for match in re.finditer(f"[{''.join(map(re.escape, sorted(_MARKS)))}]+", texts.joined):
        marks = match[0]
        if texts.joined.endswith("Ã", 0, match.start()):
            continue  # “í” that was read as Ã and a soft hyphen
        instead = " " if ODD_SPACES.intersection(marks) else ""
        named = ", ".join(f"U+{ord(each):04X} ({name(each, '?')})" for each in dict.fromkeys(marks))
        words = _seen(texts, match)
        for span in _around(texts, match):
            yield UNSEEN.at(span, character=named, words=words, edits=replacing(span, marks, instead))


def _around(texts: Texts, match: re.Match[str]) -> Iterator[Span]:
    """The places of a few characters, told by the words on both sides."""
    text, begin = texts.text_at(match.start())
    first = max(begin, match.start() - 12)
    last = min(begin + len(text), match.end() + 12)
    return texts.spans((first, last), match.span())


def _seen(texts: Texts, match: re.Match[str]) -> str:
    """The words around ``match`` as a reader sees them."""
    text, begin = texts.text_at(match.start())
    at = match.start() - begin
    piece = text[max(0, at - 12) : at + len(match[0]) + 12]
    return "".join(" " if each in ODD_SPACES else each for each in piece if each not in INVISIBLE).strip()
