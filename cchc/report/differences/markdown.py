"""What changed between two plans as Markdown, for a merge request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from cchc.compare.comparison import Comparison, Entry, Held, Subject, Version, drawn_once
from cchc.compare.counting import Balance, balances, count_lines
from cchc.compare.grouping import Field, Item, fields, told_with
from cchc.compare.left_out import NOT_COMPARED, left_out
from cchc.compare.names import PARTS, field_name
from cchc.compare.wording import called, came_or_went, headline, note, says_all, sides
from cchc.diagnostics import Language, Wording
from cchc.report.differences.escaping import COME, GONE, escaped, marked, merged
from cchc.report.differences.marking import merges

_NOTHING = Wording("Không có khác biệt.", "No difference.")
_COUNTED = Wording(
    "{n} khác biệt: {substantive} về nội dung, {editorial} về biên tập.",
    "{n} difference(s): {substantive} substantive, {editorial} editorial.",
)
_HIDDEN = Wording("{n} khác biệt khác không in, do --only.", "{n} more not shown, because of --only.")
_EDITORIAL = Wording("Biên tập: nội dung không đổi", "Editorial: the same in other words or signs")
_WHAT, _HOW_MANY = Wording("Thay đổi", "Changes"), Wording("Số lượng", "Number")
_HEAD = (
    Wording("Cơ quan chủ trì", "Lead"),
    Wording("Nhận", "Gained"),
    Wording("Không còn", "Lost"),
    Wording("Theo quy định", "By law"),
)
_HEIR_OF = Wording("{n} kế thừa từ {old}", "{n} by law from {old}")
_HEIRS = Wording("{n} chuyển theo quy định cho {new}", "{n} by law to {new}")
_ROWS = Wording("{n} dòng lấy chung một giá trị", "{n} rows share one value")

_IN_HEADER = ("lead", "support", "start", "end", "when", "output", "indicator")
"""The cells that are told of a row that came or went."""
_TOP = "##"


def markdown(shown: Comparison, whole: Comparison, language: Language) -> str:
    """The text about ``shown``, which has some or all entries of ``whole``."""
    return "\n".join(_Markdown(language).lines(shown, whole)) + "\n"


class _Markdown:
    """Draws comparisons in one language, line by line; empty lines part what Markdown would join."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def lines(self, shown: Comparison, whole: Comparison) -> Iterator[str]:
        yield f"{_TOP} {_called(whole.old)} → {_called(whole.new)}"
        yield ""
        yield from self._summary(shown, whole)
        weighty = [entry for entry in shown.entries if entry.weight == "substantive"]
        for part, entries in groupby(weighty, key=lambda entry: entry.part):
            told = tuple(entries)
            yield from ("", f"{_TOP}# {self._in(PARTS[part])} ({len(told)})")
            yield from self._fields(told)
        edited = [entry for entry in shown.entries if entry.weight == "editorial"]
        if edited:
            yield from ("", "<details>", f"<summary>{self._in(_EDITORIAL)} ({len(edited)})</summary>")
            yield from self._fields(edited)
            yield from ("", "</details>")

    def _summary(self, shown: Comparison, whole: Comparison) -> Iterator[str]:
        hidden = len(whole.entries) - len(shown.entries)
        weights = [entry.weight for entry in shown.entries]
        values = {name: weights.count(name) for name in ("substantive", "editorial")}
        said = _COUNTED.fill({"n": len(weights), **values}) if weights else _NOTHING
        more = f" {self._in(_HIDDEN.fill({'n': hidden}))}" if hidden else ""
        yield f"**{self._in(said)}**{more}"
        yield from self._counts(shown)
        yield from self._balances(tuple(balances(shown.entries)))
        for part in whole.not_compared:
            yield from ("", f"> {self._in(NOT_COMPARED)}: {escaped(self._in(left_out(part)))}")

    def _counts(self, shown: Comparison) -> Iterator[str]:
        weighty = [entry for entry in shown.entries if entry.weight == "substantive"]
        lines = tuple(count_lines(weighty or shown.entries))
        if lines:
            yield from ("", f"| {self._in(_WHAT)} | {self._in(_HOW_MANY)} |", "|---|---|")
        for line in lines:
            counts = " · ".join(f"{self._in(count.name)} {count.number}" for count in line.counts)
            yield f"| {self._in(line.subject)} | {counts} |"

    def _balances(self, found: Sequence[Balance]) -> Iterator[str]:
        if found:
            yield from ("", f"| {' | '.join(map(self._in, _HEAD))} |", "|---|--:|--:|---|")
        for each in found:
            by_law = [
                *(self._in(_HEIR_OF.fill({"n": number, "old": was})) for was, number in each.heir_of),
                *(self._in(_HEIRS.fill({"n": number, "new": now})) for now, number in each.heirs),
            ]
            gained, lost = (f"+{each.gained}" if each.gained else ""), (f"−{each.lost}" if each.lost else "")
            yield f"| {escaped(each.agency)} | {gained} | {lost} | {escaped('; '.join(by_law))} |"

    def _fields(self, entries: Iterable[Entry]) -> Iterator[str]:
        for field in fields(entries):
            yield from self._field(field)

    def _field(self, field: Field) -> Iterator[str]:
        yield ""
        if field.way:
            yield from (f"{_TOP}## {' › '.join(escaped(' '.join(title.split())) for title in field.way)}", "")
        for item in field.items:
            yield from self._item(item)

    def _item(self, item: Item) -> Iterator[str]:
        first = item.entries[0]
        whole = next((entry for entry in item.entries if entry.fact.kind in ("added", "removed")), None)
        if whole is not None:
            yield from self._whole(whole)
        elif item.shared:
            rows = self._in(_ROWS.fill({"n": len(item.entries)}))
            labels = ", ".join(escaped(entry.subject.label or entry.subject.text) for entry in item.entries)
            yield f"- **{rows}:** {labels}{_places(first)}"
            yield from self._told(item.entries[:1], "  ")
        elif first.fact.old_row or first.fact.new_row or first.fact.what in ("section", "appendix"):
            yield from self._part(item.entries)
        else:
            yield from self._told(item.entries, "", places=True)

    def _whole(self, entry: Entry) -> Iterator[str]:
        """A part that came or went, with its cells and what went with it."""
        came = entry.fact.kind == "added"
        # Of an article the paragraphs follow; what stands for its text is their beginning.
        text = "" if entry.fact.what == "article" and entry.others else "".join(sides(entry))
        name = _capital(self._in(came_or_went(entry)))
        body = marked(text, COME if came else GONE)
        yield f"- **{escaped(name)}{':' if body else ''}** {body}{_places(entry)}".replace("  ", " ")
        for cell, words in entry.cells:
            if cell in _IN_HEADER:
                yield f"  - {_capital(self._in(field_name(cell)))}: {escaped(words)}"
        yield from map(self._held, told_with(entry))

    def _part(self, entries: Sequence[Entry]) -> Iterator[str]:
        """A row, section or appendix with what changed of it; a title that was reworded is marked where it stands."""
        first = entries[0]
        reworded = next((each for each in entries if each.fact.kind == "reworded" and each.fact.words), None)
        title = _both(reworded) if reworded else escaped(first.subject.text)
        said = f" ({escaped(self._in(note(reworded)))})" if reworded and note(reworded).vi else ""
        yield f"- **{escaped(_capital(self._in(called(first.subject))))}:** {title}{said}{_places(first)}"
        yield from self._told([entry for entry in entries if entry is not reworded], "  ")

    def _told(self, entries: Sequence[Entry], indent: str, *, places: bool = False) -> Iterator[str]:
        """What is told of a part, facts about the same two texts together."""
        for together in drawn_once(entries):
            heads = [f"{escaped(_capital(self._in(headline(entry))))}{self._noted(entry)}" for entry in together]
            shown = [entry for entry in together if not says_all(entry) and (entry.fact.words or not indent)]
            body = _both(shown[0]) if shown else ""
            head = "; ".join(heads)
            head = head if indent else f"**{head}{':' if body else ''}**"
            between = (": " if indent else " ") if body else ""
            yield f"{indent}- {head}{between}{body}{_places(together[0]) if places else ''}"
            for entry in together:
                yield from (f"  {self._held(held)}" for held in entry.others)

    def _held(self, held: Held) -> str:
        name = escaped(_capital(self._in(called(Subject(held.what, held.label, held.text)))))
        leads = f" – {escaped(', '.join(held.leads))}" if held.leads else ""
        return f"{'  ' * (held.depth + 1)}- {name}: {escaped(held.text)}{leads}"

    def _noted(self, entry: Entry) -> str:
        said = self._in(note(entry))
        return f" ({escaped(said)})" if said else ""

    def _in(self, wording: Wording) -> str:
        return wording.in_(self._language)


def _called(version: Version) -> str:
    return escaped(version.id if version.id == version.name else f"{version.id} ({version.name})")


def _both(entry: Entry) -> str:
    """Both texts in one, or one after the other where little stayed."""
    old, new = sides(entry)
    if not (old and new):
        return marked(old, GONE) or marked(new, COME)
    if merges(old, new, entry.fact.words):
        return merged(old, new, entry.fact.words)
    return f"{marked(old, GONE)} → {marked(new, COME)}"


def _places(entry: Entry) -> str:
    subjects = entry.old_subject, entry.new_subject
    own = [subject.place for subject in subjects if subject and subject.place]
    places = dict.fromkeys(str(place) for place in own or (entry.old_place, entry.new_place) if place)
    return f" <sub>{escaped(' → '.join(places))}</sub>"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
