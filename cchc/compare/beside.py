"""What stood in the old plan beside what stands in the new one, the words that differ marked: rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cchc.compare.comparison import Comparison, Entry, Held, Subject
from cchc.compare.grouping import Field, Item, fields, told_with
from cchc.compare.names import PARTS, WHATS, field_name
from cchc.compare.wording import headline, key_name, note, sides
from cchc.diagnostics import Language, Wording
from cchc.diff.facts import Side
from cchc.lower.comparison import ComparedGroup, ComparedRow
from cchc.lower.views import LineView, PieceView
from cchc.patterns import deferred

_MONTHS = deferred(r"\d{1,2}( – \d{1,2})?")
_MONTH = Wording("tháng", "month")
_NOT_YET = Wording("(chưa có)", "(not there)")
_NO_MORE = Wording("(không còn)", "(no more)")
_BLANK = Wording("(để trống)", "(blank)")
_EDITORIAL = Wording("Biên tập: nội dung không đổi", "Editorial: the same in other words or signs")
_STATED = ("title", "label")
_DASH = "-"


def beside(comparison: Comparison, language: Language) -> tuple[ComparedGroup, ...]:
    """What changed, heading by heading; what is editorial comes last, under a heading of its own."""
    substantive, editorial = comparison.only("substantive"), comparison.only("editorial")
    groups = [_group(each, language) for each in fields(substantive.entries)]
    groups += [_group(each, language, _EDITORIAL) for each in fields(editorial.entries)]
    return tuple(groups)


def _group(found: Field, language: Language, *around: Wording) -> ComparedGroup:
    titles = [each.in_(language) for each in around]
    titles += found.way or [PARTS[found.part].in_(language)]
    return ComparedGroup(tuple(titles), tuple(row for item in found.items for row in _rows(item, language)))


def _rows(item: Item, language: Language) -> Iterator[ComparedRow]:
    """The row of ``item``, and one for each part that came or went with it."""
    first = item.entries[0]
    old, new = _Column(language), _Column(language)
    for entry in item.entries:
        old.add(entry, entry.fact.old, entry.old_subject, "removed")
        new.add(entry, entry.fact.new, entry.new_subject, "added")
    for column, subjects in ((old, "old_subject"), (new, "new_subject")):
        if item.shared:
            column.also(getattr(entry, subjects) for entry in item.entries[1:])
    if first.fact.kind in ("split", "merged"):
        (new if first.fact.kind == "split" else old).pieces(first.others)
    is_part = first.fact.field in (None, "title")
    yield ComparedRow(
        old.lines() or (_plain((_NOT_YET if is_part else _BLANK).in_(language)),),
        new.lines() or (_plain((_NO_MORE if is_part else _BLANK).in_(language)),),
        tuple(_notes(item, language)),
    )
    if first.fact.kind in ("added", "removed"):
        for held in told_with(first):
            yield _held(held, first.fact.kind == "added", language)


def _held(held: Held, is_new: bool, language: Language) -> ComparedRow:
    lines = [LineView("paragraph", 0, _stopped(held.label), held.text)]
    if held.leads:
        lines.append(LineView("paragraph", 0, f"{_capital(field_name('lead').in_(language))}:", "; ".join(held.leads)))
    none = (_plain((_NOT_YET if is_new else _NO_MORE).in_(language)),)
    return ComparedRow(none, tuple(lines), ()) if is_new else ComparedRow(tuple(lines), none, ())


def _notes(item: Item, language: Language) -> Iterator[LineView]:
    """What happened, each with what is to be noted of it; rows that share a cell are told once."""
    entries = item.entries[:1] if item.shared else item.entries
    said = dict.fromkeys(_said(entry, language) for entry in entries)
    for text in said:
        yield LineView("bullets", 1, _DASH if len(said) > 1 else "", text)


def _said(entry: Entry, language: Language) -> str:
    noted = note(entry).in_(language)
    return _capital(headline(entry).in_(language)) + (f" ({noted})" if noted else "")


@dataclass(slots=True)
class _Text:
    """A text of one plan with the stretches of it that are marked."""

    label: str
    text: str
    mark: str
    stretches: set[tuple[int, int]] = field(default_factory=set)

    def lines(self) -> Iterator[LineView]:
        """Its paragraphs, the label before the first."""
        begin = 0
        for number, paragraph in enumerate(self.text.split("\n")):
            pieces = tuple(_pieces(paragraph, [(a - begin, b - begin) for a, b in sorted(self.stretches)], self.mark))
            yield LineView("paragraph", 0, "" if number else self.label, paragraph, pieces=pieces)
            begin += len(paragraph) + 1


class _Column:
    """One side of a row: what it is about, then its cells and keys that changed."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._texts: dict[object, _Text] = {}
        self._further: list[LineView] = []

    def add(self, entry: Entry, side: Side | None, subject: Subject | None, mark: str) -> None:
        """What ``entry`` tells of this side."""
        if subject is None:
            return
        if side is None or not _is_subject(entry, side, subject):
            self._subject(subject, mark)
        if side is None:
            return
        whole = sides(entry)[mark == "added"]
        label, text = self._called(entry, whole, side, subject)
        key: object = "subject" if _is_subject(entry, side, subject) else side.path
        held = self._texts.setdefault(key, _Text(label, text, mark))
        for change in entry.fact.words:
            start, end = change[:2] if mark == "removed" else change[2:]
            # What reads otherwise than it is typed (a day, a kind of act) is marked whole.
            start, end = (start, end) if whole == side.text else (0, len(whole))
            held.stretches |= {(start, end)} if start < end else set()
        for name, words in entry.cells:
            if name not in _STATED:
                self._texts[name] = _Text(*self._labelled(field_name(name), words, name), mark)

    def also(self, subjects: Iterable[Subject | None]) -> None:
        """Further rows that have the same cell."""
        for subject in filter(None, subjects):
            self._further.append(LineView("paragraph", 0, _stopped(subject.label) or _DASH, subject.text))

    def pieces(self, others: Iterable[Held]) -> None:
        """The other pieces of a part that was split, or of those that were merged."""
        for held in others:
            self._further.append(LineView("paragraph", 0, _stopped(held.label) or _DASH, held.text))

    def lines(self) -> tuple[LineView, ...]:
        return (*(line for text in self._texts.values() for line in text.lines()), *self._further)

    def _subject(self, subject: Subject, mark: str) -> None:
        if subject.text and "subject" not in self._texts:
            # It stands first, whichever of its cells was told first.
            self._texts = {"subject": _Text(_stopped(subject.label), subject.text, mark), **self._texts}

    def _called(self, entry: Entry, text: str, side: Side, subject: Subject) -> tuple[str, str]:
        """The label of ``text``, and the text."""
        fact = entry.fact
        if _is_subject(entry, side, subject):
            return _stopped(subject.label), text
        return self._labelled(key_name(fact) if fact.field else WHATS[fact.what], text, fact.field)

    def _labelled(self, name: Wording, text: str, key: str | None) -> tuple[str, str]:
        label = f"{_capital(name.in_(self._language))}:"
        if key in ("start", "end", "when") and _MONTHS.fullmatch(text):
            label = f"{label} {_MONTH.in_(self._language)}"
        return label, text


def _is_subject(entry: Entry, side: Side, subject: Subject) -> bool:
    """Whether ``side`` is the text of what the fact is about, not one of its cells or keys."""
    fact = entry.fact
    if fact.field is None:
        return bool(subject.label) or subject.text == side.text
    return fact.field == "title" and subject.text == side.text


def _pieces(text: str, stretches: Iterable[tuple[int, int]], mark: str) -> Iterator[PieceView]:
    """``text`` in pieces, those within ``stretches`` (in their order, perhaps beyond its ends) marked."""
    here = 0
    for start, end in stretches:
        begin, stop = max(start, here, 0), min(end, len(text))
        if begin >= stop:
            continue
        if here < begin:
            yield PieceView(text[here:begin])
        yield PieceView(text[begin:stop], "removed" if mark == "removed" else "added")
        here = stop
    if here and here < len(text):
        yield PieceView(text[here:])


def _plain(text: str) -> LineView:
    return LineView("paragraph", 0, "", text)


def _stopped(label: str) -> str:
    """A label as it stands before its text on one line: "Nhiệm vụ 1.", "2.1."; one that ends in a sign stays so."""
    return f"{label}." if label[-1:].isalnum() else label


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
