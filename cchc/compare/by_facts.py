"""The alignment of two documents from the facts about what changed between their plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cchc.compare.aligning import Paired, pair
from cchc.compare.alignment import Alignment, Change, PlacedBlock, PlacedRow, Stretch
from cchc.compare.by_text import follows
from cchc.compare.claims import changes_of
from cchc.compare.prints import Printed
from cchc.compare.sides import Side, two_sides
from cchc.diff.facts import Differences
from cchc.document.nodes import Table
from cchc.language.unbroken import plain

NOTHING_KNOWN = Differences((), (), ())


def aligned(old: Printed, new: Printed, differences: Differences = NOTHING_KNOWN) -> Alignment:
    """What of ``old`` is what of ``new``, with a change for each fact that can be seen.

    What differs besides and follows from no fact is a change of its own: text of a plan that its facts do not speak
    of, as cells that only one of two layouts shows, or any text where nobody knows what prints where.
    """
    sides = two_sides(old, new, differences)
    found = pair(*sides)
    changes = _Changes(sides, found, changes_of(differences, *sides))
    return Alignment(tuple(found.blocks), tuple(found.rows), tuple(found.paragraphs), tuple(changes.all()))


class _Changes:
    """The changes of a redline, and which paragraphs they speak of."""

    def __init__(self, sides: tuple[Side, Side], found: Paired, changes: Iterable[Change]) -> None:
        self._sides = sides
        self._found = found
        self._told: list[tuple[list[Stretch], list[Stretch]]] = []
        self._comments: list[str] = []
        self._by: tuple[dict[int, int], dict[int, int]] = {}, {}
        for change in changes:
            self._add(change.old, change.new, change.comment)

    def all(self) -> Iterator[Change]:
        """Those of the facts, each with what goes along, and those of no fact."""
        self._of_blocks()
        self._of_rows()
        self._of_paragraphs()
        told = zip(self._told, self._comments, strict=True)
        return (Change(tuple(old), tuple(new), comment) for (old, new), comment in told)

    def _add(self, old: Iterable[Stretch], new: Iterable[Stretch], comment: str = "") -> None:
        number = len(self._told)
        self._told.append((list(old), list(new)))
        self._comments.append(comment)
        for side, stretches in enumerate(self._told[-1]):
            for stretch in stretches:
                self._by[side].setdefault(stretch.paragraph, number)

    def _number(self, side: int, paragraphs: Iterable[int]) -> int | None:
        """The first change that speaks of one of ``paragraphs``."""
        known = self._by[side]
        return next((known[number] for number in paragraphs if number in known), None)

    def _join(self, number: int, side: int, paragraphs: Iterable[int]) -> None:
        """``paragraphs`` go along with what the change ``number`` speaks of."""
        self._told[number][side].extend(_all_of(paragraphs))
        for each in paragraphs:
            self._by[side].setdefault(each, number)

    def _of_blocks(self) -> None:
        whole = self._whole_blocks(0), self._whole_blocks(1)
        keyed = [
            {key: each for each in blocks for key in side.keys_of(each) if not key.alone}
            for side, blocks in zip(self._sides, whole, strict=True)
        ]
        done: set[tuple[int, int]] = set()
        for key in keyed[0].keys() & keyed[1].keys():
            done.add((keyed[0][key].number, keyed[1][key].number))
        for i, j in sorted(done):
            old, new = self._sides[0].printed.blocks[i], self._sides[1].printed.blocks[j]
            if isinstance(old.block, Table) and isinstance(new.block, Table):
                self._add(_all_of(old.paragraphs), _all_of(new.paragraphs), "bảng có các cột khác")
            elif self._number(0, old.paragraphs) is None and self._number(1, new.paragraphs) is None:
                self._add(_all_of(old.paragraphs), _all_of(new.paragraphs), "chuyển chỗ")
        for side, blocks in enumerate(whole):
            self._of_untold_blocks(side, blocks)

    def _whole_blocks(self, side: int) -> list[PlacedBlock]:
        stay = {both[side] for both in self._found.blocks}
        return [each for each in self._sides[side].printed.blocks if each.number not in stay]

    def _of_untold_blocks(self, side: int, blocks: Sequence[PlacedBlock]) -> None:
        """What a plan has no text for goes with what it introduces, else with what it follows."""
        for each in blocks:
            if self._number(side, each.paragraphs) is not None:
                continue
            near = _near(each, blocks)
            found = next((n for other in near if (n := self._number(side, other.paragraphs)) is not None), None)
            keys = self._sides[side].keys_of(each)
            if not keys and found is not None:
                self._join(found, side, each.paragraphs)
            elif keys or not self._sides[side].printed.known:
                stretches = _all_of(each.paragraphs)
                self._add(*((stretches, ()) if side == 0 else ((), stretches)))

    def _of_rows(self) -> None:
        stay = dict(self._found.rows)
        for i, j in self._found.blocks:
            olds, news = self._sides[0].printed.blocks[i].rows, self._sides[1].printed.blocks[j].rows
            places = {row.number: place for place, row in enumerate(news)}
            at_old = at_new = 0
            ends = [(a, places[stay[row.number]]) for a, row in enumerate(olds) if row.number in stay]
            for a, b in [*ends, (len(olds), len(news))]:
                self._of_gap((olds[at_old:a], news[at_new:b]))
                at_old, at_new = a + 1, b + 1

    def _of_gap(self, rows: tuple[Sequence[PlacedRow], Sequence[PlacedRow]]) -> None:
        """Rows that go and come between two that stay: those of no fact go along with one of a fact."""
        numbers = [self._number(side, row.paragraphs) for side in (0, 1) for row in rows[side]]
        told = next((number for number in numbers if number is not None), None)
        alone: tuple[list[Stretch], list[Stretch]] = [], []
        for side in (0, 1):
            for row in rows[side]:
                printed = self._sides[side].printed
                if self._number(side, row.paragraphs) is not None or (printed.known and not printed.row_at(row.first)):
                    continue
                if told is not None and printed.known:
                    self._join(told, side, row.paragraphs)
                elif printed.known:
                    alone[side].extend(_all_of(row.paragraphs))
                else:
                    stretches = _all_of(row.paragraphs)
                    self._add(*((stretches, ()) if side == 0 else ((), stretches)))
        if any(alone):
            self._add(*alone)

    def _of_paragraphs(self) -> None:
        """Words that differ and that the plans have in other places, or nobody knows where."""
        old, new = self._sides
        known = old.printed.known and new.printed.known
        for i, j in self._paired_paragraphs(follow=known):
            same = plain(old.printed.paragraphs[i].text) == plain(new.printed.paragraphs[j].text)
            told = self._number(0, (i,)) is not None or self._number(1, (j,)) is not None
            if not same and not told and not (known and old.keys_in((i,)) == new.keys_in((j,))):
                self._add(_all_of((i,)), _all_of((j,)))

    def _paired_paragraphs(self, *, follow: bool) -> Iterator[tuple[int, int]]:
        """The paragraphs that stay; without ``follow`` those left out that seem to follow from others."""
        old, new = self._sides[0].printed, self._sides[1].printed
        left_out: set[int] = set()
        if not follow:
            were = {row.number: row for block in old.blocks for row in block.rows}
            are = {row.number: row for block in new.blocks for row in block.rows}
            for a, b in self._found.rows:
                for place, numbers in enumerate(were[a].cells):
                    if follows(were[a], are[b], place):
                        left_out.update(numbers)
        for i, j in self._found.blocks:
            if not old.blocks[i].rows and not list(old.blocks[i].columns):
                yield old.blocks[i].first, new.blocks[j].first
        yield from ((i, j) for i, j in self._found.paragraphs if i not in left_out)


def _near(block: PlacedBlock, blocks: Sequence[PlacedBlock]) -> Iterator[PlacedBlock]:
    """The others of an unbroken run of ``blocks``: those behind ``block``, then those before it."""
    by_number = {each.number: each for each in blocks}
    for step in (1, -1):
        number = block.number + step
        while number in by_number:
            yield by_number[number]
            number += step


def _all_of(paragraphs: Iterable[int]) -> list[Stretch]:
    return [Stretch(number, rank=-1) for number in paragraphs]
