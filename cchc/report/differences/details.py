"""The differences one by one: under their headings, with both places and the words that changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc.compare.comparison import Entry, Held, Subject, drawn_once
from cchc.compare.grouping import Field, Item
from cchc.compare.names import field_name
from cchc.compare.wording import called, came_or_went, headline, note, says_all, sides
from cchc.diagnostics import Language, Wording
from cchc.report.differences.lines import wrapped
from cchc.report.differences.marking import COME, GONE, marked, merged, merges
from cchc.report.terminal import Styled

_MOST_HELD = 24
"""Parts that go with another one, of which each is named; of more, those further out."""
_PLACED = ("moved", "reordered")
_IN_HEADER = ("lead", "support", "start", "end", "when", "output")
"""The cells that say what a task is about, in their order."""
_SIGNS = {"added": ("+", COME), "removed": ("-", GONE), "moved": (">", "yellow")}
_CHANGED_SIGN = ("~", "yellow")
_ROWS = Wording("{n} dòng lấy chung một giá trị: {labels}", "{n} rows share one value: {labels}")
_DEEPER = Wording("(và {n} phần bên trong)", "(and {n} parts inside)")


class Details:
    """Draws fields and their items in ``width`` columns (absent: lines are not broken)."""

    def __init__(self, language: Language, width: int | None) -> None:
        self._language = language
        self._width = width

    def field(self, field: Field, before: tuple[str, ...] = ()) -> Iterator[list[Styled]]:
        """The heading of ``field``, then its items; of one that begins as the one ``before`` only the rest."""
        way = field.way[1:] if field.way[1:] and field.way[:1] == before[:1] else field.way
        if way:
            yield from self._line([Styled(" › ".join(way), "bold cyan")], 0, 2)
        for item in field.items:
            yield from self.item(item)

    def item(self, item: Item) -> Iterator[list[Styled]]:
        """Everything that changed in one part."""
        if item.shared:
            yield from self._shared(item)
            return
        entries = item.entries
        sign, style = _sign(entries)
        whole = next((entry for entry in entries if entry.fact.kind in ("added", "removed")), None)
        if whole is not None:
            yield from self._whole(whole, sign, style)
            return
        divided = next((entry for entry in entries if entry.fact.kind in ("split", "merged")), None)
        if divided is not None:
            yield from self._divided(divided, sign, style)
            entries = tuple(entry for entry in entries if entry is not divided)
        if not entries:
            return
        first = entries[0]
        if first.fact.old_row or first.fact.new_row or first.fact.what in ("section", "appendix"):
            yield from self._named(entries, sign, style)
            return
        for together in drawn_once(entries):
            # A figure that changed says that its sentence did.
            told = [entry for entry in together if entry.fact.figure] or together
            heads = [piece for entry in told for piece in (Styled("; "), *self._headline(entry, "bold"))][1:]
            alone = self._alone(together[0]) or self._elsewhere(together)
            yield from self._line([Styled(f"{sign} ", style), *heads, *alone, *self._places(together[0])], 2, 4)
            yield from self._text(together, 6)

    def _whole(self, entry: Entry, sign: str, style: str) -> Iterator[list[Styled]]:
        """A part that came or went, with its cells and what went with it."""
        # Of an article the paragraphs follow; what stands for its text is their beginning.
        text = "" if entry.fact.what == "article" and entry.others else "".join(sides(entry))
        head = [Styled(f"{sign} ", style), Styled(self._in(came_or_went(entry)), "bold")]
        body = [Styled(": " if text else ""), Styled(text, style)]
        yield from self._line([*head, *body, *self._places(entry)], 2, 4)
        cells = dict(entry.cells)
        said = [
            f"{self._in(field_name(name))}: {' '.join(cells[name].split())}" for name in _IN_HEADER if name in cells
        ]
        if said:
            yield from self._line([Styled("; ".join(said))], 6)
        yield from self._held(entry.others, style)

    def _divided(self, entry: Entry, sign: str, style: str) -> Iterator[list[Styled]]:
        """A part that is several now, or several that are one: what there was, then what there is."""
        yield from self._line([Styled(f"{sign} ", style), *self._headline(entry, "bold")], 2, 4)
        pieces = [(each.label, each.text, str(each.place)) for each in entry.others]
        ends = [
            (subject.label, text, str(subject.place or ""))
            for subject, text in zip((entry.old_subject, entry.new_subject), sides(entry), strict=True)
            if subject
        ]
        split = entry.fact.kind == "split"
        gone, come = (ends[:1], [*ends[1:], *pieces]) if split else ([*ends[:1], *pieces], ends[1:])
        for parts, mark, colour in ((gone, "- ", GONE), (come, "+ ", COME)):
            for label, text, place in parts:
                line = [Styled(mark, colour), Styled(f"{label} {text}".strip(), colour), Styled(f" ({place})", "dim")]
                yield from self._line(line, 6, 8)

    def _named(self, entries: Sequence[Entry], sign: str, style: str) -> Iterator[list[Styled]]:
        """A row, section or appendix with what changed of it; a title that was reworded is marked where it stands."""
        first = entries[0]
        reworded = next((each for each in entries if each.fact.kind == "reworded" and each.fact.words), None)
        title = self._marked(reworded) if reworded else [Styled(first.subject.text)]
        name = self._in(called(first.subject))
        head = [Styled(f"{sign} ", style), Styled(f"{name}: " if first.subject.text else name, "bold"), *title]
        noted = self._noted(reworded) if reworded else []
        yield from self._line([*head, *noted, *self._places(first)], 2, 4)
        rest = [entry for entry in entries if entry is not reworded]
        for together in drawn_once(rest):
            for entry in together:
                yield from self._line([*self._headline(entry), *self._alone(entry), *self._noted(entry)], 6, 8)
                yield from self._held(entry.others, "")
            yield from self._text(together, 8)

    def _shared(self, item: Item) -> Iterator[list[Styled]]:
        """A cell that several rows have from one place: told once, with the rows."""
        first = item.entries[0]
        sign, style = _CHANGED_SIGN
        subjects = [(entry.subject.label, entry.subject.text) for entry in item.entries]
        rows = [*subjects, *((each.label, each.text) for entry in item.entries for each in entry.others)]
        labels = ", ".join(label or f"“{text}”" for label, text in rows)
        said = self._in(_ROWS.fill({"n": len(rows), "labels": labels}))
        yield from self._line([Styled(f"{sign} ", style), Styled(said, "bold"), *self._places(first)], 2, 4)
        yield from self._line([*self._headline(first), *self._alone(first), *self._noted(first)], 6, 8)
        yield from self._text((first,), 8)

    def _text(self, together: Sequence[Entry], indent: int) -> Iterator[list[Styled]]:
        """Old and new of what is told by ``together``, drawn once; nothing where the headline has said them."""
        if all(map(says_all, together)):
            return
        entry = next(each for each in together if not says_all(each))
        old, new = sides(entry)
        if old and new:
            if not merges(old, new, entry.fact.words):
                yield from self._line([Styled("- ", GONE), Styled(old, GONE)], indent, indent + 2)
                yield from self._line([Styled("+ ", COME), Styled(new, COME)], indent, indent + 2)
            else:
                yield from self._line(self._marked(entry), indent)

    def _alone(self, entry: Entry) -> list[Styled]:
        """The text that only one plan has, where the headline has not said it."""
        old, new = sides(entry)
        if says_all(entry) or bool(old) == bool(new):
            return []
        return [Styled(": "), Styled(old or new, GONE if old else COME)]

    def _marked(self, entry: Entry) -> list[Styled]:
        old, new = sides(entry)
        if old and new and not merges(old, new, entry.fact.words):
            return [*marked(old, GONE), Styled(" "), *marked(new, COME)]
        return list(merged(old, new, entry.fact.words))

    def _elsewhere(self, together: Sequence[Entry]) -> list[Styled]:
        """The text of what is as it was, in another place."""
        if any(entry.fact.kind not in _PLACED for entry in together):
            return []
        return [Styled(": "), Styled(sides(together[0])[1])]

    def _held(self, others: Sequence[Held], style: str) -> Iterator[list[Styled]]:
        """The parts that go with one; where they are many, those further out, with how many are inside each."""
        depth = max((each.depth for each in others), default=0)
        while depth and sum(each.depth <= depth for each in others) > _MOST_HELD:
            depth -= 1
        for number, each in enumerate(others):
            if each.depth > depth:
                continue
            inside = _inside(others, number) if each.depth == depth else 0
            name = self._in(called(Subject(each.what, each.label, each.text)))
            leads = f" – {', '.join(each.leads)}" if each.leads else ""
            deeper = f" {self._in(_DEEPER.fill({'n': inside}))}" if inside else ""
            line = [Styled(f"{name}: ", style), Styled(each.text), Styled(f"{leads}{deeper}", "dim")]
            yield from self._line(line, 6 + 2 * each.depth, 8 + 2 * each.depth)

    def _headline(self, entry: Entry, style: str = "") -> list[Styled]:
        return [Styled(self._in(headline(entry)), style)]

    def _noted(self, entry: Entry) -> list[Styled]:
        said = self._in(note(entry))
        return [Styled(f" ({said})", "dim")] if said else []

    def _places(self, entry: Entry) -> list[Styled]:
        subjects = entry.old_subject, entry.new_subject
        own = [subject.place for subject in subjects if subject and subject.place]
        places = [str(place) for place in own or (entry.old_place, entry.new_place) if place]
        return [Styled(" "), Styled(f"({' → '.join(dict.fromkeys(places))})", "dim")]

    def _in(self, wording: Wording) -> str:
        return wording.in_(self._language)

    def _line(self, stretches: Sequence[Styled], indent: int, hanging: int | None = None) -> Iterator[list[Styled]]:
        return wrapped(stretches, self._width, indent, hanging)


def _inside(others: Sequence[Held], number: int) -> int:
    """How many of ``others`` stand inside the one with this number."""
    depth = others[number].depth
    count = 0
    for each in others[number + 1 :]:
        if each.depth <= depth:
            break
        count += 1
    return count


def _sign(entries: Sequence[Entry]) -> tuple[str, str]:
    """The sign of what weighs most among ``entries``: came, went, moved, else changed."""
    kinds = {entry.fact.kind for entry in entries}
    return next((sign for kind, sign in _SIGNS.items() if kind in kinds), _CHANGED_SIGN)
