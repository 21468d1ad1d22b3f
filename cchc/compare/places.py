"""The words of a comment on what moved: from where to where."""

from __future__ import annotations

from cchc.compare.prints import Printed
from cchc.compare.same_parts import part_of
from cchc.compare.sides import Side
from cchc.compare.words import label_of
from cchc.diff.facts import Fact
from cchc.language.unbroken import plain
from cchc.source import KeyPath

_LONGEST = 80


def moved_between(fact: Fact, old: Side, new: Side) -> str:
    """From what holds the part to what holds it now; of what was reordered, the labels."""
    assert fact.old is not None
    assert fact.new is not None
    paths = part_of(fact, fact.old.path), part_of(fact, fact.new.path)
    if fact.kind == "moved":
        said = _holder(paths[0], old), _holder(paths[1], new)
    else:
        said = _label(paths[0], old.printed), _label(paths[1], new.printed)
    if not all(said) or said[0] == said[1]:
        return "chuyển chỗ"
    return f"chuyển từ “{said[0]}” đến “{said[1]}”"


def _holder(path: KeyPath, side: Side) -> str:
    """How the innermost part around the one at ``path`` that has words of its own begins."""
    return next((words for part in side.around(path) if (words := _heading(part, side.printed))), "")


def _heading(path: KeyPath, printed: Printed) -> str:
    """The label and the title of the part at ``path``."""
    titles = [each for name in ("title", "agency", "caption") for each in printed.below((*path, name))]
    if not titles:
        return ""
    first = titles[0].paragraph
    words = plain(printed.paragraphs[first].text).strip()
    label = _label(path, printed)
    whole = words if words.startswith(label) else f"{label} {words}"
    return whole if len(whole) <= _LONGEST else whole[:_LONGEST].rsplit(" ", 1)[0] + "…"


def _label(path: KeyPath, printed: Printed) -> str:
    """The label before the title of a row, or at the head of a paragraph; empty where it has none."""
    titles = printed.below((*path, "title")) or printed.below(path)
    if not titles:
        return ""
    first = titles[0].paragraph
    before = first - 1
    if printed.row_at(first) == path and printed.row_at(before) == path:
        return plain(printed.paragraphs[before].text).strip()
    return label_of(plain(printed.paragraphs[first].text)).strip()
