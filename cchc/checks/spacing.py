"""Spaces and quotation marks between words: doubled ones, one before a sign, none behind it, straight among curly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.checks.context import Context
from cchc.checks.texts import Texts, replacing
from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording, excerpt

DOUBLED_SPACE = Rule(
    "N106",
    "doubled-space",
    Severity.NOTE,
    Wording(
        "giữa “{before}” và “{after}” có {count} dấu cách", "there are {count} spaces between “{before}” and “{after}”"
    ),
    Wording("chỉ để một dấu cách", "keep one"),
    reason=Wording(
        "dấu cách thừa in ra nguyên như gõ và kéo giãn dòng canh đều hai bên; chỗ trống để điền số, ngày thì được để "
        "nguyên",
        "spaces print as typed and stretch justified lines; blanks to be filled in, for a number or a day, are left "
        "alone",
    ),
    example=Example(wrong="- Cải cách  thể chế", right="- Cải cách thể chế"),
)
SPACE_BEFORE = Rule(
    "N107",
    "space-before-sign",
    Severity.NOTE,
    Wording("thừa dấu cách: “{words}”", "there is a space too many: “{words}”"),
    Wording("viết liền: {right}", "write it together: {right}"),
    reason=Wording(
        "dấu câu, dấu đóng ngoặc viết liền chữ đứng trước, dấu mở ngoặc viết liền chữ đứng sau; nếu không, dòng mới "
        "có thể bắt đầu "
        "bằng một dấu phẩy",
        "signs and closing brackets stand close to the word before them, opening brackets to the word behind; "
        "otherwise a "
        "line may begin with a comma",
    ),
    example=Example(wrong="- Rà soát , đánh giá", right="- Rà soát, đánh giá"),
)
NO_SPACE = Rule(
    "N108",
    "no-space-behind-sign",
    Severity.NOTE,
    Wording("thiếu dấu cách sau “{sign}” trong “{words}”", "there is no space behind “{sign}” in “{words}”"),
    Wording("viết: {right}", "write: {right}"),
    reason=Wording(
        "sau dấu phẩy, chấm phẩy, chấm câu có một dấu cách; thiếu nó, hai từ thành một khi ngắt dòng và khi đọc tên "
        "cơ quan",
        "a space follows a comma, a semicolon, a full stop; without it two words are one where lines end and where "
        "names of "
        "bodies are read",
    ),
    example=Example(wrong="- Rà soát,đánh giá", right="- Rà soát, đánh giá"),
)
STRAIGHT = Rule(
    "N109",
    "straight-quotes",
    Severity.NOTE,
    Wording(
        "ngoặc kép thẳng ở {words}; nơi khác trong kế hoạch dùng “ ”",
        "straight quotation marks in {words}; elsewhere the plan has “ ”",
    ),
    Wording("đổi thành “ ”", "make them “ ”"),
    reason=Wording(
        "một văn bản dùng một kiểu ngoặc kép; Nghị định 30/2020/NĐ-CP dùng “ ”",
        "a document keeps to one kind of quotation marks; Nghị định 30/2020/NĐ-CP has “ ”",
    ),
    example=Example(
        wrong="- 'Bộ phận \"Một cửa\" và cơ chế “một cửa”'", right="- Bộ phận “Một cửa” và cơ chế “một cửa”"
    ),
)
_BLANK = frozenset(("số", "ngày", "tháng", "năm", "Số", "Ngày", "Tháng", "Năm", "quý", "Quý"))
"""Words behind which a number may be left blank."""

_ADDRESS = ("://", "www.", "@", ".vn", ".com")


def check_spacing(context: Context) -> Iterator[Diagnostic]:
    """Spaces and quotation marks that typists leave behind. Each kind is looked for only where its signs meet."""
    texts = context.wordings
    joined = texts.joined
    if "  " in joined:
        yield from _doubled(texts)
    yield from _before(texts)
    yield from _behind(texts)
    if '"' in joined and "“" in joined:
        yield from _straight(texts)


def _doubled(texts: Texts) -> Iterator[Diagnostic]:
    for match in re.finditer(r"(?<![^ \n])(?P<before>[^ \n]+)(?P<spaces> {2,})(?P<after>[^ \n]+)", texts.joined):
        if match["before"].rstrip(",") in _BLANK or match["after"][0] in "/…._":
            continue
        spaces = match["spaces"]
        values = {"before": excerpt(match["before"]), "after": excerpt(match["after"]), "count": len(spaces)}
        for span in texts.found(match, "spaces"):
            yield DOUBLED_SPACE.filled(span, dict(values), edits=replacing(span, spaces, " "))


def _before(texts: Texts) -> Iterator[Diagnostic]:
    joined = texts.joined
    for match in _spaces_before_signs(joined):
        before = _word_before(joined, match.start() - 1)
        ratio = before[-1:].isdigit() and joined[match.end() - 1 : match.end() + 2].removeprefix(": ").isdigit()
        if match.start() and not ratio and (before[-1:].isalnum() or before[-1:] in ")”%") and before not in _BLANK:
            yield from _apart(texts, match, before + match[0])
    for match in re.finditer(r"[(“](?P<space> +)\w+", joined):
        yield from _apart(texts, match, match[0])


def _spaces_before_signs(text: str) -> Iterator[re.Match[str]]:
    # Signs are rarer than spaces, so they are looked for first.
    for sign in re.finditer(r"[,;:!?)”.](?<= .)(?=[ \n.,;:)”]|$)(?!\.\.)", text):
        spaces = re.compile(r"(?P<space> +).").match(text, len(text[: sign.start()].rstrip(" ")))
        if spaces:
            yield spaces


def _apart(texts: Texts, match: re.Match[str], words: str) -> Iterator[Diagnostic]:
    """The space in ``match`` that does not belong in ``words``."""
    space = match["space"]
    for span in texts.spans(_some_words(texts, match), match.span("space")):
        right = excerpt(words.replace(space, "", 1))
        yield SPACE_BEFORE.at(span, words=excerpt(words), right=right, edits=replacing(span, space, ""))


def _some_words(texts: Texts, match: re.Match[str]) -> tuple[int, int]:
    """A stretch around ``match`` by which its place is known."""
    text, begin = texts.text_at(match.start())
    return max(begin, match.start() - 20), min(begin + len(text), match.end() + 20)


def _word_before(text: str, at: int) -> str:
    """The word that ends with the character at ``at``."""
    return text[max(0, at - 20) : at + 1].replace("\n", " ").rpartition(" ")[2]


def _behind(texts: Texts) -> Iterator[Diagnostic]:
    """A comma or semicolon between two words, a full stop between a small letter and a capital."""
    for match in re.finditer(r"[,;.](?=[^\W\d_])", texts.joined):
        sign, at = match[0], match.start()
        if not texts.joined[max(0, at - 1) : at].isalpha() or (sign == "." and not texts.joined[at + 1].isupper()):
            continue
        first, last = _word_around(texts.joined, at)
        words = texts.joined[first:last]
        if _one_word(words, sign, at - first):
            continue
        right = f"{words[: at - first]}{sign} {words[at - first + 1 :]}"
        for span in texts.spans((first, last), match.span()):
            edits = () if sign == "." else replacing(span, sign, f"{sign} ")
            yield NO_SPACE.at(span, sign=sign, words=excerpt(words), right=excerpt(right), edits=edits)


def _word_around(text: str, at: int) -> tuple[int, int]:
    """The stretch between white space that holds ``at``."""
    first = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
    ends = [end for end in (text.find(" ", at), text.find("\n", at)) if end >= 0]
    return first, min(ends, default=len(text))


def _one_word(words: str, sign: str, at: int) -> bool:
    """Whether the sign at ``at`` belongs inside ``words``: an address, abbreviations that stand together (CBCC,VC)."""
    if any(mark in words for mark in _ADDRESS):
        return True
    before, after = words[:at], words[at + 1 :]
    if sign == ".":
        # Ths.Nguyễn, Tp.Hồ: an abbreviation before a name.
        return not before[-2:].islower() or len(before) <= 3 or not after[1:2].islower()
    return before[-2:].isupper() and after[:2].isupper()


def _straight(texts: Texts) -> Iterator[Diagnostic]:
    """Each pair of straight marks, and one alone; an inch (24\") is none."""
    for match in re.finditer(r'(?<!\d)"[^"\n]{0,200}"|(?<!\d)"', texts.joined):
        pair = match[0] if len(match[0]) > 1 else ""
        for span in texts.found(match):
            edits = replacing(span, pair, f"“{pair[1:-1]}”") if pair else ()
            yield STRAIGHT.at(span, words=excerpt(match[0]), edits=edits)
