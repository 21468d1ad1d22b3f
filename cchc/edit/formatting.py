"""``cchc fmt``: a plan's text in house style; no value changes, or nothing does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from functools import cache

from cchc.diagnostics import Diagnostic, Rule, Severity, Wording, has_errors
from cchc.edit.encoded import Encoded
from cchc.edit.key_order import is_free
from cchc.edit.lines import laid_out
from cchc.language.folding import nfc
from cchc.loader.known_keys import every_key
from cchc.loader.prose import lost_prose
from cchc.model.fields import ROW_KEYS
from cchc.model.plan import Plan
from cchc.source import KeyPath, Source, Span
from cchc.syntax.nodes import Mapping, Node, Scalar, Sequence
from cchc.syntax.parsing import parse
from cchc.syntax.written import NotMovableError, written

NOT_MOVABLE = Rule(
    code="E101",
    name="form-not-formatted",
    severity=Severity.ERROR,
    message=Wording(
        "không định dạng được tệp: kế hoạch không cần dạng YAML này, và cchc không dời dòng của nó",
        "the file cannot be formatted: no plan needs this form of YAML, and its lines are not moved",
    ),
    hint=Wording(
        "viết “khóa: giá trị” trên một dòng, không có “? ”, và để “---” đứng riêng một dòng",
        "write “key: value” on one line, without “? ”, and leave “---” on a line of its own",
    ),
    reason=Wording(
        "định dạng dời cả dòng; ở những dạng này một dòng thuộc về nhiều phần",
        "formatting moves whole lines, and in such forms a line belongs to several parts",
    ),
)
VALUE_AT_RISK = Rule(
    code="E102",
    name="formatting-changes-a-value",
    severity=Severity.ERROR,
    message=Wording(
        "không định dạng được tệp mà giữ nguyên mọi giá trị; tệp không bị thay đổi",
        "the file cannot be formatted without changing a value; it is left as it is",
    ),
    hint=Wording(
        "viết lại mục này một cách đơn giản hơn: mỗi giá trị trên một dòng, không có chú thích ở giữa",
        "write this part more simply: each value on a line, without comments in between",
    ),
    reason=Wording(
        "tệp sau khi định dạng được đọc lại và so từng giá trị với tệp cũ; khác một chữ cũng không ghi",
        "the formatted text is read again and compared value by value; if a letter differs, nothing is written",
    ),
    # The block would move up and get a line end, which then belongs to its text.
)


def formatted(encoded: Encoded, name: str) -> tuple[Encoded | None, list[Diagnostic]]:
    """The file in house style, or what keeps it from being formatted; messages call it ``name``.

    A plan that is no YAML is not formatted, nor one of which the syntax takes something away, as of a doubled key.
    One of a wrong shape is.
    """
    before = Source(name, encoded.lines)
    root, said = parse(before)
    if root is None or has_errors(said):
        return None, said
    try:
        as_written = written(before.text)
    except NotMovableError as error:
        return None, [NOT_MOVABLE.at(Span(before, error.offset, error.offset + 1))]
    text = laid_out(before.text, as_written, _keys()) if as_written else before.text
    if text == before.text:
        return encoded.with_lines(text), []
    place = _difference(root, said, before.text, Source(name, text))
    if place is not None:
        return None, [VALUE_AT_RISK.at(place)]
    return encoded.with_lines(text), []


@cache
def _keys() -> frozenset[str]:
    return every_key(Plan)


def _difference(root: Node, said: list[Diagnostic], text: str, after: Source) -> Span | None:
    """Where the plan of ``root``, written as ``text``, is not the one in ``after``; None where they are the same."""
    again, told = parse(after)
    if again is None:
        return root.span
    different = _unequal(root, again, ())
    if different:
        return different
    same_words = _signs(text) == _signs(after.text)
    return None if same_words and _codes(root, said) == _codes(again, told) else root.span


def _codes(root: Node, said: Collection[Diagnostic]) -> Counter[str]:
    return Counter(found.code for found in (*said, *lost_prose(root, _keys)))


def _signs(text: str) -> Counter[str]:
    """How often each character stands in ``text``, but for those of layout; comments are counted with the rest."""
    counted = Counter(text)
    for sign in " \t\n\"'\\[],-":
        counted.pop(sign, None)
    return counted


def _unequal(before: Node, after: Node, path: KeyPath) -> Span | None:
    """The first place of ``before`` that says something else than ``after``, or in an order that counts.

    Both are read as they were typed, where letters in quotes come out composed and others do not.
    """
    match before, after:
        case Scalar(), Scalar():
            same = nfc(before.text) == nfc(after.text) and before.is_null == after.is_null and before.tag == after.tag
            return None if same else before.span
        case Sequence(), Sequence() if len(before.items) == len(after.items):
            pairs = zip(before.items, after.items, strict=True)
            return next((found for one, two in pairs if (found := _unequal(one, two, (*path, 0)))), None)
        case Mapping(), Mapping() if _order(before, path) == _order(after, path):
            others = {nfc(entry.key.text): entry.value for entry in after.entries}
            for entry in before.entries:
                name = nfc(entry.key.text)
                if name not in others:
                    return entry.key.span
                if found := _unequal(entry.value, others[name], (*path, name)):
                    return found
            return None if len(others) == len(before.entries) else before.span
        case _:
            return before.span


def _order(mapping: Mapping, path: KeyPath) -> list[str]:
    """The keys of ``mapping`` whose order says something: names that the author chose, kinds of rows."""
    names = [nfc(entry.key.text) for entry in mapping.entries]
    return names if is_free(path) else [name for name in names if name in ROW_KEYS]
