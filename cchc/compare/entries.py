"""Facts about two plans to a comparison: each with its weight, its places, its heading and the bodies concerned."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import TypeAlias

from cchc.compare.comparison import Comparison, Entry, Held, LeftOut, Part, Place, Subject, Version
from cchc.compare.judgement import weight
from cchc.compare.plan_side import Compared, PlanSide
from cchc.diff.facts import Differences, Fact, Kind, NotCompared, Side, What
from cchc.diff.wording import Wordings, text_of
from cchc.registry.registry import Registry
from cchc.source import KeyPath

_PARTS: tuple[Part, ...] = ("targets", "tasks", "text", "act")
_OF_PARTS: frozenset[Kind] = frozenset({"added", "removed", "split", "merged"})
"""What is told of parts with others beside them; other facts have others where several rows share a cell."""
_TEXTS: frozenset[What] = frozenset({"paragraph", "objective", "basis", "recipient", "opening", "closing", "footnote"})
"""Parts that are their texts."""
_TEXT_KEYS = frozenset({"title", "agency", "caption", "label", "duty_of", "reform", "numbering"})
"""The last key of a fact about a section itself."""


_Heading: TypeAlias = tuple[KeyPath, Subject]


def comparison(old: Compared, new: Compared, found: Differences, registry: Registry) -> Comparison:
    """``found`` as people look for it; bodies are those of ``registry``."""
    teller = _Teller(PlanSide(old, registry), PlanSide(new, registry), found)
    told = sorted(map(teller.entry, found.facts), key=teller.order)
    left_out = tuple(map(teller.left_out, found.not_compared))
    return Comparison(_version(old), _version(new), tuple(told), left_out)


def _version(compared: Compared) -> Version:
    plan = compared.plan
    title = plan.title or text_of(plan.act.subject)
    title = Wordings(plan).of(title).text if title else ""
    return Version(compared.id, compared.name, title, plan.period, text_of(plan.act.number) or None, plan.act.date)


class _Teller:
    """Facts to entries, of one comparison."""

    def __init__(self, old: PlanSide, new: PlanSide, found: Differences) -> None:
        self._old, self._new, pairs = old, new, found.pairs
        self._partners = {pair.old: pair.new for pair in pairs}
        self._with_figures = {_paths(fact) for fact in found.facts if fact.kind.startswith("kpi-")}
        beside = sorted((old.offset(pair.old), new.offset(pair.new)) for pair in pairs)
        self._before, self._after = [was for was, _ in beside], [now for _, now in beside]

    def entry(self, fact: Fact) -> Entry:
        old, new = _part_of(fact, "old"), _part_of(fact, "new")
        gained, lost = self._tasks(fact)
        subjects = self._subject(self._old, fact, old, fact.old), self._subject(self._new, fact, new, fact.new)
        return Entry(
            fact,
            weight(fact),
            self._field(old, new),
            _place(self._old, fact.old, fact.old_row),
            _place(self._new, fact.new, fact.new_row),
            self._agencies(fact, (*lost, *gained)),
            _place_in_plan(
                fact, new or old or (), figures=_paths(fact) in self._with_figures or _only_objectives(fact)
            ),
            *subjects,
            gained,
            lost,
            self._succeeded(fact),
            self._moved(old, new) if fact.kind == "moved" and old and new else None,
            tuple(self._others(fact)),
            self._cells(fact),
            self._old.plan.period != self._new.plan.period,
        )

    def order(self, entry: Entry) -> tuple[int, int, int, int, int]:
        """Where ``entry`` is told: by part, by its heading in the new plan, then as it stands there."""
        fact = entry.fact
        old, new = _part_of(fact, "old"), _part_of(fact, "new")
        part = _PARTS.index(entry.part)
        if new is not None:
            around = [path for path, _ in self._new.headings.around(new)]
            heading = self._new.headings.order(around[-1]) if around else -1
            inside = self._new.offset(fact.new.path) if fact.new else 0
            return part, heading, 0, self._new.offset(new), inside
        assert old is not None
        assert fact.old is not None
        kept, gone = self._kept_headings(old)
        heading = self._new.headings.order(kept[-1][0]) if kept else -1
        offset = self._old.offset(fact.old.path)
        if gone and not kept:
            near = bisect_right(self._before, offset)
            heading = self._near(near)
        return part, heading, self._old.headings.order(gone[-1][0]) + 1 if gone else 0, self._after_of(offset), offset

    def _near(self, number: int) -> int:
        return self._after[number - 1] if number else -1

    def _after_of(self, offset: int) -> int:
        """Where in the new plan stands what is nearest before ``offset`` in the old one."""
        return self._near(bisect_right(self._before, offset))

    def left_out(self, each: NotCompared) -> LeftOut:
        side = self._old if each.side == "old" else self._new
        titles = tuple(_said(side.headings.row(path)) for path in each.paths)
        return LeftOut(each.side, each.what, each.field, each.rows, titles, tuple(map(side.place, each.paths)))

    def _field(self, old: KeyPath | None, new: KeyPath | None) -> tuple[str, ...]:
        if new is not None:
            return tuple(_said(subject) for _, subject in self._new.headings.around(new))
        assert old is not None
        kept, gone = self._kept_headings(old)
        return tuple(_said(subject) for _, subject in (*kept, *gone))

    def _kept_headings(self, old: KeyPath) -> tuple[list[_Heading], list[_Heading]]:
        """The headings in the new plan of what it has of the parts around ``old``; the old headings inside these."""
        gone = list(self._old.headings.around(old))
        for end in range(len(old) - 1, 0, -1):
            new = self._partners.get(old[:end])
            if new is not None:
                inside = [heading for heading in gone if len(heading[0]) > end]
                return list(self._new.headings.around((*new, ""))), inside
        return [], gone

    def _subject(self, side: PlanSide, fact: Fact, path: KeyPath | None, at: Side | None) -> Subject | None:
        if path is None:
            return None
        if at is not None and fact.what in _TEXTS:
            return Subject(fact.what, "", at.text, side.place(path))
        found = side.headings.at(path) if fact.what == "article" else side.headings.row(path)
        if found is None or (path[0] == "act" and fact.what != "article"):
            found = Subject(fact.what, "", "")
        elif fact.what == "table":
            found = found._replace(what="table")
        return found._replace(place=side.place(path))

    def _moved(self, old: KeyPath, new: KeyPath) -> tuple[str, str]:
        """The titles around a part in both plans, from the first that differ on."""
        was, now = self._old.headings.parent(old), self._new.headings.parent(new)
        if _said(was) != _said(now):
            return _said(was), _said(now)
        ways = [[_said(part) for _, part in side.headings.around(path)] for side, path in self._ends(old, new)]
        return " › ".join(ways[0]), " › ".join(ways[1])

    def _ends(self, old: KeyPath, new: KeyPath) -> tuple[tuple[PlanSide, KeyPath], tuple[PlanSide, KeyPath]]:
        return (self._old, old), (self._new, new)

    def _tasks(self, fact: Fact) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The leads that get a task and those that lose one by ``fact``, one for each task."""
        if fact.kind in ("added", "removed", "split", "merged"):
            gained = [fact.new_row, *fact.others_new] if fact.kind == "added" else [*fact.others_new]
            lost = [fact.old_row, *fact.others_old] if fact.kind == "removed" else [*fact.others_old]
            return (
                tuple(lead for path in gained if path for lead in self._new.leads.of_row(path)),
                tuple(lead for path in lost if path for lead in self._old.leads.of_row(path)),
            )
        gained_: list[str] = []
        lost_: list[str] = []
        if fact.field == "lead" and fact.extent == "words":
            for old, new in _rows(fact):
                was, now = self._old.leads.of_row(old), self._new.leads.of_row(new)
                gained_ += (lead for lead in now if lead not in was)
                lost_ += (lead for lead in was if lead not in now)
        return tuple(gained_), tuple(lost_)

    def _succeeded(self, fact: Fact) -> tuple[tuple[str, str], ...]:
        """Whose tasks went to whom by law, once for each task."""
        pairs: list[tuple[str, str]] = []
        for old, new in _rows(fact) if fact.field == "lead" else ():
            was, now = self._old.leads.by_words(old), self._new.leads.by_words(new)
            by_law = ((change.old or "", change.new or "") for change in fact.bodies if change.succeeds)
            pairs += ((was[gone], now[heir]) for gone, heir in by_law if gone in was and heir in now)
        return tuple(pairs)

    def _others(self, fact: Fact) -> Iterator[Held]:
        """The further parts; of a cell that several rows share the other rows, as they are now."""
        if fact.kind in _OF_PARTS or not fact.others_new:
            yield from self._old.held(fact.others_old, fact.old)
        yield from self._new.held(fact.others_new, fact.new)

    def _cells(self, fact: Fact) -> tuple[tuple[str, str], ...]:
        """What stands in the cells of a row that came or went."""
        if fact.kind == "added" and fact.new_row:
            return self._new.cells(fact.new_row)
        return self._old.cells(fact.old_row) if fact.kind == "removed" and fact.old_row else ()

    def _agencies(self, fact: Fact, counted: tuple[str, ...]) -> tuple[str, ...]:
        found = list(counted)
        if fact.old_row:
            found += self._old.leads.of_row(fact.old_row)
        if fact.new_row:
            found += self._new.leads.of_row(fact.new_row)
        if fact.kind in ("lead", "succession") and fact.field in ("agency", "duty_of"):
            found += self._old.leads.named(fact.old.text) if fact.old else ()
            found += self._new.leads.named(fact.new.text) if fact.new else ()
        return tuple(dict.fromkeys(found))


