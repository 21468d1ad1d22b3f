"""What may be done to a plan's text besides mending: words exchanged, values emptied, rows taken out, notes added."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from cchc.source import KeyPath


class Piece(NamedTuple):
    """The characters ``start`` to ``end`` of a value, and what stands there afterwards."""

    start: int
    end: int
    text: str


class Reworded(NamedTuple):
    """``pieces`` of the text at ``path``, in order and apart, are exchanged.

    Where the characters of the file do not show them one by one, the value stays and the note ``otherwise`` is written.
    """

    path: KeyPath
    pieces: tuple[Piece, ...]
    otherwise: str


class Emptied(NamedTuple):
    """The value at ``path`` is taken away; its key stays."""

    path: KeyPath


class Dropped(NamedTuple):
    """The item or the key at ``path`` is taken out whole, with the comments that stand right above it.

    In a list in brackets it stays, and the note ``otherwise`` is written.
    """

    path: KeyPath
    otherwise: str


class Identified(NamedTuple):
    """The mapping at ``path`` gets the ``id``, as its first key."""

    path: KeyPath
    id: str


class Noted(NamedTuple):
    """A comment for whoever reviews the plan is written above what stands at ``path``."""

    path: KeyPath
    words: str


class Renamed(NamedTuple):
    """The last key of ``path`` is exchanged; its value stays."""

    path: KeyPath
    key: str


Change: TypeAlias = Renamed | Reworded | Emptied | Dropped | Identified | Noted
