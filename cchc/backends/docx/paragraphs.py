"""Paragraphs in the styles of one sheet, with the lines drawn under them."""

from typing import NamedTuple

from cchc.backends.docx.comments import Comments
from cchc.backends.docx.footnotes import Footnotes
from cchc.backends.docx.lines import longest_line
from cchc.backends.docx.measures import millimetres, point_twips, twips
from cchc.backends.docx.revisions import Revisions
from cchc.backends.docx.text import run
from cchc.document.nodes import Inline, Note, Paragraph, Text, Tracked
from cchc.document.style import ParagraphStyle, StyleSheet

RULE_STYLE = "Rule"
"""The id of the style of the empty paragraphs whose upper border is a rule."""

SPACER_STYLE = "Spacer"
"""The id of the style of the empty paragraphs that only the format needs."""


class _Look(NamedTuple):
    """What the paragraphs of a style share: the style and the opening and closing XML, by keep_next."""

    style: ParagraphStyle
    opening: str
    opening_kept: str


class Paragraphs:
    """Writes paragraphs in the styles of ``sheet``. ``width`` is the room for the text, in twips."""

    def __init__(self, sheet: StyleSheet, notes: Footnotes, comments: Comments) -> None:
        self._notes = notes
        self._comments = comments
        self.revisions = Revisions()
        self.styles = sheet.paragraphs
        self._looks = {name: _look(style) for name, style in sheet.paragraphs.items()}

    def paragraph(self, paragraph: Paragraph, width: int, keep_next: bool = False, section: str = "") -> str:
        """The XML of ``paragraph`` and its rule; ``section`` is the ``w:sectPr`` that it ends.

        Raises KeyError for a style that is not in the sheet, ValueError for a character that XML cannot carry.
        """
        look = self._looks[paragraph.style]
        keep_next = keep_next or paragraph.keep_next
        if paragraph.rule:
            return self._ruled(paragraph, look.style, width, keep_next) + (spacer(section=section) if section else "")
        if section or paragraph.mark:
            tail = self.revisions.mark(paragraph.mark) + section
            return f"{_opening(look.style, keep_next, tail=tail)}{self._content(paragraph, look.style)}</w:p>"
        opening = look.opening_kept if keep_next else look.opening
        return f"{opening}{self._content(paragraph, look.style)}</w:p>"

    def _ruled(self, paragraph: Paragraph, style: ParagraphStyle, width: int, keep_next: bool) -> str:
        """The rule stands between the text and the space after it, and never without the text."""
        after = '<w:spacing w:after="0"/>' if style.after else ""
        keep_rule = keep_next or style.keep_next
        tail = self.revisions.mark(paragraph.mark)
        text = f"{_opening(style, keep_next=True, middle=after, tail=tail)}{self._content(paragraph, style)}</w:p>"
        return text + _rule(paragraph, style, width, keep_rule, self.revisions.mark(paragraph.mark))

    def _content(self, paragraph: Paragraph, style: ParagraphStyle) -> str:
        runs = self._runs(paragraph.inlines, style)
        return self._comments.around(runs, paragraph.comments) if paragraph.comments else runs

    def _runs(self, inlines: tuple[Inline, ...], style: ParagraphStyle) -> str:
        if len(inlines) == 1 and isinstance(only := inlines[0], Text) and not only.comments:
            return run(only, style)
        return "".join([self._run(inline, style) for inline in inlines])

    def _run(self, inline: Inline, style: ParagraphStyle) -> str:
        if isinstance(inline, Note):
            return self._notes.reference(inline)
        if isinstance(inline, Tracked):
            runs = self._runs(inline.runs, style)
            runs = self._comments.behind(runs, inline.comments) if inline.comments else runs
            return self.revisions.around(runs, inline.revision)
        commented = isinstance(inline, Text) and inline.comments
        return self._comments.around(run(inline, style), commented) if commented else run(inline, style)


def spacer(keep_next: bool = False, section: str = "", mark: str = "") -> str:
    """An empty paragraph one point high: between two tables, or the end of a section after a table."""
    keep = "<w:keepNext/>" if keep_next else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{SPACER_STYLE}"/>{keep}{mark}{section}</w:pPr></w:p>'


def _look(style: ParagraphStyle) -> _Look:
    return _Look(style, _opening(style, keep_next=False), _opening(style, keep_next=True))


def _opening(style: ParagraphStyle, keep_next: bool, middle: str = "", tail: str = "") -> str:
    keep = "<w:keepNext/>" if keep_next and not style.keep_next else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style.name}"/>{keep}{middle}{tail}</w:pPr>'


def _rule(paragraph: Paragraph, style: ParagraphStyle, width: int, keep_next: bool, mark: str = "") -> str:
    """A line as long as ``paragraph.rule`` of the longest line, centred on it.

    It is the upper border of an empty paragraph, whose indents set its length: a drawn line that stays
    with the text in every office program (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.1b, II.2b, II.5b).
    """
    left = twips(style.left)
    room = width - left
    line = min(twips(longest_line(paragraph, style, millimetres(room))), room)
    start = left + _offset(style, room - line)
    length = round(line * paragraph.rule)
    indent = start + (line - length) // 2
    keep = "<w:keepNext/>" if keep_next else ""
    after = f'<w:spacing w:after="{point_twips(style.after)}"/>' if style.after else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{RULE_STYLE}"/>{keep}{after}'
        f'<w:ind w:left="{indent}" w:right="{width - indent - length}"/>{mark}</w:pPr></w:p>'
    )


def _offset(style: ParagraphStyle, free: int) -> int:
    match style.align:
        case "center":
            return free // 2
        case "right":
            return free
        case "left" | "justify":
            return 0
