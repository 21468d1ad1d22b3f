"""What changed between two plans as people look for it: judged, with places, under the headings of the plan.

Plain values: whoever draws them (terminal, Markdown, table, JSON) needs neither plan nor file.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from cchc.compare.judgement import Weight
from cchc.diff.facts import Fact, What

Part: TypeAlias = Literal["targets", "tasks", "text", "act"]
"""Objectives and KPIs of the body; rows of tables; the rest of the body; the act around it. In the order of telling."""


class Place(NamedTuple):
    """Where something is written: the file as messages call it, the line and its column from 1."""

    file: str
    line: int
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class Version(NamedTuple):
    """One of the two plans: its id, the name of its file as messages call it, its title, years, number and day.

    ``title`` is that of the plan, else the subject of its act; it is empty where there is neither. ``number`` and
    ``date`` are as typed, absent in a draft.
    """

    id: str
    name: str
    title: str
    period: str
    number: str | None = None
    date: str | None = None


class Held(NamedTuple):
    """A part that a fact is about besides its sides: what goes with one that is added or removed, a piece of a split.

    ``depth`` counts the parts around it that go with it, too. ``leads`` are those of a row.
    """

    what: What
    label: str
    text: str
    place: Place
    depth: int = 0
    leads: tuple[str, ...] = ()


class Subject(NamedTuple):
    """The row, section or paragraph that a fact is about: what it is, label and text as they print.

    A fact about a cell has the row here, and the cell in its sides. ``label`` may be empty, as the text of a part
    that has none of its own. ``place`` is where the part itself stands.
    """

    what: What
    label: str
    text: str
    place: Place | None = None


class Entry(NamedTuple):
    """A fact with what people want to know of it.

    ``field`` is the way of titles (appendix, sections, groups) under which people look for it in the new plan; for
    what only the old one has, in the new plan's words where it has the same heading. Empty for the act.
    ``old_subject`` and ``new_subject`` are what the fact is about. ``agencies`` are the leads concerned, each once, by
    their full names. ``gained`` and ``lost`` count: one lead for each task that it gets or gives away, ``succeeded``
    those of them that go over by law, as pairs. ``moved`` says from where to where, in titles. ``others`` are further
    parts that the fact is about.
    """

    fact: Fact
    weight: Weight
    field: tuple[str, ...]
    old_place: Place | None
    new_place: Place | None
    agencies: tuple[str, ...] = ()
    part: Part = "text"
    old_subject: Subject | None = None
    new_subject: Subject | None = None
    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    succeeded: tuple[tuple[str, str], ...] = ()
    moved: tuple[str, str] | None = None
    others: tuple[Held, ...] = ()
    cells: tuple[tuple[str, str], ...] = ()
    years_apart: bool = False

    @property
    def subject(self) -> Subject:
        """What the fact is about: as it is now, else as it was."""
        found = self.new_subject or self.old_subject
        assert found is not None
        return found

    @property
    def place(self) -> Place:
        """Where it stands now, else where it stood."""
        found = self.new_place or self.old_place
        assert found is not None
        return found


class LeftOut(NamedTuple):
    """What could not be compared, since only one plan has the form for it: ``rows`` rows in ``tables`` (titles)."""

    side: Literal["old", "new"]
    what: What
    field: str | None
    rows: int
    tables: tuple[str, ...]
    places: tuple[Place, ...]


class Comparison(NamedTuple):
    """Two plans compared. ``entries`` stand in the order in which they are told: by part, then by place."""

    old: Version
    new: Version
    entries: tuple[Entry, ...]
    not_compared: tuple[LeftOut, ...]

    def only(self, weight: Weight | None) -> Comparison:
        """The same with entries of one weight alone; all of them where it is None."""
        if weight is None:
            return self
        return self._replace(entries=tuple(entry for entry in self.entries if entry.weight == weight))


def fails_on(entry: Entry, names: Collection[str]) -> bool:
    """Whether ``names``, kinds and weights of differences, have that of ``entry``."""
    return entry.fact.kind in names or entry.weight in names


def drawn_once(entries: Iterable[Entry]) -> Iterator[tuple[Entry, ...]]:
    """The entries, those together whose texts are the same two: a sentence told by two facts is drawn once."""
    together: dict[object, list[Entry]] = {}
    for number, entry in enumerate(entries):
        old, new = entry.fact.old, entry.fact.new
        key: object = (old.path, new.path) if old and new and entry.fact.words else number
        together.setdefault(key, []).append(entry)
    yield from map(tuple, together.values())
