"""The facts about what changed between two plans. They know no severity, and no words for people."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from cchc.language.word_changes import WordChange
from cchc.source import KeyPath

Kind: TypeAlias = Literal[
    "added",
    "removed",
    "moved",
    "reordered",
    "reworded",
    "split",
    "merged",
    "changed",
    "lead",
    "support",
    "succession",
    "start",
    "end",
    "when",
    "time-kind",
    "indicator",
    "output",
    "budget",
    "score",
    "cell",
    "kpi-raised",
    "kpi-lowered",
    "kpi-bound",
    "kpi-changed",
    "kpi-added",
    "kpi-removed",
]
"""What happened. ``changed`` is another value of something that has no kind of its own, ``What`` says of what.

``moved`` is under another parent, ``reordered`` among the same ones. ``succession``: the body itself changed by law.
"""

What: TypeAlias = Literal[
    "group",
    "result",
    "task",
    "activity",
    "criterion",
    "indicator",
    "item",
    "line",
    "appendix",
    "table",
    "section",
    "paragraph",
    "objective",
    "opening",
    "closing",
    "basis",
    "proposal",
    "article",
    "recipient",
    "archive",
    "signatory",
    "act",
    "title",
    "subject",
    "theme",
    "period",
    "footnote",
    "numbering",
    "layout",
    "duty",
    "kpi",
]
"""What it happened to: a row by what it is (``line`` is one of its ``parts``), or another part of the act."""

Extent: TypeAlias = Literal["words", "names", "years", "spelling"]
"""In what two texts differ: in words; in how the same bodies are named; in the plan's own years, which moved on with
it; only in how the same words are written: letter case, signs, spaces, the place of tone marks, abbreviations, days in
figures."""


class Side(NamedTuple):
    """Where something stands in a plan, and what stands there: as it prints, a date or month as typed."""

    path: KeyPath
    text: str


class BodyChange(NamedTuple):
    """A body that another one took over from or was put in the place of, was added (no ``old``) or left out.

    Both are the printed words. ``succeeds``: by law; ``partial``: it took over a part of the other's work only.
    """

    old: str | None
    new: str | None
    succeeds: bool = False
    partial: bool = False


class FigureChange(NamedTuple):
    """The indicator whose figure changed, and the figure as each text has it: its first and last character (exclusive)
    there."""

    name: str
    old: tuple[int, int] | None
    new: tuple[int, int] | None


class Fact(NamedTuple):
    """One difference between an old and a new plan.

    ``old`` and ``new`` are both places; one is absent where only one plan has it. ``old_row`` and ``new_row`` lead to
    the rows (not their lines), in facts about rows. ``field`` is the cell or key. ``words`` are the characters of both
    texts that differ. ``months`` says how much later a start or end is. ``others_old`` and ``others_new`` are further
    parts that the fact is about: what goes with a part that is added or removed, the pieces of a split or merger but
    for the first, further rows that have a cell from the same ``defaults``. ``reworded``: words beside the figure
    changed too.
    """

    kind: Kind
    what: What
    old: Side | None
    new: Side | None
    old_row: KeyPath | None = None
    new_row: KeyPath | None = None
    field: str | None = None
    extent: Extent = "words"
    words: tuple[WordChange, ...] = ()
    bodies: tuple[BodyChange, ...] = ()
    figure: FigureChange | None = None
    months: int | None = None
    others_old: tuple[KeyPath, ...] = ()
    others_new: tuple[KeyPath, ...] = ()
    reworded: bool = False

    @property
    def partial(self) -> bool:
        """Whether a succession is one to a part of the work only."""
        return any(body.partial for body in self.bodies)


How: TypeAlias = Literal["id", "wording", "children", "likeness"]
"""How two parts were found to be the same: by their ids, their words, what they hold, or their likeness."""


class Pair(NamedTuple):
    """Two parts that are the same one in both plans, with how sure that is: 1 for what is certain."""

    old: KeyPath
    new: KeyPath
    how: How
    score: float


class NotCompared(NamedTuple):
    """What only one plan has the form for: rows of a family, by the paths of their tables, or a ``field`` of rows.

    ``rows`` is how many rows.
    """

    side: Literal["old", "new"]
    what: What
    paths: tuple[KeyPath, ...]
    rows: int
    field: str | None = None


class Differences(NamedTuple):
    """What changed, what could not be compared, and which parts are taken for the same."""

    facts: tuple[Fact, ...]
    not_compared: tuple[NotCompared, ...]
    pairs: tuple[Pair, ...]
