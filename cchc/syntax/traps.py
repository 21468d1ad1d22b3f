"""Prose that valid YAML loses: what to ask of a node where text is expected."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from cchc.diagnostics import Diagnostic, Edit, Example, Rule, Severity, Wording
from cchc.patterns import deferred
from cchc.source import Span
from cchc.syntax.flow_prose import cut_by_comma
from cchc.syntax.glued import glued_list
from cchc.syntax.nodes import Entry, Mapping, Node, Scalar, Sequence
from cchc.syntax.quoting import KEY, quoted
from cchc.syntax.spacing import NO_SPACE, ODD_SPACES, missing_space_in, odd_space_in

_KEY = deferred(KEY)
_COMMENT = deferred(r"([ \t]+)(#[^\r\n]*)")
_LEAD = deferred(rf"\s*(?:- +)*(?:{KEY}:\s+)?")
_CURLY = "“”„‟‘’\"'"

SPLIT_SENTENCE = Rule(
    code="Y101",
    name="sentence-split-at-colon",
    severity=Severity.ERROR,
    message=Wording(
        "câu này bị cắt ở dấu hai chấm: YAML hiểu “{key}” là một khóa",
        "the sentence is split at its colon: YAML takes “{key}” for a key",
    ),
    hint=Wording(
        "đặt câu có “: ” hoặc kết thúc bằng “:” trong dấu ngoặc kép; danh sách bên dưới câu cần “bullets:”",
        "put a sentence that holds “: ” or ends in “:” in double quotes; a list below it needs “bullets:”",
    ),
    reason=Wording(
        "dấu hai chấm trong câu biến nửa đầu thành một khóa; câu văn mất khỏi văn bản",
        "a colon in a sentence makes a key of its first half, and the act loses the sentence",
    ),
    example=Example(
        wrong="body:\n  - title: Giải pháp\n    bullets:\n      - Trong đó: cấp tỉnh 10 thủ tục",
        right='body:\n  - title: Giải pháp\n    bullets:\n      - "Trong đó: cấp tỉnh 10 thủ tục"',
    ),
)


def split_sentence(node: Mapping) -> Diagnostic | None:
    """A mapping whose first key is prose, as ``- Trong đó: cấp tỉnh`` and ``- Phấn đấu đến hết năm 2025:`` make it."""
    if node.flow or not node.entries or not is_prose(node.entries[0].key):
        return None
    key = node.entries[0].key
    if in_quotes := quoted_key(key):
        return in_quotes
    entry = node.entries[0]
    fix = _whole_sentence(entry) if len(node.entries) == 1 else None
    return SPLIT_SENTENCE.at(key.span, key=key.text, fix=fix, edits=_in_quotes(entry) if fix else ())


def is_prose(key: Scalar) -> bool:
    """Whether ``key`` is unquoted words rather than a key: keys are English words in small letters, or ``KT``."""
    return key.style == "plain" and _KEY.fullmatch(key.text) is None


def _in_quotes(entry: Entry) -> tuple[Edit, ...]:
    """The edit that makes one sentence of ``entry``; none where a list stands below it."""
    if not isinstance(entry.value, Scalar):
        return ()
    sentence = Span(entry.key.span.source, entry.key.span.start, entry.value.span.end)
    return (Edit(sentence, quoted(" ".join(sentence.text.split()))),)


def _whole_sentence(entry: Entry) -> str | None:
    key, value = entry.key.span, entry.value
    lead = key.source.line(key.line)[: key.column - 1]
    if not _LEAD.fullmatch(lead):
        return None
    if isinstance(value, Sequence) and not value.flow:
        return _text_with_bullets(lead, entry, value)
    if not isinstance(value, Scalar) or value.style != "plain" or value.span.start < key.end:
        return None
    sentence = key.source.text[key.start : value.span.end]
    return lead + quoted(" ".join(sentence.split()))


def _text_with_bullets(lead: str, entry: Entry, items: Sequence) -> str:
    source, pad = items.span.source, " " * len(lead)
    shift = len(lead) + 2 - (items.span.column - 1)
    lines = [source.line(number) for number in range(items.span.line, source.position(items.span.end)[0] + 1)]
    moved = [" " * shift + line if shift > 0 else line[min(-shift, len(line)) :] for line in lines]
    return "\n".join([f"{lead}text: {quoted(entry.key.text + ':')}", f"{pad}bullets:", *moved])


CUT_BY_COMMENT = Rule(
    code="Y102",
    name="sentence-cut-by-comment",
    severity=Severity.ERROR,
    message=Wording(
        "câu bị cắt ở dấu #: YAML bỏ phần “{comment}” vì hiểu là chú thích",
        "the sentence is cut at #: YAML drops “{comment}” as a comment",
    ),
    hint=Wording(
        "đặt cả câu trong dấu ngoặc kép nếu phần này thuộc về câu; "
        "nếu là chú thích thì để ít nhất hai dấu cách trước # và một dấu cách sau #",
        "put the whole sentence in double quotes if this belongs to it; "
        "if it is a comment, leave at least two spaces before # and one after it",
    ),
    reason=Wording(
        "từ dấu # YAML bỏ hết phần còn lại của dòng; văn bản mất nửa câu",
        "from # on YAML drops the rest of the line, and the act loses half a sentence",
    ),
    example=Example(
        wrong="body:\n  - title: Giải pháp\n    bullets:\n      - Triển khai Đề án #06 của Chính phủ",
        right='body:\n  - title: Giải pháp\n    bullets:\n      - "Triển khai Đề án #06 của Chính phủ"',
    ),
)


def cut_by_comment(node: Scalar) -> Diagnostic | None:
    """Unquoted text before a ``#`` that may belong to it: with one space before, or none after.

    Where nothing stands before the comment, ``key: # words`` is one.
    """
    found = _comment(node)
    close = found is not None and found[1] == " " and bool(node.span.text)
    glued = found is not None and found[2][1:2].strip() != ""
    return cut_at_comment(node) if close or glued else None


def cut_at_comment(node: Scalar) -> Diagnostic | None:
    """The diagnostic for the comment behind ``node``, which belongs to its text."""
    found = _comment(node)
    if not found:
        return None
    span = node.span
    sentence = " ".join(span.source.text[span.start : found.end()].split())
    lead = span.source.line(span.line)[: span.column - 1] + ("" if span.text else " ")
    # "hạng #1" is no comment; of all else only the author knows whether it belongs to the sentence.
    numbered = found[2][1:2].isdigit() and _LEAD.fullmatch(lead)
    whole = Span(span.source, span.start if span.text else found.start(2), found.start(2) + len(found[2].rstrip()))
    return CUT_BY_COMMENT.at(
        Span(span.source, found.start(2), found.start(2) + 1),
        comment=found[2].rstrip(),
        fix=lead + quoted(sentence) if _LEAD.fullmatch(lead) else None,
        edits=(Edit(whole, quoted(sentence)),) if numbered else (),
    )


def comment_after(node: Scalar) -> str | None:
    """The comment behind an unquoted text on its last line, with its ``#``."""
    found = _comment(node)
    return found[2].rstrip() if found else None


