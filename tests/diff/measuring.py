"""How many of the edits are told, and how many of the facts are edits: over as many cases as one asks for.

``python -m tests.diff.measuring 600`` prints both figures, by kind of edit, and the first cases that are not right;
``python -m tests.diff.measuring 600 held-out`` those over other kinds of edits, which the matcher was not tuned on.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from cchc.diff.facts import Fact
from cchc.diff.plans import differences
from cchc.registry.registry import shipped_registry
from tests.diff.editing import EDITS, PLANS, Case, Expected, PathTo, case
from tests.diff.harder_edits import HARDER

_TELLING = frozenset(("years",))


class Judged(NamedTuple):
    """Edits that were told, edits that were not, facts that nobody edited."""

    right: tuple[Expected, ...]
    missed: tuple[Expected, ...]
    wrong: tuple[Fact, ...]


def judged(each: Case) -> Judged:
    """What is told of a case against what was edited; texts in which only the plan's years moved on are left out."""
    facts = differences(each.old, each.new, shipped_registry()).facts
    told = [fact for fact in facts if fact.extent not in _TELLING or fact.what == "period"]
    right, missed = [], []
    for expected in each.expected:
        found = next((fact for fact in told if _is(fact, expected, each)), None)
        if found is None:
            missed.append(expected)
        else:
            right.append(expected)
            told.remove(found)
    return Judged(tuple(right), tuple(missed), tuple(told))


def _is(fact: Fact, expected: Expected, each: Case) -> bool:
    if fact.kind not in expected.kinds:
        return False
    if expected.field == "period":
        return fact.what == "period"
    if expected.field is not None and fact.field not in (expected.field, None):
        return False
    old = fact.old_row or (fact.old.path if fact.old else None)
    new = fact.new_row or (fact.new.path if fact.new else None)
    tags = _tag(old, each.old_paths), _tag(new, each.new_paths)
    if fact.others_old and fact.old and fact.new and fact.field:
        # A cell of several rows is known by the place that they have it from.
        tags = _tag(fact.old.path, each.old_paths), _tag(fact.new.path, each.new_paths)
    return tags in ((expected.old, expected.new), expected.alternative)


def _tag(path: PathTo | None, tags: dict[PathTo, int]) -> int | None:
    """The tag at a key path; keys that a bare list or sentence stands for are not in the file."""
    written: PathTo = ()
    for step in path or ():
        if step not in ("bullets", "text") or any(known[: len(written) + 1] == (*written, step) for known in tags):
            written = (*written, step)
    return tags.get(written) if path else None


def cases(number: int) -> Iterator[Case]:
    """As many seeded cases, of one to ten edits, of every real plan in turn; in every fourth the years move on."""
    for seed in range(number):
        yield case(PLANS[seed % len(PLANS)], seed, 1 + seed * 7 % 10, rolled=seed % 4 == 3)


def held_out(number: int, first: int = 70_000) -> Iterator[Case]:
    """As many cases of other seeds: two of harder edits alone, then one of all kinds."""
    for seed in range(first, first + number):
        kinds = HARDER if seed % 3 else (*EDITS, *HARDER)
        yield case(PLANS[seed % len(PLANS)], seed, 1 + seed * 7 % 10, rolled=seed % 4 == 3, kinds=kinds)


def main(number: int, *, others: bool = False, first: int = 70_000) -> None:
    right = missed = wrong = 0
    kinds_missed: Counter[str] = Counter()
    kinds_wrong: Counter[str] = Counter()
    all_kinds: Counter[str] = Counter()
    edits: Counter[str] = Counter()
    shown = 0
    for seed, each in enumerate(held_out(number, first) if others else cases(number)):
        found = judged(each)
        right, missed, wrong = right + len(found.right), missed + len(found.missed), wrong + len(found.wrong)
        edits.update(each.edits)
        all_kinds.update(kind for expected in each.expected for kind in expected.kinds)
        kinds_missed.update(kind for expected in found.missed for kind in expected.kinds)
        kinds_wrong.update(fact.kind for fact in found.wrong)
        if (found.missed or found.wrong) and shown < 40:
            shown += 1
            print(f"case {seed}:", *each.edits)
            paths = {tag: path for path, tag in (*each.old_paths.items(), *each.new_paths.items())}
            for expected in found.missed:
                print("  missed", sorted(expected.kinds), expected.field, paths.get(expected.old or expected.new or 0))
            for fact in found.wrong:
                sides = [side and side.text[:90] for side in (fact.old, fact.new)]
                print("  wrong", fact.kind, fact.what, fact.field, fact.old_row, fact.new_row, *sides, sep=" | ")
    print("edits", dict(edits.most_common()))
    print(f"{number} cases, {right + missed} edits: precision {right / (right + wrong):.4f}, recall ", end="")
    print(f"{right / (right + missed):.4f}")
    print("missed", dict(kinds_missed), "of", dict(all_kinds))
    print("wrong", dict(kinds_wrong))


if __name__ == "__main__":
    seeds = int(sys.argv[3]) if len(sys.argv) > 3 else 70_000
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500, others="held-out" in sys.argv, first=seeds)
