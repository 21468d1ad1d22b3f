"""What is matched between two plans: parts with a name or text, each below another one or at the top."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cchc.diff.facts import What
from cchc.diff.wording import Wording
from cchc.source import KeyPath

NO_PARENT = -1


class Node(NamedTuple):
    """A part of a plan.

    ``family``: only parts of one family can be the same. ``parent`` is the position of the node around it.
    ``marks`` are the keys of what stands beside its text (lead, output, …), as many in all nodes of a family, empty
    where it has none. ``text_path`` leads to its text. One that is not ``named`` has no text of its own: ``wording`` is
    that of what it holds.
    """

    path: KeyPath
    what: What
    family: str
    wording: Wording
    text_path: KeyPath
    parent: int = NO_PARENT
    id: str | None = None
    marks: tuple[str, ...] = ()
    named: bool = True


def children_of(nodes: Sequence[Node]) -> dict[int, list[int]]:
    """The positions of what each node holds, those at the top under ``NO_PARENT``."""
    held: dict[int, list[int]] = {}
    for index, node in enumerate(nodes):
        held.setdefault(node.parent, []).append(index)
    return held