def _part_of(fact: Fact, which: str) -> KeyPath | None:
    """The path of the part that ``fact`` is about: its row, its section, or the place of its text."""
    side, row = (fact.old, fact.old_row) if which == "old" else (fact.new, fact.new_row)
    if row is not None or side is None:
        return row
    of_part = fact.what in ("section", "appendix", "table", "duty") or fact.field in _TEXT_KEYS
    return side.path[:-1] if of_part and side.path and side.path[-1] in _TEXT_KEYS else side.path


def _place(side: PlanSide, at: Side | None, row: KeyPath | None) -> Place | None:
    """Where a fact stands in one plan; where a row has no such cell, the row."""
    path = at.path if at else row
    return side.place(path) if path is not None else None


def _rows(fact: Fact) -> Iterator[tuple[KeyPath, KeyPath]]:
    """The rows that a fact about a cell is about, in both plans."""
    if fact.old_row and fact.new_row:
        yield fact.old_row, fact.new_row
        yield from zip(fact.others_old, fact.others_new, strict=False)


def _paths(fact: Fact) -> tuple[KeyPath | None, KeyPath | None]:
    return fact.old and fact.old.path, fact.new and fact.new.path


def _place_in_plan(fact: Fact, path: KeyPath, *, figures: bool) -> Part:
    """Under which part ``fact`` is told; ``figures``: another one tells a figure of the same text."""
    if fact.old_row or fact.new_row or "table" in path or path[:1] == ("appendices",):
        return "tasks"
    if path[:1] == ("body",):
        return "targets" if fact.what in ("objective", "kpi") or figures else "text"
    return "text" if fact.what in ("opening", "closing") else "act"


def _only_objectives(fact: Fact) -> bool:
    """Whether a section came or went that holds objectives alone."""
    texts = [path for path in (*fact.others_old, *fact.others_new) if path[-2:-1] != ("sections",)]
    return bool(texts) and fact.what == "section" and all("objectives" in path for path in texts)


def _said(subject: Subject | None) -> str:
    """How a part is called in one line: its label and title."""
    return f"{subject.label} {subject.text}".strip() if subject else ""
