"""Who signs, as the decree writes it: the capacity under its key, the name alone and in small letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.checks.context import Context
from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording, excerpt
from cchc.patterns import deferred
from cchc.source import KeyPath, SourceMap

TITLE_BEFORE_NAME = Rule(
    "F106",
    "title-before-name",
    Severity.WARNING,
    Wording("“{title}” đứng trước họ tên người ký", "“{title}” stands before the signer's name"),
    Wording("chỉ ghi họ tên: {name}", "write the name only: {name}"),
    reason=Wording(
        "trước họ tên người ký không ghi học hàm, học vị và danh hiệu khác (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục "
        "II.7c); lực lượng vũ "
        "trang, giáo dục, y tế, khoa học có thể có quy định riêng",
        "no degree or honour stands before a signer's name (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.7c); armed "
        "forces, "
        "education, health and science may have rules of their own",
    ),
    example=Example(
        wrong="signatory: {title: Chủ tịch, name: ThS. Nguyễn Văn A}",
        right="signatory: {title: Chủ tịch, name: Nguyễn Văn A}",
    ),
)
CAPACITY_TYPED = Rule(
    "F110",
    "capacity-typed",
    Severity.WARNING,
    Wording("quyền hạn “{typed}” gõ trong câu", "the capacity “{typed}” is typed among the words"),
    Wording(
        "viết ở “on_behalf”, ví dụ on_behalf: {{{key}: {rest}}}",
        "write it under “on_behalf”, as in on_behalf: {{{key}: {rest}}}",
    ),
    reason=Wording(
        "quyền hạn viết TM., KT., TL., TUQ., Q. với dấu chấm (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.7b); T/M, "
        "K/T là cách "
        "của văn bản Đảng; viết ở “on_behalf” thì chương trình kiểm tra được với thẩm quyền ban hành",
        "capacities are written TM., KT., TL., TUQ., Q. with a full stop (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục "
        "II.7b); "
        "T/M and K/T are the Party's way; under “on_behalf” they can be compared with the authority that issues the "
        "act",
    ),
    example=Example(
        wrong="signatory: {title: K/T Chủ tịch, name: Nguyễn Văn A}",
        right="signatory: {on_behalf: {KT: Chủ tịch}, title: Phó Chủ tịch, name: Nguyễn Văn A}",
    ),
)
CAPITAL_NAME = Rule(
    "F120",
    "name-in-capitals",
    Severity.WARNING,
    Wording("họ tên người ký gõ toàn chữ hoa: “{name}”", "the signer's name is typed in capitals: “{name}”"),
    Wording("viết: {right}", "write: {right}"),
    reason=Wording(
        "họ tên người ký in chữ thường, viết hoa chữ đầu (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.7đ); tên in ra "
        "như gõ",
        "the signer's name prints in small letters with initials (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.7đ), as "
        "typed",
    ),
    example=Example(
        wrong="signatory: {title: Chủ tịch, name: NGUYỄN VĂN A}",
        right="signatory: {title: Chủ tịch, name: Nguyễn Văn A}",
    ),
)
_SHORT_TITLES = (
    *("GS", "PGS", "TS", "TSKH", "ThS", "Ths", "Th.S", "BS", "KS", "CN", "LS", "DS", "KTS", "NGƯT", "NGND", "NSƯT"),
    *("NSND", "Đ/c", "Đ/C", "đ/c"),
)
_LONG_TITLES = (
    *("Giáo sư", "Phó Giáo sư", "Tiến sĩ", "Tiến sỹ", "Thạc sĩ", "Thạc sỹ", "Bác sĩ", "Bác sỹ", "Kỹ sư", "Cử nhân"),
    *("Luật sư", "Dược sĩ", "Kiến trúc sư", "Đồng chí", "Ông", "Bà"),
)
_TITLES = deferred(
    rf"(?:(?:{'|'.join(map(re.escape, _SHORT_TITLES))}|BSCK\w*)(?:\.\s*|/|\s+|$)|(?:{'|'.join(_LONG_TITLES)})\s+)+"
)
_CAPACITY = deferred(r"(?:[TK]/[TML]\.?|TM\.|KT\.|TL\.|TUQ\.|Q\.|T\.M\.|K\.T\.|(?:TM|KT|TL|TUQ)(?=\s))\s*(?=[^\W\d_])")
_CAPACITY_KEYS = ("TUQ", "TM", "KT", "TL", "Q")


def check_signature(context: Context) -> Iterator[Diagnostic]:
    """The capacity and the name of who signs (Phụ lục I, Mục II.7)."""
    act, places = context.plan.act, context.places
    signatory = act.signatory
    if signatory is None:
        return
    here: KeyPath = ("act", "signatory")
    named = [((*here, "title"), signatory.title), (("act", "authority"), act.authority)]
    named += [((*here, "on_behalf", key), words) for key, words in (signatory.on_behalf or {}).items()]
    for path, words in named:
        found = _CAPACITY.match(words or "")
        if words and found:
            typed, rest = found[0].strip(), words[found.end() :]
            letters = typed.replace("/", "").replace(".", "")
            key = next(each for each in _CAPACITY_KEYS if letters.startswith(each))
            yield CAPACITY_TYPED.at(places.value(path).of(typed), typed=typed, key=key, rest=excerpt(rest))
    yield from _name(signatory.name or "", (*here, "name"), places)


def _name(name: str, path: KeyPath, places: SourceMap) -> Iterator[Diagnostic]:
    # Few names begin so, and the pattern takes longer to compile than the rest of these rules.
    found = _TITLES.match(name) if name.startswith((*_SHORT_TITLES, *_LONG_TITLES)) else None
    if found and name[found.end() :].strip():
        title, bare = found[0].strip(), name[found.end() :]
        yield TITLE_BEFORE_NAME.at(places.value(path).of(title), title=title, name=excerpt(bare))
        name = bare
    if len(name) > 3 and name.isupper():
        yield CAPITAL_NAME.at(places.value(path).of(name), name=excerpt(name), right=excerpt(name.title()))
