"""Prose in ``[…]`` and ``{…}``: a comma there ends a value, wherever the sentence ends."""

from __future__ import annotations

from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording
from cchc.patterns import deferred
from cchc.source import Span
from cchc.syntax.nodes import Entry, Mapping, Node, Scalar, Sequence
from cchc.syntax.quoting import KEY, safe

_LEAD = deferred(rf"(\s*(?:- +)*)(?:{KEY}:\s+)?")

CUT_BY_COMMA = Rule(
    code="Y103",
    name="prose-in-brackets",
    severity=Severity.ERROR,
    message=Wording(
        "văn bản “{text}” đứng trong dấu ngoặc {brackets}, nơi mỗi dấu phẩy cắt câu ra làm hai",
        "the text “{text}” stands in {brackets}, where every comma cuts a sentence in two",
    ),
    hint=Wording(
        "viết mỗi mục trên một dòng, gộp lại những dòng vốn là một câu; hoặc đặt từng mục trong dấu ngoặc kép",
        "write each item on a line and join the lines that are one sentence; or put each item in double quotes",
    ),
    reason=Wording(
        "trong ngoặc, mỗi dấu phẩy mở một mục mới: một câu thành hai dòng nơi nhận",
        "in brackets every comma begins an item: one sentence becomes two recipients",
    ),
    example=Example(
        wrong="act:\n  kind: decision\n  recipients: [CT, các PCT UBND tỉnh]",
        right="act:\n  kind: decision\n  recipients:\n    - CT, các PCT UBND tỉnh",
    ),
)


def cut_by_comma(node: Sequence | Mapping) -> Diagnostic | None:
    """An unquoted item of several words in ``[…]``, or a part without ``:`` in ``{…}``: what a comma cuts off."""
    if not node.flow:
        return None
    if isinstance(node, Sequence):
        found = next((item for item in node.items if _is_prose(item)), None)
    else:
        found = next((entry.key for entry in node.entries if _is_cut_off(entry)), None)
    if not isinstance(found, Scalar):
        return None
    brackets = "[…]" if isinstance(node, Sequence) else "{…}"
    return CUT_BY_COMMA.at(found.span, text=found.text, brackets=brackets, fix=_as_block(node))


def _is_prose(item: Node) -> bool:
    return isinstance(item, Scalar) and item.style == "plain" and len(item.text.split()) > 1


def _is_cut_off(entry: Entry) -> bool:
    value = entry.value
    return isinstance(value, Scalar) and value.is_null and value.span.start == entry.key.span.end


def _as_block(node: Sequence | Mapping) -> str | None:
    """The node in block form; None where it does not stand alone behind a dash or a key."""
    source = node.span.source
    line, column = source.line(node.span.line), node.span.column - 1
    before = _LEAD.fullmatch(line[:column])
    after = source.text[node.span.end :].partition("\n")[0].strip()
    if not before or after or any(_stands_elsewhere(each, node.span) for each in _parts(node)):
        return None
    opening = line[:column].rstrip()
    if isinstance(node, Mapping) and opening.endswith("-"):
        pad = " " * column
        return line[:column] + f"\n{pad}".join(_lines(node))
    pad = " " * (len(before[1]) + (0 if opening.endswith("-") else 2))
    return "".join([opening, *(f"\n{pad}{each}" for each in _lines(node))])


def _parts(node: Sequence | Mapping) -> list[Node]:
    return list(node.items) if isinstance(node, Sequence) else [entry.value for entry in node.entries]


def _stands_elsewhere(part: Node, span: Span) -> bool:
    """Whether an alias or a merge key brought ``part``."""
    return not span.start <= part.span.start <= part.span.end <= span.end


def _lines(node: Sequence | Mapping) -> list[str]:
    if isinstance(node, Sequence):
        return [f"- {_written(item)}" for item in node.items]
    lines: list[str] = []
    for entry in node.entries:
        if _is_cut_off(entry) and lines:
            lines[-1] += f", {entry.key.span.text}"
        else:
            lines.append(f"{entry.key.span.text}: {_written(entry.value)}".rstrip())
    return lines


def _written(node: Node) -> str:
    plain = isinstance(node, Scalar) and node.style == "plain"
    text = " ".join(node.span.text.split())
    return safe(text) if plain and text else text
