"""The two documents of a redline, each with what its plan calls the texts in its paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Set
from typing import NamedTuple, TypeAlias

from cchc.compare.alignment import PlacedBlock
from cchc.compare.prints import Printed
from cchc.compare.same_parts import MOVING, Key, SameParts, part_of
from cchc.diff.facts import Differences
from cchc.document.nodes import Table
from cchc.source import KeyPath

KeyOf: TypeAlias = Callable[[KeyPath], Key | None]


class Side(NamedTuple):
    """A document, and what its plan calls the texts in it.

    ``keys`` are those of the texts in each paragraph, ``telling`` those of them that tell where it stands in the other
    document. ``moved`` are the parts of the new plan that stood elsewhere. ``key_of`` gives the key of a text,
    ``around`` the parts that hold one, the innermost first.
    """

    printed: Printed
    keys: Mapping[int, frozenset[Key]]
    telling: Mapping[int, frozenset[Key]]
    moved: Set[KeyPath]
    key_of: KeyOf
    around: Callable[[KeyPath], Iterable[KeyPath]]

    def keys_in(self, paragraphs: Iterable[int]) -> frozenset[Key]:
        """The keys of all texts in ``paragraphs``."""
        return frozenset().union(*(self.keys.get(number, frozenset()) for number in paragraphs))

    def keys_of(self, block: PlacedBlock) -> frozenset[Key]:
        """The keys that tell where a block stands; a table's own is among them."""
        keys = frozenset().union(*(self.telling.get(number, frozenset()) for number in block.paragraphs))
        if isinstance(block.block, Table):
            table = self.printed.table_at(block.paragraphs)
            key = self.key_of(table) if table else None
            return keys | {key} if key else keys
        return keys

    def stays(self, key: Key) -> bool:
        """Whether the text is of a part that both plans have at the same place."""
        path = (*key.part, *key.inside)
        return not key.alone and not any(path[:end] in self.moved for end in range(len(path), 0, -1))


def two_sides(old: Printed, new: Printed, differences: Differences) -> tuple[Side, Side]:
    """Both documents, of whose plans ``differences`` tell what is the same."""
    same = SameParts(differences)
    keys = _keys(old, same.of_old), _keys(new, same.of_new)
    # What the act says of itself may print in many places: its number in each line "Kèm theo".
    counts = [Counter(key for held in side.values() for key in held) for side in keys]
    repeated = {key for count in counts for key, number in count.items() if key.of_plan and number > 1}
    moved = {part_of(fact, fact.new.path) for fact in differences.facts if fact.kind in MOVING and fact.new}
    ours, theirs = (
        Side(
            printed,
            held,
            {number: found - repeated for number, found in held.items()},
            moved,
            key_of,
            around,
        )
        for printed, held, key_of, around in (
            (old, keys[0], same.of_old, same.around_old),
            (new, keys[1], same.of_new, same.around_new),
        )
    )
    return ours, theirs


def _keys(printed: Printed, key_of: KeyOf) -> dict[int, frozenset[Key]]:
    return {
        number: frozenset(key for each in found if (key := key_of(each.path)) is not None)
        for number, found in printed.by_paragraph()
    }
