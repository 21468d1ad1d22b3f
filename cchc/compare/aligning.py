"""What of one document is what of another: by the key paths of their plans' texts, in the gaps by the texts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from cchc.compare.alignment import PlacedRow
from cchc.compare.by_text import block_key, block_score, row_key, row_score
from cchc.compare.same_parts import Key
from cchc.compare.sequences import Pairs, filled, heaviest, likeness, paired
from cchc.compare.sides import Side
from cchc.compare.tables import can_be_one, staying
from cchc.document.nodes import Columns
from cchc.language.unbroken import plain

_Item = TypeVar("_Item")


class Paired(NamedTuple):
    """What can stay where it is: pairs of blocks, of rows, and of paragraphs in cells and columns, by their numbers."""

    blocks: Pairs
    rows: Pairs
    paragraphs: Pairs


def pair(old: Side, new: Side) -> Paired:
    """What is the same in both documents."""
    blocks = _blocks(old, new)
    rows: Pairs = []
    cells: list[tuple[range, range]] = []
    for i, j in blocks:
        before, after = old.printed.blocks[i], new.printed.blocks[j]
        if isinstance(before.block, Columns):
            cells += zip(before.columns, after.columns, strict=True)
        for a, b in _rows(old, new, before.rows, after.rows):
            rows.append((before.rows[a].number, after.rows[b].number))
            cells += zip(before.rows[a].cells, after.rows[b].cells, strict=True)
    paragraphs = [both for was, now in cells for both in _in_cell(old, new, was, now)]
    return Paired(blocks, rows, paragraphs)


def _blocks(old: Side, new: Side) -> Pairs:
    held = _held(old), _held(new)
    weights: Counter[tuple[int, int]] = Counter()
    for key in held[0].keys() & held[1].keys():
        weights.update(_linked(old, new, held[0][key], held[1][key]))
    links = [
        (i, j, weight)
        for (i, j), weight in weights.items()
        if can_be_one(old.printed.blocks[i].block, new.printed.blocks[j].block)
    ]
    waiting = _untold(old), _untold(new)
    pairs = filled(old.printed.blocks, new.printed.blocks, heaviest(links), *waiting, block_key, block_score)
    return [(i, j) for i, j in pairs if can_be_one(old.printed.blocks[i].block, new.printed.blocks[j].block)]


def _held(side: Side) -> Mapping[Key, list[int]]:
    """The blocks that hold each text, but for those that stand elsewhere in the other document."""
    held: dict[Key, list[int]] = defaultdict(list)
    for block in side.printed.blocks:
        for key in filter(side.stays, side.keys_of(block)):
            held[key].append(block.number)
    return held


def _untold(side: Side) -> set[int]:
    """The blocks of which no text tells what they are."""
    return {block.number for block in side.printed.blocks if not side.keys_of(block)}


def _linked(old: Side, new: Side, olds: list[int], news: list[int]) -> Pairs:
    """The blocks that hold one text of both plans: of several those that are alike."""
    if len(olds) == len(news) == 1:
        return [(olds[0], news[0])]
    found = paired([old.printed.blocks[i] for i in olds], [new.printed.blocks[j] for j in news], block_key, block_score)
    return [(olds[i], news[j]) for i, j in found]


def _rows(old: Side, new: Side, olds: Sequence[PlacedRow], news: Sequence[PlacedRow]) -> Pairs:
    """The places of the rows that stay, headings among them."""
    keys = [_row_key(old, row) for row in olds], [_row_key(new, row) for row in news]
    held: tuple[dict[Key, list[int]], dict[Key, list[int]]] = defaultdict(list), defaultdict(list)
    for side, of_rows, places in ((old, keys[0], held[0]), (new, keys[1], held[1])):
        for place, key in enumerate(of_rows):
            if key is not None and side.stays(key):
                places[key].append(place)
    links: list[tuple[int, int, int]] = []
    for key in held[0].keys() & held[1].keys():
        were, are = held[0][key], held[1][key]
        if len(were) == len(are) == 1:
            links.append((were[0], are[0], 1))
        else:
            found = paired([olds[i] for i in were], [news[j] for j in are], row_key, row_score)
            links += [(were[i], are[j], 1) for i, j in found]
    waiting = [
        {place for place, key in enumerate(of_rows) if key is None and not rows[place].row.header}
        for of_rows, rows in zip(keys, (olds, news), strict=True)
    ]
    return staying(olds, news, filled(olds, news, heaviest(links), waiting[0], waiting[1], row_key, row_score))


def _row_key(side: Side, row: PlacedRow) -> Key | None:
    """The key of the plan's row that a table's row is of."""
    path = side.printed.row_at(row.first)
    return side.key_of(path) if path else None


def _in_cell(old: Side, new: Side, olds: range, news: range) -> Iterator[tuple[int, int]]:
    """The paragraphs of a cell that stay.

    The end of a cell's last paragraph cannot go. Where some of the last ones come and others go, the last of both are
    taken for one.
    """
    if len(olds) == len(news) == 1:
        yield olds[0], news[0]
        return
    told = _told(old, olds), _told(new, news)
    both = [key for key in told[0] if key in told[1] and not key.alone]
    links = [(told[0][key] - olds.start, told[1][key] - news.start, 1) for key in both]
    waiting = _left(olds, told[0]), _left(news, told[1])
    texts = _texts(old, olds), _texts(new, news)
    pairs = filled(texts[0], texts[1], heaviest(links), waiting[0], waiting[1], str, likeness)
    last = pairs[-1] if pairs else (-1, -1)
    if last[0] < len(olds) - 1 and last[1] < len(news) - 1:
        pairs.append((len(olds) - 1, len(news) - 1))
    yield from ((olds[i], news[j]) for i, j in pairs)


def _told(side: Side, numbers: range) -> dict[Key, int]:
    """The paragraphs that have a place of their own in the plan, as a recipient has, by its key."""
    told: dict[Key, int] = {}
    for number in numbers:
        for key in side.telling.get(number, frozenset()):
            if key.alone or (not key.inside and side.stays(key)):
                told.setdefault(key, number)
    return told


def _left(numbers: range, told: Mapping[Key, int]) -> set[int]:
    """The places in a cell of the paragraphs that have no place of their own in the plan."""
    return {place for place, number in enumerate(numbers) if number not in told.values()}


def _texts(side: Side, numbers: range) -> list[str]:
    return [plain(side.printed.paragraphs[number].text) for number in numbers]
