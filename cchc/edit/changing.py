"""Changes of a plan's text, made all at once and proved: the tree after is the one before with exactly these."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cchc.diagnostics import Edit
from cchc.edit.applying import with_edits
from cchc.edit.changes import Change, Dropped, Emptied, Identified, Noted, Renamed, Reworded
from cchc.edit.encoded import Encoded
from cchc.edit.proof import read_alone
from cchc.loader.allowances import REVIEW
from cchc.source import KeyPath, Source, Span
from cchc.syntax import nodes
from cchc.syntax.decoding import decode
from cchc.syntax.nodes import Node, Scalar
from cchc.syntax.parsing import parse

_NOTE = "# cchc: {review} – {words}"
_ONLY_DASHES = re.compile(r"[ ]*(?:- +)*")


class Changed(NamedTuple):
    """The file with all changes; ``notes`` counts the comments written, ``kept`` are changes that became one."""

    encoded: Encoded
    notes: int
    kept: tuple[Change, ...]


def with_changes(encoded: Encoded, name: str, changes: Sequence[Change]) -> Changed | None:
    """The file ``name`` with ``changes``; None where the proof fails, or where it is no YAML to begin with."""
    source, _ = decode(encoded.data, name)
    if source is None:
        return None
    root, _ = parse(source)
    if root is None:
        return None
    making = _Making(source, root)
    for change in changes:
        making.make(change)
    after = with_edits(making.edits(), encoded)
    read, _ = decode(after.data, name)
    again = parse(read)[0] if read else None
    if again is None or _said(again) != _expected(root, (), making):
        return None
    return Changed(after, making.notes, tuple(making.kept))


class _Making:
    """The edits of a text that make some changes, and what the tree is to say once they are made."""

    def __init__(self, source: Source, root: Node) -> None:
        self.source = source
        self.nodes: dict[KeyPath, Node] = dict(_walk(root))
        self.keys: dict[KeyPath, Scalar] = dict(_keys(root))
        self._ways: dict[int, list[KeyPath]] = {}
        for path, node in self.nodes.items():
            self._ways.setdefault(id(node), []).append(path)
        self.texts: dict[KeyPath, str | None] = {}
        self.dropped: set[KeyPath] = set()
        self.ids: dict[KeyPath, str] = {}
        self.renamed: dict[KeyPath, str] = {}
        self.kept: list[Change] = []
        self.notes = 0
        self._notes: dict[int, dict[str, None]] = {}
        self._edits: dict[tuple[int, int, str], Edit] = {}

    def make(self, change: Change) -> None:
        """Take ``change`` in; one that cannot be made becomes a note, or nothing where it has no words for one."""
        if isinstance(change, Noted):
            self._note(change.path, change.words)
            return
        if change.path in self.nodes and self._made(change):
            return
        self.kept.append(change)
        if isinstance(change, Reworded | Dropped):
            self._note(change.path, change.otherwise)

    def _made(self, change: Change) -> bool:
        node = self.nodes[change.path]
        match change:
            case Reworded():
                return isinstance(node, Scalar) and self._reword(node, change)
            case Renamed():
                return self._rename(change)
            case Emptied():
                return isinstance(node, Scalar) and self._empty(node, change.path)
            case Dropped():
                return self._drop(node, change.path)
            case Identified():
                return isinstance(node, nodes.Mapping) and self._identify(node, change)
        return False

    def edits(self) -> list[Edit]:
        """All edits in the order of the text; what lies in a part that goes is left out."""
        gone = [edit.span for edit in self._edits.values() if "\n" in edit.span.text and not edit.text]
        notes = [(at, "".join(lines)) for at, lines in self._notes.items()]
        inserted = [Edit(Span(self.source, at, at), text) for at, text in notes]
        found = [*self._edits.values(), *inserted]
        outer = [edit for edit in found if edit.span in gone or not any(_inside(edit.span, span) for span in gone)]
        notices = set(map(id, inserted))
        self.notes = sum(edit.text.count("\n") for edit in outer if id(edit) in notices)
        return sorted(outer, key=lambda edit: (edit.span.start, edit.span.end))

    def _edit(self, start: int, end: int, text: str) -> None:
        self._edits[start, end, text] = Edit(Span(self.source, start, end), text)

    def _reword(self, node: Scalar, change: Reworded) -> bool:
        """Whether the file's characters show each of the pieces, and say the new text with them."""
        edits, pieces, done, said = [], [], node.span.start, 0
        for piece in change.pieces:
            at = self._place(node, piece.start, piece.end)
            if at is None:
                return False
            edits.append((at, at + piece.end - piece.start, piece.text))
        characters = []
        for start, end, text in edits:
            characters += [self.source.text[done:start], text]
            done = end
        characters.append(self.source.text[done : node.span.end])
        for piece in change.pieces:
            pieces += [node.text[said : piece.start], piece.text]
            said = piece.end
        expected = "".join([*pieces, node.text[said:]])
        if read_alone("".join(characters), node) != expected:
            return False
        for edit in edits:
            self._edit(*edit)
        # An alias says what its anchor says.
        self.texts.update(dict.fromkeys(self._ways[id(node)], expected))
        return True

    def _rename(self, change: Renamed) -> bool:
        key = self.keys.get(change.path)
        if key is None or key.span.text.count(key.text) != 1:
            return False
        start = key.span.start + key.span.text.index(key.text)
        self._edit(start, start + len(key.text), change.key)
        self.renamed[change.path] = change.key
        return True

    def _place(self, node: Scalar, start: int, end: int) -> int | None:
        """Where the characters ``start`` to ``end`` of what ``node`` says were typed."""
        words = re.escape(node.text[start:end])
        said = [found.start() for found in re.finditer(words, node.text)]
        typed = [found.start() for found in re.finditer(words, node.span.text)]
        if len(said) != len(typed) or start not in said:
            return None
        return node.span.start + typed[said.index(start)]

    def _empty(self, node: Scalar, path: KeyPath) -> bool:
        start, text = node.span.start, self.source.text
        if text[node.span.end : node.span.end + 1] not in (",", "}", "]"):
            while text[start - 1] == " ":
                start -= 1
        self._edit(start, node.span.end, "")
        self.texts[path] = None
        return True

    def _drop(self, node: Node, path: KeyPath) -> bool:
        """Take out the lines of ``node``, unless others stand on them too."""
        holder = self.nodes[path[:-1]]
        first = self._first(path)
        line = self.source.position(first)[0]
        before = self.source.text[self.source.line_start(line) : first]
        is_item = isinstance(path[-1], int)
        if isinstance(holder, Scalar) or holder.flow or (before.strip() != ("-" if is_item else "")):
            return False
        depth = len(before) - len(before.lstrip(" "))
        start = line
        while start > 1 and self._is_comment(start - 1, depth):
            start -= 1
        end = self.source.position(node.span.start + len(node.span.text.rstrip()))[0] + 1
        while self._is_comment(end, depth + 1, or_deeper=True):
            end += 1
        self._edit(self.source.line_start(start), self.source.line_start(end), "")
        self.dropped.add(path)
        return True

    def _is_comment(self, line: int, depth: int, *, or_deeper: bool = False) -> bool:
        text = self.source.line(line)
        own = len(text) - len(text.lstrip(" "))
        return text.lstrip(" ").startswith("#") and (own >= depth if or_deeper else own == depth)

    def _identify(self, node: nodes.Mapping, change: Identified) -> bool:
        first = node.entries[0].key.span.start if node.entries else None
        if first is None or any(entry.key.text == "id" for entry in node.entries):
            return False
        line, column = self.source.position(first)
        if node.flow:
            self._edit(first, first, f"id: {change.id}, ")
        elif _ONLY_DASHES.fullmatch(self.source.line(line)[: column - 1]):
            self._edit(first, first, f"id: {change.id}\n{' ' * (column - 1)}")
        else:  # an anchor stands before the key, and would become the id's
            return False
        self.ids[change.path] = change.id
        return True

    def _note(self, path: KeyPath, words: str) -> None:
        """A comment on a line of its own: above the key or item, above the brackets around it."""
        while path and path not in self.nodes:
            path = path[:-1]
        for length in range(len(path)):
            holder = self.nodes[path[:length]]
            if not isinstance(holder, Scalar) and holder.flow:
                path = path[:length]
                break
        start = self.source.line_start(self.source.position(self._first(path))[0])
        line = self.source.line(self.source.position(start)[0])
        indent = line[: len(line) - len(line.lstrip(" "))]
        note = _NOTE.format(review=REVIEW, words=" ".join(words.split()))
        self._notes.setdefault(start, {})[f"{indent}{note}\n"] = None

    def _first(self, path: KeyPath) -> int:
        """Where begins what stands at ``path``, its key included."""
        return self.keys[path].span.start if path in self.keys else self.nodes[path].span.start


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and (inner.start < outer.end)


