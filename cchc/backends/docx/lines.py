"""Where a paragraph's lines end, and so how long its longest is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cchc.backends.docx.face import text_width
from cchc.document.nodes import Break, Paragraph, Text, Tracked
from cchc.document.style import ParagraphStyle
from cchc.patterns import deferred

# What cannot be broken (up to a hyphen, or without a plain space), and the spaces after it.
_PIECE = deferred(r"([^ -]*-|[^ -]+)( *)| +")


def longest_line(paragraph: Paragraph, style: ParagraphStyle, room: float) -> float:
    """The width of the longest line of ``paragraph``, set in ``room``; both in millimetres."""
    return max(
        (width for line in _hard_lines(paragraph) for width in _wrapped(line, style, room)),
        default=0.0,
    )


def line_count(paragraph: Paragraph, style: ParagraphStyle, room: float) -> int:
    """How many lines ``paragraph`` takes, set in ``room`` millimetres; an empty one takes one."""
    return sum(1 for line in _hard_lines(paragraph) for _ in _wrapped(line, style, room))


def _hard_lines(paragraph: Paragraph) -> Iterator[list[Text]]:
    line: list[Text] = []
    for inline in paragraph.inlines:
        if isinstance(inline, Break):
            yield line
            line = []
        elif isinstance(inline, Text):
            line.append(inline)
        elif isinstance(inline, Tracked):
            line += [run for run in inline.runs if isinstance(run, Text)]
    yield line


def _wrapped(texts: list[Text], style: ParagraphStyle, room: float) -> Iterator[float]:
    """The widths of the lines that fit into ``room``, as an office program fills them."""
    line = gap = 0.0
    for word, space in _words(texts, style):
        if line and line + gap + word > room:
            yield line
            line = gap = 0.0
        line, gap = line + gap + word, space
    yield line


def _words(texts: list[Text], style: ParagraphStyle) -> Iterator[tuple[float, float]]:
    """What stays together, as (its width, the width of the spaces after it), over the bounds of runs."""
    word = gap = 0.0
    open_word = True
    for piece, space, is_end in _pieces(texts, style):
        if not open_word and piece:
            yield word, gap
            word = gap = 0.0
        word, gap = word + piece, gap + space
        open_word = not is_end
    yield word, gap


def _pieces(texts: Iterable[Text], style: ParagraphStyle) -> Iterator[tuple[float, float, bool]]:
    """The parts of words as (width, width of the spaces after, whether a line may end here)."""
    for text in texts:
        bold = style.bold if text.bold is None else text.bold
        italic = style.italic if text.italic is None else text.italic
        for match in _PIECE.finditer(text.text):
            solid = match[1] or ""
            spaces = match[0][len(solid) :]
            yield (
                text_width(solid, style.size, bold, italic),
                text_width(spaces, style.size, bold, italic),
                bool(spaces) or solid.endswith("-"),
            )
