"""What a YAML text says: scalars, sequences and mappings, each with its place in the text."""

from typing import Literal, NamedTuple, TypeAlias

from cchc.source import Span

Style: TypeAlias = Literal["plain", "single", "double", "literal", "folded"]

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class Scalar(NamedTuple):
    """A text as it was written: ``03``, ``1.10``, ``no`` and ``12/2024`` stay what they are.

    ``text`` is NFC, with quotes, escapes, folding and indentation taken away; ``span`` covers the
    characters written, quotes included, anchor and tag left out. ``tag`` is set where one was written.
    """

    text: str
    style: Style
    span: Span
    tag: str | None = None

    @property
    def is_null(self) -> bool:
        """Whether the value is absent: nothing, ``~`` or ``null``, without quotes and tag (YAML 1.2, core schema)."""
        return self.style == "plain" and self.tag is None and self.text in _NULLS


class Sequence(NamedTuple):
    """Nodes in their order; ``flow`` where they stand in ``[…]``. ``span`` ends with the last item or bracket."""

    items: "tuple[Node, ...]"
    span: Span
    flow: bool


class Entry(NamedTuple):
    """A key with its value."""

    key: Scalar
    value: "Node"


class Mapping(NamedTuple):
    """Entries with different keys, in their order; ``flow`` where they stand in ``{…}``.

    What a merge key ``<<`` brought in stands among the entries, with the spans of where it was written.
    """

    entries: tuple[Entry, ...]
    span: Span
    flow: bool


Node: TypeAlias = Scalar | Sequence | Mapping
