"""Who signs a revision: the author of what was changed, or that of what only follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Literal, NamedTuple

from cchc.compare.alignment import Change
from cchc.document.nodes import Comment, Paragraph, Revision, Run, Tracked

Kind = Literal["inserted", "deleted"]


class Signature(NamedTuple):
    """The names that revisions bear, and their time, which is not said where it is absent."""

    author: str = "cchc"
    renumbering: str = "cchc – đánh số lại"
    date: datetime | None = None


class Revising:
    """Makes the revisions of one redline: each bears the number of its change, from 1, or 0 where it has none."""

    def __init__(self, changes: Iterable[Change], signature: Signature) -> None:
        self._signature = signature
        self._comments: dict[int, str] = {}
        self._by_kind: dict[Kind, dict[int, int]] = {"deleted": {}, "inserted": {}}
        self._said: set[tuple[int, Kind]] = set()
        for group, change in enumerate(changes, start=1):
            self._comments[group] = change.comment
            for kind, numbers in (("deleted", change.old), ("inserted", change.new)):
                for number in numbers:
                    self._by_kind[kind].setdefault(number, group)  # type: ignore[index]

    def group(self, kind: Kind, numbers: Iterable[int]) -> int:
        """The change that speaks of one of these paragraphs, of the old document or the new one; 0 for none."""
        known = self._by_kind[kind]
        return next((known[number] for number in numbers if number in known), 0)

    def revision(self, kind: Kind, group: int) -> Revision:
        """The revision of what a change did; it signs what it did nothing to, too."""
        signature = self._signature
        return Revision(kind, signature.author if group else signature.renumbering, signature.date, group)

    def tracked(
        self, kind: Kind, group: int, runs: tuple[Run, ...], *, with_other: bool = False
    ) -> tuple[Tracked, ...]:
        """``runs`` as inserted or deleted; nothing for none.

        The first that its change deletes, and the first that it inserts, bears its comment: one of them where both
        stand side by side (``with_other``).
        """
        if not runs:
            return ()
        text = self._comments.get(group, "")
        comments: tuple[Comment, ...] = ()
        if text and (group, kind) not in self._said:
            author = self._signature.author
            comments = (Comment(author, author, text),)
            self._said |= {(group, "deleted"), (group, "inserted")} if with_other else {(group, kind)}
        return (Tracked(self.revision(kind, group), runs, comments),)

    def whole(self, paragraph: Paragraph, kind: Kind, group: int) -> Paragraph:
        """``paragraph`` inserted or deleted with its end."""
        runs = tuple(inline for inline in paragraph.inlines if not isinstance(inline, Tracked))
        return paragraph._replace(inlines=self.tracked(kind, group, runs), mark=self.revision(kind, group))
