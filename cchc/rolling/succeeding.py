"""Bodies in the typed fields of a plan that moves on: exchanged where one body took over, else told to the author."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from cchc.edit.changes import Piece
from cchc.language.folding import fold
from cchc.registry.facts import Body
from cchc.registry.naming import naming_of
from cchc.registry.reading import Mention, read_bodies
from cchc.registry.registry import Registry
from cchc.registry.succession import Successors, is_gone, successors_on


class Days(NamedTuple):
    """The day on which the old plan's names are read, and that of the new plan."""

    old: date
    new: date


class Succeeded(NamedTuple):
    """What becomes of the bodies in a text: the ``pieces`` that are exchanged, and the ``notes`` for the author."""

    pieces: tuple[Piece, ...] = ()
    notes: tuple[str, ...] = ()


def succeeded(text: str, days: Days, registry: Registry) -> Succeeded:
    """The bodies of ``text`` that are gone on the new day: each by the one body that took over all of it.

    Where others took over a part, the name is exchanged and the parts are told. Several successors, none, parts alone,
    or one that the text names already, leave the name as it is. Units of territory are another matter.
    """
    mentions = read_bodies(text, registry, days.old)
    held = {mention.id for mention in mentions}
    pieces: list[Piece] = []
    notes: list[str] = []
    for mention in mentions:
        body = registry.known(mention.id)
        if body is None or mention.kind == "class" or not _ends(body, days, registry):
            continue
        found = successors_on(body, days.new, registry)
        piece = _piece(mention, body, found, held, days, registry)
        if piece is not None:
            pieces.append(piece)
        if piece is None or found.parts:
            notes.append(_told(body, found, held, exchanged=piece is not None))
    if pieces and not _reads_well(text, pieces, mentions, days, registry):
        names = ", ".join(text[piece.start : piece.end] for piece in pieces)
        return Succeeded(notes=(*notes, f"“{names}” không còn: ghi cơ quan kế thừa"))
    return Succeeded(tuple(pieces), tuple(dict.fromkeys(notes)))


def _ends(body: Body, days: Days, registry: Registry) -> bool:
    """Whether ``body`` is gone on the new day; those of an abolished level are told by the words of the level."""
    return not body.is_territory and body.tier != "district" and is_gone(body, days.new, registry)


def _piece(
    mention: Mention, body: Body, found: Successors, held: set[str | None], days: Days, registry: Registry
) -> Piece | None:
    """``mention`` by its successor; None where there is not exactly one, or where nobody can tell how to write it."""
    if len(found.whole) != 1:
        return None
    after = found.whole[0]
    if after.id in held or after.tier != body.tier or not after.exists_on(days.new):
        return None
    name = naming_of(mention, registry, days.old).name
    written = name or mention.printed
    text = _written_alike(written, body, after, shared=not name)
    at = mention.printed.find(written)
    return Piece(mention.start + at, mention.start + at + len(written), text) if text and at >= 0 else None


def _written_alike(words: str, body: Body, after: Body, *, shared: bool) -> str | None:
    """The name of ``after`` in the form in which ``words`` name ``body``: whole, short, or without the shared head."""
    if fold(words) == fold(body.name):
        return after.name
    for short, other in zip(body.aliases, after.aliases, strict=False):
        if fold(words) == fold(short):
            return other
        if shared and fold(words) == fold(short.partition(" ")[2]):
            return other.partition(" ")[2]
    bare = body.name.partition(" ")[2]
    if shared:
        return after.name.partition(" ")[2] if fold(words) == fold(bare) else _bare_alias(words, body, after)
    return after.name


def _bare_alias(words: str, body: Body, after: Body) -> str | None:
    """Of "các Sở: KH&ĐT" the short name behind the head, where the successor has one."""
    known = any(fold(words) == fold(short.partition(" ")[2]) for short in body.aliases)
    return after.aliases[0].partition(" ")[2] if known and after.aliases else None


def _reads_well(text: str, pieces: list[Piece], before: tuple[Mention, ...], days: Days, registry: Registry) -> bool:
    """Whether the text with ``pieces`` names as many as before, and none that is gone for another reason."""
    written = with_pieces(text, pieces)
    after = read_bodies(written, registry, days.new)
    unknown = sum(mention.kind == "unknown" for mention in after)
    return len(after) == len(before) and unknown <= sum(mention.kind == "unknown" for mention in before)


def with_pieces(text: str, pieces: list[Piece] | tuple[Piece, ...]) -> str:
    """``text`` with ``pieces``, which are apart and in order."""
    said, done = [], 0
    for piece in pieces:
        said += [text[done : piece.start], piece.text]
        done = piece.end
    return "".join([*said, text[done:]])


def _told(body: Body, found: Successors, held: set[str | None], *, exchanged: bool) -> str:
    parts = ", ".join(each.name for each in found.parts)
    whole = ", ".join(each.name for each in found.whole)
    if exchanged:
        return f"trước là “{body.name}”; một phần việc của cơ quan này đã chuyển sang {parts}"
    if any(each.id in held for each in found.whole):
        return f"“{body.name}” không còn, và cơ quan kế thừa ({whole}) đã có ở đây: gộp lại"
    if whole and parts:
        return f"“{body.name}” không còn: việc chuyển sang {whole}; một phần sang {parts}"
    if whole or parts:
        return f"“{body.name}” không còn: {'một phần ' if not whole else ''}việc chuyển sang {whole or parts}"
    return f"“{body.name}” không còn"
