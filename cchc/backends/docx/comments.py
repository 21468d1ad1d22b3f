"""Comments: the stretches of text that they speak of, and the part of the package that holds their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from cchc.backends.docx.namespaces import DECLARATION, MAIN
from cchc.backends.docx.properties import UNDATED, stamp
from cchc.backends.docx.text import escape
from cchc.document.nodes import Comment
from cchc.patterns import deferred

COMMENTS_PART = "word/comments.xml"
TEXT_STYLE, REFERENCE_STYLE = "CommentText", "CommentReference"
"""The ids of Word's own styles for the words of a comment and for its mark in the text."""

_PARAGRAPH_OPENED, _PARAGRAPH_CLOSED = "</w:pPr>", "</w:p>"
_MARK = f'<w:rPr><w:rStyle w:val="{REFERENCE_STYLE}"/></w:rPr>'
_UNCARRIED = deferred("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")


class Comments:
    """Collects the comments of a body in the order in which it refers to them.

    ``created`` is the time they bear; they bear none where it is ``UNDATED``. ``expected``: the body has some.
    """

    def __init__(self, created: datetime, *, expected: bool) -> None:
        self.expected = expected
        self._created = created
        self._collected: list[Comment] = []

    def around(self, runs: str, comments: Sequence[Comment]) -> str:
        """The XML ``runs`` inside one paragraph as that of which ``comments`` speak."""
        begin, end = self._ends(comments)
        return f"{begin}{runs}{end}"

    def along(self, paragraphs: str, comments: Sequence[Comment]) -> str:
        """As ``around``, for XML of whole paragraphs: from the beginning of the first to the end of the last."""
        begin, end = self._ends(comments)
        content, closed, rest = paragraphs.rpartition(_PARAGRAPH_CLOSED)
        return content.replace(_PARAGRAPH_OPENED, _PARAGRAPH_OPENED + begin, 1) + end + closed + rest

    def behind(self, runs: str, comments: Sequence[Comment]) -> str:
        """As ``around``, but at a point behind ``runs``, which go when a revision does.

        LibreOffice would leave an empty row in the place of one that goes with a stretch in it.
        """
        return runs + "".join(map(_reference, self._numbers(comments)))

    def _ends(self, comments: Sequence[Comment]) -> tuple[str, str]:
        numbers = self._numbers(comments)
        begin = "".join([f'<w:commentRangeStart w:id="{number}"/>' for number in numbers])
        end = "".join([f'<w:commentRangeEnd w:id="{number}"/>{_reference(number)}' for number in numbers])
        return begin, end

    def _numbers(self, comments: Sequence[Comment]) -> range:
        first = len(self._collected)
        self._collected += comments
        return range(first, len(self._collected))

    def part(self) -> Iterator[str]:
        """The text of the part."""
        # Readers show the time of a comment, and nobody wrote one in 1980.
        time = "" if self._created == UNDATED else f' w:date="{stamp(self._created)}"'
        yield f'{DECLARATION}<w:comments xmlns:w="{MAIN}">'
        for number, comment in enumerate(self._collected):
            author, initials = (escape(_carried(text)) for text in (comment.author, comment.initials))
            lines = [_carried(line) for line in comment.text.split("\n")]
            yield (
                f'<w:comment w:id="{number}" w:author="{author}"{time} w:initials="{initials}">'
                f"{_paragraph(lines[0], f'<w:r>{_MARK}<w:annotationRef/></w:r>')}"
                f"{''.join(map(_paragraph, lines[1:]))}</w:comment>"
            )
        yield "</w:comments>"


def _reference(number: int) -> str:
    return f'<w:r>{_MARK}<w:commentReference w:id="{number}"/></w:r>'


def _paragraph(line: str, mark: str = "") -> str:
    words = f'<w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r>' if line else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{TEXT_STYLE}"/></w:pPr>{mark}{words}</w:p>'


def _carried(text: str) -> str:
    """``text`` with what XML cannot carry shown by its number: a comment may quote what no document can hold."""
    return _UNCARRIED.sub(lambda match: f"U+{ord(match[0]):04X}", text)