def _comment(node: Scalar) -> re.Match[str] | None:
    return _COMMENT.match(node.span.source.text, node.span.end) if node.style == "plain" else None


def missing_space(node: Scalar, keys: Collection[str] = ()) -> Diagnostic | None:
    """Unquoted text that begins ``-Sở Nội vụ``, or ``lead:Sở Nội vụ`` with one of ``keys``."""
    if node.style != "plain":
        return None
    before, colon, _ = node.text.replace("：", ":").partition(":")
    after_dash = node.text[0:1] == "-" and node.text[1:2] not in tuple("0123456789")
    if after_dash and node.text[1:2] in ODD_SPACES:
        return odd_space_in(node.span.source, node.span.line)
    if after_dash or (colon and before.strip() in keys):
        found = missing_space_in(node.span.source, node.span.line)
        if found and found.span and found.span.start >= node.span.start:
            return found._replace(fix="\n".join(_spaced_lines(node.span)), edits=tuple(_spaces(node.span, keys)))
    return None


def _spaced_lines(span: Span) -> list[str]:
    """The lines of ``span``, each with the space that it lacks."""
    last, _ = span.source.position(span.end)
    found = [(number, missing_space_in(span.source, number)) for number in range(span.line, last + 1)]
    return [(diagnostic.fix if diagnostic else None) or span.source.line(number) for number, diagnostic in found]


def _spaces(span: Span, keys: Collection[str]) -> Iterator[Edit]:
    """The spaces that the lines of ``span`` lack behind their dashes, and behind colons after one of ``keys``."""
    last, _ = span.source.position(span.end)
    for number in range(span.line, last + 1):
        found = missing_space_in(span.source, number)
        if not found or not found.span or found.code != NO_SPACE.code:
            continue
        yield from found.edits
        before = span.source.text[span.source.line_start(number) : found.span.start]
        if found.span.text == ":" and before.strip(" -") in keys:
            yield Edit(Span(span.source, found.span.end, found.span.end), " ")


QUOTED_KEY = Rule(
    code="Y105",
    name="key-in-curly-quotes",
    severity=Severity.ERROR,
    message=Wording(
        "khóa {key} đứng trong dấu ngoặc cong của Word",
        "the key {key} stands in Word's curly quotes",
    ),
    hint=Wording("viết khóa không có dấu ngoặc", "write keys without quotes"),
    reason=Wording(
        "dấu ngoặc cong là một phần của chữ, nên khóa có dấu ngoặc là một khóa khác",
        "curly quotes are letters like others, so a key inside them is another key",
    ),
    example=Example(wrong="“title”: Cải cách hành chính", right="title: Cải cách hành chính"),
)


def quoted_key(key: Scalar) -> Diagnostic | None:
    """A key in curly quotes, as Word and telephones type them."""
    bare = key.text.strip(_CURLY).strip()
    if key.style != "plain" or bare == key.text or not _KEY.fullmatch(bare):
        return None
    line, column = key.span.source.line(key.span.line), key.span.column - 1
    fix = line[:column] + bare + line[column + len(key.span.text) :]
    return QUOTED_KEY.at(key.span, key=key.text, fix=fix, edits=(Edit(key.span, bare),))


def lost_prose(node: Node, keys: Collection[str] = ()) -> Diagnostic | None:
    """The first trap that ``node`` fell into where text is expected; ``keys`` are those that may stand there."""
    if isinstance(node, Scalar):
        return missing_space(node, keys) or glued_list(node) or cut_by_comment(node)
    if node.flow:
        return cut_by_comma(node)
    return split_sentence(node) if isinstance(node, Mapping) else None


__all__ = [
    "comment_after",
    "cut_by_comma",
    "cut_by_comment",
    "glued_list",
    "is_prose",
    "lost_prose",
    "missing_space",
    "quoted_key",
    "split_sentence",
]
