"""Facts about two texts that are the same part of two plans, and about parts that only one plan has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cchc.diff.facts import Fact, Kind, Side, What
from cchc.diff.wording import Wording, Wordings, extent_of
from cchc.language.word_changes import word_changes
from cchc.source import KeyPath


class Place(NamedTuple):
    """A text of a plan and where it stands; ``row`` is the row that it belongs to."""

    path: KeyPath
    text: str
    row: KeyPath | None = None


class Texts:
    """Compares texts of an old plan with those of a new one."""

    def __init__(self, old: Wordings, new: Wordings) -> None:
        self.old, self.new = old, new

    def changed(
        self,
        old: Place | None,
        new: Place | None,
        kind: Kind,
        what: What,
        field: str | None = None,
        rows: tuple[KeyPath | None, KeyPath | None] = (None, None),
    ) -> Iterator[Fact]:
        """The fact that a text is another one, was added or left out; none where both say the same.

        ``rows`` are the rows that the texts belong to, where one of them is absent.
        """
        before = self.old.of(old.text) if old and old.text else None
        after = self.new.of(new.text) if new and new.text else None
        if before is None and after is None:
            return
        rows = old.row if old else rows[0], new.row if new else rows[1]
        old_side = Side(old.path, before.text) if old and before else None
        new_side = Side(new.path, after.text) if new and after else None
        if before is None or after is None:
            yield Fact(kind, what, old_side, new_side, *rows, field)
            return
        extent = extent_of(before, after)
        if extent is not None:
            words = word_changes(before.text, after.text)
            yield Fact(kind, what, old_side, new_side, *rows, field, extent, words)

    def same(self, old: str, new: str) -> bool:
        """Whether two texts print alike, but for where the plan's numbering has shifted."""
        return old == new or extent_of(self.old.of(old), self.new.of(new)) is None

    def wordings(self, old: str, new: str) -> tuple[Wording, Wording]:
        return self.old.of(old), self.new.of(new)