def _walk(root: Node, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Node]]:
    yield path, root
    match root:
        case nodes.Mapping():
            for entry in root.entries:
                yield from _walk(entry.value, (*path, entry.key.text))
        case nodes.Sequence():
            for index, item in enumerate(root.items):
                yield from _walk(item, (*path, index))


def _keys(root: Node, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Scalar]]:
    match root:
        case nodes.Mapping():
            for entry in root.entries:
                yield (*path, entry.key.text), entry.key
                yield from _keys(entry.value, (*path, entry.key.text))
        case nodes.Sequence():
            for index, item in enumerate(root.items):
                yield from _keys(item, (*path, index))


def _said(node: Node) -> object:
    """What ``node`` says, so that two trees can be compared: keys in their order, texts with tag and absence."""
    match node:
        case Scalar():
            return (node.text, node.is_null, node.tag)
        case nodes.Sequence():
            return [_said(item) for item in node.items]
        case nodes.Mapping():
            return tuple((entry.key.text, _said(entry.value)) for entry in node.entries)


def _expected(node: Node, path: KeyPath, making: _Making) -> object:
    """As ``_said``, with the changes of ``making``."""
    match node:
        case Scalar():
            if path not in making.texts:
                return _said(node)
            text = making.texts[path]
            return ("", True, None) if text is None else (text, False, node.tag)
        case nodes.Sequence():
            kept = ((index, item) for index, item in enumerate(node.items) if (*path, index) not in making.dropped)
            return [_expected(item, (*path, index), making) for index, item in kept]
        case nodes.Mapping():
            kept_keys = (entry for entry in node.entries if (*path, entry.key.text) not in making.dropped)
            ways = [((*path, entry.key.text), entry) for entry in kept_keys]
            said = [
                (making.renamed.get(way, entry.key.text), _expected(entry.value, way, making)) for way, entry in ways
            ]
            named = [("id", (making.ids[path], False, None))] if path in making.ids else []
            return (*named, *said)
