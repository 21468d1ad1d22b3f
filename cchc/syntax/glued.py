"""A list written below a sentence without a key: YAML joins its lines to the sentence."""

from typing import NamedTuple

from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording
from cchc.patterns import deferred
from cchc.source import Span
from cchc.syntax.nodes import Scalar
from cchc.syntax.quoting import KEY, indentation, safe

MARKER = deferred(
    r"[ \t]*(?:(?P<bullets>[-+*•–]\s+|-(?=[^\W\d_][^\W\d_A-Z]))|(?P<points>[a-zđ]\)\s+)"
    r"|(?P<clauses>\d{1,2}\.\s+))(?=\S)"
)
_FIRST = deferred(r"[ \t]*(?:[-+*•–]|a\)|1\.)")
_LEAD = deferred(rf"(\s*(?:- +)*)(?:({KEY}):\s+)?")

GLUED_LIST = Rule(
    code="Y104",
    name="list-glued-to-sentence",
    severity=Severity.ERROR,
    message=Wording(
        "danh sách này dính vào câu ở trên: YAML nối “{item}” thành phần tiếp của câu",
        "this list is glued to the sentence above: YAML takes “{item}” for the rest of the sentence",
    ),
    hint=Wording(
        "đặt câu vào “text:” và danh sách vào “bullets:” (hoặc points, clauses); nếu dòng này là phần tiếp của câu "
        "thì viết câu trên một dòng",
        "put the sentence under “text:” and the list under “bullets:” (or points, clauses); if the line does go on "
        "with the sentence, write the sentence on one line",
    ),
    reason=Wording(
        "YAML nối các dòng thành một câu: danh sách in liền nhau với dấu gạch ở giữa",
        "YAML joins the lines into one sentence: the list would print as running text with dashes in it",
    ),
    example=Example(
        wrong="body:\n  - title: Giải pháp\n    text: Các việc cần làm\n      - rà soát\n      - công bố",
        right="body:\n  - title: Giải pháp\n    text: Các việc cần làm\n    bullets:\n      - rà soát\n      - công bố",
    ),
)


class _Glued(NamedTuple):
    """What stands in ``span``: a sentence, then a list, which begins at character ``offset`` of the source."""

    span: Span
    offset: int
    kind: str
    sentence: str
    items: tuple[str, ...]


def glued_list(node: Scalar) -> Diagnostic | None:
    """A text over several lines of which a later one begins like an item of a list.

    Literal blocks (``|``) keep their lines and are left alone; quoted texts, with their escapes, get no fix.
    """
    if node.style == "literal":
        return None
    found = glued_in(node.span, folded=node.style == "folded")
    return found._replace(fix=None) if found and node.style in ("single", "double") else found


def glued_in(span: Span, *, folded: bool) -> Diagnostic | None:
    """The list glued to the sentence that ``span`` begins with; a folded text begins below the line of its ``>``."""
    several_lines = span.source.text.find("\n", span.start, span.end) >= 0
    found = _read(span, folded=folded) if several_lines else None
    if not found:
        return None
    place = Span(span.source, found.offset, found.offset + 1)
    return GLUED_LIST.at(place, item=_shortened(found.items[0].rstrip("\"'")), fix=_as_list(found))


def _read(span: Span, *, folded: bool) -> _Glued | None:
    """The sentence and the list in ``span``; a folded text begins below the line of its ``>``."""
    kind, offset, at = "", 0, span.start
    sentence: list[str] = []
    items: list[str] = []
    for position, written in enumerate(span.text.split("\n")):
        line = written.strip()
        marker = MARKER.match(written) if position else None
        if marker and (items or _begins_list(written, sentence)):
            kind, offset = (kind, offset) if items else (marker.lastgroup or "", at + indentation(written))
            items.append(written[marker.end() :].strip())
        elif items:
            items[-1] = f"{items[-1]} {line}".strip()
        elif line and (position or not folded):
            sentence.append(line)
        at += len(written) + 1
    return _Glued(span, offset, kind, " ".join(sentence), tuple(items)) if items else None


def _begins_list(line: str, sentence: list[str]) -> bool:
    """Whether ``line`` begins a list below ``sentence``; "2021" above "- 2025" is a period."""
    bare = line.strip().lstrip("-– ")
    period = bool(sentence) and sentence[-1][-1].isdigit() and bare[:1].isdigit()
    return _FIRST.match(line) is not None and not period


def _as_list(found: _Glued) -> str | None:
    """The same as ``text:`` and a list with its key; None where what stands before it has another form."""
    source, start = found.span.source, found.span.start
    before = _LEAD.fullmatch(source.line(found.span.line)[: source.position(start)[1] - 1])
    if not before or not found.sentence:
        return None
    lead, key = before[1], before[2]
    pad = " " * len(lead)
    opening = f"{lead}{key}:\n{pad}  " if key and key != "text" else lead
    pad += "  " if key and key != "text" else ""
    items = "".join(f"\n{pad}  - {safe(item)}" for item in found.items)
    return f"{opening}text: {safe(found.sentence)}\n{pad}{found.kind}:{items}"


def _shortened(text: str) -> str:
    return text if len(text) <= 40 else text[:39].rstrip() + "…"
