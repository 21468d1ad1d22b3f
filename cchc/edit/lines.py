"""The lines of a text as it was written, laid out anew: order, indentation, blank lines, quotes; no word is touched."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from cchc.edit.key_order import in_house_order, is_free
from cchc.edit.quotes import plainest, plainest_key
from cchc.source import KeyPath
from cchc.syntax.written import Block, Leaf, Part, Written, speaks_to_the_program

_STEP = 2
_SPACES = " \t\r\n"
"""What YAML takes for space and line end. A no-break space is a letter to it, at the end of a line too."""


class _Line(NamedTuple):
    """A line; a ``gap`` is blank or a comment and belongs to no value."""

    text: str
    gap: bool = False


def laid_out(text: str, written: Written, keys: Collection[str]) -> str:
    """``text``, which reads as ``written``, in house style; ``keys`` are those that may stand in the file."""
    return _Layout(text, keys).whole(written)


class _Layout:
    def __init__(self, text: str, keys: Collection[str]) -> None:
        self._text = text
        self._keys = keys

    def whole(self, written: Written) -> str:
        header, lead = _header(written.head)
        written.root.parts[0].lead = lead
        lines = [
            *(_Line(line.rstrip(_SPACES), gap=True) for line in header),
            *self._block(written.root, 0, ()),
            *(_Line(line.rstrip(_SPACES), gap=True) for line in written.foot),
        ]
        laid = "\n".join(_without_doubled_blanks(lines))
        return laid if self._ends_open(written) else laid + "\n"

    def _ends_open(self, written: Written) -> bool:
        """Whether the text ends inside a block scalar and without a line end, which would become part of it."""
        last = written.root.parts[-1].value
        while isinstance(last, Block):
            last = last.parts[-1].value
        if last is None or last.form not in ("literal", "folded") or last.end < len(self._text):
            return False
        return "-" not in self._text[last.start : last.end].split("\n")[0].partition("#")[0]

    def _block(self, block: Block, indent: int, path: KeyPath) -> list[_Line]:
        parts = self._ordered(block, path)
        lines: list[_Line] = []
        for index, part in enumerate(parts):
            own = self._part(part, indent, path)
            above = list(_shifted(part.lead, indent - block.column, indent))
            if index == 0 and part is not block.parts[0]:
                above = [line for line in above if line.text]
            apart = not path and index and (self._is_long(part) or self._is_long(parts[index - 1]))
            if apart and not (above and not above[0].text):
                above.insert(0, _Line("", gap=True))
            # As far in as the text of a block scalar, a comment below would be one more line of it.
            in_text = isinstance(part.value, Leaf) and part.value.form in ("literal", "folded")
            furthest = indent + _STEP - 1 if in_text else None
            lines += [*above, *own, *_shifted(part.tail, indent - block.column, furthest)]
        return lines

    def _ordered(self, block: Block, path: KeyPath) -> list[Part]:
        if block.linked or is_free(path) or any(part.key is None for part in block.parts):
            return block.parts
        ordered = in_house_order(block.parts, self._name)
        # Above the first key of an item stands what speaks of the whole item.
        widened = ordered[0] is not block.parts[0] and any(map(speaks_to_the_program, ordered[0].lead))
        return block.parts if widened else ordered

    def _name(self, part: Part) -> str:
        return part.key.text if part.key else ""

    def _part(self, part: Part, indent: int, path: KeyPath) -> list[_Line]:
        pad = " " * indent
        if part.key is None:
            return self._item(part, indent, path)
        opening = pad + self._key(part.key) + ":"
        return self._valued(part, opening, indent, (*path, part.key.text))

    def _item(self, part: Part, indent: int, path: KeyPath) -> list[_Line]:
        pad, here = " " * indent, (*path, 0)
        value = part.value
        if not isinstance(value, Block) or self._beside(part, value):
            return self._valued(part, f"{pad}-", indent, here)
        lines = self._block(value, indent + _STEP, here)
        first = next(number for number, line in enumerate(lines) if not line.gap)
        above = [_Line(line.text[min(_STEP, _column(line.text)) :], gap=True) for line in lines[:first]]
        opened = _Line(f"{pad}- {lines[first].text[indent + _STEP :]}")
        return [*(line for line in above if line.text), opened, *lines[first + 1 :]]

    def _valued(self, part: Part, opening: str, indent: int, path: KeyPath) -> list[_Line]:
        value = part.value
        if isinstance(value, Block):
            return [_Line(opening + self._beside(part, value)), *self._block(value, indent + _STEP, path)]
        assert value is not None
        if self._is_prose_list(value):
            return self._one_a_line(value, opening, indent)
        gap = self._text[part.mark + 1 : value.start].split("\n")
        if value.start == value.end or len(gap) == 1:
            space = " " if value.start < value.end else ""
            lines = self._leaf(value, opening + space, indent, part)
        else:
            below = indent + _STEP
            shift = below - len(gap[-1])
            lines = [_Line(opening + gap[0].rstrip(_SPACES)), *_shifted(gap[1:-1], shift)]
            lines += self._leaf(value, " " * below, indent, part)
        return lines

    def _is_long(self, part: Part) -> bool:
        """Whether what is below the key of ``part`` has lines of its own."""
        return isinstance(part.value, Block) or (part.value is not None and self._is_prose_list(part.value))

    def _is_prose_list(self, leaf: Leaf) -> bool:
        """Whether ``leaf`` is a list in brackets of quoted sentences, which need neither where each has its line."""
        if not leaf.items or self._rest(leaf):
            return False
        between = self._text[leaf.start : leaf.end]
        quoted = all(item.form in ("single", "double") or " " not in item.text for item in leaf.items)
        quoted = quoted and not any("\n" in self._text[item.start : item.end] for item in leaf.items)
        prose = any(item.text.count(" ") >= 2 for item in leaf.items)
        return quoted and prose and between[0] == "[" and "#" not in between

    def _rest(self, leaf: Leaf) -> str:
        """What stands behind ``leaf`` on its last line: a comment, or nothing."""
        end = self._text.find("\n", leaf.end)
        return self._text[leaf.end : None if end < 0 else end].rstrip(_SPACES)

    def _one_a_line(self, leaf: Leaf, opening: str, indent: int) -> list[_Line]:
        pad = " " * (indent + _STEP)
        written = [(item, self._text[item.start : item.end]) for item in leaf.items]
        items = [plainest(item.text, each, self._keys) if each[0] in "\"'" else each for item, each in written]
        return [_Line(opening), *(_Line(f"{pad}- {each}") for each in items)]

    def _beside(self, part: Part, value: Block) -> str:
        """What stands on the line of the key or dash before a block below it: an anchor, a tag, a comment."""
        between = self._text[part.mark + 1 : value.parts[0].start]
        beside = between.split("\n", 1)[0].rstrip(_SPACES) if "\n" in between else between.strip(_SPACES)
        if beside and not beside.lstrip(_SPACES).startswith("#"):
            return f" {beside.lstrip(_SPACES)}"
        return beside

    def _key(self, key: Leaf) -> str:
        as_written = self._text[key.start : key.end]
        return plainest_key(key.text, as_written) if as_written[0] in "\"'" else as_written

    def _leaf(self, leaf: Leaf, opening: str, indent: int, part: Part) -> list[_Line]:
        first, *rest = self._text[leaf.start : leaf.end].split("\n")
        comment = self._rest(leaf)
        if not rest and not comment and first[:1] in ('"', "'") and leaf.form in ("single", "double"):
            first = plainest(leaf.text, first, self._keys)
        if leaf.form in ("literal", "folded"):
            below = list(_moved(rest, indent, self._column(part), explicit=any(map(str.isdigit, first.split("#")[0]))))
            return [_Line(opening + first.rstrip(_SPACES)), *below]
        below = [_Line(_continued(line, leaf, indent, rest)) for line in rest]
        lines = [_Line(opening + (first.rstrip(_SPACES) if leaf.form == "plain" else first)), *below]
        if leaf.form in ("single", "double", "flow"):
            lines[:-1] = [_Line(_without_spaces(line.text)) for line in lines[:-1]]
        return [*lines[:-1], _Line((lines[-1].text + comment).rstrip(_SPACES) if comment else lines[-1].text)]

    def _column(self, part: Part) -> int:
        return part.start - (self._text.rfind("\n", 0, part.start) + 1)


def _continued(line: str, leaf: Leaf, indent: int, rest: list[str]) -> str:
    """A further line of a scalar, or of a collection in brackets, which keeps the shape that its author gave it."""
    bare = line.lstrip(" \t")
    if not bare.strip(_SPACES):
        return ""
    if leaf.form == "flow":
        column = min(_column(each) for each in rest if each.strip(_SPACES))
        closes = rest[-1].lstrip(_SPACES)[:1] in ("]", "}") and _column(rest[-1]) == column
        return " " * (indent + (0 if closes else _STEP) + _column(line) - column) + bare
    return " " * (indent + _STEP) + (bare.rstrip(_SPACES) if leaf.form == "plain" else bare)


def _moved(lines: list[str], indent: int, column: int, *, explicit: bool) -> Iterator[_Line]:
    """The lines of a block scalar. What stands in them, spaces at their ends included, is text."""
    filled = next((line for line in lines if line.strip(_SPACES)), "")
    shift = indent - column if explicit else indent + _STEP - (len(filled) - len(filled.lstrip(" ")))
    for line in lines:
        if not filled or not line:
            yield _Line("")
        elif shift >= 0:
            yield _Line(" " * shift + line)
        else:
            yield _Line(line[min(-shift, len(line) - len(line.lstrip(" "))) :])


def _shifted(lines: Iterable[str], shift: int, furthest: int | None = None) -> Iterator[_Line]:
    """Comments and blank lines, moved; none further in than ``furthest``, where it would belong to what is above."""
    for line in lines:
        bare = line.strip(_SPACES)
        column = max(_column(line) + shift, 0)
        column = column if furthest is None else min(column, furthest)
        yield _Line(" " * column + bare if bare else "", gap=True)


def _header(head: list[str]) -> tuple[list[str], list[str]]:
    """The lines that speak of the whole file, which stay at its top, and those that speak of its first key."""
    blank = max((number for number, line in enumerate(head, 1) if not line.strip(_SPACES)), default=len(head))
    return head[:blank], head[blank:]


def _without_doubled_blanks(lines: list[_Line]) -> Iterator[str]:
    """The texts of ``lines`` with one blank line where there were more, and none at the beginning and the end."""
    last = max((number for number, line in enumerate(lines) if line.text or not line.gap), default=-1)
    blank = True
    for line in lines[: last + 1]:
        if not (line.gap and not line.text and blank):
            yield line.text
        blank = line.gap and not line.text


def _without_spaces(line: str) -> str:
    """``line`` of a quoted text without the spaces at its end, unless the first of them is escaped."""
    bare = line.rstrip(" \t")
    return line if bare.endswith("\\") else bare


def _column(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))
