"""Who signs a revision: the author of what was changed, or that of what only follows from it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

from cchc.compare.alignment import Change, Stretch
from cchc.compare.words import length
from cchc.document.nodes import Comment, Inline, Paragraph, Revision, Run, Text, Tracked

Kind = Literal["inserted", "deleted"]
_KINDS: tuple[Kind, Kind] = ("inserted", "deleted")


class Signature(NamedTuple):
    """The names that revisions bear, and their time, which is not said where it is absent."""

    author: str = "cchc"
    renumbering: str = "cchc – đánh số lại"
    date: datetime | None = None


class _Claim(NamedTuple):
    """That a change speaks of a stretch of a paragraph."""

    stretch: Stretch
    group: int


class Revising:
    """Makes the revisions of one redline: each bears the number of its change, from 1, or 0 where it has none."""

    def __init__(self, changes: Iterable[Change], signature: Signature) -> None:
        self._signature = signature
        self._comments: dict[int, str] = {}
        self._claims: dict[Kind, dict[int, list[_Claim]]] = {kind: defaultdict(list) for kind in _KINDS}
        self._said: set[tuple[int, Kind]] = set()
        for group, change in enumerate(changes, start=1):
            self._comments[group] = change.comment
            for stretch in change.old:
                self._claims["deleted"][stretch.paragraph].append(_Claim(stretch, group))
            for stretch in change.new:
                self._claims["inserted"][stretch.paragraph].append(_Claim(stretch, group))

    def of_stretch(self, kind: Kind, number: int, start: int, end: int, *, label: bool = False) -> int:
        """The change that speaks of characters of a paragraph; 0 for none."""
        if start == end:
            return 0
        claims = self._claims[kind].get(number, ())
        return _best(
            each
            for each in claims
            if each.stretch.label == label and each.stretch.start < end and start < each.stretch.end
        )

    def of_all(self, kind: Kind, numbers: Iterable[int]) -> int:
        """The change that speaks of most of the paragraphs, of several the one about the largest part; 0 for none."""
        claims = [each for number in numbers for each in self._claims[kind].get(number, ())]
        often = Counter(group for group, _ in {(claim.group, claim.stretch.paragraph) for claim in claims})
        ranks = {claim.group: claim.stretch.rank for claim in claims}
        return max(often, key=lambda group: (often[group], -ranks[group], -group), default=0)

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
            comments = (Comment(author, _initials(author), text),)
            self._said |= {(group, "deleted"), (group, "inserted")} if with_other else {(group, kind)}
        return (Tracked(self.revision(kind, group), runs, comments),)

    def whole(self, paragraph: Paragraph, kind: Kind, number: int, around: int = 0) -> Paragraph:
        """The paragraph ``number`` inserted or deleted with its end; ``around`` is the change of what goes with it."""
        own = self.of_all(kind, (number,)) or around
        inlines: list[Inline] = []
        for group, pieces in groupby(self._cut(paragraph, kind, number), key=lambda piece: piece[0] or own):
            inlines += self.tracked(kind, group, tuple(run for _, run in pieces))
        return paragraph._replace(inlines=tuple(inlines), mark=self.revision(kind, own))

    def _cut(self, paragraph: Paragraph, kind: Kind, number: int) -> Iterator[tuple[int, Run]]:
        """The runs of ``paragraph``, cut where another change speaks of them, each with its change."""
        claims = self._claims[kind].get(number, ())
        edges = sorted({edge for each in claims for edge in (each.stretch.start, each.stretch.end)})
        at = 0
        for inline in paragraph.inlines:
            if isinstance(inline, Tracked):
                raise ValueError("a text that is to be compared has revisions already")
            end = at + length((inline,))
            cuts = [at, *(edge for edge in edges if at < edge < end), end]
            for start, stop in pairwise(cuts):
                run = inline._replace(text=inline.text[start - at : stop - at]) if isinstance(inline, Text) else inline
                yield self.of_stretch(kind, number, start, stop), run
            at = end


def _initials(name: str) -> str:
    words = name.split()
    return "".join(word[0] for word in words) if len(words) > 1 else name


def _best(claims: Iterable[_Claim]) -> int:
    def weight(claim: _Claim) -> tuple[int, int]:
        return claim.stretch.rank, claim.stretch.start - claim.stretch.end

    best = max(claims, key=weight, default=None)
    return best.group if best else 0
