"""The tree as text that people read and git compares: one line for each paragraph, with its style."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cchc.document.nodes import (
    Block,
    Break,
    Cell,
    Columns,
    Comment,
    Document,
    Inline,
    Note,
    Paragraph,
    Revision,
    Row,
    Section,
    Table,
    Text,
    Tracked,
)

_SHOWN = str.maketrans({"\u00a0": "␣", "\u2011": "\\-"} | {sign: f"\\{sign}" for sign in "\\*_~!␣⏎[«‹"})


def dump(document: Document) -> str:
    """``document`` as text, the same for equal trees and different for others.

    ``␣`` is a no-break space, ``\\-`` a no-break hyphen, ``**…**`` bold, ``__…__`` italic, ``~~…~~`` struck out,
    ``[^…]`` a footnote, ``⏎`` a line break; ``!`` before bold or italic turns it off, a backslash before one of these
    signs makes it itself. A comment stands on a line of its own below its row or paragraph, and as ``«…»`` behind its
    run. What was inserted or deleted is ``‹… …›``, and a row, a block of columns or the end of a paragraph says it in
    its line. Ends with a line end.
    """
    return "\n".join(_document(document)) + "\n"


def _document(document: Document) -> Iterator[str]:
    yield f"document “{_escaped(document.title)}”"
    for section in document.sections:
        yield from _indented(_section(section))


def _section(section: Section) -> Iterator[str]:
    opens = " opens a document" if section.opens_document else ""
    yield f"section {section.orientation}{opens}"
    for block in section.blocks:
        yield from _indented(_block(block))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from _paragraph(block)
        case Columns():
            yield f"columns {_widths(block.widths)}{_revision(block.revision)}"
            for column in block.columns:
                yield "  column"
                for paragraph in column:
                    yield from _indented(_indented(_paragraph(paragraph)))
        case Table():
            yield f"table {_widths(block.widths)}"
            for row in block.rows:
                yield from _indented(_row(row))


def _row(row: Row) -> Iterator[str]:
    marks = ((" header", row.header), (" keep", row.keep_next), (" splits", row.splits))
    yield "row" + "".join(mark for mark, is_so in marks if is_so) + _revision(row.revision)
    yield from _indented(map(_comment, row.comments))
    for cell in row.cells:
        yield from _indented(_cell(cell))


def _cell(cell: Cell) -> Iterator[str]:
    spans = "".join(
        f" {name} {count}" for name, count in (("across", cell.colspan), ("down", cell.rowspan)) if count > 1
    )
    yield f"cell{spans}"
    for paragraph in cell.paragraphs:
        yield from _indented(_paragraph(paragraph))


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    rule = f" rule {paragraph.rule:g}" if paragraph.rule else ""
    keep = " keep" if paragraph.keep_next else ""
    mark = _revision(paragraph.mark)
    yield f"{paragraph.style}{rule}{keep}{mark}: {''.join(map(_inline, paragraph.inlines))}".rstrip(" ")
    yield from _indented(map(_comment, paragraph.comments))


def _comment(comment: Comment) -> str:
    return f"comment by {_escaped(comment.author)} ({_escaped(comment.initials)}): {_escaped(comment.text)}"


def _revision(revision: Revision | None) -> str:
    if revision is None:
        return ""
    date = f" {revision.date:%Y-%m-%dT%H:%M:%SZ}" if revision.date else ""
    return f" {revision.kind} by {_escaped(revision.author)}{date} #{revision.group}"


def _inline(inline: Inline) -> str:
    if isinstance(inline, Break):
        return "⏎"
    if isinstance(inline, Note):
        return f"[^{_escaped(inline.text)}]"
    if isinstance(inline, Tracked):
        said = "".join(f"«{_comment(comment)}»" for comment in inline.comments)
        return f"‹{_revision(inline.revision).lstrip()}: {''.join(map(_inline, inline.runs))}›{said}"
    words = _marked(_marked(_escaped(inline.text), inline, "italic", "__"), inline, "bold", "**")
    words = f"~~{words}~~" if inline.strike else words
    return words + "".join(f"«{_comment(comment)}»" for comment in inline.comments)


def _marked(text: str, run: Text, emphasis: str, mark: str) -> str:
    value = getattr(run, emphasis)
    if value is None:
        return text
    return f"{mark}{text}{mark}" if value else f"!{mark}{text}{mark}"


def _escaped(text: str) -> str:
    return text.translate(_SHOWN)


def _widths(widths: Iterable[float]) -> str:
    return " ".join(f"{width:g}" for width in widths)


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)
