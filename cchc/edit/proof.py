"""The proof that edits of a text changed what they meant to change and nothing else, by reading it before and after."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cchc.diagnostics import Edit
from cchc.edit.encoded import usual_line_end, with_line_ends
from cchc.source import Source, Span
from cchc.syntax.nodes import Mapping, Node, Scalar
from cchc.syntax.nodes import Sequence as List
from cchc.syntax.parsing import parse


def proved(before: Source, after: Source, edits: Sequence[Edit]) -> bool:
    """Whether ``after`` is ``before`` with ``edits`` (in order, apart) and says the same but for what they touch.

    Every value that no edit touches is equal, at the same place of the tree. One that an edit touches is a scalar at
    the place of the old one, and says the edited characters. Where ``before`` was no YAML there is no tree to compare:
    then the edits must have put words in quotes or spaces between them, and the reading must come further.
    """
    moved = _Moved(before, after, edits)
    if not moved.is_whole():
        return False
    old, said = parse(before)
    new, told = parse(after)
    if old is not None:
        return new is not None and moved.equal(old, new)
    if not all(_same_signs(edit.span.text, edit.text) for edit in edits):
        return False
    if new is not None:
        return all(_says(new, moved, edit) for edit in edits)
    stopped, stops = said[-1].span, told[-1].span
    return stopped is not None and stops is not None and moved.place(stopped.start) < stops.start


class _Piece(NamedTuple):
    """An edit: the characters ``start`` to ``end`` before it, and how many more there are after it and all above."""

    start: int
    end: int
    shift: int


class _Moved:
    """Where the characters of a text are after the edits."""

    def __init__(self, before: Source, after: Source, edits: Sequence[Edit]) -> None:
        self.before, self.after, self.edits = before, after, edits
        self._line_end = usual_line_end(before.text)
        self._pieces: list[_Piece] = []
        shift = 0
        for edit in edits:
            shift += len(self._text(edit)) - (edit.span.end - edit.span.start)
            self._pieces.append(_Piece(edit.span.start, edit.span.end, shift))
        # The edits are apart, so both grow.
        self._starts = [piece.start for piece in self._pieces]
        self._ends = [piece.end for piece in self._pieces]

    def _text(self, edit: Edit) -> str:
        return with_line_ends(edit, self._line_end)

    def is_whole(self) -> bool:
        """Whether the text after is the one before with the edits, character by character."""
        pieces, done = [], 0
        for edit in self.edits:
            pieces += [self.before.text[done : edit.span.start], self._text(edit)]
            done = edit.span.end
        return "".join([*pieces, self.before.text[done:]]) == self.after.text

    def place(self, offset: int) -> int:
        """Where the character at ``offset`` stands after the edits; what an edit takes away, where its text ends."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return offset
        piece = self._pieces[index]
        return max(offset, piece.end) + piece.shift

    def begin(self, offset: int) -> int:
        """Where what began at ``offset`` begins after the edits, what an edit inserts there included."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and self._pieces[index].start <= offset <= self._pieces[index].end:
            piece = self._pieces[index]
            above = self._pieces[index - 1].shift if index else 0
            if offset == piece.end and piece.end > piece.start:
                return offset + piece.shift
            return piece.start + above
        return self.place(offset)

    def touching(self, span: Span) -> list[Edit]:
        """The edits of characters in ``span`` or at its ends."""
        first, last = bisect_left(self._ends, span.start), bisect_right(self._starts, span.end)
        return list(self.edits[first:last])

    def equal(self, old: Node, new: Node) -> bool:
        """Whether ``new`` says what ``old`` says, but for what the edits touch."""
        match old, new:
            case Mapping(), Mapping() if len(old.entries) == len(new.entries):
                return all(
                    self._scalar(one.key, two.key) and self.equal(one.value, two.value)
                    for one, two in zip(old.entries, new.entries, strict=True)
                )
            case List(), List() if len(old.items) == len(new.items):
                return all(map(self.equal, old.items, new.items))
            case Scalar(), Scalar():
                return self._scalar(old, new)
            case _:
                return self._same_words(old, new)

    def _scalar(self, old: Scalar, new: Scalar) -> bool:
        if (old.text, old.is_null, old.tag) == (new.text, new.is_null, new.tag) and old.style == new.style:
            return True
        touching = self.touching(old.span)
        if not touching:
            return False
        if old.style != new.style:
            return self._same_words(old, new)
        if new.tag != old.tag or (new.is_null and not old.is_null):
            return False
        return new.text == self._expected(old, touching)

    def _expected(self, old: Scalar, touching: list[Edit]) -> str | None:
        """What ``old`` says with its edits, by its characters; None where the edits reach beyond it."""
        start, end = old.span.start, old.span.end
        if any(edit.span.start < start or edit.span.end > end for edit in touching):
            return None
        pieces, done = [], start
        for edit in touching:
            pieces += [self.before.text[done : edit.span.start], self._text(edit)]
            done = edit.span.end
        return read_alone("".join([*pieces, self.before.text[done:end]]), old)

    def _same_words(self, old: Node, new: Node) -> bool:
        """Whether ``new`` stands where ``old`` stood and says its words: quotes or spaces were put around them."""
        touching = self.touching(old.span)
        if not touching or not all(_same_signs(edit.span.text, edit.text) for edit in touching):
            return False
        start = min(old.span.start, touching[0].span.start)
        end = max(old.span.end, touching[-1].span.end)
        place, stop = self.begin(start), self.place(end)
        if not (place <= new.span.start and new.span.end <= stop):
            return False
        words = self.before.text[start:end]
        if isinstance(new, Scalar):
            return new.text == " ".join(words.split())
        # Spaces made a list or keys of it. A word that is in none of them became a comment.
        scalars = sorted(_scalars(new), key=lambda scalar: scalar.span.start)
        return _bare("".join(scalar.text for scalar in scalars)) == _bare(words)


def read_alone(characters: str, scalar: Scalar) -> str | None:
    """What ``characters`` say in the style of ``scalar`` with nothing around them; None where that is no scalar."""
    if scalar.style in ("literal", "folded"):
        header, *lines = characters.split("\n")
        alone = f"- {header}\n" + "\n".join(lines)
    elif "\n" in characters:
        first, *lines = characters.split("\n")
        alone = "\n".join([f"- {first}", *(f"  {line.strip()}" for line in lines)])
    else:
        alone = f"- {characters}"
    root, said = parse(Source("", alone + "\n"))
    if said or not isinstance(root, List) or len(root.items) != 1:
        return None
    item = root.items[0]
    written = isinstance(item, Scalar) and item.style == scalar.style and "".join(item.span.text.split())
    return item.text if isinstance(item, Scalar) and written == "".join(characters.split()) else None


def _same_signs(before: str, after: str) -> bool:
    """Whether ``after`` is ``before`` but for quotes, escapes of what stands in them, and spaces."""
    return _signs(before) == _signs(after)


def _signs(text: str) -> str:
    return "".join(character for character in text if not character.isspace() and character not in "\"'\\“”‘’")


def _bare(text: str) -> str:
    """``text`` without what may stand between the words of a list or a mapping."""
    return "".join(character for character in _signs(text) if character not in "-:,[]{}")


def _says(root: Node, moved: _Moved, edit: Edit) -> bool:
    """Whether the words of ``edit`` are those of one scalar that begins where it was made, or it made spaces alone."""
    if not edit.span.text.strip() and not edit.text.strip():
        return True
    place = moved.begin(edit.span.start)
    words = edit.span.text.split()
    return any(scalar.text.split() == words for scalar in _scalars(root) if scalar.span.start == place)


def _scalars(root: Node) -> Iterator[Scalar]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        match node:
            case Scalar():
                yield node
            case Mapping():
                waiting += [each for entry in node.entries for each in (entry.key, entry.value)]
            case List():
                waiting += node.items
